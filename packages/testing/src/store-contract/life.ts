/** Opening, moving house, closing. */
import assert from 'node:assert/strict';
import type { EventStore, Recorded } from '@redress/core';
import { NO_STREAM, StoreFault } from '@redress/core';
import { contractCase } from './contract-case.ts';
import { all, begin, facts, faults, isAppended, names, wholeLog, write } from './sample.ts';

const LOG = '5b0b8a55-53a5-4a3b-8c55-0d7c8ef0a1b2';

async function sourceLog(store: EventStore): Promise<Recorded[]> {
  const head = await begin(store, 'x', 'a', 'b');
  await begin(store, 'y', 'c');
  await write(store, 'x', head, 'd');
  return wholeLog(store);
}

export const lifeCases = [
  contractCase('a log has the id it was opened with', async ({ open }) => {
    const store = await open({ log: LOG });
    assert.equal(store.log, LOG);
    await begin(store, 'case', 'a');
    assert.equal((await wholeLog(store))[0]?.record.log, LOG);
  }),
  contractCase('a log that was given no id has one of its own', async ({ open }) => {
    const [one, two] = [await open(), await open()];
    assert.match(one.log, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.notEqual(one.log, two.log);
  }),
  contractCase(
    'two store objects on one log see each other',
    async ({ open, again }) => {
      const one = await open();
      const two = await again();
      assert.equal(two.log, one.log);
      const head = await begin(one, 'case', 'a');
      await write(one, 'case', await write(two, 'case', head, 'b'), 'c');
      assert.deepEqual(names(await all(two.read('case'))), ['a', 'b', 'c']);
    },
    'again',
  ),
  contractCase('a log taken in is the same, byte for byte and in order, and goes on', async ({ open }) => {
    const records = await sourceLog(await open({ log: LOG }));
    const target = await open({ log: LOG });
    await target.ingest(records);
    assert.deepEqual(
      (await wholeLog(target)).map(({ text }) => text),
      records.map(({ text }) => text),
    );
    const conflict = await target.append('x', NO_STREAM, facts('e'));
    await write(target, 'x', conflict.outcome === 'conflict' ? conflict.head : assert.fail(), 'e');
    assert.equal((await target.append('y', NO_STREAM, facts('c'))).outcome, 'repeated');
  }),
  contractCase('a log is taken in whole or not at all', async ({ open }) => {
    const records = await sourceLog(await open({ log: LOG }));
    const target = await open({ log: LOG });
    const skipped = records.filter((_, index) => index !== 1);
    const altered = records.map((record, index) => (index === 3 ? { ...record, text: record.text.replace('"d"', '"D"') } : record));
    const unlinked = records.map((record, index) =>
      // Whatever the link begins with, it begins otherwise.
      index === 1 ? { ...record, text: record.text.replace(/"prev":"(.)/, (_, first) => `"prev":"${first === 'A' ? 'B' : 'A'}`) } : record,
    );
    const spaced = records.map((record, index) => (index === 3 ? { ...record, text: ` ${record.text}` } : record));
    for (const damaged of [skipped, unlinked, spaced, [...records, ...records.slice(-1)]]) {
      await faults('history-damaged', () => target.ingest(damaged));
      assert.deepEqual(await wholeLog(target), []);
    }
    // A last record that was altered has no record after it to tell: only a checkpoint can.
    await target.ingest(altered);
  }),
  contractCase('a source that fails half-way leaves the log empty', async ({ open }) => {
    const records = await sourceLog(await open({ log: LOG }));
    const target = await open({ log: LOG });
    async function* failing(): AsyncGenerator<Recorded> {
      yield* records.slice(0, 2);
      throw new Error('the source failed');
    }
    await assert.rejects(target.ingest(failing()), /the source failed/);
    assert.deepEqual(await wholeLog(target), []);
    await begin(target, 'x', 'a');
  }),
  contractCase('records are not taken into a log that has some, nor into another log', async ({ open }) => {
    const source = await open({ log: LOG });
    const records = await sourceLog(source);
    await faults('not-storable', () => source.ingest(records));
    const other = await open();
    await faults('not-storable', () => other.ingest(records));
    assert.deepEqual(await wholeLog(other), []);
  }),
  contractCase('closing waits for the append under way, or the append says its outcome is unknown', async ({ open }) => {
    const store = await open();
    const underWay = store.append('case', NO_STREAM, facts('a')).then(isAppended, (error: unknown) => error);
    await store.close();
    const outcome = await underWay;
    assert.ok(outcome instanceof StoreFault ? outcome.written === 'unknown' : !(outcome instanceof Error));
  }),
  contractCase('after closing every call is the fault closed, and closing again is nothing', async ({ open }) => {
    const store = await open();
    const head = await begin(store, 'case', 'a');
    await store.close();
    await faults('closed', () => store.append('case', head, facts('b')));
    await faults('closed', () => all(store.read('case')));
    await faults('closed', () => all(store.readLog('', 1)));
    await faults('closed', () => all(store.subscribe('', new AbortController().signal)));
    await faults('closed', () => store.ingest([]));
    await store.close();
  }),
  contractCase('closing tells a subscription that waits', async ({ open }) => {
    const store = await open();
    const waiting = faults('closed', () => all(store.subscribe('', new AbortController().signal)));
    await new Promise((resolve) => setImmediate(resolve));
    await store.close();
    await waiting;
  }),
];
