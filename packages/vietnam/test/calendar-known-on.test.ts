import { dueDay } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { vietnamCalendar, vietnamCalendarKnownOn } from '../src/working-days.ts';

const tenWorkingDays = { length: 10, unit: 'working-days', roll: 'none' } as const;

describe('the calendar as it was known on a day', () => {
  it('does not know a swap before it was announced: 31 August 2026 works, and the Saturday that makes up for it does not', () => {
    const before = vietnamCalendarKnownOn('2025-10-15');
    const after = vietnamCalendarKnownOn('2025-12-31');
    expect([before.isWorkingDay('2026-08-31'), before.isWorkingDay('2026-08-22')]).toEqual([true, false]);
    expect([after.isWorkingDay('2026-08-31'), after.isWorkingDay('2026-08-22')]).toEqual([false, true]);
  });

  it('calls a day of a year provisional until that year is published', () => {
    expect(vietnamCalendarKnownOn('2025-10-15').provisional('2026-03-02')).toBe(true);
    expect(vietnamCalendarKnownOn('2025-10-16').provisional('2026-03-02')).toBe(false);
    expect(vietnamCalendarKnownOn('2025-10-15').dayOff('2026-02-17')).toEqual({ name: 'Tết Nguyên đán', kind: 'holiday' });
  });

  it('counts the new holiday of 24 November from the day it was announced', () => {
    // Ten working days from Mon 2026-11-16 without it end on Mon 30 November, with it on Tue 1 December.
    expect(dueDay(vietnamCalendarKnownOn('2026-04-23'), '2026-11-16', tenWorkingDays).dueOn).toBe('2026-11-30');
    expect(dueDay(vietnamCalendarKnownOn('2026-04-24'), '2026-11-16', tenWorkingDays).dueOn).toBe('2026-12-01');
  });

  it('is another edition than the whole one, and known today it counts the same', () => {
    const today = vietnamCalendarKnownOn('2026-11-22');
    expect(today.edition).not.toBe(vietnamCalendar().edition);
    for (let day = '2020-01-01'; day <= '2027-12-31'; day = vietnamCalendar().nthWorkingDayAfter(day, 7)) {
      expect(dueDay(today, day, tenWorkingDays)).toEqual(dueDay(vietnamCalendar(), day, tenWorkingDays));
    }
  });
});
