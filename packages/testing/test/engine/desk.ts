/** A desk of the imaginary house: one engine over a memory store, and short words to ask it things. */
import {
  type Actor,
  type CommandInput,
  type Complaint,
  complaint,
  createEngine,
  type Done,
  type Engine,
  type EventStore,
  headOf,
  isRefusal,
  type Law,
  memoryStore,
  type Outcome,
  type Refusal,
  sayRefusal,
  uuidv5,
} from '@redress/core';
import { houseAuthority, houseOrganisation, houseRules } from '../../src/house-rules.ts';

export const head = (unit: string): Actor => ({ id: `p-${unit}`, unit, role: 'head' });
export const letter = { channel: 'post', unit: 'left', summary: 'The pension was cut.', complainants: [{ member: 'm-1' }] };
export const group = { ...letter, complainants: [{ member: 'm-1' }, { member: 'm-2' }, { member: 'm-3' }] };

export interface Desk {
  readonly engine: Engine;
  readonly store: EventStore;
  ask(type: string, on: string, data?: Record<string, unknown>, more?: Partial<CommandInput>): Promise<Outcome<Complaint>>;
  observe(type: string, on: string, data?: Record<string, unknown>, more?: Partial<CommandInput>): Promise<Outcome<Complaint>>;
  done(type: string, on: string, data?: Record<string, unknown>, more?: Partial<CommandInput>): Promise<Done<Complaint>>;
  refused(type: string, on: string, data?: Record<string, unknown>, more?: Partial<CommandInput>): Promise<Refusal>;
  /** Received on 2026-01-05, accepted on the 8th, assigned on the 9th. */
  assigned(data?: Record<string, unknown>): Promise<void>;
}

export function openDesk(
  now: () => string = () => '2026-06-30T10:00:00.000Z',
  store: EventStore = memoryStore({ now }),
  law: Law = houseRules(),
): Desk {
  const engine = createEngine({
    store,
    caseTypes: [complaint],
    law,
    authority: houseAuthority(),
    organisation: houseOrganisation(),
    now,
  });
  let number = 0;
  const input = (type: string, on: string, data: Record<string, unknown>, more: Partial<CommandInput>): CommandInput => {
    number += 1;
    return { id: `command-${number}`, type, case: 'case-1', on, actor: head('left'), data, ...more };
  };
  const ask: Desk['ask'] = (type, on, data = {}, more = {}) => engine.execute<Complaint>(input(type, on, data, more));
  const done: Desk['done'] = async (...given) => {
    const outcome = await ask(...given);
    if (isRefusal(outcome)) throw new Error(`${given[0]} was refused: ${sayRefusal(outcome)}`);
    return outcome;
  };
  return {
    engine,
    store,
    ask,
    done,
    observe: (type, on, data = {}, more = {}) => engine.observe<Complaint>(input(type, on, data, more)),
    refused: async (...given) => {
      const outcome = await ask(...given);
      if (!isRefusal(outcome)) throw new Error(`${given[0]} was done`);
      return outcome;
    },
    assigned: async (data = letter) => {
      await done('Receive', '2026-01-05', data);
      await done('Accept', '2026-01-08');
      await done('Assign', '2026-01-09', { person: 'p-7' });
    },
  };
}

/** Puts a fact that only a newer release knows after the last of a case: from then on this one cannot read the case. */
export async function makeUnreadable({ engine, store }: Pick<Desk, 'engine' | 'store'>, caseId: string): Promise<void> {
  const last = (await engine.load(caseId))?.records.at(-1);
  const meta = { ...last?.record.meta, command: 'of-a-newer-release' };
  await store.append(caseId, headOf(last), [{ id: uuidv5(store.log, 'newer'), type: 'Foreseen', schema: 9, meta, data: {}, sealed: [] }]);
}
