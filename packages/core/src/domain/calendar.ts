/**
 * Legal days and working days. A legal day is `YYYY-MM-DD`, never an instant. Counting starts on the day after the trigger; an end on a
 * day off rolls to the next working day, and both ends are kept. The only file that knows date-fns.
 */
import { isValid, parseISO } from 'date-fns';
import { z } from 'zod';

/** A legal day: `YYYY-MM-DD`, never an instant. */
export type LegalDay = string;
export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun';

const WEEKDAYS: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const SHAPE = /^(?:19|2[01])\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Every month has 28 days, and every one but February 30. To ask a calendar takes longer, and each record that is read names several. */
const isInEveryMonth = (text: string): boolean => text.slice(8) <= '28' || (text.slice(8) <= '30' && text.slice(5, 7) !== '02');

/** Whether the text is a day that exists, from 1900 to 2199. */
export const isLegalDay = (text: string): boolean => SHAPE.test(text) && (isInEveryMonth(text) || isValid(parseISO(text)));

export const legalDay = z.string().refine(isLegalDay, { message: 'is not a day that exists, written YYYY-MM-DD' });

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const yearIn = (day: LegalDay): number => digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3);
const monthIn = (day: LegalDay): number => digit(day, 5) * 10 + digit(day, 6);
const dayIn = (day: LegalDay): number => digit(day, 8) * 10 + digit(day, 9);

/** Days since 1970-01-01, by the civil calendar. Read digit by digit: every due day and every elapsed term passes here. */
function numberOf(day: LegalDay): number {
  const month = monthIn(day);
  const year = yearIn(day) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayIn(day) - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function dayOf(number: number): LegalDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

const written = (year: number, month: number, day: number): LegalDay =>
  `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;

export const addDays = (day: LegalDay, days: number): LegalDay => dayOf(numberOf(day) + days);
/** Calendar days from one day to another; negative where the second lies before. */
export const daysBetween = (from: LegalDay, to: LegalDay): number => numberOf(to) - numberOf(from);

/**
 * The same day of a later month, or that month's last day where it has no such day. Counted without a `Date`: its months are those of
 * the machine's time zone, and some zones once left out a whole day, so the same log would end on another day on another machine.
 */
export function addMonths(day: LegalDay, months: number): LegalDay {
  const month = yearIn(day) * 12 + monthIn(day) - 1 + months;
  const first = firstOf(month);
  const last = numberOf(firstOf(month + 1)) - numberOf(first);
  const ofMonth = Math.min(dayIn(day), last);
  return `${first.slice(0, 8)}${ofMonth < 10 ? '0' : ''}${ofMonth}`;
}

const firstOf = (month: number): LegalDay => written(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);

/** The same day of a later year; 29 February becomes the 28th where there is none. */
export const addYears = (day: LegalDay, years: number): LegalDay => addMonths(day, years * 12);

const weekdayIndex = (number: number): number => (((number + 3) % 7) + 7) % 7;
export const weekdayOf = (day: LegalDay): Weekday => WEEKDAYS[weekdayIndex(numberOf(day))] ?? 'Mon';

export interface DayOff {
  readonly day: LegalDay;
  readonly name: string;
  readonly kind: 'holiday' | 'compensatory' | 'swapped-off';
}

export interface CalendarData {
  readonly id: string;
  /** Raised with every change of the data. */
  readonly edition: string;
  readonly timeZone: string;
  readonly weekend: readonly Weekday[];
  /** First and last year whose days off are published. */
  readonly publishedFrom: number;
  readonly publishedTo: number;
  readonly off: readonly DayOff[];
  /** Days of the weekend that are working days, each with the day it makes up for. */
  readonly makeUp: readonly { readonly day: LegalDay; readonly for: LegalDay }[];
  /** Days off beyond the last published year, computed. */
  readonly computed?: readonly DayOff[];
}

export interface Calendar {
  readonly id: string;
  readonly edition: string;
  readonly timeZone: string;
  isWorkingDay(day: LegalDay): boolean;
  /** Why the day is off, or null where it is a working day. */
  dayOff(day: LegalDay): Pick<DayOff, 'name' | 'kind'> | 'weekend' | null;
  /** True outside the published years. */
  provisional(day: LegalDay): boolean;
  /** Working days after the first day, up to and with the second; 0 where the second is not later. */
  workingDaysBetween(after: LegalDay, through: LegalDay): number;
  /** The nth working day after the day; the day itself for 0. */
  nthWorkingDayAfter(day: LegalDay, count: number): LegalDay;
  /** The nth working day before the day; the day itself for 0. */
  nthWorkingDayBefore(day: LegalDay, count: number): LegalDay;
  /** The day itself where it is a working day. */
  nextWorkingDay(day: LegalDay): LegalDay;
  previousWorkingDay(day: LegalDay): LegalDay;
}

/** Years tabled beyond the published ones, on either side. */
const MARGIN = 12;

interface Table {
  /** Number of the first day tabled. */
  readonly first: number;
  readonly days: readonly LegalDay[];
  /** Working days up to and with each day. */
  readonly upTo: Int32Array;
  /** The nth working day (from 1), as a day number less `first`. */
  readonly nth: Int32Array;
}

/**
 * Makes a calendar from its data; throws a TypeError where every day of the week is off. Counting costs two look-ups: working days up
 * to each day, and the inverse.
 */
export function calendarOf(data: CalendarData): Calendar {
  const off = new Map([...(data.computed ?? []), ...data.off].map((each) => [each.day, each]));
  const makeUp = new Set(data.makeUp.map(({ day }) => day));
  const weekend = new Set(data.weekend.map((day) => WEEKDAYS.indexOf(day)));
  if (weekend.size === WEEKDAYS.length) throw new TypeError(`calendar ${data.id} has no working day in the week; nothing can be counted`);
  let table: Table | undefined;

  const worksOn = (day: LegalDay, number: number): boolean => makeUp.has(day) || (!weekend.has(weekdayIndex(number)) && !off.has(day));

  const tabled = (): Table => {
    if (table) return table;
    const first = numberOf(`${data.publishedFrom - MARGIN}-01-01`);
    const length = numberOf(`${data.publishedTo + MARGIN}-12-31`) - first + 1;
    const upTo = new Int32Array(length);
    const nth = new Int32Array(length + 1);
    const days = Array.from({ length }, (_, at) => dayOf(first + at));
    let count = 0;
    for (const [at, day] of days.entries()) {
      if (worksOn(day, first + at)) nth[++count] = at;
      upTo[at] = count;
    }
    table = { first, days, upTo, nth: nth.slice(0, count + 1) };
    return table;
  };

  /** Beyond the table days are counted one by one. */
  const walk = (day: LegalDay, count: number, step: 1 | -1): LegalDay => {
    let number = numberOf(day);
    for (let left = count; left > 0; ) {
      number += step;
      if (worksOn(dayOf(number), number)) left -= 1;
    }
    return dayOf(number);
  };

  const stepping = (day: LegalDay, count: number, step: 1 | -1): LegalDay => {
    if (count === 0) return day;
    const { first, days, upTo, nth } = tabled();
    const at = numberOf(day) - first;
    const before = upTo[at];
    if (before === undefined) return walk(day, count, step);
    // Counting back starts from the working days strictly before the day.
    const target = step === 1 ? before + count : (upTo[at - 1] ?? 0) - count + 1;
    const found = target > 0 ? nth[target] : undefined;
    return (found === undefined ? undefined : days[found]) ?? walk(day, count, step);
  };

  const isWorkingDay = (day: LegalDay): boolean => {
    const { first, upTo } = tabled();
    const number = numberOf(day);
    const counted = upTo[number - first];
    const before = upTo[number - first - 1];
    return counted === undefined || before === undefined ? worksOn(day, number) : counted > before;
  };
  const published = { from: `${data.publishedFrom}-01-01`, to: `${data.publishedTo}-12-31` };

  return {
    id: data.id,
    edition: data.edition,
    timeZone: data.timeZone,
    isWorkingDay,
    dayOff: (day) => {
      if (makeUp.has(day)) return null;
      const found = off.get(day);
      if (found) return { name: found.name, kind: found.kind };
      return weekend.has(weekdayIndex(numberOf(day))) ? 'weekend' : null;
    },
    provisional: (day) => day < published.from || day > published.to,
    workingDaysBetween: (after, through) => {
      const { first, upTo } = tabled();
      const from = upTo[numberOf(after) - first];
      const to = upTo[numberOf(through) - first];
      if (from !== undefined && to !== undefined) return Math.max(0, to - from);
      let count = 0;
      for (let number = numberOf(after) + 1; number <= numberOf(through); number += 1) if (worksOn(dayOf(number), number)) count += 1;
      return count;
    },
    nthWorkingDayAfter: (day, count) => stepping(day, count, 1),
    nthWorkingDayBefore: (day, count) => stepping(day, count, -1),
    nextWorkingDay: (day) => (isWorkingDay(day) ? day : stepping(day, 1, 1)),
    previousWorkingDay: (day) => (isWorkingDay(day) ? day : stepping(day, 1, -1)),
  };
}

export type TermUnit = 'calendar-days' | 'working-days' | 'months' | 'years';

export interface Term {
  readonly length: number;
  readonly unit: TermUnit;
  readonly roll: 'next-working-day' | 'none';
}

export interface DueDay {
  readonly firstDayCounted: LegalDay;
  /** The plain end of the count. */
  readonly rawDueOn: LegalDay;
  /** The end after the roll. */
  readonly dueOn: LegalDay;
  readonly provisional: boolean;
}

function endOf(calendar: Calendar, from: LegalDay, { length, unit }: Term): LegalDay {
  switch (unit) {
    case 'calendar-days':
      return addDays(from, length);
    case 'working-days':
      return calendar.nthWorkingDayAfter(from, length);
    case 'months':
      return addMonths(from, length);
    case 'years':
      return addYears(from, length);
  }
}

/** When a term that a day triggers ends. The trigger is day 0 and is not counted. */
export function dueDay(calendar: Calendar, from: LegalDay, term: Term): DueDay {
  const rawDueOn = endOf(calendar, from, term);
  const dueOn = term.roll === 'next-working-day' ? calendar.nextWorkingDay(rawDueOn) : rawDueOn;
  return {
    firstDayCounted: term.unit === 'working-days' ? calendar.nthWorkingDayAfter(from, 1) : addDays(from, 1),
    rawDueOn,
    dueOn,
    provisional: calendar.provisional(dueOn),
  };
}

/** The last day that keeps a lead of so many days before an event; counted backward and not rolled. */
export function latestDayBefore(calendar: Calendar, event: LegalDay, length: number, unit: 'calendar-days' | 'working-days'): LegalDay {
  return unit === 'calendar-days' ? addDays(event, -length) : calendar.nthWorkingDayBefore(event, length);
}

/** A calendar without days off, for tests and for small laws. */
export const everyDayWorks = (id = 'every-day'): Calendar =>
  calendarOf({ id, edition: '1', timeZone: 'UTC', weekend: [], publishedFrom: 2000, publishedTo: 2100, off: [], makeUp: [] });
