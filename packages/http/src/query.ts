/** What queries of several addresses hold alike. */
import { z } from 'zod';

/** Text in a query, and in the document a number with its bounds: clients that are made from it are told what is refused. */
function wholeWithin(least: number, most: number) {
  const outside = { message: `is not from ${least} to ${most}` };
  return z.preprocess(
    (given) => (typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given),
    z.int({ message: 'is no whole number' }).min(least, outside).max(most, outside),
  );
}

export const wholeNumber = wholeWithin(0, 999_999_999_999_999);

/** How much of a list is wanted at once. */
export const limitOf = (usual: number, most: number) =>
  wholeWithin(1, most).optional().describe(`The most facts on a page, up to ${most}; ${usual} where nothing is said.`);

/** What holds no control character, in signs that every language reads: the document has it as it stands here. */
export const NO_CONTROL = /^[^\u0000-\u001f\u007f-\u009f]*$/;

/** What changes with every command is not kept by anybody on the way. */
export const NOT_KEPT = { 'cache-control': 'no-store' };
