import { runInNewContext } from 'node:vm';
import oracle from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, NotStorable } from '../../src/store/index.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

/** Keys and texts of all of Unicode, controls and quotes included. */
const anyJson = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });

function refused(value: unknown): NotStorable {
  try {
    canonicalText(value);
  } catch (error) {
    if (error instanceof NotStorable) return error;
    throw error;
  }
  return expect.fail('nothing was refused');
}

describe('canonical JSON', () => {
  test('is what an independent implementation of RFC 8785 writes', () => {
    // Control: with String(value) in place of the sorted keys, or with `localeCompare`, the first run fails.
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalText(value)).toBe(oracle(value));
      }),
      { numRuns: 300, ...seed },
    );
  });

  test('writes every finite double as ECMAScript does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(canonicalText(value)).toBe(oracle(value));
        expect(JSON.parse(canonicalText(value))).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: 300, ...seed },
    );
  });

  test('is the text of appendix B and of section 3.2 of RFC 8785', () => {
    expect(canonicalText([1e30, 4.5, 0.002, 1e-27, -0, 333333333.3333333])).toBe('[1e+30,4.5,0.002,1e-27,0,333333333.3333333]');
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalText(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
    expect(canonicalText('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  test('reads back as the value that was written, and is written again as the same text', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalText(value);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 300, ...seed },
    );
  });

  test('keeps an own key named __proto__', () => {
    expect(canonicalText(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}');
  });

  test('takes plain objects of another realm, and those without a prototype', () => {
    expect(canonicalText(runInNewContext('({ b: [1], a: 2 })'))).toBe('{"a":2,"b":[1]}');
    expect(canonicalText(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
  });

  test('asks a getter once, and writes what it gave', () => {
    let asked = 0;
    const value = {
      get days() {
        asked += 1;
        return asked;
      },
    };
    expect(canonicalText({ value })).toBe('{"value":{"days":1}}');
    expect(asked).toBe(1);
  });

  test('writes one object that is there twice, which is no circle', () => {
    const shared = { a: 1 };
    expect(canonicalText([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });
});

const circle: unknown[] = [];
circle.push([circle]);
const extended = Object.assign([1], { note: 'lost by every parser' });
const inherited = Object.create({ toJSON: () => 1 });

describe('canonical JSON refuses, and says where', () => {
  // Control: the oracle accepts the hole; without the check of each member so would we.
  test.each<[string, unknown, string]>([
    ['undefined', { a: { b: undefined } }, 'a.b'],
    ['a function', { a: () => 1 }, 'a'],
    ['a symbol', [Symbol('a')], '[0]'],
    ['a bigint', { days: [1, 2n] }, 'days[1]'],
    ['NaN', { a: Number.NaN }, 'a'],
    ['infinity', { a: Number.NEGATIVE_INFINITY }, 'a'],
    // biome-ignore lint/suspicious/noSparseArray: the hole is the subject
    ['a hole', { a: [1, , 3] }, 'a[1]'],
    ['a circle', circle, '[0][0]'],
    ['a lone surrogate in a value', { a: 'x\ud83d' }, 'a'],
    ['a lone surrogate turned round', ['\ude00\ud83d'], '[0]'],
    ['a lone surrogate in a key', { a: { '\udc00': 1 } }, 'a.\udc00'],
    ['a Date', { at: new Date(0) }, 'at'],
    ['a Map', { a: new Map() }, 'a'],
    ['a class instance', { a: new (class Sealed {})() }, 'a'],
    ['a boxed number', { a: Object(1) }, 'a'],
    ['an own toJSON', { a: { toJSON: () => 1 } }, 'a.toJSON'],
    ['an inherited toJSON', { a: inherited }, 'a'],
    ['a hidden member', { a: Object.defineProperty({}, 'b', { value: 1 }) }, 'a.b'],
    ['a symbol for a key', { a: { [Symbol('b')]: 1 } }, 'a'],
    ['members on an array', { a: extended }, 'a'],
    ['an array of a class of its own', { a: new (class extends Array {})() }, 'a'],
    ['a Buffer', { a: Buffer.from('a') }, 'a'],
  ])('%s', (_, value, path) => {
    const { path: found, why } = refused(value);
    expect(why).not.toBe('');
    expect(path === '[0][0]' ? found.slice(0, 6) : found).toBe(path);
  });

  test('nesting over 256 levels, and not 256', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
    expect(canonicalText(nested(256))).toHaveLength(513);
    expect(refused(nested(257)).why).toMatch(/256/);
  });
});
