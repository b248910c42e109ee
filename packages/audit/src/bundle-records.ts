/**
 * The records of a bundle, streamed from its folder, without a store. A case that was dropped from memory is read again from the file: of
 * every line its place is kept and which line of the same case came before, twelve bytes a record outside the heap.
 */
import { lstatSync, readdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recorded } from '@redress/core';
import { EvidenceError } from './canonical.ts';
import { type RecordSource, readOf, type ToReplay } from './record-source.ts';

const FILE = 'records.ndjson';
const CHUNK = 256 * 1024;
/** No store takes a fact of more than 256 KiB; whatever is much longer is no record, and is not kept in memory to be looked at. */
const LONGEST = 1024 * 1024;
const FEED = 0x0a;

/** Told after each piece that was read: lines and bytes so far, and bytes in all. */
export type OnRead = (lines: number, bytes: number, of: number) => void;

/**
 * The records of a bundle of a case or of a log, or of a folder of such bundles. Only `records.ndjson` is opened: what proves that nothing
 * is missing, and that nothing was added, is for a verifier to look at. Damage is told as findings; throws `EvidenceError` `bad-argument`
 * where the folder is no bundle at all.
 */
export function bundleRecords(folder: string, onRead: OnRead = () => undefined): RecordSource {
  return new BundleRecords(filesIn(folder), onRead);
}

/** The records of a bundle as a store gives those of its log; of one case once they have all been gone through. */
export interface BundledCases {
  readLog(): AsyncIterable<Recorded>;
  read(id: string): AsyncIterable<Recorded>;
}

/** A line that is no record is passed over, and found by whoever verifies the bundle. Throws as `bundleRecords` does. */
export function casesInBundle(folder: string, onRead?: OnRead): BundledCases {
  const source = bundleRecords(folder, onRead);
  const marks = new Map<string, number>();
  return {
    async *readLog() {
      for await (const each of recordsIn(source.records)) {
        const { stream, version } = each.record;
        marks.set(stream, source.mark(marks.get(stream) ?? 0, version));
        yield each;
      }
    },
    async *read(id) {
      const mark = marks.get(id);
      if (mark !== undefined) yield* recordsIn(source.again(id, mark) ?? []);
    },
  };
}

async function* recordsIn(lines: RecordSource['records']): AsyncGenerator<Recorded> {
  for await (const each of lines) {
    const { record } = readOf(each);
    if (record) yield { position: '', text: each.text, record };
  }
}

interface BundleFile {
  readonly path: string;
  /** As findings name it, from the folder that was given. */
  readonly name: string;
  readonly size: number;
  /** Why it is not opened: a link or a pipe is neither followed nor waited for. */
  readonly unreadable: string | null;
}

function filesIn(folder: string): readonly BundleFile[] {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) throw noBundle(`${folder} is ${found ? 'no folder' : 'not there'}`);
  if (lstatSync(join(folder, FILE), { throwIfNoEntry: false })) return [fileAt(folder, FILE)];
  const entries = readdirSync(folder, { withFileTypes: true });
  const inside = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(name, FILE));
  if (inside.length === 0) throw noBundle(`${folder} holds no ${FILE}, nor folders that might hold one`);
  return inside.sort().map((name) => fileAt(folder, name));
}

const noBundle = (what: string): EvidenceError => new EvidenceError('bad-argument', `${what}: it is no bundle, and nothing was read`);

function fileAt(folder: string, name: string): BundleFile {
  const path = join(folder, name);
  const found = lstatSync(path, { throwIfNoEntry: false });
  const unreadable = found === undefined ? 'it is not there' : found.isFile() ? null : 'it is no plain file';
  return { path, name, size: unreadable === null ? (found?.size ?? 0) : 0, unreadable };
}

class BundleRecords implements RecordSource {
  readonly #files: readonly BundleFile[];
  readonly #onRead: OnRead;
  readonly #size: number;
  readonly #lines = new LineIndex();
  #taken = 0;

  constructor(files: readonly BundleFile[], onRead: OnRead) {
    this.#files = files;
    this.#onRead = onRead;
    this.#size = files.reduce((sum, { size }) => sum + size, 0);
  }

  get records(): AsyncIterable<ToReplay> {
    return this.#read();
  }

  mark(before: number): number {
    return this.#lines.link(before);
  }

  async *again(_: string, mark: number): AsyncGenerator<ToReplay> {
    const handles = new Map<number, FileHandle>();
    try {
      for (const { file, offset } of this.#lines.through(mark)) {
        const handle = handles.get(file) ?? (await open(this.#files[file]?.path ?? '', 'r'));
        handles.set(file, handle);
        const { bytes, broken } = await lineAt(handle, offset);
        yield textOf(bytes, broken);
      }
    } finally {
      for (const handle of handles.values()) await handle.close();
    }
  }

  async *#read(): AsyncGenerator<ToReplay> {
    for (const [at, { path, name, unreadable }] of this.#files.entries()) {
      if (unreadable !== null) {
        yield { text: '', file: name, unreadable };
        continue;
      }
      try {
        yield* this.#linesOf(at, path, name);
      } catch (cause) {
        // What the file system says of a file is a finding about that file; anything else is a fault of the program.
        if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
        yield { text: '', file: name, unreadable: cause.message };
      }
    }
  }

  async *#linesOf(at: number, path: string, name: string): AsyncGenerator<ToReplay> {
    const handle = await open(path, 'r');
    let line = 0;
    try {
      for await (const { offset, bytes, broken } of linesIn(handle, (read) => this.#progress(read))) {
        line += 1;
        this.#lines.add(at, offset);
        yield { ...textOf(bytes, broken), file: name, line };
      }
    } finally {
      await handle.close();
    }
  }

  #progress(bytes: number): void {
    this.#taken += bytes;
    this.#onRead(this.#lines.size, this.#taken, this.#size);
  }
}

interface Line {
  readonly offset: number;
  /** Without its line feed. */
  readonly bytes: Buffer;
  readonly broken?: string;
}

async function* linesIn(handle: FileHandle, read: (bytes: number) => void): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  /** Where `rest` begins in the file. */
  let start = 0;
  let tooLong: number | null = null;
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, CHUNK, null);
    if (bytesRead === 0) break;
    read(bytesRead);
    const piece = rest.length === 0 ? Buffer.from(chunk.subarray(0, bytesRead)) : Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    let from = 0;
    for (let end = piece.indexOf(FEED, from); end >= 0; end = piece.indexOf(FEED, from)) {
      if (tooLong === null && end - from > LONGEST) tooLong = start + from;
      yield tooLong === null ? { offset: start + from, bytes: piece.subarray(from, end) } : overlong(tooLong);
      tooLong = null;
      from = end + 1;
    }
    rest = piece.subarray(from);
    start += from;
    if (rest.length > LONGEST) {
      tooLong ??= start;
      start += rest.length;
      rest = Buffer.alloc(0);
    }
  }
  if (tooLong !== null) yield overlong(tooLong);
  else if (rest.length > 0) yield endless(start, rest);
}

const endless = (offset: number, bytes: Buffer): Line => ({
  offset,
  bytes,
  broken: 'the file ends within the line, without a line feed',
});

const overlong = (offset: number): Line => ({ offset, bytes: Buffer.alloc(0), broken: `it is longer than ${LONGEST} bytes` });

/** The line that begins at a place, read once more: what was broken the first time is so again. */
async function lineAt(handle: FileHandle, offset: number): Promise<Line> {
  const pieces: Buffer[] = [];
  for (let length = 0; length <= LONGEST; ) {
    const piece = Buffer.allocUnsafe(4096);
    const { bytesRead } = await handle.read(piece, 0, piece.length, offset + length);
    const end = piece.subarray(0, bytesRead).indexOf(FEED);
    const part = piece.subarray(0, end < 0 ? bytesRead : end);
    pieces.push(part);
    length += part.length;
    if (end < 0 && bytesRead > 0) continue;
    if (length > LONGEST) break;
    const bytes = Buffer.concat(pieces);
    return end < 0 ? endless(offset, bytes) : { offset, bytes };
  }
  return overlong(offset);
}

/** Whether nothing was replaced when the bytes were read as text: only where U+FFFD stands, the bytes are looked at again. */
const isUtf8 = (text: string, bytes: Buffer): boolean => !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes);

function textOf(bytes: Buffer, broken?: string): Pick<ToReplay, 'text' | 'broken'> {
  const text = bytes.toString('utf8');
  const bad = broken ?? (isUtf8(text, bytes) ? undefined : 'it is not UTF-8');
  return bad === undefined ? { text } : { text, broken: bad };
}

const SHELF = 65_536;

/** Where each line lies, and which line of the same case came before it. Lines are numbered from 1 through all files. */
class LineIndex {
  readonly #offsets: Float64Array[] = [];
  readonly #before: Uint32Array[] = [];
  /** The number of the last line before each file. */
  readonly #files: number[] = [];
  #count = 0;

  get size(): number {
    return this.#count;
  }

  add(file: number, offset: number): void {
    while (this.#files.length <= file) this.#files.push(this.#count);
    if (this.#count % SHELF === 0) {
      this.#offsets.push(new Float64Array(SHELF));
      this.#before.push(new Uint32Array(SHELF));
    }
    const shelf = this.#offsets[this.#offsets.length - 1];
    if (shelf) shelf[this.#count % SHELF] = offset;
    this.#count += 1;
  }

  /** Says of the last line which one of its case came before; 0 for none. */
  link(before: number): number {
    const shelf = this.#before[this.#before.length - 1];
    if (shelf) shelf[(this.#count - 1) % SHELF] = before;
    return this.#count;
  }

  /** The places of a case's lines up to one of them, in their order. */
  through(line: number): readonly { readonly file: number; readonly offset: number }[] {
    const places: { file: number; offset: number }[] = [];
    for (let at = line; at > 0; at = this.#before[Math.floor((at - 1) / SHELF)]?.[(at - 1) % SHELF] ?? 0) {
      const offset = this.#offsets[Math.floor((at - 1) / SHELF)]?.[(at - 1) % SHELF] ?? 0;
      places.push({ file: this.#files.findLastIndex((last) => last < at), offset });
    }
    return places.reverse();
  }
}
