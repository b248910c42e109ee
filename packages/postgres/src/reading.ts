/**
 * Reading, lazily and in chunks: no cursor and no connection is held between two chunks, so leaving a loop early holds nothing, and
 * one may write while reading. The iterator is written by hand because a generator's turn costs as much as parsing a short record.
 */
import { checkRecord, positionOf, type Recorded, readRecord, StoreFault } from '@redress/core';
import type { Command, Row } from './driver.ts';

/** Rows fetched at a time: enough to hide the cost of a trip, few enough to keep memory flat with records of 256 KiB. */
export const CHUNK = 256;

/** Runs a statement that only reads: waits while others are in the way, and tries again where a connection was lost. */
export type Ask = (command: Command) => Promise<readonly Row[]>;

/** Rows whose first column counts up by one; each becomes a record at the count it has to have. */
export interface Rows {
  fetch(from: number, most: number): Promise<readonly Row[]>;
  read(row: Row, count: number): Recorded;
}

export interface Reader {
  /** The records of a stream from a version on. */
  stream(stream: string, from: number): Promise<Recorded[]>;
  /** The last record of a stream. */
  last(stream: string): Promise<Recorded | undefined>;
  rowsOfStream(stream: string, to: number): Rows;
  /** At most so many records of the log, from the one with so many before it. */
  log(from: number, most: number): Promise<Recorded[]>;
  readonly rowsOfLog: Rows;
}

function textOf(row: Row, count: number, stream: string | null): string {
  const [found, text] = row;
  if (Number(found) === count && typeof text === 'string') return text;
  const what = stream === null ? 'Position' : `Stream ${JSON.stringify(stream)}, version`;
  throw new StoreFault(
    'history-damaged',
    `${what} ${count} is missing; ${found ?? 'nothing'} follows. Nothing was changed. Restore a backup.`,
  );
}

/** The limit stands in the text: as a parameter the planner would take it for a tenth of the table. Whole chunks are prepared. */
const limited = (name: string, select: string, most: number): Command =>
  most === CHUNK ? { name, text: `${select} LIMIT ${CHUNK}` } : { text: `${select} LIMIT ${most}` };

export function reader(ask: Ask, schema: string): Reader {
  // The bytes are UTF-8, so as text they come over at half the length that bytea has on the wire. The server checks that they are.
  const record = "convert_from(f.record, 'UTF8')";
  const byStream = `SELECT f.version, ${record} FROM ${schema}.fact f
    WHERE f.stream = $1 AND f.version >= $2 AND f.version <= $3 ORDER BY f.version`;
  const lastOf = `SELECT f.version, ${record} FROM ${schema}.fact f WHERE f.stream = $1 ORDER BY f.version DESC LIMIT 1`;
  const byPosition = `SELECT p.position, ${record}, f.stream, f.version FROM ${schema}.place p JOIN ${schema}.fact f USING (arrival)
    WHERE p.position >= $1 ORDER BY p.position`;

  const readStream = (row: Row, version: number, stream: string): Recorded => {
    const recorded = readRecord('', textOf(row, version, stream));
    checkRecord(recorded, stream, version);
    return recorded;
  };

  const rowsOfStream = (stream: string, to: number): Rows => ({
    fetch: (from, most) => ask({ ...limited(`${schema} stream`, byStream, most), values: [stream, from, to] }),
    read: (row, version) => readStream(row, version, stream),
  });

  const rowsOfLog: Rows = {
    async fetch(from, most) {
      const rows = await ask({ ...limited(`${schema} log`, byPosition, most), values: [from] });
      // Nobody asks beyond the size of the log.
      if (rows.length < most) textOf([], from + rows.length, null);
      return rows;
    },
    read(row, index) {
      const recorded = readRecord(positionOf(index), textOf(row, index, null));
      // Readers of a case find its facts by these columns, which no hash covers: they must say what the record says.
      checkRecord(recorded, String(row[2]), Number(row[3]));
      return recorded;
    },
  };

  return {
    rowsOfStream,
    rowsOfLog,
    async stream(stream, from) {
      const records: Recorded[] = [];
      for await (const recorded of new LazyRecords(rowsOfStream(stream, Number.MAX_SAFE_INTEGER), from, Number.MAX_SAFE_INTEGER)) {
        records.push(recorded);
      }
      return records;
    },
    async last(stream) {
      const [row] = await ask({ name: `${schema} last`, text: lastOf, values: [stream] });
      return row && readStream(row, Number(row[0]), stream);
    },
    async log(from, most) {
      const rows = await rowsOfLog.fetch(from, most);
      return rows.map((row, index) => rowsOfLog.read(row, from + index));
    },
  };
}

export class LazyRecords implements AsyncIterableIterator<Recorded> {
  readonly #rows: Rows;
  /** The count of the next record. */
  #count: number;
  /** How many records may still be fetched; where that is not known yet, it is asked at the first. */
  #left: number | (() => Promise<number>);
  #chunk: readonly Row[] = [];
  #index = 0;

  constructor(rows: Rows, from: number, most: number | (() => Promise<number>)) {
    this.#rows = rows;
    this.#count = from;
    this.#left = most;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Recorded, undefined>> {
    const row = this.#chunk[this.#index];
    if (row === undefined) return this.#nextChunk();
    this.#index += 1;
    try {
      return Promise.resolve({ done: false, value: this.#rows.read(row, this.#count++) });
    } catch (damage) {
      return Promise.reject(damage);
    }
  }

  async return(): Promise<IteratorResult<Recorded, undefined>> {
    this.#left = 0;
    this.#chunk = [];
    return { done: true, value: undefined };
  }

  async #nextChunk(): Promise<IteratorResult<Recorded, undefined>> {
    const left = typeof this.#left === 'number' ? this.#left : await this.#left();
    const most = Math.min(CHUNK, left);
    this.#chunk = most > 0 ? await this.#rows.fetch(this.#count, most) : [];
    this.#index = 0;
    // A chunk that is not full was the last: what is written later belongs to another read.
    this.#left = this.#chunk.length < CHUNK ? 0 : left - CHUNK;
    return this.#chunk.length === 0 ? this.return() : this.next();
  }
}
