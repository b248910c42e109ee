/** Subscribing: history, then what comes, with a position on every message. */
import assert from 'node:assert/strict';
import type { EventStore, LogMessage } from '@redress/core';
import { NO_STREAM } from '@redress/core';
import { contractCase } from './contract-case.ts';
import { all, begin, many, names, recordsOf, until, wholeLog } from './sample.ts';
import { followSlowly } from './slow-reader.ts';

const never = (): AbortSignal => new AbortController().signal;
const caughtUp = (seen: readonly LogMessage[]): boolean => seen.at(-1)?.kind === 'caught-up';
const caughtUpTimes = (seen: readonly LogMessage[]): number => seen.filter(({ kind }) => kind === 'caught-up').length;

/** Reads history, then writes one fact at each catching up, until there were so many. */
const following = (reader: EventStore, writer: EventStore, live: number): Promise<LogMessage[]> =>
  until(reader.subscribe('', never()), async (seen) => {
    if (!caughtUp(seen)) return false;
    const written = caughtUpTimes(seen);
    if (written <= live) await begin(writer, `live ${written}`, `live ${written}`);
    return written > live;
  });

export const subscribeCases = [
  contractCase('history comes first, then what is written, without gap or double', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a', 'b');
    const seen = recordsOf(await following(store, store, 3));
    assert.deepEqual(names(seen), ['a', 'b', 'live 1', 'live 2', 'live 3']);
    assert.deepEqual(seen, await wholeLog(store));
  }),
  contractCase(
    'what another store object writes comes too',
    async ({ open, again }) => {
      const [reader, writer] = [await open(), await again()];
      assert.deepEqual(names(recordsOf(await following(reader, writer, 2))), ['live 1', 'live 2']);
    },
    'again',
  ),
  contractCase('caught-up comes once per catching up, on an empty log too', async ({ open }) => {
    const store = await open();
    const kinds = (await following(store, store, 2)).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['caught-up', 'batch', 'caught-up', 'batch', 'caught-up']);
  }),
  contractCase('every message carries its position', async ({ open }) => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 600));
    const seen = await until(store.subscribe('', never()), caughtUp);
    const last = (await wholeLog(store)).at(-1)?.position;
    for (const message of seen) {
      const expected = message.kind === 'batch' ? message.records.at(-1)?.position : last;
      assert.equal(message.position, expected);
    }
  }),
  contractCase('a saved position resumes with the rest', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a', 'b', 'c', 'd');
    const saved = (await wholeLog(store))[1]?.position ?? assert.fail();
    const seen = await until(store.subscribe(saved, never()), caughtUp);
    assert.deepEqual(names(recordsOf(seen)), ['c', 'd']);
  }),
  contractCase('a batch whose position was not saved comes again', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a', 'b');
    const first = await until(store.subscribe('', never()), () => true);
    const second = await until(store.subscribe('', never()), () => true);
    assert.deepEqual(second, first);
  }),
  contractCase('a slow reader is handed batches of a bounded size', async ({ open }) => {
    const store = await open();
    for (const name of ['x', 'y', 'z']) await store.append(name, NO_STREAM, many(name, 700));
    const seen = await until(store.subscribe('', never()), caughtUp);
    assert.equal(recordsOf(seen).length, 2100);
    for (const message of seen) if (message.kind === 'batch') assert.ok(message.records.length <= 1024);
  }),
  contractCase('a slow reader keeps memory flat, in what was written before and while it waits', followSlowly, 'expose-gc'),
  contractCase('two subscriptions do not take from each other', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a', 'b');
    const both = await Promise.all([1, 2].map(() => until(store.subscribe('', never()), caughtUp)));
    for (const seen of both) assert.deepEqual(names(recordsOf(seen)), ['a', 'b']);
  }),
  contractCase('an abort ends it, while it waits and before it begins', async ({ open }) => {
    const store = await open();
    const stop = new AbortController();
    const ended = all(store.subscribe('', stop.signal));
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    assert.deepEqual(await ended, [{ kind: 'caught-up', position: '' }]);
    assert.deepEqual(await all(store.subscribe('', stop.signal)), []);
  }),
];
