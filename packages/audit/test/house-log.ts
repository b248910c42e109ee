/** A small true log: three complaints under the house rules, written by the engine. */
import {
  type Actor,
  type CaseType,
  type CommandInput,
  calendarOf,
  complaint,
  createEngine,
  type EventStore,
  isRefusal,
  type Law,
  memoryStore,
  type Recorded,
  sayRefusal,
} from '@redress/core';
import { houseAuthority, houseOrganisation, houseRules } from '@redress/testing';
import { type Finding, type ReplayRecords, replay, type Summary } from '../src/index.ts';

const LOG = '7c1f3a52-5a0e-4c57-9a57-5b2f3f0f6a11';

const calendar = calendarOf({
  id: 'house',
  edition: '1',
  timeZone: 'UTC',
  weekend: ['Sat', 'Sun'],
  publishedFrom: 2026,
  publishedTo: 2026,
  off: [{ day: '2026-01-28', name: 'House day', kind: 'holiday' }],
  makeUp: [],
});
export const law: Law = houseRules({ calendar });
export const caseTypes: readonly CaseType[] = [complaint as unknown as CaseType];

const head = (unit: string): Actor => ({ id: `p-${unit}`, unit, role: 'head' });
const letter = (unit: string) => ({
  channel: 'post',
  unit,
  summary: 'The pension was cut.',
  complainants: [{ member: 'm-1' }, { member: 'm-2' }],
});
const decision = { outcome: 'right', decision: 'D-1', summary: 'It is paid again.' };

type Step = readonly [
  type: string,
  on: string,
  data?: Readonly<Record<string, unknown>>,
  more?: Partial<CommandInput> & { observed?: true },
];

const long: readonly Step[] = [
  ['Receive', '2026-01-05', letter('left')],
  ['OfferTransfer', '2026-01-06', { toUnit: 'right' }],
  ['AcceptTransfer', '2026-01-07', {}, { actor: head('right') }],
  ['OfferTransfer', '2026-01-07', { toUnit: 'left', reason: 'theirs' }, { actor: head('right') }],
  ['AcceptTransfer', '2026-01-08'],
  // The second time to and fro puts custody in dispute: two facts of one command.
  ['OfferTransfer', '2026-01-09', { toUnit: 'right', reason: 'ours no more' }],
  ['Rule', '2026-01-12', { toUnit: 'left', reason: 'it is left' }, { actor: head('top') }],
  ['Accept', '2026-01-12'],
  ['Assign', '2026-01-13', { person: 'p-7' }],
  ['Suspend', '2026-01-15', { ground: 'illness', evidence: 'a letter' }],
  ['Note', '2026-01-16', { text: 'Vẫn đang chờ.' }],
  ['Resume', '2026-01-22', { reason: 'well again' }],
  ['FindComplex', '2026-01-23', { criteria: ['many papers'], document: 'X-1' }],
  ['Extend', '2026-01-26', { clock: 'resolution', by: 30, reason: 'an expert is away' }],
  ['Resolve', '2026-02-20', decision],
  ['Recomplain', '2026-02-23', { against: 'decision', summary: 'It is still cut.' }],
  ['Accept', '2026-02-25', {}, { actor: head('top') }],
  ['Assign', '2026-02-26', { person: 'p-8' }, { actor: head('top') }],
  ['Resolve', '2026-03-10', decision, { actor: head('top') }],
  ['Close', '2026-04-20', { reason: 'it stands' }, { actor: head('top') }],
];

const late: readonly Step[] = [
  ['Receive', '2026-01-07', letter('left')],
  ['Accept', '2026-01-12'],
  ['Assign', '2026-01-09', { person: 'p-7' }, { late: { ground: 'found in a drawer', document: 'L-1' } }],
  ['Resolve', '2026-01-20', decision, { observed: true, actor: { id: 'p-x', unit: 'far', role: 'clerk' } }],
];

const withdrawn: readonly Step[] = [
  ['Receive', '2026-01-30', letter('far')],
  ['Withdraw', '2026-02-02', { form: 'petition' }, { actor: { id: 'p-c', unit: 'far', role: 'clerk' } }],
];

/** Three cases, their facts alternating in the log. */
export async function houseLog(store: EventStore = memoryStore({ log: LOG, now: ticking() })): Promise<EventStore> {
  const engine = createEngine({
    store,
    caseTypes,
    law,
    authority: houseAuthority(),
    organisation: houseOrganisation(),
    now: () => '2026-06-30T10:00:00.000Z',
  });
  const lives: Readonly<Record<string, readonly Step[]>> = { long, late, withdrawn };
  for (let at = 0; at < long.length; at += 1) {
    for (const [name, steps] of Object.entries(lives)) {
      const step = steps[at];
      if (!step) continue;
      const [type, on, data = {}, { observed, ...more } = {}] = step;
      const input: CommandInput = {
        id: `${name}-${at}`,
        type,
        case: name,
        on,
        actor: head(name === 'withdrawn' ? 'far' : 'left'),
        data,
        ...more,
      };
      const outcome = await (observed ? engine.observe(input) : engine.execute(input));
      if (isRefusal(outcome)) throw new Error(`${name}, step ${at}: ${sayRefusal(outcome)}`);
    }
  }
  return store;
}

function ticking(): () => string {
  let seconds = 0;
  return () => new Date(Date.UTC(2026, 4, 1, 8, 0, seconds++)).toISOString();
}

export async function recordsOf(store: EventStore): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) found.push(recorded);
  return found;
}

export interface Replayed {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

export async function replayed(records: ReplayRecords['records'], options: Partial<ReplayRecords> = {}): Promise<Replayed> {
  const run = replay({ records, caseTypes, laws: law, ...options });
  const findings: Finding[] = [];
  for await (const finding of run) findings.push(finding);
  return { findings, summary: run.summary };
}
