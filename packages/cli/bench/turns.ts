/** A log that is read with something else done in between. */
import type { EventStore, Recorded } from '@redress/core';

/** The store, of whose log so many records are read before each `turn`. It costs its reader a comparison a record. */
export const takingTurns = (store: EventStore, every: number, turn: () => Promise<void>): EventStore => ({
  ...store,
  readLog(after, limit) {
    const records = store.readLog(after, limit)[Symbol.asyncIterator]();
    let left = every;
    const iterator: AsyncIterableIterator<Recorded> = {
      [Symbol.asyncIterator]: () => iterator,
      next() {
        left -= 1;
        if (left >= 0) return records.next();
        left = every - 1;
        return turn().then(() => records.next());
      },
      return: () => records.return?.() ?? Promise.resolve({ done: true, value: undefined }),
    };
    return iterator;
  },
});
