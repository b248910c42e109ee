/** How many represent a group, by the number of those who complain (LTCD Đ.29). */
import type { LegalDay } from '@redress/core';
import { lawData } from './law-data.ts';
import { GROUP_FROM } from './matter.ts';

export interface Representatives {
  /** One at least, since a representative is needed at all. */
  readonly least: number;
  /** Null where the law gives no number: under five persons. */
  readonly most: number | null;
  /** The bands of the law, the smaller groups first. */
  readonly band: 0 | 1 | 2;
}

/** Five to ten have one or two; more than ten may have more, five at most. Null on a day before the Law on Citizen Reception. */
export function representativesFor(persons: number, on: LegalDay): Representatives | null {
  if (on < lawData.receptionLaw.inForceFrom) return null;
  if (persons < GROUP_FROM) return { least: 1, most: null, band: 0 };
  return persons <= 10 ? { least: 1, most: 2, band: 1 } : { least: 1, most: 5, band: 2 };
}
