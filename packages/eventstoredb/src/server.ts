/** The server, asked until it answers: with pauses that grow and differ, so that callers do not come back in step, and not for ever. */
import { StoreFault } from '@redress/core';
import type { Client } from './client.ts';
import { closedFault, doubted, faultOf } from './faults.ts';

/** Milliseconds before each further try, give or take a half. */
const PAUSES: readonly number[] = [20, 80, 320, 1_000, 2_000];

/** Calls `go` when something has happened, at once where it has already. Gives what takes that back. */
export type Hook = (go: () => void) => () => void;

export const onAbort =
  (signal: AbortSignal): Hook =>
  (go) => {
    if (signal.aborted) go();
    signal.addEventListener('abort', go);
    return () => signal.removeEventListener('abort', go);
  };

export class Server {
  readonly #client: Client;
  /** Milliseconds after which no further try begins. */
  readonly #patience: number;
  readonly #wakers = new Set<() => void>();
  #closing = false;

  constructor(client: Client, patience: number) {
    this.#client = client;
    this.#patience = patience;
  }

  checkOpen(): void {
    if (this.#closing) throw closedFault();
  }

  /** Rejects with a StoreFault. The outcome is unknown as soon as it was after one of the tries. */
  async ask<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer> {
    const end = performance.now() + this.#patience;
    let inDoubt: StoreFault | undefined;
    for (let tried = 0; ; tried += 1) {
      if (this.#closing) throw inDoubt ?? closedFault();
      try {
        return await question(this.#client);
      } catch (error) {
        const fault = faultOf(error);
        if (fault.written === 'unknown') inDoubt = fault;
        const pause = PAUSES[tried];
        if (!fault.retryable || pause === undefined || performance.now() >= end) throw inDoubt === undefined ? fault : doubted(fault);
        await this.pause(pause);
      }
    }
  }

  /** Ends after the time, give or take a half, at the close, or where one of the hooks says so. */
  pause(milliseconds: number, ...hooks: readonly Hook[]): Promise<void> {
    return new Promise((resolve) => {
      const undo: (() => void)[] = [];
      const go = (): void => {
        for (const each of undo.splice(0)) each();
        resolve();
      };
      const timer = setTimeout(go, milliseconds * (0.5 + Math.random()));
      this.#wakers.add(go);
      undo.push(
        () => clearTimeout(timer),
        () => void this.#wakers.delete(go),
      );
      for (const hook of hooks) undo.push(hook(go));
      if (this.#closing) go();
    });
  }

  listen(...how: Parameters<Client['listen']>): () => void {
    return this.#client.listen(...how);
  }

  /** From here on nothing is begun. */
  beginClosing(): void {
    this.#closing = true;
    for (const wake of [...this.#wakers]) wake();
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

export const mayComeBack = (error: unknown): boolean => error instanceof StoreFault && error.retryable;
