/** SQLite with nothing of ours around it: the driver, one table, one statement. What a durable store cannot do without. */
import Database from 'better-sqlite3';

/** An INSERT that takes longer says that the disk, or the scheduler, is busy with others. */
export const SLOW_NS = 2_000_000;

export interface BareInsert {
  /** One autocommit INSERT: durable when it returns. */
  insert(text: string): void;
  texts(): readonly string[];
  close(): void;
}

/** The same settings as the store's, so that both pay for the same promise. */
export function bareInsert(path: string): BareInsert {
  const database = new Database(path);
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 4000', 'cache_size = -16000']) {
    database.pragma(setting);
  }
  database.exec('CREATE TABLE record (record TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO record (record) VALUES (?)');
  const all = database.prepare('SELECT record FROM record ORDER BY rowid').pluck();
  return {
    insert: (text) => void insert.run(text),
    texts: () => all.all() as string[],
    close: () => void database.close(),
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
  const database = new Database(path, { readonly: true });
  const chunk = database.prepare('SELECT record FROM fact WHERE position >= ? ORDER BY position LIMIT ?').pluck();
  let from = 0;
  return {
    parse(most) {
      const first = from;
      for (let rows = ROWS; rows === ROWS && from - first < most; ) {
        const texts = chunk.all(from, Math.min(ROWS, most - (from - first))) as string[];
        for (const text of texts) if ((JSON.parse(text) as { readonly v: number }).v === 1) from += 1;
        rows = texts.length;
      }
      return from - first;
    },
    close: () => void database.close(),
  };
}

export function parseEvery(path: string): number {
  const parser = bareParser(path);
  const count = parser.parse(Number.POSITIVE_INFINITY);
  parser.close();
  return count;
}
