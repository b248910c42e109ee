/** How much work the seals of a log may be, and what is said of those for which there is none left. */
import { describe, expect, it } from 'vitest';
import { leafHash } from '../../src/merkle.ts';
import type { SealClaim } from '../../src/verify-seal.ts';
import { Seals } from '../../src/verify-seals.ts';
import { Streams } from '../../src/verify-streams.ts';
import { asText, EdgeTree } from '../../src/verify-tree.ts';

const WRONG = asText(Buffer.alloc(32));

/** A log of three facts, of three streams, and what is claimed of it. */
function log() {
  const [tree, streams] = [new EdgeTree(), new Streams()];
  for (const stream of ['a', 'b', 'c']) {
    const leaf = asText(leafHash(Buffer.from(stream)));
    tree.add(leaf);
    const name = Buffer.from(stream);
    streams.set(streams.numberOf(name, 0, name.length), 1, leaf);
  }
  const claim = (heads: string): SealClaim => ({ size: 3n, root: tree.root(), heads, streams: 3n });
  return { tree, streams, claim };
}

function exhausted(claims: readonly SealClaim[], budget: number): boolean {
  const { tree, streams } = log();
  const seals = new Seals(claims, budget);
  expect(seals.exhausted).toBe(false);
  seals.judge(tree, streams);
  return seals.exhausted;
}

describe('the work for seals', () => {
  it('is one hash for each stream, where what is claimed of the facts is so', () => {
    const { claim } = log();
    expect(exhausted([claim(WRONG)], 3)).toBe(false);
    expect(exhausted([claim(WRONG)], 2)).toBe(true);
    expect(exhausted([{ ...claim(WRONG), root: WRONG }], 2)).toBe(false);
    expect(exhausted([], 0)).toBe(false);
  });

  it('is done once for all that are claimed of one size', () => {
    const { claim } = log();
    expect(exhausted([claim(WRONG), claim(WRONG), claim(WRONG), claim(WRONG)], 6)).toBe(false);
    expect(exhausted([claim(WRONG), claim(WRONG)], 5)).toBe(true);
  });
});
