/** What every body of law promises, kept by this one: for complaints and for petitions, across the amendments of 2025 and 2026. */
import type { CaseState } from '@redress/core';
import { lawContract, type Setting } from '@redress/testing';
import { describe, it } from 'vitest';
import { tried } from '../../../.config/tried.ts';
import { petition, sampleAuthority, sampleOrganisation, vietnam } from '../src/index.ts';
import { complaintsFrom, complaintsObservedFrom } from './complaints-played.ts';

const petitions = {
  law: vietnam,
  authority: sampleAuthority(),
  organisation: sampleOrganisation(),
  type: petition,
  units: ['ha-noi', 'nghe-an', 'vss'],
  roles: ['head', 'officer', 'clerk', 'system'],
  remarks: ['Noted', 'Acknowledged'],
  from: '2026-05-04',
} satisfies Setting<ReturnType<typeof petition.initial>>;

const held = <State extends CaseState>(title: string, setting: Setting<State>): void => {
  describe(title, () => {
    for (const kept of lawContract) it(kept.name, () => kept.run(setting, tried(10)));
  });
};

// Control: for each case a law that breaks it is found (packages/testing/test/law-contract.test.ts).
describe('the law of Vietnam keeps the law contract', () => {
  held('on complaints, before the amendments', complaintsFrom('2024-01-02'));
  held('on complaints, across the law of 2025 on social insurance', complaintsFrom('2025-04-01'));
  held('on complaints, across the amendment of July 2026', complaintsFrom('2026-05-04'));
  held('on complaints, where what it objects to is recorded all the same', complaintsObservedFrom('2026-05-04'));
  held('on petitions', petitions);
});
