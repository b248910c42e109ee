/**
 * The tree over a log too long to be held. Of every 256 leaves only the hash over them is kept, 32 bytes for 256 facts: the log still has
 * the facts, and whoever proves something of one reads its neighbours again, which the kept hash checks.
 */
import { equalBytes, merkleRoot } from './merkle.ts';
import { memoryTiles } from './tiles.ts';
import { HashTree, TileMissing } from './tree.ts';

/** Leaves below one kept hash. */
export const TILE = 256;

/** In which tile the leaf at this index lies. */
export const tileOf = (index: number): number => Math.floor(index / TILE);

export class SparseTree {
  readonly #tree: HashTree;
  /** Leaves of the tile that is not whole yet. */
  #open: Uint8Array[] = [];
  #lent: { readonly tile: number; readonly leaves: Uint8Array } | null = null;

  constructor() {
    const kept = memoryTiles();
    this.#tree = new HashTree({
      read: (level, index) => (level > 0 ? kept.read(level, index) : this.#lent?.tile === index ? this.#lent.leaves : null),
      write: (level, index, hashes) => void (level > 0 && kept.write(level, index, hashes)),
    });
  }

  get size(): number {
    return Number(this.#tree.size);
  }

  add(leaf: Uint8Array): void {
    this.#tree.append(leaf);
    this.#open.push(leaf);
    if (this.#open.length === TILE) this.#open = [];
  }

  /** Over all leaves so far: 32 bytes. */
  root(): Uint8Array {
    return this.#tree.root();
  }

  /** Takes the leaves of one tile again, for the proofs of what lies in it. False where they are not those it was made of. */
  lend(tile: number, leaves: readonly Uint8Array[]): boolean {
    if (tile * TILE + this.#open.length === this.size && this.#open.length > 0)
      return leaves.length === this.#open.length && equalBytes(merkleRoot(leaves), merkleRoot(this.#open));
    if (leaves.length !== TILE) return false;
    this.#lent = { tile, leaves: Buffer.concat(leaves) };
    try {
      this.#tree.inclusionProof(tile * TILE);
      return true;
    } catch (error) {
      if (error instanceof TileMissing) return false;
      throw error;
    }
  }

  /** The hashes that lead from a leaf of the tile that was lent last to the root over all. */
  inclusion(index: number): Uint8Array[] {
    return this.#tree.inclusionProof(index);
  }

  /** From the root over the first `oldSize` leaves to that over all; the last of the old ones lies in the tile that was lent last. */
  consistency(oldSize: number): Uint8Array[] {
    return this.#tree.consistencyProof(oldSize);
  }
}
