/** How a dialogue is called, who chairs it, and what it must come before. Seen to fail: a lead of four days, and any chair let through. */
import { describe, expect, it } from 'vitest';
import { sampleOrganisation } from '../src/index.ts';
import { assignedOn, contested, type Desk, decision, dialogue, ruleOf } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

const place = 'Phòng tiếp công dân';
const call = (heldOn: string, more: Data = {}): Data => ({ heldOn, place, ...more });
const organisation = sampleOrganisation();
const head = (unit: string, on: string): string => organisation.inPost(`${unit}:head`, on) ?? '';

/** The second level at Viet Nam Social Security, in hand from the day on. */
async function secondLevel(on: string): Promise<Desk> {
  const at = await assignedOn('2026-04-06');
  await at.done('Resolve', '2026-04-20', decision);
  await at.done('Recomplain', '2026-05-04', { against: 'decision', summary: 'Không đồng ý.' });
  await at.done('Accept', '2026-05-11');
  await at.done('Assign', on, { person: 'cb-8' });
  return at;
}

describe('calling a dialogue', () => {
  it('comes at least five days before it since 2026-07-01: on Wed 07-01 for Mon 07-06, and not for the day before that', async () => {
    const at = await assignedOn('2026-06-22');
    expect(await ruleOf(at, 'CallDialogue', '2026-07-01', call('2026-07-05'))).toEqual([
      'LAW_OBJECTS',
      'dialogue-called-too-late',
      'NĐ124 Đ.28.1 (NĐ155 Đ.11)',
    ]);
    expect((await at.done('CallDialogue', '2026-07-01', call('2026-07-06'))).dialogueCalledFor).toBe('2026-07-06');
  });

  it('had no lead before: called on Tue 2026-06-30 for Wed 07-01, in a case of either side', async () => {
    const at = await assignedOn('2026-06-22');
    await at.done('CallDialogue', '2026-06-30', call('2026-07-01'));
    expect((await at.done('HoldDialogue', '2026-07-01', dialogue)).levels[0]?.dialogueHeldOn).toBe('2026-07-01');
  });

  it('is done in writing, by the law before and by the decree since', async () => {
    const at = await assignedOn('2026-06-22');
    const spoken = call('2026-07-20', { form: 'spoken' });
    expect(await ruleOf(at, 'CallDialogue', '2026-06-30', spoken)).toEqual(['LAW_OBJECTS', 'dialogue-called-in-writing', 'LKN Đ.30.2']);
    expect((await ruleOf(at, 'CallDialogue', '2026-07-01', spoken))[2]).toBe('NĐ124 Đ.28.1 (NĐ155 Đ.11)');
    await at.done('CallDialogue', '2026-07-01', call('2026-07-20', { form: 'written' }));
  });
});

describe('holding a dialogue', () => {
  it('needs a call since 2026-07-01, and is not held before the day called for', async () => {
    const uncalled = await assignedOn('2026-06-22');
    expect((await ruleOf(uncalled, 'HoldDialogue', '2026-07-01', dialogue))[1]).toBe('dialogue-not-called');
    await (await assignedOn('2026-06-22')).done('HoldDialogue', '2026-06-30', dialogue);
    const at = await assignedOn('2026-06-22');
    await at.done('CallDialogue', '2026-07-01', call('2026-07-08'));
    expect((await ruleOf(at, 'HoldDialogue', '2026-07-07', dialogue))[1]).toBe('dialogue-not-called');
    await at.done('HoldDialogue', '2026-07-08', dialogue);
  });

  it('is for whoever decides since 2026-07-01, or for whom a recorded delegation names; the decree names no head of this kind, so it is inferred', async () => {
    for (const [at, unit, article] of [
      [await assignedOn('2026-06-22'), 'ha-noi', 'NĐ124 Đ.28.3 (NĐ155 Đ.11)'],
      [await secondLevel('2026-06-22'), 'vss', 'NĐ124 Đ.28.2 (NĐ155 Đ.11)'],
    ] as const) {
      await at.done('CallDialogue', '2026-07-01', call('2026-07-08'));
      const byAnother = { ...dialogue, chairedBy: 'cb-7' };
      const { params, because } = await at.refused('HoldDialogue', '2026-07-08', byAnother);
      expect([params.rule, because]).toMatchObject(['dialogue-chair', { citation: { text: article, grade: 'I' } }]);
      await at.done('HoldDialogue', '2026-07-08', { ...byAnother, delegation: 'QĐ-9' });
      await at.done('CallDialogue', '2026-07-08', call('2026-07-15'));
      await at.done('HoldDialogue', '2026-07-15', { ...dialogue, chairedBy: head(unit, '2026-07-15') });
    }
  });

  it('was anybody’s to chair before that day, but about discipline: there the law names whoever decides, and nobody else', async () => {
    const byAnother = { ...dialogue, chairedBy: 'cb-7' };
    await (await secondLevel('2026-06-22')).done('HoldDialogue', '2026-06-30', byAnother);
    const at = await assignedOn('2026-03-02', contested('discipline'));
    expect(await ruleOf(at, 'HoldDialogue', '2026-03-10', { ...byAnother, delegation: 'QĐ-9' })).toEqual([
      'LAW_OBJECTS',
      'dialogue-chair',
      'LKN Đ.53.1',
    ]);
    await at.done('HoldDialogue', '2026-03-10', dialogue);
  });

  it('is done by a deputy for the head on the days of his delegation', async () => {
    const at = await assignedOn('2026-07-06', {}, 'nghe-an');
    await at.done('CallDialogue', '2026-07-08', call('2026-07-15'));
    await at.done('HoldDialogue', '2026-07-15', { ...dialogue, chairedBy: 'cb-901' });
    const later = await assignedOn('2026-08-24', {}, 'nghe-an');
    await later.done('CallDialogue', '2026-08-25', call('2026-09-03'));
    expect((await ruleOf(later, 'HoldDialogue', '2026-09-03', { ...dialogue, chairedBy: 'cb-901' }))[1]).toBe('dialogue-chair');
  });
});

describe('the decision', () => {
  it('at the first level waits for a dialogue where the complainant asks for something else than was found', async () => {
    const differs = { ...decision, requestDiffers: true };
    const at = await assignedOn('2026-03-02');
    expect(await ruleOf(at, 'Resolve', '2026-03-10', differs)).toEqual(['LAW_OBJECTS', 'dialogue-where-they-differ', 'LKN Đ.30.1']);
    await at.done('HoldDialogue', '2026-03-11', dialogue);
    expect((await at.done('Resolve', '2026-03-12', differs)).stage).toBe('resolved');
    // Control: where they agree none is asked for.
    await (await assignedOn('2026-03-02')).done('Resolve', '2026-03-10', { ...decision, requestDiffers: false });
  });

  it('comes after a new dialogue where a complainant stayed away for a good reason, since 2026-07-01', async () => {
    const missed = { ...dialogue, attended: [], absent: ['nkn-1'] };
    const at = await secondLevel('2026-06-22');
    await at.done('HoldDialogue', '2026-06-30', { ...missed, excused: ['nkn-1'] });
    expect(await ruleOf(at, 'Resolve', '2026-07-01', decision)).toEqual(['LAW_OBJECTS', 'dialogue-anew', 'NĐ124 Đ.28.5 (NĐ155 Đ.11)']);
    await at.done('CallDialogue', '2026-07-01', call('2026-07-07'));
    await at.done('HoldDialogue', '2026-07-07', missed);
    // Whoever stays away without one stops nothing.
    expect((await at.done('Resolve', '2026-07-08', decision)).stage).toBe('resolved');
  });

  it('on the day before asks for none', async () => {
    const at = await secondLevel('2026-06-22');
    await at.done('HoldDialogue', '2026-06-29', { ...dialogue, absent: ['nkn-1'], excused: ['nkn-1'] });
    expect((await at.done('Resolve', '2026-06-30', decision)).stage).toBe('resolved');
  });

  it('made too late is a decision all the same: 30 days from Mon 2026-03-02 end on Wed 04-01, decided on 04-20', async () => {
    const at = await assignedOn('2026-03-02');
    await at.done('RecordRunOut', '2026-04-02', { clock: 'resolution' });
    expect((await at.done('Resolve', '2026-04-20', decision)).levels[0]?.decision?.on).toBe('2026-04-20');
    expect(await at.objections()).toEqual([]);
  });
});
