import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { length } from '../../../../.config/lengths.ts';
import {
  consistencyProof,
  EvidenceError,
  folderTiles,
  type HashTiles,
  HashTree,
  inclusionProof,
  memoryTiles,
  merkleRoot,
  TileMissing,
  verifyConsistency,
  verifyInclusion,
} from '../../src/index.ts';
import { bytes, EMPTY, hex, leafOf, leavesUpTo, path, root, subproof } from '../proofs/reference.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-tree-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let folders = 0;
const newFolder = (): string => join(folder, String(++folders));

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };
const MOST = 600;
const leaves = leavesUpTo(MOST);
const hexes = (proof: readonly Uint8Array[]): string[] => proof.map(hex);
/** Quicker than `expect`, for hundreds of thousands of proofs. */
const same = (one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean =>
  one.length === other.length && one.every((each, index) => Buffer.compare(each, other[index] ?? EMPTY) === 0);

function grown(tiles: HashTiles, size: number): HashTree {
  const tree = new HashTree(tiles);
  for (const leaf of leaves.slice(0, size)) tree.append(leaf);
  return tree;
}

const fault = (attempt: () => unknown): string => {
  try {
    return `no error: ${String(attempt())}`;
  } catch (error) {
    if (error instanceof TileMissing) return `tile ${error.level}/${error.index}`;
    return error instanceof EvidenceError ? error.code : `another error: ${error}`;
  }
};

describe('a tree that grows leaf by leaf', () => {
  it('has at every moment the root that RFC 6962 defines', () => {
    const tree = new HashTree(memoryTiles());
    expect([tree.size, hex(tree.root())]).toEqual([0n, hex(EMPTY)]);
    for (const [index, leaf] of leaves.entries()) {
      tree.append(leaf);
      expect(tree.size).toBe(BigInt(index + 1));
      expect(hex(tree.root())).toBe(hex(root(leaves, 0, index + 1)));
    }
  });

  it('knows the root of every size it has had', () => {
    const tree = grown(memoryTiles(), MOST);
    for (let size = 0; size <= MOST; size += 1) expect(hex(tree.root(size))).toBe(hex(root(leaves, 0, size)));
  });

  it('proves every leaf at every size, as RFC 6962 defines it', () => {
    const tree = grown(memoryTiles(), MOST);
    for (let size = 1; size <= MOST; size += 1)
      for (let index = 0; index < size; index += 1)
        if (!same(tree.inclusionProof(index, size), path(leaves, index, 0, size))) expect.fail(`${index} of ${size}`);
  });

  it('proves between any two sizes that one begins with the other, as RFC 6962 defines it', () => {
    const tree = grown(memoryTiles(), MOST);
    for (let to = 1; to <= MOST; to += 1)
      for (let from = 1; from <= to; from += 1)
        if (!same(tree.consistencyProof(from, to), subproof(leaves, from, 0, to))) expect.fail(`from ${from} to ${to}`);
  });

  it('gives what the functions over all leaves give', () => {
    const tree = grown(memoryTiles(), MOST);
    expect(hex(tree.root())).toBe(hex(merkleRoot(leaves)));
    for (const at of [0, 1, 127, 128, 254, 255, 256, 257, 511, 512, 599]) {
      expect(hexes(tree.inclusionProof(at))).toEqual(hexes(inclusionProof(leaves, at)));
      expect(hexes(tree.consistencyProof(at + 1))).toEqual(hexes(consistencyProof(leaves, at + 1)));
    }
  });

  it('hands out fresh bytes and keeps none of the caller', () => {
    const tree = grown(memoryTiles(), 3);
    const given = leafOf(bytes('mine'));
    tree.append(given);
    given.fill(0);
    const before = hex(tree.root());
    tree.root().fill(0);
    for (const each of [...tree.inclusionProof(0), ...tree.consistencyProof(3), tree.root(1)]) each.fill(0);
    expect(hex(tree.root())).toBe(before);
    expect(before).toBe(hex(merkleRoot([...leaves.slice(0, 3), leafOf(bytes('mine'))])));
  });

  it('refuses what is no leaf, and a size or a place that it does not have', () => {
    const tree = grown(memoryTiles(), 5);
    expect(fault(() => tree.append(bytes('a record')))).toBe('bad-argument');
    for (const wrong of [-1, 6, 0.5, 6n]) expect(fault(() => tree.root(wrong))).toBe('bad-argument');
    for (const wrong of [-1, 5, 2 ** 53]) expect(fault(() => tree.inclusionProof(wrong))).toBe('bad-argument');
    expect(fault(() => tree.inclusionProof(3, 3))).toBe('bad-argument');
    for (const wrong of [0, 6]) expect(fault(() => tree.consistencyProof(wrong))).toBe('bad-argument');
    expect(tree.size).toBe(5n);
  });
});

describe.each([
  ['memory', () => memoryTiles()],
  ['a folder', () => folderTiles(newFolder())],
])('tiles in %s', (_, made: () => HashTiles) => {
  it('give the same tree back at every size that was written out, however long it went on after that', () => {
    for (const size of [0, 1, 255, 256, 257, 511, 512, 513, 599]) {
      const tiles = made();
      const tree = grown(tiles, size);
      tree.flush();
      const before = tree.root();
      for (const later of leaves.slice(size)) tree.append(later);
      tree.flush();
      const again = HashTree.resume(tiles, size, before);
      for (const leaf of leaves.slice(size)) again.append(leaf);
      expect(hex(again.root())).toBe(hex(merkleRoot(leaves)));
      expect(hexes(again.inclusionProof(77))).toEqual(hexes(inclusionProof(leaves, 77)));
    }
  });

  it('that were not written out are found missing', () => {
    const tiles = made();
    const tree = grown(tiles, 300);
    expect(fault(() => HashTree.resume(tiles, 300, tree.root()))).toBe('tile 0/1');
    tree.flush();
    expect(fault(() => HashTree.resume(tiles, 300, tree.root()).root())).toContain('no error');
    expect(fault(() => HashTree.resume(tiles, 301, tree.root()))).toBe('tile 0/1');
    expect(fault(() => HashTree.resume(tiles, 299, tree.root()))).toBe('tile 0/1');
  });

  it('of another tree, or with one bit turned over, are found by whoever reads them', () => {
    const tiles = made();
    const tree = grown(tiles, MOST);
    tree.flush();
    const own = tiles.read(0, 1) ?? EMPTY;
    const edge = tiles.read(0, 2) ?? EMPTY;
    const again = (): HashTree => HashTree.resume(tiles, MOST, tree.root());
    for (const bit of [0, 7, 100 * 32 * 8, 256 * 32 * 8 - 1]) {
      const flipped = own.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      tiles.write(0, 1, flipped);
      expect(fault(() => again().inclusionProof(300))).toBe('tile 0/1');
      // What does not need that tile is proved all the same.
      expect(hexes(again().inclusionProof(3))).toEqual(hexes(inclusionProof(leaves, 3)));
    }
    tiles.write(0, 1, tiles.read(0, 0) ?? EMPTY);
    expect(fault(() => again().inclusionProof(300))).toBe('tile 0/1');
    tiles.write(0, 1, own);
    expect(hexes(again().inclusionProof(300))).toEqual(hexes(inclusionProof(leaves, 300)));
    tiles.write(0, 2, Buffer.concat([edge.subarray(32), edge.subarray(0, 32)]));
    expect(fault(() => again())).toBe('tile 0/2');
  });
});

describe('a folder of tiles', () => {
  it('holds nothing but the hashes, so that any tool can read it, in folders that stay small', () => {
    const at = newFolder();
    grown(folderTiles(at), 513).flush();
    expect(readdirSync(at).sort()).toEqual(['0', '1']);
    expect(readdirSync(join(at, '0')).sort()).toEqual(['000', '001', '002']);
    expect(readFileSync(join(at, '0', '002'))).toEqual(Buffer.from(leaves[512] ?? EMPTY));
    const tiles = folderTiles(at);
    tiles.write(1, 1_234_067, EMPTY);
    expect(readFileSync(join(at, '1', 'x001', 'x234', '067'))).toEqual(Buffer.from(EMPTY));
    expect(tiles.read(1, 1_234_067)).toEqual(EMPTY);
    expect(tiles.read(1, 67)).toBe(null);
  });

  it('with a torn, an empty, a missing or an unreadable file says which tile it is', () => {
    const at = newFolder();
    const tree = grown(folderTiles(at), MOST);
    tree.flush();
    const file = join(at, '0', '001');
    const whole = readFileSync(file);
    const prove = (): unknown => HashTree.resume(folderTiles(at), MOST, tree.root()).inclusionProof(300);
    for (const size of [0, 1, 32, 8191]) {
      truncateSync(file, size);
      expect(fault(prove), `${size} bytes`).toBe('tile 0/1');
      writeFileSync(file, whole);
      expect(fault(prove)).toContain('no error');
    }
    rmSync(file);
    expect(fault(prove)).toBe('tile 0/1');
    rmSync(at, { recursive: true });
    expect(fault(prove)).toBe('tile 0/2');
  });
});

describe('a large tree', () => {
  const size = length('leaves of the large tree', 70_000, 1_000_000);
  const many = leavesUpTo(size);
  const tiles = memoryTiles();
  let tree: HashTree;
  // Where it cannot grow, a test has to fail, and not the reading of this file.
  beforeAll(() => {
    tree = new HashTree(tiles);
    for (const leaf of many) tree.append(leaf);
  });

  it('proves any leaf and any two sizes, three levels of tiles high', () => {
    expect(hex(tree.root())).toBe(hex(merkleRoot(many)));
    fc.assert(
      fc.property(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 }), (one, other) => {
        const [index, last] = one < other ? [one, other] : [other, one];
        const [from, to] = [index + 1, last + 1];
        const rootOf = tree.root(to);
        const leaf = many[index] ?? EMPTY;
        expect(verifyInclusion({ index, size: to, leafHash: leaf, proof: tree.inclusionProof(index, to), root: rootOf })).toBe(true);
        const proof = tree.consistencyProof(from, to);
        expect(verifyConsistency({ oldSize: from, newSize: to, oldRoot: tree.root(from), newRoot: rootOf, proof })).toBe(true);
        // The control: another leaf has another proof.
        expect(verifyInclusion({ index, size: to, leafHash: EMPTY, proof: tree.inclusionProof(index, to), root: rootOf })).toBe(false);
      }),
      { ...seed, numRuns: 300 },
    );
    const [first, middle] = [many.slice(0, 65_537), many.slice(0, 66_000)];
    expect(hex(tree.root(65_537))).toBe(hex(merkleRoot(first)));
    expect(hexes(tree.inclusionProof(65_535, 66_000))).toEqual(hexes(inclusionProof(middle, 65_535)));
    expect(hexes(tree.consistencyProof(65_537, 66_000))).toEqual(hexes(consistencyProof(middle, 65_537)));
  });

  it('reads a handful of tiles for a proof', () => {
    tree.flush();
    let reads = 0;
    const read: HashTiles['read'] = (level, index) => {
      reads += 1;
      return tiles.read(level, index);
    };
    const counting: HashTiles = { ...tiles, read };
    const again = HashTree.resume(counting, size, tree.root());
    const resumed = reads;
    again.inclusionProof(12_345);
    expect(resumed).toBeLessThanOrEqual(3);
    expect(reads - resumed).toBeLessThanOrEqual(4);
    again.inclusionProof(12_346);
    expect(reads - resumed).toBeLessThanOrEqual(4);
  });
});
