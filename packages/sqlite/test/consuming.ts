/**
 * A consumer of a log, and its cursor in a file of its own: prints the id of each fact that it is handed, until its input ends; to be
 * killed. Arguments: log, cursors, and `early` for one that moves its cursor before it has done what it is there for.
 */
import { writeSync } from 'node:fs';
import { type Cursor, consume, type Recorded } from '@redress/core';
import { openSqlite, openSqliteCursors } from '../src/index.ts';

const [log = '', places = '', when = 'late'] = process.argv.slice(2);
const store = await openSqlite(log);
const cursors = await openSqliteCursors(places);
const cursor = cursors.of('letters');
const stop = new AbortController();
process.stdin.on('end', () => stop.abort()).resume();

/** Pauses now and then, so that who listens can kill it in the midst of a batch. */
async function print(records: readonly Recorded[]): Promise<void> {
  for (const [index, { record }] of records.entries()) {
    writeSync(1, `${record.id}\n`);
    if (index % 16 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

let batch: readonly Recorded[] = [];
function keep(records: readonly Recorded[]): void {
  batch = records;
}
const movedFirst: Cursor = {
  read: () => cursor.read(),
  move: async (from, to) => {
    const moved = await cursor.move(from, to);
    await print(batch);
    return moved;
  },
};

if (when === 'early') await consume(store, { apply: keep }, movedFirst, stop.signal);
else await consume(store, { apply: print }, cursor, stop.signal);
await Promise.all([store.close(), cursors.close()]);
