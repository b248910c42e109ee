/**
 * A consumer to be killed: it prints the ids of the first batch it is handed, and is gone. Arguments: address, consumer, and `early` for
 * one that moves its cursor before it has handled anything.
 */
import { writeSync } from 'node:fs';
import { type Cursor, consume, type Recorded } from '@redress/core';
import { openPostgres, openPostgresCursors } from '../src/index.ts';

const [url = '', consumer = '', when = 'late'] = process.argv.slice(2);
const store = await openPostgres(url);
const cursor = (await openPostgresCursors(url)).of(consumer);

async function handle(records: readonly Recorded[]): Promise<never> {
  for (const { record } of records) writeSync(1, `${record.id}\n`);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

let batch: readonly Recorded[] = [];
function keep(records: readonly Recorded[]): void {
  batch = records;
}
const movedFirst: Cursor = {
  read: () => cursor.read(),
  move: async (from, to) => ((await cursor.move(from, to)) ? handle(batch) : false),
};
const { signal } = new AbortController();
await (when === 'early' ? consume(store, { apply: keep }, movedFirst, signal) : consume(store, { apply: handle }, cursor, signal));
