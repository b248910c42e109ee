/** Taking in another log: whole, or not there for a reader until it is. */
import { EventStoreDBClient } from '@eventstore/db-client';
import { copyLog, type EventStore, memoryStore, NO_STREAM, type Recorded } from '@redress/core';
import { describe, expect, test } from 'vitest';
import { openEventStoreDb } from '../src/index.ts';
import type { Fault } from './double/double.ts';
import { all, bench, fact, faultOf, many, names, wholeLog } from './logs.ts';

const LOG = '5b0b8a55-53a5-4a3b-8c55-0d7c8ef0a1b2';
const { double, open } = bench();
const texts = (records: readonly Recorded[]): string[] => records.map(({ text }) => text);

/** A log of several streams, written in turns, one of them with more than one append takes. */
async function source(): Promise<EventStore> {
  const store = memoryStore({ log: LOG });
  for (const name of ['a', 'b', 'c']) await store.append(name, NO_STREAM, many(name, 4));
  await store.append('long', NO_STREAM, many('long', 1_200));
  await store.append('wide', NO_STREAM, [1, 2, 3, 4, 5].map((number) => fact(`wide ${number}`, { text: 'x'.repeat(250_000) })) as never);
  await store.append('d', NO_STREAM, many('d', 2));
  return store;
}

const broken = (): Fault[] => Array.from({ length: 100 }, () => ({ at: 'append', does: 'is unavailable' }));

/** A log into which a part of the source was taken when the server was lost. */
async function half(records: readonly Recorded[]): Promise<EventStore> {
  let appends = 0;
  const store = await openEventStoreDb(
    () => {
      const client = EventStoreDBClient.connectionString(double().url);
      const { appendToStream } = client;
      return Object.assign(client, {
        appendToStream: (...given: Parameters<typeof appendToStream>) => {
          appends += 1;
          if (appends === 6) double().fault(...broken());
          return appendToStream.apply(client, given);
        },
      });
    },
    { log: LOG, deadlineMs: 1_000 },
  );
  expect(await faultOf(store.ingest(records))).toMatchObject({ code: 'unavailable', retryable: true });
  double().calm();
  return store;
}

describe('a log that is taken in', () => {
  test('is the same, byte for byte and in order, whatever its streams take', async () => {
    const records = await wholeLog(await source());
    const store = await open({ log: LOG });
    await store.ingest(records);
    expect(texts(await wholeLog(store))).toEqual(texts(records));
  });

  test('and was interrupted is empty for every reader, takes no append, and is whole after the same records again', async () => {
    const records = await wholeLog(await source());
    const store = await half(records);
    for (const one of [store, await open()]) {
      expect(await wholeLog(one)).toEqual([]);
      expect(await all(one.read('a'))).toEqual([]);
      expect(await faultOf(one.append('new', NO_STREAM, [fact('new')]))).toMatchObject({ code: 'busy', retryable: true });
    }
    const other = await open();
    await other.ingest(records);
    // The first store object learns of it too.
    for (const one of [store, other, await open()]) expect(texts(await wholeLog(one))).toEqual(texts(records));
    await other.append('new', NO_STREAM, [fact('new')]);
    await store.close();
  });

  test('and was interrupted does not become whole with other records', async () => {
    const records = await wholeLog(await source());
    const store = await half(records);
    const others = memoryStore({ log: LOG });
    await others.append('a', NO_STREAM, many('other', 4));
    expect(await faultOf(store.ingest(await wholeLog(others)))).toMatchObject({ code: 'history-damaged' });
    expect(await wholeLog(store)).toEqual([]);
    await store.close();
  });

  test('by copying goes on where it was interrupted, and comes out again as it went in', async () => {
    const from = await source();
    const store = await half(await wholeLog(from));
    const { records, before } = await copyLog(from, store, { to: 'esdb' });
    expect({ records, before }).toEqual({ records: 1_219, before: false });
    const back = memoryStore({ log: LOG });
    await copyLog(store, back, { to: 'memory' });
    const cases = (await wholeLog(from)).slice(0, -1);
    expect(texts(await wholeLog(back))).toEqual(texts(cases));
    expect(await faultOf(store.append('new', NO_STREAM, [fact('new')]))).toMatchObject({ code: 'log-moved' });
    await store.close();
  });

  test('while somebody else writes into it is found not to be what was handed in', async () => {
    const records = await wholeLog(await source());
    const [store, other] = [await open({ log: LOG }), await open()];
    double().fault({ at: 'append', does: 'answers late', after: 150 });
    const taking = faultOf(store.ingest(records));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.append('meanwhile', NO_STREAM, [fact('meanwhile')]);
    expect(await taking).toMatchObject({ code: 'history-damaged' });
    expect(names(await wholeLog(await open()))).toEqual([]);
  });
});
