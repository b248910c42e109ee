/**
 * The streams that were read lately, so that a command need not read and parse a case's whole history again. It is a cache of the log
 * and never more: what is kept is either compared with the store, text by text, or used for an append, which compares the last leaf.
 * It is frozen, because it is handed to everybody.
 */
import { lastOf } from '../domain/list.ts';
import type { EventStore, Head, Recorded } from '../store/event-store.ts';
import { headOf } from '../store/record.ts';

/** Characters of the records kept, some times as many bytes once they are parsed: the cases that a busy office has in hand. */
const MOST = 8_000_000;

/** A stream as it was read: its records, and where a reader stands after the last. */
export interface Read {
  readonly records: readonly Recorded[];
  readonly head: Head;
}

interface Kept extends Read {
  readonly size: number;
}

/**
 * What lies in the map, emptied when it is taken out: V8 makes a map from which much is taken out anew again and again, and once a table
 * that was left has grown old, the collector of the young takes for alive what all later ones ever held.
 */
interface Place {
  kept: Kept | null;
}

export class LatelyRead {
  readonly #store: EventStore;
  readonly #streams = new Map<string, Place>();
  #size = 0;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** What was read before, as it was then; null where nothing is kept. Only good for an append: the store may hold more, or other. */
  kept(stream: string): Read | null {
    const kept = this.#keptOf(stream);
    return kept ? this.#keep(stream, kept) : null;
  }

  /** Every record of a stream: those that are kept, where the last of them is still in the store, and what came since. */
  async records(stream: string): Promise<Read> {
    const kept = this.#keptOf(stream);
    const last = kept && lastOf(kept.records);
    if (!kept || !last) return this.readAgain(stream);
    const [again, ...since] = await this.#read(stream, last.record.version);
    // Another record in its place, or none, and this is not the log that was read: a backup was put back, say.
    if (again?.text !== last.text) return this.readAgain(stream);
    return this.#keep(stream, since.length > 0 ? readOf([...kept.records, ...frozen(since)]) : kept);
  }

  /** Every record of a stream, from its first. */
  async readAgain(stream: string): Promise<Read> {
    return this.#keep(stream, readOf(frozen(await this.#read(stream, 1))));
  }

  /** What the store has told to follow the records given before. Gives all of them. */
  add(stream: string, before: readonly Recorded[], told: readonly Recorded[], head: Head): readonly Recorded[] {
    const records = [...before, ...frozen(told)];
    const kept = this.#keptOf(stream)?.records;
    // Somebody else may have read on meanwhile, or the stream may have made room for others: then it is read when it is needed.
    if (kept ? kept === before : before.length === 0) this.#keep(stream, { records, head });
    return records;
  }

  async #read(stream: string, from: number): Promise<Recorded[]> {
    const records: Recorded[] = [];
    for await (const recorded of this.#store.read(stream, { from })) records.push(recorded);
    return records;
  }

  /** Taken out and put in again, a stream is the last to make room. One that would leave none for others is not kept. */
  #keep(stream: string, read: Read | Kept): Read {
    const { records, head } = read;
    const size = 'size' in read ? read.size : sizeOf(records);
    this.#drop(stream);
    if (records.length === 0 || size > MOST / 2) return read;
    Object.freeze(records);
    this.#streams.set(stream, { kept: { records, head, size } });
    this.#size += size;
    for (const oldest of this.#streams.keys()) {
      if (this.#size <= MOST) break;
      this.#drop(oldest);
    }
    return read;
  }

  #keptOf(stream: string): Kept | null {
    return this.#streams.get(stream)?.kept ?? null;
  }

  #drop(stream: string): void {
    const place = this.#streams.get(stream);
    if (!place?.kept) return;
    this.#size -= place.kept.size;
    place.kept = null;
    this.#streams.delete(stream);
  }
}

const readOf = (records: readonly Recorded[]): Read => ({ records, head: headOf(lastOf(records)) });

const sizeOf = (records: readonly Recorded[]): number => records.reduce((sum, { text }) => sum + text.length, 0);

/** Frozen through and through, in place. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inside of Object.values(value)) frozen(inside);
  return value;
}
