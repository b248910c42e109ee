/** What one case of the law contract is, and what several of them ask of a law along a random legal history. */
import type { CaseState, Command, Fact, Law, LegalDay, Objection } from '@redress/core';
import type { Played, Setting } from './histories.ts';
import { holdsFor, type InvariantOptions } from './invariants.ts';
import { dayAfter, type Invariant, invariant, proposalAfter, stateAfter } from './invariants-invariant.ts';

export interface LawCase {
  /** A true sentence about every law. */
  readonly name: string;
  /** Rejects, with the seed and the shortest history that was found, where the law of the setting does not keep the promise. */
  run<State extends CaseState>(setting: Setting<State>, options?: InvariantOptions): Promise<void>;
}

/** A case over random legal histories. */
export const lawCase = (name: string, holds: Invariant['holds']): LawCase => ({
  name,
  run: (setting, options) => holdsFor(invariant(name, holds), setting, options),
});

/** A case that needs no history: the engine itself throws at a law that breaks it, so it is asked before anything is played. */
export const plainCase = (name: string, holds: (setting: Pick<Setting, 'law' | 'from'>) => void): LawCase => ({
  name,
  run: async (setting) => holds(setting),
});

/** A step of a history, as the law is asked about it. */
export interface Asked<State extends CaseState> {
  readonly law: Law;
  readonly fact: Fact;
  /** Before the fact. */
  readonly state: State;
  readonly on: LegalDay;
}

/** The law in the edition that governs a step. */
const governing = <State extends CaseState>({ law }: Setting<State>, step: string, state: State, on: LegalDay): Law =>
  law.at(law.editionFor(step, state, on).digest) ?? law;

/** Every fact of a history with the state before it, and the law that governs it. */
export const steps = <State extends CaseState>(played: Played<State>): readonly Asked<State>[] =>
  played.entries.map(({ recorded, fact }, at) => {
    const state = stateAfter(played, at);
    const step = recorded.record.meta.commandType ?? fact.type;
    return { law: governing(played.setting, step, state, fact.on), fact, state, on: fact.on };
  });

export interface AskedCommand<State extends CaseState> {
  readonly law: Law;
  readonly command: Command;
  readonly state: State;
}

/** Commands after each fact of a history: one that may well be asked, and every one before it says anything. */
export function commandsAsked<State extends CaseState>(played: Played<State>): readonly AskedCommand<State>[] {
  const { setting, entries } = played;
  const chance = played.chance();
  return entries.flatMap((_, at) => {
    const facts = at + 1;
    const state = stateAfter(played, facts);
    const on = dayAfter(played, facts);
    const proposed = proposalAfter(played, facts, chance);
    const empty = Object.keys(setting.type.commands).map((type) => ({ ...proposed, type, on, data: {} }));
    return [proposed, ...empty].map((each) => ({
      law: governing(setting, each.type, state, each.on),
      command: { ...each, id: 'asked' },
      state,
    }));
  });
}

export const objects = <State extends CaseState>(
  { setting }: Played<State>,
  { law, command, state }: AskedCommand<State>,
): Objection | null => law.objection(command, state, command.actor, setting.organisation);
