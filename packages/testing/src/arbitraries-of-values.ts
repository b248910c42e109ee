/** Days, calendars and texts, as awkward as real ones. */
import { addDays, type CalendarData, daysBetween, type LegalDay, type Weekday, weekdayOf } from '@redress/core';
import fc from 'fast-check';

export interface DayRange {
  readonly from?: LegalDay;
  /** Last day. */
  readonly through?: LegalDay;
}

/** Legal days that exist. Default: 2020 to 2030, with its leap days, month ends and year ends more often than chance would. */
export function legalDays({ from = '2020-01-01', through = '2030-12-31' }: DayRange = {}): fc.Arbitrary<LegalDay> {
  const any = fc.nat({ max: daysBetween(from, through) }).map((days) => addDays(from, days));
  const edges = ['2020-02-29', '2023-12-31', '2024-02-28', '2024-02-29', '2024-03-01', '2028-02-29'].filter(
    (day) => from <= day && day <= through,
  );
  return edges.length === 0 ? any : fc.oneof({ weight: 9, arbitrary: any }, { weight: 1, arbitrary: fc.constantFrom(...edges) });
}

const WEEKENDS: readonly (readonly Weekday[])[] = [['Sat', 'Sun'], ['Sun'], ['Fri', 'Sat'], []];

/**
 * Calendars over 2020 to 2030: a weekend, any days off, and days of the weekend that are worked instead. Their data, so that a
 * failure prints them; `calendarOf` makes the calendar.
 */
export function calendars(range: DayRange = {}): fc.Arbitrary<CalendarData> {
  const days = fc.uniqueArray(legalDays(range), { maxLength: 60, size: 'max' });
  return fc.record({ weekend: fc.constantFrom(...WEEKENDS), off: days, worked: days }).map(({ weekend, off, worked }) => ({
    id: 'random',
    edition: '1',
    timeZone: 'UTC',
    weekend,
    publishedFrom: 2020,
    publishedTo: 2030,
    off: off.map((day) => ({ day, name: 'Day off', kind: 'holiday' as const })),
    makeUp: worked.filter((day) => weekend.includes(weekdayOf(day))).map((day) => ({ day, for: addDays(day, -1) })),
  }));
}

/** Words that programs are known to get wrong: Vietnamese composed and decomposed, stacked marks, emoji of several code points. */
const WORDS = [
  'Khiếu nại',
  'Quyết định số 45/QĐ-BHXH',
  'lương hưu',
  'Đồng Nai',
  'Nguyễn Thị Ánh'.normalize('NFD'),
  'ế'.normalize('NFD'),
  'a\u0323\u0302\u0301',
  '👩‍⚖️',
  '🇻🇳',
  '👍🏽',
  '𝒳',
  'שלום',
  '"quoted"',
  'a\\b',
  'line\nline',
  '\u0000',
  '\u2028',
  'constructor',
  'toString',
];

/** Any code point but the surrogates: Latin, what lies below U+D800, and what lies above. */
const codePoints = fc.oneof(
  fc.integer({ min: 0x20, max: 0x17f }),
  fc.integer({ min: 0, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
);

export interface TextLimits {
  /** In code points, as zod counts a text. Default 1. */
  readonly min?: number;
  readonly max?: number;
}

/** Texts without lone surrogates, mostly short. */
export function texts({ min = 1, max = Number.POSITIVE_INFINITY }: TextLimits = {}): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 2, arbitrary: fc.array(codePoints, { maxLength: 6 }).map((points) => String.fromCodePoint(...points)) },
  );
  return fc.array(piece, { minLength: Math.min(1, min), maxLength: 3 }).map((pieces) => {
    const points = [...pieces.join(' ')].slice(0, max);
    while (points.length < min) points.push('x');
    return points.join('');
  });
}
