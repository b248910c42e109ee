/** Which length holds for which complaint on which day, with the provision that gives it. Null where no law gives a number. */
import type { Citation, Complaint, LegalDay, Term } from '@redress/core';
import { isDiscipline } from './matter.ts';

export interface Ruled {
  readonly term: Term;
  readonly law: Citation;
}

interface Dated {
  readonly from: LegalDay;
  readonly length: number;
  readonly unit: 'calendar-days' | 'working-days';
  readonly text: string;
  readonly grade: string;
}

const ruledOn = (values: readonly Dated[], on: LegalDay): Ruled | null => {
  const value = values.findLast(({ from }) => from <= on);
  if (!value) return null;
  const { length, unit, text, grade } = value;
  const [act = text] = text.split(' Đ.');
  return {
    term: { length, unit, roll: unit === 'working-days' ? 'none' : 'next-working-day' },
    law: { text, act, article: text.slice(act.length + 3), grade },
  };
};

const days = (from: LegalDay, length: number, text: string, grade = 'A'): Dated => ({ from, length, unit: 'calendar-days', text, grade });
const workingDays = (from: LegalDay, length: number, text: string, grade = 'A'): Dated => ({
  from,
  length,
  unit: 'working-days',
  text,
  grade,
});
const LKN = '2012-07-01';

export const acceptanceByStatute = (level: 1 | 2, discipline: boolean, on: LegalDay): Ruled | null =>
  ruledOn([days(LKN, 10, discipline ? 'LKN Đ.50' : level === 1 ? 'LKN Đ.27' : 'LKN Đ.36.1')], on);

export const acceptanceByDecree = (on: LegalDay): Ruled | null =>
  ruledOn(
    [
      workingDays('2013-12-16', 10, 'TT07/2013 Đ.5.1'),
      workingDays('2020-12-10', 10, 'NĐ124 Đ.16.1', 'B'),
      workingDays('2026-07-01', 7, 'NĐ124 Đ.16.1 (NĐ155 Đ.10)'),
    ],
    on,
  );

export interface Matter {
  readonly level: 1 | 2;
  readonly complex: boolean;
  readonly remote: boolean;
  readonly discipline: boolean;
}

function lengthOf({ level, complex, remote, discipline }: Matter): number {
  if (discipline) return complex ? 45 : 30;
  if (level === 1) return complex && remote ? 60 : complex || remote ? 45 : 30;
  return complex && remote ? 70 : complex || remote ? 60 : 45;
}

export const resolution = (matter: Matter, on: LegalDay): Ruled | null =>
  ruledOn([days(LKN, lengthOf(matter), matter.discipline ? 'LKN Đ.50' : matter.level === 1 ? 'LKN Đ.28' : 'LKN Đ.37')], on);

const windowLength = (state: Complaint): number => {
  if (isDiscipline(state)) return state.topic === DISMISSAL ? 30 : 10;
  return state.remoteArea ? 45 : 30;
};

/** The topic of a complaint against a dismissal, which has the longer window of LKN Đ.48. */
export const DISMISSAL = 'dismissal';

export const secondComplaintAfterDecision = (state: Complaint, servedOn: LegalDay): Ruled | null =>
  ruledOn([days(LKN, windowLength(state), isDiscipline(state) ? 'LKN Đ.48' : 'LKN Đ.33.1')], servedOn);

export const secondComplaintAfterSilence = (state: Complaint, expiredOn: LegalDay): Ruled | null =>
  isDiscipline(state) ? null : ruledOn([days(LKN, windowLength(state), 'LKN Đ.33.1')], expiredOn);

export const sending = (level: 1 | 2, discipline: boolean, on: LegalDay): Ruled | null => {
  if (level === 2) return ruledOn([days(LKN, 7, discipline ? 'LKN Đ.56.2' : 'LKN Đ.41.1')], on);
  return discipline ? null : ruledOn([workingDays(LKN, 3, 'LKN Đ.32')], on);
};

export const publication = (discipline: boolean, on: LegalDay): Ruled | null =>
  discipline ? null : ruledOn([days('2012-11-20', 15, 'LKN Đ.41.2')], on);
