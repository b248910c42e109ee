import { describe, expect, it } from 'vitest';
import { EvidenceError } from '../../src/canonical.ts';
import {
  consistencyProof,
  equalBytes,
  inclusionProof,
  leafHash,
  merkleRoot,
  nodeHash,
  verifyConsistency,
  verifyInclusion,
} from '../../src/merkle.ts';
import { bitFlips, bytes, EMPTY, fromHex, hex, leafOf, leavesUpTo, path, root, subproof } from './reference.ts';

/** Two more than a power of two: every shape that a tree has lies below. Up to 130 is tried in `every-size.test.ts`. */
const MOST = 34;
const leaves = leavesUpTo(130);
const roots = Array.from({ length: 131 }, (_, size) => root(leaves, 0, size));
const rootOf = (size: number): Uint8Array => roots[size] ?? EMPTY;
const leafAt = (index: number): Uint8Array => leaves[index] ?? EMPTY;
const hexes = (proof: readonly Uint8Array[]): string[] => proof.map(hex);

const included = (index: bigint | number, size: bigint | number, proof: readonly Uint8Array[], leaf: Uint8Array, to: Uint8Array): boolean =>
  verifyInclusion({ index, size, proof, leafHash: leaf, root: to });
const consistent = (
  oldSize: bigint | number,
  newSize: bigint | number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean => verifyConsistency({ oldSize, newSize, proof, oldRoot, newRoot });

const fault = (attempt: () => unknown): string => {
  try {
    return `no error: ${String(attempt())}`;
  } catch (error) {
    return error instanceof EvidenceError ? `${error.code}: ${error.says}` : `another error: ${error}`;
  }
};

// Both are the vectors of the Certificate Transparency project's own tests.
const CT_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(fromHex);
const CT_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('bytes', () => {
  it('are equal where they are as many and the same', () => {
    const of = (...each: number[]): Uint8Array => Uint8Array.from(each);
    expect([equalBytes(of(), of()), equalBytes(of(1, 2), of(1, 2))]).toEqual([true, true]);
    for (const [one, other] of [
      [of(1), of(1, 2)],
      [of(1, 2), of(1)],
      [of(1, 2), of(1, 3)],
    ] as const)
      expect(equalBytes(one, other)).toBe(false);
  });
});

describe('leaves, nodes and roots', () => {
  it('are those of Certificate Transparency', () => {
    expect(hex(leafHash(bytes('L123456')))).toBe('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56');
    expect(hex(nodeHash(bytes('N123'), bytes('N456')))).toBe('aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb');
    for (const [size, expected] of CT_ROOTS.entries()) expect(hex(merkleRoot(CT_LEAVES.slice(0, size).map(leafHash)))).toBe(expected);
  });

  it('are plain byte arrays of 32, fresh each time, and change nothing that was given', () => {
    const one = [leafAt(0)];
    const found = merkleRoot(one);
    expect(Object.getPrototypeOf(found)).toBe(Uint8Array.prototype);
    expect(found).toEqual(leafAt(0));
    found.fill(0);
    expect(one[0]).toEqual(leafOf(bytes('fact 0')));
    merkleRoot([]).fill(0);
    expect(merkleRoot([])).toEqual(EMPTY);
    const proof = inclusionProof(leaves.slice(0, 2), 0);
    proof[0]?.fill(0);
    expect(leafAt(1)).toEqual(leafOf(bytes('fact 1')));
  });

  it('agree with the definition for every size up to 34', () => {
    for (let size = 0; size <= MOST; size += 1) expect(hex(merkleRoot(leaves.slice(0, size)))).toBe(hex(rootOf(size)));
  });

  it('tell a leaf from a node', () => {
    const node = Buffer.concat([Uint8Array.of(1), leafAt(0), leafAt(1)]);
    expect(included(0, 1, [], leafHash(node), rootOf(2))).toBe(false);
    expect(leafHash(node)).not.toEqual(nodeHash(leafAt(0), leafAt(1)));
  });
});

describe('inclusion', () => {
  it('is proved as RFC 6962 says, for every leaf of every tree up to 34, and verified', () => {
    for (let size = 1; size <= MOST; size += 1) {
      const some = leaves.slice(0, size);
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(some, index);
        expect(hexes(proof)).toEqual(hexes(path(leaves, index, 0, size)));
        if (!included(BigInt(index), size, proof, leafAt(index), rootOf(size))) throw new Error(`${index} of ${size} was refused`);
      }
    }
  });

  it('is refused at every other place, for every other leaf, size of another shape and root, up to 34', () => {
    let tried = 0;
    for (let size = 1; size <= 34; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = path(leaves, index, 0, size);
        for (let other = -1; other <= size + 1; other += 1) {
          tried += 1;
          if (other !== index && included(other, size, proof, leafAt(index), rootOf(size)))
            throw new Error(`${other} for ${index} of ${size}`);
          if (other !== index && included(index, size, proof, leafAt(other), rootOf(size))) throw new Error(`leaf ${other} of ${size}`);
          if (other !== size && included(index, size, proof, leafAt(index), rootOf(other))) throw new Error(`root ${other} of ${size}`);
        }
      }
    expect(tried).toBeGreaterThan(10_000);
  });

  it('is refused with one hash more or less, and with the hashes in another order', () => {
    for (let size = 1; size <= 40; size += 1)
      for (let index = 0; index < size; index += 1) {
        const proof = path(leaves, index, 0, size);
        const check = (other: readonly Uint8Array[]): boolean => included(index, size, other, leafAt(index), rootOf(size));
        expect(check(proof)).toBe(true);
        const others = [[...proof, EMPTY], [EMPTY, ...proof], ...(proof.length === 0 ? [] : [proof.slice(1), proof.slice(0, -1)])];
        const turned = proof.length > 1 ? [[...proof].reverse()] : [];
        for (const other of [...others, ...turned]) expect(check(other)).toBe(false);
      }
  });

  it('is refused with a hash more than the size allows, also where it leads to the root', () => {
    const [above, leaf] = [leafAt(7), leafAt(0)];
    expect(included(0, 1, [above], leaf, nodeHash(above, leaf))).toBe(false);
    expect(included(0, 1, [above], leaf, nodeHash(leaf, above))).toBe(false);
    expect(included(1, 2, [leafAt(1), above], leaf, nodeHash(above, nodeHash(leafAt(1), leaf)))).toBe(false);
    expect(included(0, 2, [leafAt(1), above], leaf, nodeHash(above, nodeHash(leaf, leafAt(1))))).toBe(false);
  });

  it('is refused with any bit of the leaf, of the proof or of the root turned over', () => {
    for (const [index, size] of [
      [0, 1],
      [0, 2],
      [2, 3],
      [4, 7],
    ] as const) {
      const proof = path(leaves, index, 0, size);
      for (const leaf of bitFlips(leafAt(index))) expect(included(index, size, proof, leaf, rootOf(size))).toBe(false);
      for (const to of bitFlips(rootOf(size))) expect(included(index, size, proof, leafAt(index), to)).toBe(false);
      for (const [at, hash] of proof.entries())
        for (const flipped of bitFlips(hash))
          expect(included(index, size, proof.with(at, flipped), leafAt(index), rootOf(size))).toBe(false);
    }
  });

  it('is false for wrong lengths and ranges, and never an error', () => {
    const proof = path(leaves, 1, 0, 3);
    const short = leafAt(1).slice(1);
    expect(included(1, 3, proof, leafAt(1), rootOf(3))).toBe(true);
    expect(included(1, 3, proof, short, rootOf(3))).toBe(false);
    expect(included(1, 3, proof, leafAt(1), rootOf(3).slice(1))).toBe(false);
    expect(included(1, 3, proof, leafAt(1), Buffer.concat([rootOf(3), Uint8Array.of(0)]))).toBe(false);
    // A longer last hash would make the same node's bytes another way.
    expect(included(1, 3, proof.with(1, Buffer.concat([proof[1] ?? EMPTY, Uint8Array.of(0)])), leafAt(1), rootOf(3))).toBe(false);
    expect(included(0, 1, [], short, short)).toBe(false);
    expect(included(3, 3, proof, leafAt(1), rootOf(3))).toBe(false);
    expect(included(-1, 3, proof, leafAt(1), rootOf(3))).toBe(false);
    expect(included(-1, 0, [], EMPTY, EMPTY)).toBe(false);
    expect(included(0, 0, [], EMPTY, EMPTY)).toBe(false);
    expect(included(-2n, -1n, [], EMPTY, EMPTY)).toBe(false);
  });

  it('is exact beyond 2^53, where a number would be rounded', () => {
    // The last leaf of 2^53 + 1: the whole tree of 2^53 is its only neighbour.
    const left = rootOf(7);
    const leaf = leafAt(99);
    const size = 2n ** 53n + 1n;
    expect(included(size - 1n, size, [left], leaf, nodeHash(left, leaf))).toBe(true);
    expect(included(size - 1n, size - 1n, [left], leaf, nodeHash(left, leaf))).toBe(false);
    expect(included(size - 2n, size, [left], leaf, nodeHash(left, leaf))).toBe(false);
    // The last but one has 53 neighbours below the tree of 2^53, and the last leaf above.
    const proof = Array.from({ length: 54 }, (_, at) => leafAt(at));
    let to = leaf;
    for (const [at, hash] of proof.entries()) to = at < 53 ? nodeHash(hash, to) : nodeHash(to, hash);
    expect(included(size - 2n, size, proof, leaf, to)).toBe(true);
    expect(included(size - 3n, size, proof, leaf, to)).toBe(false);
  });
});

describe('consistency', () => {
  it('is proved as RFC 6962 says, for every pair of sizes up to 34, and verified', () => {
    for (let to = 1; to <= MOST; to += 1) {
      const some = leaves.slice(0, to);
      for (let from = 1; from <= to; from += 1) {
        const proof = consistencyProof(some, from);
        if (hexes(proof).join() !== hexes(subproof(leaves, from, 0, to)).join()) throw new Error(`another proof from ${from} to ${to}`);
        if (!consistent(from, BigInt(to), proof, rootOf(from), rootOf(to))) throw new Error(`${from} to ${to} was refused`);
      }
    }
  });

  it('is refused for other sizes and roots, up to 34', () => {
    for (let to = 2; to <= 34; to += 1)
      for (let from = 1; from < to; from += 1) {
        const proof = subproof(leaves, from, 0, to);
        for (let other = 0; other <= 34; other += 1) {
          const wrong = [
            other !== from && consistent(other, to, proof, rootOf(from), rootOf(to)),
            other !== from && consistent(from, to, proof, rootOf(other), rootOf(to)),
            other !== to && consistent(from, to, proof, rootOf(from), rootOf(other)),
          ];
          if (wrong.includes(true)) throw new Error(`${from} to ${to}: accepted with ${other}, ${wrong}`);
        }
        expect(consistent(to, from, proof, rootOf(to), rootOf(from))).toBe(false);
      }
  });

  it('is refused with one hash more or less, or with any bit turned over', () => {
    for (let to = 1; to <= 40; to += 1)
      for (let from = 1; from <= to; from += 1) {
        const proof = subproof(leaves, from, 0, to);
        const check = (other: readonly Uint8Array[]): boolean => consistent(from, to, other, rootOf(from), rootOf(to));
        const others = [
          [...proof, EMPTY],
          [EMPTY, ...proof],
          [rootOf(from), ...proof],
          ...(from === to ? [] : [[], proof.slice(1), proof.slice(0, -1)]),
        ];
        expect(check(proof)).toBe(true);
        for (const other of others) expect(check(other)).toBe(false);
      }
    for (const [from, to] of [
      [1, 2],
      [2, 3],
      [3, 7],
      [6, 7],
      [4, 8],
    ] as const) {
      const proof = subproof(leaves, from, 0, to);
      for (const old of bitFlips(rootOf(from))) expect(consistent(from, to, proof, old, rootOf(to))).toBe(false);
      for (const now of bitFlips(rootOf(to))) expect(consistent(from, to, proof, rootOf(from), now)).toBe(false);
      for (const [at, hash] of proof.entries())
        for (const flipped of bitFlips(hash)) expect(consistent(from, to, proof.with(at, flipped), rootOf(from), rootOf(to))).toBe(false);
    }
  });

  it('says nothing from an empty tree, except that two empty trees have the root of nothing', () => {
    expect(consistent(0, 0, [], EMPTY, EMPTY)).toBe(true);
    expect(consistent(0, 0, [], rootOf(1), rootOf(1))).toBe(false);
    expect(consistent(0, 0, [], EMPTY, rootOf(1))).toBe(false);
    expect(consistent(0, 0, [EMPTY], EMPTY, EMPTY)).toBe(false);
    expect(consistent(0, 1, [], EMPTY, rootOf(1))).toBe(false);
    expect(consistent(0, 1, [rootOf(1)], EMPTY, rootOf(1))).toBe(false);
    expect(consistent(0, 2, [rootOf(2)], rootOf(2), rootOf(2))).toBe(false);
    expect(consistent(-1, 1, [], rootOf(1), rootOf(1))).toBe(false);
    expect(consistent(-1, -1, [], rootOf(1), rootOf(1))).toBe(false);
    expect(consistent(-1, -1, [], EMPTY, EMPTY)).toBe(false);
    expect(consistent(-2n, 5, [leafAt(1), leafAt(2)], rootOf(1), rootOf(5))).toBe(false);
  });

  it('of two trees of one size takes equal roots and no hashes', () => {
    expect(consistent(3, 3, [], rootOf(3), rootOf(3))).toBe(true);
    expect(consistent(3, 3n, [], rootOf(3), rootOf(4))).toBe(false);
    expect(consistent(3, 3, [rootOf(3)], rootOf(3), rootOf(3))).toBe(false);
    expect(consistent(1, 2, [], rootOf(2), rootOf(2))).toBe(false);
  });

  it('is false for wrong lengths', () => {
    const proof = subproof(leaves, 3, 0, 7);
    const [first = EMPTY] = proof;
    expect(consistent(3, 7, proof, rootOf(3).slice(1), rootOf(7))).toBe(false);
    expect(consistent(3, 7, proof, rootOf(3), rootOf(7).slice(1))).toBe(false);
    expect(consistent(3, 7, proof.with(0, first.slice(1)), rootOf(3), rootOf(7))).toBe(false);
    expect(consistent(3, 3, [], rootOf(3).slice(1), rootOf(3).slice(1))).toBe(false);
  });

  it('is exact beyond 2^53, where a number would be rounded', () => {
    const size = 2n ** 53n + 1n;
    const [old, leaf] = [rootOf(5), leafAt(9)];
    expect(consistent(size - 1n, size, [leaf], old, nodeHash(old, leaf))).toBe(true);
    expect(consistent(size - 2n, size, [leaf], old, nodeHash(old, leaf))).toBe(false);
    expect(consistent(size - 1n, size - 1n, [leaf], old, nodeHash(old, leaf))).toBe(false);
    expect(consistent(size, size, [], old, old)).toBe(true);
  });
});

describe('a call that the types refuse', () => {
  const loose = (value: unknown): never => value as never;
  const holes = new Array<Uint8Array>(1);
  const inclusion = { index: 0, size: 1, leafHash: leafAt(0), proof: [], root: leafAt(0) };
  const consistency = { oldSize: 1, newSize: 1, oldRoot: leafAt(0), newRoot: leafAt(0), proof: [] };

  it.each<[string, () => unknown]>([
    ['argument', () => verifyInclusion(loose(undefined))],
    ['argument', () => verifyInclusion(loose(null))],
    ['argument', () => verifyInclusion(loose('text'))],
    ['argument', () => verifyConsistency(loose(null))],
    ['index', () => verifyInclusion({ ...inclusion, index: 0.5 })],
    ['index', () => verifyInclusion({ ...inclusion, index: 2 ** 53 })],
    ['index', () => verifyInclusion({ ...inclusion, index: Number.NaN })],
    ['index', () => verifyInclusion({ ...inclusion, index: loose('0') })],
    ['size', () => verifyInclusion({ ...inclusion, size: 2 ** 53 + 2 })],
    ['size', () => verifyInclusion({ ...inclusion, size: loose(undefined) })],
    ['leafHash', () => verifyInclusion({ ...inclusion, leafHash: loose('text') })],
    ['root', () => verifyInclusion({ ...inclusion, root: loose([...leafAt(0)]) })],
    ['root', () => verifyInclusion({ ...inclusion, root: loose(new DataView(new ArrayBuffer(32))) })],
    ['root', () => verifyInclusion({ ...inclusion, root: loose({ length: 32, [Symbol.toStringTag]: 'Uint8Array' }) })],
    ['proof', () => verifyInclusion({ ...inclusion, proof: loose(undefined) })],
    ['proof', () => verifyInclusion({ ...inclusion, proof: loose(leafAt(0)) })],
    ['proof[0]', () => verifyInclusion({ ...inclusion, proof: [loose('text')] })],
    ['proof[0]', () => verifyInclusion({ ...inclusion, proof: holes })],
    ['oldSize', () => verifyConsistency({ ...consistency, oldSize: 1.5 })],
    ['newSize', () => verifyConsistency({ ...consistency, newSize: loose(null) })],
    ['oldRoot', () => verifyConsistency({ ...consistency, oldRoot: loose(undefined) })],
    ['newRoot', () => verifyConsistency({ ...consistency, newRoot: loose(7) })],
    ['proof', () => verifyConsistency({ ...consistency, proof: loose({}) })],
    ['record', () => leafHash(loose('text'))],
    ['left', () => nodeHash(loose('text'), leafAt(0))],
    ['right', () => nodeHash(leafAt(0), loose(null))],
    ['leaves', () => merkleRoot(loose('text'))],
    ['leaves[1] is not 32 bytes', () => merkleRoot([leafAt(0), bytes('a record')])],
    ['leaves[0] is not 32 bytes', () => inclusionProof([bytes('a record')], 0)],
    ['leaves[0] is not 32 bytes', () => consistencyProof([bytes('a record')], 1)],
    ['index is 3', () => inclusionProof(leaves.slice(0, 3), 3)],
    ['index is -1', () => inclusionProof(leaves.slice(0, 3), -1n)],
    ['index is 0', () => inclusionProof([], 0)],
    ['index', () => inclusionProof(leaves, 0.5)],
    ['the last leaf of oldSize is -1', () => consistencyProof(leaves.slice(0, 3), 0)],
    ['the last leaf of oldSize is 3', () => consistencyProof(leaves.slice(0, 3), 4n)],
    ['oldSize', () => consistencyProof(leaves, Number.POSITIVE_INFINITY)],
  ])('is an error about %s: case %#', (about, attempt) => {
    expect(fault(attempt)).toContain('bad-argument: ');
    expect(fault(attempt)).toContain(about);
  });

  it('says what was expected', () => {
    expect(fault(() => verifyInclusion({ ...inclusion, size: 0.5 }))).toBe('bad-argument: size is 0.5: give a safe integer, or a bigint');
    expect(fault(() => verifyInclusion({ ...inclusion, size: loose('1') }))).toBe('bad-argument: size is neither a bigint nor a number');
    expect(fault(() => inclusionProof(leaves.slice(0, 3), 3))).toBe('bad-argument: index is 3, and the leaves are numbered from 0 to 2');
    expect(fault(() => merkleRoot([bytes('x')]))).toBe('bad-argument: leaves[0] is not 32 bytes: give the leaf hash of each record');
    expect(fault(() => verifyInclusion({ ...inclusion, proof: loose(1) }))).toBe('bad-argument: proof is no list');
    expect(fault(() => verifyInclusion(loose(null)))).toBe('bad-argument: the argument is not an object');
    expect(fault(() => leafHash(loose(1)))).toBe('bad-argument: record is not a Uint8Array');
  });

  it('does not include bytes of another realm, or a buffer', () => {
    expect(verifyInclusion({ ...inclusion, root: Buffer.from(leafAt(0)) })).toBe(true);
  });
});
