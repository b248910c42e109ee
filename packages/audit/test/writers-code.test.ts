/** What the auditor's own code gives, against the writer's, of which it uses nothing. */
import { canonicalText, factId, leafHash as writersLeaf } from '@redress/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../src/canonical.ts';
import { leafHash } from '../src/merkle.ts';
import { commandNamespace, factIdIn } from '../src/record.ts';

const seed = process.env.FC_SEED === undefined ? {} : { seed: Number(process.env.FC_SEED) };

describe('canonical JSON, by other code than the writer’s', () => {
  it('writes on every value what the writer’s encoder writes', () => {
    const value = fc.jsonValue({ maxDepth: 5 });
    fc.assert(
      fc.property(value, (each) => {
        expect(new TextDecoder().decode(canonicalize(each))).toBe(canonicalText(each));
      }),
      { ...seed, numRuns: 1000 },
    );
  });
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
