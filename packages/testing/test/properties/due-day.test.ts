import { addDays, type Citation, type ClockEntry, calendarOf, daysBetween, post, type Term } from '@redress/core';
import { calendars, legalDays, recount } from '@redress/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from './runs.ts';

const law: Citation = { text: 'House rule 6' };
const clock = 'resolution';
const range = { from: '2024-01-01', through: '2025-12-31' };
const terms: fc.Arbitrary<Term> = fc.record({
  length: fc.nat({ max: 60 }),
  unit: fc.constantFrom('calendar-days', 'working-days'),
  roll: fc.constantFrom('next-working-day', 'none'),
});
const months = fc.record({ length: fc.nat({ max: 6 }), unit: fc.constant('months' as const), roll: fc.constant('none' as const) });

/** Entries in any order of days, late papers included. */
const later = fc.oneof(
  legalDays(range).map((on): ClockEntry => ({ do: 'pause', clock, on, law })),
  legalDays(range).map((on): ClockEntry => ({ do: 'resume', clock, on, law })),
  fc
    .tuple(legalDays(range), fc.nat({ max: 20 }), fc.nat({ max: 90 }))
    .map(([on, by, cap]): ClockEntry => ({ do: 'extend', clock, on, by, cap, law })),
  fc.tuple(legalDays(range), terms).map(([on, term]): ClockEntry => ({ do: 'switch', clock, on, term, law })),
);
const started = fc
  .tuple(legalDays({ from: '2024-01-01', through: '2024-06-30' }), fc.oneof(terms, months))
  .map(([on, term]): ClockEntry => ({ do: 'start', clock, on, term, law, consequence: 'the next level opens' }));

const dueAfter = (entries: readonly ClockEntry[], calendar: ReturnType<typeof calendarOf>) => {
  const [last, ...before] = entries.toReversed();
  return last ? post(before.toReversed(), last, calendar) : expect.fail('no entry');
};

// Broken once and seen to fail: a resumption that goes on from its own day, though that of the pause is later.
describe('a due day', () => {
  it('is what walking from day to day comes to, whatever was posted, in whatever order of days', () => {
    fc.assert(
      fc.property(calendars(range), started, fc.array(later, { maxLength: 6 }), (data, start, more) => {
        const calendar = calendarOf(data);
        const line = dueAfter([start, ...more], calendar);
        expect({ rawDueOn: line.rawDueOn, dueOn: line.dueOn }).toEqual(recount([start, ...more], calendar));
      }),
      runs(150),
    );
  });

  it('moves by exactly the days of a pause, and by nothing for a pause of no length', () => {
    fc.assert(
      fc.property(calendars(range), started, fc.nat({ max: 40 }), fc.nat({ max: 60 }), (data, start, after, length) => {
        const calendar = calendarOf(data);
        const raw = dueAfter([start], calendar).rawDueOn ?? expect.fail('it runs');
        const from = addDays(start.on, after);
        const to = addDays(from, length);
        const paused = dueAfter([start, { do: 'pause', clock, on: from, law }, { do: 'resume', clock, on: to, law }], calendar).rawDueOn;
        const working = start.do === 'start' && start.term.unit === 'working-days';
        const given = working ? calendar.workingDaysBetween(from, to) : daysBetween(from, to);
        const moved = working ? calendar.nthWorkingDayAfter(raw, given) : addDays(raw, given);
        // From the last day of the term on nothing is left that could be given back.
        expect(paused).toBe(from >= raw ? raw : moved);
      }),
      runs(150),
    );
  });

  it('is never moved earlier by an extension, nor beyond its cap', () => {
    fc.assert(
      fc.property(calendars(range), started, fc.nat({ max: 30 }), fc.nat({ max: 90 }), (data, start, by, cap) => {
        const calendar = calendarOf(data);
        const before = dueAfter([start], calendar).rawDueOn ?? '';
        const after = dueAfter([start, { do: 'extend', clock, on: start.on, by, cap, law }], calendar).rawDueOn ?? '';
        const length = start.do === 'start' ? Math.max(cap, start.term.length) : 0;
        const latest = start.do === 'start' ? recount([{ ...start, term: { ...start.term, length } }], calendar).rawDueOn : null;
        expect(after >= before).toBe(true);
        expect(after <= (latest ?? '')).toBe(true);
      }),
      runs(100),
    );
  });

  it('keeps what a pause gave back when the term is switched', () => {
    // 1 March + 10 days, paused from 5 to 9 March, then switched to 20 days: 21 March + 4 days = 25 March.
    const calendar = calendarOf({
      id: 'c',
      edition: '1',
      timeZone: 'UTC',
      weekend: [],
      publishedFrom: 2024,
      publishedTo: 2024,
      off: [],
      makeUp: [],
    });
    const term = (length: number): Term => ({ length, unit: 'calendar-days', roll: 'none' });
    const entries: ClockEntry[] = [
      { do: 'start', clock, on: '2024-03-01', term: term(10), law, consequence: 'none' },
      { do: 'pause', clock, on: '2024-03-05', law },
      { do: 'resume', clock, on: '2024-03-09', law },
      { do: 'switch', clock, on: '2024-03-10', term: term(20), law },
    ];
    expect(dueAfter(entries, calendar).dueOn).toBe('2024-03-25');
    // A switch that forgets the pause would end on the 21st.
    expect(
      recount(
        entries.filter(({ do: what }) => what === 'start' || what === 'switch'),
        calendar,
      ).dueOn,
    ).toBe('2024-03-21');
  });
});
