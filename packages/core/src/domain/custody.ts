/**
 * Custody: at every instant of an open case exactly one person in one unit is accountable. It passes by offer and acceptance;
 * the sender stays accountable until then. The chain of holders is kept over the whole matter, all levels included.
 */
import { z } from 'zod';
import type { LegalDay } from './calendar.ts';
import { legalDay } from './calendar.ts';
import { added, lastOf, NONE } from './list.ts';

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
  chain: readonly { readonly unit: string; readonly since: LegalDay }[];
}

export const heldByNobody = (): Custody => ({ holder: null, offer: null, before: null, chain: NONE });

/** Hands the case to a holder, in place. An open offer stays open: whoever it was made to has still to answer. */
export function hold(custody: Custody, next: Holder, on: LegalDay): void {
  if (lastOf(custody.chain)?.unit !== next.unit) custody.chain = added(custody.chain, { unit: next.unit, since: on });
  custody.holder = next;
}

export interface HandOvers {
  /** How often a unit got the matter back from the unit it had just passed it to. */
  readonly returns: number;
  /** How often two units passed it to and fro a second time: A→B→A→B. */
  readonly pingPongs: number;
}

/** How a matter passed from hand to hand. */
export interface Passes extends HandOvers {
  /** How often it changed hands. */
  readonly handOvers: number;
  /** How often somebody got it who had had it before; every return is one. */
  readonly revisits: number;
}

/** Counts over the holders of one matter, in order: people, units, whatever had it in hand. The same one twice running is one. */
export function passes(holders: Iterable<string>): Passes {
  const counts = { handOvers: 0, returns: 0, pingPongs: 0, revisits: 0 };
  const had = new Set<string>();
  // The last three of the chain, the newest first.
  let last: readonly (string | undefined)[] = [];
  for (const holder of holders) {
    const [current, before, third] = last;
    if (holder === current) continue;
    if (current !== undefined) counts.handOvers += 1;
    if (had.has(holder)) counts.revisits += 1;
    if (holder === before) counts.returns += 1;
    if (holder === before && current === third) counts.pingPongs += 1;
    had.add(holder);
    last = [holder, current, before];
  }
  return counts;
}

/** Counts A→B→A and A→B→A→B over the units through whose hands a matter went. */
export function handOvers(units: readonly string[]): HandOvers {
  const { returns, pingPongs } = passes(units);
  return { returns, pingPongs };
}

/** What the counts would be if the matter went to this unit next. */
export function handOversIf(custody: Custody, unit: string): HandOvers {
  return handOvers([...custody.chain.map((entry) => entry.unit), unit]);
}
