/** The tree that keeps one hash of 256 leaves proves what a whole one proves, once the leaves around are lent to it again. */
import { describe, expect, it } from 'vitest';
import { SparseTree, TILE, tileOf } from '../../src/bundle-tree.ts';
import { consistencyProof, inclusionProof, merkleRoot } from '../../src/index.ts';
import { TileMissing } from '../../src/tree.ts';
import { hex, leavesUpTo } from '../proofs/reference.ts';

const leaves = leavesUpTo(2 * TILE + 100);
const hexes = (proof: readonly Uint8Array[]): readonly string[] => proof.map(hex);
const tileAt = (tile: number, size: number): readonly Uint8Array[] => leaves.slice(tile * TILE, Math.min((tile + 1) * TILE, size));

function grown(size: number): SparseTree {
  const tree = new SparseTree();
  for (const leaf of leaves.slice(0, size)) tree.add(leaf);
  return tree;
}

describe('a tree over a log too long to be held', () => {
  it.each([1, 2, 255, 256, 257, 300, 511, 512, 513, 612])('of %d leaves has the root and the proofs of the whole one', (size) => {
    const tree = grown(size);
    const whole = leaves.slice(0, size);
    expect([tree.size, hex(tree.root())]).toEqual([size, hex(merkleRoot(whole))]);
    for (const index of [0, 1, 254, 255, 256, 299, 511, 512, size - 1].filter((each) => each < size)) {
      expect(tree.lend(tileOf(index), tileAt(tileOf(index), size))).toBe(true);
      expect(hexes(tree.inclusion(index))).toEqual(hexes(inclusionProof(whole, index)));
      expect(hexes(tree.consistency(index + 1))).toEqual(hexes(consistencyProof(whole, index + 1)));
    }
  });

  it('of more leaves than a tile of tiles has as well', () => {
    const many = leavesUpTo(TILE * TILE + 300);
    const tree = new SparseTree();
    for (const leaf of many) tree.add(leaf);
    expect(hex(tree.root())).toBe(hex(merkleRoot(many)));
    for (const index of [3, 40_000, TILE * TILE - 1, TILE * TILE + 299]) {
      const tile = tileOf(index);
      expect(tree.lend(tile, many.slice(tile * TILE, (tile + 1) * TILE))).toBe(true);
      expect(hexes(tree.inclusion(index))).toEqual(hexes(inclusionProof(many, index)));
    }
  });

  it('takes no leaves that it was not made of, be the tile whole or not', () => {
    const tree = grown(300);
    const other = (tile: readonly Uint8Array[], at: number): readonly Uint8Array[] => tile.with(at, leaves[500] ?? expect.fail());
    for (const [tile, last] of [
      [0, 255],
      [1, 43],
    ] as const) {
      const own = tileAt(tile, 300);
      for (const at of [0, last]) expect([tile, at, tree.lend(tile, other(own, at))]).toEqual([tile, at, false]);
      expect([tile, tree.lend(tile, own.slice(0, -1)), tree.lend(tile, [...own, own[0] ?? expect.fail()])]).toEqual([tile, false, false]);
      expect(tree.lend(tile, own)).toBe(true);
    }
  });

  it('proves nothing of a whole tile that was not lent', () => {
    const tree = grown(600);
    expect(() => tree.inclusion(3)).toThrow(TileMissing);
    expect(tree.lend(0, tileAt(0, 600))).toBe(true);
    expect(tree.inclusion(3)).toHaveLength(inclusionProof(leaves.slice(0, 600), 3).length);
    expect(() => tree.inclusion(300)).toThrow(TileMissing);
  });

  it('counts 256 leaves to a tile', () => {
    expect([0, 255, 256, 511, 512].map(tileOf)).toEqual([0, 0, 1, 1, 2]);
  });
});
