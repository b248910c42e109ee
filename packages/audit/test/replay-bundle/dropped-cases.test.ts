import { describe, expect, it } from 'vitest';
import { DroppedCases } from '../../src/dropped-cases.ts';

describe('what is kept of dropped cases', () => {
  it('is where each stands, for as many as there are, and nothing for any other', () => {
    const dropped = new DroppedCases();
    const kept = new Map<string, number>();
    for (let at = 1; at <= 20_000; at += 1) {
      dropped.set(`case-${at}`, at);
      kept.set(`case-${at}`, at);
      if (at % 3 === 0) {
        dropped.delete(`case-${at - 1}`);
        kept.delete(`case-${at - 1}`);
      }
      if (at % 5 === 0) {
        dropped.set(`case-${at - 4}`, at + 1);
        kept.set(`case-${at - 4}`, at + 1);
      }
    }
    for (let at = 1; at <= 20_000; at += 1) expect(dropped.get(`case-${at}`)).toBe(kept.get(`case-${at}`));
    for (let at = 0; at < 1000; at += 1) expect(dropped.get(`other-${at}`)).toBeUndefined();
  });
});
