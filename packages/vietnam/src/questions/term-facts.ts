/** What a time limit is about: the event that starts it, the kind of case and the level. Facts that say otherwise are refused. */
import { termRule } from '../terms.ts';
import { type QuestionRefusal, refused } from './refusal.ts';

/** The event of a question must be the one that starts the term. */
export function triggerFault(term: string, event: string): QuestionRefusal | null {
  const rule = termRule(term);
  const events: readonly (string | null)[] = rule?.triggers ?? [rule?.trigger ?? null];
  if (events.includes(event)) return null;
  const known = events.map((each) => each ?? '–').join(', ');
  return refused(
    'FACTS_CONTRADICT',
    `${term} is not counted from ${event} but from ${known}.`,
    `${term} không tính từ ${event} mà tính từ ${known}.`,
  ).refusal;
}

type Kind = 'administrative' | 'discipline' | 'reception' | 'petition';

/** Terms for which complaints about discipline have others, KN-80 to KN-87 (LKN Đ.47–58). */
const notAboutDiscipline = /^KN-(0[1-3]|1[01]|2[0-7]|5[0-2]|5[67])$/;
const aboutDiscipline = /^KN-8\d$/;

export function caseKindFault(term: string, kind: Kind): QuestionRefusal | null {
  const other = kind === 'discipline' ? notAboutDiscipline.test(term) : aboutDiscipline.test(term);
  if (!other) return null;
  return refused(
    'FACTS_CONTRADICT',
    `${term} is no time limit of a case of kind ${kind}; complaints about discipline have their own, KN-80 to KN-87.`,
    `${term} không áp dụng cho vụ việc loại ${kind}; khiếu nại kỷ luật có thời hạn riêng, KN-80 đến KN-87.`,
  ).refusal;
}

const levels: Readonly<Record<string, 1 | 2>> = {
  ...{ 'KN-01': 1, 'KN-10': 1, 'KN-20': 1, 'KN-21': 1, 'KN-22': 1, 'KN-23': 1, 'KN-50': 1, 'KN-56': 1, 'KN-80': 1 },
  ...{ 'KN-11': 2, 'KN-24': 2, 'KN-25': 2, 'KN-26': 2, 'KN-27': 2, 'KN-51': 2, 'KN-52': 2, 'KN-57': 2, 'KN-85': 2 },
};

export function levelFault(term: string, level: 1 | 2 | undefined): QuestionRefusal | null {
  const own = levels[term];
  if (own === undefined || level === undefined || own === level) return null;
  return refused(
    'FACTS_CONTRADICT',
    `${term} is a time limit of level ${own}, not of level ${level}.`,
    `${term} là thời hạn của cấp giải quyết lần ${own}, không phải lần ${level}.`,
  ).refusal;
}
