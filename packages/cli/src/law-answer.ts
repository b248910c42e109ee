/** How the answers of a body of law are printed: what was refused, a citation, a day that was asked for. */
import { type Citation, isLegalDay, type LegalDay } from '@redress/core';
import type { QuestionRefusal } from '@redress/vietnam';
import type { Answer } from './answer.ts';
import type { Given } from './command.ts';
import { UsageError } from './faults.ts';

/** A lawful no to a question: the reason in the language asked for, with its article. */
export function refusalAnswer(refusal: QuestionRefusal, { language }: Pick<Given, 'language'>): Answer {
  const { code, says, because } = refusal;
  return { ending: 'refused', document: { refusal }, text: `${code}: ${says[language]}${because ? ` (${because.text})` : ''}` };
}

/** A citation with its grade; one below B is presumed, and says so. */
export const citedText = ({ text, grade = 'X' }: Citation): string =>
  `${text} (${grade}${['S', 'M', 'I'].includes(grade) ? ', presumed' : ''})`;

/** @throws UsageError where the option is no day. */
export function dayOf(given: Given, option: string): LegalDay | undefined {
  const day = given.text(option);
  if (day === undefined || isLegalDay(day)) return day;
  throw new UsageError('usage', `--${option} takes a day as YYYY-MM-DD, not ${JSON.stringify(day)}. Nothing was answered.`);
}
