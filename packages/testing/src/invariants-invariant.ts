/** What an invariant is, and what several of them ask of a history. */
import { type CaseState, type Command, type HistoryEntry, isRefusal, type LegalDay } from '@redress/core';
import type { Fork, Played, Setting, Step } from './histories.ts';
import type { Chance } from './histories-chance.ts';
import { dataFor, propose } from './histories-proposals.ts';

export interface Invariant {
  /** A true sentence about every history, under every law. */
  readonly name: string;
  /** Rejects, with an AssertionError, where the sentence is not true of this history. */
  holds<State extends CaseState>(played: Played<State>): Promise<void>;
}

export const invariant = (name: string, holds: Invariant['holds']): Invariant => ({ name, holds });

export const doneSteps = <State extends CaseState>({ steps }: Played<State>): readonly Step<State>[] =>
  steps.filter(({ outcome }) => !isRefusal(outcome));

/** The state after so many facts. */
export const stateAfter = <State extends CaseState>({ setting, caseId, entries }: Played<State>, facts: number): State =>
  entries[facts - 1]?.after ?? setting.type.initial(caseId);

/** The day of the last of so many facts that moved the case: nothing may be dated before it without a ground. */
export const dayAfter = <State extends CaseState>({ setting, entries }: Played<State>, facts: number): LegalDay =>
  [setting.from ?? '2024-01-02', ...entries.slice(0, facts).map(({ fact }) => fact.on)].toSorted().at(-1) ?? '';

/** Several choices without repetition. */
export function some<Value>(values: readonly Value[], most: number, chance: Chance): readonly Value[] {
  const left = [...values];
  const chosen: Value[] = [];
  while (chosen.length < most && left.length > 0) chosen.push(...left.splice(chance.below(left.length), 1));
  return chosen;
}

/** Something that may well be asked after so many facts. */
export function proposalAfter<State extends CaseState>(played: Played<State>, facts: number, chance: Chance): Omit<Command, 'id'> {
  const { setting, caseId } = played;
  return propose({ setting, state: stateAfter(played, facts), caseId, today: dayAfter(played, facts), chance });
}

/** Data for a command that make sense after so many facts. */
export function dataAfter<State extends CaseState>(
  played: Played<State>,
  facts: number,
  type: string,
  chance: Chance,
): Record<string, unknown> {
  const { setting, caseId } = played;
  return dataFor({ setting, state: stateAfter(played, facts), caseId, today: dayAfter(played, facts), chance }, type);
}

/** Does something on a history of its own, and closes it. */
export async function onFork<State extends CaseState, Result>(
  played: Played<State>,
  facts: number,
  body: (fork: Fork) => Promise<Result>,
): Promise<Result> {
  const fork = await played.fork(facts);
  try {
    return await body(fork);
  } finally {
    await fork.store.close();
  }
}

/** The law that governed a recorded fact, and the calendar it counted with. */
export function lawOf<State extends CaseState>({ law }: Setting<State>, { recorded, fact }: HistoryEntry<State>) {
  const digest = (recorded.record.meta.law ?? '').split('#')[1] ?? '';
  const inForce = law.at(digest) ?? law;
  return { law: inForce, calendar: inForce.calendar(fact.on) };
}

/** Values by a key, in the order of their first. */
export function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
