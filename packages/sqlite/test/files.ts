/** Files and facts for the tests of this package. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, type FactToWrite, type Recorded, StoreFault, uuidv5 } from '@redress/core';
import { afterAll, expect } from 'vitest';
import { type Driver, firstUsable } from '../src/driver.ts';

/** Names of files in a folder that is removed after the tests of this file. */
export function folder(): (name: string) => string {
  const path = mkdtempSync(join(tmpdir(), 'redress-sqlite-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return (name) => join(path, name);
}

const NAMESPACE = '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11';

export const fact = (name: string, data: FactToWrite['data'] = { note: name }): FactToWrite => ({
  id: uuidv5(NAMESPACE, name),
  type: 'Noted',
  schema: 1,
  meta: { command: name },
  data,
  sealed: [],
});

export async function wholeLog(store: EventStore): Promise<Recorded[]> {
  const records: Recorded[] = [];
  for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) records.push(recorded);
  return records;
}

export async function faultOf(doing: Promise<unknown>): Promise<StoreFault> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof StoreFault) return error;
    throw error;
  }
  return expect.fail('no fault was thrown');
}

/** The library that a store takes here when none is named. */
export const library = await firstUsable();

/** What another program might do to the file: a connection of its own. */
export function tamper<Result>(path: string, doing: (database: Driver) => Result): Result {
  const database = library.open(path);
  try {
    return doing(database);
  } finally {
    database.close();
  }
}
