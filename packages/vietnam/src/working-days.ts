/** The working-day calendar of the public sector, from the pack's own data, as it is or as it was known on a day. */
import { addDays, type Calendar, calendarOf, type DayOff, type LegalDay } from '@redress/core';
import { lunarDays, publicSectorYears } from './law/calendar-2020-2026.ts';

/** Raised whenever a day changes: an edition that facts name stays what it was. */
const EDITION = '2026-11-22';

interface MakeUp {
  readonly day: LegalDay;
  readonly for: LegalDay;
}
type Announced<Of> = Of & { readonly announcedOn?: LegalDay };
interface Year {
  readonly documents: readonly { readonly day: LegalDay }[];
  readonly off: readonly Announced<DayOff>[];
  readonly makeUp: readonly Announced<MakeUp>[];
}

const years: Readonly<Record<string, Year>> = publicSectorYears;
const numbers = Object.keys(years).map(Number);
const LAST = Math.max(...numbers);
/** The first day whose days off are known. */
export const CALENDAR_FROM: LegalDay = `${Math.min(...numbers)}-01-01`;

/** Whether what was announced on a day is taken into account. */
type Known = (announcedOn: LegalDay) => boolean;

/** Fixed days off of a year that nobody has published yet; 24 November is one of them from the day on which it was announced. */
const fixed = (year: number, known: Known): readonly DayOff[] => [
  { day: `${year}-01-01`, kind: 'holiday', name: 'Tết Dương lịch' },
  { day: `${year}-04-30`, kind: 'holiday', name: 'Ngày Chiến thắng' },
  { day: `${year}-05-01`, kind: 'holiday', name: 'Quốc tế Lao động' },
  { day: `${year}-09-02`, kind: 'holiday', name: 'Quốc khánh' },
  ...(known(cultureDayKnownOn) ? [{ day: `${year}-11-24`, kind: 'holiday', name: 'Ngày Văn hóa Việt Nam' } as const] : []),
];
const cultureDayKnownOn = years[LAST]?.off.find(({ day }) => day.endsWith('-11-24'))?.announcedOn ?? '';

/** The five days of Tết, from New Year's Eve, and the day of the Hùng Kings. Which neighbours are given in lieu is not known. */
const lunar = ({ newYear, hungKings }: { readonly newYear: LegalDay; readonly hungKings: LegalDay }): readonly DayOff[] => [
  ...[-1, 0, 1, 2, 3].map((shift): DayOff => ({ day: addDays(newYear, shift), kind: 'holiday', name: 'Tết Nguyên đán' })),
  { day: hungKings, kind: 'holiday', name: 'Giỗ Tổ' },
];

/** A year is known with its first document, else from its own first day on. */
const publishedOn = (year: number): LegalDay => {
  const first = (years[year]?.documents ?? []).map(({ day }) => day).sort()[0];
  return first !== undefined && first < `${year}-01-01` ? first : `${year}-01-01`;
};

function made(knownOn: LegalDay | null): Calendar {
  const known: Known = (announcedOn) => knownOn === null || announcedOn <= knownOn;
  const published = numbers.filter((year) => known(publishedOn(year)));
  const last = Math.max(...published, Math.min(...numbers));
  const isKnown = (year: number) => (entry: Announced<object>) => known(entry.announcedOn ?? publishedOn(year));
  return calendarOf({
    id: 'vn-public-sector',
    edition: knownOn === null ? EDITION : `${EDITION}/known-on-${knownOn}`,
    timeZone: 'Asia/Ho_Chi_Minh',
    weekend: ['Sat', 'Sun'],
    publishedFrom: Math.min(...numbers),
    publishedTo: last,
    off: published.flatMap((year) => (years[year]?.off ?? []).filter(isKnown(year))),
    makeUp: published.flatMap((year) => (years[year]?.makeUp ?? []).filter(isKnown(year))),
    computed: Object.entries(lunarDays)
      .filter(([year]) => Number(year) > last)
      .flatMap(([year, days]) => [...fixed(Number(year), known), ...lunar(days)]),
  });
}

let calendar: Calendar | undefined;

/** Published for 2020 to 2026; days of later years are provisional. */
export function vietnamCalendar(): Calendar {
  calendar ??= made(null);
  return calendar;
}

/** As it was known on a day: what was announced later is not in it, and years published later are provisional. */
export const vietnamCalendarKnownOn = (day: LegalDay): Calendar => made(day);
