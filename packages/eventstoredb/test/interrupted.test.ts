import { Readable } from 'node:stream';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type Interrupt, type Interrupted, interruptEverywhere } from '@redress/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEventStoreDb } from '../src/index.ts';
import { Double } from './double/double.ts';

let double: Double;
beforeAll(async () => {
  double = await Double.start();
});
afterAll(() => double.stop());

/** The client, each of whose appends and reads may fail: before the call, or after it was answered. */
function interrupted({ before, after }: Interrupt): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(double.url);
  const { appendToStream, readStream } = client;
  async function* around(read: () => AsyncIterable<unknown>): AsyncGenerator {
    before();
    yield* read();
    after();
  }
  return Object.assign(client, {
    async appendToStream(...given: Parameters<typeof appendToStream>) {
      before();
      const answer = await appendToStream.apply(client, given);
      after();
      return answer;
    },
    readStream(...given: Parameters<typeof readStream>) {
      const read = Readable.from(around(() => readStream.apply(client, given)));
      return Object.assign(read, { cancel: () => Promise.resolve() }) as unknown as ReturnType<typeof readStream>;
    },
  });
}

const error = (type: string, code: number) => () => Object.assign(new Error(`simulated ${type}`), { type, code });

let logs = 0;
const name = (): string => `log_${logs}`;

const eventStoreDb: Interrupted = {
  open(interrupt) {
    logs += 1;
    const bound = { before: () => interrupt.before(), after: () => interrupt.after() };
    return openEventStoreDb(() => interrupted(bound), { name: name() });
  },
  again: () => openEventStoreDb(double.url, { name: name() }),
  errors: {
    unavailable: { make: error('unavailable', 14), answerLost: true },
    'deadline-exceeded': { make: error('deadline-exceeded', 4), answerLost: true },
    unknown: { make: error('unknown', 2), answerLost: true },
    'access-denied': { make: error('access-denied', 7), answerLost: false },
  },
};

describe('a fault at every call of the EventStoreDB client', () => {
  test('loses nothing, doubles nothing, and is told as a fault that does not lie about what was written', async () => {
    const { calls, runs, faults } = await interruptEverywhere(eventStoreDb);
    expect(calls).toBeGreaterThan(15);
    expect(runs).toBe(calls * 7);
    expect(faults).toBeGreaterThan(0);
  });

  test('is found to double an append whose caller takes new names for its second attempt', async () => {
    const careless = interruptEverywhere(eventStoreDb, (called, attempt) => (attempt === 0 ? called : `${called} again`));
    await expect(careless).rejects.toThrow(/(before|after) call \d+/);
  });
});
