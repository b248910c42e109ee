/**
 * A consumer to be killed: it prints the ids of the first batch it is handed, and is gone. Arguments: address, consumer, and `early` for
 * one that moves its cursor before it has handled anything.
 */
import { writeSync } from 'node:fs';
import { consume, type Recorded } from '@redress/core';
import { openPostgres, openPostgresCursors } from '../src/index.ts';

const [url = '', consumer = '', when = 'late'] = process.argv.slice(2);
const store = await openPostgres(url);
const cursor = (await openPostgresCursors(url)).of(consumer);

async function apply(records: readonly Recorded[]): Promise<void> {
  if (when === 'early') await cursor.move(await cursor.read(), records.at(-1)?.position ?? '');
  for (const { record } of records) writeSync(1, `${record.id}\n`);
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
}

await consume(store, { apply }, cursor, new AbortController().signal);
