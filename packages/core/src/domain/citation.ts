/** Where a value or a rule is written. */
import { z } from 'zod';

export const citation = z.object({
  text: z.string().min(1).describe('How the source is cited, for example "LKN Đ.28".'),
  act: z.string().optional().describe('The act, by its short name.'),
  article: z.string().optional(),
  grade: z.string().optional().describe('How certain the value is, from A (article text) to X (not known).'),
});
export type Citation = z.infer<typeof citation>;
