import { format, getISODay, addMonths as monthsLater, parseISO } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, daysBetween, isLegalDay, legalDay, weekdayOf } from '../../src/domain/calendar.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };
const legalDays = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

describe('a legal day', () => {
  it.each(['1900-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '2199-12-31'])('%s is one', (text) => {
    expect(isLegalDay(text)).toBe(true);
    expect(legalDay.parse(text)).toBe(text);
  });

  it.each([
    ['2026-02-30', 'no month is that long'],
    ['2025-02-29', 'no leap year'],
    ['1900-02-29', 'a century is no leap year'],
    ['2026-04-31', 'no month is that long'],
    ['2026-13-01', 'no such month'],
    ['2026-00-10', 'no such month'],
    ['2026-01-00', 'no such day'],
    ['1899-12-31', 'before 1900'],
    ['2200-01-01', 'after 2199'],
    ['2026-01-02T00:00:00Z', 'an instant'],
    ['2026-1-2', 'not in full'],
    ['02/01/2026', 'another notation'],
    [' 2026-01-02', 'a space'],
    ['2026-01-02\n', 'a line end'],
    ['٢٠٢٦-٠١-٠٢', 'other digits'],
    ['', 'nothing'],
  ])('%j is none: %s', (text) => {
    expect(isLegalDay(text)).toBe(false);
    expect(legalDay.safeParse(text).success).toBe(false);
  });

  it('is text and nothing else', () => {
    for (const value of [20260102, null, undefined, new Date(0), ['2026-01-02']]) expect(legalDay.safeParse(value).success).toBe(false);
  });
});

describe('arithmetic on legal days', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });

  it('a month ends where the later month ends, when it has no such day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-31', 3)).toBe('2026-04-30');
    expect(addMonths('2026-11-30', 2)).toBe('2027-01-30');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-03-15', -15)).toBe('2024-12-15');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it('knows the weekday of days before and after 1970', () => {
    // 1900-01-01 was a Monday, 1970-01-01 a Thursday, 2026-11-24 a Tuesday.
    expect(['1900-01-01', '1969-12-31', '1970-01-01', '2026-11-24'].map(weekdayOf)).toEqual(['Mon', 'Wed', 'Thu', 'Tue']);
  });

  it('agrees with date-fns on any day from 1900 to 2199', () => {
    const near = fc.integer({ min: -1200, max: 1200 });
    fc.assert(
      fc.property(legalDays, near, (day, count) => {
        expect(weekdayOf(day)).toBe(WEEKDAYS[getISODay(parseISO(day)) - 1]);
        expect(addMonths(day, count)).toBe(format(monthsLater(parseISO(day), count), 'yyyy-MM-dd'));
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)).toBe(addDays(day, count));
      }),
      { ...seed, numRuns: 2000 },
    );
  });

  it('gives the same days on a machine in Samoa, where 2011-12-30 was left out', () => {
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Apia';
    const local = new Date(2011, 10, 30);
    local.setMonth(11);
    const found = { ours: addMonths('2011-11-30', 1), asked: isLegalDay('2011-12-30'), ofDate: local.getDate() };
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    // The last is the control: asked of `Date`, the machine's zone does move the day.
    expect(found).toEqual({ ours: '2011-12-30', asked: true, ofDate: 31 });
  });
});
