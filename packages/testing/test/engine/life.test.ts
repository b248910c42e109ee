import { complaint, createEngine, type CommandInput, type Complaint, type Done, isRefusal, memoryStore, type Outcome, sayRefusal } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { houseAuthority, houseOrganisation, houseRules } from '../../src/house-rules.ts';

const desk = () => {
  const store = memoryStore();
  const engine = createEngine({
    store,
    caseTypes: [complaint],
    law: houseRules(),
    authority: houseAuthority(),
    organisation: houseOrganisation(),
    now: () => '2026-06-30T10:00:00.000Z',
  });
  let number = 0;
  const ask = async (type: string, on: string, data: Record<string, unknown> = {}, more: Partial<CommandInput> = {}): Promise<Outcome<Complaint>> => {
    number += 1;
    return engine.execute<Complaint>({ id: `c${number}`, type, case: 'case-1', on, actor: { id: 'p-left', unit: 'left', role: 'head' }, data, ...more });
  };
  const done = async (...given: Parameters<typeof ask>): Promise<Done<Complaint>> => {
    const outcome = await ask(...given);
    if (isRefusal(outcome)) throw new Error(sayRefusal(outcome));
    return outcome;
  };
  return { engine, store, ask, done };
};

const letter = { channel: 'post', unit: 'left', summary: 'The pension was cut.', complainants: [{ member: 'm-1' }] };

describe('a complaint', () => {
  it('goes from arrival to its file being closed', async () => {
    const { done } = desk();
    await done('Receive', '2026-01-05', letter);
    await done('Accept', '2026-01-08');
    const assigned = await done('Assign', '2026-01-09', { person: 'p-7' });
    expect(assigned.state.stage).toBe('assigned');
    expect(assigned.state.custody.holder).toEqual({ unit: 'left', person: 'p-7', exOfficio: false });
    // 8 January + 20 days = 28 January.
    expect(assigned.state.clocks.resolution?.dueOn).toBe('2026-01-28');
    await done('Resolve', '2026-01-20', { outcome: 'right', decision: 'D-1', summary: 'It is paid again.' });
    const closed = await done('Close', '2026-02-20', { reason: 'The decision stands.' });
    expect(closed.state.stage).toBe('closed');
    expect(Object.values(closed.state.clocks).every((clock) => clock.status === 'stopped')).toBe(true);
  });

  it('cannot be resolved before it is assigned, and the refusal says what may follow', async () => {
    const { ask, done, engine } = desk();
    await done('Receive', '2026-01-05', letter);
    const refusal = await ask('Resolve', '2026-01-06', { outcome: 'right', decision: 'D-1', summary: 'Yes.' });
    expect(refusal).toMatchObject({ refused: true, code: 'NOT_IN_THIS_STAGE', asked: 'Resolve', stage: 'received' });
    expect((refusal as { mayFollow: string[] }).mayFollow).toContain('Accept');
    expect((await engine.history('case-1')).length).toBe(1);
  });

  it('is disputed when two units hand it to and fro a second time, and lies before their common superior', async () => {
    const { done } = desk();
    const right = { actor: { id: 'p-r', unit: 'right', role: 'head' } };
    await done('Receive', '2026-01-05', letter);
    await done('OfferTransfer', '2026-01-06', { toUnit: 'right' });
    await done('AcceptTransfer', '2026-01-07', {}, right);
    await done('OfferTransfer', '2026-01-08', { toUnit: 'left', reason: 'Not ours either.' }, right);
    await done('AcceptTransfer', '2026-01-09');
    const disputed = await done('OfferTransfer', '2026-01-10', { toUnit: 'right', reason: 'It is yours.' });
    expect(disputed.facts.map(({ record }) => record.type)).toEqual(['TransferOffered', 'CustodyDisputed']);
    expect(disputed.state.stage).toBe('escalated');
    expect(disputed.state.custody.before?.unit).toBe('top');
    const ruled = await done('Rule', '2026-01-12', { toUnit: 'left', reason: 'By competence.' }, { actor: { id: 'p-top', unit: 'top', role: 'head' } });
    expect(ruled.state.stage).toBe('received');
  });
});
