/** What moves a clock and by how much, and what does not. */
import assert from 'node:assert/strict';
import {
  addDays,
  addYears,
  type CaseState,
  type Clock,
  type ClockEntry,
  type ClockLine,
  canonicalText,
  clockNamed,
  daysBetween,
  entriesOf,
  type HistoryEntry,
  handlingOf,
  isLegalDay,
  isRefusal,
  type LegalDay,
  stateOn,
} from '@redress/core';
import { dataAfter, dayAfter, grouped, type Invariant, invariant, lawOf, onFork, some, stateAfter } from './invariants-invariant.ts';
import { recount } from './invariants-recount.ts';

/** No time limit of any law known runs longer; a due day beyond is one that stands for "none". */
const LONGEST_YEARS = 30;

const linesOf = ({ fact }: HistoryEntry): readonly ClockLine[] => (fact.data.clocks ?? []) as readonly ClockLine[];

/** The lines that a fact posted, clock by clock. */
function byClock(entry: HistoryEntry): ReadonlyMap<string, readonly ClockLine[]> {
  return grouped(linesOf(entry), (line) => line.entry.clock);
}

const recounted = invariant('every due day is the one that walking from day to day comes to', async ({ setting, entries }) => {
  for (const each of entries) {
    const { calendar } = lawOf(setting, each);
    for (const [id, lines] of byClock(each)) {
      const ledger = [...entriesOf(clockNamed(each.before.clocks, id))];
      for (const { entry, rawDueOn, dueOn } of lines) {
        ledger.push(entry);
        const since = ledger.slice(ledger.findLastIndex((posted) => posted.do === 'start'));
        assert.deepEqual({ rawDueOn, dueOn }, recount(since, calendar), `${id} after ${each.fact.type} on ${each.fact.on}`);
      }
    }
  }
});

const remarksMoveNothing = invariant('a remark moves no clock', async (played) => {
  const { setting, entries, caseId } = played;
  const remarks = setting.remarks ?? ['Noted'];
  for (const { fact, before, after } of entries) if (remarks.includes(fact.type)) assert.deepEqual(after.clocks, before.clocks, fact.type);
  const chance = played.chance();
  const commands = Object.entries(setting.type.commands).filter(([, { fact }]) => remarks.includes(fact));
  const facts = 1 + chance.below(entries.length);
  await onFork(played, facts, async ({ engine }) => {
    const before = stateAfter(played, facts);
    const actor = { id: 'p-1', unit: before.custody.holder?.unit ?? '', role: setting.roles[0] ?? '' };
    for (const [type] of commands) {
      const data = dataAfter(played, facts, type, chance);
      const outcome = await engine.execute({ id: `remark-${type}`, type, case: caseId, on: dayAfter(played, facts), actor, data });
      if (!isRefusal(outcome)) assert.deepEqual(outcome.state.clocks, before.clocks, `${type} moved a clock`);
    }
  });
});

interface Paused {
  readonly on: LegalDay;
  readonly raw: LegalDay;
  readonly working: boolean;
}

/** Which clocks a fact paused that had been running. */
function pausedBy({ fact, before, after }: HistoryEntry): readonly (readonly [id: string, paused: Paused])[] {
  return Object.entries(after.clocks).flatMap(([id, clock]) => {
    const was = clockNamed(before.clocks, id);
    if (was?.status !== 'running' || clock.status !== 'paused') return [];
    const term = termOf(entriesOf(was));
    // A late paper may pause a clock from before its start: days that were not counted cannot be given back.
    const on = [fact.on, entriesOf(was)[0]?.on ?? fact.on].toSorted().at(-1) ?? fact.on;
    return [[id, { on, raw: was.rawDueOn, working: term === 'working-days' }] as const];
  });
}

const termOf = (entries: readonly ClockEntry[]): string | undefined =>
  entries.findLast((entry) => entry.do === 'start' || entry.do === 'switch')?.term.unit;

function movedBy(paused: Paused, through: LegalDay, isWorkingDay: (day: LegalDay) => boolean): LegalDay {
  // From the last day of the term on nothing is left that could be given back.
  if (paused.on >= paused.raw || through <= paused.on) return paused.raw;
  if (!paused.working) return addDays(paused.raw, daysBetween(paused.on, through));
  let given = 0;
  for (let day = addDays(paused.on, 1); day <= through; day = addDays(day, 1)) if (isWorkingDay(day)) given += 1;
  let due = paused.raw;
  while (given > 0) {
    due = addDays(due, 1);
    if (isWorkingDay(due)) given -= 1;
  }
  return due;
}

const pausesGiveBack = invariant('a pause moves the due day by exactly its own length', async ({ setting, entries }) => {
  const open = new Map<string, Paused>();
  for (const each of entries) {
    const { calendar } = lawOf(setting, each);
    for (const [id, clock] of Object.entries(each.after.clocks)) {
      const paused = open.get(id);
      if (!paused || linesIn(each, id).length === 0) continue;
      open.delete(id);
      // Another entry between the two moves the due day in its own right; a pause that another one overlaps is not one length.
      if (clock.status !== 'running' || linesIn(each, id)[0]?.entry.do !== 'resume' || pausesOf(clock) > 1) continue;
      assert.equal(
        clock.rawDueOn,
        movedBy(paused, each.fact.on, calendar.isWorkingDay),
        `${id}, paused on ${paused.on}, resumed on ${each.fact.on}`,
      );
    }
    for (const [id, paused] of pausedBy(each)) open.set(id, paused);
  }
});

const linesIn = (entry: HistoryEntry, id: string): readonly ClockLine[] => byClock(entry).get(id) ?? [];
const pausesOf = (clock: Clock): number => entriesOf(clock).filter((entry) => entry.do === 'pause').length;

const switchKeepsCredit = invariant('switching the term keeps what pauses gave back', async ({ setting, entries }) => {
  for (const each of entries) {
    for (const [id, lines] of byClock(each)) {
      const switched = lines.findLast(({ entry }) => entry.do === 'switch');
      const before = entriesOf(clockNamed(each.before.clocks, id));
      if (!switched || before.length === 0) continue;
      const expected = recount([...before, switched.entry], lawOf(setting, each).calendar);
      assert.equal(switched.rawDueOn, expected.rawDueOn, `${id}, switched by ${each.fact.type} on ${each.fact.on}`);
    }
  }
});

const extensionsAreCapped = invariant('an extension never shortens a term, and stays below its cap', async ({ setting, entries }) => {
  for (const each of entries) {
    for (const [id, lines] of byClock(each)) {
      const extended = lines.flatMap(({ entry }) => (entry.do === 'extend' ? [entry] : []));
      const was = clockNamed(each.before.clocks, id);
      const now = clockNamed(each.after.clocks, id);
      if (extended.length === 0 || !was || !now) continue;
      assert(now.dueOn >= was.dueOn, `${id} fell due on ${was.dueOn} and after ${each.fact.type} on ${now.dueOn}`);
      const cap = Math.min(...extended.map((entry) => entry.cap));
      const { dueOn: latest } = recount(atTheCap(entriesOf(was), cap), lawOf(setting, each).calendar);
      if (latest === null || was.status !== 'running') continue;
      assert(now.dueOn <= latest || now.dueOn === was.dueOn, `${id} was extended beyond its cap, from ${was.dueOn} to ${now.dueOn}`);
    }
  }
});

/** The same ledger with a term as long as the cap. */
function atTheCap(entries: readonly ClockEntry[], length: number): readonly ClockEntry[] {
  return entries
    .filter((entry) => entry.do !== 'extend')
    .map((entry) => (entry.do === 'start' || entry.do === 'switch' ? { ...entry, term: { ...entry.term, length } } : entry));
}

const noSentinels = invariant('no due day stands for "none", and no clock is lost', async ({ entries }) => {
  for (const { before, after, fact } of entries) {
    for (const id of Object.keys(before.clocks)) assert(clockNamed(after.clocks, id), `${fact.type} lost the clock ${id}`);
    for (const [id, clock] of Object.entries(after.clocks)) {
      assert(isLegalDay(clock.dueOn) && isLegalDay(clock.rawDueOn), `${id} falls due on ${clock.dueOn}`);
      const begun = entriesOf(clock)[0]?.on ?? fact.on;
      assert(clock.dueOn <= addYears(begun, LONGEST_YEARS), `${id} began on ${begun} and falls due on ${clock.dueOn}`);
    }
  }
});

const runsUnassigned = invariant(
  'a clock runs while nobody is assigned, and is overdue the day after its last',
  async ({ setting, entries }) => {
    for (const { after, fact } of entries) {
      if (after.at.final || after.custody.holder?.exOfficio !== true) continue;
      const named = setting.type.waiting[handlingOf(after.at)]?.clock;
      if (typeof named !== 'string') continue;
      const clocks = Object.values(after.clocks);
      // The clock that a state waits by may start later, as one does that counts from service. Until then another runs; where a law orders
      // a step without a number of days, there is none to run, and the duty itself is what the case waits for.
      const runs = clockNamed(after.clocks, named) !== undefined || clocks.some(({ status }) => status !== 'stopped') || owes(after);
      assert(runs, `after ${fact.type} the case waits in ${after.at.key}, no clock ${named} was started and no other runs`);
      for (const clock of clocks) if (clock.status === 'running') assert.equal(stateOn(clock, addDays(clock.dueOn, 1)), 'overdue');
    }
  },
);

/** Whether somebody still owes the case something that it waits for, where its type keeps such duties. */
function owes(state: CaseState): boolean {
  const { obligations } = state as CaseState & { readonly obligations?: readonly { readonly fulfilledOn: LegalDay | null }[] };
  return obligations?.some(({ fulfilledOn }) => fulfilledOn === null) ?? false;
}

const runningOut = invariant(
  'a clock that ran out is recorded against whoever holds the case, or held it at the level the clock is of',
  async (played) => {
    const { setting, caseId, entries } = played;
    if (!setting.type.commands.RecordRunOut || entries.length === 0) return;
    const facts = 1 + played.chance().below(entries.length);
    const state = stateAfter(played, facts);
    const running = Object.values(state.clocks).filter(({ status, ranOutOn, dueOn }) => status === 'running' && ranOutOn !== dueOn);
    for (const clock of some(running, 1, played.chance())) {
      const on = [addDays(clock.dueOn, 1), dayAfter(played, facts)].toSorted().at(-1) ?? '';
      await onFork(played, facts, async ({ engine }) => {
        const outcomes = [];
        for (const role of setting.roles) {
          const actor = { id: 'clock', unit: state.custody.holder?.unit ?? '', role };
          outcomes.push(
            await engine.execute({ id: `ran-out-${role}`, type: 'RecordRunOut', case: caseId, on, actor, data: { clock: clock.id } }),
          );
        }
        const done = outcomes.find((outcome) => !isRefusal(outcome));
        assert(done && !isRefusal(done), `nobody could record that ${clock.id} ran out after ${clock.dueOn}: ${JSON.stringify(outcomes)}`);
        const named = done.facts[0]?.record.data.holder;
        if (state.level === 1) return assert.deepEqual(named, state.custody.holder);
        const held = Array.from({ length: facts }, (_, before) => stateAfter(played, before + 1).custody.holder);
        assert(
          held.some((holder) => canonicalText(holder) === canonicalText(named)),
          `${JSON.stringify(named)} never held the case`,
        );
      });
    }
  },
);

export const invariantsOfClocks: readonly Invariant[] = [
  recounted,
  remarksMoveNothing,
  pausesGiveBack,
  switchKeepsCredit,
  extensionsAreCapped,
  noSentinels,
  runsUnassigned,
  runningOut,
];
