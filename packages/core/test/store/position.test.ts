import { describe, expect, test } from 'vitest';
import { checkedLimit, countThrough, positionOf } from '../../src/store/index.ts';

describe('positions', () => {
  test('are 20 digits and sort as text as they were placed', () => {
    const places = [0, 9, 10, 99, 100, 1_000_000, Number.MAX_SAFE_INTEGER];
    const positions = places.map(positionOf);
    expect(positions[0]).toBe('00000000000000000000');
    expect(positions.every((position) => position.length === 20)).toBe(true);
    expect(['', ...positions].sort()).toEqual(['', ...positions]);
  });

  test('tell how many facts lie at or before them; the beginning is before the first', () => {
    expect(countThrough('')).toBe(0);
    expect(countThrough(positionOf(0))).toBe(1);
    expect(countThrough(positionOf(41))).toBe(42);
  });

  test('of another kind are refused', () => {
    for (const wrong of ['1', ' ', '0000000000000000000x', '99999999999999999999']) expect(() => countThrough(wrong)).toThrow(RangeError);
  });

  test('limits are counts, or no limit', () => {
    for (const limit of [0, 1, Number.POSITIVE_INFINITY]) expect(checkedLimit(limit)).toBe(limit);
    for (const limit of [-1, 0.5, Number.NaN, Number.NEGATIVE_INFINITY]) expect(() => checkedLimit(limit)).toThrow(RangeError);
  });
});
