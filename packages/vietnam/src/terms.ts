/** Which length holds for which complaint on which day, with the provision that gives it. Null where no law gives a number. */
import type { Citation, Complaint, LegalDay, Term } from '@redress/core';
import { isDiscipline, LAW_FROM } from './matter.ts';

export interface Ruled {
  readonly term: Term;
  readonly law: Citation;
}

interface Dated {
  /** First day in force. */
  readonly from: LegalDay;
  readonly length: number;
  readonly unit: 'calendar-days' | 'working-days';
  readonly act: string;
  readonly article: string;
  readonly grade: string;
}

const days = (length: number, article: string, from: LegalDay = LAW_FROM): Dated => ({
  from,
  length,
  unit: 'calendar-days',
  act: 'LKN',
  article,
  grade: 'A',
});
const workingDays = (from: LegalDay, length: number, act: string, article: string, grade: string): Dated => ({
  from,
  length,
  unit: 'working-days',
  act,
  article,
  grade,
});

/** Every term the clocks use; the edition's digest is taken over it. */
export const lawData = {
  acceptance: {
    first: [days(10, '27')],
    second: [days(10, '36.1')],
    discipline: [days(10, '50')],
    decree: [
      workingDays('2013-12-16', 10, 'TT07/2013', '5.1', 'A'),
      workingDays('2020-12-10', 10, 'NĐ124', '16.1', 'B'),
      workingDays('2026-07-01', 7, 'NĐ124', '16.1', 'A'),
    ],
  },
  resolution: {
    first: { normal: [days(30, '28')], complex: [days(45, '28')], remote: [days(45, '28')], both: [days(60, '28')] },
    second: { normal: [days(45, '37')], complex: [days(60, '37')], remote: [days(60, '37')], both: [days(70, '37')] },
    discipline: { normal: [days(30, '50')], complex: [days(45, '50')] },
  },
  secondComplaint: {
    normal: [days(30, '33.1')],
    remote: [days(45, '33.1')],
    discipline: [days(10, '48')],
    dismissal: [days(30, '48')],
  },
  sending: { first: [workingDays(LAW_FROM, 3, 'LKN', '32', 'A')], second: [days(7, '41.1')], discipline: [days(7, '56.2')] },
  publication: [days(15, '41.2', '2012-11-20')],
} as const;

/** The value in force on a day. An end on a day off rolls to the next working day (BLDS Đ.148.5); working days end on one. */
function ruledOn(values: readonly Dated[], on: LegalDay): Ruled | null {
  const value = values.findLast(({ from }) => from <= on);
  if (!value) return null;
  const { length, unit, act, article, grade } = value;
  return {
    term: { length, unit, roll: unit === 'working-days' ? 'none' : 'next-working-day' },
    law: { text: `${act} Đ.${article}`, act, article, grade },
  };
}

export function acceptanceByStatute(level: 1 | 2, discipline: boolean, on: LegalDay): Ruled | null {
  const { acceptance } = lawData;
  if (discipline) return ruledOn(acceptance.discipline, on);
  return ruledOn(level === 1 ? acceptance.first : acceptance.second, on);
}

/** The decree, or the circular before it; before that only the Law gave a term. */
export const acceptanceByDecree = (on: LegalDay): Ruled | null => ruledOn(lawData.acceptance.decree, on);

export interface Matter {
  readonly level: 1 | 2;
  readonly complex: boolean;
  readonly remote: boolean;
  readonly discipline: boolean;
}

/** The time for the decision, counted from acceptance on that day. About discipline, where the complainant lives makes no difference. */
export function resolution({ level, complex, remote, discipline }: Matter, acceptedOn: LegalDay): Ruled | null {
  const terms = lawData.resolution;
  if (discipline) return ruledOn(complex ? terms.discipline.complex : terms.discipline.normal, acceptedOn);
  const variants = level === 1 ? terms.first : terms.second;
  if (complex && remote) return ruledOn(variants.both, acceptedOn);
  if (complex) return ruledOn(variants.complex, acceptedOn);
  return ruledOn(remote ? variants.remote : variants.normal, acceptedOn);
}

/** The topic of a complaint against a dismissal, which has the longer window of LKN Đ.48. */
export const DISMISSAL = 'dismissal';

/** The time for going to the second level, from the receipt of the first decision. */
export function secondComplaintAfterDecision(state: Complaint, servedOn: LegalDay): Ruled | null {
  const windows = lawData.secondComplaint;
  if (isDiscipline(state)) return ruledOn(state.topic === DISMISSAL ? windows.dismissal : windows.discipline, servedOn);
  return ruledOn(state.remoteArea ? windows.remote : windows.normal, servedOn);
}

/** The same, from the end of the first level's term without a decision. About discipline the law gives no number for silence. */
export const secondComplaintAfterSilence = (state: Complaint, expiredOn: LegalDay): Ruled | null =>
  isDiscipline(state) ? null : secondComplaintAfterDecision(state, expiredOn);

/** The time for sending the decision, from the day it is issued. */
export function sending(level: 1 | 2, discipline: boolean, issuedOn: LegalDay): Ruled | null {
  const terms = lawData.sending;
  if (level === 1) return discipline ? null : ruledOn(terms.first, issuedOn);
  return ruledOn(discipline ? terms.discipline : terms.second, issuedOn);
}

/** The time for making the second decision public. About discipline the law orders it without a number (LKN Đ.58.1). */
export const publication = (discipline: boolean, issuedOn: LegalDay): Ruled | null =>
  discipline ? null : ruledOn(lawData.publication, issuedOn);
