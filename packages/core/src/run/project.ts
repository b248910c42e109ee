/**
 * A view, brought up to date by reading the log on. Delivery is at least once: the cursor moves by compare-and-set after the view has
 * taken a batch, so a view killed in between meets the batch again and must know facts by their id.
 */
import type { EventStore, Recorded } from '../store/event-store.ts';

export interface View {
  /** Takes records in log order. The same record may come again. */
  apply(records: readonly Recorded[]): void | Promise<void>;
}

/** Where a view has read to. */
export interface Cursor {
  /** '' at the beginning. */
  read(): string | Promise<string>;
  /** Moves from one position to the next; false if somebody else moved it meanwhile. */
  move(from: string, to: string): boolean | Promise<boolean>;
}

export const memoryCursor = (): Cursor => {
  let position = '';
  return {
    read: () => position,
    move: (from, to) => {
      if (position !== from) return false;
      position = to;
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

/** Reads on from the cursor to the end of the log. */
export async function project(store: EventStore, view: View, cursor: Cursor, batchSize = 500): Promise<Projected> {
  let position = await cursor.read();
  let records = 0;
  for (;;) {
    const batch: Recorded[] = [];
    for await (const recorded of store.readLog(position, batchSize)) batch.push(recorded);
    const last = batch[batch.length - 1];
    if (!last) return { records, position, caughtUp: true };
    await view.apply(batch);
    if (!(await cursor.move(position, last.position))) return { records, position, caughtUp: false };
    position = last.position;
    records += batch.length;
  }
}
