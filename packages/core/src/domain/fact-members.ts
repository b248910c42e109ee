/** What the engine writes into the data of any fact, beside what the case type has it say. */
import { z } from 'zod';
import { citation } from './citation.ts';
import { clockLine } from './clock.ts';

const members = {
  clocks: z.array(clockLine).optional().describe('What the fact did to the clocks.'),
  objections: z
    .array(
      z.object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        because: z.union([z.object({ citation }), z.object({ rule: z.string() })]),
      }),
    )
    .optional()
    .describe('What this would have been refused for.'),
  late: z.object({ ground: z.string(), document: z.string() }).optional().describe('Why it could be dated before the last step.'),
};

const names = Object.keys(members) as readonly (keyof typeof members)[];

/** The schema of what is recorded: a case type describes its own fields only. */
export const withMembers = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodObject && names.some((name) => !Object.hasOwn(schema.shape, name)) ? schema.safeExtend(members) : schema;

/** A field that the engine would write over. What it added to a schema itself is none. */
export function takenIn(schema: z.ZodType): string | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined;
  return names.find((name) => Object.hasOwn(schema.shape, name) && schema.shape[name] !== members[name]);
}

/** The same in data that a schema let through because it takes whatever comes. */
export const takenOf = (data: Readonly<Record<string, unknown>>): string | undefined => names.find((name) => Object.hasOwn(data, name));
