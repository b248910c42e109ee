import { describe, expect, it } from 'vitest';
import { openDesk } from './desk.ts';

describe('a withdrawal by somebody who is no member', () => {
  it('is recorded with what speaks against it, and withdraws nobody', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    const paper = await done('Withdraw', '2026-01-13', { form: 'petition', members: ['m-99'] });
    expect(paper.facts[0]?.record).toMatchObject({ type: 'ArrivalRecorded', data: { objections: [{ code: 'NOT_A_MEMBER' }] } });
  });
});
