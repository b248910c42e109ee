/** Which version of the rules a day falls into. */
import type { LegalDay } from '@redress/core';
import { z } from 'zod';
import { editions as ruleVersions } from './law/editions.ts';
import { type QuestionRefusal, refused } from './questions/refusal.ts';

export type RuleVersion = keyof typeof ruleVersions;
const ids = Object.keys(ruleVersions) as RuleVersion[];

export const ruleVersionId = z.enum(ids as [RuleVersion, ...RuleVersion[]]).describe('Version of the rules, for example KN-2026.');

const holds = (id: RuleVersion, on: LegalDay): boolean => {
  const { from, through } = ruleVersions[id];
  return from <= on && (through === null || on <= through);
};

/** The version of the rules on complaints on a day; null before the Law on Complaints. */
export const ruleVersionOn = (on: LegalDay): RuleVersion | null => ids.find((id) => id.startsWith('KN-') && holds(id, on)) ?? null;

/** A version that a question names must be one that holds on its day. */
export function ruleVersionFault(id: RuleVersion, on: LegalDay): QuestionRefusal | null {
  if (holds(id, on)) return null;
  const { from, through } = ruleVersions[id];
  return refused(
    'FACTS_CONTRADICT',
    `${id} holds from ${from}${through ? ` through ${through}` : ''}, not on ${on}.`,
    `${id} có hiệu lực từ ${from}${through ? ` đến ${through}` : ''}, không phải vào ngày ${on}.`,
  ).refusal;
}
