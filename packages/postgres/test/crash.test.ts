import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { NO_STREAM, type Recorded } from '@redress/core';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, type OwnServer, ownServer } from '../../../.config/postgres-server.ts';
import { openPostgres, type PostgresStore } from '../src/index.ts';
import { fact, faultOf, runSql, wholeLog } from './databases.ts';

/** Few by default, because each takes a second or more; CRASH_ROUNDS for a long run. */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 4);

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Appends until it is stopped, through whatever happens to the server; the names of what was acknowledged. */
function endless(store: PostgresStore, lane: string, stop: AbortSignal, acknowledged: string[]): Promise<void> {
  const write = async (name: string): Promise<void> => {
    try {
      await store.append(name, NO_STREAM, [fact(`${name} 1`), fact(`${name} 2`)]);
      acknowledged.push(name);
    } catch {
      await pause(20);
    }
  };
  const go = async (): Promise<void> => {
    for (let count = 0; !stop.aborted; count += 1) await write(`${lane}-${count}`);
  };
  return go();
}

const streamsOf = (log: readonly Recorded[]): Map<string, number[]> => {
  const found = new Map<string, number[]>();
  for (const { record } of log) found.set(record.stream, [...(found.get(record.stream) ?? []), record.version]);
  return found;
};

describeIf(hasOwnPostgres, noOwnPostgres, 'a server that is stopped at once', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await ownServer();
  });
  afterAll(() => server.remove());

  test(
    `and started again, ${ROUNDS} times under load, loses nothing acknowledged, moves no position, and subscriptions go on`,
    async () => {
      const store = await openPostgres(server.url, { timeoutMs: 3_000 });
      const [stop, enough] = [new AbortController(), new AbortController()];
      const acknowledged: string[] = [];
      const lanes = ['a', 'b', 'c', 'd'].map((lane) => endless(store, lane, stop.signal, acknowledged));
      const followed: Recorded[] = [];
      const following = (async () => {
        for await (const message of store.subscribe('', enough.signal)) if (message.kind === 'batch') followed.push(...message.records);
      })();
      for (let round = 0; round < ROUNDS; round += 1) {
        const before = acknowledged.length;
        while (acknowledged.length < before + 40) await pause(10);
        await server.stop('SIGQUIT');
        const seen = followed.slice();
        await server.start();
        // What a reader saw before the crash is what the log says after it.
        expect((await wholeLog(store)).slice(0, seen.length)).toEqual(seen);
      }
      stop.abort();
      await Promise.all(lanes);
      const log = await wholeLog(store);
      while (followed.length < log.length) await pause(20);
      enough.abort();
      await following;
      expect(followed).toEqual(log);
      const streams = streamsOf(log);
      expect(acknowledged.filter((name) => !streams.has(name))).toEqual([]);
      for (const [stream, versions] of streams) expect(versions, stream).toEqual([1, 2]);
      expect(acknowledged.length).toBeGreaterThan(ROUNDS * 40);
      await store.close();
    },
    30_000 + ROUNDS * 30_000,
  );

  test('control: a session that does not wait for the disk loses what it acknowledged', async () => {
    const unsafe = await ownServer({ wal_writer_delay: '10s' });
    onTestFinished(() => unsafe.remove());
    await runSql(unsafe.url, ['CREATE TABLE plain (n int)']);
    const client = new pg.Client(unsafe.url);
    client.on('error', () => {});
    await client.connect();
    await client.query('SET synchronous_commit = off');
    for (let n = 0; n < 50; n += 1) await client.query('INSERT INTO plain VALUES ($1)', [n]);
    await unsafe.stop('SIGQUIT');
    await unsafe.start();
    const [row] = await runSql(unsafe.url, ['SELECT count(*) FROM plain']);
    expect(Number(row?.count)).toBeLessThan(50);
  });

  test('is unavailable meanwhile, and the same append goes through afterwards', async () => {
    const store = await openPostgres(server.url, { timeoutMs: 3_000 });
    await server.stop('SIGQUIT');
    const fault = await faultOf(store.append('late', NO_STREAM, [fact('late')]));
    expect(fault).toMatchObject({ code: 'unavailable', retryable: true });
    await server.start();
    expect((await store.append('late', NO_STREAM, [fact('late')])).outcome).toBe('appended');
    await store.close();
  });
});

describeIf(hasOwnPostgres, noOwnPostgres, 'a writing process that is killed', () => {
  const writer = fileURLToPath(new URL('endless-writer.ts', import.meta.url));
  let server: OwnServer;
  beforeAll(async () => {
    server = await ownServer();
  });
  afterAll(() => server.remove());

  function killedAfter(count: number, round: number): Promise<string[]> {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, server.url, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.split('\n').length > count) child.kill('SIGKILL');
      });
      // A line that was cut off by the kill is no acknowledgement.
      child.on('close', () => resolve(said.split('\n').slice(0, -1)));
    });
  }

  test(
    `leaves, in ${ROUNDS} rounds, all it acknowledged and no half append, and a reader places what it no longer could`,
    async () => {
      const acknowledged: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        acknowledged.push(...(await killedAfter(1 + ((round * 37) % 60), round)));
        const store = await openPostgres(server.url);
        const streams = streamsOf(await wholeLog(store));
        // Control: a store that acknowledges before its COMMIT loses some here.
        expect(acknowledged.filter((name) => !streams.has(name))).toEqual([]);
        for (const [stream, versions] of streams) expect(versions, stream).toEqual([1, 2]);
        expect(await store.waiting()).toMatchObject({ count: 0 });
        await store.close();
      }
    },
    ROUNDS * 30_000,
  );
});
