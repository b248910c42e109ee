import { addDays, type ClockEntry, calendarOf, post } from '@redress/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DueDays, Ledger } from '../src/due-day.ts';
import { dueDayOf } from '../src/index.ts';
import { law as house } from './house-log.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

const calendar = calendarOf({
  id: 'test',
  edition: '1',
  timeZone: 'UTC',
  weekend: ['Sat', 'Sun'],
  publishedFrom: 2024,
  publishedTo: 2026,
  off: [
    { day: '2026-01-01', name: 'New Year', kind: 'holiday' },
    { day: '2026-02-17', name: 'Tết', kind: 'holiday' },
  ],
  makeUp: [{ day: '2026-02-21', for: '2026-02-20' }],
});
const law = { text: 'Rule 1' };
const start = (
  on: string,
  length: number,
  unit: 'calendar-days' | 'working-days' | 'months' | 'years',
  roll: 'next-working-day' | 'none' = 'none',
): ClockEntry => ({
  do: 'start',
  clock: 'c',
  on,
  law,
  consequence: '',
  term: { length, unit, roll },
});
const due = (...entries: ClockEntry[]): string | null => dueDayOf(entries, calendar).dueOn;

describe('due days, counted by hand', () => {
  it('the day of the start is day 0: 5 January + 10 days = 15 January', () =>
    expect(due(start('2026-01-05', 10, 'calendar-days'))).toBe('2026-01-15'));
  it('working days step over the weekend: Monday 5 January + 10 = Monday 19 January', () =>
    expect(due(start('2026-01-05', 10, 'working-days'))).toBe('2026-01-19'));
  it('a holiday does not count and a make-up Saturday does: Monday 16 February + 5 = 18, 19, 20, Saturday 21, Monday 23', () =>
    expect(due(start('2026-02-16', 5, 'working-days'))).toBe('2026-02-23'));
  it('an end on Saturday 10 January rolls to Monday 12', () =>
    expect(due(start('2026-01-05', 5, 'calendar-days', 'next-working-day'))).toBe('2026-01-12'));
  it('31 January + 1 month = 28 February', () => expect(due(start('2026-01-31', 1, 'months'))).toBe('2026-02-28'));
  it('29 February 2024 + 1 year = 28 February 2025', () => expect(due(start('2024-02-29', 1, 'years'))).toBe('2025-02-28'));
  it('a pause from 8 to 12 January gives back 4 days: 15 becomes 19', () =>
    expect(
      due(
        start('2026-01-05', 10, 'calendar-days'),
        { do: 'pause', clock: 'c', on: '2026-01-08', law },
        { do: 'resume', clock: 'c', on: '2026-01-12', law },
      ),
    ).toBe('2026-01-19'));
  it('there is none while the clock is paused', () =>
    expect(due(start('2026-01-05', 10, 'calendar-days'), { do: 'pause', clock: 'c', on: '2026-01-08', law })).toBeNull());
});

const days = fc.integer({ min: 0, max: 40 });
const term = fc.record({
  length: fc.integer({ min: 0, max: 90 }),
  unit: fc.constantFrom('calendar-days' as const, 'working-days' as const),
  roll: fc.constantFrom('next-working-day' as const, 'none' as const),
});
const longTerm = fc.record({
  length: fc.integer({ min: 0, max: 5 }),
  unit: fc.constantFrom('months' as const, 'years' as const),
  roll: fc.constantFrom('next-working-day' as const, 'none' as const),
});
const later = fc.oneof(
  fc.record({ do: fc.constant('pause' as const), days }),
  fc.record({ do: fc.constant('resume' as const), days }),
  fc.record({ do: fc.constant('extend' as const), days, by: fc.integer({ min: 0, max: 60 }), cap: fc.integer({ min: 0, max: 120 }) }),
  fc.record({ do: fc.constant('switch' as const), days, term: fc.oneof(term, longTerm) }),
  fc.record({ do: fc.constant('stop' as const), days }),
);

/** Entries whose days never go back: each so many days after the one before. */
const ledgers = fc
  .record({ first: fc.integer({ min: 0, max: 1200 }), term: fc.oneof(term, longTerm), rest: fc.array(later, { maxLength: 8 }) })
  .map(({ first, term: begun, rest }) => {
    let on = addDays('2024-01-01', first);
    const entries: ClockEntry[] = [{ do: 'start', clock: 'c', on, law, consequence: '', term: begun }];
    for (const { days: gap, ...entry } of rest) {
      on = addDays(on, gap);
      entries.push({ ...entry, clock: 'c', on, law });
    }
    return entries;
  });

describe('a calendar without a working day', () => {
  it('has no due day for a term of working days, and none to roll to: the count ends all the same', () => {
    const never = { ...calendar, isWorkingDay: () => false };
    const none = { rawDueOn: null, dueOn: null, provisional: false };
    expect(dueDayOf([start('2026-01-05', 1, 'working-days')], never)).toEqual(none);
    expect(dueDayOf([start('2026-01-05', 5, 'calendar-days', 'next-working-day')], never).rawDueOn).toBe('2026-01-10');
  });
});

describe('entries that begin with no start', () => {
  it('lead to no due day', () => {
    const none = { rawDueOn: null, dueOn: null, provisional: false };
    expect(dueDayOf([], calendar)).toEqual(none);
    expect(dueDayOf([{ do: 'pause', clock: 'c', on: '2026-01-08', law }, start('2026-01-05', 10, 'calendar-days')], calendar)).toEqual(
      none,
    );
  });
});

describe('what comes after a start, counted by hand', () => {
  const first = start('2026-01-05', 10, 'calendar-days');
  const pause = (on: string): ClockEntry => ({ do: 'pause', clock: 'c', on, law });
  const resume = (on: string): ClockEntry => ({ do: 'resume', clock: 'c', on, law });
  const extend = (by: number, cap: number): ClockEntry => ({ do: 'extend', clock: 'c', on: '2026-01-12', by, cap, law });

  it('an extension adds its days up to its cap, and takes none away: 15 January + 5 = 20; capped at 12 days, 17; at 8, 15', () =>
    expect([due(first, extend(5, 60)), due(first, extend(5, 12)), due(first, extend(5, 8))]).toEqual([
      '2026-01-20',
      '2026-01-17',
      '2026-01-15',
    ]));
  it('another term counts from the same start, and as its own unit does: 20 days end on the 25th, 8 working days on the 15th', () => {
    const to = (length: number, unit: 'calendar-days' | 'working-days'): ClockEntry => ({
      ...{ do: 'switch', clock: 'c', on: '2026-01-12', law },
      term: { length, unit, roll: 'none' },
    });
    expect([due(first, to(20, 'calendar-days')), due(first, to(8, 'working-days'))]).toEqual(['2026-01-25', '2026-01-15']);
  });
  it('a second pause in a pause, and a resumption without one, change nothing', () => {
    expect(due(first, pause('2026-01-08'), pause('2026-01-10'), resume('2026-01-12'))).toBe('2026-01-19');
    expect(due(first, resume('2026-01-07'), pause('2026-01-08'), resume('2026-01-12'), resume('2026-01-14'))).toBe('2026-01-19');
  });
  it('two pauses give back the days of both: 4 and 2 make 15 January the 21st', () =>
    expect(due(first, pause('2026-01-08'), resume('2026-01-12'), pause('2026-01-13'), resume('2026-01-15'))).toBe('2026-01-21'));
  it('a pause of no day gives nothing back, and one that begins when the count is over takes nothing away', () => {
    expect(due(first, pause('2026-01-08'), resume('2026-01-08'))).toBe('2026-01-15');
    expect(due(first, pause('2026-01-15'))).toBe('2026-01-15');
    expect(due(first, pause('2026-01-14'))).toBeNull();
    expect(due(first, pause('2026-01-05'))).toBeNull();
  });
});

describe('due days that are kept', () => {
  const ledgerOf = (...entries: readonly ClockEntry[]): Ledger => {
    const ledger = new Ledger();
    for (const entry of entries) ledger.enter(entry);
    return ledger;
  };
  const first = start('2026-01-05', 10, 'calendar-days');
  const pause = (on: string): ClockEntry => ({ do: 'pause', clock: 'c', on, law });
  const resume = (on: string): ClockEntry => ({ do: 'resume', clock: 'c', on, law });
  const extend = (by: number, cap: number): ClockEntry => ({ do: 'extend', clock: 'c', on: '2026-01-12', by, cap, law });
  const switched = (to: ClockEntry): ClockEntry =>
    to.do === 'start' ? { do: 'switch', clock: 'c', on: '2026-01-06', law, term: to.term } : expect.fail('no start');
  /** A calendar that notes of which days it is asked. */
  const asked: string[] = [];
  const noting = { ...calendar, isWorkingDay: (day: string) => asked.push(day) > 0 && calendar.isWorkingDay(day) };

  it.each<readonly [string, readonly ClockEntry[], string | null]>([
    ['as they are', [first], '2026-01-15'],
    ['from another day', [start('2026-01-06', 10, 'calendar-days')], '2026-01-16'],
    ['of another length', [start('2026-01-05', 11, 'calendar-days')], '2026-01-16'],
    ['in another unit', [start('2026-01-05', 10, 'working-days')], '2026-01-19'],
    ['that ends on a Saturday and stays there', [start('2026-01-05', 12, 'calendar-days')], '2026-01-17'],
    ['that ends on a Saturday and rolls', [start('2026-01-05', 12, 'calendar-days', 'next-working-day')], '2026-01-19'],
    ['with a term of another length in its place', [first, switched(start('2026-01-05', 11, 'calendar-days'))], '2026-01-16'],
    ['with a term of another unit in its place', [first, switched(start('2026-01-05', 11, 'working-days'))], '2026-01-20'],
    ['with a pause', [first, pause('2026-01-08')], null],
    ['with a pause that ended', [first, pause('2026-01-08'), resume('2026-01-12')], '2026-01-19'],
    ['with a pause that ended later', [first, pause('2026-01-08'), resume('2026-01-13')], '2026-01-20'],
    ['with a pause that began later', [first, pause('2026-01-09'), resume('2026-01-12')], '2026-01-18'],
    ['with an extension', [first, extend(5, 60)], '2026-01-20'],
    ['with a longer extension', [first, extend(6, 60)], '2026-01-21'],
    ['with an extension that is capped', [first, extend(6, 12)], '2026-01-17'],
    ['with a stop', [first, { do: 'stop', clock: 'c', on: '2026-01-12', law }], '2026-01-15'],
  ])('are told apart by all that bears on them: the term %s', (_, entries, dueOn) => {
    expect(kept.of(ledgerOf(...entries), calendar, house).dueOn).toBe(dueOn);
    expect(kept.of(ledgerOf(...entries), calendar, house).dueOn).toBe(dueOn);
  });
  const kept = new DueDays();

  it('are counted once for each law and each calendar', () => {
    const days = new DueDays();
    const ledger = ledgerOf(start('2026-01-05', 1, 'working-days'));
    const counts = (law = house, counted = noting): number => {
      asked.length = 0;
      expect(days.of(ledger, counted, law).dueOn).toBe('2026-01-06');
      return asked.length;
    };
    expect([counts(), counts(), counts()]).toEqual([1, 0, 0]);
    const other = { ...house };
    expect([counts(other), counts(other), counts()]).toEqual([1, 0, 0]);
    const later = { ...noting, edition: '2' };
    expect([counts(house, later), counts(house, later), counts(), counts(other)]).toEqual([1, 0, 0, 0]);
    // The control: what another law calls by the same name may be another calendar.
    const never = { ...calendar, isWorkingDay: () => false };
    expect(days.of(ledger, never, { ...house }).dueOn).toBeNull();
  });

  it('are forgotten after ten thousand others', () => {
    const days = new DueDays();
    const { entries } = ledgerOf(start('2026-01-05', 1, 'working-days'));
    const counts = (signed: string): number => {
      asked.length = 0;
      days.of({ entries, signed } as Ledger, noting, house);
      return asked.length;
    };
    for (let number = 1; number <= 10_000; number += 1) counts(`${number}`);
    expect([counts('1'), counts('10000')]).toEqual([0, 0]);
    expect([counts('10001'), counts('1'), counts('10001')]).toEqual([1, 1, 0]);
  });

  it('are by the calendar as records name it', () => {
    const days = new DueDays();
    expect([days.nameOf(calendar), days.nameOf({ ...calendar, edition: '2' }), days.nameOf(calendar)]).toEqual([
      'test@1',
      'test@2',
      'test@1',
    ]);
  });
});

describe('two counts that know nothing of each other', () => {
  it('agree: the auditor walks from day to day, the engine looks up and subtracts', () => {
    fc.assert(
      fc.property(ledgers, (entries) => {
        const last = entries[entries.length - 1] as ClockEntry;
        const { rawDueOn, dueOn, provisional } = post(entries.slice(0, -1), last, calendar);
        expect(dueDayOf(entries, calendar)).toEqual({ rawDueOn, dueOn, provisional });
      }),
      { ...seed, numRuns: 500 },
    );
  });

  // Negative control: an engine that had counted the day of the start would differ.
  it('and would not, were the day of the start counted', () => {
    const { dueOn } = post([], start('2026-01-04', 10, 'calendar-days'), calendar);
    expect(due(start('2026-01-05', 10, 'calendar-days'))).not.toBe(dueOn);
  });
});
