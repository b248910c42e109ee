import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarData,
  calendarOf,
  daysBetween,
  dueDay,
  everyDayWorks,
  latestDayBefore,
  type Term,
} from '../../src/domain/calendar.ts';

const tet: CalendarData = {
  id: 'tet-2026',
  edition: '1',
  timeZone: 'Asia/Ho_Chi_Minh',
  weekend: ['Sat', 'Sun'],
  publishedFrom: 2026,
  publishedTo: 2026,
  off: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) => ({ day, name: 'Tết', kind: 'holiday' })),
  makeUp: [],
};
const calendar = calendarOf(tet);
const term = (length: number, unit: Term['unit'], roll: Term['roll'] = 'next-working-day'): Term => ({ length, unit, roll });

describe('a due day', () => {
  it('30 days from Fri 2026-01-16 end on Sun 2026-02-15 (15 in January, 15 in February) and roll past Tết to Mon 02-23', () => {
    expect(dueDay(calendar, '2026-01-16', term(30, 'calendar-days'))).toEqual({
      firstDayCounted: '2026-01-17',
      rawDueOn: '2026-02-15',
      dueOn: '2026-02-23',
      provisional: false,
    });
    expect(dueDay(calendar, '2026-01-16', term(30, 'calendar-days', 'none')).dueOn).toBe('2026-02-15');
  });

  it('3 working days from Thu 2026-02-12 end on Tue 2026-02-24 (13, 23, 24); the first counted is Fri 02-13', () => {
    expect(dueDay(calendar, '2026-02-12', term(3, 'working-days'))).toEqual({
      firstDayCounted: '2026-02-13',
      rawDueOn: '2026-02-24',
      dueOn: '2026-02-24',
      provisional: false,
    });
    // Received on a day off, counting starts at the first working day after it.
    expect(dueDay(calendar, '2026-02-17', term(1, 'working-days')).firstDayCounted).toBe('2026-02-23');
  });

  it('a month from 31 January ends on 28 February, a Saturday, and rolls to Monday 2 March; a year keeps its day', () => {
    expect(dueDay(calendar, '2026-01-31', term(1, 'months'))).toMatchObject({ rawDueOn: '2026-02-28', dueOn: '2026-03-02' });
    expect(dueDay(calendar, '2025-03-04', term(1, 'years'))).toMatchObject({ rawDueOn: '2026-03-04', dueOn: '2026-03-04' });
  });

  it('is provisional where its year is not published, though it began in one that is', () => {
    expect(dueDay(calendar, '2026-12-20', term(30, 'calendar-days')).provisional).toBe(true);
    expect(dueDay(calendar, '2026-12-20', term(10, 'calendar-days')).provisional).toBe(false);
  });

  it('a lead of 5 days before Fri 2026-07-24 allows Sun 2026-07-19 and is not rolled; of 3 working days before Tue 02-24, Thu 02-12', () => {
    expect(latestDayBefore(calendar, '2026-07-24', 5, 'calendar-days')).toBe('2026-07-19');
    // Back from 02-24: 23, 13, 12.
    expect(latestDayBefore(calendar, '2026-02-24', 3, 'working-days')).toBe('2026-02-12');
  });
});

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };
const dayIn = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays('2026-01-01', days));
const calendars = fc
  .record({ off: fc.uniqueArray(dayIn(-400, 800), { maxLength: 60 }), makeUp: fc.uniqueArray(dayIn(-400, 800), { maxLength: 20 }) })
  .map(
    ({ off, makeUp }): CalendarData => ({
      ...tet,
      off: off.map((day) => ({ day, name: 'off', kind: 'holiday' })),
      makeUp: makeUp.map((day) => ({ day, for: '2026-01-02' })),
    }),
  );
const terms = fc.record<Term>({
  length: fc.integer({ min: 0, max: 120 }),
  unit: fc.constantFrom('calendar-days', 'working-days', 'months'),
  roll: fc.constantFrom('next-working-day', 'none'),
});

describe('due days on any calendar', () => {
  it('two ways to count agree: by table, and by walking from day to day', () => {
    const anywhere = dayIn(-6000, 6000);
    fc.assert(
      fc.property(calendars, anywhere, fc.integer({ min: 0, max: 90 }), (data, from, count) => {
        const counted = calendarOf(data);
        let left = count;
        let walked = from;
        while (left > 0) {
          walked = addDays(walked, 1);
          if (counted.isWorkingDay(walked)) left -= 1;
        }
        expect(counted.nthWorkingDayAfter(from, count)).toBe(walked);
        expect(counted.workingDaysBetween(from, walked)).toBe(count);
        const end = addDays(walked, 1);
        if (count > 0) expect(counted.nthWorkingDayBefore(end, counted.workingDaysBetween(from, walked)) > from).toBe(true);
      }),
      { ...seed, numRuns: 300 },
    );
  });

  it('the nth working day back and the nth on undo each other from a working day', () => {
    fc.assert(
      fc.property(calendars, dayIn(-300, 700), fc.integer({ min: 1, max: 90 }), (data, day, count) => {
        const counted = calendarOf(data);
        const from = counted.nextWorkingDay(day);
        expect(counted.nthWorkingDayBefore(counted.nthWorkingDayAfter(from, count), count)).toBe(from);
      }),
      { ...seed, numRuns: 300 },
    );
  });

  it('another day off never makes a due day earlier', () => {
    fc.assert(
      fc.property(calendars, terms, dayIn(0, 365), dayIn(0, 500), (data, wanted, from, day) => {
        const off = [...data.off, { day, name: 'one more', kind: 'holiday' } as const];
        const makeUp = data.makeUp.filter((each) => each.day !== day);
        const before = dueDay(calendarOf(data), from, wanted).dueOn;
        expect(dueDay(calendarOf({ ...data, off, makeUp }), from, wanted).dueOn >= before).toBe(true);
      }),
      { ...seed, numRuns: 300 },
    );
  });

  it('a later trigger never falls due earlier', () => {
    fc.assert(
      fc.property(calendars, terms, dayIn(0, 365), fc.integer({ min: 0, max: 60 }), (data, wanted, from, later) => {
        const counted = calendarOf(data);
        expect(dueDay(counted, addDays(from, later), wanted).dueOn >= dueDay(counted, from, wanted).dueOn).toBe(true);
      }),
      { ...seed, numRuns: 300 },
    );
  });

  it('a rolled end is a working day, and nothing but days off lies between it and the plain end', () => {
    fc.assert(
      fc.property(calendars, terms, dayIn(0, 365), (data, wanted, from) => {
        const counted = calendarOf(data);
        const { rawDueOn, dueOn } = dueDay(counted, from, { ...wanted, roll: 'next-working-day' });
        expect(counted.isWorkingDay(dueOn)).toBe(true);
        for (let at = rawDueOn; at < dueOn; at = addDays(at, 1)) expect(counted.isWorkingDay(at)).toBe(false);
      }),
      { ...seed, numRuns: 300 },
    );
  });

  it('these properties can fail: a count that starts on the trigger itself is found out by walking (control)', () => {
    const wrong = (from: string, count: number) => calendar.nthWorkingDayAfter(addDays(from, -1), count);
    const found = fc.check(
      fc.property(
        dayIn(0, 300),
        fc.integer({ min: 1, max: 30 }),
        (from, count) => calendar.workingDaysBetween(from, wrong(from, count)) === count,
      ),
      { ...seed, numRuns: 100 },
    );
    expect(found.failed).toBe(true);
  });

  it('counted with every day working, working days are calendar days', () => {
    const always = everyDayWorks();
    fc.assert(
      fc.property(dayIn(-9000, 9000), fc.integer({ min: 0, max: 400 }), (from, count) => {
        expect(daysBetween(from, always.nthWorkingDayAfter(from, count))).toBe(count);
      }),
      { ...seed, numRuns: 200 },
    );
  });
});
