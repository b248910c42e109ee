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

/** Every record of a log read and parsed, and nothing else. In chunks, which is faster here than a cursor, and keeps memory flat. */
export function parseEvery(path: string): number {
  const database = new Database(path, { readonly: true });
  const chunk = database.prepare('SELECT record FROM fact WHERE position >= ? ORDER BY position LIMIT ?').pluck();
  let count = 0;
  for (;;) {
    const texts = chunk.all(count, ROWS) as string[];
    for (const text of texts) if ((JSON.parse(text) as { readonly v: number }).v === 1) count += 1;
    if (texts.length < ROWS) break;
  }
  database.close();
  return count;
}
