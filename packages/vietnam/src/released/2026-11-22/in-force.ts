/** Which value holds on a day. What is not known is said to be unsettled, and nothing is guessed in its place. */
import type { LegalDay } from '@redress/core';
import type { Dated, Sourced } from './law-data.ts';

export interface Unsettled {
  readonly unsettled: 'UNSETTLED_LAW';
  /** What would have to be known. */
  readonly missing: string;
}

/** A value, or why there is none on the day: before the first one, or one that nobody could find out (grade X). */
export function valueOn<Value extends Sourced>(values: Dated<Value>, day: LegalDay): Value | Unsettled {
  let first: LegalDay | null = null;
  let last: LegalDay | null = null;
  for (const from of Object.keys(values)) {
    if (first === null || from < first) first = from;
    if (from <= day && (last === null || from > last)) last = from;
  }
  const value = last === null ? undefined : values[last];
  if (value === undefined) return unsettled(first === null ? 'any value' : `what held on ${day}: the first known value is of ${first}`);
  const { grade, text } = value.law;
  return grade === 'X' ? unsettled(`${text} since ${last}: ${value.doubt ?? 'not known'}`) : value;
}

const unsettled = (missing: string): Unsettled => ({ unsettled: 'UNSETTLED_LAW', missing });

export const isUnsettled = (value: Sourced | Unsettled): value is Unsettled => 'unsettled' in value;
