import { describe, expect, it } from 'vitest';
import { type Calendar, type CalendarData, calendarOf, everyDayWorks } from '../../src/domain/calendar.ts';

/** Days off of Viet Nam's public sector around the new year 2026, National Day, and a day computed for 2027. */
const data: CalendarData = {
  id: 'sample',
  edition: '1',
  timeZone: 'Asia/Ho_Chi_Minh',
  weekend: ['Sat', 'Sun'],
  publishedFrom: 2026,
  publishedTo: 2026,
  off: [
    { day: '2026-01-01', name: 'New Year', kind: 'holiday' },
    { day: '2026-01-02', name: 'made up on 10 January', kind: 'swapped-off' },
    ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map(
      (day) => ({ day, name: 'Tết', kind: 'holiday' }) as const,
    ),
    { day: '2026-04-27', name: 'for Sunday 26 April', kind: 'compensatory' },
    { day: '2026-08-31', name: 'made up on 22 August', kind: 'swapped-off' },
    { day: '2026-09-01', name: 'National Day', kind: 'holiday' },
    { day: '2026-09-02', name: 'National Day', kind: 'holiday' },
  ],
  makeUp: [
    { day: '2026-01-10', for: '2026-01-02' },
    { day: '2026-08-22', for: '2026-08-31' },
  ],
  computed: [{ day: '2027-01-01', name: 'New Year', kind: 'holiday' }],
};
const calendar: Calendar = calendarOf(data);

describe('a working day', () => {
  it.each([
    ['2026-01-05', 'Mon', null],
    ['2026-01-03', 'Sat', 'weekend'],
    ['2026-01-10', 'Sat, a make-up day', null],
    ['2026-08-22', 'Sat, a make-up day', null],
    ['2026-01-02', 'Fri', { name: 'made up on 10 January', kind: 'swapped-off' }],
    ['2026-02-17', 'Tue', { name: 'Tết', kind: 'holiday' }],
    ['2026-02-21', 'Sat after Tết', 'weekend'],
    ['2026-04-27', 'Mon', { name: 'for Sunday 26 April', kind: 'compensatory' }],
    ['2027-01-01', 'Fri', { name: 'New Year', kind: 'holiday' }],
  ] as const)('%s (%s) is off because of %j', (day, _, why) => {
    expect(calendar.dayOff(day)).toEqual(why);
    expect(calendar.isWorkingDay(day)).toBe(why === null);
  });

  it('is found from a day off in both directions, past a whole Tết', () => {
    expect(calendar.nextWorkingDay('2026-02-14')).toBe('2026-02-23');
    expect(calendar.previousWorkingDay('2026-02-22')).toBe('2026-02-13');
    expect(calendar.nextWorkingDay('2026-02-13')).toBe('2026-02-13');
    expect(calendar.nextWorkingDay('2026-01-10')).toBe('2026-01-10');
  });

  it('is marked provisional outside the published years', () => {
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(calendar.provisional)).toEqual([true, false, false, true]);
  });
});

describe('counting working days', () => {
  it('from Wed 2025-12-31 five working days end on Fri 2026-01-09 (05, 06, 07, 08, 09), the sixth is the make-up Sat 01-10', () => {
    expect(calendar.nthWorkingDayAfter('2025-12-31', 5)).toBe('2026-01-09');
    expect(calendar.nthWorkingDayAfter('2025-12-31', 6)).toBe('2026-01-10');
    expect(calendar.nthWorkingDayAfter('2025-12-31', 7)).toBe('2026-01-12');
  });

  it('from Fri 2026-02-13 the third working day is Wed 2026-02-25 (23, 24, 25), past Tết', () => {
    expect(calendar.nthWorkingDayAfter('2026-02-13', 3)).toBe('2026-02-25');
  });

  it('from Fri 2026-08-21 the seventh working day is Thu 2026-09-03 (the make-up Sat 08-22, 24, 25, 26, 27, 28, 09-03)', () => {
    expect(calendar.nthWorkingDayAfter('2026-08-21', 7)).toBe('2026-09-03');
  });

  it('the day itself stands for the zeroth, in both directions, even where it is off', () => {
    expect(calendar.nthWorkingDayAfter('2026-02-17', 0)).toBe('2026-02-17');
    expect(calendar.nthWorkingDayBefore('2026-02-17', 0)).toBe('2026-02-17');
  });

  it('before Mon 2026-09-07 the fifth working day is Wed 2026-08-26 (09-04, 09-03, 08-28, 27, 26)', () => {
    expect(calendar.nthWorkingDayBefore('2026-09-07', 5)).toBe('2026-08-26');
  });

  it('before a day off counting starts at the last working day before it', () => {
    expect(calendar.nthWorkingDayBefore('2026-02-18', 1)).toBe('2026-02-13');
    expect(calendar.nthWorkingDayBefore('2026-02-23', 1)).toBe('2026-02-13');
  });

  it('leaves out the first day and takes in the last', () => {
    expect(calendar.workingDaysBetween('2026-02-13', '2026-02-23')).toBe(1);
    expect(calendar.workingDaysBetween('2026-02-12', '2026-02-13')).toBe(1);
    expect(calendar.workingDaysBetween('2026-01-09', '2026-01-10')).toBe(1);
    expect(calendar.workingDaysBetween('2026-02-13', '2026-02-13')).toBe(0);
    expect(calendar.workingDaysBetween('2026-02-23', '2026-02-13')).toBe(0);
  });

  it('goes on by the week where nothing is tabled, decades away', () => {
    // Fri 2099-12-25, Mon 12-28, Tue, Wed, Thu 12-31, Fri 2100-01-01: the sixth after Thu 12-24.
    expect(calendar.nthWorkingDayAfter('2099-12-24', 6)).toBe('2100-01-01');
    expect(calendar.nthWorkingDayBefore('2100-01-01', 5)).toBe('2099-12-25');
    expect(calendar.workingDaysBetween('2099-12-24', '2100-01-01')).toBe(6);
    // 1901-01-04 was a Friday, 1901-01-07 a Monday.
    expect(calendar.nthWorkingDayAfter('1901-01-04', 1)).toBe('1901-01-07');
  });

  it('is every day where every day works, and nothing at all where none does', () => {
    const always = everyDayWorks();
    expect(always.nthWorkingDayAfter('2026-02-13', 3)).toBe('2026-02-16');
    expect(always.dayOff('2026-02-17')).toBe(null);
    expect(() => calendarOf({ ...data, weekend: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] })).toThrow(/no working day/);
  });

  it('turns on make-up days: without them the same counts end later (control)', () => {
    const without = calendarOf({ ...data, makeUp: [] });
    expect(without.nthWorkingDayAfter('2025-12-31', 6)).toBe('2026-01-12');
    expect(without.nthWorkingDayAfter('2026-08-21', 7)).toBe('2026-09-04');
  });
});
