import { canonicalText, factId, leafHash as writersLeaf } from '@redress/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCanonical } from '../src/canonical.ts';
import { canonicalize, EvidenceError, leafHash } from '../src/index.ts';
import { commandNamespace, factIdIn } from '../src/record.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };
const text = (value: unknown): string => new TextDecoder().decode(canonicalize(value));
const codeOf = (value: unknown): string => {
  try {
    canonicalize(value);
    return 'none';
  } catch (error) {
    return error instanceof EvidenceError ? error.code : 'another error';
  }
};

describe('canonical JSON, the auditor’s own', () => {
  it('sorts keys by UTF-16 code units and writes numbers as ECMAScript does', () => {
    expect(text({ b: 1e30, a: -0, '€': [1.5, 1e-7], '\u{1f600}': 'x', ﬁ: null, 10: 1, 9: 2 })).toBe(
      '{"10":1,"9":2,"a":0,"b":1e+30,"€":[1.5,1e-7],"😀":"x","ﬁ":null}',
    );
  });

  it('writes on every value what the writer’s encoder writes', () => {
    const value = fc.jsonValue({ maxDepth: 5 });
    fc.assert(
      fc.property(value, (each) => {
        expect(text(each)).toBe(canonicalText(each));
      }),
      { ...seed, numRuns: 1000 },
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

  it.each([
    [undefined, 'not-json'],
    [[1n], 'not-json'],
    [() => 1, 'not-json'],
    [{ a: Number.NaN }, 'not-finite'],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is refused
    [[, 1], 'hole'],
    [new Date(0), 'not-plain'],
    [new Map(), 'not-plain'],
    [{ toJSON: () => 1 }, 'not-plain'],
    [Object.assign([1], { extra: 1 }), 'not-plain'],
    [
      {
        get a() {
          return 1;
        },
      },
      'accessor',
    ],
    [{ [Symbol('s')]: 1 }, 'symbol-key'],
    [['\ud800'], 'lone-surrogate'],
    [{ '\udc00': 1 }, 'lone-surrogate'],
  ])('refuses what JSON cannot say: case %#', (value, code) => expect(codeOf(value)).toBe(code));

  it('refuses a circle and nesting without end', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(codeOf(circle)).toBe('too-deep');
  });

  it('is told from any other text of the same value', () => {
    for (const right of ['{"a":1,"b":[true,null,"x"]}', '"é"', '1e-7', '{"10":2,"9":1}'])
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
      `${'['.repeat(257)}${']'.repeat(257)}`,
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

describe('hashes and ids, by other code than the writer’s', () => {
  it('are the writer’s', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), fc.nat(9), fc.nat(9), (name, log, index, more) => {
        const bytes = new TextEncoder().encode(name);
        expect(Buffer.from(leafHash(bytes))).toEqual(Buffer.from(writersLeaf(name)));
        expect(factIdIn(commandNamespace(log, name), index, index + more)).toBe(factId(log, name, index, index + more));
      }),
      { ...seed, numRuns: 300 },
    );
  });
});
