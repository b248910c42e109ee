/** The demonstration's steps: take the sample through its life, ask three things the law forbids, replay everything. */
import { type Finding, replayAll, type Summary } from '@redress/audit';
import {
  type CommandInput,
  type Complaint,
  complaint,
  createEngine,
  type Engine,
  type EventStore,
  headOfUnit,
  isRefusal,
  type Refusal,
} from '@redress/core';
import { petition, sampleAuthority, vietnam } from '@redress/vietnam';
import { type CourseName, courses } from './courses.ts';
import { FileAtWork } from './file-at-work.ts';
import { office, SAMPLE_TODAY, type SampleComplaint, sampleComplaints } from './sample.ts';

export interface Lived {
  readonly cases: number;
  readonly facts: number;
  /** Requests of the sample that were refused. There should be none. */
  readonly refused: readonly Refusal[];
  /** Public stage → how many cases stand in it. */
  readonly stages: Readonly<Record<string, number>>;
}

/** How many complaints are worked on at a time: one disk sync serves them all. */
const SIDE_BY_SIDE = 64;

/** An engine on the day of the demonstration. */
export const demonstrationEngine = (store: EventStore): Engine =>
  createEngine({
    store,
    caseTypes: [complaint, petition],
    law: vietnam,
    organisation: office.organisation,
    authority: sampleAuthority(),
    now: () => `${SAMPLE_TODAY}T03:00:00.000Z`,
  });

export async function live(engine: Engine, sample: readonly SampleComplaint[] = sampleComplaints()): Promise<Lived> {
  const waiting = [...sample];
  const refused: Refusal[] = [];
  const stages: Record<string, number> = {};
  let facts = 0;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const end = await course(engine, next);
      facts += end.facts;
      refused.push(...end.refused);
      stages[end.stage] = (stages[end.stage] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return { cases: sample.length, facts, refused, stages };
}

interface CourseEnd {
  readonly facts: number;
  readonly stage: string;
  readonly refused: readonly Refusal[];
}

/** One complaint, request by request. What would lie after the day of the demonstration has not happened. */
async function course(engine: Engine, { paper, course: name }: SampleComplaint): Promise<CourseEnd> {
  const asks = courses[name](new FileAtWork(paper, office));
  let facts = 0;
  let stage = 'none';
  let step = 0;
  for (let next = asks.next(); !next.done && next.value.on <= SAMPLE_TODAY; ) {
    step += 1;
    const outcome = await engine.execute<Complaint>({
      ...{ ...next.value, id: `demo/${paper.caseId}/${step}`, case: paper.caseId, caseType: 'complaint' },
    });
    if (isRefusal(outcome)) return { facts, stage, refused: [outcome] };
    facts += outcome.facts.length;
    stage = outcome.state.stage;
    next = asks.next(outcome.state);
  }
  return { facts, stage, refused: [] };
}

interface Forbidden {
  readonly course: CourseName;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const forbidden: readonly Forbidden[] = [
  {
    course: 'stillAtTheNextLevel',
    type: 'Resolve',
    data: { outcome: 'wrong', decision: '1/QĐ-GQKN', summary: 'Giữ nguyên quyết định lần đầu.' },
  },
  { course: 'groupStillScreened', type: 'Accept', data: {} },
  { course: 'stillWorkedOn', type: 'Extend', data: { clock: 'resolution', by: 15, reason: 'Cần thêm thời gian xác minh.' } },
];

/** The first complaint of the sample that goes this way. */
export function firstOf(name: CourseName): string {
  const found = sampleComplaints().find(({ course: taken }) => taken === name);
  if (!found) throw new Error(`no complaint of the sample goes the way ${name}`);
  return found.paper.caseId;
}

/** Three requests by the heads who hold the cases, each against an article. */
export async function askAgainstTheLaw(engine: Engine): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const { course: name, type, data } of forbidden) {
    const id = firstOf(name);
    const loaded = await engine.load<Complaint>(id);
    const unit = loaded?.state.custody.holder?.unit ?? '';
    const actor = { id: headOfUnit(office.organisation, unit, SAMPLE_TODAY), unit, role: 'head' };
    const command: CommandInput = { id: `demo/${id}/against-the-law`, type, case: id, on: SAMPLE_TODAY, actor, data };
    const outcome = await engine.execute(command);
    if (!isRefusal(outcome)) throw new Error(`${type} on ${id} was to be refused, and was done`);
    refusals.push(outcome);
  }
  return refusals;
}

export interface Replayed {
  readonly summary: Summary;
  readonly findings: readonly Finding[];
}

export async function replayed(engine: Engine): Promise<Replayed> {
  const findings: Finding[] = [];
  const replaying = replayAll({ store: engine.store, caseTypes: engine.caseTypes, laws: engine.law });
  for await (const finding of replaying) findings.push(finding);
  return { summary: replaying.summary, findings };
}
