/**
 * Random legal histories: commands that suit the case, sent through a real engine over a store, with days that pass, papers that come
 * late and actors who are not asked. Most are done, some are refused, and what became of each is kept.
 */
import {
  type Authority,
  addDays,
  type CaseState,
  type CaseType,
  type CommandInput,
  createEngine,
  type Engine,
  type EngineOptions,
  type EventStore,
  type HistoryEntry,
  isRefusal,
  type Law,
  type LegalDay,
  memoryStore,
  type Organisation,
  type Outcome,
  type Recorded,
} from '@redress/core';
import fc from 'fast-check';
import { type Chance, chance } from './histories-chance.ts';
import { propose } from './histories-proposals.ts';

/** Whose case type and law histories are played under. */
export interface Setting<State extends CaseState = CaseState> {
  readonly type: CaseType<State>;
  readonly law: Law;
  readonly authority: Authority;
  readonly organisation: Organisation;
  /** Units of the organisation that take part. */
  readonly units: readonly string[];
  /** Roles in which commands are asked; the first may do most. One of them may record that a clock ran out. */
  readonly roles: readonly string[];
  /** What a text field of a command may sensibly hold in this state, by the field's name. Days go by `YYYY-MM-DD`. */
  readonly choices?: (state: State, on: LegalDay) => Readonly<Record<string, readonly string[]>>;
  /** Facts that are remarks: they may touch no clock. Default: `Noted`. */
  readonly remarks?: readonly string[];
  /** The first day. Default 2024-01-02. */
  readonly from?: LegalDay;
  /** Opens a new, empty store of this log. Default: a memory store. */
  readonly store?: (settings: { readonly log: string; readonly now: () => string }) => EventStore | Promise<EventStore>;
  /** Default: `createEngine`. A test of the invariants gives a broken one. */
  readonly engine?: (options: EngineOptions) => Engine;
}

export interface Move {
  readonly seed: number;
  /** Days that pass before it. */
  readonly days: number;
}

/** What a history is made from. The same plan under the same setting is the same history. */
export type Plan = readonly Move[];

const days = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 3, arbitrary: fc.integer({ min: 4, max: 10 }) },
  { weight: 2, arbitrary: fc.integer({ min: 11, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 41, max: 120 }) },
);

/** Plans of so many moves at most. They shrink by leaving moves out. */
export const plans = (most = 30): fc.Arbitrary<Plan> =>
  fc.array(fc.record({ seed: fc.integer(), days }, { noNullPrototype: true }), { minLength: 1, maxLength: most, size: 'max' });

export interface Step<State extends CaseState = CaseState> {
  readonly input: CommandInput;
  readonly door: 'execute' | 'observe';
  readonly outcome: Outcome<State>;
  /** Facts of the log before and after it; after a refusal they are counted in the store. */
  readonly before: number;
  readonly after: number;
}

/** An engine over a store of its own that holds the first facts of a history. */
export interface Fork {
  readonly engine: Engine;
  readonly store: EventStore;
}

export interface Played<State extends CaseState = CaseState> {
  readonly setting: Setting<State>;
  readonly caseId: string;
  readonly steps: readonly Step<State>[];
  readonly records: readonly Recorded[];
  /** Each fact with the state before and after it. */
  readonly entries: readonly HistoryEntry<State>[];
  /** The day it ended on. */
  readonly today: LegalDay;
  /** Chance of its own, the same at every call. */
  chance(): Chance;
  /** Goes on elsewhere from after so many facts; this history stays as it is. */
  fork(facts?: number): Promise<Fork>;
}

const LOG = '00000000-0000-4000-8000-000000000001';
const CASE = 'case-1';
/** Late enough for everything that is tried after a history. */
const AFTERWARDS: LegalDay = '2099-06-15';

const instant = (day: LegalDay): string => `${day}T04:00:00.000Z`;

/** An engine over a new store, on a day that the caller moves. */
export async function open<State extends CaseState>(setting: Setting<State>, today: () => LegalDay): Promise<Fork> {
  const now = (): string => instant(today());
  const store = await (setting.store ?? memoryStore)({ log: LOG, now });
  const { type, law, authority, organisation } = setting;
  return { store, engine: (setting.engine ?? createEngine)({ store, caseTypes: [type], law, authority, organisation, now }) };
}

/** Plays a plan. */
export async function play<State extends CaseState>(setting: Setting<State>, plan: Plan): Promise<Played<State>> {
  let today = setting.from ?? '2024-01-02';
  let state = setting.type.initial(CASE);
  const { engine, store } = await open(setting, () => today);
  const steps: Step<State>[] = [];
  for (const move of plan) {
    today = addDays(today, state.version === 0 ? 0 : move.days);
    const seeded = chance(move.seed);
    const input = { id: `command-${steps.length}`, ...propose({ setting, state, caseId: CASE, today, chance: seeded }) };
    const door = seeded.happens(0.06) ? 'observe' : 'execute';
    const outcome = await engine[door]<State>(input);
    const before = state.version;
    if (!isRefusal(outcome)) state = outcome.state;
    const after = isRefusal(outcome) ? await length(store) : before + outcome.facts.length;
    steps.push({ input, door, outcome, before, after });
  }
  const records = await recordsOf(store);
  const entries = await engine.history<State>(CASE);
  await store.close();
  const seed = plan.reduce((sum, move) => (sum * 31 + move.seed) | 0, 7);
  return {
    setting,
    caseId: CASE,
    steps,
    records,
    entries,
    today,
    chance: () => chance(seed),
    fork: (facts) => fork(setting, records.slice(0, facts)),
  };
}

async function fork<State extends CaseState>(setting: Setting<State>, records: readonly Recorded[]): Promise<Fork> {
  const opened = await open(setting, () => AFTERWARDS);
  await opened.store.ingest(records);
  return opened;
}

/** All records of the one case. */
export async function recordsOf(store: EventStore, caseId: string = CASE): Promise<readonly Recorded[]> {
  const records: Recorded[] = [];
  for await (const recorded of store.read(caseId)) records.push(recorded);
  return records;
}

/** Number of facts in the whole log. */
export async function length(store: EventStore): Promise<number> {
  let count = 0;
  for await (const _ of store.readLog('', Number.MAX_SAFE_INTEGER)) count += 1;
  return count;
}
