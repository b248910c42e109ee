/**
 * A fact's canonical bytes, its leaf hash, and its link to the one before. The writer's encoder: an auditor has another one, and
 * the two must agree on every byte. The only file of the store that hashes.
 */
import { hash, randomUUID } from 'node:crypto';
import { canonicalText, exactText, NotStorable } from './canonical.ts';
import type { Conflict, FactRecord, FactToWrite, Head, Recorded, Repeated } from './event-store.ts';
import { StoreFault } from './event-store.ts';

/** The most UTF-8 bytes a record may have, on every store, so that a log can move anywhere. */
export const LARGEST_RECORD = 256 * 1024;
/** The most characters in the name of a stream or of a fact. */
const LONGEST_NAME = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What a leaf's bytes begin with, before they are hashed (RFC 6962). */
const LEAF = '\u0000';

/** SHA-256 over 0x00 and the UTF-8 bytes (RFC 6962, a leaf): 32 bytes. */
export const leafHash = (text: string): Uint8Array => hash('sha256', LEAF + text, 'buffer');

/** SHA-256 over the value's canonical text, base64url: 43 characters. */
export const digestOf = (value: unknown): string => hash('sha256', canonicalText(value), 'base64url');

let namespaceLately = { text: '00000000-0000-0000-0000-000000000000', bytes: Buffer.alloc(16) };

/** Throws RangeError where the text is not a UUID in lower case. */
function bytesOf(uuid: string): Buffer {
  if (namespaceLately.text === uuid) return namespaceLately.bytes;
  if (!UUID.test(uuid)) throw new RangeError(`not a UUID in lower case: ${JSON.stringify(uuid)}`);
  namespaceLately = { text: uuid, bytes: Buffer.from(uuid.replaceAll('-', ''), 'hex') };
  return namespaceLately.bytes;
}

/** The 16 bytes of a UUID version 5 (RFC 9562). */
function version5(namespace: Buffer, name: string): Buffer {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(name)]), 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}

function textOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** UUID version 5 (RFC 9562). Throws RangeError where the namespace is not a UUID in lower case. */
export const uuidv5 = (namespace: string, name: string): string => textOf(version5(bytesOf(namespace), name));

/** The id of a command's fact number `index` (from 0) of `count`. The same command gives the same ids, on every machine. */
export const factId = (log: string, command: string, index: number, count: number): string =>
  textOf(version5(version5(bytesOf(log), command), `${index}/${count}`));

/**
 * The id of a command that the engine sends by itself: the same occasion gives the same one. It begins with `$`, so that a host can keep
 * it from others: whoever sent something else under it first would keep the engine's own fact from being recorded.
 */
export const ownCommandId = (namespace: string, name: string): string => `$${uuidv5(namespace, name)}`;

/** The id of the case that a command opens, so that an opening sent twice opens one case. */
export const caseIdFor = (log: string, command: string): string => uuidv5(log, command);

/** The log's id: the one given, else a random one. Throws RangeError where it is not a UUID in lower case. */
export function logId(given?: string): string {
  if (given === undefined) return randomUUID();
  if (!UUID.test(given)) throw new RangeError(`the id of a log is a UUID in lower case, not ${JSON.stringify(given)}. Nothing was opened.`);
  return given;
}

const refuse = (path: string, why: string): never => {
  throw new NotStorable(path, why);
};

function name(text: string, path: string): string {
  if (typeof text !== 'string' || text === '' || text.length > LONGEST_NAME)
    return refuse(path, `is not a name of 1 to ${LONGEST_NAME} characters`);
  // PostgreSQL keeps no U+0000 in text, and a log must be able to move there.
  if (/\p{Cc}/u.test(text)) return refuse(path, 'holds a control character');
  return exactText(text, path);
}

const uuid = (text: string, path: string): string => (UUID.test(text) ? `"${text}"` : refuse(path, 'is not a UUID in lower case'));

function members(value: object, path: string): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? exactText(value, path) : refuse(path, 'is not an object');
}

/** What was written, not what was handed in: a getter might have answered otherwise the second time. */
function checkWritten(recorded: Recorded): Recorded {
  const { meta, sealed } = recorded.record as { readonly meta: object; readonly sealed: unknown };
  for (const [key, value] of Object.entries(meta)) if (typeof value !== 'string') refuse(`meta.${key}`, 'is not text');
  if (!Array.isArray(sealed)) return refuse('sealed', 'is not a list');
  for (const [index, commitment] of sealed.entries()) {
    if (typeof commitment !== 'string') return refuse(`sealed[${index}]`, 'is not text');
    if (index > 0 && sealed[index - 1] >= commitment) return refuse(`sealed[${index}]`, 'is not sorted, or is there twice');
  }
  return recorded;
}

const schema = (version: number): string =>
  Number.isSafeInteger(version) && version >= 1 ? String(version) : refuse('schema', 'is not a whole number from 1');

export interface ToEncode {
  readonly log: string;
  readonly stream: string;
  /** Where the writer stood: its version is the one before the first record's, its leaf becomes the first `prev`. */
  readonly head: Head;
  readonly facts: readonly FactToWrite[];
  /** The writer's clock, `YYYY-MM-DDTHH:mm:ss.sssZ`. Where it has gone back, the head's instant is taken. */
  readonly at: string;
}

export interface Encoded {
  readonly records: readonly Recorded[];
  readonly head: Head;
}

function checkHead({ version, leaf, at }: Head): void {
  if (!Number.isSafeInteger(version) || version < 0) refuse('head.version', 'is not a count of facts');
  if (version === 0 ? leaf !== null : leaf?.length !== 32) refuse('head.leaf', 'does not go with the version: none at 0, else 32 bytes');
  if (version > 0 && !INSTANT.test(at)) refuse('head.at', 'is not an instant');
}

function checkBatch({ facts, at, head }: ToEncode): void {
  checkHead(head);
  if (!INSTANT.test(at)) refuse('recordedAt', `the clock said ${JSON.stringify(at)}, which is not YYYY-MM-DDTHH:mm:ss.sssZ`);
  if (facts.length === 0) refuse('facts', 'is empty');
  if (facts.length > 1 && new Set(facts.map((fact) => fact.id)).size < facts.length) refuse('facts', 'holds one id twice');
}

function checkSize(text: string, type: string): void {
  // A UTF-16 code unit becomes three bytes at most: short texts need no counting.
  if (text.length * 3 <= LARGEST_RECORD) return;
  const bytes = Buffer.byteLength(text);
  if (bytes <= LARGEST_RECORD) return;
  throw new StoreFault(
    'too-large',
    `The fact ${type} takes ${bytes} bytes, of ${LARGEST_RECORD} allowed. Nothing was written. Put what is large beside the log and its hash into the fact.`,
  );
}

/** Instants of one form compare as text. */
function laterOf(one: string, other: string): string {
  if (one < other) return other;
  return one;
}

function encode(batch: ToEncode): Encoded {
  checkBatch(batch);
  const log = uuid(batch.log, 'log');
  const stream = name(batch.stream, 'stream');
  let { version, leaf } = batch.head;
  const at = laterOf(batch.at, batch.head.at);
  const records = batch.facts.map((fact): Recorded => {
    version += 1;
    const prev = leaf === null ? 'null' : `"${Buffer.from(leaf).toString('base64url')}"`;
    // Put together once, with the mark of a leaf in front: joining long text anew for the hash costs as much as the hash.
    const marked =
      `${LEAF}{"data":${members(fact.data, 'data')},"id":${uuid(fact.id, 'id')},"log":${log},"meta":${members(fact.meta, 'meta')},"prev":${prev}` +
      `,"recordedAt":"${at}","schema":${schema(fact.schema)},"sealed":${exactText(fact.sealed, 'sealed')},"stream":${stream}` +
      `,"type":${name(fact.type, 'type')},"v":1,"version":${version}}`;
    leaf = hash('sha256', marked, 'buffer');
    const text = marked.slice(LEAF.length);
    checkSize(text, fact.type);
    // Parsed, not assembled: the writer sees what every later reader will see, and shares no object with its caller.
    return checkWritten(readRecord('', text));
  });
  return { records, head: { version, leaf, at } };
}

/**
 * The records of one append, chained, and the head after them. Throws StoreFault `not-storable` (an empty append, one id twice,
 * anything that is not plain JSON) or `too-large`.
 */
export function encodeRecords(batch: ToEncode): Encoded {
  try {
    return encode(batch);
  } catch (error) {
    if (!(error instanceof NotStorable)) throw error;
    throw new StoreFault('not-storable', `${error.message}. Nothing was written. Correct the fact and send it again.`, { cause: error });
  }
}

function parsed(text: string): FactRecord {
  try {
    return JSON.parse(text) as FactRecord;
  } catch (cause) {
    throw new StoreFault(
      'history-damaged',
      `A record is not JSON: ${text.slice(0, 80)}… Nothing was changed. Compare the log with a bundle or a backup.`,
      { cause },
    );
  }
}

/** A record from the text that a store kept. What it holds is not checked: see `checkRecord`. */
export const readRecord = (position: string, text: string): Recorded => ({ position, text, record: parsed(text) });

/** Where a reader of the stream stands after its last record. */
export const headOf = (last: Recorded | undefined): Head =>
  last === undefined
    ? { version: 0, leaf: null, at: '' }
    : { version: last.record.version, leaf: leafHash(last.text), at: last.record.recordedAt };

/** Whether a reader who stood there had read this text last; undefined where the stream has nothing at that version. */
export const hasRead = ({ leaf }: Head, last: string | undefined): boolean =>
  last === undefined ? leaf === null : leaf !== null && Buffer.compare(leafHash(last), leaf) === 0;

/** Throws StoreFault `history-damaged` where a record does not say the place it was found at. */
export function checkRecord({ record }: Recorded, stream: string, version: number): void {
  if (record?.v === 1 && record.stream === stream && record.version === version) return;
  const says = `The record at version ${version} of stream ${JSON.stringify(stream)} says version ${record?.version} of ${JSON.stringify(record?.stream)}.`;
  throw new StoreFault('history-damaged', `${says} Nothing was changed. Compare the log with a bundle or a backup.`);
}

/**
 * The answer to an append that found other records after its head. Its own facts first among them mean that it had been sent before.
 * `missed` are the records after the head, `last` is the stream's last.
 */
export function lostRace(facts: readonly FactToWrite[], missed: readonly Recorded[], last: Recorded | undefined): Repeated | Conflict {
  const sentBefore = facts.every((fact, index) => missed[index]?.record.id === fact.id);
  return sentBefore ? { outcome: 'repeated', records: missed.slice(0, facts.length) } : { outcome: 'conflict', head: headOf(last), missed };
}
