/**
 * What is true of every case, whatever its type and its law: a list of named properties over random legal histories. A pack's whole
 * test is one loop, under any runner:
 *
 *     for (const each of invariants) test(each.name, () => holdsFor(each, mySetting));
 *
 * or, in one go, `await runInvariants(mySetting)`.
 */
import type { CaseState } from '@redress/core';
import fc from 'fast-check';
import { type Plan, type Played, plans, play, type Setting } from './histories.ts';
import type { Invariant } from './invariants-invariant.ts';
import { invariantsOfAnswers } from './invariants-of-answers.ts';
import { invariantsOfClocks } from './invariants-of-clocks.ts';
import { invariantsOfCustody } from './invariants-of-custody.ts';
import { invariantsOfWriting } from './invariants-of-writing.ts';

export type { Invariant } from './invariants-invariant.ts';

export const invariants: readonly Invariant[] = [
  ...invariantsOfWriting,
  ...invariantsOfClocks,
  ...invariantsOfCustody,
  ...invariantsOfAnswers,
];

export interface InvariantOptions {
  /** Histories tried. Default 30. */
  readonly runs?: number;
  /** Moves of a history at most. Default 30. */
  readonly moves?: number;
  /** Replays a failure: the seed that was printed. Default: a random one. */
  readonly seed?: number;
  /** Whether to look for the shortest history that fails too. Default true. */
  readonly shrink?: boolean;
}

/** Histories are the same for all invariants of a seed: each is played once. The last few hundred are kept. */
const KEPT = 400;
const played = new WeakMap<object, Map<string, Promise<unknown>>>();

function playOnce<State extends CaseState>(setting: Setting<State>, plan: Plan): Promise<Played<State>> {
  const known = played.get(setting) ?? new Map<string, Promise<unknown>>();
  played.set(setting, known);
  const key = JSON.stringify(plan);
  const found = known.get(key) ?? play(setting, plan);
  if (known.size < KEPT) known.set(key, found);
  return found as Promise<Played<State>>;
}

/** Rejects, with the seed and the shortest plan that was found, where the invariant does not hold. */
export async function holdsFor<State extends CaseState>(
  each: Invariant,
  setting: Setting<State>,
  options: InvariantOptions = {},
): Promise<void> {
  const { runs = 30, moves = 30, seed, shrink = true } = options;
  const property = fc.asyncProperty(plans(moves), async (plan) => {
    const history = await playOnce(setting, plan);
    if (history.records.length > 0) await each.holds(history);
  });
  await fc.assert(property, { numRuns: runs, endOnFailure: !shrink, ...(seed === undefined ? {} : { seed }) });
}

/** Holds a case type and its law to every invariant, one after the other. Rejects at the first that does not hold, and names it. */
export async function runInvariants<State extends CaseState>(setting: Setting<State>, options: InvariantOptions = {}): Promise<void> {
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  for (const each of invariants) {
    await holdsFor(each, setting, { ...options, seed }).catch((cause: unknown) => {
      throw new Error(`It does not hold that ${each.name}. ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    });
  }
}
