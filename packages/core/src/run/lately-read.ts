/**
 * The streams that were read lately, so that a command need not read and parse a case's whole history again. It is a cache of the log
 * and never more: before each use the last record kept is compared with the one in the store, text by text. What is kept is frozen,
 * because it is handed to everybody.
 */
import type { EventStore, Recorded } from '../store/event-store.ts';

/** A record takes some kilobytes once it is parsed; these are the cases that a busy office has in hand, and some tens of megabytes. */
const MOST_RECORDS = 10_000;

export class LatelyRead {
  readonly #store: EventStore;
  readonly #streams = new Map<string, readonly Recorded[]>();
  #records = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** Every record of a stream, as the store has it now. */
  async records(stream: string): Promise<readonly Recorded[]> {
    const kept = this.#streams.get(stream);
    const last = kept?.[kept.length - 1];
    if (!kept || !last) return this.#keep(stream, await this.#read(stream, 1));
    const [again, ...since] = await this.#read(stream, last.record.version);
    // Another record in its place, or none, and this is not the log that was read: a backup was put back, say.
    if (again?.text !== last.text) return this.#keep(stream, await this.#read(stream, 1));
    return this.#keep(stream, since.length > 0 ? [...kept, ...since] : kept);
  }

  /** What has just been appended, after the records that `records` gave. */
  add(stream: string, before: readonly Recorded[], appended: readonly Recorded[]): void {
    const kept = this.#streams.get(stream);
    // Somebody else may have read on meanwhile, or the stream may have made room for others: then it is read when it is needed.
    if (kept ? kept === before : before.length === 0) this.#keep(stream, [...before, ...appended.map(frozen)]);
  }

  async #read(stream: string, from: number): Promise<readonly Recorded[]> {
    const records: Recorded[] = [];
    for await (const recorded of this.#store.read(stream, { from })) records.push(frozen(recorded));
    return records;
  }

  /** Taken out and put in again, a stream is the last to make room. */
  #keep(stream: string, records: readonly Recorded[]): readonly Recorded[] {
    this.#records += records.length - (this.#streams.get(stream)?.length ?? 0);
    this.#streams.delete(stream);
    if (records.length > 0) this.#streams.set(stream, Object.freeze(records));
    for (const [oldest, { length }] of this.#streams) {
      if (this.#records <= MOST_RECORDS) break;
      this.#streams.delete(oldest);
      this.#records -= length;
    }
    return records;
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inside of Object.values(value)) frozen(inside);
  return value;
}
