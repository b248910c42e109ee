/**
 * The runs of a clock whose ledger is written here line by line, on remarks of a case that is otherwise the engine's: so a line may be one
 * that the house would not post. The calendar has Saturdays and Sundays off, and Wednesday, 28 January 2026.
 */
import type { CaseState, CaseType, ClockEntry, ClockLine, Fact, LegalDay, Term } from '@redress/core';
import { describe, expect, it } from 'vitest';
import type { FiledFact } from '../../src/case-file.ts';
import {
  type AccountOptions,
  accountOf,
  accountsOf,
  type CaseAccount,
  type CaseFile,
  type ClockRun,
  type HeldFor,
} from '../../src/index.ts';
import { caseTypes, decision, fileOf, law, letter, type Step, type Written, written } from './written.ts';

const options = { laws: law, until: '2026-03-31' };
const base: readonly Step[] = [
  { type: 'Receive', on: '2026-01-05', data: letter },
  { type: 'Accept', on: '2026-01-12' },
  { type: 'Assign', on: '2026-01-14', data: { person: 'p-7' } },
];
const late = { ground: 'found in a drawer', document: 'L-1' };
const term: Term = { length: 10, unit: 'calendar-days', roll: 'none' };
const rule = { text: 'Rule 1' };

type Due = Partial<Pick<ClockLine, 'dueOn' | 'rawDueOn' | 'calendar'>>;
type Extra = Pick<Fact, 'on'> & { readonly type?: string; readonly data?: Readonly<Record<string, unknown>> };

/** A remark of the day of the entry, with one line of a ledger. It is due on the 20th, or as it is said. */
const line = (entry: Pick<ClockEntry, 'do' | 'on'> & Readonly<Record<string, unknown>>, due: Due = {}): Extra => {
  const rest = { dueOn: '2026-01-20', rawDueOn: '2026-01-20', provisional: false, calendar: 'house@1', ...due };
  return { on: entry.on, data: { clocks: [{ entry: { clock: 'own', law: rule, ...entry }, ...rest }] } };
};
const start = (on: LegalDay, due: Due = {}): Extra => line({ do: 'start', on, term, consequence: 'nothing' }, due);
const onDay = (dueOn: LegalDay): Due => ({ dueOn, rawDueOn: dueOn });
const none: Due = { dueOn: null, rawDueOn: null };

async function fileWith(extra: readonly Extra[], steps: readonly Step[] = base): Promise<CaseFile> {
  const file = await fileOf(await written(steps));
  const last = file.facts.at(-1);
  if (!last) throw new Error('nothing was written');
  const added = extra.map(
    ({ on, type = 'Noted', data = {} }): FiledFact => ({ record: last.record, fact: { ...last.fact, type, on, data } }),
  );
  return { ...file, facts: [...file.facts, ...added] };
}

const accountWith = async (extra: readonly Extra[], asked: Partial<AccountOptions> = {}): Promise<CaseAccount> =>
  accountOf(await fileWith(extra), { ...options, ...asked });
const own = ({ runs }: CaseAccount): readonly ClockRun[] => runs.filter(({ clock }) => clock === 'own');
const first = (account: CaseAccount): ClockRun => {
  const [run] = own(account);
  if (!run) throw new Error('the clock did not run');
  return run;
};
const shares = (held: readonly HeldFor[]) => held.map(({ holder, days }) => [holder?.person ?? null, days]);

describe('a run of a clock', () => {
  it('ends on the day on which its clock is started anew, and the new one runs', async () => {
    const runs = own(await accountWith([start('2026-01-15'), start('2026-01-18', onDay('2026-01-23'))]));
    expect(runs.map(({ startedOn, endedOn, ended, dueOn }) => [startedOn, endedOn, ended, dueOn])).toEqual([
      ['2026-01-15', '2026-01-18', 'restarted', '2026-01-20'],
      ['2026-01-18', '2026-03-31', 'runs', '2026-01-23'],
    ]);
  });

  it('that was stopped keeps its end, whatever is started or stopped later', async () => {
    const stop = (on: LegalDay) => line({ do: 'stop', on });
    const runs = own(await accountWith([start('2026-01-15'), stop('2026-01-16'), stop('2026-01-17'), start('2026-01-18')]));
    expect(runs.map(({ endedOn, ended }) => [endedOn, ended])).toEqual([
      ['2026-01-16', 'stopped'],
      ['2026-03-31', 'runs'],
    ]);
  });

  it('that was stopped before its last day counts no day after it was stopped', async () => {
    const run = first(await accountWith([start('2026-01-15'), line({ do: 'stop', on: '2026-01-17' })]));
    expect([shares(run.inTerm), run.overdue, run.missed]).toEqual([[['p-7', 2]], [], false]);
  });

  it('has no days at all where it is counted up to a day before it began', async () => {
    const account = await accountWith([start('2026-01-15')], { until: '2026-01-10' });
    expect(first(account)).toMatchObject({ endedOn: '2026-01-15', inTerm: [], overdue: [], missed: false });
    expect(account.holdings.at(-1)).toMatchObject({ from: '2026-01-14', to: null, days: 0, workingDays: 0 });
  });

  it.each([none, { dueOn: null }, { rawDueOn: null }])('is not begun by a start that names no day: %j', async (due) => {
    expect(own(await accountWith([start('2026-01-15', due)]))).toEqual([]);
  });

  it('is not begun by anything but a start', async () => {
    const entries = (['pause', 'resume', 'stop'] as const).map((what) => line({ do: what, on: '2026-01-15' }));
    expect(own(await accountWith(entries))).toEqual([]);
  });

  it('gives days to nobody on which nobody held the case yet', async () => {
    // Nobody had the 3rd, 4th and 5th; the head the 6th to the 14th, and p-7 the rest.
    expect(shares(first(await accountWith([start('2026-01-02')])).inTerm)).toEqual([
      [null, 3],
      ['p-left', 9],
      ['p-7', 6],
    ]);
  });
});

describe('the pauses of a run', () => {
  const pause = (on: LegalDay) => line({ do: 'pause', on }, none);
  const resume = (on: LegalDay, dueOn: LegalDay) => line({ do: 'resume', on }, onDay(dueOn));
  const inTerm = async (...extra: readonly Extra[]) => shares(first(await accountWith([start('2026-01-15'), ...extra])).inTerm);

  it('are one where a second is begun in the first', async () => {
    // From the 17th to the 19th: two of the days from the 16th to the 22nd.
    expect(await inTerm(pause('2026-01-17'), pause('2026-01-18'), resume('2026-01-19', '2026-01-22'))).toEqual([['p-7', 5]]);
  });

  it('end at the first resumption, and a resumption without a pause is none', async () => {
    const twice = [pause('2026-01-17'), resume('2026-01-19', '2026-01-22'), resume('2026-01-21', '2026-01-22')];
    expect(await inTerm(resume('2026-01-16', '2026-01-20'), ...twice)).toEqual([['p-7', 5]]);
  });

  it('are neither begun nor ended by another term', async () => {
    const longer = (on: LegalDay, due: Due) => line({ do: 'extend', on, by: 3, cap: 60 }, due);
    expect(await inTerm(longer('2026-01-16', onDay('2026-01-23')))).toEqual([['p-7', 8]]);
    // Of the days from the 16th to the 27th the 18th to the 21st do not count.
    const paused = [pause('2026-01-17'), longer('2026-01-18', none), resume('2026-01-21', '2026-01-27')];
    expect(await inTerm(...paused)).toEqual([['p-7', 8]]);
  });

  it('leave out no day that the roll added, where they begin on the plain end of the term', async () => {
    // Twenty days from the 12th end on Sunday, 1 February, and so on Monday, 2 February.
    const suspended: Step = { type: 'Suspend', on: '2026-02-01', data: { ground: 'illness', evidence: 'a letter' } };
    const { runs } = accountOf(await fileWith([], [...base, suspended]), options);
    const resolution = runs.find(({ clock }) => clock === 'resolution');
    expect([resolution?.dueOn, shares(resolution?.inTerm ?? [])]).toEqual([
      '2026-02-02',
      [
        ['p-left', 2],
        ['p-7', 19],
      ],
    ]);
  });
});

describe('the calendar of a run', () => {
  it('is that of the last line which named a day', async () => {
    const other = { calendar: 'house@2' };
    const named = async (due: Due) =>
      first(await accountWith([start('2026-01-15'), line({ do: 'pause', on: '2026-01-17' }, due)])).calendar;
    const calendars = [{ ...none, ...other }, { dueOn: null, ...other }, { rawDueOn: null, ...other }, other].map(named);
    expect(await Promise.all(calendars)).toEqual(['house@1', 'house@1', 'house@1', 'house@2']);
  });

  it('gives no working days where it is not the one that the fact names', async () => {
    const run = first(await accountWith([start('2026-01-15', { calendar: 'house@0' })]));
    expect(run.inTerm.map(({ days, workingDays }) => [days, workingDays])).toEqual([[5, null]]);
  });

  it('gives the holdings no working days where the law has another calendar now', async () => {
    const later: AccountOptions['laws'] = () => ({ ...law, calendar: (on) => ({ ...law.calendar(on), edition: '2' }) });
    const { holdings } = await accountWith([], { laws: later });
    expect(holdings.map(({ days, workingDays }) => [days, workingDays])).toEqual([
      [9, null],
      [76, null],
    ]);
  });
});

describe('whoever is named where a clock ran out', () => {
  const named = { unit: 'left', person: 'p-9', exOfficio: false };
  const ranOut: Extra = { type: 'ClockRanOut', on: '2026-01-21', data: { clock: 'own', holder: named } };

  it('stays named, whatever is written of the clock afterwards', async () => {
    const after: Extra = { on: '2026-01-22', data: { clock: 'own' } };
    expect(first(await accountWith([start('2026-01-15'), ranOut, after])).ranOutWith).toEqual(named);
  });

  it('is nobody where the clock never ran', async () => {
    expect((await accountWith([ranOut])).runs.map(({ ranOutWith }) => ranOutWith)).toEqual([null, null]);
  });
});

describe('the holdings of a case', () => {
  it('end on the day of the fact that ended it, whatever is noted later', async () => {
    const steps: readonly Step[] = [
      ...base,
      { type: 'Withdraw', on: '2026-01-20', data: { form: 'petition' } },
      { type: 'Note', on: '2026-01-23', data: { text: 'The file went to the archive.' } },
    ];
    const open = await accountWith([]);
    const ended = accountOf(await fileWith([], steps), options);
    expect([open.endedOn, ended.endedOn]).toEqual([null, '2026-01-20']);
    expect(ended.holdings.at(-1)).toMatchObject({ from: '2026-01-14', to: '2026-01-20', days: 6, workingDays: 4 });
  });

  it('lose all that lies after the day of a late paper, and nothing before it', async () => {
    const steps: readonly Step[] = [
      { type: 'Receive', on: '2026-01-05', data: letter },
      { type: 'Accept', on: '2026-01-06' },
      { type: 'Assign', on: '2026-01-07', data: { person: 'p-7' } },
      { type: 'Reassign', on: '2026-01-09', data: { person: 'p-8', reason: 'p-7 is ill' } },
      { type: 'Reassign', on: '2026-01-08', recordedOn: '2026-01-12', data: { person: 'p-9', reason: 'a letter of the 8th' }, late },
    ];
    const { holdings } = accountOf(await fileWith([], steps), options);
    expect(holdings.map(({ holder, from, to }) => [holder.person, from, to])).toEqual([
      ['p-left', '2026-01-05', '2026-01-07'],
      ['p-7', '2026-01-07', '2026-01-08'],
      ['p-9', '2026-01-08', null],
    ]);
  });

  it('leave out the days on which nobody had it, in a case type that knows such days', async () => {
    const file = await fileWith([{ on: '2026-01-20', data: { drop: true } }]);
    const type: CaseType = {
      ...file.type,
      evolve: (state: CaseState, fact: Fact) => {
        file.type.evolve(state, fact);
        if (fact.data.drop === true) state.custody.holder = null;
      },
    };
    const [opening] = file.facts;
    if (!opening) throw new Error('nothing was written');
    // A remark that comes before the case has anybody, and one by which it is nobody's again.
    const early: FiledFact = { record: opening.record, fact: { ...opening.fact, type: 'Noted', data: {} } };
    const { holdings } = accountOf({ ...file, type, facts: [early, ...file.facts] }, options);
    expect(holdings.map(({ holder, from, to }) => [holder.person, from, to])).toEqual([
      ['p-left', '2026-01-05', '2026-01-14'],
      ['p-7', '2026-01-14', '2026-01-20'],
    ]);
  });
});

describe('the accounts of a log that is in use', () => {
  const all = async (log: Written, unit?: string, meet?: () => Promise<unknown>) => {
    const told: CaseAccount[] = [];
    for await (const account of accountsOf({ ...options, store: log.store, caseTypes, unit }, (id) => expect(id).toBe('readable'))) {
      told.push(account);
      await meet?.();
    }
    return told;
  };

  it('hold each case as it was when the first was asked for', async () => {
    const log = await written(base, 'two', await written(base, 'one'));
    let asked = 0;
    const resolves = async () => {
      asked += 1;
      if (asked === 1)
        await log.engine.execute({
          id: 'later',
          type: 'Resolve',
          case: 'two',
          on: '2026-01-16',
          data: decision,
          actor: { id: 'p-7', unit: 'left', role: 'head' },
        });
    };
    const stages = (accounts: readonly CaseAccount[]) => accounts.map(({ stage }) => stage);
    const [before, after] = [stages(await all(log, undefined, resolves)), stages(await all(log))];
    expect(before[1]).toBe(before[0]);
    expect(after[1]).not.toBe(before[0]);
  });

  it('of a unit hold what it passed on, and what it was passed', async () => {
    const steps: readonly Step[] = [
      ...base.slice(0, 2),
      { type: 'OfferTransfer', on: '2026-01-13', data: { toUnit: 'right' } },
      { type: 'AcceptTransfer', on: '2026-01-14', unit: 'right' },
    ];
    const log = await written(steps);
    expect(await Promise.all(['left', 'right', 'far'].map(async (unit) => (await all(log, unit)).length))).toEqual([1, 1, 0]);
  });

  it('end with the fault of a store that fails, which is no fault of a case', async () => {
    const log = await written(base);
    const read = () => {
      throw new Error('the disk is gone');
    };
    await expect(all({ ...log, store: { ...log.store, read, readLog: log.store.readLog.bind(log.store) } })).rejects.toThrow(
      'the disk is gone',
    );
  });
});
