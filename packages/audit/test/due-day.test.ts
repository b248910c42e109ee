import { addDays, type ClockEntry, calendarOf, post } from '@redress/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDayOf } from '../src/index.ts';

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
