import type { LegalDay } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { isUnsettled, valueOn } from '../src/in-force.ts';
import { articles } from '../src/law-data.ts';
import { acceptanceByDecree, type TermId, termRule } from '../src/terms.ts';

const on = (id: TermId, day: LegalDay) => valueOn(termRule(id)?.values ?? {}, day);

describe('the value in force', () => {
  it.each([
    ['2013-12-16', 10, 'TT07/2013 Đ.5.1'],
    ['2020-12-09', 10, 'TT07/2013 Đ.5.1'],
    ['2020-12-10', 10, 'NĐ124 Đ.16.1'],
    ['2026-06-30', 10, 'NĐ124 Đ.16.1'],
    ['2026-07-01', 7, 'NĐ124 Đ.16.1 (NĐ155 Đ.10)'],
    ['2030-01-01', 7, 'NĐ124 Đ.16.1 (NĐ155 Đ.10)'],
  ])('on %s acceptance takes %i working days by %s', (day, length, text) => {
    expect(acceptanceByDecree(day)).toMatchObject({ term: { length, unit: 'working-days' }, law: { text } });
  });

  it('on the day before the first one known is unsettled, and says from when something is known', () => {
    expect(on('KN-12', '2013-12-15')).toEqual({
      unsettled: 'UNSETTLED_LAW',
      missing: 'what held on 2013-12-15: the first known value is of 2013-12-16',
    });
    expect(isUnsettled(on('KN-20', '2012-06-30'))).toBe(true);
    // Control: a day later it is known.
    expect(isUnsettled(on('KN-20', '2012-07-01'))).toBe(false);
  });

  it('that nobody could find out is unsettled from the day it became so: the eighth ground, since 2026-07-01', () => {
    expect(valueOn(articles['LKN Đ.11.8'], '2026-06-30')).toMatchObject({ law: { grade: 'A' } });
    expect(valueOn(articles['LKN Đ.11.8'], '2026-07-01')).toMatchObject({ unsettled: 'UNSETTLED_LAW' });
  });

  it('is chosen by day whatever the order it was written in', () => {
    const law = { act: 'LKN', article: '27', text: 'LKN Đ.27', grade: 'A', checkedOn: '2026-11-22' } as const;
    const values = { '2026-07-01': { law, says: 'new' }, '2012-07-01': { law, says: 'old' } };
    expect(valueOn(values, '2026-06-30')).toMatchObject({ says: 'old' });
    expect(valueOn(values, '2026-07-01')).toMatchObject({ says: 'new' });
  });

  it('of a suspension exists from 2026-07-01 only', () => {
    for (const id of ['KN-70', 'KN-72'] as const) {
      expect(isUnsettled(on(id, '2026-06-30'))).toBe(true);
      expect(on(id, '2026-07-01')).toMatchObject({ at: 'once' });
    }
    expect(on('KN-74', '2026-07-01')).toMatchObject({ law: { grade: 'I' } });
  });
});
