/**
 * The embedded default store: one file, durable when acknowledged, several processes of one host allowed.
 *
 * The library is synchronous: an append holds the event loop for one disk sync, and callers of the same turn share it.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { checkedLimit, countThrough, type EventStore, encodeRecords, StoreFault } from '@redress/core';
import { checkDisk } from './disk.ts';
import { type Driver, firstUsable, type Library, type LoadLibrary } from './driver.ts';
import { closedFault, faultOf, isBusy, patiently } from './faults.ts';
import { takeIn } from './ingest.ts';
import { type Fetching, LazyRecords, reader } from './reading.ts';
import { openLog } from './schema.ts';
import { Listeners, subscriber } from './subscription.ts';
import { writer } from './writer.ts';

export interface SqliteOptions {
  /** UUID of the log: a new file gets it (a random one by default), an existing file must hold it. */
  readonly log?: string;
  /** The writer's clock, `YYYY-MM-DDTHH:mm:ss.sssZ`; the wall clock by default. */
  readonly now?: () => string;
  /** Milliseconds for which a file locked by another process is waited for, 10,000 by default. */
  readonly busyTimeoutMs?: number;
  /** The SQLite library; by default better-sqlite3 before Node 24.19, and `node:sqlite` from there on. */
  readonly driver?: LoadLibrary;
}

const PATIENCE = 10_000;

function checkPath(path: string): void {
  if (path === '' || path.startsWith(':memory:') || path.startsWith('file:')) {
    throw new StoreFault(
      'unsafe-settings',
      `${JSON.stringify(path)} names no file that keeps anything. Nothing was opened. Give a path, or use memoryStore().`,
    );
  }
  const folder = dirname(resolve(path));
  if (!existsSync(folder)) throw new StoreFault('unavailable', `There is no folder ${folder}. Nothing was opened. Create it first.`);
}

interface Connection {
  readonly driver: Driver;
  readonly log: string;
}

/** A file that is not there and does not come to be may not be made here. */
function checkExists(path: string, cause: unknown): void {
  if (existsSync(path)) return;
  throw new StoreFault(
    'read-only',
    `The file ${path} cannot be created. Nothing was opened. Give this process the right to write to the folder.`,
    { cause },
  );
}

function opened(library: Library, path: string): Driver {
  try {
    return library.open(path);
  } catch (error) {
    checkExists(path, error);
    throw error;
  }
}

/** One connection, set and checked. Two processes at a new file meet locks here, so it is tried again for a while. */
function connect(library: Library, path: string, wanted: string | undefined, patience: number): Promise<Connection> {
  return patiently(library, patience, () => {
    const driver = opened(library, path);
    try {
      return { driver, log: openLog(library, driver, wanted) };
    } catch (error) {
      driver.close();
      throw error;
    }
  });
}

/**
 * Opens the log in a file; a file that is missing or empty becomes a new log. Throws StoreFault: `driver-missing`, `unavailable`,
 * `not-a-database`, `wrong-schema` (of another program, of a newer release, of another log), `unsafe-settings`, `read-only`, `busy`,
 * `full`.
 */
export async function openSqlite(path: string, options: SqliteOptions = {}): Promise<EventStore> {
  checkPath(path);
  checkDisk(path);
  const library = await firstUsable(options.driver ? [options.driver] : undefined);
  const patience = options.busyTimeoutMs ?? PATIENCE;
  const connection = await connect(library, path, options.log, patience);
  const now = options.now ?? (() => new Date().toISOString());
  return storeOn(connection, { library, patience, now, again: () => connect(library, path, connection.log, patience) });
}

interface StoreParts {
  readonly library: Library;
  readonly patience: number;
  now(): string;
  /** A further connection to the same file. */
  again(): Promise<Connection>;
}

function storeOn({ driver, log }: Connection, { library, patience, now, again }: StoreParts): EventStore {
  const listeners = new Listeners();
  const stored = reader(driver);
  const queue = writer({ library, driver, reader: stored, patience, wrote: () => listeners.wake() });
  let takingIn: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;

  const checkOpen = (): void => {
    if (closing) throw closedFault();
  };

  const reading = <Result>(doing: () => Result): Promise<Result> =>
    patiently(library, patience, () => {
      checkOpen();
      return doing();
    });

  /** The first try is made at once: a read seldom waits, and a promise more would cost each chunk a turn. */
  const fetching: Fetching = (fetch) => {
    checkOpen();
    try {
      return fetch();
    } catch (error) {
      const fault = faultOf(library, error);
      if (!isBusy(fault)) throw fault;
      return reading(fetch);
    }
  };

  async function shut(): Promise<void> {
    await Promise.all([queue.idle(), takingIn]);
    driver.close();
  }

  return {
    log,
    read(stream, { from = 1, to = Number.MAX_SAFE_INTEGER } = {}) {
      const first = Math.max(1, from);
      const last = Math.min(to, Number.MAX_SAFE_INTEGER);
      return new LazyRecords(stored.rowsOfStream(stream, last), first, Math.max(0, last - first + 1), fetching);
    },
    async append(stream, head, facts) {
      checkOpen();
      return queue.append({ stream, head, facts, encoded: encodeRecords({ log, stream, head, facts, at: now() }) });
    },
    readLog(after, limit) {
      return new LazyRecords(stored.rowsOfLog, countThrough(after), checkedLimit(limit), fetching);
    },
    subscribe: subscriber({ driver, reader: stored, listeners, reading }),
    async ingest(records) {
      checkOpen();
      const taken = again().then((own) => takeIn(library, own.driver, patience, log, records));
      takingIn = Promise.allSettled([takingIn, taken]);
      await taken;
      listeners.wake();
    },
    close() {
      if (!closing) {
        closing = shut();
        listeners.wake();
      }
      return closing;
    },
  };
}
