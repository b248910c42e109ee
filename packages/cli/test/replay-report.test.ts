/** What is told of a replay that finds more than anybody reads. */
import type { Finding, Replay } from '@redress/audit';
import { expect, it } from 'vitest';
import { reported } from '../src/replay-report.ts';

/** So many findings of one kind, made as they are asked for. */
function finding(count: number): Replay {
  const found: Finding = { code: 'to-differs', severity: 'finding', case: 'c', version: 1, says: 'elsewhere' };
  async function* all(): AsyncGenerator<Finding, void, undefined> {
    for (let at = 0; at < count; at += 1) yield found;
  }
  const findings = all();
  const byCode = { 'to-differs': count };
  const summary = { cases: 1, facts: count, findings: count, notes: 0, byCode, observed: 0, objections: {} };
  return { [Symbol.asyncIterator]: () => findings, summary };
}

// Seen to fail: every one was held, and a forged log of a million records took more memory than there was.
it('lists the first hundred thousand findings, counts all, and says so', async () => {
  const { document, text } = await reported(finding(100_001), 'en', new AbortController().signal);
  const { findings, byCode } = document as { readonly findings: readonly Finding[]; readonly byCode: object };
  expect([findings.length, byCode]).toEqual([100_000, { 'to-differs': 100_001 }]);
  expect(text).toMatch(/\nThe first 100000 are listed, .*\n1 cases, 100001 facts \(0 observed\): 100001 findings, 0 notes$/);
  const few = await reported(finding(60), 'vi', new AbortController().signal);
  expect((few.document as typeof document & { readonly findings: readonly Finding[] }).findings).toHaveLength(60);
  expect(few.text).not.toContain('100000');
});
