/** Sealers and writers at once on a log in each kind of store. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EventStore } from '@redress/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeIf } from '../../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, type OwnServer, ownServer } from '../../../../.config/postgres-server.ts';
import { openEventStoreDb } from '../../../eventstoredb/src/index.ts';
import { openPostgres } from '../../../postgres/src/index.ts';
import { openSqlite } from '../../../sqlite/src/index.ts';
import { board, cases, expectSealed, folder, LOG, seal, sealsIn, wholeLog, write } from './sealing.ts';

const at = folder();

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
