/**
 * The Merkle tree of RFC 6962: what a log's root says about its facts. Proofs are checked as RFC 9162 does, in whole numbers without
 * a limit, so that nothing is rounded beyond 2^53.
 */
import { hash } from 'node:crypto';
import { EvidenceError } from './canonical.ts';

/** How many leaves, or which, from 0. A number must be a safe integer; what is handed back is always a bigint. */
export type Size = bigint | number;

export interface Inclusion {
  /** Place of the leaf, from 0. */
  readonly index: Size;
  /** Leaves in the tree. */
  readonly size: Size;
  /** 32 bytes each, as are the hashes of the proof. */
  readonly leafHash: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

export interface Consistency {
  readonly oldSize: Size;
  readonly newSize: Size;
  /** 32 bytes each, as are the hashes of the proof. */
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const HASH_BYTES = 32;

/** Of this realm or another: a test runner may have its own. */
export const isBytes = (value: unknown): value is Uint8Array =>
  ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';

export const isHash = (value: unknown): value is Uint8Array => isBytes(value) && value.length === HASH_BYTES;

/** A caller's mistake, as opposed to evidence that does not hold. */
export const badArgument = (says: string): EvidenceError => new EvidenceError('bad-argument', says);

export function membersOf<T extends object>(value: T): T {
  if (typeof value !== 'object' || value === null) throw badArgument('the argument is not an object');
  return value;
}

export function bytesOf(value: unknown, name: string): Uint8Array {
  if (!isBytes(value)) throw badArgument(`${name} is not a Uint8Array`);
  return value;
}

export function sizeOf(value: unknown, name: string): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value !== 'number') throw badArgument(`${name} is neither a bigint nor a number`);
  if (!Number.isSafeInteger(value)) throw badArgument(`${name} is ${value}: give a safe integer, or a bigint`);
  return BigInt(value);
}

/** Text or bytes, SHA-256: 32 fresh bytes. */
export const sha256 = (input: string | Uint8Array): Uint8Array => new Uint8Array(hash('sha256', input, 'buffer'));

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);

/** SHA-256 over 0x00 and the record's bytes: 32 bytes. */
export function leafHash(record: Uint8Array): Uint8Array {
  const leaf = new Uint8Array(bytesOf(record, 'record').length + 1);
  leaf.set(record, 1);
  return sha256(leaf);
}

/** SHA-256 over 0x01 and the two hashes below: 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const node = new Uint8Array(1 + bytesOf(left, 'left').length + bytesOf(right, 'right').length);
  node[0] = 1;
  node.set(left, 1);
  node.set(right, 1 + left.length);
  return sha256(node);
}

/** The root over leaf hashes, of which there may be none. Throws `bad-argument` where one is not 32 bytes: a record is not its hash. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  let root = sha256('');
  for (const level of levelsOver(hashesOf(leaves))) root = level[0] ?? root;
  return root.slice();
}

/**
 * The hashes that lead from the leaf at `index` to the root over all leaves, lowest first. Throws `bad-argument` where there is no
 * such leaf.
 */
export function inclusionProof(leaves: readonly Uint8Array[], index: Size): Uint8Array[] {
  let at = placeIn(hashesOf(leaves), sizeOf(index, 'index'), 'index');
  const proof: Uint8Array[] = [];
  for (const level of levelsOver(leaves)) {
    proof.push(...copied(level[at ^ 1]));
    at >>>= 1;
  }
  return proof;
}

/**
 * The hashes that lead from the root over the first `oldSize` leaves to the root over all of them. Throws `bad-argument` unless
 * `oldSize` is 1 to the number of leaves.
 */
export function consistencyProof(leaves: readonly Uint8Array[], oldSize: Size): Uint8Array[] {
  let at = placeIn(hashesOf(leaves), sizeOf(oldSize, 'oldSize') - 1n, 'the last leaf of oldSize');
  if (at === leaves.length - 1) return [];
  const proof: Uint8Array[] = [];
  // The largest whole subtree that ends the old tree is known to whoever knows the old root only if it is the old tree.
  let within = true;
  for (const level of levelsOver(leaves)) {
    if (within && at % 2 === 0) {
      if (at > 0) proof.push(...copied(level[at]));
      within = false;
    }
    if (!within) proof.push(...copied(level[at ^ 1]));
    at >>>= 1;
  }
  return proof;
}

/** True only if the leaf lies at `index` of the tree with this size and root. Throws `bad-argument` for what the types refuse. */
export function verifyInclusion(claim: Inclusion): boolean {
  const { index, size, leafHash: leaf, proof, root } = membersOf(claim);
  let at = sizeOf(index, 'index');
  let last = sizeOf(size, 'size') - 1n;
  let computed = bytesOf(leaf, 'leafHash');
  const path = listOf(proof, 'proof');
  const sound = isHash(computed) && isHash(bytesOf(root, 'root')) && path.every(isHash);
  if (!sound || at < 0n || at > last) return false;
  for (const hashed of path) {
    if (last === 0n) return false;
    if (isOdd(at) || at === last) {
      computed = nodeHash(hashed, computed);
      [at, last] = upToPair(at, last);
    } else computed = nodeHash(computed, hashed);
    at >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equalBytes(computed, root);
}

/**
 * True only if the new tree begins with all leaves of the old one. From size 0 to a larger one nothing is said, and it is false.
 * Throws `bad-argument` for what the types refuse.
 */
export function verifyConsistency(claim: Consistency): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = membersOf(claim);
  const from = sizeOf(oldSize, 'oldSize');
  const to = sizeOf(newSize, 'newSize');
  const path = listOf(proof, 'proof');
  const sound = isHash(bytesOf(oldRoot, 'oldRoot')) && isHash(bytesOf(newRoot, 'newRoot')) && path.every(isHash);
  if (!sound || from < 0n || from > to) return false;
  if (from === to) return path.length === 0 && equalBytes(oldRoot, newRoot) && (to > 0n || equalBytes(newRoot, sha256('')));
  return from > 0n && leadsOn(from, to, path, oldRoot, newRoot);
}

function leadsOn(from: bigint, to: bigint, path: readonly Uint8Array[], oldRoot: Uint8Array, newRoot: Uint8Array): boolean {
  let at = from - 1n;
  let last = to - 1n;
  while (isOdd(at)) {
    at >>= 1n;
    last >>= 1n;
  }
  // An old tree that is one whole subtree of the new one is where the proof begins, and is not said again.
  const [first = oldRoot, ...rest] = at === 0n ? [oldRoot, ...path] : path;
  let old = first;
  let now = first;
  for (const hashed of rest) {
    if (last === 0n) return false;
    if (isOdd(at) || at === last) {
      old = nodeHash(hashed, old);
      now = nodeHash(hashed, now);
      [at, last] = upToPair(at, last);
    } else now = nodeHash(now, hashed);
    at >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equalBytes(old, oldRoot) && equalBytes(now, newRoot);
}

const isOdd = (value: bigint): boolean => (value & 1n) === 1n;

/** A last node without a partner rises unchanged until it is the right half of a pair. It is not the root, which is none. */
function upToPair(at: bigint, last: bigint): [bigint, bigint] {
  let [risen, lastRisen] = [at, last];
  while (!isOdd(risen)) {
    risen >>= 1n;
    lastRisen >>= 1n;
  }
  return [risen, lastRisen];
}

/** The tree from its leaves to its root, level by level; a last node without a partner rises unchanged, as in RFC 6962. */
function* levelsOver(leaves: readonly Uint8Array[]): Generator<readonly Uint8Array[]> {
  let level = leaves;
  yield level;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    let left: Uint8Array | null = null;
    for (const each of level) {
      if (left) above.push(nodeHash(left, each));
      left = left ? null : each;
    }
    if (left) above.push(left);
    level = above;
    yield level;
  }
}

const copied = (found: Uint8Array | undefined): Uint8Array[] => (found ? [found.slice()] : []);

function listOf(value: readonly Uint8Array[], name: string): readonly Uint8Array[] {
  if (!Array.isArray(value)) throw badArgument(`${name} is no list`);
  // A hole is looked at as well, which `forEach` would pass over.
  for (const [index, each] of value.entries()) bytesOf(each, `${name}[${index}]`);
  return value;
}

function hashesOf(leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  const wrong = listOf(leaves, 'leaves').findIndex((each) => !isHash(each));
  if (wrong >= 0) throw badArgument(`leaves[${wrong}] is not ${HASH_BYTES} bytes: give the leaf hash of each record`);
  return leaves;
}

function placeIn(leaves: readonly Uint8Array[], at: bigint, name: string): number {
  if (at < 0n || at >= leaves.length) throw badArgument(`${name} is ${at}, and the leaves are numbered from 0 to ${leaves.length - 1}`);
  return Number(at);
}
