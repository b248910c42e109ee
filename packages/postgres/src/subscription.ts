/** Following the log: history, then what comes. */
import { countThrough, type LogMessage, positionOf, StoreFault } from '@redress/core';
import type { Placer } from './placing.ts';
import { CHUNK, type Reader } from './reading.ts';

/**
 * Milliseconds between two looks for what nobody told. This store's own appends and the server's notifications wake its readers
 * sooner; a notification may be lost, a look may not.
 */
const LOOK_EVERY = 250;

/** The longest wait, in milliseconds, before a server that does not answer is asked again. */
const LONGEST_PAUSE = 2_000;

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

  /** Ends at news, at the abort, or when the time is up. At once, if there was news after `seen`. */
  news(signal: AbortSignal, milliseconds: number, seen?: number): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || (seen !== undefined && this.#wakes !== seen)) return resolve();
      const go = (): void => {
        this.#waiting.delete(go);
        signal.removeEventListener('abort', go);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(go, milliseconds);
      this.#waiting.add(go);
      signal.addEventListener('abort', go);
    });
  }
}

export interface SubscriptionParts {
  readonly reader: Reader;
  readonly placer: Placer;
  readonly listeners: Listeners;
  /** Somebody follows the log: the server's notifications are worth a connection. Gives what ends it. */
  listen(): () => void;
  checkOpen(): void;
}

export type Subscribe = (after: string, signal: AbortSignal) => AsyncIterable<LogMessage>;

const mayComeBack = (error: unknown): boolean => error instanceof StoreFault && error.retryable;

export function subscriber({ reader, placer, listeners, listen, checkOpen }: SubscriptionParts): Subscribe {
  /**
   * Asks until the server answers: one that was stopped is waited for, until the signal aborts or the store is closed. An answer that
   * is on its way at the abort is still given.
   */
  async function untilAnswered<Result>(signal: AbortSignal, ask: () => Promise<Result>): Promise<Result | undefined> {
    for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      checkOpen();
      try {
        return await ask();
      } catch (error) {
        checkOpen();
        if (!mayComeBack(error)) throw error;
        await listeners.news(signal, pause);
        if (signal.aborted) return undefined;
      }
    }
  }

  async function* follow(after: string, signal: AbortSignal): AsyncGenerator<LogMessage> {
    let next = countThrough(after);
    let size = 0;
    let position = after;
    let caughtUp = false;
    while (!signal.aborted) {
      // Taken before the log is asked: what is placed after it is either read now or noticed later.
      const seen = listeners.wakes;
      if (next >= size) size = (await untilAnswered(signal, placer.size)) ?? size;
      if (next < size) {
        const records = await untilAnswered(signal, () => reader.log(next, Math.min(CHUNK, size - next)));
        if (records === undefined) return;
        next += records.length;
        position = positionOf(next - 1);
        caughtUp = false;
        yield { kind: 'batch', records, position };
      } else if (caughtUp) {
        await listeners.news(signal, LOOK_EVERY, seen);
      } else {
        caughtUp = true;
        yield { kind: 'caught-up', position };
      }
    }
  }

  return async function* subscribe(after, signal) {
    checkOpen();
    const stopListening = listen();
    try {
      yield* follow(after, signal);
    } finally {
      stopListening();
    }
  };
}
