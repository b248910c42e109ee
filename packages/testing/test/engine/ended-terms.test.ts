import { dueCasesInMemory, stateOn, watch } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { openDesk } from './desk.ts';

const decision = { outcome: 'wrong', decision: 'D-1', summary: 'No.' };
const grounds = { ground: 'a', evidence: 'A letter.' };
const silence = { against: 'silence', summary: 'Nobody answered.' };
const types = (done: { readonly facts: readonly { readonly record: { readonly type: string } }[] }) =>
  done.facts.map(({ record }) => record.type);

describe('a suspension that comes after the term had run out', () => {
  it('hides nothing: the next level opens, and the watch records it', async () => {
    const { done, assigned, engine, store } = openDesk();
    await assigned();
    const suspended = await done('Suspend', '2026-02-10', grounds);
    const clock = suspended.state.clocks.resolution;
    expect(clock && [clock.dueOn, clock.status, stateOn(clock, '2026-02-11')]).toEqual(['2026-01-28', 'paused', 'overdue']);
    const system = { id: 'watch', unit: 'left', role: 'system' };
    expect((await watch(engine, dueCasesInMemory(store), system, '2026-02-11')).recorded).toMatchObject([{ clock: 'resolution' }]);
    expect(types(await done('Recomplain', '2026-02-12', silence))).toEqual(['Recomplained']);
  });

  it('differs from one that came in time, which stops the count (control)', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    await done('Suspend', '2026-01-27', grounds);
    expect(types(await done('Recomplain', '2026-02-12', silence))).toEqual(['ArrivalRecorded']);
  });
});

describe('a clock that was stopped', () => {
  it('is not set going by a resumption, and is not due again', async () => {
    const { done, observe, assigned, store } = openDesk();
    await assigned();
    await done('Suspend', '2026-01-12', grounds);
    await observe('Resolve', '2026-01-13', decision);
    const resumed = await done('Resume', '2026-01-20', { reason: 'It is gone.' });
    expect(resumed.state.clocks.resolution?.status).toBe('stopped');
    expect((await dueCasesInMemory(store).before('2026-06-01')).map(({ clock }) => clock)).toEqual(['second-complaint']);
  });
});
