import { isRefusal } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { head, openDesk } from './desk.ts';

const top = { actor: head('top') };
const decision = { outcome: 'wrong', decision: 'D-1', summary: 'No.' };
const silence = { against: 'silence', summary: 'Nobody answered.' };
const types = (done: { readonly facts: readonly { readonly record: { readonly type: string } }[] }) =>
  done.facts.map(({ record }) => record.type);

describe('a level that has not decided', () => {
  it('owes its decision whatever the paper is called, and one that has decided owes none', async () => {
    const silent = openDesk();
    await silent.assigned();
    const up = await silent.done('Recomplain', '2026-02-10', { against: 'decision', summary: 'What decision?' });
    expect(up.state.obligations).toMatchObject([{ id: 'decision-1', fulfilledOn: null }]);
    const decided = openDesk();
    await decided.assigned();
    await decided.done('Resolve', '2026-01-20', decision);
    const again = await decided.done('Recomplain', '2026-01-25', silence);
    expect(again.state.obligations.map(({ id }) => id)).toEqual(['service-1']);
  });

  it('still owes it where the level above did not accept the complaint, as it should not', async () => {
    const { done, observe, assigned } = openDesk();
    await assigned();
    await done('Recomplain', '2026-02-10', silence);
    const outcome = await observe('NotAccept', '2026-02-11', { ground: 'x', reason: 'No.' }, top);
    if (isRefusal(outcome)) throw new Error(outcome.code);
    expect(outcome.state.obligations).toMatchObject([{ id: 'decision-1', fulfilledOn: null }]);
  });

  it('is sent back only by the unit that it lies with, and only while the level below owes a decision', async () => {
    const at = openDesk();
    await at.assigned();
    await at.done('Recomplain', '2026-02-10', silence);
    const sendBack = { reason: 'Decide first.' };
    expect((await at.refused('SendBack', '2026-02-11', sendBack)).code).toBe('NOT_THE_HOLDER');
    const decided = openDesk();
    await decided.assigned();
    await decided.done('Resolve', '2026-01-20', { outcome: 'wrong', decision: 'D-1', summary: 'No.' });
    await decided.done('Recomplain', '2026-01-25', { against: 'decision', summary: 'Again.' });
    const no = await decided.refused('SendBack', '2026-01-26', sendBack, top);
    expect([no.code, no.params]).toEqual(['NO_SUCH_OBLIGATION', { obligation: 'decision-1' }]);
  });

  it('is overdue on the same clock when the case comes back to it, so that silence opens the next level again', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    await done('Recomplain', '2026-02-10', silence);
    const back = await done('SendBack', '2026-02-11', { reason: 'Decide first.' }, top);
    expect(back.state.clocks.resolution).toMatchObject({ status: 'running', dueOn: '2026-01-28' });
    expect(types(await done('Recomplain', '2026-03-20', silence))).toEqual(['Recomplained']);
  });
});
