/** The working-day calendar of the public sector, from the pack's own data. */
import { addDays, type Calendar, calendarOf, type DayOff, type LegalDay } from '@redress/core';
import { lunarDays, publicSectorYears } from './law/calendar-2020-2026.ts';

/** Raised whenever a day changes: an edition that facts name stays what it was. */
const EDITION = '2026-11-22';

const years = Object.keys(publicSectorYears).map(Number);
const LAST = Math.max(...years);

/** Fixed days off of a year that nobody has published yet: New Year, 30 April, 1 May, 2 September and 24 November. */
const fixed = (year: number): readonly DayOff[] => [
  { day: `${year}-01-01`, kind: 'holiday', name: 'Tết Dương lịch' },
  { day: `${year}-04-30`, kind: 'holiday', name: 'Ngày Chiến thắng' },
  { day: `${year}-05-01`, kind: 'holiday', name: 'Quốc tế Lao động' },
  { day: `${year}-09-02`, kind: 'holiday', name: 'Quốc khánh' },
  { day: `${year}-11-24`, kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
];

/** The five days of Tết, from New Year's Eve, and the day of the Hùng Kings. Which neighbours are given in lieu is not known. */
const lunar = ({ newYear, hungKings }: { readonly newYear: LegalDay; readonly hungKings: LegalDay }): readonly DayOff[] => [
  ...[-1, 0, 1, 2, 3].map((shift): DayOff => ({ day: addDays(newYear, shift), kind: 'holiday', name: 'Tết Nguyên đán' })),
  { day: hungKings, kind: 'holiday', name: 'Giỗ Tổ' },
];

const computed: readonly DayOff[] = Object.entries(lunarDays)
  .filter(([year]) => Number(year) > LAST)
  .flatMap(([year, days]) => [...fixed(Number(year)), ...lunar(days)]);

let calendar: Calendar | undefined;

/** Published for 2020 to 2026; days of later years are provisional. */
export function vietnamCalendar(): Calendar {
  calendar ??= calendarOf({
    id: 'vn-public-sector',
    edition: EDITION,
    timeZone: 'Asia/Ho_Chi_Minh',
    weekend: ['Sat', 'Sun'],
    publishedFrom: Math.min(...years),
    publishedTo: LAST,
    off: Object.values(publicSectorYears).flatMap(({ off }): readonly DayOff[] => off),
    makeUp: Object.values(publicSectorYears).flatMap((year): readonly { readonly day: LegalDay; readonly for: LegalDay }[] => year.makeUp),
    computed,
  });
  return calendar;
}
