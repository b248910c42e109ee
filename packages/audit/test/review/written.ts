/** Cases of the imaginary house in which each step has two days: the one it is about, and the one on which it was recorded. */
import {
  type CaseType,
  type CommandInput,
  calendarOf,
  complaint,
  createEngine,
  type Engine,
  type EventStore,
  isRefusal,
  type Law,
  memoryStore,
  sayRefusal,
} from '@redress/core';
import { houseAuthority, houseOrganisation, houseRules } from '@redress/testing';
import { type CaseFile, openCaseFile } from '../../src/index.ts';

const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a12';
export const caseTypes: readonly CaseType[] = [complaint as unknown as CaseType];

/** Saturdays and Sundays are off, and one Wednesday. */
export const calendar = calendarOf({
  id: 'house',
  edition: '1',
  timeZone: 'UTC',
  weekend: ['Sat', 'Sun'],
  publishedFrom: 2023,
  publishedTo: 2032,
  off: [{ day: '2026-01-28', name: 'House day', kind: 'holiday' }],
  makeUp: [],
});
export const law: Law = houseRules({ calendar });

export interface Step {
  readonly type: string;
  readonly on: string;
  /** Default: the day it is about. */
  readonly recordedOn?: string;
  readonly unit?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly observed?: true;
  readonly late?: CommandInput['late'];
}

export const letter = {
  channel: 'post',
  unit: 'left',
  summary: 'The pension was cut.',
  complainants: [{ member: 'm-1' }, { member: 'm-2' }],
};
export const decision = { outcome: 'right', decision: 'D-1', summary: 'It is paid again.' };

export interface Written {
  readonly store: EventStore;
  readonly engine: Engine;
}

/** Writes one case by the engine. Every step is recorded at 09:00 UTC and some seconds of its recording day. */
export async function written(steps: readonly Step[], id = 'case', into?: Written, rules: Law = law): Promise<Written> {
  let now = '';
  const store = into?.store ?? memoryStore({ log: LOG, now: () => now });
  const engine = createEngine({
    ...{ store, caseTypes, law: rules, authority: houseAuthority(), organisation: houseOrganisation() },
    now: () => '2026-12-30T10:00:00.000Z',
  });
  for (const [at, { type, on, recordedOn = on, unit = 'left', data = {}, observed, late }] of steps.entries()) {
    now = `${recordedOn}T09:00:${String(at).padStart(2, '0')}.000Z`;
    const input: CommandInput = {
      ...{ id: `${id}-${at}`, type, case: id, on, data, actor: { id: `p-${unit}`, unit, role: 'head' } },
      ...(late ? { late } : {}),
    };
    const outcome = await (observed ? engine.observe(input) : engine.execute(input));
    if (isRefusal(outcome)) throw new Error(`${id}, step ${at}: ${sayRefusal(outcome)}`);
  }
  return { store, engine };
}

export const fileOf = ({ store }: Pick<Written, 'store'>, id = 'case'): Promise<CaseFile> => openCaseFile(store.read(id), caseTypes);

const joins = { members: [{ member: 'm-3' }] };

/** Somebody joins on the 14th; the desk enters it on the 20th; the decision is of the 16th. */
export const joinedUnseen: readonly Step[] = [
  { type: 'Receive', on: '2026-01-05', data: letter },
  { type: 'Accept', on: '2026-01-08' },
  { type: 'Assign', on: '2026-01-09', data: { person: 'p-7' } },
  { type: 'Resolve', on: '2026-01-16', data: decision },
  { type: 'AddMembers', on: '2026-01-14', recordedOn: '2026-01-20', data: joins },
];

/** The same, entered on the day it came. */
export const joinedSeen: readonly Step[] = [
  ...joinedUnseen.slice(0, 3),
  { type: 'AddMembers', on: '2026-01-14', data: joins },
  ...joinedUnseen.slice(3, 4),
];
