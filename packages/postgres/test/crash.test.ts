import { NO_STREAM, type Recorded } from '@redress/core';
import pg from 'pg';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { checkWhole } from '../../../.config/acknowledged.ts';
import { length } from '../../../.config/lengths.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, type OwnServer, ownServer } from '../../../.config/postgres-server.ts';
import { openPostgres, type PostgresStore } from '../src/index.ts';
import { fact, faultOf, logAfter, runSql, wholeLog } from './databases.ts';

const STOPS = length('PostgreSQL: immediate stops', 20, 500);
const KILLS = length('PostgreSQL: kill -9 of a backend', 20, 500);

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

interface Crash {
  readonly what: string;
  readonly rounds: number;
  /** Ends once the server answers again. */
  strike(server: OwnServer): Promise<void>;
}

async function answersAgain({ url }: OwnServer): Promise<void> {
  for (const end = performance.now() + 25_000; ; await pause(20)) {
    const answered = await runSql(url, ['SELECT 1']).catch((error: unknown) => error);
    if (Array.isArray(answered)) return;
    if (performance.now() > end) throw answered;
  }
}

const CRASHES: readonly Crash[] = [
  {
    what: 'stopped at once and started again',
    rounds: STOPS,
    async strike(server) {
      await server.stop('SIGQUIT');
      await server.start();
    },
  },
  {
    what: 'one of its processes killed with kill -9',
    rounds: KILLS,
    async strike(server) {
      const busy = "SELECT pid FROM pg_stat_activity WHERE application_name = 'redress' ORDER BY state = 'active' DESC, random() LIMIT 1";
      const [row] = await runSql(server.url, [busy]);
      process.kill(Number(row?.pid), 'SIGKILL');
      await pause(20);
      await answersAgain(server);
    },
  },
];

describeIf(hasOwnPostgres, noOwnPostgres, 'a server that crashes', () => {
  let server: OwnServer;
  beforeEach(async () => {
    server = await ownServer();
  });
  afterEach(() => server.remove());

  test.each(CRASHES.map((crash) => [crash.what, crash.rounds, crash] as const))(
    'under load: %s, %i times, loses nothing acknowledged, moves no position, and subscriptions go on',
    async (_, rounds, { strike }) => {
      const store = await openPostgres(server.url, { timeoutMs: 3_000 });
      const [stop, enough] = [new AbortController(), new AbortController()];
      const acknowledged: string[] = [];
      const lanes = ['a', 'b', 'c', 'd'].map((lane) => endless(store, lane, stop.signal, acknowledged));
      const followed: Recorded[] = [];
      const following = (async () => {
        for await (const message of store.subscribe('', enough.signal)) if (message.kind === 'batch') followed.push(...message.records);
      })();
      for (let round = 0, compared = 0; round < rounds; round += 1) {
        const before = acknowledged.length;
        while (acknowledged.length < before + 40) await pause(10);
        const seen = followed.slice(compared);
        await strike(server);
        // What a reader saw before the crash is what the log says after it.
        expect((await logAfter(store, followed[compared - 1]?.position ?? '')).slice(0, seen.length)).toEqual(seen);
        compared += seen.length;
      }
      stop.abort();
      await Promise.all(lanes);
      const log = await wholeLog(store);
      while (followed.length < log.length) await pause(20);
      enough.abort();
      await following;
      expect(followed).toEqual(log);
      checkWhole(acknowledged, log);
      expect(acknowledged.length).toBeGreaterThan(rounds * 40);
      await store.close();
    },
    60_000 + Math.max(STOPS, KILLS) * 30_000,
  );

  /** How many of the rows that were acknowledged are gone after the server was killed in the midst of writing. */
  async function lostWithoutWaiting(unsafe: OwnServer): Promise<number> {
    await runSql(unsafe.url, ['CREATE TABLE IF NOT EXISTS plain (n int)', 'TRUNCATE plain', 'CHECKPOINT']);
    const client = new pg.Client(unsafe.url);
    client.on('error', () => {});
    await client.connect();
    await client.query('SET synchronous_commit = off');
    let acknowledged = 0;
    const writing = (async () => {
      for (; ; acknowledged += 1) await client.query('INSERT INTO plain VALUES ($1)', [acknowledged]);
    })().catch(() => {});
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(50), 10_000);
    await Promise.all([unsafe.stop('SIGQUIT'), writing]);
    await unsafe.start();
    const [row] = await runSql(unsafe.url, ['SELECT count(*) FROM plain']);
    return acknowledged - Number(row?.count);
  }

  // The server writes its log out now and then of itself: it has to happen between that and the kill.
  test('control: a session that does not wait for the disk loses what it acknowledged', async () => {
    const unsafe = await ownServer({ wal_writer_delay: '10s' });
    onTestFinished(() => unsafe.remove());
    let lost = 0;
    for (let round = 0; round < 10 && lost === 0; round += 1) lost = await lostWithoutWaiting(unsafe);
    expect(lost).toBeGreaterThan(0);
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
