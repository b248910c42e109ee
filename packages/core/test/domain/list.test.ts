import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tried } from '../../../../.config/tried.ts';
import { added, lastOf, NONE } from '../../src/domain/list.ts';
import { complaint } from '../../src/index.ts';

describe('a list of a state', () => {
  it('holds what was added, in its order', () => {
    const { runs: numRuns, seed } = tried(300);
    fc.assert(
      fc.property(fc.array(fc.anything()), (items) => {
        let list: readonly unknown[] = NONE;
        for (const [at, item] of items.entries()) {
          list = added(list, item);
          expect(lastOf(list)).toBe(items[at]);
        }
        expect(list).toEqual(items);
      }),
      { numRuns, seed },
    );
  });

  it('is nobody else’s: what is done to the empty list of one case is in no other', () => {
    const members = complaint.initial('one').members as unknown[];
    expect(() => members.push({ member: 'm-1' })).toThrow(TypeError);
    expect(complaint.initial('two').members).toEqual([]);
    expect(lastOf(NONE)).toBeUndefined();
  });
});
