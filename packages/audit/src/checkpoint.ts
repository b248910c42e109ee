/**
 * Checkpoints: the size and the root of a log, signed, as C2SP signed notes. Nothing in a note is believed, or even read, before a
 * signature by a known key has been verified.
 */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { EvidenceError } from './canonical.ts';
import { badArgument, bytesOf, equalBytes, isBytes, isHash, membersOf, type Size, sha256, sizeOf } from './merkle.ts';

export interface Checkpoint {
  /** Which log. The caller compares it: it may differ from the names of the keys. */
  readonly origin: string;
  readonly size: bigint;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Lines after the third, which mean nothing here. */
  readonly extensions: string[];
  /** Names of the known keys whose signatures hold, in the order of the note. */
  readonly signedBy: string[];
}

export interface CheckpointToSign {
  readonly origin: string;
  readonly size: Size;
  readonly root: Uint8Array;
}

export interface Verifier {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** It may be a device or a key service, and take its time. */
export interface Signer {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  sign(text: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

interface SignatureLine {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

const LARGEST_NOTE = 1_000_000;
const MOST_SIGNATURES = 100;
const MOST_LEAVES = 1n << 64n;
const KEY_ID_BYTES = 4;
const ED25519 = 1;
/** The prime that Ed25519 counts by. */
const P = 2n ** 255n - 19n;
/** The y of two points of order 8; the other two have P - Y8. */
const Y8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
/** The y of every point of order 1, 2, 4 or 8. */
const SMALL_ORDER: ReadonlySet<bigint> = new Set([1n, P - 1n, 0n, Y8, P - Y8]);

/** Those that C2SP excludes; a line ends in a newline, never in a carriage return. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const NO_KEY_NAME = /[\p{White_Space}+]/u;
const SIZE = /^(?:0|[1-9]\d{0,19})$/;

/**
 * The checkpoint in a note, once a signature by a known key holds. Lines by unknown keys are ignored. Throws `EvidenceError`:
 * `input-too-large` (over 1,000,000 bytes), `note-malformed`, `note-too-many-signatures` (over 100), `signature-invalid` (by a known
 * key), `key-unknown` (no known key has signed), `size-malformed`, `checkpoint-malformed`, `bad-argument`.
 */
export function openCheckpoint(note: string | Uint8Array, verifiers: readonly Verifier[]): Checkpoint {
  if (!Array.isArray(verifiers)) throw badArgument('verifiers is no list');
  const { text, lines } = partsOf(textOf(note));
  const signedBy = signersOf(encoded(text), lines.map(signatureOf), verifiers);
  return { ...read(text), signedBy };
}

/**
 * What a note says before any of its signatures was looked at: to tell what is wrong with it, never to rely on. Throws `EvidenceError`
 * for its form, as `openCheckpoint` does.
 */
export function unsignedCheckpoint(note: string | Uint8Array): Omit<Checkpoint, 'signedBy'> {
  return read(partsOf(textOf(note)).text);
}

/** The note with one signature. Throws `bad-argument`, and nothing is signed, where the checkpoint or the signer is not well formed. */
export async function signCheckpoint(checkpoint: CheckpointToSign, signer: Signer): Promise<string> {
  const { origin, size, root } = membersOf(checkpoint);
  const { name, keyId } = membersOf(signer);
  const leaves = sizeOf(size, 'size');
  if (!isLine(origin)) throw badArgument('origin is not one line of text. Nothing was signed.');
  if (leaves < 0n || leaves >= MOST_LEAVES) throw badArgument(`size is ${leaves}: give 0 to 2^64 - 1. Nothing was signed.`);
  if (!isHash(root)) throw badArgument('root is not 32 bytes. Nothing was signed.');
  if (!isKeyName(name)) throw badArgument('the signer has no name without spaces and plus. Nothing was signed.');
  if (!isBytes(keyId) || keyId.length !== KEY_ID_BYTES) throw badArgument('the signer has no key id of 4 bytes. Nothing was signed.');
  const text = `${origin}\n${leaves}\n${base64(root)}\n`;
  const signature = await signer.sign(encoded(text));
  if (!isBytes(signature) || signature.length === 0) throw badArgument('the signer gave no bytes for a signature. No note was made.');
  return `${text}\n\u2014 ${name} ${base64(Buffer.concat([keyId, signature]))}\n`;
}

/** For the verifier key of an Ed25519 key: `<name>+<key id in hex>+<base64>`. Throws `bad-argument` where the text is none. */
export function verifierFrom(vkey: string): Verifier {
  const [name, id, ...key] = String(vkey).split('+');
  // A plus may stand in base64 as well.
  const bytes = fromBase64(key.join('+'));
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== ED25519)
    throw badArgument('this is no verifier key of type Ed25519: <name>+<key id>+<base64 of 33 bytes>');
  const publicKey = bytes.slice(1);
  const keyId = keyIdOf(name, publicKey);
  if (hex(keyId) !== id) throw badArgument(`the key id does not belong to this name and key: ${id}, and ${hex(keyId)} computed`);
  const x = Buffer.from(publicKey).toString('base64url');
  const handle = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const isTaken = isTakenPoint(publicKey);
  return { name, keyId, verify: (text, signature) => isTaken && hasTakenR(signature) && verify(null, text, handle, signature) };
}

/** Signs with an Ed25519 private key of this machine. `vkey` is what others verify with. Throws `bad-argument` for any other key. */
export function signerFrom(name: string, privateKey: KeyObject): Signer & { readonly vkey: string } {
  if (!isKeyName(name)) throw badArgument('the name of a key is text without spaces and plus');
  if (privateKey?.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') throw badArgument('this is no private Ed25519 key');
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const keyId = keyIdOf(name, publicKey);
  const vkey = `${name}+${hex(keyId)}+${base64(Buffer.concat([Uint8Array.of(ED25519), publicKey]))}`;
  return { name, keyId, vkey, sign: (text) => new Uint8Array(sign(null, text, privateKey)) };
}

/** Bytes of standard base64 with padding, or null for anything else. Node's own decoder forgives what the comparison finds. */
export function fromBase64(text: unknown): Uint8Array | null {
  if (typeof text !== 'string') return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : null;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const malformed = (says: string): EvidenceError => new EvidenceError('note-malformed', says);

const keyIdOf = (name: string, publicKey: Uint8Array): Uint8Array =>
  sha256(Buffer.concat([encoded(`${name}\n`), Uint8Array.of(ED25519), publicKey])).slice(0, KEY_ID_BYTES);

/**
 * Whether a point may be a key or an R: y below p (RFC 8032, 5.1.3), and not of small order, as what is signed by such a key takes no
 * secret. That leaves no x of zero, whose sign 5.1.3 refuses as well. What of all this Node itself forgives differs by its release.
 */
function isTakenPoint(packed: Uint8Array): boolean {
  const y = BigInt.asUintN(255, BigInt(`0x${hex(packed.toReversed())}`));
  return y < P && !SMALL_ORDER.has(y);
}

/** Whether a signature has its length, and an R that is taken: its first half. */
const hasTakenR = (signature: Uint8Array): boolean => signature.length === 64 && isTakenPoint(signature.subarray(0, 32));

const isLine = (text: unknown): text is string =>
  typeof text === 'string' && text !== '' && !text.includes('\n') && !CONTROL.test(text) && !LONE_SURROGATE.test(text);

const isKeyName = (name: unknown): name is string => isLine(name) && !NO_KEY_NAME.test(name);

function textOf(note: string | Uint8Array): string {
  const bytes = typeof note === 'string' ? encoded(note) : bytesOf(note, 'note');
  if (bytes.length > LARGEST_NOTE)
    throw new EvidenceError('input-too-large', `the note has ${bytes.length} bytes, and at most ${LARGEST_NOTE} are read`);
  const text = typeof note === 'string' ? note : decoded(bytes);
  if (LONE_SURROGATE.test(text)) throw malformed('the note holds half a character');
  if (CONTROL.test(text)) throw malformed('the note holds a control character: lines end in a newline alone');
  return text;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed('the note is not UTF-8');
  }
}

/** The signed text, its last newline included, and the signature lines without theirs. */
function partsOf(note: string): { readonly text: string; readonly lines: readonly string[] } {
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0) throw malformed('no empty line comes before the signatures');
  if (!note.endsWith('\n')) throw malformed('the last line does not end in a newline');
  const lines = note.slice(blank + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES)
    throw new EvidenceError('note-too-many-signatures', `${lines.length} signature lines, and at most ${MOST_SIGNATURES} are read`);
  return { text: note.slice(0, blank + 1), lines };
}

function signatureOf(line: string): SignatureLine {
  const [dash, name, encodedSignature, ...more] = line.split(' ');
  const bytes = fromBase64(encodedSignature);
  if (dash !== '\u2014' || !isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES || more.length > 0)
    throw malformed(`no signature line: ${JSON.stringify(line.slice(0, 60))}`);
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

/** A second line by the same key is not looked at, so that nobody pays for the same work a hundred times. */
function signersOf(text: Uint8Array, lines: readonly SignatureLine[], verifiers: readonly Verifier[]): string[] {
  const signed = new Map<string, string>();
  for (const { name, keyId, signature } of lines) {
    const key = `${name}+${hex(keyId)}`;
    const known = verifiers.filter((each) => membersOf(each).name === name && equalBytes(bytesOf(each.keyId, 'keyId'), keyId));
    if (known.length === 0 || signed.has(key)) continue;
    // A verifier written without types may answer with a promise, which is no yes.
    if (!known.some((each) => each.verify(text, signature) === true))
      throw new EvidenceError('signature-invalid', `the signature by ${key} does not hold`);
    signed.set(key, name);
  }
  if (signed.size === 0) throw new EvidenceError('key-unknown', 'none of the signatures is by a known key');
  return [...signed.values()];
}

function read(text: string): Omit<Checkpoint, 'signedBy'> {
  const [origin, size = '', root, ...extensions] = text.slice(0, -1).split('\n');
  if (!origin || !root || extensions.includes(''))
    throw new EvidenceError('checkpoint-malformed', 'a checkpoint has an origin, a size, a root, and no empty line');
  if (!SIZE.test(size) || BigInt(size) >= MOST_LEAVES)
    throw new EvidenceError('size-malformed', `the size is ${JSON.stringify(size.slice(0, 60))}: 0 to 2^64 - 1, without leading zeros`);
  const hashed = fromBase64(root);
  if (!isHash(hashed)) throw new EvidenceError('checkpoint-malformed', 'the root is not the base64 of 32 bytes');
  return { origin, size: BigInt(size), root: hashed, extensions };
}
