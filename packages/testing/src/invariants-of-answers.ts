/** What the engine says to those who ask: whoever sends something in, whoever asks what he may do, and whoever asks again. */
import assert from 'node:assert/strict';
import { type AskedFact, type CaseState, type HistoryEntry, isRefusal, judge, type Law, type RefusalCode } from '@redress/core';
import fc from 'fast-check';
import { commandData } from './arbitraries.ts';
import { open } from './histories.ts';
import { dataAfter, dayAfter, grouped, type Invariant, invariant, lawOf, onFork, some } from './invariants-invariant.ts';

/** What may be answered to something that arrived: it was not understood, or not meant. None of them is a judgement. */
const NOT_UNDERSTOOD: readonly RefusalCode[] = ['INVALID_COMMAND', 'FUTURE_DAY', 'COMMAND_ID_REUSED', 'PERSONAL_VALUE_WITHOUT_VAULT'];

/** The same law in its worst mood. */
const objecting = (law: Law): Law => ({
  ...law,
  at: (digest) => {
    const edition = law.at(digest);
    return edition && objecting(edition);
  },
  objection: () => ({ rule: 'to-everything', says: { en: 'No.' }, because: { text: 'No rule' } }),
});

const arrivalsAreRecorded = invariant('an arrival is never refused, whatever the stage, the role and the law', async (played) => {
  const { setting, records, caseId } = played;
  const chance = played.chance();
  const facts = 1 + chance.below(records.length);
  const { engine, store } = await open({ ...setting, law: objecting(setting.law) }, () => '2099-06-15');
  await store.ingest(records.slice(0, facts));
  for (const [type, { arrival }] of Object.entries(setting.type.commands)) {
    if (!arrival) continue;
    const [data = {}] = fc.sample(commandData(setting.type, type), { numRuns: 1, seed: chance.seed() });
    const on = chance.happens(0.3) ? '1999-12-31' : dayAfter(played, facts);
    const actor = { id: 'p-1', unit: chance.of([...setting.units, 'nowhere']) ?? '', role: chance.of([...setting.roles, 'nobody']) ?? '' };
    const outcome = await engine.execute({ id: `arrival-${type}`, type, case: caseId, on, actor, data });
    assert(!isRefusal(outcome) || NOT_UNDERSTOOD.includes(outcome.code), `${type} arrived and was refused: ${JSON.stringify(outcome)}`);
  }
  await store.close();
});

/** The facts of each command together. */
function byCommand<State extends CaseState>(entries: readonly HistoryEntry<State>[]): readonly (readonly HistoryEntry<State>[])[] {
  return [...grouped(entries, ({ recorded }) => recorded.record.meta.command ?? '').values()];
}

const decidedAgain = invariant('the command read off its facts leads to the same facts again', async ({ setting, entries, caseId }) => {
  const { type, authority, organisation } = setting;
  for (const group of byCommand(entries)) {
    const [first, ...rest] = group.map(({ fact, recorded }): AskedFact => {
      const { command = '', commandType = '' } = recorded.record.meta;
      return { ...fact, command, commandType, caseId };
    });
    const [entry] = group;
    if (!first || !entry) continue;
    const command = type.asked([first, ...rest]);
    const door = entry.recorded.record.meta.door === 'observe' ? 'observe' : 'execute';
    const judged = judge(type, command, entry.before, { door, today: '2199-12-31', ...lawOf(setting, entry), authority, organisation });
    assert(!isRefusal(judged), `${command.type} was done, and would now be refused: ${JSON.stringify(judged)}`);
    const again = judged.facts.map(({ type: fact, data }) => ({ type: fact, data: JSON.parse(JSON.stringify(data)) }));
    assert.deepEqual(
      again,
      group.map(({ fact }) => ({ type: fact.type, data: fact.data })),
    );
  }
});

/** Answers of the chart and of the authority, which `options` has asked already. */
const ASKED_ALREADY: readonly RefusalCode[] = ['NOT_IN_THIS_STAGE', 'NOT_PERMITTED', 'UNKNOWN_COMMAND', 'UNKNOWN_CASE'];

const optionsAreTrue = invariant('what options says may be done is refused neither by the chart nor by the authority', async (played) => {
  const { setting, records, caseId } = played;
  const chance = played.chance();
  const facts = 1 + chance.below(records.length);
  const unit = chance.of(setting.units) ?? '';
  const actor = { id: `p-${unit}`, unit, role: chance.of(setting.roles) ?? '' };
  const on = dayAfter(played, facts);
  const options = await onFork(played, facts, ({ engine }) => engine.options(caseId, actor, on));
  assert.deepEqual(options.map(({ command }) => command).toSorted(), Object.keys(setting.type.commands).toSorted());
  for (const { command, may } of some(options, 6, chance)) {
    const data = dataAfter(played, facts, command, chance);
    const outcome = await onFork(played, facts, ({ engine }) =>
      engine.execute({ id: 'option', type: command, case: caseId, on, actor, data }),
    );
    if (may)
      assert(
        !isRefusal(outcome) || !ASKED_ALREADY.includes(outcome.code),
        `${command} was offered and refused: ${JSON.stringify(outcome)}`,
      );
    else assert(isRefusal(outcome) || setting.type.commands[command]?.arrival, `${command} was not offered, and done`);
  }
});

export const invariantsOfAnswers: readonly Invariant[] = [arrivalsAreRecorded, decidedAgain, optionsAreTrue];
