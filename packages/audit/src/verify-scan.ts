/**
 * A record recognised in its bytes, without making a value of it: the quick way for the many that are as they should be. What is not
 * recognised may still be right, and is read by `verify-record.ts`.
 */
import { isDate } from './day.ts';
import { byteAt } from './verify-text.ts';

/** Every member of `meta` that a record may have, in canonical order. */
export const META_MEMBERS = [
  ...['actor', 'authority', 'calendar', 'caseType', 'causation', 'chart', 'command', 'commandType', 'correlation'],
  ...['door', 'from', 'law', 'occurredOn', 'onBehalfOf', 'role', 'to', 'unit'],
] as const;

/** What is read of a record. Texts are places in bytes, without their quotes, as JSON writes them. */
export class Fact {
  /** The id as four words. */
  readonly id = new Uint32Array(4);
  version = 0;
  bytes: Uint8Array = new Uint8Array(0);
  logFrom = 0;
  /** Where 43 characters stand; 0 where `prev` is null. */
  prevFrom = 0;
  streamFrom = 0;
  streamTo = 0;
  typeFrom = 0;
  typeTo = 0;
  /** The list of commitments, brackets included. */
  sealedFrom = 0;
  sealedTo = 0;
  /** Where the record ends: at its newline. */
  to = 0;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const ESCAPE = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const ZERO = 0x30;
const FIVE = 0x35;
const MINUS = 0x2d;
const NEWLINE = 0x0a;
/** What nests deeper is left to the other reader, which counts. */
const DEEPEST = 64;
/** Digits of whole numbers that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;
/** Beyond these bytes the order of bytes is not that of UTF-16. */
const FIRST_BEYOND = 0xee;

const table = (accepts: (byte: number) => boolean): Uint8Array => Uint8Array.from({ length: 256 }, (_, byte) => (accepts(byte) ? 1 : 0));
const isOneOf = (text: string): Uint8Array => table((byte) => text.includes(String.fromCharCode(byte)));
const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Bytes of a text that stand for themselves. */
const PLAIN = table((byte) => byte >= 0x20 && byte !== QUOTE && byte !== ESCAPE);
const PLAIN_KEY = table((byte) => byte >= 0x20 && byte !== QUOTE && byte !== ESCAPE && byte < FIRST_BEYOND);
const DIGIT = isOneOf(DIGITS);
const VARIANT = isOneOf('89ab');
const BASE64URL = isOneOf(`${LETTERS}${DIGITS}-_`);
/** The last of 43: its two spare bits are zero. */
const BASE64URL_LAST = isOneOf('AEIMQUYcgkosw048');
/** Value of a digit in hex, lower case, and 16 for what is none. */
const HEX = Uint8Array.from({ length: 256 }, (_, byte) => '0123456789abcdef'.indexOf(String.fromCharCode(byte)) & 31).map((value) =>
  value > 15 ? 16 : value,
);

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const BEGIN = ascii('{"data":');
const ID = ascii(',"id":"');
const LOG = ascii('","log":"');
const META = ascii('","meta":{');
const PREV = ascii(',"prev":');
const RECORDED = ascii(',"recordedAt":"');
const SCHEMA = ascii('","schema":');
const SEALED = ascii(',"sealed":[');
const STREAM = ascii(',"stream":"');
const TYPE = ascii('","type":"');
const VERSION = ascii('","v":1,"version":');
const NULL = ascii('null');
const TRUE = ascii('true');
const FALSE = ascii('false');
const META_KEYS = META_MEMBERS.map((name) => ascii(`"${name}":"`));

const UUID_CHARACTERS = 36;
const HASH_CHARACTERS = 43;
const INSTANT_CHARACTERS = 24;
/** Nothing stands there, so that whoever goes on from it finds nothing either. */
const NOWHERE = -1;

/** Recognises records, one after the other. `fact` holds what the last one says. */
export class RecordScanner {
  readonly fact = new Fact();
  #bytes: Uint8Array = new Uint8Array(0);

  /**
   * Whether a well-formed record in canonical bytes begins at `from`, and ends in a newline. The bytes are valid UTF-8 and hold a
   * newline after `from`.
   */
  recognises(bytes: Uint8Array, from: number): boolean {
    this.#bytes = bytes;
    const { fact } = this;
    fact.bytes = bytes;
    let at = this.#literal(BEGIN, from);
    if (bytes[at] !== OPEN) return false;
    at = this.#value(at, 1);
    // Looked for no further: a place that is none is slow to look at.
    if (at === NOWHERE) return false;
    at = this.#id(this.#literal(ID, at));
    fact.logFrom = this.#literal(LOG, at);
    at = this.#meta(this.#literal(META, this.#uuid(fact.logFrom)));
    at = this.#prev(this.#literal(PREV, at));
    at = this.#instant(this.#literal(RECORDED, at));
    at = this.#count(this.#literal(SCHEMA, at));
    at = this.#sealed(this.#literal(SEALED, at));
    fact.streamFrom = this.#literal(STREAM, at);
    fact.streamTo = this.#name(fact.streamFrom);
    fact.typeFrom = this.#literal(TYPE, fact.streamTo);
    fact.typeTo = this.#name(fact.typeFrom);
    at = this.#count(this.#literal(VERSION, fact.typeTo));
    if (bytes[at] !== CLOSE || bytes[at + 1] !== NEWLINE) return false;
    fact.version = this.#number;
    fact.to = at + 1;
    return true;
  }

  #literal(expected: Uint8Array, from: number): number {
    const bytes = this.#bytes;
    const length = expected.length;
    for (let index = 0; index < length; index += 1) if (bytes[from + index] !== expected[index]) return NOWHERE;
    return from + length;
  }

  /** After the value that begins at `at`. */
  #value(at: number, depth: number): number {
    const byte = this.#bytes[at];
    switch (byte) {
      case QUOTE:
        return this.#text(at + 1);
      case OPEN:
        return depth > DEEPEST ? NOWHERE : this.#object(at + 1, depth + 1);
      case OPEN_LIST:
        return depth > DEEPEST ? NOWHERE : this.#list(at + 1, depth + 1);
      case NULL[0]:
        return this.#literal(NULL, at);
      case TRUE[0]:
        return this.#literal(TRUE, at);
      case FALSE[0]:
        return this.#literal(FALSE, at);
      case MINUS:
        return this.#bytes[at + 1] === ZERO ? NOWHERE : this.#digits(at + 1);
      default:
        return this.#digits(at);
    }
  }

  #object(from: number, depth: number): number {
    const bytes = this.#bytes;
    let at = from;
    if (bytes[at] === CLOSE) return at + 1;
    let keyFrom = 0;
    let keyTo = 0;
    for (;;) {
      if (bytes[at] !== QUOTE) return NOWHERE;
      const key = at + 1;
      for (at = key; byteAt(PLAIN_KEY, byteAt(bytes, at)) === 1; ) at += 1;
      if (bytes[at] !== QUOTE || bytes[at + 1] !== COLON || (keyFrom > 0 && !this.#rises(keyFrom, keyTo, key, at))) return NOWHERE;
      [keyFrom, keyTo] = [key, at];
      at = this.#value(at + 2, depth);
      if (at === NOWHERE) return NOWHERE;
      if (bytes[at] === CLOSE) return at + 1;
      if (bytes[at] !== COMMA) return NOWHERE;
      at += 1;
    }
  }

  /** Whether the second key comes after the first. */
  #rises(from: number, to: number, nextFrom: number, nextTo: number): boolean {
    const bytes = this.#bytes;
    const length = Math.min(to - from, nextTo - nextFrom);
    for (let index = 0; index < length; index += 1) {
      const difference = byteAt(bytes, nextFrom + index) - byteAt(bytes, from + index);
      if (difference > 0) return true;
      if (difference < 0) return false;
    }
    return nextTo - nextFrom > to - from;
  }

  #list(from: number, depth: number): number {
    const bytes = this.#bytes;
    let at = from;
    if (bytes[at] === CLOSE_LIST) return at + 1;
    for (;;) {
      at = this.#value(at, depth);
      if (at === NOWHERE) return NOWHERE;
      if (bytes[at] === CLOSE_LIST) return at + 1;
      if (bytes[at] !== COMMA) return NOWHERE;
      at += 1;
    }
  }

  /** After the quote that ends the text; short escapes only, the rest is left to the other reader. */
  #text(from: number): number {
    const bytes = this.#bytes;
    for (let at = from; ; at += 1) {
      while (byteAt(PLAIN, byteAt(bytes, at)) === 1) at += 1;
      if (bytes[at] === QUOTE) return at + 1;
      if (bytes[at] !== ESCAPE) return NOWHERE;
      at += 1;
      if (byteAt(SHORT_ESCAPE, byteAt(bytes, at)) !== 1) return NOWHERE;
    }
  }

  /** After one character or more, none of them escaped: where the quote that ends the text must stand. */
  #name(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    while (byteAt(PLAIN, byteAt(bytes, at)) === 1) at += 1;
    return at > from ? at : NOWHERE;
  }

  #number = 0;

  /** A whole number that a double holds exactly. */
  #digits(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    let value = 0;
    while (byteAt(DIGIT, byteAt(bytes, at)) === 1) {
      value = value * 10 + (byteAt(bytes, at) - ZERO);
      at += 1;
    }
    const length = at - from;
    if (length === 0 || length > EXACT_DIGITS) return NOWHERE;
    if (bytes[from] === ZERO && length > 1) return NOWHERE;
    // A point or an exponent is no end: whoever called finds neither comma nor bracket.
    this.#number = value;
    return at;
  }

  #count(at: number): number {
    const end = this.#digits(at);
    return this.#number >= 1 ? end : NOWHERE;
  }

  #meta(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    if (bytes[at] === CLOSE) return at + 1;
    for (const key of META_KEYS) {
      // Most names are another already by their second letter.
      if (key[2] !== bytes[at + 2] || key[1] !== bytes[at + 1]) continue;
      const after = this.#literal(key, at);
      if (after === NOWHERE) continue;
      at = this.#text(after);
      if (bytes[at] === CLOSE) return at + 1;
      if (bytes[at] !== COMMA) return NOWHERE;
      at += 1;
    }
    return NOWHERE;
  }

  #prev(at: number): number {
    this.fact.prevFrom = 0;
    if (this.#bytes[at] !== QUOTE) return this.#literal(NULL, at);
    this.fact.prevFrom = at + 1;
    return this.#hash(at);
  }

  /** After 43 characters in quotes. */
  #hash(at: number): number {
    const bytes = this.#bytes;
    const last = at + HASH_CHARACTERS;
    for (let each = at + 1; each !== last; each += 1) if (byteAt(BASE64URL, byteAt(bytes, each)) !== 1) return NOWHERE;
    return byteAt(BASE64URL_LAST, byteAt(bytes, last)) === 1 && bytes[last + 1] === QUOTE ? last + 2 : NOWHERE;
  }

  #sealed(from: number): number {
    const bytes = this.#bytes;
    this.fact.sealedFrom = from - 1;
    this.fact.sealedTo = bytes[from] === CLOSE_LIST ? from + 1 : this.#hashes(from);
    return this.fact.sealedTo;
  }

  /** After a list of one hash or more, each greater than the one before, and its bracket. */
  #hashes(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (let before = 0; ; ) {
      const end = bytes[at] === QUOTE ? this.#hash(at) : NOWHERE;
      if (before > 0 && !this.#rises(before, before + HASH_CHARACTERS, at + 1, end - 1)) return NOWHERE;
      if (bytes[end] === CLOSE_LIST) return end + 1;
      if (bytes[end] !== COMMA) return NOWHERE;
      before = at + 1;
      at = end + 1;
    }
  }

  #id(from: number): number {
    const end = this.#uuid(from);
    this.fact.id.set(this.#words);
    // Version 5, and the variant that has one.
    return byteAt(this.#bytes, from + 14) === FIVE && byteAt(VARIANT, byteAt(this.#bytes, from + 19)) === 1 ? end : NOWHERE;
  }

  readonly #words = new Uint32Array(4);

  #uuid(from: number): number {
    const bytes = this.#bytes;
    let digits = 0;
    let word = 0;
    for (let index = 0; index < UUID_CHARACTERS; index += 1) {
      const byte = byteAt(bytes, from + index);
      if (index === 8 || index === 13 || index === 18 || index === 23) {
        if (byte !== MINUS) return NOWHERE;
        continue;
      }
      const value = byteAt(HEX, byte);
      if (value === 16) return NOWHERE;
      word = (word << 4) | value;
      digits += 1;
      if ((digits & 7) === 0) this.#words[(digits >> 3) - 1] = word;
    }
    return from + UUID_CHARACTERS;
  }

  #instant(from: number): number {
    const bytes = this.#bytes;
    for (let index = 0; index < INSTANT_CHARACTERS; index += 1) {
      const expected = byteAt(INSTANT, index);
      const byte = byteAt(bytes, from + index);
      if (expected === ZERO ? byteAt(DIGIT, byte) !== 1 : byte !== expected) return NOWHERE;
    }
    if (this.#pair(from + 11) > 23 || this.#pair(from + 14) > 59 || this.#pair(from + 17) > 59) return NOWHERE;
    const year = this.#pair(from) * 100 + this.#pair(from + 2);
    return isDate(year, this.#pair(from + 5), this.#pair(from + 8)) ? from + INSTANT_CHARACTERS : NOWHERE;
  }

  #pair(at: number): number {
    return (byteAt(this.#bytes, at) - ZERO) * 10 + (byteAt(this.#bytes, at + 1) - ZERO);
  }
}

const SHORT_ESCAPE = isOneOf('"\\bfnrt');
/** The shape of an instant: a zero stands for any digit. */
const INSTANT = ascii('0000-00-00T00:00:00.000Z');
