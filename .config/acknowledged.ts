/** What a log holds of whom: for tests that look for what was acknowledged and is not there. */
import { expect } from 'vitest';
import type { Recorded } from '../packages/core/src/index.ts';

/** Stream → the versions of its facts, in log order. */
export function versionsOf(log: readonly Recorded[]): Map<string, number[]> {
  const versions = new Map<string, number[]>();
  for (const { record } of log) versions.set(record.stream, [...(versions.get(record.stream) ?? []), record.version]);
  return versions;
}

export const lostOf = (acknowledged: readonly string[], log: readonly Recorded[]): string[] => {
  const versions = versionsOf(log);
  return acknowledged.filter((name) => !versions.has(name));
};

/** Nothing acknowledged is missing, and each append of two facts is there whole. */
export function checkWhole(acknowledged: readonly string[], log: readonly Recorded[]): void {
  expect(lostOf(acknowledged, log)).toEqual([]);
  for (const [stream, versions] of versionsOf(log)) expect(versions, stream).toEqual([1, 2]);
}
