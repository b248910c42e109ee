/** A question about the law is answered, or it is refused with what would have to be known. It is never guessed. */
import type { Citation } from '@redress/core';
import type { z } from 'zod';

export interface QuestionRefusal {
  readonly code:
    | 'UNSETTLED_LAW'
    | 'FACTS_MISSING'
    | 'FACTS_CONTRADICT'
    | 'NOT_IN_FORCE'
    | 'NO_NUMBER'
    | 'UNKNOWN_TERM'
    | 'BEFORE_THE_LAW'
    | 'BAD_INPUT';
  readonly says: { readonly en: string; readonly vi: string };
  /** The article that asks for what is missing, or that the facts run against. */
  readonly because?: Citation;
}

export interface Refused {
  readonly refusal: QuestionRefusal;
}
export type Answered<Answer> = { readonly answer: Answer } | Refused;

export const refused = (code: QuestionRefusal['code'], en: string, vi: string, because?: Citation): Refused => ({
  refusal: { code, says: { en, vi }, ...(because ? { because } : {}) },
});

/** The input of a question, or what is wrong with it; a field that the question does not have is refused too. */
export function checkedInput<Input>(schema: z.ZodType<Input>, given: unknown): { readonly input: Input } | Refused {
  const read = schema.safeParse(given);
  if (read.success) return { input: read.data };
  const says = read.error.issues.map(({ path, message }) => `${path.length === 0 ? 'the input' : path.join('.')}: ${message}`).join('; ');
  return refused('BAD_INPUT', `The question was not understood: ${says}`, `Không hiểu được câu hỏi: ${says}`);
}
