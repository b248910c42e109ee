/** A desk for the tests: an engine with the Vietnamese law over a store in memory, and one case on it. */
import {
  type Complaint,
  complaint,
  createEngine,
  headOfUnit,
  isRefusal,
  type Law,
  memoryStore,
  type Outcome,
  type Refusal,
} from '@redress/core';
import { sampleAuthority, sampleOrganisation, vietnam } from '../src/index.ts';

type Data = Readonly<Record<string, unknown>>;

export interface Desk {
  /** Asks by the front door as head of the unit that holds the case; throws where it is refused. */
  done(type: string, on: string, data?: Data, unit?: string): Promise<Complaint>;
  /** Asks the same and expects a no. */
  refused(type: string, on: string, data?: Data, unit?: string): Promise<Refusal>;
  /** Records what happened, whatever the law says of it. */
  observed(type: string, on: string, data?: Data): Promise<Complaint>;
  /** The rules that the last fact was recorded against. */
  objections(): Promise<readonly unknown[]>;
  options(on: string): ReturnType<ReturnType<typeof createEngine>['options']>;
  state(): Promise<Complaint>;
}

export function desk(law: Law = vietnam): Desk {
  const organisation = sampleOrganisation();
  const engine = createEngine({
    store: memoryStore(),
    caseTypes: [complaint],
    law,
    authority: sampleAuthority(),
    organisation,
    now: () => '2027-12-31T00:00:00.000Z',
  });
  let asked = 0;
  const holding = async (): Promise<string> => (await engine.load<Complaint>('case-1'))?.state.custody.holder?.unit ?? 'ha-noi';
  const input = async (type: string, on: string, data: Data, unit?: string) => {
    asked += 1;
    const role = type === 'RecordRunOut' ? 'system' : 'head';
    const asking = unit ?? (await holding());
    const id = headOfUnit(organisation, asking, on);
    // The head who asks is the one who chaired, unless a test says otherwise.
    const said = type === 'HoldDialogue' ? { chairedBy: id, ...data } : data;
    return { id: `command-${asked}`, type, case: 'case-1', on, data: said, actor: { id, unit: asking, role } };
  };
  const stateOf = (outcome: Outcome<Complaint>): Complaint => {
    if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.params)}`);
    return outcome.state;
  };
  return {
    done: async (type, on, data = {}, unit) => stateOf(await engine.execute<Complaint>(await input(type, on, data, unit))),
    observed: async (type, on, data = {}) => stateOf(await engine.observe<Complaint>(await input(type, on, data))),
    refused: async (type, on, data = {}, unit) => {
      const outcome = await engine.execute<Complaint>(await input(type, on, data, unit));
      if (!isRefusal(outcome)) throw new Error(`${type} was done, not refused`);
      return outcome;
    },
    objections: async () => {
      const last = (await engine.history('case-1')).at(-1)?.fact.data.objections;
      return Array.isArray(last) ? last.map((each) => each.params.rule) : [];
    },
    options: async (on) => {
      const unit = await holding();
      return engine.options('case-1', { id: headOfUnit(organisation, unit, on), unit, role: 'head' }, on);
    },
    state: async () => {
      const loaded = await engine.load<Complaint>('case-1');
      if (!loaded) throw new Error('there is no case yet');
      return loaded.state;
    },
  };
}

/** A complaint of so many people, received by a unit that issued what is contested: before 2025-07-01 it has to be classified. */
export const arrival = (more: Data = {}, people = 1, unit = 'ha-noi'): Data => ({
  channel: 'post',
  unit,
  summary: 'Không đồng ý với mức lương hưu được hưởng.',
  complainants: Array.from({ length: people }, (_, index) => ({ member: `nkn-${index + 1}` })),
  contests: { decision: '123/QĐ-BHXH', issuedBy: unit, traits: ['administrative'] },
  ...more,
});

export const contested = (kind: 'decision' | 'discipline' = 'decision', issuedBy = 'ha-noi'): Data => ({
  contests: { decision: '123/QĐ-BHXH', issuedBy, kind },
});

export const decision: Data = { outcome: 'wrong', decision: '45/QĐ-GQKN', summary: 'Giữ nguyên quyết định.' };
export const dialogue: Data = { minutes: 'BB-1', attended: ['nkn-1'] };

/** Due day of a clock, or null where there is none. */
export const due = (state: Complaint, clock: string): string | null => state.clocks[clock]?.dueOn ?? null;

/** A case received and accepted on the day, and in somebody's hands. */
export async function assignedOn(on: string, more: Data = {}, unit = 'ha-noi'): Promise<Desk> {
  const at = desk();
  await at.done('Receive', on, arrival(more, 1, unit));
  await at.done('Accept', on);
  await at.done('Assign', on, { person: 'cb-7' });
  return at;
}

/** Code, rule and source of the law's no. */
export async function ruleOf(at: Desk, type: string, on: string, data: Data = {}): Promise<readonly unknown[]> {
  const { code, params, because } = await at.refused(type, on, data);
  return [code, params.rule, 'citation' in because ? because.citation.text : because.rule];
}
