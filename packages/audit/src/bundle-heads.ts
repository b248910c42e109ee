/** Where every stream ends, packed outside the heap: a log has as many streams as cases, and a million must not be a million objects. */
import { SparseTree, TILE } from './bundle-tree.ts';
import { canonicalize } from './canonical.ts';
import type { Head } from './heads.ts';
import { leafHash, sha256 } from './merkle.ts';

const HASH = 32;
/** The digest of a stream's id, then the leaf hash of its last fact. */
const ENTRY = 2 * HASH;

export interface ProvedHead {
  readonly head: Head;
  /** Its place among the heads. */
  readonly index: number;
  readonly proof: readonly Uint8Array[];
}

export const digestOf = (stream: string): string => Buffer.from(sha256(stream)).toString('hex');

/** 72 bytes a stream, and 16 to find it by, with as much again to grow. */
export class PackedHeads {
  #size = 0;
  #entries = Buffer.alloc(ENTRY * TILE);
  #versions = new Float64Array(TILE);
  /** Number of the entry, from 1, at the place its digest leads to or at the next that was free; 0 is free. */
  #places = new Uint32Array(4 * TILE);

  get size(): number {
    return this.#size;
  }

  set(stream: string, version: number, leaf: Uint8Array): void {
    const digest = sha256(stream);
    let at = this.#entryAt(this.#placeOf(digest));
    if (at < 0) {
      if (this.#size === this.#versions.length) this.#grow();
      at = this.#size++;
      this.#entries.set(digest, at * ENTRY);
      this.#places[this.#placeOf(digest)] = at + 1;
    }
    this.#entries.set(leaf, at * ENTRY + HASH);
    this.#versions[at] = version;
  }

  /** The heads as they stand now, by their place in the tree; null beyond the last. */
  sorted(): (index: number) => Head | null {
    const order = new Uint32Array(this.#size).map((_, at) => at);
    const entries = this.#entries;
    order.sort((a, b) => entries.compare(entries, b * ENTRY, b * ENTRY + HASH, a * ENTRY, a * ENTRY + HASH));
    return (index) => {
      const at = order[index];
      return at === undefined ? null : this.#head(at);
    };
  }

  #head(at: number): Head {
    const [from, middle] = [at * ENTRY, at * ENTRY + HASH];
    const h = this.#entries.toString('base64url', middle, middle + HASH);
    return { h, n: this.#versions[at] ?? 0, s: this.#entries.toString('hex', from, middle) };
  }

  #entryAt(place: number): number {
    return (this.#places[place] ?? 0) - 1;
  }

  /** Where the entry with this digest is noted, or would be. */
  #placeOf(digest: Uint8Array): number {
    const last = this.#places.length - 1;
    let place = Buffer.from(digest.buffer, digest.byteOffset, HASH).readUInt32LE() & last;
    for (;;) {
      const from = this.#entryAt(place) * ENTRY;
      if (from < 0 || this.#entries.compare(digest, 0, HASH, from, from + HASH) === 0) return place;
      place = (place + 1) & last;
    }
  }

  #grow(): void {
    const room = 2 * this.#size;
    this.#entries = Buffer.concat([this.#entries], ENTRY * room);
    const versions = new Float64Array(room);
    versions.set(this.#versions);
    this.#versions = versions;
    this.#places = new Uint32Array(4 * room);
    for (let at = 0; at < this.#size; at += 1) this.#places[this.#placeOf(this.#entries.subarray(at * ENTRY, at * ENTRY + HASH))] = at + 1;
  }
}

/** The tree over the heads as they stood when it was made. */
export class PackedHeadsTree {
  readonly size: number;
  readonly #headAt: (index: number) => Head | null;
  readonly #tree = new SparseTree();

  constructor(heads: PackedHeads) {
    this.size = heads.size;
    this.#headAt = heads.sorted();
    for (let tile = 0; tile * TILE < this.size; tile += 1) for (const leaf of this.#leavesOf(tile)) this.#tree.add(leaf);
  }

  root(): Uint8Array {
    return this.#tree.root();
  }

  has(stream: string): boolean {
    const digest = digestOf(stream);
    return this.#headAt(this.#firstFrom(digest))?.s === digest;
  }

  /** The heads of these streams, named by their digests, in the order of the tree; a stream without a head is passed over. */
  *proofsOf(digests: ReadonlySet<string>): Generator<ProvedHead> {
    let lent = -1;
    for (const digest of [...digests].sort()) {
      const index = this.#firstFrom(digest);
      const head = this.#headAt(index);
      if (head?.s !== digest) continue;
      const tile = Math.floor(index / TILE);
      if (tile !== lent) this.#tree.lend(tile, this.#leavesOf(tile));
      lent = tile;
      yield { head, index, proof: this.#tree.inclusion(index) };
    }
  }

  /** The place of the first head that does not come before this digest. */
  #firstFrom(digest: string): number {
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if ((this.#headAt(middle)?.s ?? '') < digest) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #leavesOf(tile: number): Uint8Array[] {
    const leaves: Uint8Array[] = [];
    for (let at = tile * TILE, head = this.#headAt(at); head && leaves.length < TILE; head = this.#headAt(++at))
      leaves.push(headLeaf(head));
    return leaves;
  }
}

const headLeaf = ({ h, n, s }: Head): Uint8Array => leafHash(canonicalize({ h, n, s }));
