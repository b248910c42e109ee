/** What is written, how often, and what is not. */
import assert from 'node:assert/strict';
import { type CaseState, type FactToWrite, factId, fold, headOf, isRefusal, type Recorded, refusalTexts, sayRefusal } from '@redress/core';
import { length, type Played, recordsOf } from './histories.ts';
import { doneSteps, type Invariant, invariant, onFork, proposalAfter, some } from './invariants-invariant.ts';

/** How many callers send the same command at once. */
const CALLERS = 8;

const textsOf = (records: readonly Recorded[]): readonly string[] => records.map(({ text }) => text);
const saidBy = (records: readonly Recorded[]): readonly unknown[] => records.map(({ record: { id, type, data } }) => ({ id, type, data }));

const onceLater = invariant('the same command id twice gives the same facts, once', async (played) => {
  await onFork(played, played.records.length, async ({ engine, store }) => {
    for (const { input, door, outcome } of some(doneSteps(played), 3, played.chance())) {
      const again = await engine[door](input);
      assert(!isRefusal(again) && !isRefusal(outcome), `${input.type} was done, and refused when it was sent again`);
      assert.deepEqual(textsOf(again.facts), textsOf(outcome.facts));
      assert(again.repeated, `${input.type} was done a second time`);
    }
    assert.equal(await length(store), played.records.length, 'something was written a second time');
  });
});

const onceAtOnce = invariant('the same command sent by eight callers at once is done once, and all hear the same', async (played) => {
  for (const { input, door, before, after } of some(doneSteps(played), 2, played.chance())) {
    await onFork(played, before, async ({ engine, store }) => {
      const answers = await Promise.all(Array.from({ length: CALLERS }, () => engine[door](input)));
      const written = await recordsOf(store);
      for (const answer of answers) {
        assert(!isRefusal(answer), `${input.type} was refused to one of those who sent it`);
        assert.deepEqual(textsOf(answer.facts), textsOf(written.slice(before)));
      }
      assert.equal(written.length, after, `${input.type} was done more than once`);
      assert.equal(answers.filter((answer) => !isRefusal(answer) && !answer.repeated).length, 1);
    });
  }
});

const oneWins = invariant('of two writers at one version exactly one wins, and the other is told what it missed', async (played) => {
  const like = played.records[played.chance().below(played.records.length)];
  if (!like) return;
  const { version, stream, log } = like.record;
  const fact = (writer: string): FactToWrite => ({ ...like.record, id: factId(log, writer, 0, 1), sealed: [] });
  await onFork(played, version, async ({ store }) => {
    const outcomes = await Promise.all(['one', 'other'].map((writer) => store.append(stream, headOf(like), [fact(writer)])));
    const won = outcomes.find((outcome) => outcome.outcome === 'appended');
    const lost = outcomes.find((outcome) => outcome.outcome === 'conflict');
    assert(won?.outcome === 'appended' && lost?.outcome === 'conflict', 'both won, or both lost');
    assert.deepEqual(textsOf(lost.missed), textsOf(won.records));
    assert.deepEqual(lost.head, won.head);
    assert.equal((await recordsOf(store)).length, version + 1);
  });
});

/** What a list of commands comes to, one after the other. */
async function inTurn<State extends CaseState>(played: Played<State>, facts: number, inputs: readonly Parameters<typeof sent>[1][]) {
  return onFork(played, facts, async (fork) => {
    for (const input of inputs) await sent(fork, input);
    return saidBy((await recordsOf(fork.store)).slice(facts));
  });
}

const sent = ({ engine }: Awaited<ReturnType<Played['fork']>>, input: Parameters<typeof engine.execute>[0]) => engine.execute(input);

const asInTurn = invariant('two commands at once come to what one after the other comes to', async (played) => {
  const chance = played.chance();
  const facts = chance.below(played.records.length + 1);
  const one = { id: 'one', ...proposalAfter(played, facts, chance) };
  const other = { id: 'other', ...proposalAfter(played, facts, chance) };
  const together = await onFork(played, facts, async (fork) => {
    await Promise.all([sent(fork, one), sent(fork, other)]);
    return saidBy((await recordsOf(fork.store)).slice(facts));
  });
  const turns = [await inTurn(played, facts, [one, other]), await inTurn(played, facts, [other, one])];
  const same = (turn: unknown): boolean => JSON.stringify(turn) === JSON.stringify(together);
  assert(
    turns.some(same),
    `${one.type} and ${other.type} at once came to something else:\n${JSON.stringify({ together, turns }, null, 1)}`,
  );
});

const refusedIsUnwritten = invariant('a refusal writes nothing, names an article or a rule, and can be said', async (played) => {
  for (const { outcome, before, after, input } of played.steps) {
    if (!isRefusal(outcome)) continue;
    assert.equal(after, before, `${input.type} was refused, and something was written`);
    const because = 'citation' in outcome.because ? outcome.because.citation.text : outcome.because.rule;
    assert(because.trim() !== '', `${outcome.code} names neither an article nor a rule`);
    assert.equal(outcome.asked, input.type);
    for (const language of Object.keys(refusalTexts))
      assert.doesNotMatch(sayRefusal(outcome, language), /\{[a-zA-Z]+\}/, 'a blank was left');
  }
});

const replayIsLive = invariant('the state an engine answered with is the state its records fold to', async (played) => {
  const { setting, entries, caseId } = played;
  for (const { outcome, after } of doneSteps(played)) {
    if (isRefusal(outcome)) continue;
    const facts = entries.slice(0, after).map(({ fact }) => fact);
    assert.deepEqual(outcome.state, fold(setting.type, setting.type.initial(caseId), facts));
  }
});

const pastStays = invariant('what a case was at an earlier version stays what it was', async (played) => {
  const { entries, caseId } = played;
  await onFork(played, entries.length, async ({ engine }) => {
    for (const [at, { after }] of some([...entries.entries()], 3, played.chance())) {
      const loaded = await engine.load(caseId, { version: at + 1 });
      assert.deepEqual(loaded?.state, after);
    }
  });
});

export const invariantsOfWriting: readonly Invariant[] = [
  onceLater,
  onceAtOnce,
  oneWins,
  asInTurn,
  refusedIsUnwritten,
  replayIsLive,
  pastStays,
];
