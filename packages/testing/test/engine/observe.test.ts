import { isRefusal } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { letter, openDesk } from './desk.ts';

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

describe('what may be done', () => {
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
