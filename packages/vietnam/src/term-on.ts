/** A time limit as it stands on a day, for lists and pages. */
import type { Citation, LegalDay } from '@redress/core';
import { cited } from './citations.ts';
import type { TermRule, TermValue, Trigger, Variant, Wording } from './law-data.ts';
import { termRule } from './terms.ts';

export type Standing = 'in-force' | 'at-once' | 'no-number' | 'remainder' | 'rate' | 'day-of-month' | 'not-yet' | 'ended' | 'unsettled';

export interface TermOn {
  readonly id: string;
  readonly about: Wording;
  readonly counts: TermRule['counts'];
  readonly trigger: Trigger | null;
  readonly standing: Standing;
  /** Null where it is not a number on that day. */
  readonly length: number | null;
  readonly unit: string | null;
  /** The totals that hold in its place. */
  readonly variants: readonly { readonly variant: Variant; readonly length: number }[];
  readonly law: Citation | null;
  readonly doubt: string | null;
}

function standingOf(value: TermValue): Standing {
  if ('ended' in value) return 'ended';
  if (value.law.grade === 'X') return 'unsettled';
  if ('at' in value) return 'at-once';
  if ('remainder' in value) return 'remainder';
  if ('atLeast' in value) return 'rate';
  if ('dayOfMonth' in value) return 'day-of-month';
  return value.length === null ? 'no-number' : 'in-force';
}

const variantsOf = (value: TermValue): TermOn['variants'] =>
  'variants' in value && value.variants
    ? Object.entries(value.variants).map(([variant, length]) => ({ variant: variant as Variant, length }))
    : [];

/** @throws TypeError where there is no such time limit. */
export function termOn(id: string, on: LegalDay): TermOn {
  const rule = termRule(id);
  if (!rule) throw new TypeError(`there is no time limit ${id}`);
  const { about, counts, trigger, values } = rule;
  const day = Object.keys(values)
    .filter((from) => from <= on)
    .sort()
    .at(-1);
  const value = day === undefined ? undefined : values[day];
  const common = { id, about, counts, trigger };
  if (!value) return { ...common, standing: 'not-yet', length: null, unit: null, variants: [], law: null, doubt: null };
  const standing = standingOf(value);
  const numbered = standing === 'in-force' && 'length' in value && value.length !== null ? value : null;
  return {
    ...common,
    standing,
    length: numbered?.length ?? null,
    unit: numbered?.unit ?? null,
    variants: numbered ? variantsOf(numbered) : [],
    law: cited(value.law),
    doubt: value.doubt ?? null,
  };
}
