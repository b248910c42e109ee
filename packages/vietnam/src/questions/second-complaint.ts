/** Is a second complaint admitted: the question, answered from whose the levels are and from the window of LKN Đ.33. */
import { type Citation, type LegalDay, legalDay } from '@redress/core';
import { z } from 'zod';
import { article } from '../citations.ts';
import { termValue } from '../due.ts';
import { contested, inWrongOrder, isAboutDiscipline, kindFault, type LevelCode, level1, level1Fault, levelsOf } from './contested.ts';
import { asked, type Question } from './question.ts';
import { type Answered, type QuestionRefusal, type Refused, refused } from './refusal.ts';

export interface SecondComplaintAnswer {
  readonly accept: boolean;
  /** Null where nothing was said of what is contested. */
  readonly level2: LevelCode | null;
  readonly action: 'PROPOSE_ACCEPTANCE' | 'GUIDE_TO_COURT';
  /** Null when accepted, and where there is no second level: no ground of LKN Đ.11 fits that. */
  readonly refusalGround: 'N6' | 'N7' | null;
  /** Limit of the lawsuit: after a decision, or after silence. */
  readonly courtTermId: 'KN-07' | 'KN-08' | null;
}

type CourtTerm = 'KN-07' | 'KN-08';

const fields = {
  level1,
  contested: contested.optional(),
  filedDaysAfterLevel1Limit: z.int().optional().describe('Day number from the expiry of the first level’s limit, that day being 0.'),
  remoteArea: z.boolean().optional(),
  obstacleShown: z.boolean().optional().describe('An objective obstacle was proved.'),
  level2DecidedOn: legalDay.optional().describe('Day of a second-level decision, where there is one already.'),
};
type Facts = z.infer<z.ZodObject<typeof fields>> & {
  readonly lawDay: LegalDay;
  readonly caseKind?: 'administrative' | 'discipline' | undefined;
};

/** A point that nothing is said about is not in dispute. */
export const answerSecondComplaint: Question<SecondComplaintAnswer> = asked(fields, (facts): Answered<SecondComplaintAnswer> => {
  const fault = faultIn(facts);
  if (fault) return { refusal: fault };
  const levels = secondLevel(facts);
  if ('refusal' in levels) return levels;
  const level2 = levels.answer;
  const afterFirst: CourtTerm = facts.level1.silent ? 'KN-08' : 'KN-07';
  if (level2 === 'NONE') return toCourt(facts, level2, null, afterFirst);
  if (facts.level2DecidedOn !== undefined) return toCourt(facts, level2, 'N7', 'KN-07');
  const late = isLate(facts);
  if ('refusal' in late) return late;
  return late.answer
    ? toCourt(facts, level2, 'N6', afterFirst)
    : { answer: { accept: true, level2, action: 'PROPOSE_ACCEPTANCE', refusalGround: null, courtTermId: null } };
});

function faultIn({
  caseKind,
  contested: paper,
  level1: first,
  level2DecidedOn,
  filedDaysAfterLevel1Limit: filed,
}: Facts): QuestionRefusal | null {
  const fault = kindFault(caseKind, paper) ?? level1Fault(first, paper?.issuedOn, undefined);
  if (fault) return fault;
  if (!first.silent && (first.decidedBy === null || first.decidedOn === null)) return neitherDecidedNorSilent;
  if (level2DecidedOn !== undefined) {
    const before = first.decidedOn ?? paper?.issuedOn;
    if (before !== undefined && level2DecidedOn < before)
      return inWrongOrder('level2DecidedOn', level2DecidedOn, first.decidedOn === null ? 'issuedOn' : 'decidedOn', before);
  }
  // On the day of expiry itself the limit still runs: nothing was silent yet, and nothing is late.
  return first.silent && filed !== undefined && filed <= 0 ? notYetSilent : null;
}

/** Whose the second level is; null where nothing was said of what is contested. */
function secondLevel({ contested: paper, level1: first, level2DecidedOn, caseKind, lawDay }: Facts): Answered<LevelCode | null> {
  const discipline = isAboutDiscipline(caseKind, paper);
  if (discipline && first.silent) return silenceAboutDiscipline(lawDay);
  if (!paper) return first.decidedBy === 'VSS_HEAD' ? headWithoutPaper : { answer: null };
  const found = levelsOf(paper, paper.issuedOn, discipline);
  if ('refusal' in found) return found;
  const { level1: competent, level2, because } = found.answer;
  if (first.decidedBy !== null && first.decidedBy !== competent) {
    return refused(
      'FACTS_CONTRADICT',
      `The first level is that of ${competent}; ${first.decidedBy} is said to have decided at it.`,
      `Lần đầu thuộc thẩm quyền của ${competent}; hồ sơ lại ghi ${first.decidedBy} đã giải quyết.`,
      because,
    );
  }
  return level2 === 'NONE' && level2DecidedOn !== undefined ? decidedWhereNoLevelIs(because) : { answer: level2 };
}

/**
 * The window of KN-03 in plain days; the question has no dates, so that an end on a day off does not move. After a decision the window
 * runs from its receipt (KN-02), of which a day counted from the end of the first limit says nothing.
 */
function isLate({ level1: first, filedDaysAfterLevel1Limit: filed, remoteArea, obstacleShown, lawDay }: Facts): Answered<boolean> {
  if (filed === undefined || obstacleShown === true) return { answer: false };
  if (!first.silent) return receiptMissing(lawDay);
  const found = termValue('KN-03', lawDay);
  if ('refusal' in found) return found;
  const { length, variants } = found.value;
  return { answer: filed > (remoteArea === true ? (variants?.remoteArea ?? length) : length) };
}

/** About discipline only a dismissal may be taken to court (LKN Đ.57.3), and the question does not say that it is one. */
function toCourt(
  { contested: paper, caseKind, lawDay }: Facts,
  level2: LevelCode | null,
  refusalGround: SecondComplaintAnswer['refusalGround'],
  courtTermId: CourtTerm,
): Answered<SecondComplaintAnswer> {
  if (isAboutDiscipline(caseKind, paper)) return noCourtAboutDiscipline(lawDay);
  const court = termValue(courtTermId, lawDay);
  return 'refusal' in court ? court : { answer: { accept: false, level2, action: 'GUIDE_TO_COURT', refusalGround, courtTermId } };
}

const neitherDecidedNorSilent = refused(
  'FACTS_MISSING',
  'A second complaint follows a decision or silence: who decided and when is missing, and the first level is not said to be silent.',
  'Khiếu nại lần hai phải sau quyết định lần đầu hoặc sau khi hết thời hạn mà không giải quyết: thiếu người, ngày ra quyết định và cũng không ghi là im lặng.',
).refusal;

const notYetSilent = refused(
  'FACTS_CONTRADICT',
  'Filed on or before the day on which the first level’s limit ends, when it was not silent yet: the sender is guided to wait for it.',
  'Đơn nộp khi thời hạn giải quyết lần đầu chưa hết nên chưa có việc im lặng: hướng dẫn người gửi chờ kết quả giải quyết lần đầu.',
).refusal;

const silenceAboutDiscipline = (on: LegalDay): Refused =>
  refused(
    'UNSETTLED_LAW',
    'About discipline the law counts the time for a second complaint from the receipt of a decision, and says nothing of silence.',
    'Đối với kỷ luật, luật chỉ tính thời hiệu khiếu nại lần hai từ ngày nhận quyết định, không quy định trường hợp im lặng.',
    article('LKN Đ.48', on),
  );

const noCourtAboutDiscipline = (on: LegalDay): Refused =>
  refused(
    'UNSETTLED_LAW',
    'Not admitted, and about discipline only a dismissal may go to court: where the sender is guided to is not settled.',
    'Không thụ lý; đối với kỷ luật chỉ quyết định buộc thôi việc được khởi kiện, nên chưa rõ hướng dẫn người gửi đi đâu.',
    article('LKN Đ.57.3', on),
  );

const headWithoutPaper = refused(
  'FACTS_MISSING',
  'Whether anybody is above the head of Viet Nam Social Security turns on what is contested, and `contested` is missing.',
  'Có cấp trên người đứng đầu Bảo hiểm xã hội Việt Nam hay không tùy vào quyết định bị khiếu nại, nhưng thiếu `contested`.',
);

const decidedWhereNoLevelIs = (because: Citation): Refused =>
  refused(
    'FACTS_CONTRADICT',
    'There is no second level in this matter, and a decision of one is said to be there.',
    'Vụ việc này không có cấp giải quyết lần hai nhưng hồ sơ lại ghi đã có quyết định lần hai.',
    because,
  );

const receiptMissing = (on: LegalDay): Refused =>
  refused(
    'FACTS_MISSING',
    'After a decision the window runs from its receipt; how many days lie between the limit and the filing says nothing of that.',
    'Sau khi có quyết định, thời hiệu khiếu nại lần hai tính từ ngày nhận quyết định; số ngày sau khi hết thời hạn giải quyết không cho biết điều đó.',
    article('LKN Đ.33.1', on),
  );
