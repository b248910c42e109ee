/** Questions about those who complain: their representatives, their withdrawal, their death. */
import { type LegalDay, legalDay } from '@redress/core';
import { z } from 'zod';
import { article } from '../citations.ts';
import { AMENDED_FROM } from '../matter.ts';
import { representativesFor } from '../representatives.ts';
import { asked, type Question } from './question.ts';
import { type Refused, refused } from './refusal.ts';

const count = z.int().min(1);

/** The day of the event selects the rule (NĐ155 Đ.22.1): a question that names older law for a newer event contradicts itself. */
function olderLaw(lawDay: LegalDay, event: string, on: LegalDay): Refused | null {
  if (lawDay >= AMENDED_FROM || on < AMENDED_FROM) return null;
  return refused(
    'FACTS_CONTRADICT',
    `\`${event}\` (${on}) follows the law in force from ${AMENDED_FROM}; \`lawDay\` (${lawDay}) names the one before.`,
    `\`${event}\` (${on}) theo quy định có hiệu lực từ ${AMENDED_FROM}; \`lawDay\` (${lawDay}) lại chọn quy định trước đó.`,
    article('NĐ155 Đ.22.1', on),
  );
}

/** Before Law 136/2025 there was no such rule. */
const notYet = (en: string, vi: string) => refused('NOT_IN_FORCE', `Before ${AMENDED_FROM} ${en}`, `Trước ngày ${AMENDED_FROM} ${vi}`);

export interface RepresentativesAnswer {
  readonly lawGivesNumber: boolean;
  readonly minRepresentatives: number;
  /** Null where the law gives no number. */
  readonly maxRepresentatives: number | null;
  readonly representativeMustBeComplainant: boolean;
}

export const representatives: Question<RepresentativesAnswer> = asked(
  { group: z.strictObject({ complainants: count }) },
  ({ group, lawDay }) => {
    const band = representativesFor(group.complainants, lawDay);
    if (!band)
      return refused(
        'NOT_IN_FORCE',
        `How many represent a group was not known to the law on ${lawDay}; LTCD Đ.29 is in force from 2014-07-01.`,
        `Vào ngày ${lawDay} chưa có quy định về số người đại diện; Điều 29 Luật Tiếp công dân có hiệu lực từ 01/7/2014.`,
      );
    return {
      answer: {
        lawGivesNumber: band.most !== null,
        minRepresentatives: band.least,
        maxRepresentatives: band.most,
        representativeMustBeComplainant: true,
      },
    };
  },
);

export interface WithdrawalAnswer {
  readonly byContent: Readonly<Record<string, 'CLOSED_AND_BARRED' | 'CONTINUES'>>;
  readonly caseState: 'OPEN' | 'TERMINATED';
}

export const withdrawal: Question<WithdrawalAnswer> = asked(
  {
    contents: z.array(z.string().min(1)).min(1),
    withdrawn: z.array(z.string().min(1)),
    withdrawnOn: legalDay,
    coercionClaimed: z.boolean(),
  },
  ({ contents, withdrawn, withdrawnOn, coercionClaimed, lawDay }) => {
    const older = olderLaw(lawDay, 'withdrawnOn', withdrawnOn);
    if (older) return older;
    const gone = new Set(withdrawn);
    if (withdrawn.some((each) => !contents.includes(each)))
      return refused(
        'FACTS_CONTRADICT',
        'Something is withdrawn that was never complained of.',
        'Nội dung rút không nằm trong các nội dung khiếu nại.',
      );
    if (withdrawnOn < AMENDED_FROM)
      return notYet(
        'a complaint could be withdrawn as a whole only, and nothing said that withdrawn content is barred.',
        'chỉ được rút toàn bộ khiếu nại và chưa có quy định không được khiếu nại lại nội dung đã rút.',
      );
    if (coercionClaimed && withdrawn.length > 0)
      return refused(
        'FACTS_MISSING',
        'Coercion is claimed: whether it can be shown has to be looked at by a person before the content is barred.',
        'Có trình bày bị ép buộc: phải có người xem xét việc chứng minh trước khi kết luận không được khiếu nại lại.',
        article('LKN Đ.10', withdrawnOn),
      );
    return {
      answer: {
        byContent: Object.fromEntries(contents.map((each) => [each, gone.has(each) ? 'CLOSED_AND_BARRED' : 'CONTINUES'] as const)),
        caseState: contents.every((each) => gone.has(each)) ? 'TERMINATED' : 'OPEN',
      },
    };
  },
);

export interface GroupWithdrawalAnswer {
  readonly caseContinues: boolean;
  readonly terminate: boolean;
  readonly complainantsLeft: number;
  readonly maxRepresentativesAtFiling: number | null;
  readonly minRepresentativesLeft: number;
  readonly maxRepresentativesLeft: number | null;
  readonly recheckRepresentatives: boolean;
  readonly openPoint: 'O-5' | null;
}

export const groupWithdrawal: Question<GroupWithdrawalAnswer> = asked(
  { group: z.strictObject({ complainants: count, withdrawn: z.int().min(0), withdrawnOn: legalDay }) },
  ({ group: { complainants, withdrawn, withdrawnOn }, lawDay }) => {
    const older = olderLaw(lawDay, 'withdrawnOn', withdrawnOn);
    if (older) return older;
    if (withdrawn > complainants)
      return refused('FACTS_CONTRADICT', 'More withdraw than complain.', 'Số người rút nhiều hơn số người khiếu nại.');
    if (withdrawnOn < AMENDED_FROM)
      return notYet(
        'no rule said what becomes of a group when some withdraw.',
        'chưa có quy định khi một số người trong nhóm rút khiếu nại.',
      );
    const left = complainants - withdrawn;
    const atFiling = representativesFor(complainants, withdrawnOn);
    const now = left === 0 ? { least: 0, most: null, band: 0 } : representativesFor(left, withdrawnOn);
    if (!atFiling || !now) return notYet('no rule is known.', 'chưa có quy định.');
    return {
      answer: {
        caseContinues: left > 0,
        terminate: left === 0,
        complainantsLeft: left,
        maxRepresentativesAtFiling: atFiling.most,
        minRepresentativesLeft: now.least,
        maxRepresentativesLeft: now.most,
        recheckRepresentatives: withdrawn > 0 && left > 0,
        openPoint: left > 0 && now.band < atFiling.band ? 'O-5' : null,
      },
    };
  },
);

type Course = 'CONTINUES' | 'MAY_BE_SUSPENDED_GROUND_A' | 'TERMINATED';

export interface SuspensionOrTerminationAnswer {
  readonly byCase: readonly Course[];
  readonly terminationSentTo: 'COMMUNE_PEOPLES_COMMITTEE_OF_LAST_RESIDENCE' | null;
}

export const suspensionOrTermination: Question<SuspensionOrTerminationAnswer> = asked(
  {
    event: z.literal('COMPLAINANT_DIED'),
    diedOn: legalDay,
    cases: z.array(z.strictObject({ rightsPassToHeir: z.boolean(), heirCanAct: z.boolean().nullable() })).min(1),
  },
  ({ diedOn, cases, lawDay }) => {
    const older = olderLaw(lawDay, 'diedOn', diedOn);
    if (older) return older;
    if (diedOn < AMENDED_FROM)
      return notYet(
        'no rule suspended or ended a case because the complainant had died.',
        'chưa có quy định tạm đình chỉ, đình chỉ giải quyết khi người khiếu nại chết.',
      );
    if (cases.some(({ rightsPassToHeir, heirCanAct }) => rightsPassToHeir && heirCanAct === null))
      return refused(
        'FACTS_MISSING',
        'The right passes to an heir, and whether the heir or a lawful representative can act is not said.',
        'Quyền được thừa kế nhưng chưa rõ người thừa kế hoặc người đại diện hợp pháp có thể tham gia hay không.',
        article('LKN Đ.11a.1', diedOn),
      );
    const byCase = cases.map(({ rightsPassToHeir, heirCanAct }): Course => {
      if (!rightsPassToHeir) return 'TERMINATED';
      return heirCanAct === true ? 'CONTINUES' : 'MAY_BE_SUSPENDED_GROUND_A';
    });
    const ends = byCase.includes('TERMINATED');
    return { answer: { byCase, terminationSentTo: ends ? 'COMMUNE_PEOPLES_COMMITTEE_OF_LAST_RESIDENCE' : null } };
  },
);
