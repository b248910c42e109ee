/** The tables, and how a file is opened: whose it is, how it is set, what lies in it. */
import { logId, StoreFault } from '@redress/core';
import type { Driver, Library, Value } from './driver.ts';
import { faultOf, isBusy } from './faults.ts';

/** Marks a file as ours in its header: "RDRS". */
const APPLICATION = 0x52445253;
const SCHEMA = 1;

/**
 * Milliseconds SQLite itself waits for a lock. It holds the event loop meanwhile, so the longer part of a wait is done outside it.
 */
const HELD_WAIT = 50;

/**
 * `record` is TEXT, not BLOB: the bytes are the same, and reading text and parsing it took 0.7 to 0.9 of the time of reading a Buffer
 * and decoding it (100,000 records of 670 bytes, better-sqlite3 12.11).
 *
 * The log is append-only by triggers, and OR REPLACE meets the one against deleting because recursive_triggers is on. A stream's version
 * and the log's length are asked of the facts' own indexes: a table that counts them would add a page to every commit.
 */
const OBJECTS: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'log', sql: 'CREATE TABLE log (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT' },
  {
    name: 'fact',
    sql: `CREATE TABLE fact (
  position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
  record TEXT NOT NULL, UNIQUE (stream, version)) STRICT`,
  },
  {
    name: 'fact_no_update',
    sql: "CREATE TRIGGER fact_no_update BEFORE UPDATE ON fact BEGIN SELECT RAISE(ABORT, 'a recorded fact is never changed'); END",
  },
  {
    name: 'fact_no_delete',
    sql: "CREATE TRIGGER fact_no_delete BEFORE DELETE ON fact BEGIN SELECT RAISE(ABORT, 'a recorded fact is never deleted'); END",
  },
  {
    name: 'fact_position',
    sql: `CREATE TRIGGER fact_position BEFORE INSERT ON fact WHEN NEW.position <> (SELECT coalesce(max(position) + 1, 0) FROM fact)
  BEGIN SELECT RAISE(ABORT, 'a position follows the last'); END`,
  },
  {
    name: 'fact_version',
    sql: `CREATE TRIGGER fact_version BEFORE INSERT ON fact
  WHEN NEW.version <> (SELECT coalesce(max(version) + 1, 1) FROM fact WHERE stream = NEW.stream)
  BEGIN SELECT RAISE(ABORT, 'a version follows the last of its stream'); END`,
  },
];

interface Setting {
  readonly name: string;
  readonly set: string;
  readonly reads: Value;
}

/** Said at every opening: in WAL mode some builds of SQLite take NORMAL where nothing is said, and lose acknowledged appends. */
const SETTINGS: readonly Setting[] = [
  { name: 'busy_timeout', set: String(HELD_WAIT), reads: HELD_WAIT },
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  { name: 'synchronous', set: 'FULL', reads: 2 },
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
  { name: 'recursive_triggers', set: 'ON', reads: 1 },
  // Rare checkpoints and a cache that holds the indexes of ids: a tenth faster when many write. Neither touches safety.
  { name: 'wal_autocheckpoint', set: '4000', reads: 4000 },
  { name: 'cache_size', set: '-16000', reads: -16000 },
  // On macOS a sync reaches the disk's own cache only, unless this is on.
  ...(process.platform === 'darwin' ? [{ name: 'fullfsync', set: 'ON', reads: 1 }] : []),
];

const wrongSchema = (what: string): never => {
  throw new StoreFault('wrong-schema', what);
};

const one = (driver: Driver, sql: string): unknown => driver.prepare(sql).all()[0]?.[0];

/** Whether the file is ours; false where it is empty. Nothing is changed, so that another program's file stays as it was. */
function isOurs(driver: Driver): boolean {
  const objects = one(driver, 'SELECT count(*) FROM sqlite_schema');
  const application = one(driver, 'PRAGMA application_id');
  const version = one(driver, 'PRAGMA user_version');
  if (objects === 0 && application === 0) return false;
  if (application !== APPLICATION)
    wrongSchema('The file is the SQLite database of another program. Nothing was read or changed. Check the path.');
  if (typeof version === 'number' && version > SCHEMA) {
    wrongSchema(`The file has schema ${version}, this release knows ${SCHEMA}. Nothing was read or changed. Use a newer release.`);
  }
  if (version !== SCHEMA)
    wrongSchema(`The file has schema ${version}, which no release wrote. Nothing was read or changed. Check the path.`);
  return true;
}

function applySettings(driver: Driver): void {
  for (const { name, set, reads } of SETTINGS) {
    driver.exec(`PRAGMA ${name} = ${set}`);
    const found = one(driver, `PRAGMA ${name}`);
    if (found === reads) continue;
    throw new StoreFault(
      'unsafe-settings',
      `SQLite was told ${name} = ${set} and says ${found}. With that an acknowledged fact may be lost. Nothing was read or written. ` +
        'Use a local disk, or a build of SQLite that allows it.',
    );
  }
}

function create(driver: Driver, log: string): void {
  for (const { sql } of OBJECTS) driver.exec(sql);
  driver.prepare('INSERT INTO log (one, id) VALUES (1, ?)').run(log);
  driver.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${SCHEMA}`);
}

/** Under the write lock, so that of two processes at a new file one creates the tables. */
function createOnce(driver: Driver, log: string): void {
  driver.exec('BEGIN IMMEDIATE');
  try {
    if (!isOurs(driver)) create(driver, log);
    driver.exec('COMMIT');
  } catch (error) {
    rollBack(driver);
    throw error;
  }
}

/** Undoes the transaction, if SQLite has not done so by itself. */
export function rollBack(driver: Driver): void {
  try {
    driver.exec('ROLLBACK');
  } catch {
    // There was no transaction any more: SQLite itself undid it.
  }
}

/** A file that cannot be written is found at the opening: SQLite itself says so only at the first write. */
function checkWritable(library: Library, driver: Driver): void {
  try {
    // In WAL mode BEGIN alone asks nothing of the file.
    driver.exec('BEGIN IMMEDIATE; UPDATE log SET id = id; ROLLBACK');
  } catch (error) {
    rollBack(driver);
    // Somebody else is writing: so the file can be written.
    if (!isBusy(faultOf(library, error))) throw error;
  }
}

function checkObjects(driver: Driver): void {
  const found = new Map(
    driver
      .prepare('SELECT name, sql FROM sqlite_schema')
      .all()
      .map(([name, sql]) => [name, sql]),
  );
  for (const { name, sql } of OBJECTS) {
    if (found.get(name) === sql) continue;
    wrongSchema(
      `The table or trigger ${name} is not as it was created. Nothing was read or written. Find out who changed it; restore a backup.`,
    );
  }
}

/** Opens the log in a file, creating it in an empty one. Gives the log's id. Throws driver errors and faults. */
export function openLog(library: Library, driver: Driver, wanted: string | undefined): string {
  const ours = isOurs(driver);
  applySettings(driver);
  if (ours) checkWritable(library, driver);
  else createOnce(driver, logId(wanted));
  checkObjects(driver);
  const log = one(driver, 'SELECT id FROM log');
  if (typeof log !== 'string') return wrongSchema('The file holds no log id. Nothing was read or written. Restore a backup.');
  if (wanted !== undefined && wanted !== log) {
    wrongSchema(`The file holds the log ${log}, not ${wanted}. Nothing was read or written. Open the right file, or leave the id out.`);
  }
  return log;
}
