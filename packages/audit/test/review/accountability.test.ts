import {
  addDays,
  type Calendar,
  type ClockEntry,
  type ClockLine,
  everyDayWorks,
  type Holder,
  type Law,
  type LegalDay,
} from '@redress/core';
import { houseRules, houseSetting, plans, play, recount } from '@redress/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { accountOf, accountsOf, type CaseAccount, type CaseFile, type ClockRun, type HeldFor, openCaseFile } from '../../src/index.ts';
import { calendar, caseTypes, decision, fileOf, law, letter, type Step, written } from './written.ts';

const until = '2026-03-31';
const options = { laws: law, until };
const shares = (held: readonly HeldFor[]) => held.map(({ holder, workingDays, days }) => [holder?.person, workingDays, days]);
const runOf = ({ runs }: CaseAccount, clock: string): ClockRun => {
  const found = runs.find((run) => run.clock === clock);
  if (!found) throw new Error(`no run of ${clock}`);
  return found;
};

const taken: readonly Step[] = [
  { type: 'Receive', on: '2026-01-05', data: letter },
  { type: 'Accept', on: '2026-01-12' },
  { type: 'Assign', on: '2026-01-14', data: { person: 'p-7' } },
  { type: 'Reassign', on: '2026-01-26', data: { person: 'p-8', reason: 'p-7 is ill' } },
  { type: 'Resolve', on: '2026-02-06', data: decision },
];

describe('who held a case while a clock ran', () => {
  it('is told in working days, counted by hand on a calendar on the wall', async () => {
    const account = accountOf(await fileOf(await written(taken)), options);
    // The week from the 5th, a Monday, ends on Monday the 12th: 6 7 8 9 and 12.
    expect(shares(runOf(account, 'acceptance').inTerm)).toEqual([['p-left', 5, 7]]);
    const resolution = runOf(account, 'resolution');
    // 20 days from the 12th end on Sunday, 1 February, so on Monday the 2nd. The head has the 13th and 14th; p-7 the 15th and 16th, the
    // 19th to the 23rd and the 26th; p-8 the 27th, 29th, 30th and the 2nd: the 28th is a House day. Then 3 4 5 and 6 February are too late.
    expect(resolution).toMatchObject({ dueOn: '2026-02-02', endedOn: '2026-02-06', ended: 'stopped', missed: true });
    expect(shares(resolution.inTerm)).toEqual([
      ['p-left', 2, 2],
      ['p-7', 8, 12],
      ['p-8', 4, 7],
    ]);
    expect(shares(resolution.overdue)).toEqual([['p-8', 4, 4]]);
    expect(account.holdings.map(({ holder, from, to, workingDays }) => [holder.person, from, to, workingDays])).toEqual([
      ['p-left', '2026-01-05', '2026-01-14', 7],
      ['p-7', '2026-01-14', '2026-01-26', 8],
      // Three in January, twenty in February, twenty-two in March.
      ['p-8', '2026-01-26', null, 45],
    ]);
  });

  it('leaves out the days of a pause within the term, and none after the last day', async () => {
    const paused: readonly Step[] = [
      ...taken.slice(0, 3),
      { type: 'Suspend', on: '2026-01-15', data: { ground: 'illness', evidence: 'a letter' } },
      { type: 'Resume', on: '2026-01-22', data: { reason: 'well again' } },
      { type: 'Suspend', on: '2026-02-16', data: { ground: 'illness', evidence: 'another letter' } },
    ];
    const { inTerm, overdue, dueOn, ended } = runOf(
      accountOf(await fileOf(await written(paused)), { ...options, until: '2026-02-20' }),
      'resolution',
    );
    // The pause gives back the 16th to the 22nd: the end is the 8th, a Sunday, so Monday the 9th. The second pause came when it had run.
    expect([dueOn, ended]).toEqual(['2026-02-09', 'runs']);
    expect(shares(inTerm)).toEqual([
      ['p-left', 2, 2],
      ['p-7', 12, 19],
    ]);
    expect(shares(overdue)).toEqual([['p-7', 9, 11]]);
  });

  it('stands still in a pause that lasts', async () => {
    const paused = [...taken.slice(0, 3), { type: 'Suspend', on: '2026-01-15', data: { ground: 'illness', evidence: 'a letter' } }];
    const run = runOf(accountOf(await fileOf(await written(paused)), options), 'resolution');
    expect(run).toMatchObject({ ended: 'paused', dueOn: null, missed: false, overdue: [] });
    expect(shares(run.inTerm)).toEqual([
      ['p-left', 2, 2],
      ['p-7', 1, 1],
    ]);
  });

  it('follows the day that a late paper bears, not the one on which it was entered', async () => {
    const late = { ground: 'found in a drawer', document: 'L-1' };
    const steps = [...taken.slice(0, 2), { type: 'Assign', on: '2026-01-08', recordedOn: '2026-01-20', data: { person: 'p-7' }, late }];
    const account = accountOf(await fileOf(await written(steps)), options);
    expect(shares(runOf(account, 'acceptance').inTerm)).toEqual([
      ['p-left', 3, 3],
      ['p-7', 2, 4],
    ]);
    expect(account.holdings.map(({ holder, from }) => [holder.person, from])).toEqual([
      ['p-left', '2026-01-05'],
      ['p-7', '2026-01-08'],
    ]);
  });

  it('takes back, by a late paper, what was held from later days on; whoever had it for no day at all stays in the list', async () => {
    const late = { ground: 'found in a drawer', document: 'L-1' };
    const steps: readonly Step[] = [
      { type: 'Receive', on: '2026-01-05', data: letter },
      { type: 'Accept', on: '2026-01-06' },
      { type: 'OfferTransfer', on: '2026-01-07', data: { toUnit: 'right' } },
      { type: 'AcceptTransfer', on: '2026-01-09', unit: 'right' },
      { type: 'Assign', on: '2026-01-08', recordedOn: '2026-01-12', unit: 'right', data: { person: 'p-7' }, late },
      { type: 'Reassign', on: '2026-01-08', recordedOn: '2026-01-13', unit: 'right', data: { person: 'p-8', reason: 'p-7 is ill' }, late },
    ];
    const { holdings } = accountOf(await fileOf(await written(steps)), options);
    expect(holdings.map(({ holder, from, to }) => [holder.person, from, to])).toEqual([
      ['p-left', '2026-01-05', '2026-01-08'],
      ['p-7', '2026-01-08', '2026-01-08'],
      ['p-8', '2026-01-08', null],
    ]);
  });

  it('leaves out two pauses between which it passed on, and none that begins on the last day', async () => {
    const suspend = (on: string): Step => ({ type: 'Suspend', on, data: { ground: 'illness', evidence: 'a letter' } });
    const resume = (on: string): Step => ({ type: 'Resume', on, data: { reason: 'well again' } });
    const steps: readonly Step[] = [
      ...taken.slice(0, 3),
      ...[suspend('2026-01-15'), resume('2026-01-16'), ...taken.slice(3, 4), suspend('2026-01-27'), resume('2026-01-29')],
    ];
    const { inTerm, dueOn } = runOf(accountOf(await fileOf(await written(steps)), options), 'resolution');
    // One day is given back, and two: 20 days end on 4 February. The 28th was a day off in a pause.
    expect(dueOn).toBe('2026-02-04');
    expect(shares(inTerm)).toEqual([
      ['p-left', 2, 2],
      ['p-7', 7, 11],
      ['p-8', 5, 7],
    ]);
    const onLast = [...steps, suspend('2026-02-04')];
    const run = runOf(accountOf(await fileOf(await written(onLast)), options), 'resolution');
    expect([run.ended, run.dueOn, run.missed, shares(run.inTerm)]).toEqual(['runs', '2026-02-04', true, shares(inTerm)]);
  });

  it("is told to be an office's own target where the law says so", async () => {
    const own: Law = {
      ...law,
      at: (digest) => (law.at(digest) ? own : undefined),
      clockEffects: (fact, state, on) =>
        law.clockEffects(fact, state, on).map((entry) => ({ ...entry, ...(entry.do === 'start' ? { internal: true } : {}) })),
    };
    const targets = async (rules: Law) =>
      accountOf(await fileOf(await written(taken, 'case', undefined, rules)), { ...options, laws: rules }).runs.map(
        ({ internal }) => internal,
      );
    expect([new Set(await targets(own)), new Set(await targets(law))]).toEqual([new Set([true]), new Set([false])]);
  });

  it('goes on being counted up to the day that is asked for, and no further', async () => {
    const file = await fileOf(await written(taken.slice(0, 3)));
    const overdue = (day: LegalDay) => shares(runOf(accountOf(file, { laws: law, until: day }), 'resolution').overdue);
    expect([overdue('2026-02-02'), overdue('2026-02-03'), overdue('2026-02-09')]).toEqual([[], [['p-7', 1, 1]], [['p-7', 5, 7]]]);
  });

  it('is no miss where nobody has to be done by the last day', async () => {
    const file = await fileOf(await written(taken));
    const window = (owed?: (clock: string) => boolean) => runOf(accountOf(file, owed ? { ...options, owed } : options), 'second-complaint');
    expect(window()).toMatchObject({ owed: true, missed: true });
    expect(window((clock) => clock !== 'second-complaint')).toMatchObject({ owed: false, missed: false, overdue: [] });
  });

  it('names whom the fact that it ran out names', async () => {
    const file = await fileOf(
      await written([...taken.slice(0, 3), { type: 'RecordRunOut', on: '2026-02-04', data: { clock: 'resolution' } }]),
    );
    expect(runOf(accountOf(file, options), 'resolution').ranOutWith).toMatchObject({ person: 'p-7', unit: 'left' });
    expect(runOf(accountOf(file, options), 'acceptance').ranOutWith).toBeNull();
  });

  it('gives no working days where the edition that was counted with is not at hand, and days all the same', async () => {
    const file = await fileOf(await written(taken));
    const run = runOf(accountOf(file, { ...options, laws: () => undefined }), 'resolution');
    expect(shares(run.overdue)).toEqual([['p-8', null, 4]]);
    // Nor where the law has another calendar now than the one that was pinned.
    const other = houseRules({ calendar: everyDayWorks() });
    expect(shares(runOf(accountOf(file, { ...options, laws: other }), 'resolution').overdue)).toEqual([['p-8', null, 4]]);
  });
});

/** The same house, its terms in working days that do not roll. */
function inWorkingDays(days: Calendar): Law {
  const house = houseRules({ calendar: days });
  const law: Law = {
    ...house,
    at: (digest) => (house.at(digest) ? law : undefined),
    clockEffects: (fact, state, on) =>
      house
        .clockEffects(fact, state, on)
        .map((entry) => ('term' in entry ? { ...entry, term: { ...entry.term, unit: 'working-days', roll: 'none' } } : entry)),
  };
  return law;
}

interface Told {
  readonly file: CaseFile;
  readonly account: CaseAccount;
  readonly rules: Law;
}

async function random(plan: Parameters<typeof play>[1], working: boolean): Promise<Told | null> {
  const rules = working ? inWorkingDays(calendar) : houseRules({ calendar });
  const { records, today } = await play(houseSetting({ law: rules }), plan);
  if (records.length === 0) return null;
  const file = await openCaseFile(records, caseTypes);
  return { file, account: accountOf(file, { laws: rules, until: today }), rules };
}

/** Entries of each run of each clock, in the order in which they were posted. */
function ledgersOf({ facts }: CaseFile): readonly (readonly ClockEntry[])[] {
  const open = new Map<string, ClockEntry[]>();
  const all: ClockEntry[][] = [];
  for (const { fact } of facts) {
    for (const { entry } of (fact.data.clocks ?? []) as readonly ClockLine[]) {
      if (entry.do === 'start') {
        const ledger: ClockEntry[] = [];
        open.set(entry.clock, ledger);
        all.push(ledger);
      }
      open.get(entry.clock)?.push(entry);
    }
  }
  return all;
}

/** Who held it on the eve of a day: the last one in the file whose day lies before it. */
function holderBefore({ facts, type, id }: CaseFile, day: LegalDay): Holder | null {
  let found: Holder | null = null;
  const state = type.initial(id);
  for (const { fact } of facts) {
    const was = JSON.stringify(state.custody.holder);
    state.at = state.at.after(fact.type) ?? state.at;
    type.evolve(state, fact);
    if (JSON.stringify(state.custody.holder) !== was && fact.on < day) found = state.custody.holder && { ...state.custody.holder };
  }
  return found;
}

const sum = (held: readonly HeldFor[], of: 'days' | 'workingDays'): number =>
  held.reduce((total, each) => total + (each[of] ?? Number.NaN), 0);

describe('in random histories', () => {
  const { runs: numRuns, seed } = tried(80, 'accountability, random histories');

  it.each([false, true])(
    'the days of the holders add up to the days the clock ran, and to its term (in working days: %s)',
    async (working) => {
      let whole = 0;
      await fc.assert(
        fc.asyncProperty(plans(25), async (plan) => {
          const told = await random(plan, working);
          if (!told) return;
          const ledgers = ledgersOf(told.file);
          expect(told.account.runs).toHaveLength(ledgers.length);
          for (const [index, run] of told.account.runs.entries()) {
            const { rawDueOn, dueOn } = recount(ledgers[index] ?? [], calendar);
            expect(run.dueOn).toBe(dueOn);
            if (rawDueOn === null || dueOn === null || run.endedOn < dueOn) continue;
            // The whole term passed: as the clock counts it, it has exactly its length; a roll adds the days off that it passed over.
            const rolled = calendar.workingDaysBetween(rawDueOn, dueOn);
            const counted = working ? sum(run.inTerm, 'workingDays') - rolled : sum(run.inTerm, 'days') - dayCount(rawDueOn, dueOn);
            expect(counted, `${run.clock} from ${run.startedOn} to ${rawDueOn}`).toBe(run.term.length);
            expect(sum(run.overdue, 'days')).toBe(dayCount(dueOn, run.endedOn));
            whole += 1;
          }
        }),
        { numRuns, seed },
      );
      expect(whole).toBeGreaterThan(0);
    },
  );

  it('each day went to whoever held the case on its eve, day by day', async () => {
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(plans(20), async (plan) => {
        const told = await random(plan, false);
        if (!told) return;
        for (const run of told.account.runs) {
          const last = run.dueOn !== null && run.dueOn < run.endedOn ? run.dueOn : run.endedOn;
          const byDay = new Map<string, number>();
          for (let day = addDays(last, 1); day <= run.endedOn; day = addDays(day, 1)) {
            const holder = holderBefore(told.file, day);
            const key = `${holder?.unit} ${holder?.person}`;
            byDay.set(key, (byDay.get(key) ?? 0) + (calendar.isWorkingDay(day) ? 1 : 0));
          }
          const same = new Map(run.overdue.map(({ holder, workingDays }) => [`${holder?.unit} ${holder?.person}`, workingDays]));
          expect(same).toEqual(byDay);
          passed += byDay.size > 1 ? 1 : 0;
        }
      }),
      { numRuns: Math.ceil(numRuns / 2), seed },
    );
    expect(passed).toBeGreaterThan(0);
  });

  it('a calendar with one more day off, under the same name, does not add up to the term: the control of the count', async () => {
    const file = await fileOf(await written(taken.slice(0, 1), 'case', undefined, inWorkingDays(calendar)));
    const counted = (days: Calendar) =>
      sum(runOf(accountOf(file, { laws: inWorkingDays(days), until }), 'acceptance').inTerm, 'workingDays');
    const forged: Calendar = {
      ...calendar,
      workingDaysBetween: (after, through) =>
        calendar.workingDaysBetween(after, through) - (after < '2026-01-07' && through >= '2026-01-07' ? 1 : 0),
    };
    expect([counted(calendar), counted(forged)]).toEqual([7, 6]);
  });
});

function dayCount(from: LegalDay, to: LegalDay): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) count += 1;
  return count;
}

describe('the accounts of a log', () => {
  const all = async (asked: Partial<Parameters<typeof accountsOf>[0]> = {}) => {
    const first = await written(taken, 'one');
    const away: readonly Step[] = [{ type: 'Receive', on: '2026-01-05', unit: 'far', data: { ...letter, unit: 'far' } }];
    const { store } = await written(away, 'two', first);
    const told: string[] = [];
    const unreadable: string[] = [];
    for await (const account of accountsOf({ ...options, store, caseTypes, ...asked }, (id, { code }) => unreadable.push(`${id} ${code}`)))
      told.push(account.case);
    return { told, unreadable };
  };

  it('are told case by case, in the order in which the cases were opened', async () => {
    expect(await all()).toEqual({ told: ['one', 'two'], unreadable: [] });
  });

  it('of a unit are those of the cases that it held at some time', async () => {
    expect([(await all({ unit: 'left' })).told, (await all({ unit: 'top' })).told]).toEqual([['one'], []]);
  });

  it('pass over a case that cannot be read, and tell it', async () => {
    expect(await all({ caseTypes: [] })).toEqual({ told: [], unreadable: ['one case-type-unknown', 'two case-type-unknown'] });
  });
});
