import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, Recorded } from '@redress/core';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, ownServer } from '../../../.config/postgres-server.ts';
import { type Crowd, crowd, wrongOf } from './clients.ts';
import { type Hosted, hostAt, statusOf } from './hosted.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const entry = new URL('../server.ts', import.meta.url);

const CLIENTS = 20;
const EACH = 50;
const KILLS = length('hosts: kill -9 of a host', 3, 10);

async function wholeLog(open: () => Promise<EventStore>): Promise<Recorded[]> {
  const store = await open();
  const records: Recorded[] = [];
  for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) records.push(recorded);
  await store.close();
  return records;
}

/** Waits until so many were answered, or the crowd is through or stuck. */
async function answered({ over, answered }: Crowd, count: number): Promise<void> {
  let through = false;
  over.then(
    () => {
      through = true;
    },
    () => {
      through = true;
    },
  );
  while (!through && answered() < count) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('a host over a SQLite file', () => {
  const store = join(folder, 'log.db');
  const open = (): Promise<EventStore> => openSqlite(store);

  it(`killed ${KILLS} times with kill -9 has done each of ${CLIENTS * EACH} commands once, for ${CLIENTS} clients that send until they are answered`, async () => {
    const host = await hostAt(entry, { STORE: store });
    await host.start();
    const sending = crowd([host.base], CLIENTS, EACH);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await answered(sending, (kill * CLIENTS * EACH) / (KILLS + 1));
      // Not right after an answer, when most of the others have theirs too.
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 30));
      await host.stop('SIGKILL');
      await host.start();
    }
    await sending.over;
    await host.stop('SIGTERM');
    console.log(`${sending.sent.length} commands, ${sending.repeated()} sent again that had been done`);
    expect(sending.sent).toHaveLength(CLIENTS * EACH + 1);
    expect(wrongOf(sending.sent, await wholeLog(open))).toEqual([]);
  }, 300_000);

  it('asked to end under load and started again has done each command once', async () => {
    const file = join(folder, 'term.db');
    const host = await hostAt(entry, { STORE: file });
    await host.start();
    const sending = crowd([host.base], CLIENTS, 10);
    await answered(sending, 60);
    expect(await host.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    // What was answered is in the log as it was left.
    const before = sending.sent.filter(({ facts }) => facts.length > 0);
    expect(before.length).toBeLessThan(CLIENTS * 10);
    const ids = new Set((await wholeLog(() => openSqlite(file))).map(({ record }) => record.id));
    expect(before.flatMap(({ facts }) => facts).filter((id) => !ids.has(id))).toEqual([]);
    await host.start();
    await sending.over;
    await host.stop('SIGTERM');
    expect(wrongOf(sending.sent, await wholeLog(() => openSqlite(file)))).toEqual([]);
  }, 300_000);

  // Control: what is counted is found where it is wrong.
  it('would be found to have lost a command, to have done one twice, or one that nobody sent', async () => {
    const log = await wholeLog(open);
    const of = (command: string, type: string) => log.filter(({ record }) => record.meta.command === command && record.type === type);
    const sent = log
      .filter(({ record }) => record.type === 'Accepted')
      .map(({ record }) => ({ key: record.meta.command ?? '', type: 'Accept' as const, facts: [record.id] }));
    const [first, second, third] = sent.map(({ key }) => key);
    const accepted = log.filter(({ record }) => record.type === 'Accepted');
    expect(wrongOf(sent, accepted)).toEqual([]);
    const damaged = [...accepted.filter(({ record }) => record.meta.command !== first), ...of(second ?? '', 'Accepted')];
    expect(wrongOf(sent, damaged)).toHaveLength(3);
    expect(
      wrongOf(
        sent.filter(({ key }) => key !== third),
        accepted,
      ),
    ).toEqual([`${third}: sent by nobody`]);
  });
});

describeIf(hasOwnPostgres, noOwnPostgres, 'two hosts on one PostgreSQL', () => {
  it(`of which one is killed half-way have done each of ${CLIENTS * EACH} commands once`, async () => {
    const server = await ownServer();
    const hosts: Hosted[] = [];
    try {
      for (let count = 0; count < 2; count += 1) hosts.push(await hostAt(entry, { STORE: server.url }));
      for (const host of hosts) await host.start();
      const sending = crowd(
        hosts.map(({ base }) => base),
        CLIENTS,
        EACH,
      );
      await answered(sending, (CLIENTS * EACH) / 2);
      await hosts[0]?.stop('SIGKILL');
      await sending.over;
      console.log(`${sending.sent.length} commands, ${sending.repeated()} sent again that had been done`);
      expect(wrongOf(sending.sent, await wholeLog(() => openPostgres(server.url)))).toEqual([]);
    } finally {
      for (const host of hosts) await host.stop('SIGKILL');
      await server.remove();
    }
  }, 300_000);

  it('say that they are not ready while it is stopped, and are ready again once it is there', async () => {
    const server = await ownServer();
    const host = await hostAt(entry, { STORE: server.url });
    try {
      await host.start();
      await server.stop('SIGINT');
      expect(await statusOf(`${host.base}/readyz`)).toBe(503);
      expect(await statusOf(`${host.base}/healthz`)).toBe(200);
      await server.start();
      while ((await statusOf(`${host.base}/readyz`)) !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await host.stop('SIGKILL');
      await server.remove();
    }
  }, 300_000);
});
