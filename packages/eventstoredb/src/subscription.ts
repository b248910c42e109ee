/**
 * Following the log: history, then what comes. The server's subscription is a bell and no more: each record is read from the last
 * known place, so that a subscription that breaks, begins again or rings twice can neither skip a record nor give it twice.
 */
import type { LogMessage } from '@redress/core';
import type { Place } from './client.ts';
import { placeAt } from './places.ts';
import { PAGE, type Reader } from './reading.ts';
import { type Hook, mayComeBack, onAbort, type Server } from './server.ts';

/** Milliseconds before a bell that broke is hung again, and looks meanwhile. */
const LOOK_EVERY = 300;

/** Milliseconds after which one looks although the bell did not ring. */
const LONGEST_WAIT = 60_000;

/** The longest wait, in milliseconds, before a server that does not answer is asked again. */
const LONGEST_PAUSE = 2_000;

type Listen = (rang: () => void, broke: () => void) => () => void;

class Bell {
  readonly #listen: Listen;
  readonly #waiting = new Set<() => void>();
  #takeDown: (() => void) | undefined;
  #rings = 0;
  #broken = false;

  constructor(listen: Listen) {
    this.#listen = listen;
  }

  /** How often it rang: who sees it unchanged has missed nothing. */
  get rings(): number {
    return this.#rings;
  }

  #ring(): void {
    this.#rings += 1;
    for (const go of [...this.#waiting]) go();
  }

  #broke(): void {
    this.#takeDown = undefined;
    this.#broken = true;
    this.#ring();
  }

  /** Hangs it, unless it hangs or broke since it was asked last: then there is a pause before it is hung again. */
  hang(): boolean {
    const broken = this.#broken;
    this.#broken = false;
    if (!broken) {
      this.#takeDown ??= this.#listen(
        () => this.#ring(),
        () => this.#broke(),
      );
    }
    return !broken;
  }

  takeDown(): void {
    this.#takeDown?.();
  }

  /** At the next ring, or at once where it rang after `seen`. */
  rung =
    (seen: number): Hook =>
    (go) => {
      if (this.#rings !== seen) go();
      this.#waiting.add(go);
      return () => void this.#waiting.delete(go);
    };
}

export interface SubscriptionParts {
  readonly server: Server;
  readonly reader: Reader;
  readonly prefix: string;
  readonly begin: Place | undefined;
}

export type Subscribe = (after: string, signal: AbortSignal) => AsyncIterable<LogMessage>;

export function subscriber({ server, reader, prefix, begin }: SubscriptionParts): Subscribe {
  /** Asks until the server answers: one that was stopped is waited for, until the signal aborts or the store is closed. */
  async function untilAnswered<Answer>(signal: AbortSignal, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      server.checkOpen();
      try {
        return await ask();
      } catch (error) {
        server.checkOpen();
        if (!mayComeBack(error)) throw error;
        await server.pause(pause, onAbort(signal));
        if (signal.aborted) return undefined;
      }
    }
  }

  /** Ends at a ring, at the abort, at the close, or after a while where no bell hangs. */
  const news = (bell: Bell, seen: number, signal: AbortSignal): Promise<void> => {
    return bell.hang() ? server.pause(LONGEST_WAIT, onAbort(signal), bell.rung(seen)) : server.pause(LOOK_EVERY, onAbort(signal));
  };

  async function* follow(after: string, signal: AbortSignal, bell: Bell, moved: (position: string) => void): AsyncGenerator<LogMessage> {
    let position = after;
    let caughtUp = false;
    while (!signal.aborted) {
      // Taken before the log is read: what is written after it is either read now or rings.
      const seen = bell.rings;
      const records = await untilAnswered(signal, () => reader.page(position, PAGE));
      if (records === undefined) return;
      if (records.length > 0) {
        position = records.at(-1)?.position ?? position;
        moved(position);
        caughtUp = false;
        yield { kind: 'batch', records, position };
      } else if (!caughtUp) {
        caughtUp = true;
        yield { kind: 'caught-up', position };
      } else {
        await news(bell, seen, signal);
      }
    }
  }

  return async function* subscribe(after, signal) {
    server.checkOpen();
    let place = placeAt(after) ?? begin;
    const bell = new Bell((rang, broke) => server.listen(prefix, place, rang, broke));
    try {
      yield* follow(after, signal, bell, (position) => {
        place = placeAt(position);
      });
    } finally {
      bell.takeDown();
    }
  };
}
