/** The engine as this desk sets it up, and the same engine over a copy in memory, on which a command is tried before it is written. */
import {
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

export interface Office {
  readonly engine: Engine;
  /**
   * What a command would lead to. It is judged over a copy of its case that lies in memory, by the same law, authority and day; nothing is
   * written, and nobody is told.
   */
  rehearse(command: CommandInput): Promise<Outcome>;
}

/** On a fixed day, where one is given: the demonstration's data end on one. */
export function officeOver(store: EventStore, today?: LegalDay): Office {
  const law = vietnam;
  const rules = {
    caseTypes: [complaint, petition],
    law,
    authority: sampleAuthority(),
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
