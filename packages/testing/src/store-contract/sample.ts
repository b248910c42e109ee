/** Sample facts and short ways to write and read them, for the cases of the store contract. */
import assert from 'node:assert/strict';
import type { Appended, Conflict, EventStore, FactToWrite, Head, LogMessage, Recorded, Repeated, StoreFaultCode } from '@redress/core';
import { NO_STREAM, StoreFault, uuidv5 } from '@redress/core';

const NAMESPACE = '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11';

export type Facts = readonly [FactToWrite, ...FactToWrite[]];
type Outcome = Appended | Repeated | Conflict;

/** A fact whose id follows from the name: the same name is the same fact. */
export const fact = (name: string, data: FactToWrite['data'] = { note: name }): FactToWrite => ({
  id: uuidv5(NAMESPACE, name),
  type: 'Noted',
  schema: 1,
  meta: { command: name },
  data,
  sealed: [],
});

export const facts = (...names: readonly [string, ...string[]]): Facts => {
  const [first, ...rest] = names;
  return [fact(first), ...rest.map((name) => fact(name))];
};

/** So many facts named `name-1`, `name-2` … */
export const many = (name: string, count: number): Facts => {
  const rest = Array.from({ length: count - 1 }, (_, index) => fact(`${name}-${index + 2}`));
  return [fact(`${name}-1`), ...rest];
};

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export const names = (records: readonly Recorded[]): (string | undefined)[] => records.map(({ record }) => record.meta.command);
export const versions = (records: readonly Recorded[]): number[] => records.map(({ record }) => record.version);
export const wholeLog = (store: EventStore): Promise<Recorded[]> => all(store.readLog('', Number.POSITIVE_INFINITY));

export function isAppended(outcome: Outcome): Appended {
  assert.equal(outcome.outcome, 'appended');
  return outcome.outcome === 'appended' ? outcome : assert.fail();
}

export function isRepeated(outcome: Outcome): Repeated {
  assert.equal(outcome.outcome, 'repeated');
  return outcome.outcome === 'repeated' ? outcome : assert.fail();
}

export function isConflict(outcome: Outcome): Conflict {
  assert.equal(outcome.outcome, 'conflict');
  return outcome.outcome === 'conflict' ? outcome : assert.fail();
}

/** Appends and expects it to succeed: the head to go on from. */
export async function write(store: EventStore, stream: string, head: Head, ...named: readonly [string, ...string[]]): Promise<Head> {
  return isAppended(await store.append(stream, head, facts(...named))).head;
}

/** Begins a stream with these facts. */
export const begin = (store: EventStore, stream: string, ...named: readonly [string, ...string[]]): Promise<Head> =>
  write(store, stream, NO_STREAM, ...named);

/** Expects a fault of this code that says what was not done. */
export async function faults(code: StoreFaultCode, doing: () => Promise<unknown>): Promise<StoreFault> {
  try {
    await doing();
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    assert.equal(error.code, code);
    assert.ok(error.says.length > 0, 'a fault says what was not done');
    return error;
  }
  return assert.fail(`expected the fault ${code}, and nothing was thrown`);
}

/** Takes messages until the test is satisfied, then leaves the subscription. */
export async function until(
  messages: AsyncIterable<LogMessage>,
  enough: (seen: readonly LogMessage[]) => boolean | Promise<boolean>,
): Promise<LogMessage[]> {
  const seen: LogMessage[] = [];
  for await (const message of messages) {
    seen.push(message);
    if (await enough(seen)) break;
  }
  return seen;
}

export const recordsOf = (messages: readonly LogMessage[]): Recorded[] =>
  messages.flatMap((message) => (message.kind === 'batch' ? [...message.records] : []));
