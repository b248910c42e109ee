/** Who may accept and decide, and who may not look into a matter. Seen to fail: the head of the day before, and the issuer let through. */
import { type Actor, type Objection, organisationOf } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { sampleOrganisation, sampleOrganisationData, vietnam } from '../src/index.ts';
import { arrival, assignedOn, contested, type Desk, decision, desk, ruleOf } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

const organisation = sampleOrganisation();
const head = (unit: string, on: string): string => organisation.inPost(`${unit}:head`, on) ?? '';

/** What the law says to that person, whatever a role of his may allow. */
async function toldTo(at: Desk, type: string, on: string, actor: Actor, data: Data = {}, units = organisation): Promise<Objection | null> {
  return vietnam.objection({ id: 'c', type, case: 'case-1', on, actor, data }, await at.state(), actor, units);
}

async function received(on: string, more: Data = {}, unit = 'ha-noi'): Promise<Desk> {
  const at = desk();
  await at.done('Receive', on, arrival(more, 1, unit));
  return at;
}

describe('accepting and deciding', () => {
  it('is for the head of the body, of the day: in Hà Nội for one until Tue 2026-03-31, for another from 04-01', async () => {
    const at = await received('2026-03-30');
    const [before, after] = [head('ha-noi', '2026-03-31'), head('ha-noi', '2026-04-01')];
    const may = async (id: string, on: string) => (await toldTo(at, 'Accept', on, { id, unit: 'ha-noi', role: 'head' }))?.rule ?? 'may';
    expect([await may(before, '2026-03-31'), await may(after, '2026-03-31')]).toEqual(['may', 'head-decides']);
    expect([await may(before, '2026-04-01'), await may(after, '2026-04-01')]).toEqual(['head-decides', 'may']);
  });

  it('is nobody’s work in a department but the head’s of the body', async () => {
    const at = await received('2026-03-02');
    const ofDepartment: Actor = { id: head('ha-noi.thu', '2026-03-03'), unit: 'ha-noi.thu', role: 'head' };
    expect((await toldTo(at, 'Accept', '2026-03-03', ofDepartment))?.rule).toBe('head-decides');
    expect(await toldTo(at, 'Accept', '2026-03-03', { ...ofDepartment, id: head('ha-noi', '2026-03-03') })).toBeNull();
  });

  it('is for a deputy on the days on which the organisation lets him act for the head, and where he says so', async () => {
    const at = await received('2026-07-06', {}, 'nghe-an');
    const deputy: Actor = { id: 'cb-901', unit: 'nghe-an', role: 'head' };
    const acting = { ...deputy, onBehalfOf: head('nghe-an', '2026-07-08') };
    expect(await toldTo(at, 'Accept', '2026-07-08', acting)).toBeNull();
    expect((await toldTo(at, 'Accept', '2026-07-08', deputy))?.rule).toBe('head-decides');
    expect((await toldTo(at, 'Accept', '2026-09-01', acting))?.rule).toBe('head-decides');
  });

  it('names the article of the act and of the level, and says where it is inferred', async () => {
    const officer: Actor = { id: 'cb-7', unit: 'ha-noi', role: 'head' };
    const at = await assignedOn('2026-07-06');
    const source = async (type: string, data: Data = {}) => {
      const told = await toldTo(at, type, '2026-07-08', officer, data);
      return [told?.because.text, told?.because.grade];
    };
    expect(await source('Accept')).toEqual(['LKN Đ.27', 'A']);
    expect(await source('NotAccept')).toEqual(['LKN Đ.27', 'A']);
    expect(await source('Resolve', decision)).toEqual(['LKN Đ.14', 'A']);
    for (const type of ['FindComplex', 'Suspend', 'Resume', 'Terminate']) expect(await source(type)).toEqual(['LKN Đ.14', 'I']);
    for (const type of ['SuspendContested', 'LiftContested']) expect(await source(type)).toEqual(['LKN Đ.35', 'A']);
    const discipline = await assignedOn('2026-07-06', contested('discipline'));
    expect((await toldTo(discipline, 'Accept', '2026-07-08', officer))?.because.text).toBe('LKN Đ.50');
    // Control: what an officer does by himself is nobody's but his.
    expect(await source('CallDialogue')).toEqual([undefined, undefined]);
  });

  it('is not measured against a head whom the organisation does not name', async () => {
    const nobody = organisationOf({ ...sampleOrganisationData, posts: [] });
    const at = await received('2026-03-02');
    expect(await toldTo(at, 'Accept', '2026-03-03', { id: 'cb-7', unit: 'ha-noi', role: 'head' }, {}, nobody)).toBeNull();
  });

  it('is for the competent body: what Hà Nội issued is not accepted or decided in Nghệ An', async () => {
    const at = await received('2026-03-02', { contests: { decision: '1/QĐ', issuedBy: 'ha-noi', issuedOn: '2026-02-02' } }, 'nghe-an');
    expect(await ruleOf(at, 'Accept', '2026-03-03')).toEqual(['LAW_OBJECTS', 'another-is-competent', expect.stringContaining('L41 Đ.130')]);
    await at.observed('Accept', '2026-03-03');
    expect(await at.objections()).toEqual(['another-is-competent']);
    await at.done('Assign', '2026-03-03', { person: 'cb-7' });
    expect((await ruleOf(at, 'Resolve', '2026-03-10', decision))[1]).toBe('another-is-competent');
    // Control: handed over to where it belongs, it is accepted; and what nobody wrote down bars nobody.
    const moved = await received('2026-03-02', { contests: { decision: '1/QĐ', issuedBy: 'ha-noi', issuedOn: '2026-02-02' } }, 'nghe-an');
    await moved.done('OfferTransfer', '2026-03-03', { toUnit: 'ha-noi' }, 'nghe-an');
    await moved.done('AcceptTransfer', '2026-03-03', {}, 'ha-noi');
    expect((await moved.done('Accept', '2026-03-04')).stage).toBe('received');
    await (await received('2026-03-02', {}, 'nghe-an')).done('Accept', '2026-03-03');
  });

  it('is not settled where the law does not say whose it is', async () => {
    // The district is gone with nobody in its place; its labour authority ended on the same day.
    const contests = { decision: '1/QĐ', issuedBy: 'nghe-an.vinh', issuedOn: '2025-03-03', traits: ['not-administrative'] };
    const at = await received('2025-08-04', { contests }, 'nghe-an');
    const { code, params } = await at.refused('Accept', '2025-08-05');
    expect([code, params.rule]).toEqual(['UNSETTLED_LAW', 'competence-unsettled']);
    // Control: whichever rule holds, the first level of what a body issued itself is that body's.
    const unclassified = { decision: '1/QĐ', issuedBy: 'nghe-an', issuedOn: '2025-03-03', traits: [] };
    await (await received('2025-08-04', { contests: unclassified }, 'nghe-an')).done('Accept', '2025-08-05');
  });

  it('is not for a body that is no more, be it that it issued what is contested', async () => {
    const contests = { decision: '1/QĐ', issuedBy: 'quang-nam', issuedOn: '2025-06-20', traits: ['not-administrative'] };
    const at = await received('2025-07-03', { contests }, 'quang-nam');
    expect((await at.refused('Accept', '2025-07-04')).params.rule).toBe('competence-unsettled');
    // Control: while it stood, it was.
    await (await received('2025-06-25', { contests }, 'quang-nam')).done('Accept', '2025-06-26');
  });
});

describe('looking into a matter', () => {
  const signed = { contests: { decision: '1/QĐ', issuedBy: 'ha-noi', madeBy: ['cb-5', 'cb-6'] } };

  it('is not for whoever made or signed what is contested, by assignment or by taking it over; that it is not is inferred', async () => {
    const at = await received('2026-03-02', signed);
    await at.done('Accept', '2026-03-03');
    const { params, because } = await at.refused('Assign', '2026-03-03', { person: 'cb-5' });
    expect([params.rule, because]).toMatchObject(['own-matter', { citation: { text: 'LKN Đ.29.1.b', grade: 'I' } }]);
    await at.done('Assign', '2026-03-03', { person: 'cb-7' });
    expect((await ruleOf(at, 'Reassign', '2026-03-04', { person: 'cb-6', reason: 'x' }))[1]).toBe('own-matter');
    expect((await ruleOf(at, 'OfferTransfer', '2026-03-05', { toUnit: 'ha-noi.thu', toPerson: 'cb-5' }))[1]).toBe('own-matter');
    await at.done('OfferTransfer', '2026-03-05', { toUnit: 'ha-noi.thu' });
    expect((await at.refused('AcceptTransfer', '2026-03-06', { person: 'cb-6' }, 'ha-noi.thu')).params).toEqual({ rule: 'own-matter' });
    await at.done('AcceptTransfer', '2026-03-06', { person: 'cb-9' }, 'ha-noi.thu');
  });

  it('leaves the head who signed competent to accept and to decide', async () => {
    const at = await received('2026-03-02', { contests: { ...signed.contests, madeBy: [head('ha-noi', '2026-03-03')] } });
    expect((await at.done('Accept', '2026-03-03')).stage).toBe('received');
  });

  it('at the second level is not for whoever had the first decision in hand', async () => {
    const at = await assignedOn('2026-03-02');
    await at.done('Resolve', '2026-03-10', decision);
    await at.done('Recomplain', '2026-03-16', { against: 'decision', summary: 'Không đồng ý.' });
    await at.done('Accept', '2026-03-17');
    expect((await ruleOf(at, 'Assign', '2026-03-18', { person: 'cb-7' }))[1]).toBe('own-matter');
    await at.done('Assign', '2026-03-18', { person: 'cb-8' });
  });
});
