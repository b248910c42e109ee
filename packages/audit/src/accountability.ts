/**
 * Who held a case while its time limits ran, and for how many days: the custody of the case laid over the ledger of each clock, counted
 * with the calendar that the clock was counted with. It says who held, not who was at fault: that takes somebody who reads the file.
 */
import {
  type Calendar,
  type CaseState,
  type CaseType,
  type Citation,
  type ClockLine,
  daysBetween,
  type EventStore,
  type Fact,
  type Holder,
  type LegalDay,
  recordsOfCases,
  type Term,
} from '@redress/core';
import { type CaseFile, CaseFileError, type FiledFact, foldInto, isHolder, openCaseFile, openingState } from './case-file.ts';
import type { LawsAtHand } from './case-replay.ts';

/** How long one holder had it. A day belongs to whoever held the case when it began, as a clock does not count the day it starts on. */
export interface HeldFor {
  /** Null for days on which nobody had it. */
  readonly holder: Holder | null;
  readonly days: number;
  /** Null where the calendar that was counted with is not at hand. */
  readonly workingDays: number | null;
}

export interface Holding {
  readonly holder: Holder;
  readonly from: LegalDay;
  /** The day it passed on, or the case ended; null while it lasts. */
  readonly to: LegalDay | null;
  readonly days: number;
  readonly workingDays: number | null;
}

/** One run of a clock, from a start to the entry that ended it. */
export interface ClockRun {
  readonly clock: string;
  readonly law: Citation;
  readonly consequence: string;
  /** An office's own target, which is no law. */
  readonly internal: boolean;
  /** The term as it held last. */
  readonly term: Term;
  readonly startedOn: LegalDay;
  /** The last day as it was known last; null while a pause holds it. */
  readonly dueOn: LegalDay | null;
  /** The day it was stopped or started anew, or the day up to which was counted. */
  readonly endedOn: LegalDay;
  readonly ended: 'stopped' | 'restarted' | 'runs' | 'paused';
  /** Whether whoever holds the case has to be done by the last day. */
  readonly owed: boolean;
  /** It is owed, and ran on beyond its last day. */
  readonly missed: boolean;
  /** Whoever the fact that it ran out names as accountable; null where there is no such fact. */
  readonly ranOutWith: Holder | null;
  /** Calendar and edition that it was last counted with. */
  readonly calendar: string;
  /** Who held the case on the days that counted, up to the last day. */
  readonly inTerm: readonly HeldFor[];
  /** Who held it on the days after the last day, where they owe it; a pause no longer takes any of them away. */
  readonly overdue: readonly HeldFor[];
}

export interface CaseAccount {
  readonly case: string;
  readonly caseType: string;
  readonly stage: string;
  readonly openedOn: LegalDay | null;
  /** The day of the fact that ended it; null while it is open. */
  readonly endedOn: LegalDay | null;
  /** Everybody who held it, in their order by day. */
  readonly holdings: readonly Holding[];
  readonly runs: readonly ClockRun[];
}

export interface AccountOptions {
  /** The editions of law that records name by their digest: their calendars are counted with. */
  readonly laws: LawsAtHand;
  /** Up to and with which day what still runs is counted. */
  readonly until: LegalDay;
  /** Whether whoever holds the case has to be done by the last day of this clock. Default: of every clock. */
  readonly owed?: (clock: string) => boolean;
}

export interface AccountsOfLog extends AccountOptions {
  /** A store, or a bundle as `casesInBundle` reads it. */
  readonly store: Pick<EventStore, 'readLog' | 'read'>;
  readonly caseTypes: readonly CaseType[];
  /** Only cases that this unit held at some time. */
  readonly unit?: string | undefined;
}

/**
 * The accounts of a whole log, case by case in the order in which they were opened. Memory holds the ids of the cases, and one case at a
 * time. A case of a type that is not at hand, or that cannot be folded, is told to `onUnreadable` and passed over. Throws `StoreFault`.
 */
export async function* accountsOf(
  options: AccountsOfLog,
  onUnreadable: (id: string, why: CaseFileError) => void,
): AsyncGenerator<CaseAccount> {
  const { store, caseTypes, unit } = options;
  const lengths = new Map<string, number>();
  for await (const { record } of recordsOfCases(store)) lengths.set(record.stream, record.version);
  for (const [id, to] of lengths) {
    try {
      const account = accountOf(await openCaseFile(store.read(id, { to }), caseTypes), options);
      if (unit === undefined || account.holdings.some(({ holder }) => holder.unit === unit)) yield account;
    } catch (error) {
      if (!(error instanceof CaseFileError)) throw error;
      onUnreadable(id, error);
    }
  }
}

/** The account of one case. Throws `CaseFileError` where it cannot be folded. */
export function accountOf(file: CaseFile, options: AccountOptions): CaseAccount {
  const taking = new Taking(file, options);
  for (const each of file.facts) taking.take(each);
  return taking.account();
}

interface Change {
  readonly on: LegalDay;
  readonly holder: Holder | null;
}

interface Pause {
  readonly from: LegalDay;
  to: LegalDay | null;
}

interface Run {
  readonly start: Extract<ClockLine['entry'], { readonly do: 'start' }>;
  readonly pauses: Pause[];
  term: Term;
  law: Citation;
  rawDueOn: LegalDay;
  dueOn: LegalDay;
  /** Whether its last line left it without a last day, because a pause holds it. */
  held: boolean;
  /** Of the last line that named a day: by its calendar the whole run was counted. */
  counted: { readonly calendar: Calendar | null; readonly named: string };
  end: { readonly on: LegalDay; readonly by: 'stopped' | 'restarted' } | null;
  ranOutWith: Holder | null;
}

/** Takes the facts of one case one by one. */
class Taking {
  readonly #options: AccountOptions;
  readonly #type: CaseType;
  readonly #state: CaseState;
  /** Who held it from which day on, their days rising: a late paper takes back what was held from later days on. */
  readonly #changes: Change[] = [];
  readonly #runs: Run[] = [];
  /** The run of each clock that was started last. */
  readonly #current = new Map<string, Run>();
  #last: FiledFact | null = null;
  #endedOn: LegalDay | null = null;

  constructor(file: CaseFile, options: AccountOptions) {
    this.#options = options;
    this.#type = file.type;
    this.#state = openingState(file);
  }

  take(filed: FiledFact): void {
    const { fact } = filed;
    this.#fold(fact);
    this.#last = filed;
    const lines = fact.data.clocks as readonly ClockLine[] | undefined;
    if (lines) {
      const calendar = this.#calendarOf(filed);
      for (const line of lines) this.#post(line, calendar);
    }
    if (fact.type === 'ClockRanOut') {
      const { clock, holder } = fact.data;
      const run = typeof clock === 'string' ? this.#current.get(clock) : undefined;
      if (run) run.ranOutWith = isHolder(holder) ? holder : null;
    }
  }

  /** The calendar that a fact names; null where it is not at hand. */
  #calendarOf({ record: { meta }, fact }: FiledFact): Calendar | null {
    const { laws } = this.#options;
    const digest = (meta.law ?? '').slice((meta.law ?? '').lastIndexOf('#') + 1);
    const law = typeof laws === 'function' ? laws(digest) : laws.at(digest);
    const calendar = law?.calendar(fact.on) ?? null;
    return calendar && isNamed(calendar, meta.calendar) ? calendar : null;
  }

  /** Folds it, and keeps what it did to custody. */
  #fold(fact: Fact): void {
    const state = this.#state;
    const was = state.custody.holder;
    const open = !state.at.final;
    foldInto(state, this.#type, fact);
    const { holder } = state.custody;
    if (was?.unit !== holder?.unit || was?.person !== holder?.person) this.#passed(fact.on, holder);
    if (open && state.at.final) this.#endedOn = fact.on;
  }

  #passed(on: LegalDay, holder: Holder | null): void {
    while ((this.#changes.at(-1)?.on ?? '') > on) this.#changes.pop();
    this.#changes.push({ on, holder: holder && { ...holder } });
  }

  /** `atHand` is the calendar that the fact names. */
  #post({ entry, dueOn, rawDueOn, calendar }: ClockLine, atHand: Calendar | null): void {
    const before = this.#current.get(entry.clock);
    const counted = { calendar: atHand && isNamed(atHand, calendar) ? atHand : null, named: calendar };
    if (entry.do === 'start') {
      // As in the fold: a start that names no day starts nothing.
      if (dueOn === null || rawDueOn === null) return;
      if (before && !before.end) before.end = { on: entry.on, by: 'restarted' };
      const run: Run = {
        start: entry,
        ...{ pauses: [], term: entry.term, law: entry.law, rawDueOn, dueOn, held: false, end: null, ranOutWith: null },
        counted,
      };
      this.#runs.push(run);
      this.#current.set(entry.clock, run);
      return;
    }
    if (!before) return;
    const last = before.pauses.at(-1);
    if (entry.do === 'pause' && last?.to !== null) before.pauses.push({ from: entry.on, to: null });
    if (entry.do === 'resume' && last?.to === null) last.to = entry.on;
    if (entry.do === 'stop' && !before.end) before.end = { on: entry.on, by: 'stopped' };
    if (entry.do === 'switch') Object.assign(before, { term: entry.term, law: entry.law });
    if (entry.do === 'extend') before.term = extended(before.term, entry);
    before.held = dueOn === null;
    if (dueOn !== null && rawDueOn !== null) {
      Object.assign(before, { dueOn, rawDueOn });
      before.counted = counted;
    }
  }

  account(): CaseAccount {
    const { caseId, caseType, stage, openedOn } = this.#state;
    const holdings = this.#holdings();
    return { case: caseId, caseType, stage, openedOn, endedOn: this.#endedOn, holdings, runs: this.#runs.map((run) => this.#told(run)) };
  }

  #holdings(): readonly Holding[] {
    const calendar = this.#last && this.#calendarOf(this.#last);
    return this.#changes.flatMap(({ on, holder }, index): readonly Holding[] => {
      if (!holder) return [];
      const to = this.#changes[index + 1]?.on ?? this.#endedOn;
      const through = to ?? latest(this.#options.until, on);
      return [{ holder, from: on, to: to && latest(to, on), ...between(on, latest(through, on), calendar) }];
    });
  }

  #told(run: Run): ClockRun {
    const { start, term, law, rawDueOn, dueOn, held, end, counted, ranOutWith } = run;
    const endedOn = latest(end?.on ?? this.#options.until, start.on);
    // A pause that began when the term had run gives nothing back, and hides nothing.
    const pauses = run.pauses.filter(({ from }) => held || from < rawDueOn);
    const owed = (this.#options.owed ?? everyClock)(start.clock);
    const lastDay = held || dueOn > endedOn ? endedOn : dueOn;
    return {
      clock: start.clock,
      ...{ law, consequence: start.consequence, internal: start.internal === true, term },
      ...{ startedOn: start.on, dueOn: held ? null : dueOn, endedOn, ended: end?.by ?? (held ? 'paused' : 'runs') },
      ...{ owed, missed: owed && lastDay < endedOn, ranOutWith, calendar: counted.named },
      inTerm: this.#shares(start.on, lastDay, pauses, counted.calendar),
      overdue: owed ? this.#shares(lastDay, endedOn, [], counted.calendar) : [],
    };
  }

  /** Who held it on the days after `from`, up to and with `to`. */
  #shares(from: LegalDay, to: LegalDay, pauses: readonly Pause[], calendar: Calendar | null): readonly HeldFor[] {
    const edges = [...this.#changes.map(({ on }) => on), ...pauses.flatMap((each) => [each.from, each.to ?? to])];
    const days = [from, ...new Set([...edges, to].filter((day) => day > from && day <= to).toSorted())];
    const shares = new Map<string, HeldFor>();
    for (let index = 1; index < days.length; index += 1) {
      const [after, through] = [days[index - 1] ?? from, days[index] ?? to];
      if (pauses.some((pause) => pause.from < through && (pause.to === null || through <= pause.to))) continue;
      const holder = this.#changes.findLast(({ on }) => on < through)?.holder ?? null;
      const key = JSON.stringify([holder?.unit, holder?.person]);
      shares.set(key, added(shares.get(key) ?? { holder, days: 0, workingDays: 0 }, between(after, through, calendar)));
    }
    return [...shares.values()];
  }
}

const isNamed = ({ id, edition }: Calendar, named: string | undefined): boolean => `${id}@${edition}` === named;

const everyClock = (): boolean => true;

const latest = (one: LegalDay, other: LegalDay): LegalDay => (one > other ? one : other);

type Days = Pick<HeldFor, 'days' | 'workingDays'>;

/** The days after the first, up to and with the second. */
const between = (after: LegalDay, through: LegalDay, calendar: Calendar | null): Days => ({
  days: daysBetween(after, through),
  workingDays: calendar?.workingDaysBetween(after, through) ?? null,
});

const added = ({ holder, days, workingDays }: HeldFor, more: Days): HeldFor => ({
  holder,
  days: days + more.days,
  workingDays: workingDays === null || more.workingDays === null ? null : workingDays + more.workingDays,
});

const extended = (term: Term, { by, cap }: { readonly by: number; readonly cap: number }): Term => ({
  ...term,
  length: Math.max(term.length, Math.min(cap, term.length + by)),
});
