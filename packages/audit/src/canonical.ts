/**
 * Canonical JSON (RFC 8785), the auditor's own: what the writer's encoder says is not taken on trust, so nothing of it is used here.
 * A value is first looked through for whatever JSON cannot say, then written.
 */

/** Of a value that JSON cannot say; of a call; of a note and of the checkpoint in it. */
export type EvidenceCode =
  | 'not-json'
  | 'not-finite'
  | 'hole'
  | 'not-plain'
  | 'accessor'
  | 'symbol-key'
  | 'lone-surrogate'
  | 'too-deep'
  | 'bad-argument'
  | 'input-too-large'
  | 'note-malformed'
  | 'note-too-many-signatures'
  | 'key-unknown'
  | 'signature-invalid'
  | 'checkpoint-malformed'
  | 'size-malformed';

/** Something that cannot be evidence. `says` names the place, as `$.data.parties[2]`, or what is wrong and what was expected. */
export class EvidenceError extends Error {
  readonly code: EvidenceCode;
  readonly says: string;

  constructor(code: EvidenceCode, says: string) {
    super(`${code}: ${says}`);
    this.name = 'EvidenceError';
    this.code = code;
    this.says = says;
  }
}

/** Deeper nesting is refused; so is a circle, which has no end. */
const DEEPEST = 256;
const SURROGATE = /[\ud800-\udfff]/;
/** With the u flag only a surrogate without its partner matches. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const ESCAPED = /[\u0000-\u001f"\\]/;

/** The bytes of a value. Throws `EvidenceError` for anything that is not plain JSON. */
export function canonicalize(value: unknown): Uint8Array {
  inspect(value, '$', 0);
  return new TextEncoder().encode(written(value));
}

/**
 * Whether a text is the canonical form of what a JSON parser made of it. What a parser lets through and the canonical form does not
 * (half characters, numbers beyond a double, keys twice or out of order, nesting without end) makes it false.
 */
export function isCanonical(text: string, parsed: unknown): boolean {
  // The quick way is as strict: ECMAScript's own writer differs from RFC 8785 in the order of keys and in half characters only.
  // Depth is looked at first: ECMAScript's writer runs out of stack where nesting has no end. Half a character it writes as an escape.
  if (inOrder(parsed, 0) && JSON.stringify(parsed) === text && !text.includes('\\ud')) return true;
  try {
    return written(parsed) === text;
  } catch (error) {
    if (error instanceof EvidenceError) return false;
    throw error;
  }
}

/** Whether the keys of every object stand in canonical order. */
function inOrder(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => inOrder(item, depth + 1));
  let before: string | null = null;
  for (const key in value) {
    if (before !== null && before >= key) return false;
    before = key;
    if (!inOrder((value as Readonly<Record<string, unknown>>)[key], depth + 1)) return false;
  }
  return true;
}

function written(value: unknown, depth = 0): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return numeral(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth >= DEEPEST) throw new EvidenceError('too-deep', `the value lies more than ${DEEPEST} levels deep, or in a circle`);
  return Array.isArray(value) ? `[${value.map((item) => written(item, depth + 1)).join(',')}]` : members(value, depth + 1);
}

function members(value: object, depth: number): string {
  // `sort` compares UTF-16 code units, as RFC 8785 asks.
  const keys = Object.keys(value).sort();
  const holder = value as Readonly<Record<string, unknown>>;
  let text = '{';
  for (const key of keys) text += `${text.length > 1 ? ',' : ''}${quoted(key)}:${written(holder[key], depth)}`;
  return `${text}}`;
}

function quoted(text: string): string {
  if (SURROGATE.test(text) && LONE_SURROGATE.test(text)) throw new EvidenceError('lone-surrogate', 'the text holds half a character');
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new EvidenceError('not-finite', `${value} is no JSON number`);
  return String(value);
}

function inspect(value: unknown, path: string, depth: number): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (LONE_SURROGATE.test(value)) throw new EvidenceError('lone-surrogate', `${path} holds half a character`);
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new EvidenceError('not-finite', `${path} is ${value}`);
      return;
    case 'object':
      if (value !== null) inspectInside(value, path, depth);
      return;
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      throw new EvidenceError('not-json', `${path} is a ${typeof value}`);
  }
}

function inspectInside(value: object, path: string, depth: number): void {
  if (depth >= DEEPEST) throw new EvidenceError('too-deep', `${path} lies more than ${DEEPEST} levels deep, or in a circle`);
  if (!isPlain(value) || 'toJSON' in value) throw new EvidenceError('not-plain', `${path} is neither a plain object nor a list`);
  const list = Array.isArray(value);
  const keys = Reflect.ownKeys(value);
  if (list)
    for (let index = 0; index < value.length; index += 1)
      if (!(index in value)) throw new EvidenceError('hole', `${path}[${index}] is a hole`);
  if (list && keys.length !== value.length + 1) throw new EvidenceError('not-plain', `${path} is a list with members of its own`);
  for (const key of keys) if (!(list && key === 'length')) inspectMember(value, key, path, depth);
}

function inspectMember(holder: object, key: string | symbol, path: string, depth: number): void {
  if (typeof key === 'symbol') throw new EvidenceError('symbol-key', `${path} has a symbol for a key`);
  const here = Array.isArray(holder) ? `${path}[${key}]` : `${path}.${key}`;
  const described = Object.getOwnPropertyDescriptor(holder, key);
  if (!described || !('value' in described) || !described.enumerable) throw new EvidenceError('accessor', `${here} is not a plain member`);
  if (LONE_SURROGATE.test(key)) throw new EvidenceError('lone-surrogate', `${here}: the key holds half a character`);
  inspect(described.value, here, depth + 1);
}

/** An object without a prototype, or with one that has none itself, so that objects of another realm pass and class instances do not. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  // A list without one has none of the ways of a list.
  if (prototype === null) return !Array.isArray(value);
  const above: object | null = Object.getPrototypeOf(prototype);
  if (!Array.isArray(value)) return above === null;
  return Array.isArray(prototype) && above !== null && Object.getPrototypeOf(above) === null;
}
