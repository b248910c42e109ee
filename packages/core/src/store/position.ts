/** A log's positions as text: 20 digits, so that they sort as they were placed, in every database and every language. */

const ZEROS = '0'.repeat(20);

/** The position of the fact with so many facts before it. */
export function positionOf(index: number): string {
  const digits = String(index);
  return ZEROS.slice(digits.length) + digits;
}

/** How many facts lie at or before a position; '' is the beginning. Throws RangeError for text that no store of this kind gave out. */
export function countThrough(position: string): number {
  if (position === '') return 0;
  const index = /^\d{20}$/.test(position) ? Number(position) : Number.NaN;
  if (!Number.isSafeInteger(index)) throw new RangeError(`not a position of this log: ${JSON.stringify(position)}. Nothing was read.`);
  return index + 1;
}

/** Throws RangeError where a limit is not 0, a whole number or Infinity. */
export function checkedLimit(limit: number): number {
  if (limit === Number.POSITIVE_INFINITY || (Number.isSafeInteger(limit) && limit >= 0)) return limit;
  throw new RangeError(`a limit is a count of records, not ${limit}. Nothing was read.`);
}
