/**
 * Faults at every await: a scenario is played once for each call of the driver and for each way in which that call may fail. Nothing
 * is sampled. After each fault the same command is sent again until it is answered, as callers do.
 */
import assert from 'node:assert/strict';
import type { EventStore, Head, Recorded } from '@redress/core';
import { headOf, NO_STREAM, StoreFault } from '@redress/core';
import { all, type Facts, facts, names, wholeLog } from './store-contract/sample.ts';

/** Called by a driver under test around each of its calls. */
export interface Interrupt {
  /** Throws where this call is to fail before it is made. */
  before(): void;
  /** Throws where this call is to fail after it was made: its answer is lost. */
  after(): void;
}

export interface Interrupted {
  /** A new, empty store whose driver asks `interrupt` before and after each call. */
  open(interrupt: Interrupt): Promise<EventStore>;
  /** A further store object on the same data, on a driver that is not interrupted. */
  again(): Promise<EventStore>;
  /** The errors of the driver that are thrown in turn, by name. */
  readonly errors: Readonly<Record<string, DriverError>>;
}

export interface DriverError {
  make(): unknown;
  /** Whether it may also come after the call was done, as a lost connection does. */
  readonly answerLost: boolean;
}

export interface Interruptions {
  /** Calls of the driver in a scenario without a fault. */
  readonly calls: number;
  /** How many runs there were: one for each call, error, and place before or after the call. */
  readonly runs: number;
  /** In how many of them the caller was told a fault. */
  readonly faults: number;
  /** In how many of them the caller was told that the outcome is unknown. */
  readonly unknown: number;
}

/** How the caller names the facts of its second, third … attempt. One who takes new names writes twice: the control. */
export type Naming = (name: string, attempt: number) => string;
const sameNames: Naming = (name) => name;

class Trap implements Interrupt {
  calls = 0;
  armed = false;
  readonly #at: number;
  readonly #when: 'before' | 'after';
  readonly #error: () => unknown;

  constructor(at: number, when: 'before' | 'after', error: () => unknown) {
    this.#at = at;
    this.#when = when;
    this.#error = error;
  }

  before(): void {
    if (this.armed) this.calls += 1;
    this.#spring('before');
  }

  after(): void {
    this.#spring('after');
  }

  #spring(when: 'before' | 'after'): void {
    if (!this.armed || this.calls !== this.#at || this.#when !== when) return;
    this.armed = false;
    throw this.#error();
  }
}

interface Told {
  faults: number;
  unknown: number;
}

const PATIENCE = 5;

/** Does it until it is answered. Whatever is thrown must be a fault of the port. */
async function insist<Result>(told: Told, doing: (attempt: number) => Promise<Result>, failed?: (fault: StoreFault) => Promise<void>) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await doing(attempt);
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      told.faults += 1;
      if (error.written === 'unknown') told.unknown += 1;
      if (attempt >= PATIENCE) throw error;
      await failed?.(error);
    }
  }
}

interface Played {
  readonly store: EventStore;
  /** Another store object on the same data, which is not interrupted. */
  readonly witness: EventStore;
  readonly told: Told;
  readonly naming: Naming;
}

/** What a caller does with one store: begins, goes on, repeats, loses a race, reads. */
async function scenario({ store, witness, told, naming }: Played): Promise<void> {
  async function send(stream: string, after: Head, ...said: readonly [string, ...string[]]): Promise<Recorded[]> {
    const before = names(await all(witness.read(stream)));
    const attempt = async (count: number): Promise<Recorded[]> => {
      const [first, ...rest] = said.map((name) => naming(name, count));
      const sent: Facts = facts(first ?? '', ...rest);
      const given = await store.append(stream, after, sent);
      // A writer that lost goes on from what it missed, as the engine does.
      return given.outcome === 'conflict' ? insist(told, () => all(store.read(stream))) : [...given.records];
    };
    return insist(told, attempt, async ({ written, says }) => {
      if (written === 'nothing-written') assert.deepEqual(names(await all(witness.read(stream))), before, says);
    });
  }

  const begun = await send('case', NO_STREAM, 'a', 'b');
  await send('case', headOf(begun.at(-1)), 'c');
  await send('case', NO_STREAM, 'a', 'b');
  await send('case', NO_STREAM, 'too late');
  await Promise.all([send('x', NO_STREAM, 'x'), send('y', NO_STREAM, 'y', 'z')]);
  await insist(told, () => all(store.read('case')));
  await insist(told, () => wholeLog(store));
}

const EXPECTED: Readonly<Record<string, readonly string[]>> = { case: ['a', 'b', 'c'], x: ['x'], y: ['y', 'z'] };

async function check(store: EventStore): Promise<void> {
  const log = await wholeLog(store);
  assert.deepEqual(names(log).sort(), ['a', 'b', 'c', 'x', 'y', 'z']);
  for (const [stream, expected] of Object.entries(EXPECTED)) {
    assert.deepEqual(names(await all(store.read(stream))), expected);
    assert.deepEqual(names(log.filter(({ record }) => record.stream === stream)), expected);
  }
}

async function once(given: Interrupted, trap: Trap, told: Told, naming: Naming): Promise<void> {
  const store = await given.open(trap);
  const witness = await given.again();
  try {
    trap.armed = true;
    await scenario({ store, witness, told, naming });
    trap.armed = false;
    for (const one of [store, witness]) await check(one);
  } finally {
    trap.armed = false;
    for (const one of [store, witness]) await one.close();
  }
}

/** Plays the scenario with a fault at each call of the driver. Throws where something was lost, doubled, or told wrongly. */
export async function interruptEverywhere(given: Interrupted, naming: Naming = sameNames): Promise<Interruptions> {
  const calm = new Trap(0, 'before', () => undefined);
  await once(given, calm, { faults: 0, unknown: 0 }, naming);
  const found = { calls: calm.calls, runs: 0, faults: 0, unknown: 0 };
  for (const [name, { make, answerLost }] of Object.entries(given.errors)) {
    for (const when of answerLost ? (['before', 'after'] as const) : (['before'] as const)) {
      for (let call = 1; call <= calm.calls; call += 1) {
        const told: Told = { faults: 0, unknown: 0 };
        const where = `${name} ${when} call ${call} of ${calm.calls}`;
        await once(given, new Trap(call, when, make), told, naming).catch((cause: unknown) => {
          throw new Error(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause });
        });
        found.runs += 1;
        found.faults += Math.min(1, told.faults);
        found.unknown += Math.min(1, told.unknown);
      }
    }
  }
  return found;
}
