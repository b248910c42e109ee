/** Questions about the course of a case: may it be accepted, what when nobody came to the dialogue, does the longer limit hold. */

import type { LegalDay } from '@redress/core';
import { z } from 'zod';
import { termValue } from '../due.ts';
import { AMENDED_FROM, GROUP_FROM } from '../matter.ts';
import { resolutionTerm } from '../terms.ts';
import { kindFault } from './contested.ts';
import { asked, type Question } from './question.ts';
import { refused } from './refusal.ts';

export interface AcceptanceAnswer {
  readonly accept: boolean;
  readonly action: 'PROPOSE_ACCEPTANCE' | 'GUIDE_SUPPLEMENT' | 'GUIDE_TO_WRITE';
  readonly petitionState: 'PROPOSED_FOR_ACCEPTANCE' | 'SUPPLEMENT_GUIDED' | null;
}

const contestedWhat = z.enum(['DECISION_ON_SOCIAL_INSURANCE', 'BENEFIT_DECISION', 'DISCIPLINARY_WARNING']);

const proposed: AcceptanceAnswer = { accept: true, action: 'PROPOSE_ACCEPTANCE', petitionState: 'PROPOSED_FOR_ACCEPTANCE' };
const supplement: AcceptanceAnswer = { accept: false, action: 'GUIDE_SUPPLEMENT', petitionState: 'SUPPLEMENT_GUIDED' };

export const acceptance: Question<AcceptanceAnswer> = asked(
  {
    form: z.enum(['WRITTEN', 'ORAL']).optional(),
    contested: z.strictObject({ what: contestedWhat }).optional(),
    group: z.strictObject({ complainants: z.int().min(1), allSigned: z.boolean(), writtenAppointment: z.boolean() }).optional(),
  },
  ({ form = 'WRITTEN', contested, group, caseKind }) => {
    const warned = contested?.what === 'DISCIPLINARY_WARNING';
    const fault = kindFault(caseKind, contested);
    if (fault) return { refusal: fault };
    // A complaint about discipline is written (LKN Đ.49); any other may be spoken and is then taken down and signed (LKN Đ.8.3).
    if (form === 'ORAL' && (warned || caseKind === 'discipline'))
      return { answer: { accept: false, action: 'GUIDE_TO_WRITE', petitionState: null } };
    if (group && !group.allSigned) return { answer: supplement };
    if (group && group.complainants >= GROUP_FROM && !group.writtenAppointment) return { answer: supplement };
    return { answer: proposed };
  },
);

interface Absence {
  readonly goodReason: boolean;
  readonly action: 'NEW_DIALOGUE' | 'CONTINUE_RESOLUTION';
  readonly decideWithoutNewDialogue: boolean;
}
export interface DialogueAbsenceAnswer {
  readonly byCase: readonly Absence[];
}

export const dialogueAbsence: Question<DialogueAbsenceAnswer> = asked(
  { invitedInWriting: z.boolean(), cases: z.array(z.strictObject({ evidence: z.literal('HOSPITAL_RECORD').nullable() })).min(1) },
  ({ invitedInWriting, cases, lawDay }) => {
    if (lawDay < AMENDED_FROM)
      return refused(
        'UNSETTLED_LAW',
        `Before ${AMENDED_FROM} the text of NĐ124 Đ.28 is missing; circular 07/2013, which ended a dialogue after the second written notice, was superseded on 2020-12-10.`,
        `Trước ngày ${AMENDED_FROM} thiếu văn bản Điều 28 Nghị định 124; Thông tư 07/2013 (kết thúc đối thoại sau thông báo lần hai) đã bị thay thế từ 10/12/2020.`,
      );
    return {
      answer: {
        byCase: cases.map(({ evidence }) => {
          const goodReason = evidence === 'HOSPITAL_RECORD';
          // Whoever was not called in writing did not stay away.
          const anew = goodReason || !invitedInWriting;
          return { goodReason, action: anew ? 'NEW_DIALOGUE' : 'CONTINUE_RESOLUTION', decideWithoutNewDialogue: !anew } as const;
        }),
      },
    };
  },
);

export interface ExtensionAnswer {
  readonly extensionValid: boolean;
  readonly applicableTermId: string;
  /** The first overdue day by the plain count: length + 1. */
  readonly overdueFromDay: number;
}

/** The days of a limit, and of its complex variant where the same id has one. */
function lengthOn(term: string, complex: boolean, on: LegalDay): number | null {
  const found = termValue(term, on);
  if ('refusal' in found) return null;
  const { length, variants } = found.value;
  return complex ? (variants?.complex ?? length) : length;
}

export const extension: Question<ExtensionAnswer> = asked(
  {
    variants: z.strictObject({ remoteArea: z.boolean().optional() }).optional(),
    complexMarkedOnDay: z.int().min(0).describe('Day 1 is the day after acceptance.'),
    writtenFinding: z.boolean(),
  },
  ({ caseKind = 'administrative', level, variants, complexMarkedOnDay, writtenFinding, lawDay }) => {
    const discipline = caseKind === 'discipline';
    if (level === undefined && !discipline)
      return refused(
        'FACTS_MISSING',
        '`level` is missing: the limit depends on it.',
        'Thiếu `level`: thời hạn phụ thuộc vào cấp giải quyết.',
      );
    const matter = { level: level ?? (1 as const), remote: variants?.remoteArea === true, discipline };
    const normal = lengthOn(resolutionTerm({ ...matter, complex: false }), false, lawDay);
    const longer = lengthOn(resolutionTerm({ ...matter, complex: true }), true, lawDay);
    if (normal === null || longer === null)
      return refused('UNSETTLED_LAW', 'The limits of that day are not known.', 'Chưa xác định được thời hạn vào ngày đó.');
    // Until 2026-06-30 no form was asked for; that the finding comes before the normal limit ends is inferred for both times.
    const inForm = writtenFinding || lawDay < AMENDED_FROM;
    const extensionValid = inForm && complexMarkedOnDay <= normal;
    return {
      answer: {
        extensionValid,
        applicableTermId: resolutionTerm({ ...matter, complex: extensionValid }),
        overdueFromDay: (extensionValid ? longer : normal) + 1,
      },
    };
  },
);
