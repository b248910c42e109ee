/**
 * What if: every history once more under another edition of the law, another calendar or another chart. It reads and never writes: a dry
 * run for a reform. It streams, and holds a bounded number of open cases, and of every case that diverges how it ends.
 */
import type { Calendar, CaseState, CaseType, EventStore, FactRecord, Law, Organisation } from '@redress/core';
import { bundleRecords, type OnRead } from './bundle-records.ts';
import type { LawsAtHand } from './case-replay.ts';
import { DroppedCases } from './dropped-cases.ts';
import { OpenCases } from './open-cases.ts';
import { commandNamespace, factIdIn, isOfLogItself } from './record.ts';
import { handedIn, OPEN_CASES, type RecordSource, readOf, storedLog, type ToReplay } from './record-source.ts';
import {
  WhatIfCase,
  type WhatIfCounts,
  type WhatIfDifference,
  type WhatIfGround,
  type WhatIfPlace,
  type WhatIfStanding,
  withCalendar,
} from './what-if-case.ts';

/** What is to be other than it was. Whatever is left out stays as each fact pinned it. */
export interface Instead {
  /** It is asked for the edition that governs each step, as when a command arrives. */
  readonly law?: Law;
  /** The calendar in the place of the one that the law names. What a law answers out of a calendar of its own stays. */
  readonly calendar?: (instead: Calendar) => Calendar;
  /** Case types in the place of those of their names. */
  readonly caseTypes?: readonly CaseType[];
}

export interface WhatIf {
  /** A log in its store, the folder of a bundle, or records that are handed in. */
  readonly of:
    | { readonly store: EventStore }
    | { readonly folder: string; readonly onRead?: OnRead }
    | { readonly records: AsyncIterable<ToReplay> | Iterable<ToReplay> };
  readonly caseTypes: readonly CaseType[];
  readonly laws: LawsAtHand;
  /** Facts do not pin an organisation: the one that is handed in is asked for superiors and heads. */
  readonly organisation: Organisation;
  readonly instead: Instead;
  /** How many cases are held in memory. Default 4,096. Those of which half a command is there stay besides, as in a replay. */
  readonly openCases?: number;
}

/** A case that diverges, at its end. */
export interface WhatIfEnding {
  readonly case: string;
  readonly first: WhatIfPlace;
  readonly recorded: WhatIfStanding;
  readonly instead: WhatIfStanding;
  readonly elsewhere: boolean;
}

export interface WhatIfSummary extends Readonly<WhatIfCounts> {
  readonly cases: number;
  readonly facts: number;
  /** Cases of which some fact would be another, and those of them that would end elsewhere. */
  readonly diverging: number;
  readonly elsewhere: number;
  /** Commands that would be refused; and those that would only because of what did not happen before. */
  readonly refused: number;
  readonly following: number;
  readonly dueDays: number;
  readonly objections: number;
  readonly unanswered: number;
  /** Cases that cannot be told: damaged, or of a type that is not at hand. A replay says what is wrong with them. */
  readonly untold: readonly string[];
}

/** Differences in the order of the records. To be read once; `summary` counts along, `endings` is whole at the end. */
export interface DryRun extends AsyncIterable<WhatIfDifference> {
  readonly summary: WhatIfSummary;
  readonly endings: readonly WhatIfEnding[];
}

/**
 * Runs every history again. Throws `StoreFault` where the store fails, and `EvidenceError` `bad-argument` where a folder is no bundle;
 * damaged records are no fault: their cases are named in the summary.
 */
export function whatIf(options: WhatIf): DryRun {
  return new Run(options).all();
}

function sourceOf({ of }: WhatIf): RecordSource {
  if ('store' in of) return storedLog(of.store);
  return 'folder' in of ? bundleRecords(of.folder, of.onRead) : handedIn(of.records);
}

type Tally = { -readonly [Name in Exclude<keyof WhatIfSummary, 'untold' | 'elsewhere' | 'diverging'>]: WhatIfSummary[Name] };

/** A case and the records of a command that are still to be completed. */
interface Held {
  readonly lived: WhatIfCase;
  pending: FactRecord[];
  wanted: number;
}

class Run {
  readonly #source: RecordSource;
  readonly #ground: WhatIfGround;
  readonly #cases: OpenCases<Held>;
  readonly #dropped = new DroppedCases();
  readonly #untold = new Set<string>();
  readonly #endings = new Map<string, WhatIfEnding>();
  readonly #tally: Tally = {
    ...{ cases: 0, facts: 0, commands: 0, refused: 0, following: 0 },
    ...{ dueDays: 0, objections: 0, unanswered: 0, unknownEdition: 0, unreproduced: 0 },
  };
  #found: WhatIfDifference[] = [];
  #muted = false;

  constructor(options: WhatIf) {
    this.#source = sourceOf(options);
    this.#ground = groundOf(options);
    const most = 'records' in options.of ? Number.POSITIVE_INFINITY : (options.openCases ?? OPEN_CASES);
    this.#cases = new OpenCases(
      most,
      ({ pending }) => pending.length > 0,
      (id, { lived }) => this.#dropped.set(id, lived.mark),
    );
  }

  all(): DryRun {
    const differences = this.#read();
    const summary = (): WhatIfSummary => this.#summary();
    const endings = this.#endings;
    return {
      [Symbol.asyncIterator]: () => differences,
      get summary() {
        return summary();
      },
      get endings() {
        return [...endings.values()];
      },
    };
  }

  #summary(): WhatIfSummary {
    const endings = [...this.#endings.values()];
    const elsewhere = endings.filter((each) => each.elsewhere).length;
    return { ...this.#tally, diverging: endings.length, elsewhere, untold: [...this.#untold] };
  }

  async *#read(): AsyncGenerator<WhatIfDifference, void, undefined> {
    for await (const each of this.#source.records) {
      const again = this.#take(each);
      if (again) await again;
      if (this.#found.length === 0) continue;
      const found = this.#found;
      this.#found = [];
      yield* found;
    }
  }

  #take(each: ToReplay): Promise<void> | null {
    if (each.unreadable !== undefined) return null;
    const { record, fault } = readOf(each);
    if (isOfLogItself(each.text, record)) return null;
    this.#tally.facts += 1;
    if (!record || fault !== null) return this.#untellable(record?.stream ?? '');
    if (this.#untold.has(record.stream)) return null;
    const held = this.#cases.get(record.stream);
    const dropped = held ? undefined : this.#dropped.get(record.stream);
    const again = dropped === undefined ? null : this.#source.again(record.stream, dropped);
    if (again) return this.#again(record.stream, again, dropped ?? 0).then(() => this.#next(record));
    this.#next(record);
    return null;
  }

  #untellable(id: string): null {
    this.#untold.add(id);
    this.#cases.delete(id);
    this.#endings.delete(id);
    return null;
  }

  async #again(id: string, records: AsyncIterable<ToReplay>, mark: number): Promise<void> {
    this.#dropped.delete(id);
    this.#muted = true;
    const kept = { ...this.#tally };
    for await (const each of records) {
      const { record } = readOf(each);
      if (record) this.#advance(record);
    }
    Object.assign(this.#tally, kept);
    this.#muted = false;
    const held = this.#cases.get(id);
    if (held) held.lived.mark = mark;
  }

  #next(record: FactRecord): void {
    const held = this.#advance(record);
    if (!held) return;
    held.lived.mark = this.#source.mark(held.lived.mark, record.version);
    if (held.lived.closed && held.pending.length === 0) this.#cases.end(record.stream, held);
  }

  /** A case whose records cannot be followed is told no further. */
  #advance(record: FactRecord): Held | null {
    const id = record.stream;
    const held = this.#cases.get(id) ?? this.#open(record);
    const follows = held !== null && record.version === held.lived.version + held.pending.length + 1;
    if (!follows) return this.#untellable(id);
    if (held.pending.length === 0) held.wanted = factsWanted(record);
    held.pending.push(record);
    if (held.pending.length < held.wanted) return held;
    const [first, ...others] = held.pending;
    held.pending = [];
    try {
      if (first) held.lived.take([first, ...others], this.#tell);
    } catch {
      return this.#untellable(id);
    }
    this.#ends(held.lived);
    return held;
  }

  #open({ stream, meta }: FactRecord): Held | null {
    const types = this.#ground.typesNamed(meta.caseType ?? '');
    if (!types) return null;
    this.#tally.cases += 1;
    const held = { lived: new WhatIfCase(stream, types, this.#ground, this.#tally), pending: [], wanted: 0 };
    this.#cases.set(stream, held);
    return held;
  }

  #ends(lived: WhatIfCase): void {
    const { first, ends, endsElsewhere } = lived;
    if (first) this.#endings.set(lived.id, { case: lived.id, first, ...ends, elsewhere: endsElsewhere });
  }

  readonly #tell = (difference: WhatIfDifference): void => {
    if (this.#muted) return;
    this.#found.push(difference);
    if (difference.kind === 'refused') this.#tally[difference.follows ? 'following' : 'refused'] += 1;
    if (difference.kind === 'due-day') this.#tally.dueDays += 1;
    if (difference.kind === 'objections') this.#tally.objections += 1;
    if (difference.kind === 'unanswered') this.#tally.unanswered += 1;
  };
}

/** How many facts the command led to, by the id of the first; where the id is wrong, one. */
function factsWanted({ log, meta, id }: FactRecord): number {
  const namespace = commandNamespace(log, meta.command ?? '');
  for (let count = 1; count <= MOST_FACTS; count += 1) if (factIdIn(namespace, 0, count) === id) return count;
  return 1;
}

const MOST_FACTS = 100;

function groundOf({ caseTypes, laws, organisation, instead }: WhatIf): WhatIfGround {
  const recorded = new Map(caseTypes.map((type) => [type.name, type]));
  const other = new Map((instead.caseTypes ?? []).map((type) => [type.name, type]));
  const pinned = new Map<string, Law | undefined>();
  const at = (digest: string): Law | undefined => (typeof laws === 'function' ? laws(digest) : laws.at(digest));
  const changed = changing(instead);
  return {
    organisation,
    typesNamed: (name) => {
      const type = recorded.get(name);
      return type && { recorded: type, other: other.get(name) ?? type };
    },
    pinned: (name) => {
      if (!pinned.has(name)) pinned.set(name, at(name.slice(name.lastIndexOf('#') + 1)));
      return pinned.get(name);
    },
    otherLaw: (law, command, state) => changed(instead.law === undefined ? law : governing(instead.law, command.type, state, command.on)),
  };
}

function governing(law: Law, step: string, state: CaseState, on: string): Law {
  const { pack, version, digest } = law.editionFor(step, state, on);
  const found = law.at(digest);
  if (!found) throw new Error(`the law names an edition that it cannot run: ${pack}@${version}#${digest}`);
  return found;
}

/** Each law with the other calendar, made once. */
function changing({ calendar }: Instead): (law: Law | undefined) => Law | undefined {
  if (!calendar) return (law) => law;
  const calendars = new Map<Calendar, Calendar>();
  const laws = new Map<Law, Law>();
  const change = (given: Calendar): Calendar => {
    const known = calendars.get(given) ?? calendar(given);
    calendars.set(given, known);
    return known;
  };
  return (law) => {
    if (!law) return undefined;
    const known = laws.get(law) ?? withCalendar(law, change);
    laws.set(law, known);
    return known;
  };
}
