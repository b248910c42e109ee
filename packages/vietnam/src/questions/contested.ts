/** What a question says of the contested decision and of the first level, and whose the levels are, by the codes of the questions. */
import { type Citation, type LegalDay, legalDay } from '@redress/core';
import { z } from 'zod';
import { article } from '../citations.ts';
import { type Competence, competence, LABOUR_AUTHORITY, PEOPLES_COMMITTEE_CHAIR, type Resolver } from '../competence-matrix.ts';
import { type Configuration, defaultConfiguration } from '../configuration.ts';
import { type Answered, type QuestionRefusal, refused } from './refusal.ts';

/** The bodies of the organisation, from below, each with its head. */
const chain = [
  { body: 'BASE_OFFICE', head: 'BASE_OFFICE_HEAD' },
  { body: 'PROVINCIAL_BHXH', head: 'PROVINCIAL_BHXH_HEAD' },
  { body: 'VSS', head: 'VSS_HEAD' },
] as const;
type Head = (typeof chain)[number]['head'];

/** Who may settle a level, by code; `NONE` where there is no such level. */
export type LevelCode = Head | typeof LABOUR_AUTHORITY | typeof PEOPLES_COMMITTEE_CHAIR | 'NONE';

const bodies = ['BASE_OFFICE', 'PROVINCIAL_BHXH', 'VSS', 'PROVINCIAL_PEOPLES_COMMITTEE', LABOUR_AUTHORITY] as const;
const heads = ['BASE_OFFICE_HEAD', 'PROVINCIAL_BHXH_HEAD', 'VSS_HEAD', PEOPLES_COMMITTEE_CHAIR] as const;

export const contested = z.strictObject({
  what: z.enum(['DECISION_ON_SOCIAL_INSURANCE', 'BENEFIT_DECISION', 'DISCIPLINARY_WARNING']),
  classification: z
    .enum(['ADMINISTRATIVE', 'OTHER_NOT_ADMINISTRATIVE'])
    .optional()
    .describe('Asked for by the law before 2025-07-01 only.'),
  issuer: z.enum([...bodies, ...heads]).describe('The body, or its head.'),
  issuedOn: legalDay,
  sanction: z.boolean(),
  inspection: z.boolean(),
  before1995WithoutFile: z.boolean(),
});
export type ContestedFacts = z.infer<typeof contested>;

export const level1 = z.strictObject({
  silent: z.boolean().describe('The limit passed without a decision.'),
  // The labour authority is named without a head of its own.
  decidedBy: z.enum([...heads, LABOUR_AUTHORITY]).nullable(),
  decidedOn: legalDay.nullable(),
});
export type Level1Facts = z.infer<typeof level1>;

type CaseKind = 'administrative' | 'discipline' | undefined;

/** Who settles what is contested, by code. */
export interface Levels {
  readonly regime: Competence['regime'];
  readonly level1: LevelCode;
  readonly level2: LevelCode;
  readonly because: Citation;
}

export const isAboutDiscipline = (caseKind: CaseKind, facts: ContestedFacts | undefined): boolean =>
  caseKind === 'discipline' || facts?.what === 'DISCIPLINARY_WARNING';

/** The kind of case and what is contested must not say two things. */
export function kindFault(caseKind: CaseKind, facts: Pick<ContestedFacts, 'what'> | undefined): QuestionRefusal | null {
  if (caseKind === undefined || facts === undefined) return null;
  if ((caseKind === 'discipline') === (facts.what === 'DISCIPLINARY_WARNING')) return null;
  return refused(
    'FACTS_CONTRADICT',
    `A case of kind ${caseKind} does not contest a ${facts.what}.`,
    `Vụ việc loại ${caseKind} không phải là khiếu nại ${facts.what}.`,
  ).refusal;
}

/** What is said of the first level must not contradict itself, nor the days around it. */
export function level1Fault(
  facts: Level1Facts,
  issuedOn: LegalDay | undefined,
  complainedOn: LegalDay | undefined,
): QuestionRefusal | null {
  const { silent, decidedBy, decidedOn } = facts;
  if (silent && (decidedBy !== null || decidedOn !== null)) {
    return refused(
      'FACTS_CONTRADICT',
      'The first level cannot both have been silent and have decided.',
      'Cấp giải quyết lần đầu không thể vừa im lặng vừa đã ra quyết định.',
    ).refusal;
  }
  if (decidedOn === null) return null;
  if (issuedOn !== undefined && decidedOn < issuedOn) return inWrongOrder('decidedOn', decidedOn, 'issuedOn', issuedOn);
  return complainedOn !== undefined && decidedOn < complainedOn ? inWrongOrder('decidedOn', decidedOn, 'complainedOn', complainedOn) : null;
}

export const inWrongOrder = (later: string, itsDay: LegalDay, earlier: string, thatDay: LegalDay): QuestionRefusal =>
  refused(
    'FACTS_CONTRADICT',
    `\`${later}\` (${itsDay}) cannot lie before \`${earlier}\` (${thatDay}).`,
    `\`${later}\` (${itsDay}) không thể trước \`${earlier}\` (${thatDay}).`,
  ).refusal;

const placeOf = (issuer: ContestedFacts['issuer']): number => chain.findIndex(({ body, head }) => issuer === body || issuer === head);

function issuerKind(issuer: ContestedFacts['issuer']): 'social-insurance-body' | 'labour-authority' | 'peoples-committee' {
  if (placeOf(issuer) >= 0) return 'social-insurance-body';
  return issuer === LABOUR_AUTHORITY ? 'labour-authority' : 'peoples-committee';
}

const classifications = { ADMINISTRATIVE: 'administrative', OTHER_NOT_ADMINISTRATIVE: 'not-administrative' } as const;

/** Whose both levels are, by the law that `day` selects. */
export function levelsOf(
  facts: ContestedFacts,
  day: LegalDay,
  discipline: boolean,
  configuration: Configuration = defaultConfiguration,
): Answered<Levels> {
  const place = placeOf(facts.issuer);
  const { sanction, inspection, before1995WithoutFile, classification } = facts;
  const found = competence(
    {
      issuer: issuerKind(facts.issuer),
      top: place === chain.length - 1,
      discipline,
      sanction,
      inspection,
      before1995WithoutFile,
      classification: classification === undefined ? null : classifications[classification],
    },
    day,
    configuration,
  );
  if ('refusal' in found) return found;
  const { regime, first, second } = found.answer;
  const codes = [codeOf(first, place), codeOf(second, place)] as const;
  const [one, two] = codes;
  if (one === null || two === null) return withoutACode(day);
  return { answer: { regime, level1: one, level2: two, because: first.because } };
}

/** The code of whoever settles a level, or null where the questions have none for him. */
function codeOf(resolver: Resolver, place: number): LevelCode | null {
  switch (resolver.of) {
    case 'nobody':
      return 'NONE';
    case 'issuing-body':
      return chain[place]?.head ?? null;
    case 'body-above':
      return chain[place + 1]?.head ?? null;
    case 'provincial-body':
      return 'PROVINCIAL_BHXH_HEAD';
    case 'office-outside':
      return resolver.office === LABOUR_AUTHORITY || resolver.office === PEOPLES_COMMITTEE_CHAIR ? resolver.office : null;
  }
}

/** A minister: that it is he is inferred, and which one an organisation says for itself. */
const withoutACode = (day: LegalDay) =>
  refused(
    'UNSETTLED_LAW',
    'The second level lies above the head of Viet Nam Social Security, in an office that the law does not name in words.',
    'Cấp giải quyết lần hai ở trên người đứng đầu Bảo hiểm xã hội Việt Nam, thuộc người mà luật chưa nêu rõ.',
    article('LKN Đ.23.2', day),
  );
