/**
 * Replay: every record of a log, or of some cases, compared with what it must say. It streams, holds a bounded number of open cases,
 * writes nothing and sends nothing. That a log was cut off at its end cannot be seen here: that takes a checkpoint.
 */

import { createHash } from 'node:crypto';
import { type CaseType, drawJson, type EventStore, isOwnStream, type Law, type Recorded, StoreFault } from '@redress/core';
import { canonicalize } from './canonical.ts';
import { CaseReplay, type Ground, type LawsAtHand, type TypeGround } from './case-replay.ts';
import type { PinnedLaw } from './clock-check.ts';
import { DueDays } from './due-day.ts';
import { type Finding, type FindingCode, findingOf, type Place, type Report } from './finding.ts';
import { OpenCases } from './open-cases.ts';
import { readStrictly } from './record.ts';
import { Stages } from './stage.ts';

export interface ReplayOptions {
  readonly caseTypes: readonly CaseType[];
  /** The editions of law that records may name by their digest: a function, or a law that knows its own editions. */
  readonly laws: LawsAtHand;
}

/** A record to be replayed. `record` is what the text was parsed to, if that is at hand; it is trusted only if it says the same. */
export type ToReplay = Pick<Recorded, 'text'> & { readonly position?: string; readonly record?: unknown };

export interface ReplayRecords extends ReplayOptions {
  /** In the order of each case; cases may alternate. Every case met is held in memory. */
  readonly records: AsyncIterable<ToReplay> | Iterable<ToReplay>;
  /** UUID of the log. Default: that of the first record. */
  readonly log?: string;
}

export interface ReplayAll extends ReplayOptions {
  readonly store: EventStore;
  /** How many cases are held in memory at most; a case met again later is read anew from its stream. Default 4,096. */
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
  const run = new Run(options, options.log ?? null, Number.POSITIVE_INFINITY);
  return run.over(options.records, null);
}

/** Replays a whole log, streaming. Throws `StoreFault` where the store fails; damage that a store reports is a finding. */
export function replayAll(options: ReplayAll): Replay {
  const { store, openCases = 4096 } = options;
  return new Run(options, store.log, openCases).over(store.readLog('', Number.POSITIVE_INFINITY), store);
}

class Run {
  readonly #cases: OpenCases<CaseReplay>;
  /** Cases that were dropped from memory, and up to which version they had been replayed. */
  readonly #dropped = new Map<string, number>();
  readonly #ground: Ground;
  #log: string | null;
  #found: Finding[] = [];
  #at: Place = { case: '', version: 0, position: '' };
  #position = '';
  #readingAnew = false;
  readonly #counts = { cases: 0, facts: 0, findings: 0, notes: 0, observed: 0 };
  readonly #byCode: Partial<Record<FindingCode, number>> = {};
  readonly #objections: Record<string, number> = {};

  constructor(options: ReplayOptions, log: string | null, openCases: number) {
    this.#log = log;
    this.#ground = groundOf(options, () => this.#log);
    this.#cases = new OpenCases(openCases, worthKeeping, (id, held) => this.#dropped.set(id, held.version));
  }

  over(records: AsyncIterable<ToReplay> | Iterable<ToReplay>, store: EventStore | null): Replay {
    const findings = this.#read(records, store);
    const summary = { ...this.#counts, byCode: this.#byCode, objections: this.#objections };
    const counts = this.#counts;
    return {
      [Symbol.asyncIterator]: () => findings,
      get summary() {
        return { ...summary, ...counts };
      },
    };
  }

  async *#read(records: AsyncIterable<ToReplay> | Iterable<ToReplay>, store: EventStore | null): AsyncGenerator<Finding, void, undefined> {
    try {
      for await (const each of records) {
        const again = this.#take(each, store);
        if (again) await again;
        if (this.#found.length > 0) yield* this.#findings();
      }
    } catch (fault) {
      this.#unreadable(fault);
    }
    for (const held of this.#cases.values()) {
      this.#at = { case: held.id, version: held.version, position: '' };
      held.end(this.#report);
    }
    yield* this.#findings();
  }

  #findings(): readonly Finding[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  readonly #report: Report = (code, particulars) => {
    if (this.#readingAnew) return;
    const finding = findingOf(code, this.#at, particulars);
    this.#found.push(finding);
    this.#byCode[code] = (this.#byCode[code] ?? 0) + 1;
    if (finding.severity === 'note') this.#counts.notes += 1;
    else this.#counts.findings += 1;
  };

  /** Takes one record; a promise where its case must be read anew first. */
  #take({ text, record: parsed, position = '' }: ToReplay, store: EventStore | null): Promise<void> | null {
    const { record, fault } = readStrictly(text, parsed);
    const id = record?.stream ?? streamIn(text);
    // There the log speaks of itself: that is no case.
    if (isOwnStream(id)) return null;
    this.#counts.facts += 1;
    this.#at = { case: id, version: record?.version ?? 0, position };
    if (position !== '' && position <= this.#position) this.#report('position-not-rising', `${position} after ${this.#position}`);
    this.#position = position;
    if (fault !== null) this.#report(record ? 'record-not-canonical' : 'record-malformed', fault);
    if (!record) return this.#skip(id, text);
    this.#log ??= record.log;
    this.#count(record);
    const held = this.#cases.get(id);
    if (held) {
      held.take(record, text, this.#report);
      return null;
    }
    const through = this.#dropped.get(id);
    if (through !== undefined && store) return this.#readAnew(store, id, through).then((anew) => anew.take(record, text, this.#report));
    this.#open(id).take(record, text, this.#report);
    return null;
  }

  /** A text that is no record still takes its place in the case it seems to be of. */
  #skip(id: string, text: string): null {
    const held = this.#cases.get(id);
    if (held) held.skip(text);
    else if (id !== '' && !this.#dropped.has(id)) this.#open(id).skip(text);
    return null;
  }

  #open(id: string): CaseReplay {
    this.#counts.cases += 1;
    return this.#begin(id);
  }

  #begin(id: string): CaseReplay {
    const begun = new CaseReplay(id, this.#ground);
    this.#cases.set(id, begun);
    return begun;
  }

  #count({ meta, data }: { readonly meta: Readonly<Record<string, string>>; readonly data: Readonly<Record<string, unknown>> }): void {
    if (meta.door === 'observe') this.#counts.observed += 1;
    if (!Array.isArray(data.objections)) return;
    for (const each of data.objections) {
      const code = String(each?.code);
      this.#objections[code] = (this.#objections[code] ?? 0) + 1;
    }
  }

  /** A case that was dropped, from its stream. What is wrong with it has been reported when it was first read. */
  async #readAnew(store: EventStore, id: string, through: number): Promise<CaseReplay> {
    const anew = this.#begin(id);
    this.#dropped.delete(id);
    this.#readingAnew = true;
    try {
      for await (const { text, record: parsed } of store.read(id, { to: through })) {
        const { record } = readStrictly(text, parsed);
        if (record) anew.take(record, text, this.#report);
        else anew.skip(text);
      }
    } catch (fault) {
      this.#readingAnew = false;
      this.#unreadable(fault);
    }
    this.#readingAnew = false;
    return anew;
  }

  #unreadable(fault: unknown): void {
    if (!(fault instanceof StoreFault) || fault.code !== 'history-damaged') throw fault;
    this.#report('log-unreadable', fault.says);
  }
}

/** The case a damaged text seems to be of, as far as that can be told. */
function streamIn(text: string): string {
  const [, name = '""'] = /"stream":("(?:[^"\\]|\\.)*")/.exec(text) ?? [];
  try {
    return String(JSON.parse(name));
  } catch {
    return '';
  }
}

const worthKeeping = (held: CaseReplay): 'no' | 'yes' | 'must' => (held.incomplete ? 'must' : held.closed ? 'no' : 'yes');

function groundOf({ caseTypes, laws }: ReplayOptions, log: () => string | null): Ground {
  const types = new Map(caseTypes.map((type): [string, TypeGround] => [type.name, typeGround(type)]));
  const pinned = new Map<string, PinnedLaw | undefined>();
  const dueDays = new DueDays();
  return {
    log,
    typeNamed: (name) => types.get(name),
    lawNamed: (name) => {
      if (!pinned.has(name)) pinned.set(name, pin(name, laws, dueDays));
      return pinned.get(name);
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
