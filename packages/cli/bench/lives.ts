/** The lives of complaints that the benchmarks fold, write and replay: under the house rules, and written by the engine. */
import {
  type Actor,
  type CaseType,
  type CommandInput,
  complaint,
  createEngine,
  type Engine,
  type EventStore,
  type Fact,
  factOf,
  isRefusal,
  memoryStore,
  type Recorded,
  sayRefusal,
} from '@redress/core';
import { houseAuthority, houseOrganisation, houseRules } from '@redress/testing';

export const caseTypes: readonly CaseType[] = [complaint as unknown as CaseType];

type Step = readonly [type: string, on: string, unit: string, data?: Readonly<Record<string, unknown>>];
export type Life = readonly Step[];

const receive = {
  channel: 'post',
  unit: 'left',
  summary: 'The pension was cut by a fifth from January, and the notice names no reason. Its reference is that of another file.',
  complainants: [{ member: 'm-1' }],
  topic: 'pension',
  contests: { decision: 'P-2026-118', issuedBy: 'right', issuedOn: '2025-12-19', learnedOn: '2025-12-27', kind: 'decision' },
};
const right = {
  outcome: 'right',
  decision: 'D-17',
  summary: 'The cut had no ground in the rules; what was kept back is paid with January.',
};
const wrong = { outcome: 'wrong', decision: 'D-18', summary: 'The cut follows from the change of household that was reported in May.' };

/** Seven facts: taken in, settled, served, closed. */
const plain: Life = [
  ['Receive', '2026-01-05', 'left', receive],
  ['Accept', '2026-01-08', 'left', { document: 'A-4' }],
  ['Assign', '2026-01-09', 'left', { person: 'p-7' }],
  ['Note', '2026-01-13', 'left', { text: 'The pay office sends its file tomorrow.' }],
  ['Resolve', '2026-01-21', 'left', right],
  ['Serve', '2026-01-23', 'left', { to: ['m-1'], decision: 'D-17' }],
  ['Close', '2026-02-16', 'left', { reason: 'Nobody complained of it again.' }],
];

/** Nine facts: it came to the wrong unit, and was passed on. */
const transferred: Life = [
  ['Receive', '2026-01-06', 'left', receive],
  ['OfferTransfer', '2026-01-07', 'left', { toUnit: 'far', ground: 'The payee lives in the district of Far.' }],
  ['AcceptTransfer', '2026-01-08', 'far', { person: 'p-9' }],
  ['Accept', '2026-01-09', 'far'],
  ['Assign', '2026-01-09', 'far', { person: 'p-9' }],
  ['Suspend', '2026-01-14', 'far', { ground: 'illness', evidence: 'A letter of the hospital, of 13 January.' }],
  ['Resume', '2026-01-26', 'far', { reason: 'She is at home again.' }],
  ['Resolve', '2026-02-04', 'far', wrong],
  ['Close', '2026-03-02', 'far', { reason: 'Nobody complained of it again.' }],
];

/** Twelve facts: complained of again, and settled a level higher. */
const appealed: Life = [
  ['Receive', '2026-01-07', 'left', receive],
  ['Accept', '2026-01-12', 'left'],
  ['Assign', '2026-01-12', 'left', { person: 'p-7' }],
  ['FindComplex', '2026-01-15', 'left', { criteria: ['many-papers'], document: 'X-3' }],
  ['Resolve', '2026-02-11', 'left', wrong],
  ['Serve', '2026-02-13', 'left', { to: ['m-1'], decision: 'D-18' }],
  ['Recomplain', '2026-02-18', 'left', { against: 'decision', summary: 'The change in May was reported by another person.' }],
  ['Accept', '2026-02-20', 'top'],
  ['Assign', '2026-02-20', 'top', { person: 'p-8' }],
  ['Resolve', '2026-03-06', 'top', { ...right, decision: 'D-21' }],
  ['Serve', '2026-03-09', 'top', { to: ['m-1'], decision: 'D-21' }],
  ['Close', '2026-04-13', 'top', { reason: 'It is paid.' }],
];

export const lives: readonly Life[] = [plain, transferred, appealed];

export const head = (unit: string): Actor => ({ id: `p-${unit}`, unit, role: 'head' });

export const engineOver = (store: EventStore): Engine =>
  createEngine({
    store,
    caseTypes,
    law: houseRules(),
    authority: houseAuthority(),
    organisation: houseOrganisation(),
    now: () => '2026-12-31T10:00:00.000Z',
  });

/** Lives one life through the engine, command after command, and gives what was recorded, by command. A refusal is a defect here. */
export async function live(engine: Engine, caseId: string, life: Life): Promise<readonly (readonly Recorded[])[]> {
  const recorded: (readonly Recorded[])[] = [];
  for (const [at, [type, on, unit, data = {}]] of life.entries()) {
    const input: CommandInput = { id: `${caseId}-${at}`, type, case: caseId, on, actor: head(unit), data };
    const outcome = await engine.execute(input);
    if (isRefusal(outcome)) throw new Error(`${caseId}, ${type}: ${sayRefusal(outcome)}`);
    recorded.push(outcome.facts);
  }
  return recorded;
}

export interface Lived {
  readonly caseId: string;
  /** What each command led to. */
  readonly commands: readonly (readonly Recorded[])[];
  readonly facts: readonly Fact[];
}

/** Every life once. */
export async function livedOnce(): Promise<readonly Lived[]> {
  const engine = engineOver(memoryStore());
  const lived: Lived[] = [];
  for (const [at, life] of lives.entries()) {
    const caseId = `life-${at}`;
    const commands = await live(engine, caseId, life);
    lived.push({ caseId, commands, facts: commands.flat().map((recorded) => factOf(caseTypes[0] ?? missing(), recorded)) });
  }
  return lived;
}

function missing(): never {
  throw new Error('no case type');
}
