/**
 * Due days derived again, by walking from day to day and asking of each whether it counts. Deliberately not how the engine does it:
 * two counts that agree, far apart, are worth more than one.
 */
import type { Calendar, ClockEntry, Law, LegalDay, Term } from '@redress/core';
import { dayAfter, monthsAfter } from './day.ts';

export interface Due {
  /** The plain end of the count; null while the clock is paused short of its end, or does not exist. */
  readonly rawDueOn: LegalDay | null;
  readonly dueOn: LegalDay | null;
  readonly provisional: boolean;
}

const NONE: Due = { rawDueOn: null, dueOn: null, provisional: false };
/** A term of more days than this is no term; it also ends the walk where a calendar has no working days. */
const LONGEST = 366 * 200;

/** When a clock ends, by its entries since it was last started, the start first. */
export function dueDayOf(entries: readonly ClockEntry[], calendar: Calendar): Due {
  const [start] = entries;
  if (start?.do !== 'start') return NONE;
  const term = termOf(start.term, entries);
  const raw = lastDay(start.on, daysNeeded(term, start.on), pausesOf(entries), term.unit === 'working-days' ? calendar : null);
  if (raw === null) return NONE;
  const due = term.roll === 'none' ? raw : rolled(raw, calendar);
  return { rawDueOn: raw, dueOn: due, provisional: calendar.provisional(due) };
}

/** The term after every change: a switch replaces it, an extension adds to it up to its cap and never shortens it. */
function termOf(first: Term, entries: readonly ClockEntry[]): Term {
  let term = first;
  for (const entry of entries) {
    if (entry.do === 'switch') term = entry.term;
    if (entry.do === 'extend') term = { ...term, length: Math.max(term.length, Math.min(entry.cap, term.length + entry.by)) };
  }
  return term;
}

interface Pause {
  readonly after: LegalDay;
  /** The last day that does not count; null while the pause lasts. */
  through: LegalDay | null;
}

function pausesOf(entries: readonly ClockEntry[]): readonly Pause[] {
  const pauses: Pause[] = [];
  for (const entry of entries) {
    const last = pauses.at(-1);
    const paused = last !== undefined && last.through === null;
    if (entry.do === 'pause' && !paused) pauses.push({ after: entry.on, through: null });
    if (entry.do === 'resume' && paused) last.through = entry.on;
  }
  return pauses;
}

/** Months and years are as many days as they have from the day of the start. */
function daysNeeded(term: Term, start: LegalDay): number {
  if (term.unit === 'calendar-days' || term.unit === 'working-days') return term.length;
  const end = monthsAfter(start, term.unit === 'months' ? term.length : term.length * 12);
  let days = 0;
  for (let day = start; day < end; day = dayAfter(day)) days += 1;
  return days;
}

/** The day on which so many days have been counted; the day of the start is day 0. */
function lastDay(start: LegalDay, needed: number, pauses: readonly Pause[], working: Calendar | null): LegalDay | null {
  let left = needed;
  let day = start;
  for (let walked = 0; left > 0; walked += 1) {
    const pause = pauses.find((each) => each.through === null && day >= each.after);
    if (pause || walked > LONGEST) return null;
    day = dayAfter(day);
    const paused = pauses.some((each) => each.after < day && each.through !== null && day <= each.through);
    if (!paused && (!working || working.isWorkingDay(day))) left -= 1;
  }
  return day;
}

function rolled(day: LegalDay, calendar: Calendar): LegalDay {
  let on = day;
  for (let walked = 0; !calendar.isWorkingDay(on) && walked < LONGEST; walked += 1) on = dayAfter(on);
  return on;
}

/** Entries of one clock since it was last started, the start first; what bears on the due day is signed as they come. */
export class Ledger {
  readonly entries: ClockEntry[] = [];
  signed = '';

  enter(entry: ClockEntry): void {
    this.entries.push(entry);
    this.signed += sign(entry);
  }
}

/** Answers kept for each law and calendar: many cases start the same term on the same day, and the answer depends on nothing else. */
const MOST_KEPT = 10_000;

export class DueDays {
  readonly #kept = new Map<Law, Map<string, Map<string, Due>>>();
  #lastCalendar: { readonly calendar: Calendar | null; readonly name: string } = { calendar: null, name: '' };

  /** The calendar as records name it: `vn@2026-01`. */
  nameOf(calendar: Calendar): string {
    if (this.#lastCalendar.calendar !== calendar) this.#lastCalendar = { calendar, name: `${calendar.id}@${calendar.edition}` };
    return this.#lastCalendar.name;
  }

  of({ entries, signed }: Ledger, calendar: Calendar, law: Law): Due {
    const kept = this.#keptFor(law, this.nameOf(calendar));
    const known = kept.get(signed);
    if (known) return known;
    const due = dueDayOf(entries, calendar);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(signed, due);
    return due;
  }

  #keptFor(law: Law, calendar: string): Map<string, Due> {
    let ofLaw = this.#kept.get(law);
    if (!ofLaw) {
      ofLaw = new Map();
      this.#kept.set(law, ofLaw);
    }
    let kept = ofLaw.get(calendar);
    if (!kept) {
      kept = new Map();
      ofLaw.set(calendar, kept);
    }
    return kept;
  }
}

/** What of an entry bears on the due day. */
function sign(entry: ClockEntry): string {
  switch (entry.do) {
    case 'start':
    case 'switch':
      return `|${entry.do}${entry.on}:${entry.term.length}${entry.term.unit}${entry.term.roll}`;
    case 'pause':
    case 'resume':
      return `|${entry.do}${entry.on}`;
    case 'extend':
      return `|extend${entry.by}:${entry.cap}`;
    case 'stop':
      return '';
  }
}
