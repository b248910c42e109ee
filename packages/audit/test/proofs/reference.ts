/** The Merkle tree and the keys as their texts define them, word for word and slowly, with nothing of the audit's own. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
export const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

const H = (...parts: readonly (Uint8Array | number)[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(typeof part === 'number' ? Uint8Array.of(part) : part);
  return new Uint8Array(hash.digest());
};

export const EMPTY = H();
export const leafOf = (record: Uint8Array): Uint8Array => H(0, record);

/** The largest power of two below n. */
function k(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

const known = new Map<string, Uint8Array>();

/** MTH of the leaves from `from` up to `to`, given that leaf i is always the same. */
export function root(leaves: readonly Uint8Array[], from = 0, to = leaves.length): Uint8Array {
  if (from === to) return EMPTY;
  if (to - from === 1) return leaves[from] ?? EMPTY;
  const name = `${from} ${to} ${hex(leaves[from] ?? EMPTY)}`;
  const middle = from + k(to - from);
  const found = known.get(name) ?? H(1, root(leaves, from, middle), root(leaves, middle, to));
  known.set(name, found);
  return found;
}

/** PATH(m, D[n]). */
export function path(leaves: readonly Uint8Array[], m: number, from = 0, to = leaves.length): Uint8Array[] {
  if (to - from === 1) return [];
  const middle = from + k(to - from);
  if (m < middle - from) return [...path(leaves, m, from, middle), root(leaves, middle, to)];
  return [...path(leaves, m - (middle - from), middle, to), root(leaves, from, middle)];
}

/** PROOF(m, D[n]), which is SUBPROOF(m, D[n], true). */
export function subproof(leaves: readonly Uint8Array[], m: number, from = 0, to = leaves.length, whole = true): Uint8Array[] {
  if (m === to - from) return whole ? [] : [root(leaves, from, to)];
  const middle = from + k(to - from);
  if (m <= middle - from) return [...subproof(leaves, m, from, middle, whole), root(leaves, middle, to)];
  return [...subproof(leaves, m - (middle - from), middle, to, false), root(leaves, from, middle)];
}

/** The leaves 0, 1, 2 … of a log. */
export const leavesUpTo = (count: number): Uint8Array[] => Array.from({ length: count }, (_, index) => leafOf(bytes(`fact ${index}`)));

/** Every copy of these bytes with one bit turned over. */
export function* bitFlips(of: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < of.length * 8; bit += 1) {
    const flipped = of.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield flipped;
  }
}

/** An Ed25519 key from its 32 secret bytes: the same on every machine. */
export const keyFrom = (secret: number): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, secret)]),
    format: 'der',
    type: 'pkcs8',
  });

/** Signs as C2SP says, under a name. */
export function signerBy(name: string, secret: number) {
  const key = keyFrom(secret);
  const typed = Buffer.concat([Uint8Array.of(1), createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)]);
  const keyId = new Uint8Array(createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4));
  const vkey = `${name}+${hex(keyId)}+${typed.toString('base64')}`;
  return { name, keyId, vkey, sign: (text: Uint8Array) => new Uint8Array(sign(null, text, key)) };
}
