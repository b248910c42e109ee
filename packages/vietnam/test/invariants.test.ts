/** The invariants that every law has to keep, on random histories under this one: before the amendment of July 2026, and across it. */
import { type Complaint, complaint, type LegalDay, organisationOf } from '@redress/core';
import { complaintChoices, holdsFor, invariants, type Setting } from '@redress/testing';
import { describe, it } from 'vitest';
import { tried } from '../../../.config/tried.ts';
import {
  complexityCriteria,
  nonAcceptanceGrounds,
  sampleAuthority,
  sampleOrganisationData,
  suspensionGrounds,
  terminationGrounds,
  vietnam,
} from '../src/index.ts';

/** Whoever plays a unit here is its head: the law lets nobody else accept and decide. */
const organisation = organisationOf({
  ...sampleOrganisationData,
  posts: sampleOrganisationData.units.map(({ id, headPost }) => ({ post: headPost, person: `p-${id}` })),
});

const setting = (from: LegalDay): Setting<Complaint> => ({
  type: complaint,
  law: vietnam,
  authority: sampleAuthority(),
  organisation,
  units: ['ha-noi', 'nghe-an', 'can-tho', 'vss'],
  roles: ['head', 'superior', 'officer', 'clerk', 'system'],
  // Words that the law knows, so that most of what is asked gets beyond its first no.
  choices: (state, on) => ({
    ...complaintChoices(state, on),
    ground: [...nonAcceptanceGrounds, ...suspensionGrounds, ...terminationGrounds],
    criteria: Object.keys(complexityCriteria),
    issuedBy: ['ha-noi', 'nghe-an'],
    madeBy: ['p-3'],
    forwarder: ['fatherland-front', 'peoples-council-deputy', 'press'],
    chairedBy: ['p-ha-noi', 'p-nghe-an', 'p-vss'],
  }),
  remarks: ['Noted', 'OpinionGiven', 'Visited'],
  from,
});

// Control: a law that lets a note restart a clock, or extends beyond its cap, is found (packages/testing/test/invariants).
describe.each(['2024-01-02', '2026-05-04'])('under the law of Vietnam, from %s', (from) => {
  for (const each of invariants) it(each.name, () => holdsFor(each, setting(from), tried(10)));
});
