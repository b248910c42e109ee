/** A whole log read record by record, against a cursor of the driver over the same columns in the same order. */
import { join } from 'node:path';
import type { EventStore } from '@redress/core';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { hasOwnPostgres, noOwnPostgres, ownServer } from '../../../.config/postgres-server.ts';
import { bareCursor, runAll } from '../../postgres/bench/statements.ts';
import { bare } from './bare.ts';
import { fill, LARGE_LOG, writeLargeLog } from './large-log.ts';
import { type Benchmark, notMeasured, type Result, same, time } from './result.ts';
import { measuredOf, now, turned } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 9;
/** Reading goes by at the same pace however long the log is. */
const MOST_READ = 50_000;
const WANTED = 0.6;
const SCHEMA = 'readers';

const CURSOR = 'a bare cursor: the text of each row, unread';
const PARSING = 'a bare cursor, and JSON.parse of each row';
const onStore = (store: string): string => `readLog on ${store}`;

type Row = readonly [position: unknown, record: string, stream: string, version: unknown];

interface Reader {
  readonly name: string;
  /** Reads the whole log; how many facts there were. */
  read(): Promise<number>;
}

async function readEvery(store: EventStore): Promise<number> {
  let count = 0;
  for await (const { record } of store.readLog('', Number.POSITIVE_INFINITY)) if (record.v === 1) count += 1;
  return count;
}

/** The three beside each other, over one log. */
const readers = (store: EventStore, cursor: (each: (row: Row) => void) => number | Promise<number>): readonly Reader[] => [
  { name: 'ours', read: () => readEvery(store) },
  { name: CURSOR, read: async () => cursor(() => {}) },
  {
    name: PARSING,
    read: async () => {
      let count = 0;
      await cursor(([, record]) => {
        if ((JSON.parse(record) as { readonly v: number }).v === 1) count += 1;
      });
      return count;
    },
  },
];

async function compared(measured: string, all: readonly Reader[], said: string): Promise<readonly Result[]> {
  const counts = [];
  for (const { read } of all) counts.push(await read());
  for (const count of counts) same('the number of facts', counts[0], count);
  const taken = all.map((reader) => ({ ...reader, taken: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { read, taken: times } of turned(taken, round)) {
      globalThis.gc?.();
      const start = now();
      const count = await read();
      times.push((now() - start) / count);
    }
  }
  const [ours, ...rivals] = measuredOf(taken);
  return rivals.map(({ name, nanoseconds, ratio }) => ({
    measured,
    rival: name,
    ours: time(ours?.nanoseconds ?? Number.NaN),
    theirs: time(nanoseconds),
    ratio,
    wanted: WANTED,
    notes: [said],
  }));
}

function sqliteCursor(path: string): (each: (row: Row) => void) => number {
  return (each) => {
    const database = bare(path);
    const rows = database.rows('SELECT position, record, stream, version FROM fact ORDER BY position');
    let count = 0;
    for (const row of rows) {
      each(row as Row);
      count += 1;
    }
    database.close();
    return count;
  };
}

const onSqlite = (facts: number, say: (what: string) => void): Promise<readonly Result[]> =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'read.db');
    await writeLargeLog(path, facts, say);
    const store = await openSqlite(path);
    const results = await compared(
      onStore('SQLite'),
      readers(store, sqliteCursor(path)),
      'a fact; a reader gives the record parsed, and checks that it stands where it says',
    );
    await store.close();
    return results;
  });

async function onPostgres(facts: number, say: (what: string) => void): Promise<readonly Result[]> {
  if (!hasOwnPostgres) return [CURSOR, PARSING].map((rival) => notMeasured(onStore('PostgreSQL'), rival, WANTED, noOwnPostgres));
  const server = await ownServer({ shared_buffers: '128MB' });
  try {
    const store = await openPostgres(server.url, { schema: SCHEMA, log: LARGE_LOG });
    await fill(store, facts, say);
    // Both sides get their plans from the same statistics.
    await runAll(server.url, ['VACUUM ANALYZE']);
    const cursor = await bareCursor<Row>(server.url, SCHEMA);
    const results = await compared(onStore('PostgreSQL'), readers(store, cursor.read), 'a fact; 256 rows a trip on both sides');
    await Promise.all([store.close(), cursor.end()]);
    return results;
  } finally {
    await server.remove();
  }
}

async function run({ facts, say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  const most = Math.min(facts, MOST_READ);
  return [...(await onSqlite(most, say)), ...(await onPostgres(most, say))];
}

export const reading: Benchmark = { name: 'readers', describes: 'reading a log, on SQLite and PostgreSQL', run };
