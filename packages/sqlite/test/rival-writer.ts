/**
 * One of several processes that write to one file: to a stream of its own, and now and then to one that all of them want. Writes for
 * some time, then prints what became of it. Arguments: file, name, milliseconds, milliseconds for which a locked file is waited for.
 */
import { type EventStore, headOf, NO_STREAM, StoreFault } from '@redress/core';
import { numbered } from '../../../.config/numbered.ts';
import { openSqlite } from '../src/index.ts';

export interface Report {
  /** Streams of its own that were acknowledged. */
  readonly own: readonly string[];
  /** Facts in the stream of all that were acknowledged as its own. */
  readonly shared: number;
  readonly conflicts: number;
  /** Codes of the faults that it met. */
  readonly faults: readonly string[];
  /** The longest wait for one answer, in milliseconds. */
  readonly worst: number;
}

const [path = '', name = '', milliseconds = '0', patience = '10000'] = process.argv.slice(2);
const own: string[] = [];
const faults: string[] = [];
let [shared, conflicts, worst] = [0, 0, 0];

async function ownAppend(store: EventStore, count: number): Promise<void> {
  const stream = `${name}-${count}`;
  await store.append(stream, NO_STREAM, [numbered(stream, 0), numbered(stream, 1)]);
  own.push(stream);
}

async function sharedAppend(store: EventStore, count: number): Promise<void> {
  const records = [];
  for await (const recorded of store.read('all')) records.push(recorded);
  const given = await store.append('all', headOf(records.at(-1)), [numbered(`${name}-shared-${count}`, 0)]);
  if (given.outcome === 'conflict') conflicts += 1;
  else shared += 1;
}

async function timed(append: Promise<void>): Promise<void> {
  const start = performance.now();
  try {
    await append;
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    faults.push(error.code);
  }
  worst = Math.max(worst, performance.now() - start);
}

const store = await openSqlite(path, { busyTimeoutMs: Number(patience) });
const end = performance.now() + Number(milliseconds);
for (let count = 0; performance.now() < end; count += 1) {
  await timed(ownAppend(store, count));
  if (count % 8 === 0) await timed(sharedAppend(store, count));
}
await store.close();
const report: Report = { own, shared, conflicts, faults, worst };
console.log(JSON.stringify(report));
