/** A server, facts and raw clients for the tests of this package. */

import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStore, type FactToWrite, type LogMessage, type Recorded, StoreFault, uuidv5 } from '@redress/core';
import { afterEach, beforeEach, expect, onTestFinished } from 'vitest';
import { type EventStoreDbOptions, openEventStoreDb } from '../src/index.ts';
import { Double } from './double/double.ts';

const NAMESPACE = '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11';

export const fact = (name: string, data: FactToWrite['data'] = { note: name }): FactToWrite => ({
  id: uuidv5(NAMESPACE, name),
  type: 'Noted',
  schema: 1,
  meta: { command: name },
  data,
  sealed: [],
});

export const many = (name: string, count: number): readonly [FactToWrite, ...FactToWrite[]] => [
  fact(`${name} 1`),
  ...Array.from({ length: count - 1 }, (_, index) => fact(`${name} ${index + 2}`)),
];

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

export const wholeLog = (store: EventStore): Promise<Recorded[]> => all(store.readLog('', Number.POSITIVE_INFINITY));
export const names = (records: readonly Recorded[]): (string | undefined)[] => records.map(({ record }) => record.meta.command);
export const recordsOf = (message: LogMessage): readonly Recorded[] => (message.kind === 'batch' ? message.records : []);

export async function faultOf(doing: Promise<unknown>): Promise<StoreFault> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof StoreFault) return error;
    throw error;
  }
  return expect.fail('no fault was thrown');
}

/** Looks until it holds, for as long as a test may take. */
export async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

export interface Bench {
  readonly double: () => Double;
  /** A store on the double, closed after the test. */
  open(options?: EventStoreDbOptions): Promise<EventStore>;
  /** The client itself, without this package around it: what a control shows. */
  raw(): EventStoreDBClient;
}

/** A new double for each test. */
export function bench(): Bench {
  let double: Double;
  beforeEach(async () => {
    double = await Double.start();
  });
  afterEach(() => double.stop());
  return {
    double: () => double,
    async open(options) {
      const store = await openEventStoreDb(double.url, options);
      onTestFinished(() => store.close());
      return store;
    },
    raw() {
      const client = EventStoreDBClient.connectionString(double.url);
      onTestFinished(() => client.dispose());
      return client;
    },
  };
}
