/** Questions by the batch: each is answered or refused for itself, in the order in which they came. */
import { classification } from './classification.ts';
import { answerCompetence } from './competence.ts';
import { answerDate } from './dates.ts';
import { groupWithdrawal, representatives, suspensionOrTermination, withdrawal } from './parties.ts';
import { acceptance, dialogueAbsence, extension } from './procedure.ts';
import { type Answered, refused } from './refusal.ts';
import { answerSecondComplaint } from './second-complaint.ts';

const questions = {
  competence: answerCompetence,
  secondComplaint: answerSecondComplaint,
  classification,
  acceptance,
  representatives,
  withdrawal,
  groupWithdrawal,
  suspensionOrTermination,
  dialogueAbsence,
  extension,
} as const;
type Name = keyof typeof questions;
type AnswerOf<Asked> = Asked extends (input: unknown) => Answered<infer Answer> ? Answer : never;
export type OutcomeAnswer = AnswerOf<(typeof questions)[Name]>;

/** The questions about outcomes that the pack answers. */
export const outcomeQuestions = Object.keys(questions) as readonly Name[];
const isName = (name: unknown): name is Name => typeof name === 'string' && Object.hasOwn(questions, name);

/** Answers a question about an outcome; which one it is stands in `question`. */
export function answerOutcome(input: unknown): Answered<OutcomeAnswer> {
  const name: unknown = typeof input === 'object' && input !== null && 'question' in input ? input.question : undefined;
  if (isName(name)) return questions[name](input);
  const known = outcomeQuestions.join(', ');
  return refused('BAD_INPUT', `\`question\` is one of: ${known}.`, `\`question\` phải là một trong: ${known}.`);
}

export interface Asked {
  readonly id: string;
  readonly input: unknown;
}
export interface Batch {
  readonly dates?: readonly Asked[] | undefined;
  readonly outcomes?: readonly Asked[] | undefined;
}

/** Answers a batch: `{ id, answer }` or `{ id, refusal }` for each question. */
export const answerBatch = ({ dates = [], outcomes = [] }: Batch) => ({
  dates: dates.map(({ id, input }) => ({ id, ...answerDate(input) })),
  outcomes: outcomes.map(({ id, input }) => ({ id, ...answerOutcome(input) })),
});
