/**
 * The JSON files of a bundle, read by what must stand in them: byte for byte, without making a value of what may be a quarter of a
 * gigabyte of nothing but brackets.
 */
import { isUtf8 } from 'node:buffer';
import { isCanonical } from './canonical.ts';
import { fromBase64 } from './checkpoint.ts';
import type { Head } from './heads.ts';
import { isUuid } from './verify-record.ts';
import { fromBase64Url, parsed } from './verify-text.ts';

/** More hashes lead nowhere: a log has fewer than 2^64 facts. */
export const MOST_HASHES = 64;
const MOST_LEAVES = 1n << 64n;
/** Of a text with its escapes: no origin is longer than its note, and no stream than its record. */
const LONGEST_TEXT = 2_000_000;
const DECIMAL = /^(?:0|[1-9]\d{0,19})$/;
const COUNT = /^[1-9]\d{0,15}/;
const BASE64_CHARACTERS = 44;

export interface Proof {
  /** At most 64; the others are only counted. */
  readonly hashes: readonly Uint8Array[];
  readonly length: number;
}

export interface IndexEntry {
  readonly index: bigint;
  readonly proof: Proof;
}

export interface LogIndex {
  readonly kind: 'log';
  readonly log: string;
  readonly origin: string;
  readonly size: bigint;
}

export interface CaseIndex extends Omit<LogIndex, 'kind'> {
  readonly kind: 'case';
  readonly stream: string;
  readonly entries: number;
  /** The entries again, one by one. */
  read(): Iterator<IndexEntry, undefined>;
}

export type BundleIndex = CaseIndex | LogIndex;

export interface HeadsProof {
  readonly seal: bigint;
  readonly head: Head;
  readonly index: bigint;
  readonly size: bigint;
  readonly proof: Proof;
}

export interface ConsistencyFile {
  readonly from: bigint;
  readonly to: bigint;
  readonly proof: Proof;
}

/** Thrown within this file only: the bytes are not those of the object. */
class NotTheObject extends Error {}

class Cursor {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  standsBefore(text: string): boolean {
    return this.#bytes.toString('latin1', this.at, this.at + text.length) === text;
  }

  /** Whether the text stands here; then it is passed over. */
  passes(text: string): boolean {
    const found = this.standsBefore(text);
    if (found) this.at += text.length;
    return found;
  }

  expect(text: string): void {
    if (!this.passes(text)) throw new NotTheObject();
  }

  text(): string {
    const from = this.at;
    this.expect('"');
    for (let byte = this.#bytes[this.at]; byte !== 0x22; byte = this.#bytes[this.at]) {
      if (byte === undefined || this.at - from > LONGEST_TEXT) throw new NotTheObject();
      this.at += byte === 0x5c ? 2 : 1;
    }
    this.at += 1;
    const token = this.#bytes.toString('utf8', from, this.at);
    const value = parsed(token);
    if (!isCanonical(token, value)) throw new NotTheObject();
    return String(value);
  }

  /** A whole number below 2^64, in quotes. */
  decimal(): bigint {
    const text = this.text();
    const value = DECIMAL.test(text) ? BigInt(text) : MOST_LEAVES;
    if (value >= MOST_LEAVES) throw new NotTheObject();
    return value;
  }

  /** A whole number from 1 that a double holds exactly. */
  count(): number {
    const count = Number(COUNT.exec(this.#bytes.toString('latin1', this.at, this.at + 17))?.[0]);
    if (!Number.isSafeInteger(count)) throw new NotTheObject();
    this.at += String(count).length;
    return count;
  }

  proof(): Proof {
    const hashes: Uint8Array[] = [];
    this.expect('[');
    if (this.passes(']')) return { hashes, length: 0 };
    for (let length = 1; ; length += 1) {
      const hash = this.#hash();
      if (length <= MOST_HASHES) hashes.push(hash);
      if (this.passes(']')) return { hashes, length };
      this.expect(',');
    }
  }

  #hash(): Uint8Array {
    this.expect('"');
    const text = this.#bytes.toString('latin1', this.at, this.at + BASE64_CHARACTERS);
    const bytes = fromBase64(text);
    if (bytes?.length !== 32) throw new NotTheObject();
    this.at += BASE64_CHARACTERS;
    this.expect('"');
    return bytes;
  }

  end(): void {
    if (this.at !== this.#bytes.length) throw new NotTheObject();
  }
}

/** What the file says, or null where it is not the canonical JSON of such an object. */
function readWhole<Read>(bytes: Buffer, read: (cursor: Cursor) => Read): Read | null {
  if (!isUtf8(bytes)) return null;
  try {
    const cursor = new Cursor(bytes);
    const found = read(cursor);
    cursor.end();
    return found;
  } catch (error) {
    if (error instanceof NotTheObject) return null;
    throw error;
  }
}

export const indexIn = (bytes: Buffer): BundleIndex | null =>
  readWhole(bytes, (cursor) => {
    cursor.expect('{"kind":"');
    const kind = cursor.passes('case') ? 'case' : 'log';
    if (kind === 'log') cursor.expect('log');
    cursor.expect('","log":');
    const log = cursor.text();
    if (!isUuid(log)) throw new NotTheObject();
    cursor.expect(',"origin":');
    const origin = cursor.text();
    cursor.expect(',"records":[');
    const start = cursor.at;
    let entries = 0;
    for (const each = entriesAt(cursor); !each.next().done; ) entries += 1;
    if (kind === 'log' && entries > 0) throw new NotTheObject();
    cursor.expect('],"size":');
    const size = cursor.decimal();
    if (kind === 'log') {
      cursor.expect(',"v":1}');
      return { kind, log, origin, size };
    }
    cursor.expect(',"stream":');
    const stream = cursor.text();
    cursor.expect(',"v":1}');
    return { kind, log, origin, size, stream, entries, read: () => entriesAt(new Cursor(bytes, start)) };
  });

function* entriesAt(cursor: Cursor): Generator<IndexEntry, undefined> {
  for (let more = cursor.standsBefore('{'); more; more = cursor.passes(',')) {
    cursor.expect('{"index":');
    const index = cursor.decimal();
    cursor.expect(',"proof":');
    const proof = cursor.proof();
    cursor.expect('}');
    yield { index, proof };
  }
}

const HEX_HASH = /^[0-9a-f]{64}$/;

export const headsProofIn = (bytes: Buffer): HeadsProof | null =>
  readWhole(bytes, (cursor) => {
    cursor.expect('{"head":{"h":');
    const h = cursor.text();
    cursor.expect(',"n":');
    const n = cursor.count();
    cursor.expect(',"s":');
    const s = cursor.text();
    if (!HEX_HASH.test(s) || fromBase64Url(h)?.length !== 32) throw new NotTheObject();
    cursor.expect('},"index":');
    const index = cursor.decimal();
    cursor.expect(',"proof":');
    const proof = cursor.proof();
    cursor.expect(',"seal":');
    const seal = cursor.decimal();
    cursor.expect(',"size":');
    const size = cursor.decimal();
    cursor.expect(',"v":1}');
    return { seal, head: { h, n, s }, index, size, proof };
  });

export const consistencyIn = (bytes: Buffer): ConsistencyFile | null =>
  readWhole(bytes, (cursor) => {
    cursor.expect('{"from":');
    const from = cursor.decimal();
    cursor.expect(',"proof":');
    const proof = cursor.proof();
    cursor.expect(',"to":');
    const to = cursor.decimal();
    cursor.expect(',"v":1}');
    return { from, to, proof };
  });
