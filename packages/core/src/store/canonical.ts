/**
 * Canonical JSON (RFC 8785): one text for one value, so that a hash over the text is a hash over the value.
 *
 * Libraries for it each let something through that is not JSON, or drop something that was there. This one refuses instead:
 * what it writes is what any JSON parser reads back.
 */

/** A value that JSON cannot say, or that another reader would read differently. */
export class NotStorable extends Error {
  /** Where in the value, as `data.parties[2].name`; '' is the value itself. */
  readonly path: string;
  readonly why: string;

  constructor(path: string, why: string) {
    super(path === '' ? why : `${path}: ${why}`);
    this.name = 'NotStorable';
    this.path = path;
    this.why = why;
  }
}

/** Nesting beyond this is refused; it also ends a walk in a circle. */
const DEEPEST = 256;

const refuse = (why: string): never => {
  throw new NotStorable('', why);
};

/** The same refusal, said of the value that holds the refused one: a path is only put together where something is refused. */
function within(key: string | number, error: unknown): unknown {
  if (!(error instanceof NotStorable)) return error;
  const { path, why } = error;
  const step = typeof key === 'number' ? `[${key}]` : key;
  return new NotStorable(path === '' || path.startsWith('[') ? `${step}${path}` : `${step}.${path}`, why);
}

const NEEDS_CARE = /[\u0000-\u001f"\\\ud800-\udfff]/;
/** With the u flag a surrogate that has its partner is one code point and does not match. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

function quoted(text: string): string {
  if (!NEEDS_CARE.test(text)) return `"${text}"`;
  return LONE_SURROGATE.test(text) ? refuse('holds a lone surrogate, which UTF-8 cannot say') : JSON.stringify(text);
}

function numeral(value: number, exact: boolean): string {
  if (!Number.isFinite(value)) return refuse(`${value} is not a JSON number`);
  if (exact && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return refuse('is an integer beyond ±(2^53 − 1), which other languages read differently; write it as text');
  }
  return String(value);
}

function isPlain(prototype: object | null): boolean {
  if (prototype === Object.prototype || prototype === null) return true;
  // An object of another realm has that realm's Object.prototype, whose own prototype is null.
  return Object.getPrototypeOf(prototype) === null && !('toJSON' in prototype);
}

/** How many keys a value has in all. The two lists of it together take half the time of `Reflect.ownKeys`. */
const ownKeysOf = (value: object): number => Object.getOwnPropertyNames(value).length + Object.getOwnPropertySymbols(value).length;

/** Most objects are written in order, and looking costs less than sorting. */
function inOrder(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index += 1) if ((keys[index] ?? '') < (keys[index - 1] ?? '')) return false;
  return true;
}

/** The names of the members that an object shows to everybody. A getter is asked once, and what it gives is what is written. */
function keysOf(value: object): string[] {
  const keys = Object.keys(value);
  if (ownKeysOf(value) === keys.length) return inOrder(keys) ? keys : keys.sort();
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'symbol') return refuse('has a symbol for a key');
    if (!Object.prototype.propertyIsEnumerable.call(value, key)) throw within(key, new NotStorable('', 'is not enumerable'));
  }
  return keys;
}

function objectText(value: object, exact: boolean, depth: number): string {
  if (!isPlain(Object.getPrototypeOf(value))) return refuse('is neither a plain object nor an array');
  let text = '';
  for (const key of keysOf(value)) text += `${text === '' ? '' : ','}${memberText(value as Record<string, unknown>, key, exact, depth)}`;
  return `{${text}}`;
}

function memberText(value: Readonly<Record<string, unknown>>, key: string, exact: boolean, depth: number): string {
  try {
    return `${quoted(key)}:${write(value[key], exact, depth + 1)}`;
  } catch (error) {
    throw within(key, error);
  }
}

function isPlainArray(value: readonly unknown[]): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === Array.prototype) return true;
  return prototype !== null && Array.isArray(prototype) && isPlain(Object.getPrototypeOf(prototype));
}

function arrayText(value: readonly unknown[], exact: boolean, depth: number): string {
  if (!isPlainArray(value)) return refuse('is neither a plain object nor an array');
  let text = '';
  for (let index = 0; index < value.length; index += 1) text += `${index === 0 ? '' : ','}${elementText(value, index, exact, depth)}`;
  if (ownKeysOf(value) !== value.length + 1) return refuse('is an array with members besides its elements');
  return `[${text}]`;
}

function elementText(value: readonly unknown[], index: number, exact: boolean, depth: number): string {
  try {
    return index in value ? write(value[index], exact, depth + 1) : refuse('is a hole');
  } catch (error) {
    throw within(index, error);
  }
}

function write(value: unknown, exact: boolean, depth: number): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return numeral(value, exact);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= DEEPEST) return refuse(`lies more than ${DEEPEST} levels deep, or in a circle`);
      return Array.isArray(value) ? arrayText(value, exact, depth) : objectText(value, exact, depth);
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      return refuse(`${typeof value} is not JSON`);
  }
}

/** The RFC 8785 text of a value. Throws `NotStorable` for anything that is not plain JSON. Every finite double is written. */
export const canonicalText = (value: unknown): string => write(value, false, 0);

/** As `canonicalText`, under the name `at`, and without the integers that JSON readers disagree about: the text of a record's member. */
export function exactText(value: unknown, at: string): string {
  try {
    return write(value, true, 1);
  } catch (error) {
    throw within(at, error);
  }
}
