/** What the fields of a complaint's commands may sensibly hold, and the imaginary house as a setting to play complaints in. */
import { addDays, type Complaint, complaint, type LegalDay } from '@redress/core';
import type { Setting } from './histories.ts';
import { houseAuthority, houseOrganisation, houseRules } from './house-rules.ts';

/** Ids that the case knows where it knows some, and one that it does not. */
export function complaintChoices(state: Complaint, on: LegalDay): Readonly<Record<string, readonly string[]>> {
  const ahead = [1, 5, 20].map((days) => addDays(on, days));
  const continuing = state.members.filter((each) => each.standing === 'continuing').map((each) => each.member);
  return {
    person: ['p-1', 'p-2'],
    toPerson: ['p-3'],
    into: ['case-2'],
    clock: [...Object.keys(state.clocks), 'resolution'],
    about: Object.keys(state.clocks),
    members: continuing,
    member: ['m-1', 'm-2', 'm-3', 'm-4'],
    consultation: [...state.consultations.map(({ id }) => id), `q-${state.version}`],
    disagreement: [...state.disagreements.map(({ id }) => id), `d-${state.version}`],
    obligation: state.obligations.map(({ id }) => id),
    heldOn: ahead,
    appointedOn: ahead,
  };
}

/** The complaint under the house rules. */
export const houseSetting = (given: Partial<Setting<Complaint>> = {}): Setting<Complaint> => ({
  type: complaint,
  law: houseRules(),
  authority: houseAuthority(),
  organisation: houseOrganisation(),
  units: ['left', 'right', 'far', 'top', 'board'],
  roles: ['head', 'officer', 'clerk', 'system', 'visitor'],
  choices: complaintChoices,
  remarks: ['Noted', 'OpinionGiven', 'Visited'],
  ...given,
});
