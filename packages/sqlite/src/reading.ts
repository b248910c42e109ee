/**
 * Reading, lazily and in chunks: no cursor stays open between two records, so leaving a loop early holds nothing, and one may write
 * while reading. The iterator is written by hand because a generator's turn costs as much as parsing a short record.
 */
import { checkRecord, positionOf, type Recorded, readRecord, StoreFault } from '@redress/core';
import type { Driver, Row, Value } from './driver.ts';

/** Rows fetched at a time: enough to hide the cost of a query, few enough to keep memory flat with records of 256 KiB. */
export const CHUNK = 256;

const BY_STREAM = 'SELECT version, record FROM fact WHERE stream = ? AND version >= ? AND version <= ? ORDER BY version';
const BY_POSITION = 'SELECT position, record, stream, version FROM fact WHERE position >= ? ORDER BY position';

/** Whole chunks have their limit in the text: as a parameter it costs more than the rows of a short stream. */
function limited(driver: Driver, select: string): (most: number, ...values: readonly Value[]) => readonly Row[] {
  const whole = driver.prepare(`${select} LIMIT ${CHUNK}`);
  const part = driver.prepare(`${select} LIMIT ?`);
  return (most, ...values) => (most === CHUNK ? whole.all(...values) : part.all(...values, most));
}

/** Rows whose first column counts up by one; each becomes a record at the count it has to have. */
export interface Rows {
  fetch(from: number, most: number): readonly Row[];
  read(row: Row, count: number): Recorded;
}

export interface Reader {
  /** The records of a stream between two versions, both included. */
  stream(stream: string, from: number, to: number): Recorded[];
  rowsOfStream(stream: string, to: number): Rows;
  /** At most so many records of the log, from the one with so many before it. */
  log(from: number, most: number): Recorded[];
  readonly rowsOfLog: Rows;
}

function textOf(row: Row, count: number, stream: string | null): string {
  const found = row[0];
  const text = row[1];
  if (found === count && typeof text === 'string') return text;
  const what = stream === null ? 'Position' : `Stream ${JSON.stringify(stream)}, version`;
  throw new StoreFault('history-damaged', `${what} ${count} is missing; ${found} follows. Nothing was changed. Restore a backup.`);
}

export function reader(driver: Driver): Reader {
  const byStream = limited(driver, BY_STREAM);
  const byPosition = limited(driver, BY_POSITION);

  const rowsOfStream = (stream: string, to: number): Rows => ({
    fetch: (from, most) => byStream(most, stream, from, to),
    read(row, version) {
      const recorded = readRecord('', textOf(row, version, stream));
      checkRecord(recorded, stream, version);
      return recorded;
    },
  });

  const rowsOfLog: Rows = {
    fetch: (from, most) => byPosition(most, from),
    read(row, index) {
      const recorded = readRecord(positionOf(index), textOf(row, index, null));
      // Readers of a case find its facts by these columns, which no hash covers: they must say what the record says.
      checkRecord(recorded, String(row[2]), Number(row[3]));
      return recorded;
    },
  };

  const every = (rows: Rows, from: number, most: number): Recorded[] =>
    rows.fetch(from, most).map((row, index) => rows.read(row, from + index));

  return {
    rowsOfStream,
    rowsOfLog,
    stream: (stream, from, to) => every(rowsOfStream(stream, to), from, Math.max(0, to - from + 1)),
    log: (from, most) => every(rowsOfLog, from, most),
  };
}

/** How an iterator gets at the file: asks whether the store is open, and waits while the file is locked. */
export type Fetching = (fetch: () => readonly Row[]) => readonly Row[] | Promise<readonly Row[]>;

/**
 * Rows that are parsed one right after the other. Between two of them whoever reads may do so much that the parser has to come into the
 * processor's caches again: with 32 together the check of a log takes a thirtieth less, with more no less than that.
 */
const TOGETHER = 32;

export class LazyRecords implements AsyncIterableIterator<Recorded> {
  readonly #rows: Rows;
  readonly #fetching: Fetching;
  /** The count of the next row to be parsed. */
  #count: number;
  /** How many records may still be fetched. */
  #left: number;
  #chunk: readonly Row[] = [];
  /** How many of the chunk have been parsed. */
  #parsed = 0;
  #ready: Recorded[] = [];
  #given = 0;

  constructor(rows: Rows, from: number, most: number, fetching: Fetching) {
    this.#rows = rows;
    this.#fetching = fetching;
    this.#count = from;
    this.#left = most;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Recorded, undefined>> {
    const recorded = this.#ready[this.#given];
    if (recorded === undefined) return this.#parsed < this.#chunk.length ? this.#parse() : this.#nextChunk();
    this.#given += 1;
    return Promise.resolve({ done: false, value: recorded });
  }

  #parse(): Promise<IteratorResult<Recorded, undefined>> {
    const rows = this.#chunk.slice(this.#parsed, this.#parsed + TOGETHER);
    this.#ready = [];
    this.#given = 0;
    try {
      for (const [at, row] of rows.entries()) this.#ready.push(this.#rows.read(row, this.#count + at));
    } catch (damage) {
      // What comes before it is given first, and then it is met again.
      if (this.#ready.length === 0) return Promise.reject(damage);
    }
    this.#parsed += this.#ready.length;
    this.#count += this.#ready.length;
    return this.next();
  }

  async return(): Promise<IteratorResult<Recorded, undefined>> {
    this.#left = 0;
    this.#chunk = [];
    this.#ready = [];
    return { done: true, value: undefined };
  }

  async #nextChunk(): Promise<IteratorResult<Recorded, undefined>> {
    // Nothing of the rest waits for a disk, so without this a long reading would let nobody else of the process have a turn.
    if (this.#parsed > 0 && this.#left > 0) await new Promise((resolve) => setImmediate(resolve));
    const most = Math.min(CHUNK, this.#left);
    this.#chunk = await this.#fetching(() => (most > 0 ? this.#rows.fetch(this.#count, most) : []));
    this.#parsed = 0;
    // A chunk that is not full was the last: what is written later belongs to another read.
    this.#left = this.#chunk.length < CHUNK ? 0 : this.#left - CHUNK;
    return this.#chunk.length === 0 ? this.return() : this.next();
  }
}
