/**
 * The tree over the heads of all streams. With it the holder of one case sees that nothing was cut off its end, and whoever asks for a
 * case sees that there is none. Its root lies in the log, in a fact `LogSealed`, which says how many facts it covers.
 */
import { type FactRecord, SEALS_STREAM } from '@redress/core';
import { canonicalize, isCanonical } from './canonical.ts';
import { fromBase64 } from './checkpoint.ts';
import { badArgument, equalBytes, isHash, leafHash, membersOf, type Size, sha256, verifyInclusion } from './merkle.ts';
import { readStrictly } from './record.ts';
import { memoryTiles } from './tiles.ts';
import { HashTree } from './tree.ts';

/** Where a stream ends, in the words of the format. */
export interface Head {
  /** Leaf hash of its last fact, base64url. */
  readonly h: string;
  /** Version of its last fact, from 1. */
  readonly n: number;
  /** SHA-256 of the stream's id, in hex: the tree is sorted by it. */
  readonly s: string;
}

/** A head with its place in the tree, from 0, and the hashes that lead from it to the root. */
export interface PlacedHead {
  readonly head: Head;
  readonly index: Size;
  readonly proof: readonly Uint8Array[];
}

/** Neighbours in the tree between which a stream would lie. Null stands for either end of the tree. */
export interface Absence {
  readonly before: PlacedHead | null;
  readonly after: PlacedHead | null;
}

/** A record's bytes with its place in the log, from 0, and the hashes that lead from it to the root of the checkpoint. */
export interface CheckpointedRecord {
  readonly record: Uint8Array;
  readonly index: Size;
  readonly proof: readonly Uint8Array[];
}

interface Claim {
  /** As `openCheckpoint` gave it. */
  readonly checkpoint: { readonly size: Size; readonly root: Uint8Array };
  /** The record of the fact `LogSealed`. */
  readonly seal: CheckpointedRecord;
  /** The id of the case. */
  readonly stream: string;
}

interface Seal {
  readonly log: string;
  /** How many facts of the log it covers. */
  readonly size: bigint;
  readonly heads: Uint8Array;
  readonly streams: bigint;
}

const HEX_HASH = /^[0-9a-f]{64}$/;
const BASE64URL_HASH = /^[\w-]{43}$/;
const DECIMAL = /^(?:0|[1-9]\d{0,19})$/;

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

function digestOf(stream: string): string {
  if (typeof stream !== 'string') throw badArgument('stream is not text');
  return Buffer.from(sha256(stream)).toString('hex');
}

/** Of a stream whose last fact has this version and this leaf hash (32 bytes). Throws `bad-argument`. */
export function headOf(stream: string, version: number, leaf: Uint8Array): Head {
  if (!isHash(leaf)) throw badArgument('leaf is not 32 bytes');
  const head = { h: base64url(leaf), n: version, s: digestOf(stream) };
  if (!isHead(head)) throw badArgument(`version is ${version}: the first fact of a stream has 1`);
  return head;
}

/** Throws `bad-argument` for what is no head, and where a stream has two. */
export class HeadsTree {
  readonly #heads: readonly Head[];
  readonly #tree = new HashTree(memoryTiles());

  constructor(heads: Iterable<Head>) {
    const sorted = [...heads];
    for (const head of sorted) if (!isHead(head)) throw badArgument('a head is { h, n, s } as headOf gives it');
    sorted.sort((a, b) => (a.s < b.s ? -1 : 1));
    for (const [index, { s }] of sorted.entries()) if (sorted[index + 1]?.s === s) throw badArgument(`one stream has two heads: ${s}`);
    this.#heads = sorted;
    for (const head of sorted) this.#tree.append(headLeaf(head));
  }

  /** How many streams there are. */
  get size(): bigint {
    return BigInt(this.#heads.length);
  }

  root(): Uint8Array {
    return this.#tree.root();
  }

  /** That the stream ends where its head says; null where it has none. */
  prove(stream: string): PlacedHead | null {
    const at = this.#firstFrom(digestOf(stream));
    const found = this.#placed(at);
    return found?.head.s === digestOf(stream) ? found : null;
  }

  /** That there is no such stream; null where there is one. */
  proveAbsent(stream: string): Absence | null {
    const at = this.#firstFrom(digestOf(stream));
    const after = this.#placed(at);
    return after?.head.s === digestOf(stream) ? null : { before: this.#placed(at - 1), after };
  }

  /** The place of the first head that does not come before this digest. */
  #firstFrom(digest: string): number {
    let [from, to] = [0, this.#heads.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const head = this.#heads[middle];
      if (head && head.s < digest) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #placed(at: number): PlacedHead | null {
    const head = this.#heads[at];
    return head ? { head, index: BigInt(at), proof: this.#tree.inclusionProof(at) } : null;
  }
}

/**
 * True only if these records are all facts that the stream had when the log was sealed: versions from 1 to the head's, each linked to
 * the one before, each in the checkpoint and below the size that the seal covers, the last with the head's leaf hash. Throws
 * `bad-argument` for what the types refuse. That the operator built the tree honestly, only the whole log shows.
 */
export function verifyComplete(claim: Claim & { readonly head: PlacedHead; readonly records: readonly CheckpointedRecord[] }): boolean {
  const { checkpoint, stream, head: placed, records } = membersOf(claim);
  const { head } = membersOf(placed);
  if (!Array.isArray(records)) throw badArgument('records is no list');
  const seal = sealIn(claim);
  if (!seal || !isPlaced(placed, seal) || head.s !== digestOf(stream) || records.length !== head.n) return false;
  let prev: string | null = null;
  for (const [at, each] of records.entries()) {
    const record = recordIn(each, checkpoint);
    const follows = record?.stream === stream && record.log === seal.log && record.version === at + 1 && record.prev === prev;
    if (!follows || BigInt(each.index) >= seal.size) return false;
    prev = base64url(leafHash(each.record));
  }
  return prev === head.h;
}

/**
 * True only if the heads stand next to each other in the sealed tree and the stream would lie between them; at an end of the tree one
 * is enough, and in an empty tree none. Throws `bad-argument` for what the types refuse.
 */
export function verifyAbsent(claim: Claim & { readonly absence: Absence }): boolean {
  const { stream, absence } = membersOf(claim);
  const { before, after } = membersOf(absence);
  const digest = digestOf(stream);
  const seal = sealIn(claim);
  if (!seal) return false;
  if (before && !(isPlaced(before, seal) && before.head.s < digest)) return false;
  if (after && !(isPlaced(after, seal) && after.head.s > digest)) return false;
  const from = before ? BigInt(before.index) + 1n : 0n;
  return from === (after ? BigInt(after.index) : seal.streams);
}

const headLeaf = ({ h, n, s }: Head): Uint8Array => leafHash(canonicalize({ h, n, s }));

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const { h, n, s }: { h?: unknown; n?: unknown; s?: unknown } = value;
  return typeof h === 'string' && BASE64URL_HASH.test(h) && Number.isSafeInteger(n) && Number(n) >= 1 && isHexHash(s);
}

const isHexHash = (value: unknown): boolean => typeof value === 'string' && HEX_HASH.test(value);

const isPlaced = ({ head, index, proof }: PlacedHead, seal: Seal): boolean =>
  isHead(head) && verifyInclusion({ index, size: seal.streams, leafHash: headLeaf(head), proof, root: seal.heads });

/** The record, if the checkpoint holds it and its bytes are those of a fact of a case. */
function recordIn(place: CheckpointedRecord, checkpoint: Claim['checkpoint']): FactRecord | null {
  if (!isIn(place, checkpoint)) return null;
  const { record, fault } = readStrictly(textOf(place.record), undefined);
  return fault === null ? record : null;
}

function isIn(place: CheckpointedRecord, checkpoint: Claim['checkpoint']): boolean {
  const { record, index, proof } = membersOf(place);
  const { size, root } = membersOf(checkpoint);
  return verifyInclusion({ index, size, leafHash: leafHash(record), proof, root });
}

/** Nothing where the bytes are not UTF-8, which is no record either. */
function textOf(record: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(record);
  } catch {
    return '';
  }
}

/** What a seal says, if it is one, lies in the checkpoint, and covers only facts before itself. */
function sealIn({ checkpoint, seal }: Claim): Seal | null {
  if (!isIn(seal, checkpoint)) return null;
  const record = sealRecord(textOf(seal.record));
  if (!record || Object.keys(record.data).length !== 4) return null;
  const { size, root, heads, streams } = record.data;
  const [covered, counted] = [decimalOf(size), decimalOf(streams)];
  const hashed = hashOf(heads);
  if (covered === null || counted === null || !hashed || !hashOf(root) || covered > BigInt(seal.index)) return null;
  // Over no heads there is one root only, and no proof that could show another.
  return counted === 0n && !equalBytes(hashed, sha256('')) ? null : { log: record.log, size: covered, heads: hashed, streams: counted };
}

interface SealRecord {
  readonly log: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A log's own facts name no actor, no law and no chart: of a seal, only what it is read for is looked at. */
function sealRecord(text: string): SealRecord | null {
  const value = parsed(text);
  if (!isMembers(value) || !isCanonical(text, value)) return null;
  const { v, type, stream, log, data } = value;
  const isSeal = v === 1 && type === 'LogSealed' && stream === SEALS_STREAM;
  return isSeal && typeof log === 'string' && isMembers(data) ? { log, data } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isMembers = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const decimalOf = (value: unknown): bigint | null => (typeof value === 'string' && DECIMAL.test(value) ? BigInt(value) : null);

function hashOf(value: unknown): Uint8Array | null {
  const bytes = fromBase64(value);
  return isHash(bytes) ? bytes : null;
}
