/** Following the log: history, then what comes. */
import { countThrough, type LogMessage, positionOf } from '@redress/core';
import type { Driver } from './driver.ts';
import { CHUNK, type Reader } from './reading.ts';

/** Milliseconds between two looks for what another connection wrote. This store's own commits wake its readers at once. */
const LOOK_EVERY = 40;

/** Who waits for news in this process. */
export class Listeners {
  readonly #waiting = new Set<() => void>();
  #wakes = 0;

  /** How often there was news: who sees it unchanged has missed none. */
  get wakes(): number {
    return this.#wakes;
  }

  wake(): void {
    this.#wakes += 1;
    for (const go of this.#waiting) go();
  }

  add(go: () => void): void {
    this.#waiting.add(go);
  }

  remove(go: () => void): void {
    this.#waiting.delete(go);
  }
}

export interface SubscriptionParts {
  readonly driver: Driver;
  readonly reader: Reader;
  readonly listeners: Listeners;
  /** Throws faults only, `closed` once the store is closed, and waits while the file is locked. */
  reading<Result>(doing: () => Result): Promise<Result>;
}

/** What a subscription knew of the file when it last read. */
interface Seen {
  readonly others: unknown;
  readonly wakes: number;
}

export type Subscribe = (after: string, signal: AbortSignal) => AsyncIterable<LogMessage>;

export function subscriber({ driver, reader, listeners, reading }: SubscriptionParts): Subscribe {
  const dataVersion = driver.prepare('PRAGMA data_version');
  /** Changes when another connection has written. */
  const othersWrote = (): unknown => dataVersion.all()[0]?.[0];
  const look = (): Seen => ({ others: othersWrote(), wakes: listeners.wakes });

  /** Ends at a commit of this process or another's, at the abort or at the close. At once, if that was after `seen`. */
  const news = (signal: AbortSignal, seen: Seen): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted || listeners.wakes !== seen.wakes) return resolve();
      const go = (): void => {
        listeners.remove(go);
        signal.removeEventListener('abort', go);
        clearInterval(looking);
        resolve();
      };
      const poll = (): void => {
        try {
          if (othersWrote() !== seen.others) go();
        } catch {
          // The read that follows meets the same fault and tells it.
          go();
        }
      };
      const looking = setInterval(poll, LOOK_EVERY);
      listeners.add(go);
      signal.addEventListener('abort', go);
    });

  return async function* subscribe(after, signal) {
    let next = countThrough(after);
    let position = after;
    let caughtUp = false;
    while (!signal.aborted) {
      // The look comes before the read: what is written after it is either read now or noticed later.
      const [seen, records] = await reading(() => [look(), reader.log(next, CHUNK)] as const);
      if (records.length > 0) {
        next += records.length;
        position = positionOf(next - 1);
        caughtUp = false;
        yield { kind: 'batch', records, position };
      } else if (caughtUp) {
        await news(signal, seen);
      } else {
        caughtUp = true;
        yield { kind: 'caught-up', position };
      }
    }
  };
}
