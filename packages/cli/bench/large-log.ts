/** A large log on disk, its cases interleaved as they are in an office: some hundred open at a time, each moved on now and then. */
import { type EventStore, encodeRecords, type FactToWrite, factId, type Head, NO_STREAM, type Recorded } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { type Lived, livedOnce } from './lives.ts';

/** Id of the log. */
export const LARGE_LOG = '5d0f3c1e-6b1a-4a0e-9d52-0d7c5a3be001';
const OPEN_CASES = 400;
const FIRST_INSTANT = Date.UTC(2026, 0, 5, 1);
const EVERY_MS = 9_000;
const SAY_EVERY = 100_000;

interface OpenCase {
  readonly stream: string;
  readonly lived: Lived;
  /** The next command of its life. */
  at: number;
  head: Head;
}

/** Numbers that look random and are the same at every run (Park and Miller's). */
function numbers(): (below: number) => number {
  let state = 20_260_105;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** What the engine would have written, had this life been lived by the case of this name. */
function factsOf(open: OpenCase, records: readonly Recorded[]): readonly FactToWrite[] {
  const command = `${open.stream}-${open.at}`;
  return records.map(({ record: { type, schema, meta, data, sealed } }, index) => ({
    id: factId(LARGE_LOG, command, index, records.length),
    type,
    schema,
    meta: { ...meta, command },
    // No two complaints say the same.
    data: type === 'Received' ? { ...data, summary: `${data.summary} File ${open.stream}.` } : data,
    sealed,
  }));
}

function* records(lived: readonly Lived[], facts: number, say: (what: string) => void): Generator<Recorded> {
  const random = numbers();
  let cases = 0;
  const begin = (): OpenCase => {
    cases += 1;
    return { stream: `case-${String(cases).padStart(6, '0')}`, lived: lived[cases % lived.length] as Lived, at: 0, head: NO_STREAM };
  };
  const open = Array.from({ length: OPEN_CASES }, begin);
  for (let written = 0; written < facts; ) {
    const place = random(open.length);
    const chosen = open[place] as OpenCase;
    const toWrite = factsOf(chosen, chosen.lived.commands[chosen.at] ?? []);
    const at = new Date(FIRST_INSTANT + written * EVERY_MS).toISOString();
    const encoded = encodeRecords({ log: LARGE_LOG, stream: chosen.stream, head: chosen.head, facts: toWrite, at });
    yield* encoded.records;
    chosen.head = encoded.head;
    chosen.at += 1;
    if (chosen.at === chosen.lived.commands.length) open[place] = begin();
    if (Math.floor((written + toWrite.length) / SAY_EVERY) > Math.floor(written / SAY_EVERY))
      say(`  ${written + toWrite.length} facts written`);
    written += toWrite.length;
  }
}

/** Fills an empty store of the log `LARGE_LOG` with at least so many facts. A million takes some minutes. */
export async function fill(store: EventStore, facts: number, say: (what: string) => void): Promise<void> {
  await store.ingest(records(await livedOnce(), facts, say));
}

export async function writeLargeLog(path: string, facts: number, say: (what: string) => void): Promise<void> {
  const store = await openSqlite(path, { log: LARGE_LOG });
  await fill(store, facts, say);
  await store.close();
}
