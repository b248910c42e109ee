/** What every body of law promises, kept by this one: for complaints and for petitions, across the amendments of 2025 and 2026. */
import { type CaseState, type Complaint, complaint, type LegalDay } from '@redress/core';
import { complaintChoices, lawContract, type Setting } from '@redress/testing';
import { describe, it } from 'vitest';
import { tried } from '../../../.config/tried.ts';
import {
  complexityCriteria,
  nonAcceptanceGrounds,
  petition,
  sampleAuthority,
  sampleOrganisation,
  suspensionGrounds,
  terminationGrounds,
  vietnam,
} from '../src/index.ts';

const common = { law: vietnam, authority: sampleAuthority(), organisation: sampleOrganisation() };

const complaints = (from: LegalDay): Setting<Complaint> => ({
  ...common,
  type: complaint,
  units: ['ha-noi', 'nghe-an', 'can-tho', 'vss'],
  roles: ['head', 'superior', 'officer', 'clerk', 'system'],
  choices: (state, on) => ({
    ...complaintChoices(state, on),
    ground: [...nonAcceptanceGrounds, ...suspensionGrounds, ...terminationGrounds],
    criteria: Object.keys(complexityCriteria),
    issuedBy: ['ha-noi', 'nghe-an'],
  }),
  remarks: ['Noted', 'OpinionGiven', 'Visited'],
  from,
});

const petitions = {
  ...common,
  type: petition,
  units: ['ha-noi', 'nghe-an', 'vss'],
  roles: ['head', 'officer', 'clerk', 'system'],
  remarks: ['Noted', 'Acknowledged'],
  from: '2026-05-04',
} satisfies Setting<ReturnType<typeof petition.initial>>;

const held = <State extends CaseState>(title: string, setting: Setting<State>): void => {
  describe(title, () => {
    for (const kept of lawContract) it(kept.name, () => kept.run(setting, tried(6)));
  });
};

// Control: for each case a law that breaks it is found (packages/testing/test/law-contract.test.ts).
describe('the law of Vietnam keeps the law contract', () => {
  held('on complaints, before the amendments', complaints('2024-01-02'));
  held('on complaints, across the law of 2025 on social insurance', complaints('2025-04-01'));
  held('on complaints, across the amendment of July 2026', complaints('2026-05-04'));
  held('on petitions', petitions);
});
