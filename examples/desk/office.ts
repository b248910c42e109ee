/** The engine as this desk sets it up, and the same engine over a copy in memory, on which a command is tried before it is written. */
import {
  type Authority,
  type CaseState,
  type CommandInput,
  complaint,
  createEngine,
  type Engine,
  type EventStore,
  type LegalDay,
  memoryStore,
  type Outcome,
  type Recorded,
} from '@redress/core';
import { petition, sampleAuthority, sampleOrganisation, vietnam } from '@redress/vietnam';
import { isBusinessOf } from './standing.ts';

export interface Office {
  readonly engine: Engine;
  /**
   * What a command would lead to. It is judged over a copy of its case that lies in memory, by the same law, authority and day; nothing is
   * written, and nobody is told.
   */
  rehearse(command: CommandInput): Promise<Outcome>;
}

const caseTypes = [complaint, petition];

/** What arrives is taken in by whoever it comes to; the rest is for those whose business the case is. */
function ownCasesOnly(rules: Authority): Authority {
  const named = caseTypes.flatMap(({ commands }) => Object.entries(commands).flatMap(([name, { arrival }]) => (arrival ? [name] : [])));
  const arrivals: ReadonlySet<string> = new Set(named);
  return {
    may: (actor, command, state, organisation) =>
      state.version === 0 || arrivals.has(command.type) || isBusinessOf(state, actor.unit, organisation, command.on)
        ? rules.may(actor, command, state, organisation)
        : { refused: 'of-another-unit' },
  };
}

/** On a fixed day, where one is given: the demonstration's data end on one. */
export function officeOver(store: EventStore, today?: LegalDay): Office {
  const law = vietnam;
  const rules = {
    caseTypes,
    law,
    authority: ownCasesOnly(sampleAuthority()),
    organisation: sampleOrganisation(),
    // Ten in the morning in Viet Nam.
    ...(today === undefined ? {} : { now: () => `${today}T03:00:00.000Z` }),
  };
  return {
    engine: createEngine({ store, ...rules }),
    rehearse: async (command) => {
      const copy = memoryStore({ log: store.log });
      const records: Recorded[] = [];
      if (command.case !== undefined) for await (const recorded of store.read(command.case)) records.push(recorded);
      await copy.ingest(records);
      return createEngine({ store: copy, ...rules }).execute<CaseState>(command);
    },
  };
}
