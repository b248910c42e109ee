import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type EventStore, memoryStore } from '@redress/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeIf } from '../../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, type OwnServer, ownServer } from '../../../../.config/postgres-server.ts';
import { openEventStoreDb } from '../../../eventstoredb/src/index.ts';
import { openPostgres } from '../../../postgres/src/index.ts';
import { openSqlite } from '../../../sqlite/src/index.ts';
import { type Signer, signCheckpoint } from '../../src/index.ts';
import { board, cases, expectSealed, folder, LOG, refusal, seal, sealsIn, signer, wholeLog, write } from './sealing.ts';

const at = folder();

/** Does something once, right before a seal would be appended. */
function beforeAppend(store: EventStore, does: () => Promise<unknown>): EventStore {
  let did = false;
  return {
    ...store,
    append: async (...given) => {
      if (!did) {
        did = true;
        await does();
      }
      return store.append(...given);
    },
  };
}

describe('two sealers at once', () => {
  it('write one seal: the other goes on from it, and publishes nothing twice', async () => {
    const store = memoryStore({ log: LOG });
    const published = board();
    const [mine, theirs] = [at('mine'), at('theirs')];
    await write(store, ...cases(1, 5));
    const raced = beforeAppend(store, () => seal({ store, published, folder: theirs, first: true }));
    expect(await seal({ store: raced, published, folder: mine, first: true })).toMatchObject({ outcome: 'nothing-new', size: 6n });
    expect(sealsIn(await wholeLog(store))).toEqual([5]);
    expect(published.notes).toHaveLength(1);
    await expectSealed(store, published);
  });

  it('write one seal each, where there was something new for the second', async () => {
    const store = memoryStore({ log: LOG });
    const published = board();
    const folders = [at('first'), at('second')] as const;
    await write(store, ...cases(1, 5));
    const raced = beforeAppend(store, async () => {
      await write(store, 'c-1');
      await seal({ store, published, folder: folders[1], first: true });
      await write(store, 'c-2');
    });
    expect(await seal({ store: raced, published, folder: folders[0], first: true })).toMatchObject({ outcome: 'sealed', size: 9n });
    expect(sealsIn(await wholeLog(store))).toEqual([6, 8]);
    await expectSealed(store, published);
  });

  it('do not take a note for a sign of damage that was published over more than they have read', async () => {
    const store = memoryStore({ log: LOG });
    const published = board();
    await write(store, ...cases(1, 5));
    await seal({ store, published, folder: at('slow'), first: true });
    await write(store, 'c-1');
    // While one signs, the other seals what has come meanwhile.
    let waited = false;
    const slow: Signer = {
      ...signer,
      sign: async (text) => {
        waited = true;
        return signer.sign(text);
      },
    };
    const read = async () => {
      if (sealsIn(await wholeLog(store)).length === 2) {
        await write(store, 'c-2');
        await seal({ store, published, folder: at('quick') });
      }
      return published.read();
    };
    expect(await seal({ store, published: { ...published, read }, folder: at('slow'), signer: slow })).toMatchObject({
      outcome: 'sealed',
      size: 10n,
    });
    expect(waited).toBe(false);
    expect(published.notes).toHaveLength(2);
    await expectSealed(store, published);
  });

  it('sign nothing against a note that appears while they read, and is over another log', async () => {
    const store = memoryStore({ log: LOG });
    const published = board();
    await write(store, ...cases(1, 5));
    await seal({ store, published, folder: at('appears'), first: true });
    await write(store, 'c-1');
    const conflict = await signCheckpoint({ origin: signer.name, size: 5n, root: new Uint8Array(32) }, signer);
    const read = async () => (sealsIn(await wholeLog(store)).length === 2 ? conflict : published.read());
    expect(await refusal(seal({ store, published: { ...published, read }, folder: at('appears') }))).toMatchObject({ code: 'log-differs' });
    expect(published.notes).toHaveLength(1);
    expect(await seal({ store, published, folder: at('appears') })).toMatchObject({ outcome: 'signed', size: 8n });
  });

  it('of one office each publish for themselves, over the same seals', async () => {
    const store = memoryStore({ log: LOG });
    const boards = [board(), board()] as const;
    await write(store, ...cases(1, 5));
    expect(await seal({ store, published: boards[0], folder: at('north'), first: true })).toMatchObject({ outcome: 'sealed' });
    expect(await seal({ store, published: boards[1], folder: at('south'), first: true })).toMatchObject({ outcome: 'signed' });
    expect(boards[0].notes).toEqual(boards[1].notes);
  });
});

describe('a log that is written to meanwhile', () => {
  it('has a seal that says which facts it covers, and the rest is sealed the next time', async () => {
    const store = memoryStore({ log: LOG });
    const given = { published: board(), folder: at('busy') };
    await write(store, ...cases(1, 5));
    const busy = beforeAppend(store, () => write(store, 'c-1', 'c-6'));
    expect(await seal({ ...given, store: busy, first: true })).toMatchObject({ size: 8n, seal: { index: 7n, covers: 5n, streams: 5n } });
    expect(await seal({ ...given, store })).toMatchObject({ outcome: 'sealed', size: 9n, seal: { index: 8n, covers: 8n, streams: 7n } });
    expect(await seal({ ...given, store })).toMatchObject({ outcome: 'nothing-new', size: 9n });
    await expectSealed(store, given.published);
  });

  it('keeps what was read where it is told to stop, and goes on from there', async () => {
    const store = memoryStore({ log: LOG });
    const given = { store, published: board(), folder: at('stopped'), first: true };
    await write(store, ...cases(1, 2500));
    const stop = new AbortController();
    const told: number[] = [];
    const progress = (records: number): void => {
      told.push(records);
      stop.abort(new Error('stopped'));
    };
    await expect(seal({ ...given, progress, signal: stop.signal })).rejects.toThrow('stopped');
    expect(told).toEqual([1000]);
    expect(sealsIn(await wholeLog(store))).toEqual([]);
    let reads = 0;
    const reading: EventStore = {
      ...store,
      async *readLog(after, limit) {
        for await (const recorded of store.readLog(after, limit)) {
          if (after !== '') reads += 1;
          yield recorded;
        }
      },
    };
    expect(await seal({ ...given, store: reading, compare: 1 })).toMatchObject({ outcome: 'sealed', size: 2501n, remade: false });
    // The last record and one of the first thousand were compared, the others were new.
    expect(reads).toBe(1501);
    await expectSealed(store, given.published);
  });
});

/** Two stores on one log, writers and sealers all at once. */
async function holdTogether(name: string, open: () => Promise<EventStore>): Promise<void> {
  const stores = [await open(), await open()] as const;
  const published = board();
  await write(stores[0], 'c-1');
  await seal({ store: stores[0], published, folder: at(`${name}-0`), first: true });
  for (let round = 0; round < 4; round += 1) {
    await Promise.all([
      write(stores[0], ...cases(round * 10, round * 10 + 5)),
      ...stores.map((store, each) => seal({ store, published, folder: at(`${name}-${each}`) })),
    ]);
  }
  await seal({ store: stores[1], published, folder: at(`${name}-1`) });
  const seals = sealsIn(await wholeLog(stores[0]));
  expect(await seal({ store: stores[0], published, folder: at(`${name}-new`) })).toMatchObject({ outcome: 'nothing-new' });
  expect(sealsIn(await wholeLog(stores[0]))).toEqual(seals);
  expect(seals.length).toBeGreaterThan(2);
  await expectSealed(stores[0], published);
  for (const store of stores) await store.close();
}

describe('sealers and writers on a log in', () => {
  it('SQLite agree', () => holdTogether('sqlite', () => openSqlite(at('together.db'), { log: LOG })));

  describe('EventStoreDB, whose positions have gaps,', () => {
    /** The double of the server is no part of that package, and runs by itself as a server does. */
    let double: ChildProcess;
    let port = 0;
    beforeAll(async () => {
      const serve = fileURLToPath(import.meta.resolve('../../../eventstoredb/test/double/serve.ts'));
      double = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), serve], { stdio: ['ignore', 'pipe', 'inherit'] });
      const said: unknown[] = double.stdout === null ? [] : await once(double.stdout, 'data');
      port = Number(said[0]);
      expect(port).toBeGreaterThan(0);
    });
    afterAll(() => void double.kill());
    it('agree', async () => {
      const open = () => openEventStoreDb(`esdb://127.0.0.1:${port}?tls=false`, { log: LOG });
      await holdTogether('esdb', open);
      const store = await open();
      const places = (await wholeLog(store)).map(({ position }) => Number(position));
      expect(places.some((place, index) => place !== index)).toBe(true);
      await store.close();
    });
  });

  describeIf(hasOwnPostgres, noOwnPostgres, 'PostgreSQL', () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await ownServer();
    });
    afterAll(() => server.remove());
    it('agree', () => holdTogether('postgres', () => openPostgres(server.url, { log: LOG })));
  });
});
