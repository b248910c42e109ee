/** Counts made again the slow way, for comparison with those of the engine: no look-ups, no shortcuts, nothing shared. */
import { addDays, addMonths, type Calendar, type ClockEntry, daysBetween, type LegalDay, type Term } from '@redress/core';

/** Nothing is walked further than this: about 100 years. */
const FAR = 36_600;

export interface Recounted {
  /** Null while the clock is paused short of its end, or was never started. */
  readonly rawDueOn: LegalDay | null;
  readonly dueOn: LegalDay | null;
}

/** Where a clock ends, by walking from day to day and asking of each whether it counts. `entries` begin with a start. */
export function recount(entries: readonly ClockEntry[], calendar: Calendar): Recounted {
  const [start] = entries;
  if (start?.do !== 'start') return { rawDueOn: null, dueOn: null };
  const term = entries.reduce(termAfter, start.term);
  const months = { 'calendar-days': 0, 'working-days': 0, months: term.length, years: term.length * 12 }[term.unit];
  let left = months > 0 ? daysBetween(start.on, addMonths(start.on, months)) : term.length;
  if (left === 0) return rolled(start.on, term, calendar);
  for (let walked = 1; walked < FAR; walked += 1) {
    const day = addDays(start.on, walked);
    if (pausedForGood(entries, addDays(day, -1))) return { rawDueOn: null, dueOn: null };
    if (pausedOn(entries, day) || (term.unit === 'working-days' && !calendar.isWorkingDay(day))) continue;
    left -= 1;
    if (left === 0) return rolled(day, term, calendar);
  }
  return { rawDueOn: null, dueOn: null };
}

function termAfter(term: Term, entry: ClockEntry): Term {
  if (entry.do === 'switch') return entry.term;
  if (entry.do !== 'extend' || entry.cap <= term.length) return term;
  return { ...term, length: Math.min(term.length + entry.by, entry.cap) };
}

/** Pause and resumption by turns: a second of the same kind says nothing. */
function pausesOf(entries: readonly ClockEntry[]): readonly (readonly [from: LegalDay, to: LegalDay | undefined])[] {
  const turns = entries.filter((entry) => entry.do === 'pause' || entry.do === 'resume');
  const real = turns.filter((entry, at) => entry.do !== (turns[at - 1]?.do ?? 'resume'));
  return real.flatMap((entry, at) => (entry.do === 'pause' ? [[entry.on, real[at + 1]?.on] as const] : []));
}

const pausedOn = (entries: readonly ClockEntry[], day: LegalDay): boolean =>
  pausesOf(entries).some(([from, to]) => to !== undefined && from < day && day <= to);

const pausedForGood = (entries: readonly ClockEntry[], day: LegalDay): boolean =>
  pausesOf(entries).some(([from, to]) => to === undefined && day >= from);

function rolled(raw: LegalDay, { roll }: Term, calendar: Calendar): Recounted {
  let due = raw;
  if (roll === 'next-working-day') while (!calendar.isWorkingDay(due)) due = addDays(due, 1);
  return { rawDueOn: raw, dueOn: due };
}

/** How often the last units of a chain are A, B, A, and A, B, A, B: read off a line of letters by pattern. */
export function countedByPattern(units: readonly string[]): { readonly returns: number; readonly pingPongs: number } {
  const names = [...new Set(units)];
  const line = units.map((unit) => `${names.indexOf(unit)},`).join('');
  const count = (pattern: RegExp): number => [...line.matchAll(pattern)].length;
  return { returns: count(/(?<![^,])(?=(\d+,)(?!\1)\d+,\1)/g), pingPongs: count(/(?<![^,])(?=(\d+,)(?!\1)(\d+,)\1\2)/g) };
}
