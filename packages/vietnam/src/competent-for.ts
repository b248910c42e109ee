/** Who settles a complaint about what a unit did, before there is any file: for whoever wants to know where to turn. */
import type { LegalDay, Organisation } from '@redress/core';
import { type Addressee, addresseeAt, competenceTraits } from './competence.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import type { Answered } from './questions/refusal.ts';

/** What may be contested: a decision as such, one of a kind the law tells apart, or a disciplinary decision. */
export const competentActs = ['decision', ...competenceTraits, 'discipline'] as const;
export type CompetentAct = (typeof competentActs)[number];
export const isCompetentAct = (name: string): name is CompetentAct => competentActs.some((each) => each === name);

export interface CompetentAsked {
  /** The unit that issued or did it. */
  readonly unit: string;
  readonly act: CompetentAct;
  readonly issuedOn: LegalDay;
  /** The day of the complaint. */
  readonly on: LegalDay;
  readonly organisation: Organisation;
  readonly configuration?: Configuration;
}

export interface CompetentLevel {
  readonly level: 1 | 2;
  readonly found: Answered<Addressee>;
}

/** Both levels, each answered or refused for itself. */
export function competentFor({
  unit,
  act,
  issuedOn,
  on,
  organisation,
  configuration = defaultConfiguration,
}: CompetentAsked): readonly CompetentLevel[] {
  const traits = act === 'decision' || act === 'discipline' ? [] : [act];
  const contested = { issuedBy: unit, issuedOn, complainedOn: on, traits, discipline: act === 'discipline' };
  return ([1, 2] as const).map((level) => ({ level, found: addresseeAt(contested, level, { on, organisation, configuration }) }));
}
