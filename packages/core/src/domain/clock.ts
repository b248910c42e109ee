/**
 * The ledger of one time limit. A due day is a pure function of the ledger and a calendar; only an entry moves it. Facts carry
 * the lines that law and calendar led to, so that a fold never counts days and an audit can count them again.
 */
import { z } from 'zod';
import { addDays, addMonths, addYears, type Calendar, daysBetween, type LegalDay, legalDay, type Term } from './calendar.ts';
import { type Citation, citation } from './citation.ts';
import { added, lastOf } from './list.ts';

const term = z.object({
  length: z.int().min(0).describe('How many units.'),
  unit: z.enum(['calendar-days', 'working-days', 'months', 'years']).describe('What is counted.'),
  roll: z.enum(['next-working-day', 'none']).describe('What happens when the last day is a day off.'),
});

const posting = { clock: z.string().describe('Which clock of the case.'), on: legalDay.describe('The day of the entry.'), law: citation };

/** What a law does to a clock: the question `clockEffects` is answered with these. */
export const clockEntry = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('start'),
    ...posting,
    term,
    consequence: z.string().describe('What follows when the clock runs out.'),
    internal: z.boolean().optional().describe("True for an office's own target, which is never shown as law."),
  }),
  z.object({ do: z.literal('pause'), ...posting }),
  z.object({ do: z.literal('resume'), ...posting }),
  z.object({
    do: z.literal('extend'),
    ...posting,
    by: z.int().min(0).describe('Units added.'),
    cap: z.int().min(0).describe('The most the term may come to, in its unit.'),
  }),
  z.object({ do: z.literal('switch'), ...posting, term: term.describe('The term that now holds, counted from the same start.') }),
  z.object({ do: z.literal('stop'), ...posting }),
]);
export type ClockEntry = z.infer<typeof clockEntry>;

/** Where an entry left the clock. While it is paused there is no due day, and none is invented. */
export const clockLine = z.object({
  entry: clockEntry,
  rawDueOn: legalDay.nullable().describe('The plain end of the count.'),
  dueOn: legalDay.nullable().describe('The end after the roll to the next working day.'),
  provisional: z.boolean().describe('True where the calendar of the year is not yet published.'),
  calendar: z.string().describe('Calendar and edition counted with.'),
});
export type ClockLine = z.infer<typeof clockLine>;

export type ClockStatus = 'running' | 'paused' | 'stopped';

/** A clock as folded from its lines. Days are legal days. */
export interface Clock {
  readonly id: string;
  lines: readonly ClockLine[];
  status: ClockStatus;
  /** The last due day known; kept while the clock is paused. */
  dueOn: LegalDay;
  rawDueOn: LegalDay;
  provisional: boolean;
  /** The day on which the clock ran out, once that is a recorded fact. */
  ranOutOn: LegalDay | null;
}

interface Pause {
  /** The last day before it that counted. */
  readonly from: LegalDay;
  /** The last day that does not count; null while the pause lasts. */
  to: LegalDay | null;
}

interface Count {
  readonly start: LegalDay;
  /** In the order of their entries, which a late paper may put out of the order of their days. */
  readonly pauses: Pause[];
  term: Term;
}

function countOf(entries: readonly ClockEntry[]): Count | null {
  let count: Count | null = null;
  for (const entry of entries) count = posted(count, entry);
  return count;
}

function posted(count: Count | null, entry: ClockEntry): Count | null {
  if (entry.do === 'start') return { start: entry.on, pauses: [], term: entry.term };
  if (!count) return null;
  const last = lastOf(count.pauses);
  const paused = last !== undefined && last.to === null;
  switch (entry.do) {
    case 'pause':
      if (!paused) count.pauses.push({ from: entry.on, to: null });
      return count;
    case 'resume':
      if (paused) last.to = entry.on;
      return count;
    case 'extend': {
      const length = Math.max(count.term.length, Math.min(count.term.length + entry.by, entry.cap));
      return { ...count, term: { ...count.term, length } };
    }
    case 'switch':
      return { ...count, term: entry.term };
    case 'stop':
      return count;
  }
}

/** Months and years are a number of days once their first day is known, so that a pause can be given back day by day. */
function daysOf(term: Term, from: LegalDay): number {
  switch (term.unit) {
    case 'calendar-days':
    case 'working-days':
      return term.length;
    case 'months':
      return daysBetween(from, addMonths(from, term.length));
    case 'years':
      return daysBetween(from, addYears(from, term.length));
  }
}

/** The plain end of a count, or null while it is paused short of its end. */
function rawEnd({ start, pauses, term }: Count, calendar: Calendar): LegalDay | null {
  const working = term.unit === 'working-days';
  let left = daysOf(term, start);
  let from = start;
  for (const pause of pauses.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const room = pause.from <= from ? 0 : working ? calendar.workingDaysBetween(from, pause.from) : daysBetween(from, pause.from);
    // A pause that begins on the last day, or after it, gives nothing back: the term had run.
    if (left <= room) break;
    if (pause.to === null) return null;
    left -= room;
    for (const day of [pause.from, pause.to]) if (day > from) from = day;
  }
  return working ? calendar.nthWorkingDayAfter(from, left) : addDays(from, left);
}

/** The line that an entry leads to, after the entries already posted to the same clock. */
export function post(before: readonly ClockEntry[], entry: ClockEntry, calendar: Calendar): ClockLine {
  const count = countOf([...before, entry]);
  const raw = count && rawEnd(count, calendar);
  const due = raw && count.term.roll === 'next-working-day' ? calendar.nextWorkingDay(raw) : raw;
  return {
    entry,
    rawDueOn: raw,
    dueOn: due,
    provisional: due !== null && calendar.provisional(due),
    calendar: `${calendar.id}@${calendar.edition}`,
  };
}

/** The clock of a name that somebody sent: what every object has under a name, as `constructor`, is no clock and says no such id. */
export function clockNamed(clocks: Readonly<Record<string, Clock>>, name: string): Clock | undefined {
  const found = clocks[name];
  return found?.id === undefined ? undefined : found;
}

/** Folds one line into the clocks of a case, in place. */
export function wind(clocks: Record<string, Clock>, line: ClockLine): void {
  const { entry, dueOn, rawDueOn } = line;
  const { clock: id, do: what } = entry;
  const clock = clockNamed(clocks, id);
  if (dueOn !== null && rawDueOn !== null) {
    if (clock) {
      // In place, also when it starts anew: a clock made again for each start cost a tenth of a fold.
      clock.dueOn = dueOn;
      clock.rawDueOn = rawDueOn;
      clock.provisional = line.provisional;
      if (what === 'start') clock.ranOutOn = null;
      advance(clock, line, what);
    } else put(clocks, id, { id, lines: [line], status: 'running', dueOn, rawDueOn, provisional: line.provisional, ranOutOn: null });
  } else if (clock && what !== 'start') advance(clock, line, what);
  // What is left names no due day where one has to be: it is for the audit to find.
}

/** A law, or a forger, may call a clock `__proto__`: to assign it would make it what all these clocks are made after. */
function put(clocks: Record<string, Clock>, id: string, clock: Clock): void {
  if (id === '__proto__') Object.defineProperty(clocks, id, { value: clock, enumerable: true, writable: true, configurable: true });
  else clocks[id] = clock;
}

function advance(clock: Clock, line: ClockLine, what: ClockEntry['do']): void {
  clock.lines = added(clock.lines, line);
  clock.status = statusAfter(clock.status, what);
}

function statusAfter(status: ClockStatus, what: ClockEntry['do']): ClockStatus {
  switch (what) {
    case 'start':
      return 'running';
    case 'resume':
      return status === 'stopped' ? 'stopped' : 'running';
    case 'pause':
      return status === 'stopped' ? 'stopped' : 'paused';
    case 'stop':
      return 'stopped';
    case 'extend':
    case 'switch':
      return status;
  }
}

/** The entries that count: those since the clock was last started. */
export function entriesOf(clock: Clock | undefined): readonly ClockEntry[] {
  if (!clock) return [];
  const lines = clock.lines;
  let first = lines.length - 1;
  while (first > 0 && lines[first]?.entry.do !== 'start') first -= 1;
  return lines.slice(first).map((line) => line.entry);
}

/**
 * What counting the running clocks again by another calendar leads to: an entry for each whose due day comes to lie later. A day that was
 * told to a citizen never moves earlier, and what ran out stays so.
 */
export function recounts(clocks: Readonly<Record<string, Clock>>, calendar: Calendar, on: LegalDay): readonly ClockEntry[] {
  return Object.values(clocks).flatMap((clock): readonly ClockEntry[] => {
    const entries = entriesOf(clock);
    const count = clock.status === 'running' && clock.ranOutOn !== clock.dueOn ? countOf(entries) : null;
    const law = entries.findLast(({ do: what }) => what === 'start' || what === 'switch')?.law;
    if (!count || !law) return [];
    const again: ClockEntry = { do: 'switch', clock: clock.id, on, term: count.term, law };
    const { dueOn } = post(entries, again, calendar);
    return dueOn !== null && dueOn > clock.dueOn ? [again] : [];
  });
}

export type ClockState = 'running' | 'paused' | 'stopped' | 'overdue';

/**
 * How the clock stands on a day. It is overdue from the day after its due day until it is stopped; a pause that came when the term had
 * run gives nothing back, and hides nothing.
 */
export function stateOn(clock: Clock, day: LegalDay): ClockState {
  const counts = clock.status === 'running' || (clock.status === 'paused' && lastOf(clock.lines)?.dueOn !== null);
  return counts && day > clock.dueOn ? 'overdue' : clock.status;
}

/** Calendar days left on a day; negative once the due day is past. */
export function remainingDays(clock: Clock, day: LegalDay): number {
  return daysBetween(day, clock.dueOn);
}

export interface ExplainedLine {
  readonly on: LegalDay;
  readonly does: ClockEntry['do'];
  readonly law: Citation;
  readonly dueBefore: LegalDay | null;
  readonly dueAfter: LegalDay | null;
  readonly rawDueAfter: LegalDay | null;
  readonly provisional: boolean;
}

/** The ledger line by line: day, entry, article, due day before and after. */
export function explain(clock: Clock): readonly ExplainedLine[] {
  return clock.lines.map((line, index) => ({
    on: line.entry.on,
    does: line.entry.do,
    law: line.entry.law,
    dueBefore: clock.lines[index - 1]?.dueOn ?? null,
    dueAfter: line.dueOn,
    rawDueAfter: line.rawDueOn,
    provisional: line.provisional,
  }));
}
