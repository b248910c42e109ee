/**
 * The desk's lists: every case folded in memory, brought up to date by following the log, and built anew at each start. It holds nothing
 * that the log does not say, so it may be thrown away at any time.
 */
import {
  apply,
  type CaseState,
  type CaseType,
  consume,
  type EventStore,
  factOf,
  isOwnStream,
  memoryCursor,
  project,
  type Recorded,
  type View,
} from '@redress/core';

/** Milliseconds for which a page waits until its own fact is in the lists. */
const PATIENCE = 2_000;

type OnChange = (cases: readonly string[]) => void;

export class Cases implements View {
  readonly #types: ReadonlyMap<string, CaseType>;
  readonly #states = new Map<string, CaseState>();
  readonly #listeners = new Set<OnChange>();
  /** Cases with a fact that their case type does not know: they are on no list, and nothing else stands still for them. */
  readonly #unreadable = new Set<string>();

  constructor(types: readonly CaseType[]) {
    this.#types = new Map(types.map((type) => [type.name, type]));
  }

  /** Takes records in the order of the log. One that comes again is known by its version, and one of no case is passed over. */
  apply(records: readonly Recorded[]): void {
    const changed = new Set<string>();
    for (const recorded of records) if (this.#take(recorded)) changed.add(recorded.record.stream);
    if (changed.size > 0) for (const tell of this.#listeners) tell([...changed]);
  }

  #take(recorded: Recorded): boolean {
    const { stream, version, meta } = recorded.record;
    const type = this.#types.get(meta.caseType ?? '');
    if (!type || isOwnStream(stream) || this.#unreadable.has(stream)) return false;
    const state = this.#states.get(stream) ?? type.initial(stream);
    if (version !== state.version + 1) return false;
    try {
      apply(type, state, factOf(type, recorded));
      this.#states.set(stream, state);
    } catch (error) {
      // What a damaged or a newer fact makes a case type throw is of any kind.
      this.#unreadable.add(stream);
      this.#states.delete(stream);
      console.error(
        `desk: the case ${stream} cannot be read from its version ${version} on (${error instanceof Error ? error.name : 'unknown'})`,
      );
    }
    return true;
  }

  unreadable(): readonly string[] {
    return [...this.#unreadable];
  }

  all(): readonly CaseState[] {
    return [...this.#states.values()];
  }

  /** Tells of every change from now on, until the answer is called. */
  onChange(tell: OnChange): () => void {
    this.#listeners.add(tell);
    return () => void this.#listeners.delete(tell);
  }

  /** Waits until the lists know the case so far, or patience ends: then a page is a moment behind, and the live update mends it. */
  async reached(id: string, version: number): Promise<void> {
    const known = (): boolean => (this.#states.get(id)?.version ?? 0) >= version;
    if (known()) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(late);
        stop();
        resolve();
      };
      const late = setTimeout(done, PATIENCE);
      const stop = this.onChange(() => known() && done());
    });
  }
}

export interface Following {
  readonly cases: Cases;
  /** Ends once the log is no longer followed. Rejects with what ended it, where nobody asked it to end. */
  readonly ended: Promise<unknown>;
}

/** Reads the log to its end, and follows it from there until the signal aborts. */
export async function follow(store: EventStore, types: readonly CaseType[], signal: AbortSignal): Promise<Following> {
  const cases = new Cases(types);
  const cursor = memoryCursor();
  await project(store, cases, cursor);
  return { cases, ended: consume(store, cases, cursor, signal) };
}
