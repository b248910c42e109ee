/** A question about the law is answered, or it is refused with what would have to be known. It is never guessed. */
import type { Citation } from '@redress/core';

export interface QuestionRefusal {
  readonly code: 'UNSETTLED_LAW' | 'FACTS_MISSING' | 'FACTS_CONTRADICT' | 'NOT_IN_FORCE' | 'UNKNOWN_TERM' | 'BEFORE_THE_LAW' | 'BAD_INPUT';
  readonly says: { readonly en: string; readonly vi: string };
  /** The article that asks for what is missing, or that the facts run against. */
  readonly because?: Citation;
}

export type Answered<Answer> = { readonly answer: Answer } | { readonly refusal: QuestionRefusal };
