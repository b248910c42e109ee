/**
 * A server that is killed under load and comes back with its data. What a real one has on its disk after that, no double can show: this
 * shows that the package acknowledges nothing that the server did not, and that who follows the log goes on.
 */
import { type EventStore, NO_STREAM, type Recorded } from '@redress/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkWhole, lostOf } from '../../../.config/acknowledged.ts';
import { length } from '../../../.config/lengths.ts';
import { bench, eventually, fact, recordsOf, wholeLog } from './logs.ts';

const { double, open } = bench();
const ROUNDS = length('EventStoreDB: server killed and restarted, rounds', 20, 500);
/** Appends that are acknowledged between two kills. */
const BETWEEN = 20;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Load {
  readonly acknowledged: string[];
  /** Ends the writers. */
  end(): Promise<void>;
}

/** Four writers that append until they are stopped. `careless` ones take a fault for an acknowledgement. */
function load(store: EventStore, careless = false): Load {
  const stop = new AbortController();
  const acknowledged: string[] = [];
  async function write(name: string): Promise<void> {
    try {
      await store.append(name, NO_STREAM, [fact(`${name} 1`), fact(`${name} 2`)]);
      acknowledged.push(name);
    } catch {
      if (careless) acknowledged.push(name);
      await pause(20);
    }
  }
  const lanes = ['a', 'b', 'c', 'd'].map(async (lane) => {
    for (let count = 0; !stop.signal.aborted; count += 1) await write(`${lane}-${count}`);
  });
  return {
    acknowledged,
    async end() {
      stop.abort();
      await Promise.all(lanes);
    },
  };
}

/** Follows the log from its beginning. */
function following(store: EventStore): readonly Recorded[] {
  const stop = new AbortController();
  const seen: Recorded[] = [];
  const run = async (): Promise<void> => {
    for await (const message of store.subscribe('', stop.signal)) seen.push(...recordsOf(message));
  };
  const ended = run();
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  return seen;
}

/** Kills it in the middle of what it does, and starts it again after a while. */
async function killed(downFor: number): Promise<void> {
  double().kill();
  await pause(downFor);
  await double().restart();
}

describe('a server that is killed under load and comes back with its data', () => {
  test(
    `in ${ROUNDS} rounds loses nothing acknowledged, and who follows the log sees each fact once and in order`,
    async () => {
      const store = await open();
      const seen = following(await open());
      const { acknowledged, end } = load(store);
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = acknowledged.length;
        await eventually(() => acknowledged.length >= before + BETWEEN);
        await killed((round * 37) % 100);
      }
      await end();
      const log = await wholeLog(await open());
      checkWhole(acknowledged, log);
      await eventually(() => seen.length >= log.length);
      expect(seen).toEqual(log);
      expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * BETWEEN);
    },
    30_000 + ROUNDS * 5_000,
  );

  test('loses what a caller counts as done whose append ended with a fault: the control', async () => {
    const store = await open({ deadlineMs: 50 });
    const { acknowledged, end } = load(store, true);
    await eventually(() => acknowledged.length >= BETWEEN);
    // Longer than all tries of an append.
    await killed(1_500);
    await end();
    expect(lostOf(acknowledged, await wholeLog(await open())).length).toBeGreaterThan(0);
  });
});
