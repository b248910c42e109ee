/** Canonical JSON, the auditor's own: what it refuses, word for word, and what is told from it. */
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalize, EvidenceError, isCanonical } from '../src/canonical.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };
const text = (value: unknown): string => new TextDecoder().decode(canonicalize(value));
const faultOf = (value: unknown): EvidenceError | null => {
  try {
    canonicalize(value);
    return null;
  } catch (error) {
    if (error instanceof EvidenceError) return error;
    throw error;
  }
};

describe('canonical JSON, the auditor’s own', () => {
  it('sorts keys by UTF-16 code units and writes numbers as ECMAScript does', () => {
    expect(text({ b: 1e30, a: -0, '€': [1.5, 1e-7], '\u{1f600}': 'x', ﬁ: null, 10: 1, 9: 2 })).toBe(
      '{"10":1,"9":2,"a":0,"b":1e+30,"€":[1.5,1e-7],"😀":"x","ﬁ":null}',
    );
  });

  it('reads its own text back to itself', () => {
    const odd = fc.dictionary(
      fc.string({ unit: 'grapheme' }),
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: 'grapheme' })),
    );
    fc.assert(
      fc.property(odd, (each) => {
        expect(text(JSON.parse(text(each)))).toBe(text(each));
      }),
      { ...seed, numRuns: 1000 },
    );
  });

  it.each<[unknown, string]>([
    [undefined, 'not-json: $ is a undefined'],
    [[1n], 'not-json: $[0] is a bigint'],
    [() => 1, 'not-json: $ is a function'],
    [{ a: { b: Symbol('s') } }, 'not-json: $.a.b is a symbol'],
    [{ a: Number.NaN }, 'not-finite: $.a is NaN'],
    [[0, Number.NEGATIVE_INFINITY], 'not-finite: $[1] is -Infinity'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is refused
    [[, 1], 'hole: $[0] is a hole'],
    [new Array(1), 'hole: $[0] is a hole'],
    [new Date(0), 'not-plain: $ is neither a plain object nor a list'],
    [[new Map()], 'not-plain: $[0] is neither a plain object nor a list'],
    [{ toJSON: () => 1 }, 'not-plain: $ is neither a plain object nor a list'],
    [Object.create({}), 'not-plain: $ is neither a plain object nor a list'],
    [new (class extends Array {})(), 'not-plain: $ is neither a plain object nor a list'],
    [Object.setPrototypeOf([1], null), 'not-plain: $ is neither a plain object nor a list'],
    [Object.setPrototypeOf([], []), 'not-plain: $ is neither a plain object nor a list'],
    [Object.setPrototypeOf([], Object.prototype), 'not-plain: $ is neither a plain object nor a list'],
    [Object.setPrototypeOf([], Object.setPrototypeOf([], null)), 'not-plain: $ is neither a plain object nor a list'],
    [Object.assign([1], { extra: 1 }), 'not-plain: $ is a list with members of its own'],
    [
      {
        get a() {
          return 1;
        },
      },
      'accessor: $.a is not a plain member',
    ],
    [Object.defineProperty({}, 'a', { value: 1 }), 'accessor: $.a is not a plain member'],
    [Object.defineProperty([0], '0', { get: () => 1 }), 'accessor: $[0] is not a plain member'],
    [{ [Symbol('s')]: 1 }, 'symbol-key: $ has a symbol for a key'],
    [['\ud800'], 'lone-surrogate: $[0] holds half a character'],
    [{ '\udc00': 1 }, 'lone-surrogate: $.\udc00: the key holds half a character'],
  ])('refuses what JSON cannot say: case %#', (value, says) => {
    const error = faultOf(value);
    expect(error).toMatchObject({ name: 'EvidenceError', message: says, code: says.slice(0, says.indexOf(':')) });
    expect(`${error?.code}: ${error?.says}`).toBe(says);
  });

  it('takes what JSON can say, from whatever realm it comes', () => {
    expect(text(runInNewContext('({ a: [1, { b: "x" }] })'))).toBe('{"a":[1,{"b":"x"}]}');
    expect(text(Object.assign(Object.create(null), { b: true, a: null }))).toBe('{"a":null,"b":true}');
    expect(text(['', '"', '\\', '\n', '\u001f', '\u007f', '\ud83d\ude00', 0.1, -0, false])).toBe(
      '["","\\"","\\\\","\\n","\\u001f","\u007f","😀",0.1,0,false]',
    );
    expect(text({})).toBe('{}');
  });

  it('refuses a circle and nesting without end, from the 257th level', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(faultOf(circle)?.code).toBe('too-deep');
    const nested = (levels: number, inside: unknown = 1): unknown => (levels === 0 ? inside : { a: nested(levels - 1, inside) });
    expect(text(nested(256))).toBe(`${'{"a":'.repeat(256)}1${'}'.repeat(256)}`);
    expect(faultOf(nested(257))?.says).toBe(`$${'.a'.repeat(256)} lies more than 256 levels deep, or in a circle`);
    expect(faultOf(nested(256, []))?.code).toBe('too-deep');
  });

  it('is told from any other text of the same value', () => {
    const levels = (count: number): string => `${'['.repeat(count)}${']'.repeat(count)}`;
    const objects = (count: number): string => `${'{"a":'.repeat(count)}{}${'}'.repeat(count)}`;
    for (const right of [
      ...['{"a":1,"b":[true,null,"x"]}', '"é"', '1e-7', '0', 'null', '{}', '[]', '""', levels(256), objects(255)],
      // Here ECMAScript's own writer differs, and the other way is gone.
      ...['{"10":2,"9":1}', '[{"10":2,"9":[{"10":"\\n","9":false}]}]', '"\\\\ud800"', '"\\\\uD800"', '{"10":"\\u0001","9":1.5}'],
    ])
      expect(isCanonical(right, JSON.parse(right)), right).toBe(true);
    for (const wrong of [
      '{"a":{"c":1,"b":2}}',
      '{"b":1,"a":2}',
      ' 1',
      '1.0',
      '"\\u0061"',
      '"\\ud800"',
      '{"\\ud800":1}',
      '"\\uD800"',
      '-0',
      '1e999',
      '"\ud800"',
      '{"10":1,"9":1e999}',
      '{"10":1,"9":"\\u0061"}',
      '{"10":1, "9":2}',
      levels(257),
      objects(256),
      `{"10":1,"9":${levels(256)}}`,
      levels(100_000),
    ])
      expect(isCanonical(wrong, JSON.parse(wrong)), wrong).toBe(false);
    // What is no fault of the text is not laid to it.
    const failing = {
      b: 1,
      get a(): number {
        throw new Error('a fault of its own');
      },
    };
    expect(() => isCanonical('{}', failing)).toThrow('a fault of its own');
  });

  it('keeps a member of its own called __proto__', () => expect(text(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}'));
});
