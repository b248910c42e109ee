/**
 * Where every stream ends, in one file sorted as the heads tree is, so that its root comes from reading it once. What changed is merged
 * into a new file; neither a million streams nor ten fill the memory.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs';
import { equalBytes, sha256 } from './merkle.ts';
import { FolderDamaged, SealError } from './seal-error.ts';
import { HashTree } from './tree.ts';

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
  /** Root of the tree over the heads: 32 bytes. */
  readonly root: Uint8Array;
  readonly streams: number;
  /** SHA-256 of the file, in hex. */
  readonly check: string;
}

/** The digest of the stream, the version (8 bytes) and the leaf hash of its last fact. */
const ROW = 72;
const ROWS = 4096;

/** Gives others a turn, now and then: a host may seal in the process that serves its users. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The rows of a file, checked at its end; none where there is no file. */
async function* rowsOf(path: string | null, check: string): AsyncGenerator<Buffer> {
  if (path === null) return;
  if (!existsSync(path)) throw new FolderDamaged();
  const file = openSync(path, 'r');
  const hashed = createHash('sha256');
  try {
    for (;;) {
      const bytes = Buffer.alloc(ROW * ROWS);
      const read = readSync(file, bytes);
      hashed.update(bytes.subarray(0, read));
      if (read % ROW !== 0) throw new FolderDamaged();
      for (let at = 0; at < read; at += ROW) yield bytes.subarray(at, at + ROW);
      if (read < bytes.length) break;
      await turn();
    }
  } finally {
    closeSync(file);
  }
  if (hashed.digest('hex') !== check) throw new FolderDamaged();
}

/** Writes rows in their order, and counts, hashes and makes the tree meanwhile. */
class RowsOut {
  readonly #file: number;
  readonly #hash = createHash('sha256');
  readonly #bytes = Buffer.alloc(ROW * ROWS);
  readonly #tree = new HashTree({ read: () => null, write: () => undefined });
  #used = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  put(row: Uint8Array): void {
    this.#bytes.set(row, this.#used);
    const at = this.#bytes.subarray(this.#used, this.#used + ROW);
    this.#used += ROW;
    const h = at.toString('base64url', 40, 72);
    // The canonical text of a head, with the mark of a leaf before it.
    this.#tree.append(sha256(`\u0000{"h":"${h}","n":${at.readBigUInt64BE(32)},"s":"${at.toString('hex', 0, 32)}"}`));
    if (this.#used === this.#bytes.length) this.#write();
  }

  #write(): void {
    const bytes = this.#bytes.subarray(0, this.#used);
    this.#hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#used = 0;
  }

  end(): HeadsFile {
    this.#write();
    return { root: this.#tree.root(), streams: Number(this.#tree.size), check: this.#hash.digest('hex') };
  }

  close(): void {
    closeSync(this.#file);
  }
}

interface Change extends Grown {
  readonly stream: string;
  readonly digest: Uint8Array;
}

function rowOf({ digest, end, leaf }: Change): Uint8Array {
  const row = Buffer.alloc(ROW);
  row.set(digest);
  row.writeBigUInt64BE(BigInt(end), 32);
  row.set(leaf, 40);
  return row;
}

/** Whether the first new fact follows the stream's end as it was; `row` is null where there was no stream. */
function follows({ version, prev }: Change, row: Buffer | null): boolean {
  if (row === null) return version === 1 && prev === null;
  return BigInt(version) === row.readBigUInt64BE(32) + 1n && prev === row.toString('base64url', 40, 72);
}

/** Of a fact that does not follow the one before it. */
export const contradiction = (stream: string, version: number): SealError =>
  new SealError(
    'log-contradicts',
    `Version ${version} of the stream ${JSON.stringify(stream)} does not follow the fact before it: a record was changed, removed or ` +
      'written twice. Nothing was signed. Compare the log with a bundle or a backup.',
  );

/**
 * Merges what has grown into the rows of `from` (null: there are none yet) and writes `to`. Throws `FolderDamaged` where `from` is not
 * the file of this check, and SealError `log-contradicts` where a new fact does not follow its stream's end.
 */
export async function mergeHeads(from: { readonly path: string; readonly check: string } | null, to: string, grown: Map<string, Grown>) {
  const changes: Change[] = [];
  for (const [stream, each] of grown) changes.push({ ...each, stream, digest: sha256(stream) });
  changes.sort((a, b) => Buffer.compare(a.digest, b.digest));
  const out = new RowsOut(to);
  try {
    let next = 0;
    const put = (change: Change, row: Buffer | null): void => {
      if (!follows(change, row)) throw contradiction(change.stream, change.version);
      out.put(rowOf(change));
      next += 1;
    };
    for await (const row of rowsOf(from?.path ?? null, from?.check ?? '')) {
      const digest = row.subarray(0, 32);
      for (let change = changes[next]; change && Buffer.compare(change.digest, digest) < 0; change = changes[next]) put(change, null);
      const change = changes[next];
      if (change && equalBytes(change.digest, digest)) put(change, row);
      else out.put(row);
    }
    for (const change of changes.slice(next)) {
      put(change, null);
      if (next % ROWS === 0) await turn();
    }
    return out.end();
  } finally {
    out.close();
  }
}
