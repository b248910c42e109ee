/** The clocks of one case, wound again: the law is asked what each fact does to them, and every due day is counted anew. */
import type { Calendar, CaseState, ClockEntry, ClockLine, Fact, Law } from '@redress/core';
import { differenceAt } from './alike.ts';
import { type DueDays, Ledger } from './due-day.ts';
import type { Report } from './finding.ts';
import type { Particulars } from './finding-texts.ts';

/** One law, as a record names it, and the answers kept for it. */
export interface PinnedLaw {
  readonly law: Law;
  readonly dueDays: DueDays;
}

export class ClockCheck {
  /** Entries since the clock was last started, as recorded. */
  readonly #ledgers = new Map<string, Ledger>();

  /** Checks the lines that a fact carries. `state` is that before the fact. */
  check(fact: Fact, state: CaseState, calendarNamed: string, { law, dueDays }: PinnedLaw, report: Report): void {
    const lines = (fact.data.clocks ?? []) as readonly ClockLine[];
    const asked = ask(fact, state, law, report);
    if (!asked) return this.keep(lines);
    const { calendar, entries } = asked;
    const named = dueDays.nameOf(calendar);
    if (named !== calendarNamed) report('calendar-differs', ['calendar-now', calendarNamed, named]);
    const longest = Math.max(lines.length, entries.length);
    for (let index = 0; index < longest; index += 1) {
      if (differenceAt(lines[index]?.entry, entries[index]) !== null)
        report('clock-entry-differs', told(lines[index]?.entry, entries[index]));
    }
    for (const line of lines) this.#line(line, named, calendar, law, dueDays, report);
  }

  /** Takes the lines as they are, where they cannot be checked. */
  keep(lines: readonly ClockLine[]): void {
    for (const { entry } of lines) this.#enter(entry);
  }

  #line(line: ClockLine, named: string, calendar: Calendar, law: Law, dueDays: DueDays, report: Report): void {
    const due = dueDays.of(this.#enter(line.entry), calendar, law);
    const same = due.dueOn === line.dueOn && due.rawDueOn === line.rawDueOn && due.provisional === line.provisional;
    if (!same) report('due-day-differs', ['clock-due', line.entry.clock, String(line.dueOn), String(due.dueOn)]);
    if (line.calendar !== named) report('calendar-differs', ['clock-calendar-now', line.entry.clock, line.calendar, named]);
  }

  /** The clock's ledger with the entry in it. An entry to a clock that was never started is on its own. */
  #enter(entry: ClockEntry): Ledger {
    const running = entry.do === 'start' ? undefined : this.#ledgers.get(entry.clock);
    const ledger = running ?? new Ledger();
    if (entry.do === 'start') this.#ledgers.set(entry.clock, ledger);
    ledger.enter(entry);
    return ledger;
  }
}

interface Asked {
  readonly calendar: Calendar;
  readonly entries: readonly ClockEntry[];
}

function ask(fact: Fact, state: CaseState, law: Law, report: Report): Asked | null {
  try {
    return { calendar: law.calendar(fact.on), entries: law.clockEffects(asDrafted(fact), state, fact.on) };
  } catch (error) {
    report('law-failed', String(error));
    return null;
  }
}

/** The fact as the law was shown it: without what was added after the law had answered. */
function asDrafted(fact: Fact): Fact {
  const { data: added } = fact;
  if (added.clocks === undefined && added.objections === undefined && added.late === undefined) return fact;
  const { clocks, objections, late, ...data } = added;
  return { type: fact.type, on: fact.on, by: fact.by, data };
}

function told(recorded: ClockEntry | undefined, asked: ClockEntry | undefined): Particulars {
  const parts = (entry: ClockEntry | undefined): readonly string[] => (entry ? [entry.do, entry.clock, entry.on, entry.law.text] : []);
  const name = recorded && asked ? 'entry-other' : asked ? 'entry-missing' : 'entry-too-many';
  return [name, ...parts(recorded), ...parts(asked)];
}
