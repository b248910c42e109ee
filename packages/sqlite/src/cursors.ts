/** Where consumers stand, in a file of their own: a log's file is left to the log. */
import { type Cursors, StoreFault } from '@redress/core';
import { type Driver, firstUsable, type Library, type LoadLibrary } from './driver.ts';
import { closedFault, patiently } from './faults.ts';
import { rollBack } from './schema.ts';

export interface SqliteCursorsOptions {
  /** Milliseconds for which a file locked by another process is waited for, 10,000 by default. */
  readonly busyTimeoutMs?: number;
  /** The SQLite library; by default better-sqlite3 before Node 24.19, and `node:sqlite` from there on. */
  readonly driver?: LoadLibrary;
}

const TABLE = 'CREATE TABLE IF NOT EXISTS cursor (consumer TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT';

const positionOf = (driver: Driver, consumer: string): string => {
  const [row] = driver.prepare('SELECT position FROM cursor WHERE consumer = ?').all(consumer);
  return typeof row?.[0] === 'string' ? row[0] : '';
};

function moved(driver: Driver, consumer: string, from: string, to: string): boolean {
  driver.exec('BEGIN IMMEDIATE');
  try {
    const stands = positionOf(driver, consumer) === from;
    if (stands) {
      const set = 'INSERT INTO cursor (consumer, position) VALUES (?, ?) ON CONFLICT (consumer) DO UPDATE SET position = excluded.position';
      driver.prepare(set).run(consumer, to);
    }
    driver.exec('COMMIT');
    return stands;
  } catch (error) {
    rollBack(driver);
    throw error;
  }
}

function prepared(library: Library, path: string): Driver {
  const driver = library.open(path);
  try {
    if (driver.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'fact'").all().length > 0) {
      throw new StoreFault('wrong-schema', `${path} holds a log. Nothing was changed. Give the cursors a file of their own.`);
    }
    // A cursor that a power cut throws back only lets a batch come again.
    driver.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${TABLE}`);
    return driver;
  } catch (error) {
    driver.close();
    throw error;
  }
}

/**
 * Opens the cursors in a file, which is made where it is missing; several processes may share it. Throws StoreFault: `driver-missing`,
 * `unavailable`, `not-a-database`, `wrong-schema` where the file holds a log, `read-only`, `busy`, `full`.
 */
export async function openSqliteCursors(path: string, options: SqliteCursorsOptions = {}): Promise<Cursors> {
  const library = await firstUsable(options.driver ? [options.driver] : undefined);
  const patience = options.busyTimeoutMs ?? 10_000;
  const driver = await patiently(library, patience, () => prepared(library, path));
  let closed = false;
  const asking = <Result>(doing: () => Result): Promise<Result> =>
    patiently(library, patience, () => {
      if (closed) throw closedFault();
      return doing();
    });
  return {
    of: (consumer) => ({
      read: () => asking(() => positionOf(driver, consumer)),
      move: (from, to) => asking(() => moved(driver, consumer, from, to)),
    }),
    close: async () => {
      if (!closed) driver.close();
      closed = true;
    },
  };
}
