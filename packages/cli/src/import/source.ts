/** A file of records, read as a stream: gzip is recognised by its first bytes, text is UTF-8 or an error. */
import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readXes, XesError, type XesEvent, type XesTrace } from '@redress/audit';
import { type CsvError, parse } from 'csv-parse';
import { BrokenInput, UsageError } from '../faults.ts';
import type { CsvRow, RowRejected } from './import-map.ts';

export interface Source {
  readonly file: string;
  /** Bytes of the file, as it lies there. */
  readonly size: number;
  /** Bytes of the file read so far. */
  readonly taken: () => number;
  readonly text: AsyncIterable<string>;
  /** What stays undone where the file breaks off, and what to do. */
  readonly broken: string;
}

/** What is told of a file that cannot be read. */
interface Undone {
  readonly missing: string;
  readonly broken: string;
}

const again = 'Nothing after that place was taken in. Put it right and import the file again: nothing is doubled.';
const importing: Undone = { missing: 'Nothing was imported.', broken: again };
export const analysing: Undone = {
  missing: 'Nothing was analysed.',
  broken: 'Nothing was analysed. Get the file again, or put it right.',
};

/** A record longer than this is no row: a quote was opened and never closed. In bytes. */
const LONGEST_ROW = 1024 * 1024;

/** @throws UsageError where there is no such file. */
export function sourceAt(file: string, { missing, broken }: Undone = importing): Source {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError('no-such-file', `There is no file ${file}. ${missing}`);
  if (!found.isFile()) throw new UsageError('no-such-file', `${file} is not a file. ${missing}`);
  let taken = 0;
  const bytes = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(file)) {
      taken += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  };
  return { file, size: found.size, taken: () => taken, text: textOf(unpacked(bytes()), file, broken), broken };
}

async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = bytes[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const whole = (async function* () {
    if (head.length > 0) yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  })();
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(whole);
  else yield* whole;
}

async function* gunzipped(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const packed = Readable.from(bytes);
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error));
  for await (const chunk of packed.pipe(gunzip)) yield chunk as Buffer;
}

async function* textOf(bytes: AsyncIterable<Buffer>, file: string, broken: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    const why =
      cause instanceof TypeError ? 'is not UTF-8 text' : `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new BrokenInput(`${file} ${why}. ${broken}`, { cause });
  }
}

/** Rows under the headings of the first line. A row with more or fewer cells than headings is rejected; broken quoting ends the reading. */
export async function* csvRows(source: Source, reject: (row: RowRejected) => void): AsyncGenerator<CsvRow> {
  let broken: CsvError | undefined;
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    // Skipping keeps the rows before the fault, which a thrown error would drop; what follows it cannot be trusted and is not read.
    skip_records_with_error: true,
    on_skip: (error) => {
      broken ??= error;
      return undefined;
    },
  });
  const text = Readable.from(source.text);
  text.on('error', (error) => parser.destroy(error));
  let headings: readonly string[] | undefined;
  for await (const { record, info } of text.pipe(parser) as AsyncIterable<{ record: readonly string[]; info: { lines: number } }>) {
    if (broken && info.lines >= placeOf(broken)) break;
    if (headings) yield* rowUnder(headings, record, info.lines, reject);
    else headings = headingsOf(record, source.file);
  }
  if (broken) throw new BrokenInput(`${source.file}, line ${placeOf(broken)}: ${broken.message}. ${again}`, { cause: broken });
}

const placeOf = (error: CsvError): number => Number(Reflect.get(error, 'lines') ?? 0);

function headingsOf(record: readonly string[], file: string): readonly string[] {
  const twice = record.find((heading, index) => record.indexOf(heading) !== index);
  if (twice !== undefined)
    throw new BrokenInput(`${file}, line 1: the heading ${JSON.stringify(twice)} stands there twice. Nothing was imported.`);
  return record;
}

function* rowUnder(
  headings: readonly string[],
  record: readonly string[],
  line: number,
  reject: (row: RowRejected) => void,
): Generator<CsvRow> {
  if (record.length === headings.length) {
    yield { line, cells: Object.fromEntries(headings.map((heading, index) => [heading, record[index] ?? ''])) };
    return;
  }
  reject({ row: `line ${line}`, reason: `has ${record.length} cells under ${headings.length} headings` });
}

/** `onLooseEvent` is called for each event that is of no case. */
export async function* xesTraces(source: Source, onLooseEvent: (event: XesEvent) => void): AsyncGenerator<XesTrace> {
  try {
    yield* readXes(source.text, { onLooseEvent });
  } catch (cause) {
    if (!(cause instanceof XesError)) throw cause;
    throw new BrokenInput(`${source.file}, line ${cause.line}, column ${cause.column}: ${cause.says}. ${source.broken}`, { cause });
  }
}
