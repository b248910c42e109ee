/** Who is told how a complaint was settled because he forwarded it. */
import type { LegalDay } from '@redress/core';
import type { Forwarder } from './classification.ts';
import { type Ruled, ruledOn, type TermId } from './terms.ts';

/** Of the other kinds of body the law says nothing, and no clock is made up. */
const terms: Readonly<Partial<Record<Forwarder, TermId>>> = {
  'fatherland-front': 'KN-60',
  'national-assembly-body': 'KN-61',
  'national-assembly-deputy': 'KN-61',
  'peoples-council-deputy': 'KN-61',
};
const byKind: ReadonlyMap<string, TermId> = new Map(Object.entries(terms));

/** The time for telling a forwarder of that kind, from the decision. */
export function forwarderNotice(kind: string | null, decidedOn: LegalDay): Ruled | null {
  const id = kind === null ? undefined : byKind.get(kind);
  return id === undefined ? null : ruledOn(id, decidedOn);
}
