/** A record as an auditor reads it: every member looked at, hashes and ids by code of the audit's own. */
import { hash } from 'node:crypto';
import { type FactRecord, isOwnStream } from '@redress/core';
import { isCanonical } from './canonical.ts';
import { isDay } from './day.ts';

/** Where what is to be hashed is put together: text with something before it would be copied once more, and leave a copy behind. */
const ROOM = Buffer.alloc(48 * 1024);
const NAMESPACE = 16;
const VARIANTS = '89ab89ab89ab89ab';

const roomFor = (before: number, text: string): Buffer =>
  before + text.length * 3 <= ROOM.length ? ROOM : Buffer.alloc(before + text.length * 3);

/** The first bytes of `ROOM`, by their number: to make such a view takes as long as a sixth of the hash, and lengths come again. */
const FIRST: Uint8Array[] = [];

function firstOf(room: Buffer, bytes: number): Uint8Array {
  if (room !== ROOM) return room.subarray(0, bytes);
  FIRST[bytes] ??= ROOM.subarray(0, bytes);
  return FIRST[bytes];
}

/** The leaf hash of a record's text, base64url: what the next record of the case names as `prev`. */
export function leafOf(text: string): string {
  const room = roomFor(1, text);
  room[0] = 0;
  return hash('sha256', firstOf(room, 1 + room.write(text, 1)), 'base64url');
}

function sha1(namespace: Uint8Array, name: string, as: 'hex' | 'binary'): string {
  const room = roomFor(NAMESPACE, name);
  for (let at = 0; at < NAMESPACE; at += 1) room[at] = namespace[at] ?? 0;
  return hash('sha1', firstOf(room, NAMESPACE + room.write(name, NAMESPACE)), as);
}

/** The bytes of the log that was asked of last: most records that follow one another are of one log. */
let lastLog = { log: '', bytes: new Uint8Array(NAMESPACE) };

function bytesOfLog(log: string): Uint8Array {
  if (lastLog.log !== log) lastLog = { log, bytes: Buffer.from(log.replaceAll('-', ''), 'hex') };
  return lastLog.bytes;
}

/** Under which a command's facts are named: the bytes of a UUID of version 5 (RFC 9562). `log` is a UUID. */
export function commandNamespace(log: string, command: string): Uint8Array {
  const digest = sha1(bytesOfLog(log), command, 'binary');
  const bytes = new Uint8Array(NAMESPACE);
  for (let at = 0; at < NAMESPACE; at += 1) bytes[at] = digest.charCodeAt(at);
  bytes[6] = (digest.charCodeAt(6) & 0x0f) | 0x50;
  bytes[8] = (digest.charCodeAt(8) & 0x3f) | 0x80;
  return bytes;
}

/** The id of a command's fact, a UUID of version 5 as well. */
export function factIdIn(namespace: Uint8Array, index: number, count: number): string {
  const hex = sha1(namespace, `${index}/${count}`, 'hex');
  const variant = VARIANTS.charAt(Number.parseInt(hex.charAt(16), 16));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const HASH = /^[\w-]{43}$/;
const MEMBERS = ['data', 'id', 'log', 'meta', 'prev', 'recordedAt', 'schema', 'sealed', 'stream', 'type', 'v', 'version'];
const NEEDED = [
  'actor',
  'authority',
  'calendar',
  'caseType',
  'chart',
  'command',
  'commandType',
  'door',
  'from',
  'law',
  'occurredOn',
  'role',
  'to',
  'unit',
] as const;

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;
const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isInstant = (value: unknown): boolean => typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10));
const isUuid = (value: unknown): boolean => typeof value === 'string' && UUID.test(value);

/** In a canonical record they stand in the order of the list; elsewhere each is looked for. */
function hasMembers(value: Members): boolean {
  const keys = Object.keys(value);
  if (keys.length !== MEMBERS.length) return false;
  for (let at = 0; at < keys.length; at += 1) if (keys[at] !== MEMBERS[at]) return MEMBERS.every((name) => Object.hasOwn(value, name));
  return true;
}

/** What is wrong with the members of a record, or null. */
function faultIn(value: Members): string | null {
  if (!hasMembers(value)) return 'its members are not those of a record';
  if (value.v !== 1) return 'v is not 1';
  if (!isUuid(value.log) || !isUuid(value.id)) return 'log or id is no UUID';
  if (!isName(value.stream) || !isName(value.type)) return 'stream or type is no name';
  if (!isCount(value.version) || !isCount(value.schema)) return 'version or schema is not a whole number from 1';
  if (!isInstant(value.recordedAt)) return 'recordedAt is no instant';
  if (value.prev !== null && !(typeof value.prev === 'string' && HASH.test(value.prev))) return 'prev is no hash';
  if (!isMembers(value.data)) return 'data is no object';
  return isMembers(value.meta) ? (faultInMeta(value.meta) ?? faultInSealed(value.sealed)) : 'meta is no object';
}

function faultInMeta(meta: Members): string | null {
  // In canonical order the needed ones are met in theirs.
  let met = 0;
  for (const key in meta) {
    if (typeof meta[key] !== 'string') return `meta.${key} is not text`;
    if (key === NEEDED[met]) met += 1;
  }
  if (met < NEEDED.length) for (const key of NEEDED) if (meta[key] === undefined) return `meta.${key} is missing`;
  if (meta.door !== 'execute' && meta.door !== 'observe') return 'meta.door is neither execute nor observe';
  return isDay(String(meta.occurredOn)) ? null : 'meta.occurredOn is no day';
}

function faultInSealed(sealed: unknown): string | null {
  if (!Array.isArray(sealed)) return 'sealed is no list';
  const sorted = sealed.every((each, index) => typeof each === 'string' && (index === 0 || sealed[index - 1] < each));
  return sorted ? null : 'sealed is not sorted text, none twice';
}

/**
 * What keeps a record that a store has parsed from being shown, or null: what is of another kind than whoever shows it takes it for. What
 * else is wrong with it, or missing, a replay finds.
 */
export function faultOf(record: unknown): string | null {
  if (!isMembers(record)) return 'it is no object';
  const { log, id, stream, type, version, schema, recordedAt, data, meta } = record;
  if (!isName(log) || !isName(id)) return 'log or id is no text';
  if (!isName(stream) || !isName(type)) return 'stream or type is no name';
  if (!isCount(version) || !isCount(schema)) return 'version or schema is not a whole number from 1';
  if (!isInstant(recordedAt)) return 'recordedAt is no instant';
  if (!isMembers(data)) return 'data is no object';
  if (!isMembers(meta)) return 'meta is no object';
  for (const key in meta) if (typeof meta[key] !== 'string') return `meta.${key} is not text`;
  return meta.occurredOn === undefined || isDay(String(meta.occurredOn)) ? null : 'meta.occurredOn is no day';
}

export interface ReadRecord {
  /** The record, or null where the text is none. */
  readonly record: FactRecord | null;
  /** Why it is none, or why the text is not canonical; null where all is well. */
  readonly fault: string | null;
}

/**
 * Reads a record's text. What a store has parsed already may be given: it is used only where its canonical form is the text, which
 * proves that it says the same.
 */
export function readStrictly(text: string, parsed: unknown): ReadRecord {
  const same = parsed !== undefined && isCanonical(text, parsed);
  const value = same ? parsed : parse(text);
  if (!isMembers(value)) return { record: null, fault: `it is no JSON object: ${JSON.stringify(text.slice(0, 40))}` };
  const wrong = faultIn(value);
  if (wrong !== null) return { record: null, fault: wrong };
  const fault = same || isCanonical(text, value) ? null : 'white space, order, escapes or numbers differ';
  return { record: value as unknown as FactRecord, fault };
}

/** The case a text is of, or, where it is damaged, seems to be of; '' where that cannot be told. */
export function streamIn(text: string): string {
  const value = parse(text);
  if (isMembers(value)) return typeof value.stream === 'string' ? value.stream : '';
  const [, name = '""'] = /"stream":("(?:[^"\\]|\\.)*")/.exec(text) ?? [];
  return String(parse(name) ?? '');
}

/** Whether the log speaks of itself there, which is no case and no record of one. A text that cannot be read is never passed over. */
export function isOfLogItself(text: string, record: FactRecord | null): boolean {
  return record ? isOwnStream(record.stream) : isMembers(parse(text)) && isOwnStream(streamIn(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
