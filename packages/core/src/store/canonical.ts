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

interface Place {
  readonly up: Place | null;
  readonly key: string | number;
  readonly depth: number;
}

const pathOf = (place: Place | null): string => {
  if (!place) return '';
  const above = pathOf(place.up);
  if (typeof place.key === 'number') return `${above}[${place.key}]`;
  return above === '' ? place.key : `${above}.${place.key}`;
};

const below = (up: Place | null, key: string | number): Place => ({ up, key, depth: up ? up.depth + 1 : 1 });

const refuse = (place: Place | null, why: string): never => {
  throw new NotStorable(pathOf(place), why);
};

const NEEDS_CARE = /[\u0000-\u001f"\\\ud800-\udfff]/;
/** With the u flag a surrogate that has its partner is one code point and does not match. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

function quoted(text: string, place: Place | null): string {
  if (!NEEDS_CARE.test(text)) return `"${text}"`;
  return LONE_SURROGATE.test(text) ? refuse(place, 'holds a lone surrogate, which UTF-8 cannot say') : JSON.stringify(text);
}

function numeral(value: number, place: Place | null, exact: boolean): string {
  if (!Number.isFinite(value)) return refuse(place, `${value} is not a JSON number`);
  if (exact && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return refuse(place, 'is an integer beyond ±(2^53 − 1), which other languages read differently; write it as text');
  }
  return String(value);
}

/** The member's own value. A getter might answer differently the next time, so it is refused. */
function member(holder: object, key: string, place: Place): unknown {
  const described = Object.getOwnPropertyDescriptor(holder, key);
  if (described === undefined) return refuse(place, 'is a hole');
  if (!('value' in described)) return refuse(place, 'is an accessor');
  return described.enumerable ? described.value : refuse(place, 'is not enumerable');
}

function isPlain(prototype: object | null): boolean {
  // An object of another realm has that realm's Object.prototype, whose own prototype is null.
  if (prototype === null) return true;
  return Object.getPrototypeOf(prototype) === null && !('toJSON' in prototype);
}

function objectText(value: object, place: Place | null, exact: boolean): string {
  if (!isPlain(Object.getPrototypeOf(value))) return refuse(place, 'is neither a plain object nor an array');
  const keys: string[] = [];
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'symbol') return refuse(place, 'has a symbol for a key');
    keys.push(key);
  }
  keys.sort();
  let text = '';
  for (const key of keys) {
    const here = below(place, key);
    text += `${text === '' ? '' : ','}${quoted(key, here)}:${write(member(value, key, here), here, exact)}`;
  }
  return `{${text}}`;
}

function isPlainArray(value: readonly unknown[]): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype !== null && Array.isArray(prototype) && isPlain(Object.getPrototypeOf(prototype));
}

function arrayText(value: readonly unknown[], place: Place | null, exact: boolean): string {
  if (!isPlainArray(value)) return refuse(place, 'is neither a plain object nor an array');
  let text = '';
  for (let index = 0; index < value.length; index += 1) {
    const here = below(place, index);
    text += `${index === 0 ? '' : ','}${write(member(value, String(index), here), here, exact)}`;
  }
  if (Reflect.ownKeys(value).length !== value.length + 1) return refuse(place, 'is an array with members besides its elements');
  return `[${text}]`;
}

function write(value: unknown, place: Place | null, exact: boolean): string {
  switch (typeof value) {
    case 'string':
      return quoted(value, place);
    case 'number':
      return numeral(value, place, exact);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (place && place.depth >= DEEPEST) return refuse(place, `lies more than ${DEEPEST} levels deep, or in a circle`);
      return Array.isArray(value) ? arrayText(value, place, exact) : objectText(value, place, exact);
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      return refuse(place, `${typeof value} is not JSON`);
  }
}

/** The RFC 8785 text of a value. Throws `NotStorable` for anything that is not plain JSON. Every finite double is written. */
export const canonicalText = (value: unknown): string => write(value, null, false);

/** As `canonicalText`, under the name `at`, and without the integers that JSON readers disagree about: the text of a record's member. */
export const exactText = (value: unknown, at: string): string => write(value, below(null, at), true);
