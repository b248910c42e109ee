/** Which length holds for which complaint on which day, with the provision that gives it. Null where no law gives a number. */
import type { Citation, Complaint, LegalDay, Term } from '@redress/core';
import { cited } from './citations.ts';
import { isUnsettled, valueOn } from './in-force.ts';
import { acceptanceByDecree as decreeTerm, lawData, type TermLength, type TermRule } from './law-data.ts';
import { isDiscipline } from './matter.ts';

export interface Ruled {
  readonly term: Term;
  readonly law: Citation;
}

const terms = lawData.complaintsLaw.terms;

/** The value in force on a day. An end on a day off rolls to the next working day (BLDS Đ.148.5); working days end on one. */
function ruledOn(rule: TermRule<TermLength>, on: LegalDay): Ruled | null {
  const value = valueOn(rule.values, on);
  if (isUnsettled(value)) return null;
  const { length, unit, law } = value;
  return { term: { length, unit, roll: unit === 'working-days' ? 'none' : 'next-working-day' }, law: cited(law) };
}

export function acceptanceByStatute(level: 1 | 2, discipline: boolean, receivedOn: LegalDay): Ruled | null {
  if (discipline) return ruledOn(terms.acceptanceDiscipline, receivedOn);
  return ruledOn(level === 1 ? terms.acceptanceFirst : terms.acceptanceSecond, receivedOn);
}

/** The decree, or the circular before it; before that only the Law gave a term. */
export const acceptanceByDecree = (receivedOn: LegalDay): Ruled | null => ruledOn(decreeTerm, receivedOn);

export interface Matter {
  readonly level: 1 | 2;
  readonly complex: boolean;
  readonly remote: boolean;
  readonly discipline: boolean;
}

/** The time for the decision, counted from acceptance on that day. */
export const resolution = (matter: Matter, acceptedOn: LegalDay): Ruled | null => ruledOn(settlement(matter), acceptedOn);

/** About discipline, where the complainant lives makes no difference. */
function settlement({ level, complex, remote, discipline }: Matter): TermRule<TermLength> {
  if (discipline) return complex ? terms.settlementDisciplineComplex : terms.settlementDiscipline;
  if (level === 1) {
    if (remote) return complex ? terms.settlementFirstRemoteComplex : terms.settlementFirstRemote;
    return complex ? terms.settlementFirstComplex : terms.settlementFirst;
  }
  if (remote) return complex ? terms.settlementSecondRemoteComplex : terms.settlementSecondRemote;
  return complex ? terms.settlementSecondComplex : terms.settlementSecond;
}

/** The topic of a complaint against a dismissal, which has the longer window of LKN Đ.48. */
export const DISMISSAL = 'dismissal';

/** The time for going to the second level, from the receipt of the first decision. */
export function secondComplaintAfterDecision(state: Complaint, servedOn: LegalDay): Ruled | null {
  if (isDiscipline(state)) return ruledOn(state.topic === DISMISSAL ? terms.windowDismissal : terms.windowDiscipline, servedOn);
  return ruledOn(state.remoteArea ? terms.windowAfterDecisionRemote : terms.windowAfterDecision, servedOn);
}

/** The same, from the end of the first level's term without a decision. About discipline the law gives no number for silence. */
export function secondComplaintAfterSilence(state: Complaint, expiredOn: LegalDay): Ruled | null {
  if (isDiscipline(state)) return null;
  return ruledOn(state.remoteArea ? terms.windowAfterSilenceRemote : terms.windowAfterSilence, expiredOn);
}

/** The time for sending the decision, from the day it is issued. About discipline the first one has none in numbers (LKN Đ.54.2). */
export function sending(level: 1 | 2, discipline: boolean, issuedOn: LegalDay): Ruled | null {
  if (level === 1) return discipline ? null : ruledOn(terms.sendingFirst, issuedOn);
  return ruledOn(discipline ? terms.sendingSecondDiscipline : terms.sendingSecond, issuedOn);
}

/** The time for making the second decision public. About discipline the law orders it without a number (LKN Đ.58.1). */
export const publication = (discipline: boolean, issuedOn: LegalDay): Ruled | null =>
  discipline ? null : ruledOn(terms.publicationSecond, issuedOn);
