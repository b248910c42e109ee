/**
 * A consumer follows the log, history first and then live: what it does is done at least once, and it knows a fact by its id. Its cursor
 * moves by compare-and-set after it has taken a batch, so that of two of one name one stops.
 */
import type { EventStore } from '../store/event-store.ts';
import type { Cursor, View } from './project.ts';
import { standAfter, standIn } from './stand.ts';

/** Where the consumers of one place stand, each by its name. */
export interface Cursors {
  of(consumer: string): Cursor;
  close(): Promise<void>;
}

export interface Consumed {
  /** Records handed over. */
  readonly records: number;
  /** The last position that the cursor was moved to. */
  readonly position: string;
  /** `taken-over`: another consumer of this name moved the cursor meanwhile, and this one stopped. */
  readonly ended: 'stopped' | 'taken-over';
}

/**
 * Follows the log until the signal aborts, or until somebody else takes over. What the consumer throws ends it; its batch comes again.
 * Throws StoreFault `history-damaged` where the log does not hold the fact that the cursor stands after, and what the store throws.
 */
export async function consume(store: EventStore, consumer: View, cursor: Cursor, signal: AbortSignal): Promise<Consumed> {
  let stand = await standIn(store, await cursor.read());
  let records = 0;
  for await (const message of store.subscribe(stand.position, signal)) {
    if (message.kind !== 'batch') continue;
    await consumer.apply(message.records);
    const next = standAfter(store, stand, message.records);
    if (!(await cursor.move(stand.text, next.text))) return { records, position: stand.position, ended: 'taken-over' };
    stand = next;
    records += message.records.length;
  }
  return { records, position: stand.position, ended: 'stopped' };
}
