import type { Complaint } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration, type Jump, levelJump, sampleOrganisation, vietnam } from '../src/index.ts';
import { arrival, type Desk, decision, desk } from './desk.ts';

const organisation = sampleOrganisation();
const BASE = 'ha-noi.co-so-dong-da';

/** A complaint about a base office's decision, accepted there on 2026-01-05: its 30 days end on Wed 2026-02-04. */
async function accepted(): Promise<Desk> {
  const at = desk();
  const contests = { decision: '1/QĐ', issuedBy: BASE, issuedOn: '2025-12-01' };
  await at.done('Receive', '2026-01-05', arrival({ contests }, 1, BASE), BASE);
  await at.done('Accept', '2026-01-05');
  await at.done('Assign', '2026-01-05', { person: 'cb-7' });
  return at;
}

const judged = (state: Complaint, on: string, jump: Partial<Jump> & Pick<Jump, 'at'>) =>
  levelJump({ asksForSecondLevel: false, guidedBefore: false, ...jump }, { state, on, organisation, configuration: defaultConfiguration });

describe('a petition that jumps a level', () => {
  it('is guided once to the competent body while its limit runs, and filed when it comes again', async () => {
    const state = await (await accepted()).state();
    expect(judged(state, '2026-02-04', { at: 'ha-noi' })).toMatchObject({
      answer: { due: 'guide-once', to: BASE, because: { text: 'LTCD Đ.26.1.b; TT05 Đ.8.1' } },
    });
    expect(judged(state, '2026-02-04', { at: 'vss.chinh-sach' })).toMatchObject({ answer: { due: 'guide-once', to: BASE } });
    expect(judged(state, '2026-02-04', { at: 'ha-noi', guidedBefore: true })).toMatchObject({ answer: { due: 'file' } });
    // Asking for the second level before its time opens it no sooner.
    expect(judged(state, '2026-02-04', { at: 'ha-noi', asksForSecondLevel: true })).toMatchObject({ answer: { due: 'guide-once' } });
  });

  it('from the day after the limit makes the superior demand the decision that is owed, without taking it over', async () => {
    const state = await (await accepted()).state();
    expect(judged(state, '2026-02-05', { at: 'ha-noi' })).toMatchObject({ answer: { due: 'demand', of: BASE } });
    expect(judged(state, '2026-02-05', { at: 'vss' })).toMatchObject({ answer: { due: 'demand', of: BASE } });
    expect(judged(state, '2026-02-05', { at: 'ha-noi', guidedBefore: true })).toMatchObject({ answer: { due: 'demand' } });
  });

  it('cites the decree on reception beside the law from 2026-07-01', async () => {
    const state = await (await accepted()).state();
    const because = (on: string) => judged(state, on, { at: 'ha-noi' });
    expect(because('2026-06-30')).toMatchObject({ answer: { because: { text: 'LTCD Đ.26.1.b' } } });
    expect(because('2026-07-01')).toMatchObject({ answer: { because: { text: 'LTCD Đ.26.1.b; NĐ154 Đ.15.3' } } });
  });

  it('is the second complaint itself where it asks for that after silence, at the body directly above; higher up it is guided down', async () => {
    const state = await (await accepted()).state();
    const asking = { asksForSecondLevel: true };
    expect(judged(state, '2026-02-05', { at: 'ha-noi', ...asking })).toMatchObject({
      answer: { due: 'take-as-second-complaint', because: { text: 'LKN Đ.33; NĐ124 Đ.4' } },
    });
    expect(judged(state, '2026-02-05', { at: 'vss', ...asking })).toMatchObject({ answer: { due: 'guide-once', to: 'ha-noi' } });
  });

  it('at the second level ends in a demand whatever it asks for', async () => {
    const at = await accepted();
    await at.done('Recomplain', '2026-02-05', { against: 'silence', summary: 'Chưa được giải quyết.' });
    await at.done('Accept', '2026-02-06');
    const state = await at.done('Assign', '2026-02-06', { person: 'cb-8' });
    // The second level's 45 days from Fri 2026-02-06 end on Mon 2026-03-23.
    expect(judged(state, '2026-03-23', { at: 'vss', asksForSecondLevel: true })).toMatchObject({
      answer: { due: 'guide-once', to: 'ha-noi' },
    });
    expect(judged(state, '2026-03-24', { at: 'vss', asksForSecondLevel: true })).toMatchObject({ answer: { due: 'demand', of: 'ha-noi' } });
  });

  it('is none at the competent body, below or beside it, or once a decision is there', async () => {
    const at = await accepted();
    const state = await at.state();
    for (const unit of [BASE, 'nghe-an', 'ha-noi.co-so-ha-dong']) {
      expect(judged(state, '2026-02-05', { at: unit }), unit).toEqual({ answer: null });
    }
    const decided = await at.done('Resolve', '2026-02-03', decision);
    expect(judged(decided, '2026-02-05', { at: 'ha-noi' })).toEqual({ answer: null });
    // Control: before it, the same petition had jumped.
    expect(judged(state, '2026-02-05', { at: 'ha-noi' })).not.toEqual({ answer: null });
  });

  it('is not judged while nobody can say whose the level is', async () => {
    const at = await accepted();
    const state = await at.state();
    const nobodys: Complaint = { ...state, contests: { decision: '1/QĐ', issuedBy: 'quang-nam.nong-son', issuedOn: '2025-03-03' } };
    expect(judged(nobodys, '2026-02-05', { at: 'vss' })).toMatchObject({ refusal: { code: 'FACTS_MISSING' } });
  });
});

describe('the second level of a decision from before 2025-07-01', () => {
  async function decided(traits: readonly string[], found?: readonly string[]): Promise<Desk> {
    const at = desk();
    const contests = { decision: '1/QĐ', issuedBy: 'ha-noi', issuedOn: '2025-06-30', traits };
    await at.done('Receive', '2025-08-04', arrival({ contests }));
    await at.done('Accept', '2025-08-04', found ? { traits: found } : {});
    await at.done('Assign', '2025-08-04', { person: 'cb-7' });
    await at.done('Resolve', '2025-08-28', decision);
    await at.done('Serve', '2025-08-29', { to: ['nkn-1'], decision: 'QĐ 1' });
    return at;
  }
  const again = { against: 'decision', summary: 'Không đồng ý.' };

  it('is unsettled while nobody classified it: the paper is recorded with the objection, and moves nothing', async () => {
    const at = await decided([]);
    expect((await at.done('Recomplain', '2025-09-02', again)).stage).toBe('resolved');
    expect(await at.objections()).toEqual(['next-level-unsettled']);
  });

  it('opens here once whoever accepted it found it administrative', async () => {
    const at = await decided([], ['administrative']);
    const state = await at.done('Recomplain', '2025-09-02', again);
    expect([state.stage, state.custody.holder?.unit, state.contests?.traits]).toEqual(['recomplained', 'vss', ['administrative']]);
  });

  it('lies outside where it is not administrative: the file says so, and stays open while the window does', async () => {
    const at = await decided(['not-administrative']);
    expect((await at.refused('Close', '2025-09-02', { reason: 'đã xong' })).params).toEqual({ rule: 'window-open' });
    expect((await at.done('Recomplain', '2025-09-02', again)).stage).toBe('resolved');
    expect(await at.objections()).toEqual(['next-level-outside']);
    const because = vietnam.objection(
      { id: 'c', type: 'Recomplain', case: 'case-1', on: '2025-09-02', actor: { id: 'a', unit: 'ha-noi', role: 'head' }, data: again },
      await at.state(),
      { id: 'a', unit: 'ha-noi', role: 'head' },
      organisation,
    );
    expect(because).toMatchObject({ because: { text: 'L58 Đ.119.3' } });
    expect([because?.says.en, because?.says.vi]).toEqual([
      expect.stringContaining('the labour authority of the province'),
      expect.stringContaining('cơ quan quản lý nhà nước về lao động cấp tỉnh'),
    ]);
  });
});
