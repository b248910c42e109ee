import { digestOf } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { vietnam, vietnamLaw } from '../src/index.ts';
import { arrival, assignedOn, type Desk, desk, dialogue, due, ruleOf } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

describe('the version of the rules', () => {
  /** A case accepted before 2026-07-01: what its steps meet on the last day of the old rules, and on the first of the new ones. */
  const steps: readonly (readonly [string, Data, string | null, string | null])[] = [
    ['Suspend', { ground: 'a', evidence: 'giấy nhập viện' }, 'no-suspension-yet', null],
    ['Terminate', { ground: 'organisation-ended', reason: 'giải thể' }, 'termination-ground', null],
    ['HoldDialogue', dialogue, null, 'dialogue-not-called'],
    ['CallDialogue', { heldOn: '2026-07-04', place: 'Phòng 1' }, null, 'dialogue-called-too-late'],
    ['FindComplex', { criteria: ['nhiều nội dung'], document: 'VB-1' }, null, 'complexity-criteria'],
  ];
  const met = async (at: Desk, type: string, on: string, data: Data): Promise<unknown> => {
    await at.observed(type, on, data);
    return (await at.objections())[0] ?? null;
  };

  it.each(steps)('is that of the day of the step: %s', async (type, data, before, since) => {
    expect(await met(await assignedOn('2026-06-22'), type, '2026-06-30', data)).toBe(before);
    expect(await met(await assignedOn('2026-06-22'), type, '2026-07-01', data)).toBe(since);
  });

  it('of a withdrawal too: by minutes, or of a part, it counts from 2026-07-01', async () => {
    const minutes = { form: 'minutes' };
    expect(await met(await assignedOn('2026-06-22'), 'Withdraw', '2026-06-30', minutes)).toBe('withdrawal-by-signed-petition');
    expect(await met(await assignedOn('2026-06-22'), 'Withdraw', '2026-07-01', minutes)).toBeNull();
  });

  it('for acceptance is that of the receipt, however late it is accepted; for the decision nothing changed', async () => {
    const at = desk();
    const before = await at.done('Receive', '2026-06-30', arrival());
    const since = await desk().done('Receive', '2026-07-01', arrival());
    expect([due(before, 'acceptance-decree'), due(since, 'acceptance-decree')]).toEqual(['2026-07-14', '2026-07-10']);
    // 30 days from Tue 2026-06-30 are Thu 07-30; from Wed 07-01, Fri 07-31.
    const days = [
      due(await (await assignedOn('2026-06-30')).state(), 'resolution'),
      due(await at.done('Accept', '2026-07-01'), 'resolution'),
    ];
    expect(days).toEqual(['2026-07-30', '2026-07-31']);
  });

  it('is in the ledger of every clock, as an article', async () => {
    const at = await assignedOn('2026-06-22');
    expect((await ruleOf(at, 'Suspend', '2026-06-30', { ground: 'a', evidence: 'x' }))[2]).toBe('LKN Đ.11a');
    const state = await at.done('Suspend', '2026-07-01', { ground: 'a', evidence: 'x' });
    const cited = Object.values(state.clocks).flatMap(({ lines }) => lines.map(({ entry }) => entry.law.article));
    expect(cited.every((article) => article !== undefined)).toBe(true);
  });
});

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
