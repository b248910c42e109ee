/** A desk for the tests: petitions and complaints on one engine, under the law of Viet Nam. */
import {
  type Actor,
  type CommandInput,
  complaint,
  createEngine,
  type Engine,
  type EventStore,
  isRefusal,
  type MemoryVault,
  memoryStore,
  memoryVault,
  type Recorded,
  type Refusal,
  sayRefusal,
} from '@redress/core';
import { petition, sampleAuthority, sampleOrganisation, vietnam } from '../../src/index.ts';
import { isPetition, type Petition, stillOwed } from '../../src/petition/evolve.ts';

export type Data = Readonly<Record<string, unknown>>;
export type Step = readonly [type: string, on: string, data?: Data, more?: Partial<CommandInput>];

export const head: Actor = { id: 'cb-900', unit: 'ha-noi', role: 'head' };
export const clerk: Actor = { id: 'cb-1', unit: 'ha-noi', role: 'clerk' };
export const system: Actor = { id: 'links', unit: 'ha-noi', role: 'system' };

export interface Desk {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly vault: MemoryVault;
  /** Asks as the head of Hà Nội, of `petition-1` where nothing else is said; throws where it is refused. */
  done(...step: Step): Promise<{ readonly state: Petition; readonly facts: readonly Recorded[] }>;
  refused(...step: Step): Promise<Refusal>;
  observed(...step: Step): Promise<readonly Recorded[]>;
  state(caseId?: string): Promise<Petition>;
  owed(caseId?: string): Promise<readonly string[]>;
}

export function petitionDesk(store: EventStore = memoryStore()): Desk {
  const vault = memoryVault();
  const engine = createEngine({
    store,
    vault,
    caseTypes: [complaint, petition],
    law: vietnam,
    authority: sampleAuthority(),
    organisation: sampleOrganisation(),
    now: () => '2028-12-31T00:00:00.000Z',
  });
  let asked = 0;
  const input = (...[type, on, data = {}, more = {}]: Step): CommandInput => {
    asked += 1;
    const opening = type === 'Receive' && data.senders !== undefined ? { caseType: 'petition' } : {};
    return { id: `command-${asked}`, type, case: 'petition-1', on, data, actor: head, ...opening, ...more };
  };
  const state: Desk['state'] = async (caseId = 'petition-1') => {
    const loaded = (await engine.load(caseId))?.state;
    if (!loaded || !isPetition(loaded)) throw new Error(`there is no petition ${caseId}`);
    return loaded;
  };
  return {
    engine,
    store,
    vault,
    state,
    done: async (...step) => {
      const outcome = await engine.execute<Petition>(input(...step));
      if (isRefusal(outcome)) throw new Error(`${step[0]} was refused: ${sayRefusal(outcome)}`);
      return outcome;
    },
    refused: async (...step) => {
      const outcome = await engine.execute(input(...step));
      if (!isRefusal(outcome)) throw new Error(`${step[0]} was done, not refused`);
      return outcome;
    },
    observed: async (...step) => {
      const outcome = await engine.observe(input(...step));
      if (isRefusal(outcome)) throw new Error(`${step[0]} was refused: ${sayRefusal(outcome)}`);
      return outcome.facts;
    },
    owed: async (caseId) => stillOwed(await state(caseId)).map(({ id }) => id),
  };
}

/** A petition of so many people, received by post in Hà Nội. */
export const letter = (more: Data = {}, people = 1): Data => ({
  channel: 'post',
  unit: 'ha-noi',
  summary: 'Không đồng ý với mức lương hưu được hưởng.',
  senders: Array.from({ length: people }, (_, index) => ({ sender: `s-${index + 1}` })),
  ...more,
});

export const front = { forwardedBy: { body: 'mttq-ha-noi', kind: 'fatherland-front' } };
export const leader = { forwardedBy: { body: 'van-phong', kind: 'party-or-state-leader' } };

/** What the screener found. */
export const found = (more: Data = {}): Data => ({ screening: { content: 'complaint', ...more } });
/** Somebody came in person, with a letter or with nothing but words. */
export const came = (more: Data = {}, people = 1): Data => letter({ channel: 'in-person', ...more }, people);

export const here = found({ competent: 'this-body' });
export const elsewhere = found({ competent: 'elsewhere' });

export const reason = { reason: 'Theo quy định.' };

/** Received, registered and screened on the first days of August 2026. */
export const screened = (screening: Data, arrival: Data = letter()): readonly Step[] => [
  ['Receive', '2026-08-03', arrival],
  ['Register', '2026-08-04', { number: '12/TCD' }],
  ['Classify', '2026-08-05', screening],
];

/** A desk on which these steps were taken. */
export async function after(steps: readonly Step[]): Promise<Desk> {
  const desk = petitionDesk();
  for (const step of steps) await desk.done(...step);
  return desk;
}
