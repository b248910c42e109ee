import { type Complaint, complaint } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { sampleAuthority, sampleOrganisation, sampleOrganisationData, vietnam } from '../src/index.ts';
import { arrival, decision, desk, dialogue } from './desk.ts';

const organisation = sampleOrganisation();

/** A complaint held by a unit, about a decision of another (or the same). */
function held(unit: string, issuedBy = unit, level = 1, issuedOn = '2026-01-05', traits: string[] = ['administrative']): Complaint {
  const state = complaint.initial('case-1');
  state.custody = { ...state.custody, holder: { unit, person: 'cb-1', exOfficio: true } };
  state.contests = { decision: '1/QĐ', issuedBy, issuedOn, traits };
  state.level = level;
  return state;
}

const next = (state: Complaint, on = '2026-03-02') => vietnam.nextLevel(state, on, organisation);
const competent = (state: Complaint, on = '2026-03-02') => vietnam.competentUnit(state, on, organisation);

describe('who decides', () => {
  it('first: the body that issued the decision; a department’s decision is that of its province', () => {
    expect(competent(held('ha-noi.co-so-dong-da'))?.unit).toBe('ha-noi.co-so-dong-da');
    expect(competent(held('ha-noi', 'ha-noi.che-do'))?.unit).toBe('ha-noi');
  });

  it('second: the social-insurance body directly above, by L41 Đ.130.4 since 2025-07-01', () => {
    expect(next(held('ha-noi.co-so-dong-da'))).toMatchObject({ unit: 'ha-noi', because: { text: 'L41 Đ.130.4.b' } });
    expect(next(held('nghe-an.che-do'))?.unit).toBe('vss');
    expect(competent(held('ha-noi', 'ha-noi.co-so-dong-da', 2))?.unit).toBe('ha-noi');
  });

  it('by the Law on Complaints for an administrative decision of a district office before that day', () => {
    const state = held('nghe-an.vinh', 'nghe-an.vinh', 1, '2025-03-03');
    expect(next(state, '2025-06-02')).toMatchObject({ unit: 'nghe-an', because: { text: 'L58 Đ.119.1' } });
    // Control: one that nobody classified is nobody's, and so is one that went to the labour authority.
    expect(next(held('nghe-an.vinh', 'nghe-an.vinh', 1, '2025-03-03', []), '2025-06-02')).toBeNull();
    expect(next(held('nghe-an.vinh', 'nghe-an.vinh', 1, '2025-03-03', ['not-administrative']), '2025-06-02')).toBeNull();
  });

  it('for a district office that no longer exists: the base office that took it over, or nobody where none did', () => {
    const district = (unit: string) => held('nghe-an', unit, 1, '2025-03-03');
    expect(competent(district('nghe-an.vinh'), '2025-06-30')?.unit).toBe('nghe-an.vinh');
    expect(competent(district('nghe-an.vinh'), '2025-07-01')?.unit).toBe('nghe-an.co-so-vinh');
    expect(competent(district('quang-nam.nong-son'), '2025-06-30')?.unit).toBe('quang-nam.nong-son');
    expect(competent(district('quang-nam.nong-son'), '2025-07-01')).toBeNull();
  });

  it('for a province that was merged: the province it went into, and for its department’s decisions too', () => {
    const province = (unit: string, level = 1) => held('quang-nam', unit, level, '2025-03-03');
    expect(competent(province('quang-nam.che-do'), '2025-06-30')?.unit).toBe('quang-nam');
    expect(competent(province('quang-nam.che-do'), '2025-07-01')?.unit).toBe('da-nang');
    expect(competent(province('quang-nam', 2), '2025-07-01')?.unit).toBe('vss');
    expect(next(province('quang-nam'), '2025-07-01')?.unit).toBe('vss');
  });

  it('nobody above the head of Viet Nam Social Security, and nobody after the second level', () => {
    expect(next(held('vss'))).toBeNull();
    expect(next(held('vss.chinh-sach'))).toBeNull();
    expect(next(held('ha-noi', 'ha-noi.co-so-dong-da', 2))).toBeNull();
  });
});

describe('the last level', () => {
  it('takes a further complaint in as an arrival, with the objection that only a court is left', async () => {
    const at = desk();
    await at.done('Receive', '2026-01-05', arrival({}, 1, 'vss'), 'vss');
    await at.done('Accept', '2026-01-06');
    await at.done('Assign', '2026-01-06', { person: 'cb-7' });
    await at.done('Resolve', '2026-01-20', decision);
    const state = await at.done('Recomplain', '2026-02-02', { against: 'decision', summary: 'Không đồng ý.' });
    expect([state.stage, state.level, state.arrivals]).toEqual(['resolved', 1, 1]);
    expect(await at.objections()).toEqual(['levels-end']);
  });

  it('holds for the second decision of a province too', async () => {
    const at = desk();
    await at.done('Receive', '2026-01-05', arrival({}, 1, 'ha-noi.co-so-dong-da'), 'ha-noi.co-so-dong-da');
    await at.done('Accept', '2026-01-06');
    await at.done('Assign', '2026-01-06', { person: 'cb-7' });
    await at.done('Resolve', '2026-01-20', decision);
    await at.done('Serve', '2026-01-21', { to: ['nkn-1'], decision: 'QĐ 1' });
    const again = { against: 'decision', summary: 'Không đồng ý.' };
    expect((await at.done('Recomplain', '2026-02-02', again)).custody.holder?.unit).toBe('ha-noi');
    await at.done('Accept', '2026-02-03');
    await at.done('Assign', '2026-02-03', { person: 'cb-8' });
    await at.done('HoldDialogue', '2026-02-10', dialogue);
    await at.done('Resolve', '2026-02-12', decision);
    expect((await at.done('Recomplain', '2026-03-02', again)).level).toBe(2);
    expect(await at.objections()).toEqual(['levels-end']);
  });
});

describe('custody', () => {
  it('is in dispute when the matter would come back a second time, by the organisation’s own rule, which is no article', async () => {
    const at = desk();
    await at.done('Receive', '2026-01-05', arrival());
    const pass = async (from: string, to: string, on: string): Promise<Complaint> => {
      const state = await at.done('OfferTransfer', on, { toUnit: to, reason: 'không đúng thẩm quyền' }, from);
      if (state.custody.before) return state;
      return at.done('AcceptTransfer', on, {}, to);
    };
    await pass('ha-noi', 'nghe-an', '2026-01-06');
    expect((await pass('nghe-an', 'ha-noi', '2026-01-07')).stage).toBe('received');
    const disputed = await pass('ha-noi', 'nghe-an', '2026-01-08');
    expect([disputed.stage, disputed.custody.before?.unit]).toEqual(['escalated', 'vss']);
    expect(vietnam.disputesCustody({ returns: 1, pingPongs: 0 }, disputed, '2026-01-08')).toBeNull();
    expect(vietnam.disputesCustody({ returns: 2, pingPongs: 0 }, disputed, '2026-01-08')).toMatchObject({ grade: 'S' });
    // The law gives no term for the superior's ruling, and none is invented.
    expect(Object.keys(disputed.clocks).sort()).toEqual(['acceptance', 'acceptance-decree', 'acceptance-statute']);
  });
});

describe('the sample organisation and authority', () => {
  it('has a superior for every unit but the top, on both sides of the end of the districts', () => {
    for (const [on, unit] of [
      ['2025-06-30', 'nghe-an.ky-son'],
      ['2025-07-01', 'nghe-an.co-so-ky-son'],
    ] as const) {
      expect(organisation.superior(unit, on)?.id).toBe('nghe-an');
    }
    expect(organisation.unit('nghe-an.ky-son', '2025-07-01')).toBeNull();
    expect(organisation.commonSuperior('ha-noi.thu', 'can-tho.che-do', '2026-01-05')?.id).toBe('vss');
  });

  it('names a unit that stands for every one that ended on 2025-06-30, but for the district that was given up', () => {
    const ended = sampleOrganisationData.units.filter(({ id, through }) => through && !organisation.unit(id, '2025-07-01'));
    const orphans = ended.filter(({ id }) => !organisation.successor?.(id, '2025-07-01')).map(({ id }) => id);
    expect([ended.length > 10, orphans]).toEqual([true, ['quang-nam.nong-son']]);
  });

  it('changes the head of Hà Nội on 2026-04-01, and lets the deputy of Nghệ An act in one summer only', () => {
    expect(organisation.inPost('ha-noi:head', '2026-03-31')).not.toBe(organisation.inPost('ha-noi:head', '2026-04-01'));
    expect(organisation.delegations('cb-901', '2026-07-01')).toEqual([organisation.inPost('nghe-an:head', '2026-07-01')]);
    expect(organisation.delegations('cb-901', '2026-09-01')).toEqual([]);
  });

  it('allows by rule and denies by default: a clerk takes in, a head accepts, only the superior rules', () => {
    const may = (role: string, type: string, more: { readonly onBehalfOf?: string } = {}, on = '2026-07-01') => {
      const actor = { id: 'cb-901', unit: 'nghe-an', role, ...more };
      const answer = sampleAuthority().may(actor, { id: 'c', type, case: 'case-1', on, actor, data: {} }, held('nghe-an'), organisation);
      return 'rule' in answer ? answer.rule : `no: ${answer.refused}`;
    };
    expect(may('clerk', 'Receive')).toBe('the-desk-takes-in');
    expect(may('clerk', 'Accept')).toBe('no: no-rule-allows-it');
    expect(may('officer', 'Accept')).toBe('no: no-rule-allows-it');
    expect(may('head', 'Accept')).toBe('heads-decide');
    expect(may('superior', 'Rule')).toBe('no: no-rule-allows-it');
    expect(may('visitor', 'Note')).toBe('no: no-rule-allows-it');
    const head = organisation.inPost('nghe-an:head', '2026-07-01') ?? '';
    expect(may('head', 'Accept', { onBehalfOf: head })).toBe('heads-decide');
    expect(may('head', 'Accept', { onBehalfOf: head }, '2026-09-01')).toBe('no: a-delegation-holds-on-its-days-only');
  });
});
