/**
 * A view, brought up to date by reading the log on. Delivery is at least once: the cursor moves by compare-and-set after the view has
 * taken a batch, so a view killed in between meets the batch again and must know facts by their id.
 */
import type { EventStore, Recorded } from '../store/event-store.ts';
import { standAfter, standIn } from './stand.ts';

export interface View {
  /** Takes records in log order. The same record may come again. */
  apply(records: readonly Recorded[]): void | Promise<void>;
}

/** Where a view has read to, as a text that says which fact of which log it has taken last. */
export interface Cursor {
  /** '' at the beginning. */
  read(): string | Promise<string>;
  /** Moves from one text to the next; false if somebody else moved it meanwhile. */
  move(from: string, to: string): boolean | Promise<boolean>;
}

export const memoryCursor = (): Cursor => {
  let text = '';
  return {
    read: () => text,
    move: (from, to) => {
      if (text !== from) return false;
      text = to;
      return true;
    },
  };
};

export interface Projected {
  /** Records handed to the view. */
  readonly records: number;
  readonly position: string;
  /** False where another reader took over: this one stopped. */
  readonly caughtUp: boolean;
}

/** Reads on from the cursor to the log's end. Throws StoreFault `history-damaged` where the log does not hold what the cursor names. */
export async function project(store: EventStore, view: View, cursor: Cursor, batchSize = 500): Promise<Projected> {
  let stand = await standIn(store, await cursor.read());
  let records = 0;
  for (;;) {
    const batch: Recorded[] = [];
    for await (const recorded of store.readLog(stand.position, batchSize)) batch.push(recorded);
    if (batch.length === 0) return { records, position: stand.position, caughtUp: true };
    await view.apply(batch);
    const next = standAfter(store, stand, batch);
    if (!(await cursor.move(stand.text, next.text))) return { records, position: stand.position, caughtUp: false };
    stand = next;
    records += batch.length;
  }
}
