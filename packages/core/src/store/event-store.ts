/**
 * The store port: append, read, readLog, subscribe. It does not know what a case is.
 *
 * Outcomes are returned, faults are thrown. A stream's version is a plain count of its facts; 0 means that the stream does
 * not exist. A position is opaque text that only sorts.
 */

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A fact as the engine hands it to a store: everything but its place. */
export interface FactToWrite {
  /** UUIDv5 of the command's id; see `factId` in record.ts. The same command gives the same ids. */
  readonly id: string;
  /** The fact's name, past tense. */
  readonly type: string;
  /** Version of the fact's schema, a whole number from 1. */
  readonly schema: number;
  /** Flat text → text. */
  readonly meta: Readonly<Record<string, string>>;
  readonly data: { readonly [key: string]: Json };
  /** Commitments to values that lie in the vault, base64url, sorted, none twice. */
  readonly sealed: readonly string[];
}

/** A fact as it lies in the log: the members of the record, in the words of its canonical JSON. */
export interface FactRecord extends FactToWrite {
  readonly v: 1;
  readonly log: string;
  readonly stream: string;
  /** Place in the stream: 1, 2, 3 … */
  readonly version: number;
  /** `YYYY-MM-DDTHH:mm:ss.sssZ`, the writer's clock, never earlier than the record before. */
  readonly recordedAt: string;
  /** base64url of the leaf hash of the record before in this stream; null at version 1. */
  readonly prev: string | null;
}

/** A record read back. */
export interface Recorded {
  /** Opaque text that sorts in log order; '' where the fact was not read from the log. */
  readonly position: string;
  /** The canonical JSON exactly as it was written; hashes are taken over its UTF-8 bytes. */
  readonly text: string;
  readonly record: FactRecord;
}

/** Where a reader stood in a stream. Version 0 means no stream. */
export interface Head {
  readonly version: number;
  /** Leaf hash of the last record; null at version 0. */
  readonly leaf: Uint8Array | null;
  /** `recordedAt` of the last record; '' at version 0. */
  readonly at: string;
}

export const NO_STREAM: Head = { version: 0, leaf: null, at: '' };

/** The facts were written, all of them. */
export interface Appended {
  readonly outcome: 'appended';
  readonly head: Head;
  readonly records: readonly Recorded[];
}

/** The same facts had been written before: `records` are those, as they were recorded then. Nothing was written now. */
export interface Repeated {
  readonly outcome: 'repeated';
  readonly records: readonly Recorded[];
}

/**
 * The stream does not end at the head: `missed` are exactly the records of later versions, in order, none where the log was cut or
 * another one was put in its place. Nothing was written.
 */
export interface Conflict {
  readonly outcome: 'conflict';
  readonly head: Head;
  readonly missed: readonly Recorded[];
}

/** Versions, both ends included. */
export interface Range {
  readonly from?: number;
  readonly to?: number;
}

export type LogMessage =
  | { readonly kind: 'batch'; readonly records: readonly Recorded[]; readonly position: string }
  | { readonly kind: 'caught-up'; readonly position: string };

export interface EventStore {
  /** UUID of the log. Known once the store is open. */
  readonly log: string;
  /** The records of one stream in version order. An unknown stream is empty, not missing. */
  read(stream: string, range?: Range): AsyncIterable<Recorded>;
  /**
   * Writes all facts after `head`, or none: where the stream ends at another version, or its last record has another leaf, it is a
   * conflict. In a log that has moved (`moved.ts`) it is the fault `log-moved`. */
  append(stream: string, head: Head, facts: readonly [FactToWrite, ...FactToWrite[]]): Promise<Appended | Repeated | Conflict>;
  /** At most `limit` records after the position, in log order. '' is the beginning. */
  readLog(after: string, limit: number): AsyncIterable<Recorded>;
  /** History, then live: pull-based; `caught-up` once each time the end is reached. Ends when the signal aborts. */
  subscribe(after: string, signal: AbortSignal): AsyncIterable<LogMessage>;
  /** Puts existing records, byte for byte and in log order, into an empty log. All or none. */
  ingest(records: AsyncIterable<Recorded> | Iterable<Recorded>): Promise<void>;
  /** Waits for the append under way. Every later call is the fault `closed`. */
  close(): Promise<void>;
}

export type StoreFaultCode =
  | 'busy'
  | 'unavailable'
  | 'timeout'
  | 'full'
  | 'read-only'
  | 'not-a-database'
  | 'too-large'
  | 'not-storable'
  | 'id-elsewhere'
  | 'log-moved'
  | 'history-damaged'
  | 'unsafe-settings'
  | 'wrong-schema'
  | 'driver-missing'
  | 'closed';

/** A broken or unsuitable store. `says` tells what was not done and what to do next. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;
  /** Whether sending the same command id again may help. */
  readonly retryable: boolean;
  /** Whether the append certainly left nothing, or may have been done. */
  readonly written: 'nothing-written' | 'unknown';
  readonly says: string;

  constructor(
    code: StoreFaultCode,
    says: string,
    options: { retryable?: boolean; written?: 'nothing-written' | 'unknown'; cause?: unknown } = {},
  ) {
    super(`${code}: ${says}`, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'StoreFault';
    this.code = code;
    this.says = says;
    this.retryable = options.retryable ?? false;
    this.written = options.written ?? 'nothing-written';
  }
}
