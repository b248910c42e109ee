/** The shape of every question about an outcome: what all of them have in common, and what one adds. */
import { type LegalDay, legalDay } from '@redress/core';
import { z } from 'zod';
import { LAW_FROM } from '../matter.ts';
import { ruleVersionFault, ruleVersionId } from '../rule-versions.ts';
import { type Answered, checkedInput, refused } from './refusal.ts';

/** Answers an input, which is checked here. */
export type Question<Answer> = (input: unknown) => Answered<Answer>;

const common = {
  question: z.string(),
  lawEdition: ruleVersionId,
  lawDay: legalDay.describe('The day that selects the rule.'),
  assumed: z.string().optional().describe('Why that day was chosen. Not asked.'),
  caseKind: z.enum(['administrative', 'discipline']).optional(),
  level: z.union([z.literal(1), z.literal(2)]).optional(),
};

type Common = z.infer<z.ZodObject<typeof common>>;

/** A question from the fields it adds and from its rule. */
export function asked<Fields extends z.ZodRawShape, Answer>(
  fields: Fields,
  rule: (input: z.infer<z.ZodObject<Fields>> & Common) => Answered<Answer>,
): Question<Answer> {
  const schema = z.strictObject({ ...common, ...fields });
  return (given) => {
    const read = checkedInput<z.infer<typeof schema>>(schema, given);
    if ('refusal' in read) return read;
    const input = read.input as z.infer<z.ZodObject<Fields>> & Common;
    return outOfLaw(input) ?? rule(input);
  };
}

function outOfLaw({ lawDay, lawEdition }: { readonly lawDay: LegalDay; readonly lawEdition: Common['lawEdition'] }) {
  if (lawDay < LAW_FROM)
    return refused(
      'BEFORE_THE_LAW',
      `What the law was on ${lawDay} is not known here; the Law on Complaints is in force from ${LAW_FROM}.`,
      `Chưa có dữ liệu về pháp luật vào ngày ${lawDay}; Luật Khiếu nại có hiệu lực từ ngày ${LAW_FROM}.`,
    );
  const fault = ruleVersionFault(lawEdition, lawDay);
  return fault ? { refusal: fault } : null;
}
