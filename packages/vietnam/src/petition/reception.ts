/**
 * Receiving somebody who came: on which grounds he need not be received, and which answers he may get. A ground is one against the person
 * and his conduct at the place; it says nothing of what he brought, which is registered and answered like every other petition.
 */
import type { Citation, LegalDay } from '@redress/core';
import { cited } from '../citations.ts';
import { type Act, lawData } from '../law-data.ts';

/** The four answers of LTCD Đ.28.1 to whoever was received. */
export const receptionAnswers = ['accepted', 'more-time', 'refused', 'forwarded'] as const;
export type ReceptionAnswer = (typeof receptionAnswers)[number];

interface ReceptionGround {
  readonly from: LegalDay;
  readonly how: 'oral' | 'written';
  readonly because: Citation;
}

const groundsOf = ({ inForceFrom: from, refusalToReceive = {} }: Act): readonly (readonly [string, ReceptionGround])[] =>
  Object.entries(refusalToReceive).map(([code, { how, law }]) => [code, { from, how, because: cited(law) }]);

const grounds: ReadonlyMap<string, ReceptionGround> = new Map([...groundsOf(lawData.receptionLaw), ...groundsOf(lawData.receptionDecree)]);

/** What was on receiving people before this day is not known to this pack. */
export const RECEPTION_LAW_FROM = lawData.receptionLaw.inForceFrom;
export const RECEPTION_DECREE_FROM = lawData.receptionDecree.inForceFrom;

export const receptionGround = (code: string): ReceptionGround | null => grounds.get(code) ?? null;

/** The ground, where it holds on the day it was established. */
export function receptionGroundOn(code: string, on: LegalDay): ReceptionGround | null {
  const ground = receptionGround(code);
  return ground && ground.from <= on ? ground : null;
}

/** These rest on a paper of a competent body: the notice of the review, the written answer, the answer that nothing can be reconsidered. */
export const groundsOnPaper: ReadonlySet<string> = new Set(['RF3', 'RFh', 'RFi']);
