/** What a file may say of whoever complains and of the matter's past. A law that asks for none of it finds it left out. */
import { z } from 'zod';
import { legalDay } from '../calendar.ts';

const id = (description: string) => z.string().min(1).max(200).describe(description);

export const obstacle = z
  .strictObject({
    from: legalDay.describe('The first day on which it kept the complainant away.'),
    through: legalDay.describe('The last such day.'),
    shownBy: id('The paper that shows it.'),
  })
  .describe('Days on which something kept the complainant from complaining.');

export const authorisation = z
  .strictObject({
    person: id('Opaque id of whoever acts for the complainant.'),
    as: z.enum(['relative', 'lawyer', 'legal-aid', 'other']).describe('What that person is.'),
    form: z.enum(['spoken', 'written', 'certified', 'notarised', 'sealed']).describe('The form of the authorisation.'),
    ofOrganisation: z.boolean().optional().describe('Whether an organisation gave it.'),
    because: z.enum(['illness', 'age', 'disability', 'obstacle']).optional().describe('Why the complainant does not act himself.'),
  })
  .describe('Who acts for the complainant, and by what authorisation.');

export const earlier = z
  .strictObject({
    case: id('The case it was, where it is known.').optional(),
    ended: z.enum(['decided', 'withdrawn', 'terminated']).describe('How it ended.'),
    level: z.int().min(1).max(9).optional().describe('The highest level that decided it.'),
    on: legalDay.describe('The day of that decision, withdrawal or notice.'),
    coercionShown: z.boolean().optional().describe('Whether it is shown that the withdrawal was forced.'),
  })
  .describe('What became of the same matter when it was complained of before.');

export type Obstacle = z.infer<typeof obstacle>;
export type Authorisation = z.infer<typeof authorisation>;
export type Earlier = z.infer<typeof earlier>;
