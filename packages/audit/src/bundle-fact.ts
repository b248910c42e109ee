/** That something was handed out is a fact of the log, written before the first byte leaves it. */
import { randomUUID } from 'node:crypto';
import {
  type EventStore,
  EXPORTS_STREAM,
  type FactToWrite,
  factId,
  type Head,
  type Json,
  LOG_STREAM,
  NO_STREAM,
  StoreFault,
} from '@redress/core';

/** Throws `StoreFault` `log-moved` where the log takes no fact any more: what cannot be recorded is not handed out. */
export async function checkNotMoved(store: EventStore): Promise<void> {
  for await (const { record } of store.read(LOG_STREAM)) throw moved(String(record.data.to));
}

const moved = (to: string): StoreFault =>
  new StoreFault(
    'log-moved',
    `This log has moved to ${to}, and an export cannot be recorded here any more. Nothing was written. Export there: the facts, and the notes over them, are the same.`,
  );

/** Appends `LogExported` with this data, before or after others who export at the same time. Throws `StoreFault`. */
export async function recordExport(store: EventStore, data: { readonly [key: string]: Json }): Promise<void> {
  const fact: FactToWrite = {
    id: factId(store.log, `export/${randomUUID()}`, 0, 1),
    type: 'LogExported',
    schema: 1,
    meta: {},
    data,
    sealed: [],
  };
  // Where others exported before, the first answer is a conflict, and tells where they stand.
  for (let head: Head | null = NO_STREAM; head; ) head = await headInstead(store, head, fact);
}

/** Null once the fact is written. */
async function headInstead(store: EventStore, head: Head, fact: FactToWrite): Promise<Head | null> {
  try {
    const outcome = await store.append(EXPORTS_STREAM, head, [fact]);
    return outcome.outcome === 'conflict' ? outcome.head : null;
  } catch (error) {
    if (error instanceof StoreFault && error.code === 'log-moved') await checkNotMoved(store);
    throw error;
  }
}
