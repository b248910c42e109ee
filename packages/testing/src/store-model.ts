/** A store in forty lines that knows facts by their ids alone: what a program must be answered. */
import assert from 'node:assert/strict';
import type { Recorded } from '@redress/core';
import { headOf } from '@redress/core';
import type { Answered, Played, Sent } from './store-program.ts';

interface Expected {
  readonly outcome: Answered['outcome'];
  readonly ids: readonly string[];
  /** The stream's version afterwards. */
  readonly version: number;
}

class Model {
  readonly #streams = new Map<string, string[]>();
  readonly log: string[] = [];

  stream(name: string): readonly string[] {
    return this.#streams.get(name) ?? [];
  }

  append({ stream, head, facts }: Sent): Expected {
    const mine = this.stream(stream);
    const ids = facts.map(({ id }) => id);
    if (head.version !== mine.length) {
      const missed = mine.slice(head.version);
      const again = ids.every((id, index) => missed[index] === id);
      return again ? { outcome: 'repeated', ids, version: mine.length } : { outcome: 'conflict', ids: missed, version: mine.length };
    }
    if (ids.some((id) => this.log.includes(id))) return { outcome: 'fault', ids: [], version: mine.length };
    this.#streams.set(stream, [...mine, ...ids]);
    this.log.push(...ids);
    return { outcome: 'appended', ids, version: mine.length + ids.length };
  }
}

const ids = (records: readonly Recorded[]): string[] => records.map(({ record }) => record.id);

/** Texts by fact id: a fact that was read once reads the same for ever, and holds what was sent. */
class Texts {
  readonly #texts = new Map<string, string>();

  check(records: readonly Recorded[]): void {
    for (const { record, text } of records) {
      assert.equal(text, this.#texts.get(record.id) ?? text);
      this.#texts.set(record.id, text);
    }
  }
}

function checkAppend(model: Model, texts: Texts, sent: Sent, answer: Answered): void {
  const before = model.stream(sent.stream).length;
  const expected = model.append(sent);
  assert.equal(answer.outcome, expected.outcome);
  if (answer.outcome === 'fault') {
    assert.equal(answer.code, 'id-elsewhere');
    return;
  }
  assert.deepEqual(ids(answer.records), expected.ids);
  texts.check(answer.records);
  if (answer.outcome === 'repeated') return;
  assert.equal(answer.head.version, expected.version);
  if (answer.records.length > 0) assert.deepEqual(answer.head, headOf(answer.records.at(-1)));
  if (answer.outcome === 'conflict') return;
  for (const [index, { record }] of answer.records.entries()) {
    assert.deepEqual([record.version, record.stream], [before + index + 1, sent.stream]);
    assert.deepEqual(record.data, sent.facts[index]?.data);
  }
}

/** Throws where one of the answers is not the model's. */
export function holdAgainstModel(played: readonly Played[]): void {
  const model = new Model();
  const texts = new Texts();
  for (const step of played) {
    if (step.asked === 'append') checkAppend(model, texts, step.sent, step.answer);
    else {
      const { answer } = step;
      const expected =
        step.asked === 'read'
          ? model.stream(step.stream).slice(Math.max(0, step.from - 1), step.to)
          : model.log.slice(step.after, step.after + step.limit);
      assert.deepEqual(ids(answer), expected);
      texts.check(answer);
    }
  }
}
