import { isRefusal } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { head, letter, openDesk } from './desk.ts';

describe('the door `observe`', () => {
  it('records what would have been refused, with the objections it would have met', async () => {
    const { observe, assigned, refused } = openDesk();
    await assigned();
    const wrong = { actor: { id: 'p-9', unit: 'right', role: 'visitor' } };
    const decision = { outcome: 'right', decision: 'D-1', summary: 'Signed by the wrong person.' };
    expect((await refused('Resolve', '2026-01-20', decision, wrong)).code).toBe('NOT_PERMITTED');
    const observed = await observe('Resolve', '2026-01-20', decision, wrong);
    if (isRefusal(observed)) throw new Error(observed.code);
    const { meta, data } = observed.facts[0]?.record ?? expect.fail('no fact');
    expect(meta.door).toBe('observe');
    expect((data.objections as { code: string }[]).map(({ code }) => code)).toEqual(['NOT_PERMITTED', 'NOT_THE_HOLDER']);
    expect(observed.state.stage).toBe('resolved');
  });

  it('refuses what the chart cannot express', async () => {
    const { observe, done } = openDesk();
    await done('Receive', '2026-01-05', letter);
    const outcome = await observe('Resolve', '2026-01-20', { outcome: 'right', decision: 'D-1', summary: 'Too early.' });
    expect(isRefusal(outcome) && outcome.code).toBe('NOT_IN_THIS_STAGE');
  });
});

describe('an arrival', () => {
  it('is recorded whoever hands it in and wherever the case stands', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    await done('Withdraw', '2026-01-12', { form: 'petition' });
    const visitor = { actor: { id: 'x', unit: 'nowhere', role: 'visitor' } };
    for (const [type, data] of [
      ['Receive', letter],
      ['Withdraw', { form: 'minutes' }],
      ['Recomplain', { against: 'decision', summary: 'Again.' }],
      ['Complete', { documents: ['A paper.'] }],
    ] as const) {
      const recorded = await done(type, '2026-01-20', data, visitor);
      expect(recorded.state.stage).toBe('closed');
    }
  });
});

describe('an arrival taken in by somebody who may not', () => {
  it('is kept, and does not move the case up a level', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    // The term ended on 28 January in silence.
    const visitor = { actor: { id: 'x', unit: 'nowhere', role: 'visitor' } };
    const kept = await done('Recomplain', '2026-02-02', { against: 'silence', summary: 'Nobody answered.' }, visitor);
    expect(kept.facts[0]?.record.type).toBe('ArrivalRecorded');
    const moved = await done('Recomplain', '2026-02-03', { against: 'silence', summary: 'Nobody answered.' });
    expect(moved.state.level).toBe(2);
  });

  it('is kept with its objection where the unit does not exist', async () => {
    const { done } = openDesk();
    const { facts } = await done('Receive', '2026-01-05', { ...letter, unit: 'nowhere' });
    expect(facts[0]?.record.data.objections).toMatchObject([{ code: 'UNKNOWN_UNIT' }]);
  });
});

describe('what may be done', () => {
  it('leaves out what the place of the case forbids whatever the data will be', async () => {
    const { engine, assigned } = openDesk();
    await assigned();
    const by = new Map((await engine.options('case-1', head('right'), '2026-01-12')).map((option) => [option.command, option]));
    expect(by.get('Resolve')).toMatchObject({ may: false, refusal: { code: 'NOT_THE_HOLDER' } });
    expect(by.get('OfferTransfer')).toMatchObject({ may: false, refusal: { code: 'NOT_THE_HOLDER' } });
    expect(by.get('MoveCustody')).toMatchObject({ may: true });
    expect(by.get('Withdraw')).toMatchObject({ may: true });
  });

  it('is listed with the reason why the rest may not', async () => {
    const { engine, done } = openDesk();
    await done('Receive', '2026-01-05', letter);
    const options = await engine.options('case-1', { id: 'c', unit: 'left', role: 'clerk' }, '2026-01-06');
    const by = new Map(options.map((option) => [option.command, option]));
    expect(by.get('Acknowledge')).toMatchObject({ may: true, because: { rule: 'clerks-take-in' } });
    expect(by.get('Accept')).toMatchObject({ may: false, refusal: { code: 'NOT_PERMITTED', because: { rule: 'no-rule-allows-it' } } });
    expect(by.get('Resolve')).toMatchObject({ may: false, refusal: { code: 'NOT_IN_THIS_STAGE' } });
  });
});
