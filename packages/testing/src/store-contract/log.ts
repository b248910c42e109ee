/** The log: one order for all facts, that only grows. */
import assert from 'node:assert/strict';
import type { EventStore, Recorded } from '@redress/core';
import { NO_STREAM } from '@redress/core';
import { contractCase } from './contract-case.ts';
import { all, begin, fact, facts, faults, many, names, recordsOf, until, versions, wholeLog, write } from './sample.ts';

const positions = (records: readonly Recorded[]): string[] => records.map(({ position }) => position);

/** Three cases, written in turns by parallel writers. */
async function busyLog(store: EventStore): Promise<void> {
  const writer = async (stream: string): Promise<void> => {
    let head = NO_STREAM;
    for (let turn = 0; turn < 8; turn += 1) head = await write(store, stream, head, `${stream} ${turn}`, `${stream} ${turn} too`);
  };
  await Promise.all(['x', 'y', 'z'].map(writer));
}

export const logCases = [
  contractCase('every fact appears once, each stream in version order', async ({ open }) => {
    const store = await open();
    await busyLog(store);
    const log = await wholeLog(store);
    assert.equal(new Set(log.map(({ record }) => record.id)).size, 48);
    for (const stream of ['x', 'y', 'z']) {
      const mine = versions(log.filter(({ record }) => record.stream === stream));
      assert.deepEqual(
        mine,
        Array.from({ length: 16 }, (_, index) => index + 1),
      );
    }
  }),
  contractCase('two logs beside each other do not see each other', async ({ open }) => {
    const [one, two] = [await open(), await open()];
    await begin(one, 'case', 'a', 'b');
    await begin(two, 'case', 'a');
    assert.deepEqual(names(await wholeLog(one)), ['a', 'b']);
    assert.deepEqual(names(await wholeLog(two)), ['a']);
    assert.deepEqual(names(await all(two.read('case'))), ['a']);
    const seen = await until(two.subscribe('', new AbortController().signal), (messages) => messages.at(-1)?.kind === 'caught-up');
    assert.deepEqual(names(recordsOf(seen)), ['a']);
  }),
  contractCase('two reads give one order, and a fact never changes its position', async ({ open }) => {
    const store = await open();
    await busyLog(store);
    const before = await wholeLog(store);
    await begin(store, 'later', 'later');
    assert.deepEqual((await wholeLog(store)).slice(0, before.length), before);
  }),
  contractCase('an append that failed stops no reader', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a');
    await faults('not-storable', () => store.append('other', NO_STREAM, [fact('b', { days: Number.NaN })]));
    await begin(store, 'third', 'c');
    assert.deepEqual(names(await wholeLog(store)), ['a', 'c']);
  }),
  contractCase('an acknowledged fact is readable without another append', async ({ open }) => {
    const store = await open();
    for (const name of ['a', 'b', 'c']) {
      await begin(store, name, name);
      assert.equal(names(await wholeLog(store)).at(-1), name);
    }
  }),
  contractCase(
    'an acknowledged fact is readable when its writer is gone',
    async ({ open, again }) => {
      const writer = await open();
      await begin(writer, 'case', 'a', 'b');
      await writer.close();
      assert.deepEqual(names(await wholeLog(await again())), ['a', 'b']);
    },
    'again',
    'durable',
  ),
  contractCase('a fact begun after another was acknowledged comes later', async ({ open }) => {
    const store = await open();
    const written = Array.from({ length: 20 }, (_, index) => `fact ${index}`);
    for (const name of written) await begin(store, name, name);
    assert.deepEqual(names(await wholeLog(store)), written);
  }),
  contractCase('reading after the last position yields nothing, until something is written', async ({ open }) => {
    const store = await open();
    assert.deepEqual(await wholeLog(store), []);
    await begin(store, 'case', 'a', 'b');
    const last = (await wholeLog(store)).at(-1)?.position ?? assert.fail();
    assert.deepEqual(await all(store.readLog(last, 10)), []);
    await begin(store, 'other', 'c');
    assert.deepEqual(names(await all(store.readLog(last, 10))), ['c']);
  }),
  contractCase('limits 0, 1 and n are kept', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a', 'b', 'c', 'd');
    const log = await wholeLog(store);
    for (const limit of [0, 1, 3]) assert.deepEqual(await all(store.readLog('', limit)), log.slice(0, limit));
    assert.deepEqual(await all(store.readLog(log[1]?.position ?? assert.fail(), 1)), log.slice(2, 3));
    for (const limit of [-1, 1.5, Number.NaN]) await assert.rejects(async () => all(store.readLog('', limit)), RangeError);
  }),
  contractCase('a log longer than a batch is read whole, from any position', async ({ open }) => {
    const store = await open();
    for (const name of ['x', 'y']) await store.append(name, NO_STREAM, many(name, 600));
    const log = await wholeLog(store);
    assert.equal(log.length, 1200);
    for (const start of [0, 1, 498, 499, 500, 511, 512, 513, 1198]) {
      assert.deepEqual(await all(store.readLog(log[start]?.position ?? assert.fail(), 700)), log.slice(start + 1, start + 701));
    }
  }),
  contractCase('positions sort as text in log order, from before the first to after the last', async ({ open }) => {
    const store = await open();
    await busyLog(store);
    const inOrder = ['', ...positions(await wholeLog(store))];
    assert.deepEqual([...inOrder].sort(), inOrder);
    assert.equal(new Set(inOrder).size, inOrder.length);
  }),
  contractCase(
    'positions have no gap',
    async ({ open }) => {
      const store = await open();
      await busyLog(store);
      await faults('id-elsewhere', () => store.append('failed', NO_STREAM, facts('f', 'x 0')));
      await begin(store, 'last', 'last');
      const found = positions(await wholeLog(store)).map(Number);
      assert.deepEqual(
        found,
        Array.from(found, (_, index) => index),
      );
    },
    'no-gaps',
    'ids-across-streams',
  ),
];
