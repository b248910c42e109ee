/** Taking in another log's records. */
import { intake, notEmpty, type Recorded, StoreFault } from '@redress/core';
import type { Driver, Library } from './driver.ts';
import { faultOf, patiently } from './faults.ts';
import { rollBack } from './schema.ts';
import { inserter } from './writer.ts';

type Records = AsyncIterable<Recorded> | Iterable<Recorded>;

async function insertAll(driver: Driver, log: string, records: Records): Promise<void> {
  if (driver.prepare('SELECT 1 FROM fact LIMIT 1').all().length > 0) throw notEmpty();
  const check = intake(log);
  const insert = inserter(driver);
  for await (const recorded of records) insert([check(recorded)]);
  driver.exec('COMMIT');
}

/** What the source threw stays as it was thrown; what SQLite threw becomes a fault. */
function meaning(library: Library, error: unknown): unknown {
  const code = library.codeOf(error);
  if (code?.startsWith('SQLITE_CONSTRAINT')) {
    return new StoreFault(
      'history-damaged',
      'One fact id is there twice. Nothing was taken in. Compare the source with its own bundle or backup.',
      { cause: error },
    );
  }
  return code === undefined ? error : faultOf(library, error);
}

/**
 * Takes the records in, all or none, on a connection of its own: the transaction stays open while the source is awaited, and this
 * store's other readers must not see it meanwhile.
 */
export async function takeIn(library: Library, driver: Driver, patience: number, log: string, records: Records): Promise<void> {
  try {
    await patiently(library, patience, () => driver.exec('BEGIN IMMEDIATE'));
    await insertAll(driver, log, records);
  } catch (error) {
    rollBack(driver);
    throw meaning(library, error);
  } finally {
    driver.close();
  }
}
