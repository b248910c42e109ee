/** Where records come from: in their order, and those of one case once more where it is met again after it was dropped from memory. */
import type { EventStore, Recorded } from '@redress/core';
import { type ReadRecord, readStrictly } from './record.ts';

/** A record to be looked at. `record` is what the text was parsed to, if that is at hand; it is trusted only if it says the same. */
export type ToReplay = Pick<Recorded, 'text'> & {
  readonly position?: string;
  readonly record?: unknown;
  /** The file it was read from, and its line, from 1. */
  readonly file?: string;
  readonly line?: number;
  /** Why the text can be no record, where whoever read it knows. */
  readonly broken?: string;
  /** Why nothing could be read at this place: there is no text then. */
  readonly unreadable?: string;
};

/** The same at every reading: what was no record when it was met is none when it is read again. */
export const readOf = ({ text, record, broken }: ToReplay): ReadRecord =>
  broken === undefined ? readStrictly(text, record) : { record: null, fault: broken };

export interface RecordSource {
  readonly records: AsyncIterable<ToReplay> | Iterable<ToReplay>;
  /**
   * Says where the record just handed out stands: a number to ask with again. `before` is what was said of the one before it in its case,
   * 0 for the first; `version` is how many records of the case have been met.
   */
  mark(before: number, version: number): number;
  /** The records of a case up to the marked one, in their order. Null where they cannot be read again: such a source needs no dropping. */
  again(id: string, mark: number): AsyncIterable<ToReplay> | null;
}

/** Records that are handed in once. */
export const handedIn = (records: RecordSource['records']): RecordSource => ({ records, mark: () => 0, again: () => null });

/** A log in its store, which reads any case again. */
export const storedLog = (store: EventStore): RecordSource => ({
  records: store.readLog('', Number.POSITIVE_INFINITY),
  mark: (_, version) => version,
  again: (id, version) => store.read(id, { to: version }),
});

/** How many cases are held in memory where a source can read them again. */
export const OPEN_CASES = 4096;
