import { complaint, createEngine, isRefusal, memoryStore, memoryVault } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { houseAuthority, houseOrganisation, houseRules } from '../../src/house-rules.ts';
import { head, letter } from './desk.ts';

describe('what lies in the vault', () => {
  it('is untouched by a command that uses the id again for another case', async () => {
    const vault = memoryVault();
    const parts = { law: houseRules(), authority: houseAuthority(), organisation: houseOrganisation() };
    const engine = createEngine({ store: memoryStore(), vault, caseTypes: [complaint], ...parts });
    const receive = (caseId: string, name: string) =>
      engine.execute({
        id: 'same',
        type: 'Receive',
        case: caseId,
        on: '2026-01-05',
        actor: head('left'),
        data: { ...letter, complainants: [{ member: 'm-1', name }] },
      });
    const first = await receive('case-1', 'An');
    if (isRefusal(first)) throw new Error(first.code);
    expect(await receive('case-2', 'Binh')).toMatchObject({ refused: true, code: 'COMMAND_ID_REUSED' });
    const record = first.facts[0]?.record;
    expect(record && [...vault.opened(record)]).toEqual([['/complainants/0/name', 'An']]);
  });
});
