/**
 * Complaints to play at random under the law of Vietnam. Whoever is asked to act is the head of his unit, and what a field may hold is
 * what the law knows: so much of what is asked gets beyond the first no.
 */
import { type Complaint, complaint, createEngine, type Engine, type EngineOptions, type LegalDay, organisationOf } from '@redress/core';
import { complaintChoices, type Setting } from '@redress/testing';
import {
  complexityCriteria,
  nonAcceptanceGrounds,
  sampleAuthority,
  sampleOrganisationData,
  suspensionGrounds,
  terminationGrounds,
  vietnam,
} from '../src/index.ts';

/** The kit's actors are named after their unit. */
const posts = sampleOrganisationData.posts.map((row) => ({ ...row, person: `p-${row.post.replace(/:head$/, '')}` }));

export const complaintsFrom = (from: LegalDay): Setting<Complaint> => ({
  type: complaint,
  law: vietnam,
  authority: sampleAuthority(),
  organisation: organisationOf({ ...sampleOrganisationData, posts }),
  units: ['ha-noi', 'nghe-an', 'can-tho', 'vss'],
  roles: ['head', 'superior', 'officer', 'clerk', 'system'],
  choices: (state, on) => ({
    ...complaintChoices(state, on),
    ground: [...nonAcceptanceGrounds, ...suspensionGrounds, ...terminationGrounds],
    criteria: Object.keys(complexityCriteria),
    unit: ['ha-noi', 'ha-noi', 'ha-noi', 'nghe-an'],
    issuedBy: ['ha-noi'],
    kind: ['decision', 'decision', 'decision', 'discipline'],
    traits: ['administrative'],
  }),
  remarks: ['Noted', 'OpinionGiven', 'Visited'],
  from,
});

/** Whatever happens is recorded with what the law objects to, and nothing is refused for it: so histories see the last steps too. */
function observing(options: EngineOptions): Engine {
  const real = createEngine(options);
  const get = (_: Engine, key: string | symbol): unknown => {
    const value: unknown = Reflect.get(real, key === 'execute' ? 'observe' : key);
    return typeof value === 'function' ? value.bind(real) : value;
  };
  return new Proxy(real, { get });
}

export const complaintsObservedFrom = (from: LegalDay): Setting<Complaint> => ({ ...complaintsFrom(from), engine: observing });
