/**
 * Where every stream ends, in one file sorted as the heads tree is, so that its root comes from reading it once. What changed is merged
 * into a new file; neither a million streams nor ten fill the memory.
 */
import { createHash, hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs';
import { sha256 } from './merkle.ts';
import { FolderDamaged, SealError } from './seal-error.ts';

/** What a stream has become since the last merge. */
export interface Grown {
  /** Version and link of its first new fact: they say where the stream ended before. */
  readonly version: number;
  readonly prev: string | null;
  /** Of its last fact. */
  end: number;
  leaf: Uint8Array;
}

export interface HeadsFile {
  /** SHA-256 of the file, in hex. */
  readonly check: string;
  readonly streams: number;
  /** Root of the tree over the heads, 32 bytes; null where it was not asked for. */
  readonly root: Uint8Array | null;
}

/** A row: digest of the stream, version (8 bytes), leaf hash of its last fact, and the leaf of this head in the tree. */
const ROW = 104;
const VERSION = 32;
const LEAF = 40;
const HEAD = 72;
const ROWS = 4096;

/** Gives others a turn, now and then: a host may seal in the process that serves its users. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Whole rows of a file, many at a time, checked at its end; none where there is no file. */
async function* rowsOf(path: string | null, check: string): AsyncGenerator<Buffer> {
  if (path === null) return;
  if (!existsSync(path)) throw new FolderDamaged();
  const file = openSync(path, 'r');
  const hashed = createHash('sha256');
  try {
    const bytes = Buffer.alloc(ROW * ROWS);
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
      hashed.update(bytes.subarray(0, read));
      if (read % ROW !== 0) throw new FolderDamaged();
      yield bytes.subarray(0, read);
      await turn();
    }
  } finally {
    closeSync(file);
  }
  if (hashed.digest('hex') !== check) throw new FolderDamaged();
}

/** The root of a tree of which nothing else is asked: a node waits for its right neighbour, one for each height. */
class Root {
  readonly #waiting: (Uint8Array | null)[] = [];
  readonly #node = Buffer.alloc(65, 1);

  add(leaf: Uint8Array): void {
    let node = leaf;
    let height = 0;
    for (let left = this.#waiting[height]; left; left = this.#waiting[height]) {
      this.#waiting[height] = null;
      node = this.#over(left, node);
      height += 1;
    }
    this.#waiting[height] = node;
  }

  #over(left: Uint8Array, right: Uint8Array): Uint8Array {
    this.#node.set(left, 1);
    this.#node.set(right, 33);
    return hash('sha256', this.#node, 'buffer');
  }

  /** 32 bytes. */
  end(): Uint8Array {
    const peaks = this.#waiting.filter((each) => each !== null);
    const [lowest, ...higher] = peaks;
    return lowest ? new Uint8Array(higher.reduce((right, left) => this.#over(left, right), lowest)) : sha256('');
  }
}

/** Writes rows in their order, and counts, hashes and makes the tree meanwhile. */
class RowsOut {
  readonly #file: number;
  readonly #hash = createHash('sha256');
  readonly #root: Root | null;
  #streams = 0;

  constructor(path: string, counted: boolean) {
    this.#file = openSync(path, 'w');
    this.#root = counted ? new Root() : null;
  }

  put(rows: Buffer): void {
    this.#hash.update(rows);
    for (let at = 0; at < rows.length; ) at += writeSync(this.#file, rows, at);
    this.#streams += rows.length / ROW;
    if (this.#root) for (let at = HEAD; at < rows.length; at += ROW) this.#root.add(Buffer.from(rows.subarray(at, at + 32)));
  }

  end(): HeadsFile {
    return { check: this.#hash.digest('hex'), streams: this.#streams, root: this.#root?.end() ?? null };
  }

  close(): void {
    closeSync(this.#file);
  }
}

interface Change extends Grown {
  readonly stream: string;
  readonly digest: Uint8Array;
}

function rowOf({ digest, end, leaf }: Change): Buffer {
  const row = Buffer.alloc(ROW);
  row.set(digest);
  row.writeBigUInt64BE(BigInt(end), VERSION);
  row.set(leaf, LEAF);
  const [h, s] = [row.toString('base64url', LEAF, HEAD), row.toString('hex', 0, VERSION)];
  // The canonical text of a head, with the mark of a leaf before it.
  row.set(sha256(`\u0000{"h":"${h}","n":${end},"s":"${s}"}`), HEAD);
  return row;
}

/** Whether the first new fact follows the end that the stream has in its row; `row` is null where there was no stream. */
function follows({ version, prev }: Change, row: Buffer | null): boolean {
  if (row === null) return version === 1 && prev === null;
  return BigInt(version) === row.readBigUInt64BE(VERSION) + 1n && prev === row.toString('base64url', LEAF, HEAD);
}

/** Of a fact that does not follow the one before it. */
export const contradiction = (stream: string, version: number): SealError =>
  new SealError(
    'log-contradicts',
    `Version ${version} of the stream ${JSON.stringify(stream)} does not follow the fact before it: a record was changed, removed or ` +
      'written twice. Nothing was signed. Compare the log with a bundle or a backup.',
  );

/** What has grown, in the order of the rows, from the first that is not merged yet. */
class Changes {
  readonly #sorted: readonly Change[];
  #next = 0;

  constructor(grown: ReadonlyMap<string, Grown>) {
    const changes: Change[] = [];
    for (const [stream, each] of grown) changes.push({ ...each, stream, digest: sha256(stream) });
    this.#sorted = changes.sort((a, b) => Buffer.compare(a.digest, b.digest));
  }

  get next(): Change | undefined {
    return this.#sorted[this.#next];
  }

  /** The new row of the next change, which `row` was the old one of. Throws SealError `log-contradicts`. */
  take(change: Change, row: Buffer | null): Buffer {
    if (!follows(change, row)) throw contradiction(change.stream, change.version);
    this.#next += 1;
    return rowOf(change);
  }

  /** These rows with every change that comes before their last, or at it. */
  merged(rows: Buffer): Buffer {
    const parts: Buffer[] = [];
    let from = 0;
    for (let at = 0; at < rows.length; at += ROW) {
      for (let change = this.next; change; change = this.next) {
        const order = rows.compare(change.digest, 0, VERSION, at, at + VERSION);
        if (order < 0) break;
        parts.push(rows.subarray(from, at), this.take(change, order === 0 ? rows.subarray(at, at + ROW) : null));
        from = order === 0 ? at + ROW : at;
        if (order === 0) break;
      }
    }
    parts.push(rows.subarray(from));
    return Buffer.concat(parts);
  }

  /** New rows for what is left, many at a time. */
  *rest(): Generator<Buffer> {
    while (this.next) {
      const parts: Buffer[] = [];
      for (let change = this.next; change && parts.length < ROWS; change = this.next) parts.push(this.take(change, null));
      yield Buffer.concat(parts);
    }
  }
}

/**
 * Merges what has grown into the rows of `from` (null: there are none yet) and writes `to`; the root of the tree is counted only where it
 * is asked for. Throws `FolderDamaged` where `from` is not the file of this check, and SealError `log-contradicts` where a new fact does
 * not follow its stream's end.
 */
export async function mergeHeads(
  from: { readonly path: string; readonly check: string } | null,
  to: string,
  grown: ReadonlyMap<string, Grown>,
  counted: boolean,
): Promise<HeadsFile> {
  const changes = new Changes(grown);
  const out = new RowsOut(to, counted);
  try {
    for await (const rows of rowsOf(from?.path ?? null, from?.check ?? '')) out.put(changes.next ? changes.merged(rows) : rows);
    for (const rows of changes.rest()) {
      out.put(rows);
      await turn();
    }
    return out.end();
  } finally {
    out.close();
  }
}
