import { digestOf } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { vietnam, vietnamLaw } from '../src/index.ts';
import { arrival, desk } from './desk.ts';

describe('the edition', () => {
  it('is found again by its digest, and an unknown digest is not answered for', () => {
    expect(vietnam.at(vietnam.edition.digest)).toBe(vietnam);
    expect(vietnam.at(digestOf('another'))).toBeUndefined();
    expect(vietnam.at(vietnamLaw({ acceptanceBasis: 'statute' }).edition.digest)).toBeUndefined();
  });

  it('counts days in Viet Nam’s own zone, by the calendar of its public sector', () => {
    expect(vietnam.timeZone).toBe('Asia/Ho_Chi_Minh');
    expect(vietnam.calendar('2026-07-01').isWorkingDay('2026-08-22')).toBe(true);
  });

  it('governs every step by one edition that holds both versions of the rules', async () => {
    const state = await desk().done('Receive', '2026-06-30', arrival());
    expect(vietnam.editionFor('Suspend', state, '2026-07-01')).toEqual(vietnam.editionFor('Accept', state, '2026-06-30'));
  });
});
