/** A calendar with some of its years replaced: what a reform, or a day off that is announced late, would make of it. */
import { type Calendar, calendarOf, type DayOff, type LegalDay, type Weekday, weekdayOf } from '@redress/core';
import { dayAfter } from './day.ts';

/** The days of a year, as a law pack lists them: days off that fall on a weekend need not be named. */
export interface CalendarYear {
  readonly off: readonly DayOff[];
  /** Days of the weekend that are working days, each with the day it makes up for. */
  readonly makeUp: readonly { readonly day: LegalDay; readonly for: LegalDay }[];
}

/** How far the days of the years around are taken over; beyond, weekends alone are off. */
const AROUND = 12;
const FIRST = 1912;
const LAST = 2187;

/** Years that are not given stay as they are; given ones count as published. The edition is that of the calendar with `+what-if`. */
export function calendarWith(instead: Calendar, years: Readonly<Record<string, CalendarYear>>): Calendar {
  const given = Object.keys(years).map(Number);
  const published = [...publishedBy(instead), ...given];
  const from = Math.min(...published);
  const to = Math.max(...published);
  const weekend = weekendOf(instead, from);
  const off: DayOff[] = Object.values(years).flatMap((year) => [...year.off]);
  const makeUp = Object.values(years).flatMap((year) => [...year.makeUp]);
  for (let day = `${from - AROUND}-01-01`; day < `${to + AROUND + 1}-01-01`; day = dayAfter(day)) {
    if (day.slice(0, 4) in years) continue;
    const found = instead.dayOff(day);
    if (found !== null && found !== 'weekend') off.push({ day, ...found });
    if (found === null && weekend.includes(weekdayOf(day))) makeUp.push({ day, for: day });
  }
  const { id, edition, timeZone } = instead;
  const calendar = calendarOf({ id, edition: `${edition}+what-if`, timeZone, weekend, publishedFrom: from, publishedTo: to, off, makeUp });
  // A calendar is published from one year to another: those in between that nobody gave stay provisional.
  return { ...calendar, provisional: (day) => !(day.slice(0, 4) in years) && instead.provisional(day) };
}

function publishedBy(calendar: Calendar): readonly number[] {
  const years: number[] = [];
  for (let year = FIRST; year <= LAST; year += 1) if (!calendar.provisional(`${year}-06-15`)) years.push(year);
  return years;
}

/** The days of the week that are off by themselves, found over some years: a make-up day or a day off hides no more than one of them. */
function weekendOf(calendar: Calendar, from: number): readonly Weekday[] {
  const found = new Set<Weekday>();
  for (let day = `${from}-01-01`; day < `${from + 1}-01-01`; day = dayAfter(day))
    if (calendar.dayOff(day) === 'weekend') found.add(weekdayOf(day));
  return [...found];
}
