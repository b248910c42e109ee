/** Reading one stream. */
import assert from 'node:assert/strict';
import type { Range } from '@redress/core';
import { NO_STREAM } from '@redress/core';
import { contractCase } from './contract-case.ts';
import { all, begin, facts, isAppended, isConflict, many, names, versions, write } from './sample.ts';

export const readCases = [
  contractCase('an unknown stream is empty, not missing', async ({ open }) => {
    assert.deepEqual(await all((await open()).read('nowhere')), []);
  }),
  contractCase('from and to are inclusive', async ({ open }) => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 6));
    const read = async (range?: Range): Promise<number[]> => versions(await all(store.read('case', range)));
    assert.deepEqual(await read({ from: 2, to: 4 }), [2, 3, 4]);
    assert.deepEqual(await read({ from: 5 }), [5, 6]);
    assert.deepEqual(await read({ to: 2 }), [1, 2]);
    assert.deepEqual(await read({ from: 6, to: 6 }), [6]);
    assert.deepEqual(await read({ from: 0, to: 99 }), [1, 2, 3, 4, 5, 6]);
  }),
  contractCase('a range beyond the end, or turned round, is empty', async ({ open }) => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 3));
    assert.deepEqual(await all(store.read('case', { from: 4 })), []);
    assert.deepEqual(await all(store.read('case', { from: 3, to: 2 })), []);
    assert.deepEqual(await all(store.read('case', { to: 0 })), []);
  }),
  contractCase('a long stream is read whole, in version order', async ({ open }) => {
    const store = await open();
    const written = isAppended(await store.append('case', NO_STREAM, many('a', 1100))).records;
    assert.deepEqual(await all(store.read('case')), written);
  }),
  contractCase('facts come in version order under parallel writers, and version n + 1 is never seen without n', async ({ open }) => {
    const store = await open();
    const writer = async (name: string): Promise<void> => {
      let head = NO_STREAM;
      for (let written = 0; written < 10; ) {
        const outcome = await store.append('case', head, facts(`${name} ${written}`, `${name} ${written} too`));
        if (outcome.outcome === 'appended') written += 1;
        head = outcome.outcome === 'appended' ? outcome.head : isConflict(outcome).head;
      }
    };
    const reader = async (): Promise<void> => {
      for (let round = 0; round < 20; round += 1) {
        const seen = versions(await all(store.read('case')));
        assert.deepEqual(
          seen,
          Array.from(seen, (_, index) => index + 1),
        );
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await Promise.all([writer('a'), writer('b'), writer('c'), reader()]);
    assert.deepEqual(
      versions(await all(store.read('case'))),
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  }),
  contractCase('leaving the loop early frees what was held', async ({ open }) => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 700));
    // More often than any pool has connections.
    for (let turn = 0; turn < 40; turn += 1) {
      for await (const { record } of store.read('case')) if (record.version === 3) break;
      for await (const { record } of store.readLog('', 700)) if (record.version === 3) break;
    }
    await begin(store, 'other', 'b');
  }),
  contractCase('one may write while reading', async ({ open }) => {
    const store = await open();
    let head = await begin(store, 'case', 'a', 'b', 'c');
    for await (const { record } of store.read('case', { to: 3 })) head = await write(store, 'case', head, `after ${record.version}`);
    assert.equal(head.version, 6);
  }),
  contractCase("one's own write is read back", async ({ open }) => {
    const store = await open();
    const { records } = isAppended(await store.append('case', NO_STREAM, facts('a')));
    assert.deepEqual(await all(store.read('case')), records);
  }),
  contractCase(
    "one's own write is read back from another store object too",
    async ({ open, again }) => {
      const { records } = isAppended(await (await open()).append('case', NO_STREAM, facts('a')));
      assert.deepEqual(await all((await again()).read('case')), records);
    },
    'again',
  ),
  contractCase('names that differ in case, accents or normal form are different streams', async ({ open }) => {
    const store = await open();
    const streams = ['case', 'Case', 'cáse', 'ca\u0301se', 'case ', ' case', '%', '_'];
    for (const stream of streams) await begin(store, stream, `of ${stream}`);
    for (const stream of streams) assert.deepEqual(names(await all(store.read(stream))), [`of ${stream}`]);
  }),
  contractCase('the stream a does not match the stream ab', async ({ open }) => {
    const store = await open();
    await begin(store, 'ab', 'b');
    assert.deepEqual(await all(store.read('a')), []);
    await begin(store, 'a', 'a');
    assert.deepEqual(names(await all(store.read('a'))), ['a']);
    assert.deepEqual(names(await all(store.read('ab'))), ['b']);
  }),
];
