/** One file into one store: what `redress import` does, for hosts and tests as well. */
import { statSync } from 'node:fs';
import { inspect } from 'node:util';
import { complaint, createEngine, type EventStore } from '@redress/core';
import { z } from 'zod';
import { BrokenInput, UsageError } from '../faults.ts';
import { asRecorded, type CaseToTake, type ImportMap, type RowRejected } from './import-map.ts';
import { csvRows, type Source, sourceAt, xesTraces } from './source.ts';
import { type TakeInOptions, type TakenIn, takeIn } from './take-in.ts';

export interface Imported extends TakenIn {
  /** Rows (CSV) or traces (XES) read. */
  readonly rows: number;
  readonly seconds: number;
}

export interface ImportOptions extends Pick<TakeInOptions, 'stop' | 'language' | 'sideBySide' | 'onRejected' | 'onAcknowledged'> {
  readonly store: EventStore;
  readonly map: ImportMap;
  readonly file: string;
  /** Called after each row with rows read so far, bytes of the file read so far and in all. */
  readonly onRow?: (rows: number, taken: number, size: number) => void;
  /** The present instant for the engine. Default: the machine's clock. */
  readonly now?: () => string;
}

/** @throws UsageError (no such file), BrokenInput (not in its format), StoreFault. */
export async function importFile(options: ImportOptions): Promise<Imported> {
  const { store, map, file, now, onRow, ...rest } = options;
  const { law, organisation, authority = asRecorded, caseTypes = [complaint] } = map;
  const engine = createEngine({ store, law, organisation, authority, caseTypes, ...(now ? { now } : {}) });
  const source = sourceAt(file);
  const unread: RowRejected[] = [];
  let rows = 0;
  const each = (): void => {
    rows += 1;
    onRow?.(rows, source.taken(), source.size);
  };
  const started = performance.now();
  const reject = (row: RowRejected): void => {
    each();
    unread.push(row);
    rest.onRejected?.(row);
  };
  const taken = await takeIn(
    guarded(map.name, () => casesOf(map, source, each, reject)),
    { ...rest, engine, map: map.name },
  );
  return { ...taken, rejected: [...unread, ...taken.rejected], rows, seconds: Math.round(performance.now() - started) / 1000 };
}

const OF_NO_CASE = 'is an event that stands in no trace, so it is of no case';

function casesOf(
  map: ImportMap,
  source: Source,
  each: () => void,
  reject: (row: RowRejected) => void,
): AsyncIterable<CaseToTake | RowRejected> {
  switch (map.format) {
    case 'csv':
      return map.cases(counted(csvRows(source, reject), each));
    case 'xes':
      return map.cases(
        counted(
          xesTraces(source, ({ line }) => reject({ row: `line ${line}`, reason: OF_NO_CASE })),
          each,
        ),
      );
  }
}

/** What a map has to give, as far as the import itself goes by it; the engine reads the rest of a step, and may refuse it. */
const shapeOfGiven = z.union([
  z.object({ row: z.string(), reason: z.string() }),
  z.object({
    key: z.string().min(1),
    steps: z.array(z.looseObject({ id: z.string().min(1).max(120), row: z.string() })),
  }),
]);

/** What a map throws is a fault of the map; what its source threw through it stays what it was. */
async function* guarded(map: string, cases: () => AsyncIterable<CaseToTake | RowRejected>): AsyncGenerator<CaseToTake | RowRejected> {
  try {
    for await (const given of cases()) {
      const shape = shapeOfGiven.safeParse(given);
      if (!shape.success) throw new Error(`it gave ${inspect(given, { depth: 1 })}: ${z.prettifyError(shape.error)}`);
      yield given;
    }
  } catch (cause) {
    if (cause instanceof BrokenInput || cause instanceof UsageError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const says = `The map ${map} failed: ${why}. Nothing after that place was taken in. Put it right and import again: nothing is doubled.`;
    throw new BrokenInput(says, { cause }, 'bad-map');
  }
}

async function* counted<Row>(rows: AsyncIterable<Row>, each: () => void): AsyncGenerator<Row> {
  for await (const row of rows) {
    each();
    yield row;
  }
}

/** Bytes of a database file and of what lies beside it until it is folded in. */
export const bytesOf = (file: string): number =>
  ['', '-wal', '-shm'].reduce((sum, suffix) => sum + (statSync(file + suffix, { throwIfNoEntry: false })?.size ?? 0), 0);
