/**
 * The tree of RFC 6962 leaf by leaf, for logs that do not fit into memory. It holds one tile a level, of 256 hashes; the others are read
 * back when a proof asks for them, and each is compared with the one above it before it is used, up to those it holds.
 */
import { badArgument, equalBytes, isHash, nodeHash, type Size, sha256, sizeOf } from './merkle.ts';
import type { HashTiles } from './tiles.ts';

/** Hashes of a tile, in levels of a tree of its own. */
const WIDTH = 256;
const HEIGHT = 8;
const BYTES = 32;
/** Tiles that were read lately: a proof of a neighbour asks for the same ones. */
const KEPT = 64;

/** A tile that is not there, is torn, or is of another tree. Make the tree again from its leaves, and nothing is lost. */
export class TileMissing extends Error {
  readonly level: number;
  readonly index: number;

  constructor(level: number, index: number) {
    super(`The tile ${index} of level ${level} is missing or damaged. Drop the tiles and make them again from the log.`);
    this.name = 'TileMissing';
    this.level = level;
    this.index = index;
  }
}

/** Up to 256 hashes and the whole nodes over them. The node `at` of height `k` covers the hashes from `at * 2^k`. */
class Tile {
  /** How many hashes there are. */
  width = 0;
  readonly #nodes: readonly Uint8Array[][] = Array.from({ length: HEIGHT + 1 }, () => []);

  push(hashed: Uint8Array): void {
    let [node, at] = [hashed, this.width];
    this.#nodes[0]?.push(node);
    this.width += 1;
    for (let height = 1; at % 2 === 1 && height <= HEIGHT; height += 1) {
      const left = this.node(height - 1, at - 1);
      node = nodeHash(left, node);
      at = (at - 1) / 2;
      this.#nodes[height]?.push(node);
    }
  }

  node(height: number, at: number): Uint8Array {
    const found = this.#nodes[height]?.[at];
    if (!found) throw new RangeError(`a tile of ${this.width} hashes has no node ${at} of height ${height}`);
    return found;
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#nodes[0] ?? []));
  }
}

/** Leaves below which lie `hashes` of a level. */
const leavesOf = (level: number, hashes: number): number => hashes * WIDTH ** level;

function tileFrom(bytes: Uint8Array | null, width: number): Tile | null {
  if (!bytes || bytes.length < width * BYTES || bytes.length % BYTES !== 0) return null;
  const tile = new Tile();
  for (let at = 0; at < width; at += 1) tile.push(new Uint8Array(bytes.subarray(at * BYTES, (at + 1) * BYTES)));
  return tile;
}

/** A tree that grows by one leaf at a time and proves whatever is asked of it, today or as of any size it has had. */
export class HashTree {
  readonly #tiles: HashTiles;
  /** The tile that is growing, for each level, lowest first. */
  readonly #edge: Tile[] = [];
  readonly #lately = new Map<string, Tile>();
  #size = 0;

  /** An empty tree. What the tiles hold of another is written over. */
  constructor(tiles: HashTiles) {
    this.#tiles = tiles;
  }

  /** The tree with these tiles, of this size and root (32 bytes). Throws `TileMissing` where they do not give that root. */
  static resume(tiles: HashTiles, size: Size, root: Uint8Array): HashTree {
    const tree = new HashTree(tiles);
    tree.#size = Number(sizeOf(size, 'size'));
    for (let level = 0; leavesOf(level, 1) <= tree.#size; level += 1) {
      const hashes = Math.floor(tree.#size / WIDTH ** level);
      const index = Math.floor(hashes / WIDTH);
      const width = hashes % WIDTH;
      const tile = width === 0 ? new Tile() : tileFrom(tiles.read(level, index), width);
      if (!tile) throw new TileMissing(level, index);
      tree.#edge.push(tile);
    }
    if (!equalBytes(tree.root(), root)) throw new TileMissing(0, Math.floor(tree.#size / WIDTH));
    return tree;
  }

  /** How many leaves there are. */
  get size(): bigint {
    return BigInt(this.#size);
  }

  /** Adds the hash of the next leaf, 32 bytes. */
  append(leaf: Uint8Array): void {
    if (!isHash(leaf)) throw badArgument('the leaf is not 32 bytes: give the leaf hash of the record');
    this.#size += 1;
    this.#push(0, leaf.slice());
  }

  #push(level: number, hashed: Uint8Array): void {
    const tile = this.#edge[level] ?? new Tile();
    this.#edge[level] = tile;
    tile.push(hashed);
    if (tile.width < WIDTH) return;
    this.#tiles.write(level, this.#size / leavesOf(level + 1, 1) - 1, tile.bytes());
    this.#edge[level] = new Tile();
    this.#push(level + 1, tile.node(HEIGHT, 0));
  }

  /** Writes the tiles that are growing, so that `resume` finds a tree of this size. */
  flush(): void {
    for (const [level, tile] of this.#edge.entries())
      if (tile.width > 0) this.#tiles.write(level, Math.floor(this.#size / leavesOf(level + 1, 1)), tile.bytes());
  }

  /** The root over the first `size` leaves, or over all of them: 32 bytes. */
  root(size: Size = this.#size): Uint8Array {
    const leaves = this.#sizeWithin(size);
    return leaves === 0 ? sha256('') : this.#over(0, leaves).slice();
  }

  /** The hash of the leaf at `index`: 32 bytes. */
  leaf(index: Size): Uint8Array {
    return this.#node(0, placeBelow(this.#size, sizeOf(index, 'index'), 'index')).slice();
  }

  /** The hashes that lead from the leaf at `index` to the root over the first `size` leaves, lowest first. */
  inclusionProof(index: Size, size: Size = this.#size): Uint8Array[] {
    const leaves = this.#sizeWithin(size);
    let at = placeBelow(leaves, sizeOf(index, 'index'), 'index');
    const proof: Uint8Array[] = [];
    for (let height = 0; 2 ** height < leaves; height += 1) {
      proof.push(...this.#nodeIn(leaves, height, partnerOf(at)));
      at = Math.floor(at / 2);
    }
    return proof;
  }

  /** The hashes that lead from the root over the first `oldSize` leaves (1 or more) to that over the first `newSize`, or all. */
  consistencyProof(oldSize: Size, newSize: Size = this.#size): Uint8Array[] {
    const leaves = this.#sizeWithin(newSize);
    let at = placeBelow(leaves, sizeOf(oldSize, 'oldSize') - 1n, 'the last leaf of oldSize');
    if (at === leaves - 1) return [];
    const proof: Uint8Array[] = [];
    // The largest whole subtree that ends the old tree is known to whoever knows the old root only if it is the old tree.
    let within = true;
    for (let height = 0; 2 ** height < leaves; height += 1) {
      if (within && at % 2 === 0) {
        if (at > 0) proof.push(...this.#nodeIn(leaves, height, at));
        within = false;
      }
      if (!within) proof.push(...this.#nodeIn(leaves, height, partnerOf(at)));
      at = Math.floor(at / 2);
    }
    return proof;
  }

  /** The node of a tree over the first `leaves`, the last of its height perhaps not whole; nothing beyond the last. */
  #nodeIn(leaves: number, height: number, at: number): Uint8Array[] {
    const from = at * 2 ** height;
    return from < leaves ? [this.#over(from, Math.min(leaves, from + 2 ** height)).slice()] : [];
  }

  /** The hash over the leaves from `from` up to `to`; `from` begins a subtree that holds them all. */
  #over(from: number, to: number): Uint8Array {
    const peaks: Uint8Array[] = [];
    for (let at = from; at < to; ) {
      const height = heightOf(to - at);
      peaks.push(this.#node(height, at / 2 ** height));
      at += 2 ** height;
    }
    return peaks.reduceRight((right, left) => nodeHash(left, right));
  }

  /** A whole node: `at`, from 0, of those of its height. */
  #node(height: number, at: number): Uint8Array {
    const level = Math.floor(height / HEIGHT);
    const perTile = 2 ** (HEIGHT - (height % HEIGHT));
    return this.#tile(level, Math.floor(at / perTile)).node(height % HEIGHT, at % perTile);
  }

  /** The tile that is growing, or a whole one, which has to give the hash that the tile above it holds. */
  #tile(level: number, index: number): Tile {
    const growing = this.#edge[level];
    if (growing && index === Math.floor(this.#size / leavesOf(level + 1, 1))) return growing;
    const key = `${level}/${index}`;
    const known = this.#lately.get(key);
    if (known) return known;
    const above = this.#tile(level + 1, Math.floor(index / WIDTH)).node(0, index % WIDTH);
    const tile = tileFrom(this.#tiles.read(level, index), WIDTH);
    if (!tile || !equalBytes(tile.node(HEIGHT, 0), above)) throw new TileMissing(level, index);
    for (const oldest of this.#lately.keys()) if (this.#lately.size >= KEPT) this.#lately.delete(oldest);
    this.#lately.set(key, tile);
    return tile;
  }

  #sizeWithin(size: Size): number {
    const leaves = sizeOf(size, 'size');
    if (leaves < 0n || leaves > this.#size) throw badArgument(`size is ${leaves}, and the tree has ${this.#size} leaves`);
    return Number(leaves);
  }
}

const partnerOf = (at: number): number => (at % 2 === 0 ? at + 1 : at - 1);

/** Of the largest whole subtree that is no larger than this. */
function heightOf(leaves: number): number {
  let height = 0;
  while (2 ** (height + 1) <= leaves) height += 1;
  return height;
}

function placeBelow(leaves: number, at: bigint, name: string): number {
  if (at < 0n || at >= leaves) throw badArgument(`${name} is ${at}, and the leaves are numbered from 0 to ${leaves - 1}`);
  return Number(at);
}
