/** What queries of several addresses hold alike. */
import { z } from 'zod';

export const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, { message: 'is no whole number' })
  .transform(Number);

/** How much of a list is wanted at once. */
export const limitOf = (usual: number, most: number) =>
  wholeNumber
    .refine((limit) => limit >= 1 && limit <= most, { message: `is not from 1 to ${most}` })
    .optional()
    .describe(`The most facts on a page, up to ${most}; ${usual} where nothing is said.`);

/** What changes with every command is not kept by anybody on the way. */
export const NOT_KEPT = { 'cache-control': 'no-store' };
