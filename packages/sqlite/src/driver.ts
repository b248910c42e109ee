/**
 * The seam to a SQLite library: what this store needs of one, and the two it knows. better-sqlite3 is the default before Node 24.19; from
 * there on, and in Node 24.18 where its native module does not load, the SQLite that Node itself carries takes its place.
 */
import { StoreFault } from '@redress/core';
import type BetterSqlite3 from 'better-sqlite3';

export type Value = string | number;
/** One row, its columns in the order of the SELECT. */
export type Row = readonly unknown[];

export interface Statement {
  run(...values: readonly Value[]): void;
  all(...values: readonly Value[]): readonly Row[];
}

/** One connection to one file. */
export interface Driver {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

export interface Library {
  open(path: string): Driver;
  /** SQLite's own name of an error, like `SQLITE_BUSY` or `SQLITE_CONSTRAINT_UNIQUE`; undefined where it is none of SQLite's. */
  codeOf(error: unknown): string | undefined;
}

/** Gives the library, or throws where it cannot be used here. */
export type LoadLibrary = () => Promise<Library>;

function betterStatement(statement: BetterSqlite3.Statement): Statement {
  if (statement.reader) statement.raw(true);
  return {
    run: (...values) => void statement.run(...values),
    all: (...values) => statement.all(...values) as Row[],
  };
}

/**
 * From Node 24.19 on an object of better-sqlite3 12 ends the whole process when it is collected while no code of a Node environment runs
 * (`Assertion failed: (env) != nullptr`). Its next release, 13, would end Node 20 at the first connection.
 */
function isEndedByBetterSqlite3(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 19);
}

/** The library better-sqlite3, a native module. Not for Node 24.19 and later, which it would end. */
export const betterSqlite3: LoadLibrary = async () => {
  if (isEndedByBetterSqlite3(process.versions.node)) throw new Error(`better-sqlite3 12 would end Node ${process.version}`);
  const { default: Database } = await import('better-sqlite3');
  // The native part is loaded by the first connection, not by the import: ask for it now, while there is a second choice.
  new Database(':memory:').close();
  return {
    codeOf: (error) => (error instanceof Database.SqliteError ? error.code : undefined),
    open(path) {
      const database = new Database(path);
      return {
        exec: (sql) => void database.exec(sql),
        prepare: (sql) => betterStatement(database.prepare(sql)),
        close: () => void database.close(),
      };
    },
  };
};

interface NodeStatement {
  run(...values: readonly Value[]): unknown;
  all(...values: readonly Value[]): readonly Row[];
  setReturnArrays(arrays: boolean): void;
  setReadBigInts(read: boolean): void;
}

interface NodeDatabase {
  exec(sql: string): void;
  prepare(sql: string): NodeStatement;
  close(): void;
}

interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => NodeDatabase;
}

/** The result codes of SQLite that this store tells apart, by their number (https://sqlite.org/rescode.html). */
const NAMES: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  18: 'SQLITE_TOOBIG',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
};

function numberedCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  // The lower byte is the primary code; what lies above it is detail.
  return NAMES[error.errcode & 0xff] ?? `SQLITE_${error.errcode}`;
}

const numbered = (row: Row): Row => row.map((value) => (typeof value === 'bigint' ? Number(value) : value));

function nodeStatement(statement: NodeStatement): Statement {
  statement.setReturnArrays(true);
  const all = (bigInts: boolean, values: readonly Value[]): readonly Row[] => {
    statement.setReadBigInts(bigInts);
    return statement.all(...values);
  };
  return {
    run(...values) {
      // It tells the row's number, and fails after it has written where no number is as large.
      statement.setReadBigInts(true);
      statement.run(...values);
    },
    all(...values) {
      try {
        return all(false, values);
      } catch (error) {
        // One number that is too large, and no row would be given. The nearest one is as wrong, and is found out by itself.
        if (!(error instanceof RangeError)) throw error;
        return all(true, values).map(numbered);
      }
    },
  };
}

/** A name as better-sqlite3 takes it: without white space around it, and never as a URI. */
function fileNamed(path: string): string {
  const name = path.trim();
  return name.startsWith('file:') ? `./${name}` : name;
}

/** Until Node 24.18 it read text up to the first U+0000, and damage behind that would not be seen. */
function checkReadsWhole({ DatabaseSync }: NodeSqlite): void {
  const database = new DatabaseSync(':memory:');
  const [row] = database.prepare("SELECT 'a' || char(0) || 'b' AS text").all() as unknown as readonly { readonly text: string }[];
  database.close();
  if (row?.text.length !== 3) throw new Error(`node:sqlite of Node ${process.version} does not read text as it is kept`);
}

/** The module `node:sqlite` of Node itself, where it reads text as it is kept: from 24.18 on. */
export const nodeSqlite: LoadLibrary = async () => {
  const found = process.getBuiltinModule('node:sqlite') as NodeSqlite | undefined;
  if (!found) throw new Error(`Node ${process.version} has no node:sqlite`);
  checkReadsWhole(found);
  return {
    codeOf: numberedCode,
    open(path) {
      const database = new found.DatabaseSync(fileNamed(path));
      return {
        exec: (sql) => database.exec(sql),
        prepare: (sql) => nodeStatement(database.prepare(sql)),
        close: () => database.close(),
      };
    },
  };
};

/** The first of the libraries that can be used here. Throws StoreFault `driver-missing`, which names what to install. */
export async function firstUsable(libraries: readonly LoadLibrary[] = [betterSqlite3, nodeSqlite]): Promise<Library> {
  const reasons: unknown[] = [];
  for (const load of libraries) {
    try {
      return await load();
    } catch (error) {
      reasons.push(error);
    }
  }
  const why = reasons.map((reason) => (reason instanceof Error ? (reason.message.split('\n')[0] ?? '') : String(reason))).join('; ');
  throw new StoreFault(
    'driver-missing',
    `No SQLite library can be used here (${why}). Nothing was opened. Use Node 24.19 or newer and name no driver, or install better-sqlite3 ` +
      'and allow its build script (pnpm: `onlyBuiltDependencies: [better-sqlite3]`; it needs python3, make and a C++ compiler where no ready build is found).',
    { cause: new AggregateError(reasons) },
  );
}
