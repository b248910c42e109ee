/** The register of time limits, and which length holds for which complaint on which day, with the provision that gives it. */
import type { Citation, Complaint, LegalDay, Term } from '@redress/core';
import { cited } from './citations.ts';
import { isUnsettled, valueOn } from './in-force.ts';
import { type Act, lawData, type TermLength, type TermRule, type TermValue, type Variant } from './law-data.ts';
import { isDiscipline } from './matter.ts';

type LawData = typeof lawData;
export type TermId = { [Name in keyof LawData]: keyof LawData[Name]['terms'] }[keyof LawData];

const byFirstDay = ({ inForceFrom: one }: Act, { inForceFrom: other }: Act): number => Number(one > other) - Number(one < other);

/** What every act says of an id, as one rule: in words of the act that spoke last, with the values of all. */
function merged(): ReadonlyMap<string, TermRule> {
  const register = new Map<string, TermRule>();
  const acts: readonly Act[] = [...Object.values(lawData)].sort(byFirstDay);
  for (const { terms } of acts) {
    for (const [id, rule] of Object.entries(terms)) {
      register.set(id, { ...rule, values: { ...register.get(id)?.values, ...rule.values } });
    }
  }
  return register;
}

const register = merged();

/** Every id of the pack. */
export const termIds: readonly string[] = [...register.keys()].sort();

/** A time limit by its id, over all acts; undefined where the pack has none of that name. */
export const termRule = (id: string): TermRule | undefined => register.get(id);

export interface Ruled {
  readonly term: Term;
  readonly law: Citation;
}

const isNumbered = (value: TermValue): value is TermLength => 'length' in value && value.length !== null;

/** The value in force on a day. An end on a day off rolls to the next working day (BLDS Đ.148.5); working days end on one. */
export function ruledOn(id: TermId, on: LegalDay, variants: readonly Variant[] = []): Ruled | null {
  const rule = termRule(id);
  const value = rule && valueOn(rule.values, on);
  if (!value || isUnsettled(value) || !isNumbered(value) || value.unit === 'hours') return null;
  const { unit, law } = value;
  const length = Math.max(value.length, ...variants.map((variant) => value.variants?.[variant] ?? value.length));
  return { term: { length, unit, roll: unit === 'working-days' ? 'none' : 'next-working-day' }, law: cited(law) };
}

export function acceptanceByStatute(level: 1 | 2, discipline: boolean, receivedOn: LegalDay): Ruled | null {
  if (discipline) return ruledOn('KN-82', receivedOn);
  return ruledOn(level === 1 ? 'KN-10' : 'KN-11', receivedOn);
}

/** The decree, or the circular before it; before that only the Law gave a term. */
export const acceptanceByDecree = (receivedOn: LegalDay): Ruled | null => ruledOn('KN-13', receivedOn) ?? ruledOn('KN-12', receivedOn);

export interface Matter {
  readonly level: 1 | 2;
  readonly complex: boolean;
  readonly remote: boolean;
  readonly discipline: boolean;
}

/** The id of the time for the decision. About discipline, where the complainant lives makes no difference. */
export const resolutionTerm = ({ level, complex, remote, discipline }: Matter): TermId =>
  discipline ? 'KN-83' : settlement[level][remote ? 'remote' : 'near'][complex ? 'complex' : 'plain'];

/** The time for the decision, counted from acceptance on that day. */
export const resolution = (matter: Matter, acceptedOn: LegalDay): Ruled | null =>
  ruledOn(resolutionTerm(matter), acceptedOn, matter.discipline && matter.complex ? ['complex'] : []);

const settlement = {
  1: { near: { plain: 'KN-20', complex: 'KN-21' }, remote: { plain: 'KN-22', complex: 'KN-23' } },
  2: { near: { plain: 'KN-24', complex: 'KN-25' }, remote: { plain: 'KN-26', complex: 'KN-27' } },
} as const;

/** The topic of a complaint against a dismissal, which has the longer window of LKN Đ.48. */
export const DISMISSAL = 'dismissal';

const remote = ({ remoteArea }: Complaint): readonly Variant[] => (remoteArea ? ['remoteArea'] : []);

/** The time for going to the second level, from the receipt of the first decision. */
export function secondComplaintAfterDecision(state: Complaint, servedOn: LegalDay): Ruled | null {
  if (isDiscipline(state)) return ruledOn('KN-81', servedOn, state.topic === DISMISSAL ? ['dismissal'] : []);
  return ruledOn('KN-02', servedOn, remote(state));
}

/** The same, from the end of the first level's term without a decision. About discipline the law gives no number for silence. */
export function secondComplaintAfterSilence(state: Complaint, expiredOn: LegalDay): Ruled | null {
  return isDiscipline(state) ? null : ruledOn('KN-03', expiredOn, remote(state));
}

/** The time for sending the decision, from the day it is issued. About discipline the first one has none in numbers (LKN Đ.54.2). */
export function sending(level: 1 | 2, discipline: boolean, issuedOn: LegalDay): Ruled | null {
  if (level === 1) return ruledOn(discipline ? 'KN-84' : 'KN-50', issuedOn);
  return ruledOn(discipline ? 'KN-85' : 'KN-51', issuedOn);
}

/** The time for making the second decision public. About discipline the law orders it without a number (LKN Đ.58.1). */
export const publication = (discipline: boolean, issuedOn: LegalDay): Ruled | null => ruledOn(discipline ? 'KN-87' : 'KN-52', issuedOn);
