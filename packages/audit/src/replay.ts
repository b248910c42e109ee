/**
 * Replay: every record of a log, or of some cases, compared with what it must say. It streams, holds a bounded number of open cases,
 * writes nothing and sends nothing. That a log was cut off at its end cannot be seen here: that takes a checkpoint.
 */

import { createHash } from 'node:crypto';
import { type CaseType, drawJson, type EventStore, type FactRecord, type Law, StoreFault } from '@redress/core';
import { bundleRecords, type OnRead } from './bundle-records.ts';
import { canonicalize } from './canonical.ts';
import { CaseReplay, type Ground, type LawsAtHand, type TypeGround } from './case-replay.ts';
import type { PinnedLaw } from './clock-check.ts';
import { DroppedCases } from './dropped-cases.ts';
import { DueDays } from './due-day.ts';
import { type Finding, Found, type Place, type Report } from './finding.ts';
import type { FindingCode } from './finding-texts.ts';
import { OpenCases } from './open-cases.ts';
import { isOfLogItself, streamIn } from './record.ts';
import { handedIn, OPEN_CASES, type RecordSource, readOf, storedLog, type ToReplay } from './record-source.ts';
import { Stages } from './stage.ts';
import type { VerdictLanguage } from './verdict-texts.ts';

export interface ReplayOptions {
  /** Several may have one name: each record is replayed under the chart that it names, and under the last of the name where none is it. */
  readonly caseTypes: readonly CaseType[];
  /** The editions of law that records may name by their digest: a function, or a law that knows its own editions. */
  readonly laws: LawsAtHand;
  /** Once aborted, no further record is read and nothing is said of what is missing at the end; `summary` tells how far it came. */
  readonly signal?: AbortSignal;
  /** Of what findings say; what a store, a schema or a law said of its failure stays as it was said. Default: `en`. */
  readonly language?: VerdictLanguage;
}

export interface ReplayRecords extends ReplayOptions {
  /** In the order of each case; cases may alternate. Every case met is held in memory. */
  readonly records: AsyncIterable<ToReplay> | Iterable<ToReplay>;
  /** UUID of the log. Default: that of the first record. */
  readonly log?: string;
}

export interface ReplayAll extends ReplayOptions {
  readonly store: EventStore;
  /**
   * How many cases are held in memory; a case met again later is read anew from its stream. Default 4,096. Those of which half a command
   * is there stay besides: what it still owes is told at the end. No store writes half a command, but a forger may, as many as he likes.
   */
  readonly openCases?: number;
}

export interface ReplayBundle extends ReplayOptions {
  /** The folder of a bundle of one case or of a log, or one that holds such folders. */
  readonly folder: string;
  readonly onRead?: OnRead;
  /** How many cases are held in memory; a case met again later is read again from the file. Default 4,096. See `ReplayAll`. */
  readonly openCases?: number;
}

export interface Summary {
  readonly cases: number;
  /** Records read, whether or not they were whole. */
  readonly facts: number;
  readonly findings: number;
  readonly notes: number;
  readonly byCode: Readonly<Partial<Record<FindingCode, number>>>;
  /** Facts by the door `observe`: recorded, not judged. */
  readonly observed: number;
  /** Objections that observed facts would have met, by refusal code. They are no findings. */
  readonly objections: Readonly<Record<string, number>>;
}

/** Findings in the order of the records, each as soon as it is found. To be read once; `summary` counts along. */
export interface Replay extends AsyncIterable<Finding> {
  readonly summary: Summary;
}

/** Replays records that are handed in. It never throws on what they hold. */
export function replay(options: ReplayRecords): Replay {
  return new Run(options, handedIn(options.records), options.log ?? null, Number.POSITIVE_INFINITY).all();
}

/** Replays a whole log, streaming. Throws `StoreFault` where the store fails; damage that a store reports is a finding. */
export function replayAll(options: ReplayAll): Replay {
  const { store, openCases = OPEN_CASES } = options;
  return new Run(options, storedLog(store), store.log, openCases).all();
}

/**
 * Replays the records of a bundle, streaming and without a store; the log is that of the first record. What the bundle proves, completeness
 * first, is not looked at. Throws `EvidenceError` `bad-argument` where the folder is no bundle; all else is a finding.
 */
export function replayBundle(options: ReplayBundle): Replay {
  const { folder, onRead, openCases = OPEN_CASES } = options;
  return new Run(options, bundleRecords(folder, onRead), null, openCases).all();
}

class Run {
  readonly #cases: OpenCases<CaseReplay>;
  /** Cases that were dropped from memory, and where their last record stands. */
  readonly #dropped = new DroppedCases();
  readonly #ground: Ground;
  readonly #source: RecordSource;
  readonly #signal: AbortSignal | undefined;
  #log: string | null;
  readonly #found: Found;
  #at: Place = { case: '', version: 0, position: '' };
  #position = '';
  #readingAnew = false;
  readonly #counts = { cases: 0, facts: 0, observed: 0 };
  readonly #objections = new Map<string, number>();

  constructor(options: ReplayOptions, source: RecordSource, log: string | null, openCases: number) {
    this.#log = log;
    this.#source = source;
    this.#signal = options.signal;
    this.#found = new Found(options.language ?? 'en');
    this.#ground = groundOf(options, () => this.#log);
    this.#cases = new OpenCases(
      openCases,
      ({ incomplete }) => incomplete,
      (id, held) => this.#dropped.set(id, held.mark),
    );
  }

  all(): Replay {
    const findings = this.#read();
    const [counts, found, objections] = [this.#counts, this.#found, this.#objections];
    return {
      [Symbol.asyncIterator]: () => findings,
      get summary() {
        const { cases, facts, observed } = counts;
        const { findings, notes, byCode } = found;
        return { cases, facts, findings, notes, observed, byCode, objections: Object.fromEntries(objections) };
      },
    };
  }

  async *#read(): AsyncGenerator<Finding, void, undefined> {
    try {
      for await (const each of this.#source.records) {
        if (this.#signal?.aborted) return;
        const again = this.#take(each);
        if (again) await again;
        if (this.#found.waits) yield* this.#found.taken();
      }
    } catch (fault) {
      this.#unreadable(fault);
    }
    for (const held of this.#cases.values()) {
      this.#at = { case: held.id, version: held.version, position: '' };
      held.end();
    }
    yield* this.#found.taken();
  }

  readonly #report: Report = (code, particulars) => {
    if (!this.#readingAnew) this.#found.add(code, this.#at, particulars);
  };

  /** Takes one record; a promise where its case must be read anew first. */
  #take(each: ToReplay): Promise<void> | null {
    const { text, position = '', file, line } = each;
    if (each.unreadable !== undefined) {
      this.#at = { case: '', version: 0, position, file, line };
      this.#report('file-unreadable', each.unreadable);
      return null;
    }
    const { record, fault } = readOf(each);
    if (isOfLogItself(text, record)) return null;
    const id = record?.stream ?? streamIn(text);
    this.#counts.facts += 1;
    this.#at = { case: id, version: record?.version ?? 0, position, file, line };
    if (position !== '' && position <= this.#position) this.#report('position-not-rising', ['after', position, this.#position]);
    this.#position = position;
    if (fault !== null) this.#report(record ? 'record-not-canonical' : 'record-malformed', fault);
    if (record) {
      this.#log ??= record.log;
      this.#count(record);
    } else if (id === '') return null;
    const held = this.#cases.get(id);
    const dropped = held ? undefined : this.#dropped.get(id);
    const again = dropped === undefined ? null : this.#source.again(id, dropped);
    if (again) return this.#readAnew(id, again).then((anew) => this.#next(anew, record, text));
    this.#next(held ?? this.#open(id), record, text);
    return null;
  }

  /** A text that is no record still takes its place in the case it seems to be of. */
  #next(held: CaseReplay, record: FactRecord | null, text: string): void {
    if (record) held.take(record, text);
    else held.skip(text);
    held.mark = this.#source.mark(held.mark, held.version);
    if (held.closed && !held.incomplete) this.#cases.end(held.id, held);
  }

  #open(id: string): CaseReplay {
    this.#counts.cases += 1;
    return this.#begin(id);
  }

  #begin(id: string): CaseReplay {
    const begun = new CaseReplay(id, this.#ground, this.#report);
    this.#cases.set(id, begun);
    return begun;
  }

  #count({ meta, data }: { readonly meta: Readonly<Record<string, string>>; readonly data: Readonly<Record<string, unknown>> }): void {
    if (meta.door === 'observe') this.#counts.observed += 1;
    if (!Array.isArray(data.objections)) return;
    for (const each of data.objections) {
      const code = codeOf(each?.code);
      this.#objections.set(code, (this.#objections.get(code) ?? 0) + 1);
    }
  }

  /** A case that was dropped, once more from its first record. What is wrong with it has been reported when it was first read. */
  async #readAnew(id: string, records: AsyncIterable<ToReplay>): Promise<CaseReplay> {
    const anew = this.#begin(id);
    anew.mark = this.#dropped.get(id) ?? 0;
    this.#dropped.delete(id);
    this.#readingAnew = true;
    try {
      for await (const each of records) {
        const { record } = readOf(each);
        if (record) anew.take(record, each.text);
        else anew.skip(each.text);
      }
    } catch (fault) {
      this.#readingAnew = false;
      this.#unreadable(fault);
    }
    this.#readingAnew = false;
    return anew;
  }

  #unreadable(fault: unknown): void {
    if (fault instanceof StoreFault && fault.code === 'history-damaged') this.#report('log-unreadable', fault.says);
    else if (fault instanceof Error && 'syscall' in fault) this.#report('file-unreadable', fault.message);
    else throw fault;
  }
}

/** A code in a damaged record may be anything: an object is not asked for its text, which it may not have. */
const codeOf = (code: unknown): string => (typeof code === 'object' && code !== null ? 'object' : String(code));

function groundOf({ caseTypes, laws }: ReplayOptions, log: () => string | null): Ground {
  const types = new Map(caseTypes.map((type): [string, TypeGround] => [type.name, typeGround(type)]));
  const charts = new Map(caseTypes.map((type) => [typeGround(type).chart, typeGround(type)]));
  const pinned = new Map<string, PinnedLaw | undefined>();
  const dueDays = new DueDays();
  let lastLaw: { readonly name: string; readonly law: PinnedLaw | undefined } = { name: '', law: undefined };
  return {
    log,
    typeNamed: (name) => types.get(name),
    typePinned: (chart) => charts.get(chart),
    lawNamed: (name) => {
      // Most records that follow one another name one law.
      if (name === lastLaw.name) return lastLaw.law;
      if (!pinned.has(name)) pinned.set(name, pin(name, laws, dueDays));
      lastLaw = { name, law: pinned.get(name) };
      return lastLaw.law;
    },
  };
}

/** XState's answers and the chart's digest depend on the case type alone, and are worth keeping from one replay to the next. */
const grounds = new WeakMap<CaseType, TypeGround>();

function typeGround(type: CaseType): TypeGround {
  const known = grounds.get(type);
  if (known) return known;
  const digest = createHash('sha256')
    .update(canonicalize(drawJson(type.chart)))
    .digest('base64url');
  const ground = { type, chart: `${type.name}@${type.version}#${digest}`, stages: new Stages(type.chart) };
  grounds.set(type, ground);
  return ground;
}

/** The law that a record names `pack@version#digest`; undefined where it is not at hand or calls itself otherwise. */
function pin(name: string, laws: LawsAtHand, dueDays: DueDays): PinnedLaw | undefined {
  const digest = name.slice(name.lastIndexOf('#') + 1);
  const law: Law | undefined = typeof laws === 'function' ? laws(digest) : laws.at(digest);
  if (!law) return undefined;
  const { edition } = law;
  return `${edition.pack}@${edition.version}#${edition.digest}` === name ? { law, dueDays } : undefined;
}
