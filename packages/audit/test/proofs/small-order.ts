/** Signatures that satisfy the equation of Ed25519 all the same, though the key or the R is a point of order 1, 2, 4 or 8. */
import { createHash, createPublicKey } from 'node:crypto';
import { fromHex, keyFrom } from './reference.ts';

/** The order of the base. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

const Y8 = '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc';
const MINUS_Y8 = 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03';

/** Every point of small order in the one spelling that RFC 8032 gives it, and in the six that it does not decode. */
export const smallOrder: readonly (readonly [name: string, point: string])[] = [
  ['order 1, y of 1', `01${'00'.repeat(31)}`],
  ['order 2, y of p - 1', `ec${'ff'.repeat(30)}7f`],
  ['order 4, y of 0', '00'.repeat(32)],
  ['order 4, y of 0, and a sign', `${'00'.repeat(31)}80`],
  ['order 8', `${Y8}05`],
  ['order 8, and a sign', `${Y8}85`],
  ['order 8, the other y', `${MINUS_Y8}7a`],
  ['order 8, the other y, and a sign', `${MINUS_Y8}fa`],
  ['y of 1, and a sign on an x of zero', `01${'00'.repeat(30)}80`],
  ['y of p - 1, and a sign on an x of zero', 'ec'.padEnd(64, 'f')],
  ['y of p', `ed${'ff'.repeat(30)}7f`],
  ['y of p, and a sign', 'ed'.padEnd(64, 'f')],
  ['y of p + 1', `ee${'ff'.repeat(30)}7f`],
  ['y of p + 1, and a sign', 'ee'.padEnd(64, 'f')],
];

/** Node 20 judges by the equation alone, and is not changed any more; of later ones it depends on the release. */
export const nodeForgives: boolean = process.versions.node.startsWith('20.');

const numberIn = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const spelt = (number: bigint): Uint8Array => Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse();
const sha512 = (...parts: readonly Uint8Array[]): Uint8Array => createHash('sha512').update(Buffer.concat(parts)).digest();
const publicOf = (secret: number): Uint8Array => createPublicKey(keyFrom(secret)).export({ format: 'der', type: 'spki' }).subarray(-32);

/** The number that an Ed25519 key multiplies the base by (RFC 8032, 5.1.5). */
const scalarOf = (secret: number): bigint =>
  BigInt.asUintN(254, (numberIn(sha512(Buffer.alloc(32, secret)).subarray(0, 32)) >> 3n) << 3n) | (1n << 254n);

const challenge = (R: Uint8Array, point: Uint8Array, text: Uint8Array): bigint => numberIn(sha512(R, point, text)) % L;

/** By a key of small order, which adds nothing where it is taken a multiple of 8 times: R is a point whose number S is known. */
export function signedByNobody(point: Uint8Array, text: Uint8Array): Uint8Array {
  for (let secret = 1; ; secret += 1) {
    const R = publicOf(secret);
    if (challenge(R, point, text) % 8n === 0n) return Buffer.concat([R, spelt(scalarOf(secret) % L)]);
  }
}

/** By an ordinary key, whose secret it takes, with the neutral point as R: whoever sees it can work the secret out. */
export function signedWithNeutralR(secret: number, text: Uint8Array): Uint8Array {
  const R = fromHex(`01${'00'.repeat(31)}`);
  return Buffer.concat([R, spelt((challenge(R, publicOf(secret), text) * scalarOf(secret)) % L)]);
}
