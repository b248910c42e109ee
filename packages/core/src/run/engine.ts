/**
 * One command, start to finish: read the stream, fold, judge, append after the head that was read. Two trips to the store, and
 * one more for each race that was lost. The engine holds nothing between commands, so any number of engines may run over one store.
 */
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Actor, Authority } from '../domain/authority.ts';
import type { LegalDay } from '../domain/calendar.ts';
import type { CaseState, CaseType, Command, Door, Draft, Fact, World } from '../domain/case-type.ts';
import { apply, commandNamed, copyOf, followers, handlingOf, judge } from '../domain/case-type.ts';
import { drawJson } from '../domain/chart.ts';
import type { Law } from '../domain/law.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type Because, isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type Handle, type PersonalValue, replacePersonal, sealedText, type Vault } from '../domain/vault.ts';
import type { EventStore, FactToWrite, Head, Json, Recorded } from '../store/event-store.ts';
import { StoreFault } from '../store/event-store.ts';
import { caseIdFor, digestOf, factId, headOf } from '../store/record.ts';
import { commandInput, unreadable } from './command-input.ts';
import { legalDayAt } from './legal-day-at.ts';

export interface EngineOptions {
  readonly store: EventStore;
  /** The log this engine is for, when the host wants to be certain: a store that holds another one is refused. */
  readonly log?: string;
  readonly caseTypes: readonly CaseType[];
  readonly law: Law;
  readonly authority: Authority;
  readonly organisation: Organisation;
  /** Without one, a command that holds personal data is refused. */
  readonly vault?: Vault;
  /** The present instant, ISO 8601 in UTC. Default: the clock of the machine. */
  readonly now?: () => string;
}

/** A command as a host sends it. */
export interface CommandInput {
  readonly id: string;
  readonly type: string;
  /** The case; may be absent for a command that opens one. */
  readonly case?: string;
  /** Needed only where several case types have an opening command of this name. */
  readonly caseType?: string;
  readonly on: LegalDay;
  readonly actor: Actor;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly late?: { readonly ground: string; readonly document: string };
  /** Id of the larger piece of work this belongs to. */
  readonly correlation?: string;
  /** Id of the fact or command that led to this one. */
  readonly causation?: string;
}

export interface Done<State extends CaseState = CaseState> {
  readonly done: true;
  readonly case: string;
  readonly state: State;
  /** The facts of this command, as they were recorded. */
  readonly facts: readonly Recorded[];
  /** True where the same command had been done before: nothing was written now. */
  readonly repeated: boolean;
}

export type Outcome<State extends CaseState = CaseState> = Done<State> | Refusal;

/** Up to where a case is read. At most one member. */
export type AsOf =
  | { readonly version: number }
  /** What had been recorded by this instant. */
  | { readonly recordedAt: string }
  /** What had happened by the end of this legal day, whenever it was recorded. */
  | { readonly on: LegalDay };

export interface Loaded<State extends CaseState = CaseState> {
  readonly state: State;
  readonly caseType: CaseType<State>;
  readonly records: readonly Recorded[];
}

export interface HistoryEntry<State extends CaseState = CaseState> {
  readonly recorded: Recorded;
  readonly fact: Fact;
  readonly before: State;
  readonly after: State;
}

export interface Option {
  readonly command: string;
  readonly describes: string;
  readonly may: boolean;
  /** Why it may not be asked here; absent where it may. What depends on the command's data is judged only when it is sent. */
  readonly refusal?: Refusal;
  readonly because?: Because;
}

export interface Engine {
  readonly store: EventStore;
  readonly caseTypes: readonly CaseType[];
  readonly law: Law;
  readonly organisation: Organisation;
  /** Asks for something. It is judged, and may be refused. Throws `StoreFault` where the store failed. */
  execute<State extends CaseState = CaseState>(input: CommandInput): Promise<Outcome<State>>;
  /** Records what happened elsewhere or unlawfully, with the objections it would have met. Only what cannot be expressed is refused. */
  observe<State extends CaseState = CaseState>(input: CommandInput): Promise<Outcome<State>>;
  /** The case, or null where there is none. */
  load<State extends CaseState = CaseState>(caseId: string, asOf?: AsOf): Promise<Loaded<State> | null>;
  /** Every fact of a case with the state before and after it. Empty where there is no case. */
  history<State extends CaseState = CaseState>(caseId: string): Promise<readonly HistoryEntry<State>[]>;
  /** What this actor may do with the case on this day, and why not the rest. */
  options(caseId: string, actor: Actor, on: LegalDay): Promise<readonly Option[]>;
  /** Today's legal day, where the law is in force. */
  today(): LegalDay;
}

/** How often a command is judged again after a lost race before the fault `busy` says so. */
const ATTEMPTS = 100;
const tracer = trace.getTracer('@redress/core');

interface Standing {
  state: CaseState;
  type: CaseType;
  head: Head;
  records: readonly Recorded[];
}

interface Asked {
  readonly command: Command;
  readonly input: CommandInput;
  readonly handles: readonly Handle[];
}

/** The fact of a record, brought to its newest schema. */
export function factOf(type: CaseType, { record }: Recorded): Fact {
  const { meta } = record;
  const by: Actor = {
    id: meta.actor ?? '',
    unit: meta.unit ?? '',
    role: meta.role ?? '',
    ...(meta.onBehalfOf ? { onBehalfOf: meta.onBehalfOf } : {}),
  };
  return { type: record.type, on: meta.occurredOn ?? '', by, data: type.newest(record.type, record.schema, record.data) };
}

export function createEngine(options: EngineOptions): Engine {
  const { store, law, authority, organisation, vault } = options;
  if (options.log !== undefined && options.log !== store.log) {
    throw new StoreFault(
      'wrong-schema',
      `The store holds the log ${store.log}, not ${options.log}. Nothing was read or written. Open the right store.`,
    );
  }
  const now = options.now ?? (() => new Date().toISOString());
  const { caseTypes } = options;
  const byName = new Map(caseTypes.map((type) => [type.name, type]));
  const chartDigests = new Map(caseTypes.map((type) => [type.name, `${type.name}@${type.version}#${digestOf(drawJson(type.chart))}`]));
  const today = (): LegalDay => legalDayAt(now(), law.timeZone);

  async function standing(caseId: string, hint: CaseType | undefined): Promise<Standing | null> {
    const records: Recorded[] = [];
    for await (const recorded of store.read(caseId)) records.push(recorded);
    const first = records[0];
    const type = first ? byName.get(first.record.meta.caseType ?? '') : hint;
    if (!type) return null;
    const state = type.initial(caseId);
    for (const recorded of records) apply(type, state, factOf(type, recorded));
    return { state, type, head: headOf(records[records.length - 1]), records };
  }

  /** The case type that a command would open a case of. */
  function opened(input: CommandInput): CaseType | undefined {
    if (input.caseType !== undefined) return byName.get(input.caseType);
    return caseTypes.find((type) => type.commands[input.type]?.opens) ?? (caseTypes.length === 1 ? caseTypes[0] : undefined);
  }

  async function run(door: Door, raw: CommandInput): Promise<Outcome> {
    const problem = unreadable(raw);
    if (problem !== null) return refuse('INVALID_COMMAND', { problem }, namesOf(raw), null);
    const checked = commandInput.safeParse(raw);
    if (!checked.success) return refuse('INVALID_COMMAND', { problem: problemOf(checked.error.issues) }, namesOf(raw), null);
    const input = raw;
    const caseId = input.case ?? caseIdFor(store.log, input.id);
    const found = await standing(caseId, opened(input));
    const at = { type: input.type, case: caseId };
    if (!found)
      return refuse(input.case === undefined ? 'UNKNOWN_COMMAND' : 'UNKNOWN_CASE', { command: input.type, case: caseId }, at, null);
    if (input.caseType !== undefined && input.caseType !== found.type.name) {
      return refuse('ANOTHER_CASE_TYPE', { case: caseId, is: found.type.name, asked: input.caseType }, at, found.state);
    }
    const before = answeredBefore(found, input, found.records);
    if (before) return before;
    const asked = enter(found.type, found.state, { ...input, case: caseId });
    if (isRefusal(asked)) return asked;
    return attempt(door, asked, found);
  }

  /** The door: data is checked, and personal values become handles. */
  function enter(type: CaseType, state: CaseState, input: CommandInput & { case: string }): Asked | Refusal {
    const at = { type: input.type, case: input.case };
    const definition = commandNamed(type, input.type);
    if (!definition) return refuse('UNKNOWN_COMMAND', { command: input.type }, at, state, undefined, followers(type, state));
    const parsed = definition.schema.safeParse(input.data ?? {});
    if (!parsed.success) return refuse('INVALID_COMMAND', { problem: problemOf(parsed.error.issues) }, at, state);
    const data = parsed.data as Readonly<Record<string, unknown>>;
    const sealed = seal(type.personal[input.type] ?? [], data);
    if (typeof sealed === 'string') return refuse('PERSONAL_VALUE_WITHOUT_VAULT', { field: sealed }, at, state);
    const { id, on, actor, late } = input;
    return {
      command: { id, type: input.type, case: input.case, on, actor, data: sealed.data, ...(late ? { late } : {}) },
      input,
      handles: sealed.handles,
    };
  }

  function seal(
    paths: readonly (readonly string[])[],
    data: Readonly<Record<string, unknown>>,
  ): { data: typeof data; handles: readonly Handle[] } | string {
    if (paths.length === 0) return { data, handles: [] };
    const values: PersonalValue[] = [];
    replacePersonal(data, paths, (value) => {
      values.push(value);
      return value.value;
    });
    const first = values[0];
    if (!first) return { data, handles: [] };
    if (!vault) return first.path;
    const handles = vault.handles(values);
    const byPath = new Map(handles.map((handle) => [handle.path, handle]));
    return { data: replacePersonal(data, paths, ({ path, value }) => replacement(byPath.get(path), value)), handles };
  }

  async function attempt(door: Door, asked: Asked, found: Standing): Promise<Outcome> {
    const { command } = asked;
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      const edition = law.editionFor(command.type, found.state, command.on);
      const inForce = law.at(edition.digest) ?? law;
      const calendar = inForce.calendar(command.on);
      const world: World = { door, today: today(), law: inForce, calendar, authority, organisation };
      const judged = judge(found.type, command, found.state, world);
      if (isRefusal(judged)) return judged;
      const stamp = {
        door,
        authority: judged.authority,
        law: `${edition.pack}@${edition.version}#${edition.digest}`,
        calendar: `${calendar.id}@${calendar.edition}`,
      };
      const facts = toWrite(found, judged.facts, asked, stamp);
      if (vault && asked.handles.length > 0) await vault.seal({ log: store.log, stream: command.case, fact: facts[0].id }, asked.handles);
      const outcome = await append(command, found, facts);
      if (isRefusal(outcome)) return outcome;
      switch (outcome.outcome) {
        case 'appended':
          for (const recorded of outcome.records) apply(found.type, found.state, factOf(found.type, recorded));
          return { done: true, case: command.case, state: found.state, facts: outcome.records, repeated: false };
        case 'repeated': {
          const now_ = await standing(command.case, found.type);
          return { done: true, case: command.case, state: now_?.state ?? found.state, facts: outcome.records, repeated: true };
        }
        case 'conflict': {
          for (const recorded of outcome.missed) apply(found.type, found.state, factOf(found.type, recorded));
          found.head = outcome.head;
          const before = answeredBefore(found, asked.input, outcome.missed);
          if (before) return before;
        }
      }
    }
    throw new StoreFault(
      'busy',
      `The case ${command.case} was written to faster than this command could follow, ${ATTEMPTS} times. Nothing was written. Send the same command id again.`,
      { retryable: true },
    );
  }

  async function append(command: Command, found: Standing, facts: readonly [FactToWrite, ...FactToWrite[]]) {
    try {
      return await store.append(command.case, found.head, facts);
    } catch (fault) {
      // The id of a fact is made from the command's: where it lies in another case, so was the command id.
      if (fault instanceof StoreFault && fault.code === 'id-elsewhere')
        return refuse('COMMAND_ID_REUSED', { id: command.id }, command, found.state);
      throw fault;
    }
  }

  function toWrite(
    found: Standing,
    drafts: readonly [Draft, ...Draft[]],
    { command, input, handles }: Asked,
    stamp: Readonly<Record<string, string>>,
  ): [FactToWrite, ...FactToWrite[]] {
    let at = found.state.at;
    const { actor } = command;
    const written = drafts.map((draft, index): FactToWrite => {
      const from = at.key;
      at = at.after(draft.type) ?? at;
      const definition = found.type.facts[draft.type];
      if (!definition) throw new Error(`the case type ${found.type.name} decided on a fact it does not declare: ${draft.type}`);
      const meta: Record<string, string> = {
        ...stamp,
        command: command.id,
        commandType: command.type,
        actor: actor.id,
        unit: actor.unit,
        role: actor.role,
        caseType: found.type.name,
        chart: chartDigests.get(found.type.name) ?? '',
        from,
        to: at.key,
        occurredOn: command.on,
      };
      if (actor.onBehalfOf !== undefined) meta.onBehalfOf = actor.onBehalfOf;
      if (input.correlation !== undefined) meta.correlation = input.correlation;
      if (input.causation !== undefined) meta.causation = input.causation;
      return {
        id: factId(store.log, command.id, index, drafts.length),
        type: draft.type,
        schema: definition.version,
        meta,
        data: draft.data as { readonly [key: string]: Json },
        sealed: index === 0 ? handles.map((handle) => handle.commitment).sort() : [],
      };
    });
    return written as [FactToWrite, ...FactToWrite[]];
  }

  async function load<State extends CaseState>(caseId: string, asOf?: AsOf): Promise<Loaded<State> | null> {
    const found = await standing(caseId, undefined);
    if (!found) return null;
    const type = found.type as CaseType<State>;
    if (!asOf) return { state: found.state as State, caseType: type, records: found.records };
    const records = found.records.filter((recorded) => within(recorded, asOf));
    if (records.length === 0) return null;
    const state = type.initial(caseId);
    for (const recorded of records) apply(type, state, factOf(type, recorded));
    // A late paper may be dated before the arrival: on that day there was no case yet.
    if (state.openedOn === null && found.state.openedOn !== null) return null;
    return { state, caseType: type, records };
  }

  async function history<State extends CaseState>(caseId: string): Promise<readonly HistoryEntry<State>[]> {
    const found = await standing(caseId, undefined);
    if (!found) return [];
    const type = found.type as CaseType<State>;
    let before = type.initial(caseId);
    return found.records.map((recorded) => {
      const fact = factOf(type, recorded);
      const after = copyOf(before);
      apply(type, after, fact);
      const entry = { recorded, fact, before, after };
      before = after;
      return entry;
    });
  }

  async function optionsOf(caseId: string, actor: Actor, on: LegalDay): Promise<readonly Option[]> {
    const found = await standing(caseId, undefined);
    if (!found) return [];
    const { type, state } = found;
    const follow = new Set(followers(type, state));
    return Object.entries(type.commands).map(([name, { describes }]) => {
      const command: Command = { id: '', type: name, case: caseId, on, actor, data: {} };
      const inForce = law.at(law.editionFor(name, state, on).digest) ?? law;
      if (!follow.has(name)) {
        const refusal = refuse(
          'NOT_IN_THIS_STAGE',
          { command: name, stage: state.stage, handling: handlingOf(state.at) },
          command,
          state,
          { rule: 'chart' },
          [...follow],
        );
        return { command: name, describes, may: false, refusal };
      }
      const permission = authority.may(actor, command, state, organisation);
      if ('refused' in permission) {
        const refusal = refuse('NOT_PERMITTED', { role: actor.role, rule: permission.refused }, command, state, {
          rule: permission.refused,
        });
        return { command: name, describes, may: false, refusal };
      }
      const objection = inForce.objection(command, state, actor, organisation);
      if (objection) {
        const refusal = {
          ...refuse(objection.unsettled ? 'UNSETTLED_LAW' : 'LAW_OBJECTS', { rule: objection.rule }, command, state, {
            citation: objection.because,
          }),
          says: objection.says,
        };
        return { command: name, describes, may: false, refusal };
      }
      return { command: name, describes, may: true, because: { rule: permission.rule } };
    });
  }

  const traced = (door: Door, input: CommandInput): Promise<Outcome> =>
    tracer.startActiveSpan(`redress.${door}`, async (span) => {
      try {
        const outcome = await run(door, input);
        span.setAttributes({ 'redress.command': namesOf(input).type, 'redress.outcome': isRefusal(outcome) ? outcome.code : 'done' });
        return outcome;
      } catch (fault) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw fault;
      } finally {
        span.end();
      }
    });

  return {
    store,
    caseTypes,
    law,
    organisation,
    execute: <State extends CaseState>(input: CommandInput) => traced('execute', input) as Promise<Outcome<State>>,
    observe: <State extends CaseState>(input: CommandInput) => traced('observe', input) as Promise<Outcome<State>>,
    load,
    history,
    options: optionsOf,
    today,
  };
}

const replacement = (handle: Handle | undefined, value: string): string => {
  if (!handle) throw new Error(`the vault gave no handle for a personal value of ${value.length} characters`);
  return sealedText(handle);
};

/** The first answer, if one of these records carries the command's id; a refusal, if the id was used for something else. */
function answeredBefore(found: Standing, input: CommandInput, among: readonly Recorded[]): Outcome | null {
  const ours = among.filter(({ record }) => record.meta.command === input.id);
  const first = ours[0];
  if (!first) return null;
  const { meta, stream } = first.record;
  if (meta.commandType !== input.type || meta.actor !== input.actor.id) {
    return refuse('COMMAND_ID_REUSED', { id: input.id }, { type: input.type, case: stream }, found.state);
  }
  return { done: true, case: stream, state: found.state, facts: ours, repeated: true };
}

function within({ record }: Recorded, asOf: AsOf): boolean {
  if ('version' in asOf) return record.version <= asOf.version;
  // Whoever asks may write the instant in a zone of his own, or without its milliseconds.
  if ('recordedAt' in asOf) return Date.parse(record.recordedAt) <= Date.parse(asOf.recordedAt);
  return (record.meta.occurredOn ?? '') <= asOf.on;
}

/** What a command that was not understood calls itself, as far as it says. */
function namesOf(raw: CommandInput): { type: string; case: string } {
  const { type, case: caseId } = Object(raw) as { type?: unknown; case?: unknown };
  return { type: typeof type === 'string' ? type : '', case: typeof caseId === 'string' ? caseId : '' };
}

function problemOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues.map((issue) => `${issue.path.length > 0 ? issue.path.map(String).join('.') : 'command'}: ${issue.message}`).join('; ');
}
