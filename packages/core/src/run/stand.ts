/**
 * Where a consumer stands: after which fact of which log. A position alone would be believed by any log, and in one that was restored
 * from an older backup, or exchanged, facts would be passed over without a word.
 */
import type { EventStore, Recorded } from '../store/event-store.ts';
import { StoreFault } from '../store/event-store.ts';

export interface Stand {
  /** '' at the beginning. */
  readonly position: string;
  /** As a cursor keeps it: the log, the position before, this position, and the id of the fact there; '' at the beginning. */
  readonly text: string;
}

function readFrom(text: string): readonly string[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.length === 4 && read.every((part) => typeof part === 'string') ? read : null;
  } catch {
    return null;
  }
}

async function idAfter(store: EventStore, before: string, position: string): Promise<string | null> {
  for await (const recorded of store.readLog(before, 1)) return recorded.position === position ? recorded.record.id : null;
  return null;
}

function lost(says: string): StoreFault {
  const todo = 'Find out whether the log was restored, moved or exchanged. To begin with its first fact, give the consumer a new cursor.';
  return new StoreFault('history-damaged', `${says} Nothing was handed over. ${todo}`);
}

/** What a cursor says, once the log has the fact that it names where it names it. Throws StoreFault `history-damaged`. */
export async function standIn(store: EventStore, text: string): Promise<Stand> {
  if (text === '') return { position: '', text };
  const [log, before = '', position = '', id] = readFrom(text) ?? [];
  if (id === undefined) throw lost(`The cursor holds ${JSON.stringify(text.slice(0, 80))}, which no consumer has written.`);
  if (log !== store.log) throw lost(`The cursor is one of the log ${log}, and this log is ${store.log}.`);
  if ((await idAfter(store, before, position)) !== id)
    throw lost(`The cursor stands after the fact ${id}, and the log has it no more, or elsewhere.`);
  return { position, text };
}

/** Where a consumer stands that was here, and has taken these records since. */
export function standAfter(store: EventStore, from: Stand, records: readonly Recorded[]): Stand {
  const last = records.at(-1);
  if (!last) return from;
  const before = records.at(-2)?.position ?? from.position;
  return { position: last.position, text: JSON.stringify([store.log, before, last.position, last.record.id]) };
}
