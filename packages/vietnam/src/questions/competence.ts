/** Who resolves: the question about competence over a decision on social insurance. */
import { type LegalDay, legalDay } from '@redress/core';
import { z } from 'zod';
import { article } from '../citations.ts';
import { LABOUR_AUTHORITY } from '../competence-matrix.ts';
import {
  type ContestedFacts,
  contested,
  inWrongOrder,
  isAboutDiscipline,
  kindFault,
  type LevelCode,
  type Levels,
  level1,
  level1Fault,
  levelsOf,
} from './contested.ts';
import { asked, type Question } from './question.ts';
import { type Answered, type QuestionRefusal, refused } from './refusal.ts';

export interface CompetenceAnswer {
  readonly regime: Levels['regime'];
  readonly level1: LevelCode;
  readonly level2: LevelCode;
  readonly afterLevel2: 'COURT';
  /** There where a law says so: instead of either level the citizen may go to court. */
  readonly courtPossibleAtEachStep?: true;
  /** Somebody has to find the addressee: the provincial labour authority was merged into another body in 2025. */
  readonly flag: 'MANUAL_REVIEW' | null;
}

/** Day by which the law is selected; the complaint's must have been said. */
function selectingDay({ issuedOn }: ContestedFacts, by: 'decisionDate' | 'complaintDate', complainedOn: LegalDay | undefined) {
  return by === 'decisionDate' ? issuedOn : complainedOn;
}

export const answerCompetence: Question<CompetenceAnswer> = asked(
  {
    contested,
    level1: level1.optional(),
    complainedOn: legalDay.optional().describe('Day of the complaint.'),
    competenceBy: z.enum(['decisionDate', 'complaintDate']).optional().describe('Which day selects the law.'),
  },
  (input): Answered<CompetenceAnswer> => {
    const { contested: facts, complainedOn, competenceBy = 'decisionDate', caseKind, lawDay } = input;
    const fault = kindFault(caseKind, facts) ?? orderFault(facts.issuedOn, complainedOn) ?? firstLevelFault(input);
    if (fault) return { refusal: fault };
    if (isAboutDiscipline(caseKind, facts)) return aboutDiscipline(lawDay);
    const day = selectingDay(facts, competenceBy, complainedOn);
    if (day === undefined) return complaintDayMissing;
    const found = levelsOf(facts, day, false);
    return 'refusal' in found ? found : { answer: answerFrom(found.answer) };
  },
);

function answerFrom({ regime, level1: first, level2: second }: Levels): CompetenceAnswer {
  const atEachStep = regime === 'L41 Đ.130' || regime === 'L58 Đ.119.2-3';
  return {
    regime,
    level1: first,
    level2: second,
    afterLevel2: 'COURT',
    ...(atEachStep ? { courtPossibleAtEachStep: true } : {}),
    flag: first === LABOUR_AUTHORITY || second === LABOUR_AUTHORITY ? 'MANUAL_REVIEW' : null,
  };
}

const orderFault = (issuedOn: LegalDay, complainedOn: LegalDay | undefined): QuestionRefusal | null =>
  complainedOn !== undefined && complainedOn < issuedOn ? inWrongOrder('complainedOn', complainedOn, 'issuedOn', issuedOn) : null;

const firstLevelFault = (input: {
  readonly contested: ContestedFacts;
  readonly level1?: z.infer<typeof level1> | undefined;
  readonly complainedOn?: LegalDay | undefined;
}): QuestionRefusal | null => (input.level1 ? level1Fault(input.level1, input.contested.issuedOn, input.complainedOn) : null);

const complaintDayMissing = refused(
  'FACTS_MISSING',
  'The day of the complaint selects the law here, and `complainedOn` is missing.',
  'Luật áp dụng được chọn theo ngày khiếu nại nhưng thiếu `complainedOn`.',
);

/** The regimes of this question are those of social insurance. */
const aboutDiscipline = (day: LegalDay) =>
  refused(
    'UNSETTLED_LAW',
    'A disciplinary measure is no matter of social insurance: its levels follow the complaint law, above the head office not in words.',
    'Kỷ luật không thuộc quy định về khiếu nại bảo hiểm xã hội: các cấp giải quyết theo Luật Khiếu nại, cấp trên cơ quan trung ương chưa được nêu rõ.',
    article('LKN Đ.51', day),
  );
