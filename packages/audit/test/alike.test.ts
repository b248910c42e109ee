import { describe, expect, it } from 'vitest';
import { differenceAt } from '../src/alike.ts';

const differences = (...pairs: readonly (readonly [unknown, unknown])[]) => pairs.map(([one, other]) => differenceAt(one, other));

describe('the first difference of two values of JSON', () => {
  it('is none between values that say the same, of whatever kind', () => {
    const value = { holder: { unit: 'left', since: [1, 2, { deep: null }] }, open: true };
    expect(differences([value, structuredClone(value)], [null, null], ['a', 'a'], [[], []], [{}, {}])).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is the whole where the two are of different kinds, or are no objects', () => {
    const kinds = differences(['a', 'b'], [1, '1'], [null, {}], [{}, null], ['a', {}], [{}, 'a'], [undefined, null]);
    expect(new Set(kinds)).toEqual(new Set(['']));
    // An empty list is no empty object, and a list is not the object with the same members.
    expect(differences([[], {}], [{}, []], [['a'], { 0: 'a' }], [{ 0: 'a' }, ['a']])).toEqual(['', '', '', '']);
  });

  it('is told by its place, member by member', () => {
    const of = (unit: unknown) => ({ id: 1, holder: { person: 'p-1', unit } });
    expect(differences([of('left'), of('right')], [{ a: [1, 2] }, { a: [1, 3] }], [{ a: {} }, { a: [] }])).toEqual([
      'holder.unit',
      'a.1',
      'a',
    ]);
  });

  it('is the name of a member that only one of them has', () => {
    expect(differences([{ a: 1 }, {}], [{}, { a: 1 }], [{ b: {} }, { b: { a: null } }], [[1], [1, 2]])).toEqual(['a', 'a', 'b.a', '1']);
  });

  it('is none where a member is undefined in the one and not there in the other', () => {
    expect(differences([{ a: undefined }, {}], [{}, { a: undefined }], [{ b: { a: undefined } }, { b: {} }])).toEqual([null, null, null]);
    expect(differences([{ a: undefined }, { a: null }], [{ a: null }, { a: undefined }])).toEqual(['a', 'a']);
  });

  it('passes over the members that are named, in the values themselves and not below them', () => {
    const but = new Set(['clocks']);
    const found = (one: unknown, other: unknown) => differenceAt(one, other, but);
    expect([found({ clocks: 1 }, { clocks: 2 }), found({ clocks: 1 }, {}), found({}, { clocks: 1 })]).toEqual([null, null, null]);
    expect(found({ clocks: 1, unit: 'left' }, { clocks: 2, unit: 'right' })).toBe('unit');
    expect(found({}, { clocks: 1, unit: 'right' })).toBe('unit');
    expect(found({ a: { clocks: 1 } }, { a: { clocks: 2 } })).toBe('a.clocks');
  });
});
