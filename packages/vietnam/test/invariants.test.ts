/** The invariants that every law has to keep, on random histories under this one: before the amendment of July 2026, and across it. */
import { type Complaint, complaint, type LegalDay } from '@redress/core';
import { complaintChoices, holdsFor, invariants, type Setting } from '@redress/testing';
import { describe, it } from 'vitest';
import { tried } from '../../../.config/tried.ts';
import {
  complexityCriteria,
  nonAcceptanceGrounds,
  sampleAuthority,
  sampleOrganisation,
  suspensionGrounds,
  terminationGrounds,
  vietnam,
} from '../src/index.ts';

const setting = (from: LegalDay): Setting<Complaint> => ({
  type: complaint,
  law: vietnam,
  authority: sampleAuthority(),
  organisation: sampleOrganisation(),
  units: ['ha-noi', 'nghe-an', 'can-tho', 'vss'],
  roles: ['head', 'superior', 'officer', 'clerk', 'system'],
  // Words that the law knows, so that most of what is asked gets beyond its first no.
  choices: (state, on) => ({
    ...complaintChoices(state, on),
    ground: [...nonAcceptanceGrounds, ...suspensionGrounds, ...terminationGrounds],
    criteria: Object.keys(complexityCriteria),
    issuedBy: ['ha-noi', 'nghe-an'],
  }),
  remarks: ['Noted', 'OpinionGiven', 'Visited'],
  from,
});

// Control: a law that lets a note restart a clock, or extends beyond its cap, is found (packages/testing/test/invariants).
describe.each(['2024-01-02', '2026-05-04'])('under the law of Vietnam, from %s', (from) => {
  for (const each of invariants) it(each.name, () => holdsFor(each, setting(from), tried(10)));
});
