/**
 * A place in the log, as a client keeps it: after which fact it has read. It names the log and the fact besides the position, which any
 * log would believe: in one that was restored from an older backup, or exchanged, facts would be passed over without a word.
 */
import type { EventStore, Recorded } from '@redress/core';
import { isNo, type No, no } from './problem.ts';

export interface Place {
  /** '' at the beginning. */
  readonly position: string;
  /** '' at the beginning; letters that an address and a header take as they are. */
  readonly text: string;
}

const BEGINNING: Place = { position: '', text: '' };

/**
 * A place that says something also at the beginning, as an event's id has to: one that is empty makes a browser forget its place, and come
 * again without.
 */
export const spoken = (store: EventStore, place: Place): Place =>
  place.text === '' ? { ...place, text: `${encodeURIComponent(store.log)}:::` } : place;

/** The place after a record that was read from the log after `before`. */
export function placeAfter(store: EventStore, before: Place, { position, record }: Recorded): Place {
  return { position, text: [store.log, before.position, position, record.id].map(encodeURIComponent).join(':') };
}

/** The place that a client names, once the log has the fact that it names where it names it. */
export async function placeOf(store: EventStore, text: string): Promise<Place | No> {
  if (text === '') return BEGINNING;
  const [log, before = '', position = '', id, ...more] = partsOf(text);
  if (id === undefined || more.length > 0) return no('INVALID_QUERY', { problem: 'after: is no place that was given out here' });
  if (position === '' && id === '' && log === store.log) return { position, text };
  const holds = log === store.log && (await idAfter(store, before, position)) === id;
  return holds ? { position, text } : no('NOT_PLACED');
}

function partsOf(text: string): readonly string[] {
  try {
    return text.split(':').map(decodeURIComponent);
  } catch {
    return [];
  }
}

async function idAfter(store: EventStore, before: string, position: string): Promise<string | null> {
  try {
    for await (const recorded of store.readLog(before, 1)) return recorded.position === position ? recorded.record.id : null;
  } catch (error) {
    // A store throws this for text that no store of its kind gave out.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** Where the log ends: found by reading on from where it ended before, once in a process from the beginning. */
export class LogEnd {
  readonly #store: EventStore;
  #place = BEGINNING;
  #reading: Promise<Place> | null = null;

  constructor(store: EventStore) {
    this.#store = store;
  }

  find(): Promise<Place> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<Place> {
    // A log may be restored beneath a process that goes on: where it ended before is then no place of it.
    const before = await placeOf(this.#store, this.#place.text);
    if (isNo(before)) this.#place = BEGINNING;
    for await (const recorded of this.#store.readLog(this.#place.position, Number.POSITIVE_INFINITY)) {
      this.#place = placeAfter(this.#store, this.#place, recorded);
    }
    return this.#place;
  }
}
