/**
 * Custody: at every instant of an open case exactly one person in one unit is accountable. It passes by offer and acceptance;
 * the sender stays accountable until then. The chain of holders is kept over the whole matter, all levels included.
 */
import { z } from 'zod';
import type { LegalDay } from './calendar.ts';
import { legalDay } from './calendar.ts';

export const holder = z.object({
  unit: z.string().min(1).describe('The unit accountable for the next step.'),
  person: z.string().min(1).describe("The person accountable: a person's id, or the id of a vacant head's post."),
  exOfficio: z.boolean().describe('True while nobody is assigned and the head of the unit answers for the case by office.'),
});
export type Holder = z.infer<typeof holder>;

export const offer = z.object({
  from: holder,
  toUnit: z.string().min(1),
  toPerson: z.string().min(1).optional(),
  offeredOn: legalDay,
});
export type Offer = z.infer<typeof offer>;

export interface Custody {
  holder: Holder | null;
  offer: Offer | null;
  /** Why the case lies before a superior; null while it does not. */
  before: { readonly unit: string; readonly reason: string; readonly since: LegalDay } | null;
  /** The units through whose hands the matter went, in order; the same unit twice running is one entry. */
  chain: { readonly unit: string; readonly since: LegalDay }[];
}

export const heldByNobody = (): Custody => ({ holder: null, offer: null, before: null, chain: [] });

/** Hands the case to a holder, in place. An open offer stays open: whoever it was made to has still to answer. */
export function hold(custody: Custody, next: Holder, on: LegalDay): void {
  const last = custody.chain[custody.chain.length - 1];
  if (last?.unit !== next.unit) custody.chain.push({ unit: next.unit, since: on });
  custody.holder = next;
}

export interface HandOvers {
  /** How often a unit got the matter back from the unit it had just passed it to. */
  readonly returns: number;
  /** How often two units passed it to and fro a second time: A→B→A→B. */
  readonly pingPongs: number;
}

/** Counts A→B→A and A→B→A→B over the units through whose hands a matter went. */
export function handOvers(units: readonly string[]): HandOvers {
  let returns = 0;
  let pingPongs = 0;
  for (let at = 2; at < units.length; at += 1) {
    if (units[at] !== units[at - 2] || units[at] === units[at - 1]) continue;
    returns += 1;
    if (at >= 3 && units[at - 1] === units[at - 3]) pingPongs += 1;
  }
  return { returns, pingPongs };
}

/** What the counts would be if the matter went to this unit next. */
export function handOversIf(custody: Custody, unit: string): HandOvers {
  const units = custody.chain.map((entry) => entry.unit);
  return handOvers(units[units.length - 1] === unit ? units : [...units, unit]);
}
