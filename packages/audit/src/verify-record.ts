/** A line of records read in full, as the verifier of bundles does with whatever it does not recognise at once. */
import { isCanonical } from './canonical.ts';
import { isDay } from './day.ts';
import type { Particular } from './verdict.ts';
import { type Fact, META_MEMBERS } from './verify-scan.ts';
import { fromBase64Url, parsed, textOfUtf8 } from './verify-text.ts';

type Members = Readonly<Record<string, unknown>>;

export interface ReadLine {
  /** Why it is no record; the members cannot be relied on. */
  readonly malformed: Particular | null;
  /** Whether the bytes are the canonical ones of what they say. */
  readonly canonical: boolean;
}

const MEMBERS = ['data', 'id', 'log', 'meta', 'prev', 'recordedAt', 'schema', 'sealed', 'stream', 'type', 'v', 'version'];
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UUID_5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const META: ReadonlySet<string> = new Set(META_MEMBERS);

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
export const isUuid5 = (value: unknown): value is string => typeof value === 'string' && UUID_5.test(value);
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;
const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isInstant = (value: unknown): boolean => typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10));
const isHash = (value: unknown): boolean => fromBase64Url(value)?.length === 32;
const isMeta = (value: unknown): boolean =>
  isMembers(value) && Object.entries(value).every(([key, text]) => META.has(key) && typeof text === 'string');

/** Sorted as UTF-16, none twice. */
const isSealed = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each, index) => isHash(each) && (index === 0 || value[index - 1] < each));

const CHECKS: readonly (readonly [member: string, holds: (value: unknown) => boolean])[] = [
  ['v', (value) => value === 1],
  ['log', isUuid],
  ['id', isUuid5],
  ['stream', isName],
  ['type', isName],
  ['version', isCount],
  ['schema', isCount],
  ['recordedAt', isInstant],
  ['prev', (value) => value === null || isHash(value)],
  ['data', isMembers],
  ['meta', isMeta],
  ['sealed', isSealed],
];

/** A record of the shortest names and no data has more bytes. What is shorter is not worth an exception. */
const SHORTEST = 200;

/** Reads a line, without its newline, and where it is a record fills in the fact. */
export function readLine(line: Uint8Array, fact: Fact): ReadLine {
  if (line.length < SHORTEST) return malformed('not-json');
  const text = textOfUtf8(line);
  if (text === null) return malformed('not-utf8');
  const value = parsed(text);
  if (!isMembers(value)) return malformed('not-json');
  const canonical = isCanonical(text, value);
  if (!canonical && hasKeyTwice(text)) return malformed('key-twice');
  const wrong = faultIn(value);
  if (wrong) return { malformed: wrong, canonical };
  fill(fact, value);
  return { malformed: null, canonical };
}

const malformed = (...particular: Particular): ReadLine => ({ malformed: particular, canonical: true });

function faultIn(value: Members): Particular | null {
  for (const name of MEMBERS) if (!Object.hasOwn(value, name)) return ['member-wrong', name];
  for (const name in value) if (!MEMBERS.includes(name)) return ['member-wrong', JSON.stringify(name.slice(0, 40))];
  for (const [name, holds] of CHECKS) if (!holds(value[name])) return ['member-wrong', name];
  return hasUnsafeNumber(value) ? ['number-too-large'] : null;
}

/** Whether a whole number stands anywhere that other languages might read as another. */
function hasUnsafeNumber(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'number' && Math.abs(next) > Number.MAX_SAFE_INTEGER) return true;
    if (typeof next === 'object' && next !== null) for (const each of Object.values(next)) left.push(each);
  }
  return false;
}

/** Whether an object of a JSON text has one key twice. The text is valid JSON. */
export function hasKeyTwice(text: string): boolean {
  // The keys of each object that is open; in a list there are none.
  const outer: Set<string>[] = [];
  let keys = new Set<string>();
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [word, colon] = found;
    if (word === '{') {
      outer.push(keys);
      keys = new Set();
    } else if (word === '}') keys = outer.pop() ?? keys;
    else if (colon !== undefined) {
      const key: string = JSON.parse(word.slice(0, -colon.length));
      if (keys.has(key)) return true;
      keys.add(key);
    }
  }
  return false;
}

/** As JSON writes it; half a character, which the canonical form has no bytes for, is written as an escape. */
const bytesOfText = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** As if it had been recognised: what is compared are the canonical texts of its members. */
function fill(fact: Fact, { id, log, prev, sealed, stream, type, version }: Members): void {
  const texts = [log, prev, stream, type, sealed].map(bytesOfText);
  const from = texts.map((_, index) => 1 + texts.slice(0, index).reduce((sum, each) => sum + each.length, 0));
  const [logFrom = 0, prevFrom = 0, streamFrom = 0, typeFrom = 0, sealedFrom = 0] = from;
  fact.bytes = Buffer.concat([Buffer.alloc(1), ...texts]);
  fact.version = Number(version);
  fact.logFrom = logFrom + 1;
  fact.prevFrom = prev === null ? 0 : prevFrom + 1;
  fact.streamFrom = streamFrom + 1;
  fact.streamTo = typeFrom - 1;
  fact.typeFrom = typeFrom + 1;
  fact.typeTo = sealedFrom - 1;
  fact.sealedFrom = sealedFrom;
  fact.sealedTo = fact.bytes.length;
  fact.id.set(wordsOf(String(id)));
}

/** A UUID as four words. */
export function wordsOf(uuid: string): Uint32Array {
  const hex = uuid.replaceAll('-', '');
  return Uint32Array.from({ length: 4 }, (_, word) => Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16));
}
