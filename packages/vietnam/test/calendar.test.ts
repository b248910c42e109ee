import { addDays, daysBetween, dueDay } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { publicSectorYears } from '../src/law/calendar-2020-2026.ts';
import { vietnamCalendar } from '../src/working-days.ts';

const calendar = vietnamCalendar();
const workingDays = (length: number) => ({ length, unit: 'working-days', roll: 'none' }) as const;
const calendarDays = (length: number) => ({ length, unit: 'calendar-days', roll: 'next-working-day' }) as const;

describe('the working-day calendar', () => {
  it('has, in every published year, as many working days as its source counts', () => {
    for (const [year, { workingDays: expected }] of Object.entries(publicSectorYears)) {
      const days = Array.from({ length: 366 }, (_, at) => addDays(`${year}-01-01`, at)).filter((day) => day.startsWith(year));
      expect(days.filter((day) => calendar.isWorkingDay(day)).length, year).toBe(expected);
      expect(daysBetween(`${year}-01-01`, days.at(-1) ?? ''), year).toBe(days.length - 1);
    }
  });

  it('works on a make-up Saturday and rests on the day it makes up for', () => {
    expect(calendar.isWorkingDay('2026-01-10')).toBe(true);
    expect(calendar.dayOff('2026-01-02')).toEqual({ kind: 'swapped-off', name: 'hoán đổi → 10/01' });
    expect(calendar.dayOff('2026-01-17')).toBe('weekend');
  });

  it('skips Tết 2026: five working days after Thursday 12 February are 13, 23, 24, 25 and 26 February', () => {
    expect(dueDay(calendar, '2026-02-12', workingDays(5))).toMatchObject({ firstDayCounted: '2026-02-13', dueOn: '2026-02-26' });
  });

  it('rolls an end on a day off to the next working day and keeps both: 30 days after 1 April 2026 are 1 May, a holiday; 4 May follows', () => {
    expect(dueDay(calendar, '2026-04-01', calendarDays(30))).toMatchObject({
      rawDueOn: '2026-05-01',
      dueOn: '2026-05-04',
      provisional: false,
    });
  });

  it('marks a day beyond the last published year as provisional, and still knows Tết 2027', () => {
    expect(dueDay(calendar, '2026-12-31', workingDays(10)).provisional).toBe(true);
    expect(calendar.dayOff('2027-02-05')).toMatchObject({ name: 'Tết Nguyên đán' });
  });
});
