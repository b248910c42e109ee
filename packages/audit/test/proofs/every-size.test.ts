/** Every root and every proof of every tree up to 130 leaves, against the definition. It takes seconds, so it stands by itself. */
import { describe, expect, it } from 'vitest';
import { consistencyProof, inclusionProof, merkleRoot, verifyConsistency, verifyInclusion } from '../../src/merkle.ts';
import { EMPTY, hex, leavesUpTo, path, root, subproof } from './reference.ts';

const MOST = 130;
const leaves = leavesUpTo(MOST);
const roots = Array.from({ length: MOST + 1 }, (_, size) => root(leaves, 0, size));
const rootOf = (size: number): Uint8Array => roots[size] ?? EMPTY;
const joined = (proof: readonly Uint8Array[]): string => proof.map(hex).join();

describe('of every tree up to 130 leaves', () => {
  it('the root is as RFC 6962 says', () => {
    for (let size = 0; size <= MOST; size += 1) expect(hex(merkleRoot(leaves.slice(0, size)))).toBe(hex(rootOf(size)));
  });

  it('every leaf is proved as RFC 6962 says, and verified', () => {
    for (let size = 1; size <= MOST; size += 1) {
      const some = leaves.slice(0, size);
      for (const [index, leafHash] of some.entries()) {
        const proof = inclusionProof(some, index);
        if (joined(proof) !== joined(path(leaves, index, 0, size))) throw new Error(`another proof of ${index} in ${size}`);
        const holds = verifyInclusion({ index, size: BigInt(size), leafHash, proof, root: rootOf(size) });
        if (!holds) throw new Error(`${index} of ${size} was refused`);
      }
    }
  });

  it('every smaller one is proved as RFC 6962 says, and verified', () => {
    for (let newSize = 1; newSize <= MOST; newSize += 1) {
      const some = leaves.slice(0, newSize);
      for (let oldSize = 1; oldSize <= newSize; oldSize += 1) {
        const proof = consistencyProof(some, oldSize);
        if (joined(proof) !== joined(subproof(leaves, oldSize, 0, newSize))) throw new Error(`another proof from ${oldSize} to ${newSize}`);
        const holds = verifyConsistency({ oldSize, newSize, oldRoot: rootOf(oldSize), newRoot: rootOf(newSize), proof });
        if (!holds) throw new Error(`${oldSize} to ${newSize} was refused`);
      }
    }
  });
});
