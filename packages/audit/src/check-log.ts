/**
 * A look through a whole log, quick enough for every night: whether each record still follows the one before it by its hash, whether
 * its data fit, and whether every case folds. What law, chart and custody ask is for a replay, which takes about three times as long.
 */
import {
  apply,
  type CaseState,
  type CaseType,
  type EventStore,
  factOf,
  isOwnStream,
  problemIn,
  type Recorded,
  StoreFault,
} from '@redress/core';
import { DroppedCases } from './dropped-cases.ts';
import { type Finding, Found } from './finding.ts';
import type { FindingCode, Particulars } from './finding-texts.ts';
import { OpenCases } from './open-cases.ts';
import { faultOf, leafOf } from './record.ts';
import { OPEN_CASES } from './record-source.ts';
import type { VerdictLanguage } from './verdict-texts.ts';

export interface CheckLog {
  readonly store: Pick<EventStore, 'log' | 'readLog' | 'read'>;
  /** Of a case whose type is not among them the chain is checked alone, and that is a finding. */
  readonly caseTypes: readonly CaseType[];
  /** How many cases are held in memory at most; a case met again later is read anew from its stream. Default 4,096. */
  readonly openCases?: number;
  /** Once aborted, no further record is read; `summary` tells how far it came. */
  readonly signal?: AbortSignal;
  /** Of what findings say; what the store, a schema or a case type said of its failure stays as it was said. Default: `en`. */
  readonly language?: VerdictLanguage;
}

export interface CheckSummary {
  /** Cases begun, and facts of cases: what the log says of itself (seals, a move) is checked, and counted in neither. */
  readonly cases: number;
  readonly facts: number;
  readonly findings: number;
  readonly byCode: Readonly<Partial<Record<FindingCode, number>>>;
}

/** Findings in log order, each as soon as it is found. To be read once; `summary` counts along. */
export interface LogCheck extends AsyncIterable<Finding> {
  readonly summary: CheckSummary;
}

/**
 * Checks a whole log, streaming. It compares versions, links, instants and the log's id, the data of every fact with its schema, and folds
 * it: whatever was changed, left out, doubled or put in another order within a case is a finding where a fact of the case follows that was
 * not written anew. The last fact of a case changed, facts cut off at the end of a case or of the log, a whole case left out or made up:
 * that only a checkpoint shows. Bytes in which the same is said otherwise are for `replayAll`.
 * Throws `StoreFault` where the store fails; damage that a store reports is a finding.
 */
export function checkLog(options: CheckLog): LogCheck {
  const check = new Check(options);
  const findings = check.findings();
  return {
    [Symbol.asyncIterator]: () => findings,
    get summary() {
      return check.summary;
    },
  };
}

/** Whether all that is looked at here is of its kind. The stream, and that there is a record at all, the store has seen to. */
function isReadable({ log, type, recordedAt, prev, meta, data }: Recorded['record']): boolean {
  if (typeof log !== 'string' || typeof type !== 'string' || typeof recordedAt !== 'string') return false;
  if (prev !== null && typeof prev !== 'string') return false;
  if (typeof meta !== 'object' || meta === null || typeof data !== 'object' || data === null) return false;
  return meta.caseType === undefined || typeof meta.caseType === 'string';
}

/** What a store says of its damage; any other fault is thrown on. */
function damageIn(fault: unknown): string {
  if (fault instanceof StoreFault && fault.code === 'history-damaged') return fault.says;
  throw fault;
}

interface Held {
  /** False for what the log says of itself. */
  readonly isCase: boolean;
  /** Null before the first fact, for what the log says of itself, and for a case of an unknown type. */
  type: CaseType | null;
  state: CaseState | null;
  version: number;
  leaf: string | null;
  recordedAt: string;
  /** False once the case cannot be folded further. */
  whole: boolean;
}

class Check {
  readonly #store: CheckLog['store'];
  readonly #log: string;
  readonly #signal: AbortSignal | undefined;
  readonly #types: ReadonlyMap<string, CaseType>;
  readonly #cases: OpenCases<Held>;
  /** At which version cases went from memory; below zero where they could not be folded further. */
  readonly #dropped = new DroppedCases();
  readonly #counts = { cases: 0, facts: 0 };
  readonly #found: Found;
  #readingAnew = false;

  constructor({ store, caseTypes, openCases = OPEN_CASES, signal, language = 'en' }: CheckLog) {
    this.#found = new Found(language);
    this.#store = store;
    this.#log = store.log;
    this.#signal = signal;
    this.#types = new Map(caseTypes.map((type) => [type.name, type]));
    this.#cases = new OpenCases(openCases, undefined, (id, { version, whole }) => this.#dropped.set(id, whole ? version : -version));
  }

  get summary(): CheckSummary {
    const { findings, byCode } = this.#found;
    return { ...this.#counts, findings, byCode };
  }

  async *findings(): AsyncGenerator<Finding, void, undefined> {
    try {
      for await (const recorded of this.#store.readLog('', Number.POSITIVE_INFINITY)) {
        if (this.#signal?.aborted) return;
        const held = this.#cases.get(recorded.record.stream) ?? (await this.#open(recorded));
        this.#take(held, recorded);
        if (this.#found.waits) yield* this.#found.taken();
      }
    } catch (fault) {
      this.#report('log-unreadable', null, damageIn(fault));
    }
    yield* this.#found.taken();
  }

  #report(code: FindingCode, at: Recorded | null, particulars: Particulars): void {
    if (this.#readingAnew) return;
    const place = at
      ? { case: at.record.stream, version: at.record.version, position: at.position }
      : { case: '', version: 0, position: '' };
    this.#found.add(code, place, particulars);
  }

  /** A case met for the first time, or read anew up to where it stood when it had to go from memory. */
  async #open(recorded: Recorded): Promise<Held> {
    const { stream } = recorded.record;
    const isCase = !isOwnStream(stream);
    const held: Held = { isCase, type: null, state: null, version: 0, leaf: null, recordedAt: '', whole: isCase };
    this.#cases.set(stream, held);
    const stood = this.#dropped.get(stream);
    if (stood !== undefined) {
      this.#dropped.delete(stream);
      await this.#readAnew(held, recorded, stood);
    } else if (isCase) this.#counts.cases += 1;
    return held;
  }

  /** What is wrong with these records was told when they were met first. Where nothing is folded, the last of them is enough. */
  async #readAnew(held: Held, at: Recorded, stood: number): Promise<void> {
    const to = Math.abs(stood);
    held.whole = stood > 0;
    this.#readingAnew = true;
    try {
      for await (const recorded of this.#store.read(at.record.stream, { from: held.whole ? 1 : to, to })) this.#take(held, recorded);
    } catch (fault) {
      this.#readingAnew = false;
      this.#report('log-unreadable', at, damageIn(fault));
      held.version = at.record.version - 1;
      held.leaf = at.record.prev;
      held.whole = false;
    } finally {
      this.#readingAnew = false;
    }
  }

  #take(held: Held, recorded: Recorded): void {
    const { record, text } = recorded;
    if (held.isCase && !this.#readingAnew) this.#counts.facts += 1;
    if (isReadable(record)) {
      if (held.version === 0) this.#begin(held, recorded);
      this.#chain(held, recorded);
      held.version = record.version;
      if (held.whole) this.#fold(held, recorded);
    } else {
      this.#report('record-malformed', recorded, faultOf(record) ?? 'prev is neither text nor null');
      held.version += 1;
      held.whole = false;
    }
    held.leaf = leafOf(text);
    if (held.state?.at.final) this.#cases.end(record.stream, held);
  }

  #begin(held: Held, recorded: Recorded): void {
    if (!held.whole) return;
    const { stream, meta } = recorded.record;
    const { caseType = '' } = meta;
    held.type = this.#types.get(caseType) ?? null;
    held.state = held.type?.initial(stream) ?? null;
    held.whole = held.type !== null;
    if (!held.whole) this.#report('case-type-unknown', recorded, caseType);
  }

  #chain(held: Held, recorded: Recorded): void {
    const { log, version, prev, recordedAt } = recorded.record;
    if (log !== this.#log) this.#report('log-mismatch', recorded, log);
    if (version !== held.version + 1) {
      this.#report('version-gap', recorded, ['version-after', version, held.version]);
      held.whole = false;
    } else if (prev !== held.leaf) this.#report('chain-broken', recorded, ['prev-is', String(prev)]);
    if (recordedAt < held.recordedAt) this.#report('recorded-earlier', recorded, ['after', recordedAt, held.recordedAt]);
    else held.recordedAt = recordedAt;
  }

  #fold(held: Held, recorded: Recorded): void {
    const { type, state } = held;
    if (!type || !state) return;
    const { record } = recorded;
    const { caseType = '' } = record.meta;
    if (caseType !== type.name) this.#report('case-type-changed', recorded, ['before-and-here', type.name, caseType]);
    let wrong: FindingCode = 'fact-unknown';
    try {
      const fact = factOf(type, recorded);
      const definition = type.facts[record.type];
      const problem = definition ? problemIn(definition.schema, fact.data) : null;
      if (problem !== null) this.#report('fact-invalid', recorded, problem);
      wrong = 'fold-failed';
      apply(type, state, fact);
    } catch (error) {
      this.#report(wrong, recorded, String(error));
      held.whole = false;
    }
  }
}
