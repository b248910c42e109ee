/** The second step of an append: its facts get their places in the log. */
import { StoreFault } from '@redress/core';
import type { Connections } from './driver.ts';
import type { Ask } from './reading.ts';

/** Milliseconds without an append after which those that came are placed: appends one after the other share the step. */
const PAUSE = 5;

/** Milliseconds after which they are placed although more keep coming. */
const LONGEST = 25;

/** Milliseconds before a step is asked for again that found somebody else at it. */
const AGAIN = 20;

/** Milliseconds before one is asked for again that failed: the server may be away for long, and readers place as well. */
const AFTER_FAILURE = 250;

export interface Placer {
  /** To be called after an append was acknowledged. Nobody waits for it. */
  kick(): void;
  /** Places what was committed before the call, and gives the size of the log. Waits for whoever is at it. */
  size(): Promise<number>;
  /** Resolves once no step of this store runs, and begins none any more. What is not placed yet the next reader places. */
  stop(): Promise<void>;
}

export interface PlacerParts {
  readonly schema: string;
  readonly connections: Connections;
  readonly ask: Ask;
  /** Called after each step that a kick led to. */
  placed(): void;
}

export function placer({ schema, connections, ask, placed }: PlacerParts): Placer {
  let timer: NodeJS.Timeout | undefined;
  /** `performance.now()` of the first append that waits for the planned step. */
  let since = 0;
  let running: Promise<void> | undefined;
  let kicked = false;
  let stopped = false;

  function begin(): void {
    timer = undefined;
    running = step().finally(() => {
      running = undefined;
      if (kicked) plan();
    });
  }

  /** Later by what came since, but never later than the longest wait of the first. */
  function plan(): void {
    if (stopped) return;
    const now = performance.now();
    if (timer === undefined) since = now;
    else clearTimeout(timer);
    timer = setTimeout(begin, Math.min(PAUSE, since + LONGEST - now));
  }

  /**
   * Whoever has the lock places all that was committed before; whoever has not, comes back. So no append is forgotten, although a
   * holder may have looked before the append's commit.
   */
  async function step(): Promise<void> {
    kicked = false;
    let wait = AGAIN;
    try {
      const [row] = await connections.run({ name: `${schema} place`, text: `SELECT ${schema}.place(false)` });
      if (row?.[0] === null) kicked = true;
      else placed();
    } catch (error) {
      // The append stands, and any reader places it; a lost connection is no reason to give up trying, nor is one that came meanwhile.
      kicked ||= error instanceof StoreFault && error.retryable;
      wait = AFTER_FAILURE;
    }
    if (kicked) await new Promise((resolve) => setTimeout(resolve, wait));
  }

  return {
    kick() {
      kicked = true;
      if (running === undefined) plan();
    },
    async size() {
      const [row] = await ask({ name: `${schema} size`, text: `SELECT ${schema}.place(true)` });
      return Number(row?.[0]);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
