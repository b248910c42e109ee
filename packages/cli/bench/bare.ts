/**
 * SQLite with nothing of ours around it: the library that the store takes here, one table, one statement. What a durable store cannot do
 * without.
 */
import { createRequire } from 'node:module';
import { betterSqlite3 } from '@redress/sqlite';

/** An INSERT that takes longer says that the disk, or the scheduler, is busy with others. */
export const SLOW_NS = 2_000_000;

interface Prepared {
  run(...values: readonly unknown[]): unknown;
  all(...values: readonly unknown[]): readonly unknown[];
  iterate(): Iterable<unknown>;
}

interface BetterPrepared extends Prepared {
  raw(): Prepared;
  pluck(): Prepared;
}

interface NodePrepared extends Prepared {
  setReturnArrays(arrays: boolean): void;
}

interface Database<Statement> {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

type Open<Statement> = new (path: string) => Database<Statement>;

/** A file, by the quickest way that the library has to the texts of one column, and to whole rows. */
export interface Bare {
  exec(sql: string): void;
  inserting(sql: string): (text: string) => void;
  texts(sql: string): (...values: readonly number[]) => readonly string[];
  rows(sql: string): Iterable<unknown>;
  close(): void;
}

/** What both libraries do in the same words; how each is quickest at reading is its own. */
const bareOf = (database: Database<Prepared>, reading: Pick<Bare, 'texts' | 'rows'>): Bare => ({
  exec: (sql) => void database.exec(sql),
  inserting(sql) {
    const insert = database.prepare(sql);
    return (text) => void insert.run(text);
  },
  ...reading,
  close: () => void database.close(),
});

function betterBare(path: string): Bare {
  // The store's own copy: its native module need not be there.
  const Better = createRequire(import.meta.resolve('@redress/sqlite'))('better-sqlite3') as Open<BetterPrepared>;
  const database = new Better(path);
  return bareOf(database, {
    texts(sql) {
      const select = database.prepare(sql).pluck();
      return (...values) => select.all(...values) as string[];
    },
    rows: (sql) => database.prepare(sql).raw().iterate(),
  });
}

function nodeBare(path: string): Bare {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as { readonly DatabaseSync: Open<NodePrepared> };
  const database = new DatabaseSync(path);
  const prepared = (sql: string): NodePrepared => {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  return bareOf(database, {
    texts(sql) {
      const select = prepared(sql);
      return (...values) => (select.all(...values) as [string][]).map(([text]) => text);
    },
    rows: (sql) => prepared(sql).iterate(),
  });
}

export const bare: (path: string) => Bare = await betterSqlite3().then(
  () => betterBare,
  () => nodeBare,
);

export interface BareInsert {
  /** One autocommit INSERT: durable when it returns. */
  insert(text: string): void;
  texts(): readonly string[];
  close(): void;
}

/** The same settings as the store's, so that both pay for the same promise. */
export function bareInsert(path: string): BareInsert {
  const { exec, inserting, texts, close } = bare(path);
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 4000', 'cache_size = -16000']) {
    exec(`PRAGMA ${setting}`);
  }
  exec('CREATE TABLE record (record TEXT NOT NULL)');
  return {
    insert: inserting('INSERT INTO record (record) VALUES (?)'),
    texts: texts('SELECT record FROM record ORDER BY rowid'),
    close,
  };
}

const ROWS = 256;

export interface BareParser {
  /** Reads and parses at most so many records more, and keeps nothing; tells how many there were. */
  parse(most: number): number;
  close(): void;
}

/** The records of a log read and parsed, and nothing else. In chunks, which is faster here than a cursor, and keeps memory flat. */
export function bareParser(path: string): BareParser {
  const { texts, close } = bare(path);
  const chunk = texts('SELECT record FROM fact WHERE position >= ? ORDER BY position LIMIT ?');
  let from = 0;
  return {
    parse(most) {
      const first = from;
      for (let rows = ROWS; rows === ROWS && from - first < most; ) {
        const found = chunk(from, Math.min(ROWS, most - (from - first)));
        for (const text of found) if ((JSON.parse(text) as { readonly v: number }).v === 1) from += 1;
        rows = found.length;
      }
      return from - first;
    },
    close,
  };
}

export function parseEvery(path: string): number {
  const parser = bareParser(path);
  const count = parser.parse(Number.POSITIVE_INFINITY);
  parser.close();
  return count;
}
