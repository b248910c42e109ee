/**
 * One command, start to finish: read the stream, fold, judge, append after the head that was read. Two trips to the store, one where
 * the stream was read lately, and one more for each race that was lost. Between commands the engine holds a cache alone, which every
 * read and every append compares with the store, so any number of engines may run over one store.
 */
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Actor, Authority } from '../domain/authority.ts';
import type { LegalDay } from '../domain/calendar.ts';
import type { CaseState, CaseType, Command, Door, Draft, Fact, World } from '../domain/case-type.ts';
import { apply, commandNamed, copyOf, judge } from '../domain/case-type.ts';
import { drawJson } from '../domain/chart.ts';
import type { Law } from '../domain/law.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type Because, isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Vault } from '../domain/vault.ts';
import type { Conflict, EventStore, FactToWrite, Head, Json, Recorded } from '../store/event-store.ts';
import { StoreFault } from '../store/event-store.ts';
import { caseIdFor, digestOf, factId } from '../store/record.ts';
import { commandInput, unreadable } from './command-input.ts';
import { type Asked, enter, readBy } from './enter.ts';
import { frozen, LatelyRead, type Read } from './lately-read.ts';
import { legalDayAt } from './legal-day-at.ts';
import { standsAgainst } from './stands-against.ts';

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
  /** The version of the case that the asker has seen, 0 for none yet: once the case has another one, the command is refused. */
  readonly version?: number;
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
  /** Every fact of a case, or of a case that was loaded, with the state before and after it. Empty where there is no case. */
  history<State extends CaseState = CaseState>(of: string | Loaded<State>): Promise<readonly HistoryEntry<State>[]>;
  /**
   * What this actor may do on this day, and why not the rest: with the case of this id as the store has it, or with a case that was
   * loaded, as it was then. Empty where there is no case.
   */
  options<State extends CaseState = CaseState>(of: string | Loaded<State>, actor: Actor, on: LegalDay): Promise<readonly Option[]>;
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

/** The fact of a record, brought to its newest schema. */
export function factOf(type: CaseType, { record }: Recorded): Fact {
  const { meta } = record;
  const [id, unit, role] = [meta.actor ?? '', meta.unit ?? '', meta.role ?? ''];
  const by: Actor = meta.onBehalfOf ? { id, unit, role, onBehalfOf: meta.onBehalfOf } : { id, unit, role };
  return { type: record.type, on: meta.occurredOn ?? '', by, data: type.newest(record.type, record.schema, record.data) };
}

/** Throws `StoreFault` where the store holds another log than the host expects. */
export function createEngine(options: EngineOptions): Engine {
  const { store, log } = options;
  if (log !== undefined && log !== store.log) {
    throw new StoreFault(
      'wrong-schema',
      `The store holds the log ${store.log}, not ${log}. Nothing was read or written. Open the right store.`,
    );
  }
  return new OneEngine(options);
}

class OneEngine implements Engine {
  readonly store: EventStore;
  readonly caseTypes: readonly CaseType[];
  readonly law: Law;
  readonly organisation: Organisation;
  readonly #options: EngineOptions;
  readonly #byName: ReadonlyMap<string, CaseType>;
  /** What each fact says of its chart: name, version and digest. */
  readonly #charts: ReadonlyMap<string, string>;
  readonly #lately: LatelyRead;

  constructor(options: EngineOptions) {
    this.store = options.store;
    this.caseTypes = options.caseTypes;
    this.law = options.law;
    this.organisation = options.organisation;
    this.#options = options;
    this.#lately = new LatelyRead(options.store);
    this.#byName = new Map(this.caseTypes.map((type) => [type.name, type]));
    this.#charts = new Map(this.caseTypes.map((type) => [type.name, `${type.name}@${type.version}#${digestOf(drawJson(type.chart))}`]));
  }

  today(): LegalDay {
    return legalDayAt(this.#options.now?.() ?? new Date().toISOString(), this.law.timeZone);
  }

  execute<State extends CaseState>(input: CommandInput): Promise<Outcome<State>> {
    return this.#traced('execute', input) as Promise<Outcome<State>>;
  }

  observe<State extends CaseState>(input: CommandInput): Promise<Outcome<State>> {
    return this.#traced('observe', input) as Promise<Outcome<State>>;
  }

  async load<State extends CaseState>(caseId: string, asOf?: AsOf): Promise<Loaded<State> | null> {
    const found = this.#folded(caseId, await this.#lately.readAgain(caseId), undefined);
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

  async history<State extends CaseState>(of: string | Loaded<State>): Promise<readonly HistoryEntry<State>[]> {
    const found = typeof of === 'string' ? await this.load<State>(of) : of;
    if (!found) return [];
    const { caseType: type, records, state } = found;
    let before = type.initial(state.caseId);
    return records.map((recorded) => {
      const fact = factOf(type, recorded);
      const after = copyOf(before);
      apply(type, after, fact);
      const entry = { recorded, fact, before, after };
      before = after;
      return entry;
    });
  }

  async options<State extends CaseState>(of: string | Loaded<State>, actor: Actor, on: LegalDay): Promise<readonly Option[]> {
    const found = typeof of === 'string' ? await this.#standing(of, undefined) : { state: of.state, type: of.caseType as CaseType };
    if (!found) return [];
    const { state, type } = found;
    const today = this.today();
    return Object.entries(type.commands).map(([command, { describes }]) => {
      const asked: Command = { id: '', type: command, case: state.caseId, on, actor, data: {} };
      const answer = standsAgainst(type, asked, state, this.#world('execute', command, state, on, today));
      return answer.refusal
        ? { command, describes, may: false, refusal: answer.refusal }
        : { command, describes, may: true, because: { rule: answer.rule } };
    });
  }

  #traced(door: Door, input: CommandInput): Promise<Outcome> {
    return tracer.startActiveSpan(`redress.${door}`, async (span) => {
      try {
        const outcome = await this.#run(door, input);
        span.setAttributes({ 'redress.command': namesOf(input).type, 'redress.outcome': isRefusal(outcome) ? outcome.code : 'done' });
        return outcome;
      } catch (fault) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw fault;
      } finally {
        span.end();
      }
    });
  }

  /** Where a case stands now. Null where there is no case and no case type to open one of. */
  async #standing(caseId: string, hint: CaseType | undefined): Promise<Standing | null> {
    return this.#folded(caseId, await this.#lately.records(caseId), hint);
  }

  #folded(caseId: string, { records, head }: Read, hint: CaseType | undefined): Standing | null {
    const first = records[0];
    const type = first ? this.#byName.get(first.record.meta.caseType ?? '') : hint;
    if (!type) return null;
    const state = type.initial(caseId);
    for (const recorded of records) apply(type, state, factOf(type, recorded));
    return { state, type, head, records };
  }

  /** The case type that a command would open a case of. */
  #opened(input: CommandInput): CaseType | undefined {
    if (input.caseType !== undefined) return this.#byName.get(input.caseType);
    return this.caseTypes.find((type) => type.commands[input.type]?.opens) ?? (this.caseTypes.length === 1 ? this.caseTypes[0] : undefined);
  }

  /** Everything that a judgement may ask, loaded for the day. */
  #world(door: Door, command: string, state: CaseState, on: LegalDay, today: LegalDay = this.today()): World {
    const { authority, organisation } = this.#options;
    const { pack, version, digest } = this.law.editionFor(command, state, on);
    const law = this.law.at(digest);
    if (!law) throw new Error(`the law names an edition that it cannot run: ${pack}@${version}#${digest}. Nothing was written.`);
    return { door, today, law, calendar: law.calendar(on), authority, organisation };
  }

  /**
   * Judged on what was read lately, a yes is as good as any: the append compares. A no, and an answer that was given before, are given
   * only on what the store says now.
   */
  async #run(door: Door, given: CommandInput): Promise<Outcome> {
    const unread = unreadable(given);
    if (unread !== null) return refuse('INVALID_COMMAND', { problem: unread }, namesOf(given), null);
    // From here on a copy: what the caller does to his own afterwards changes nothing.
    const read = readBy<CommandInput>(commandInput, given);
    if ('problem' in read) return refuse('INVALID_COMMAND', read, namesOf(given), null);
    const input = read.value;
    const caseId = input.case ?? caseIdFor(this.store.log, input.id);
    const opened = this.#opened(input);
    const kept = this.#lately.kept(caseId);
    const done = kept && (await this.#answer(door, input, caseId, this.#folded(caseId, kept, opened)));
    if (done && !isRefusal(done) && !done.repeated) return done;
    const answer = await this.#answer(door, input, caseId, await this.#standing(caseId, opened));
    if (answer) return answer;
    const says = `The case ${caseId} is not the one that was read a moment ago. Nothing was written.`;
    throw new StoreFault('history-damaged', `${says} Find out who restored or cut the log, then send the same command id again.`);
  }

  /** Null where the store does not hold what the answer was to be based on. */
  async #answer(door: Door, input: CommandInput, caseId: string, found: Standing | null): Promise<Outcome | null> {
    const at = { type: input.type, case: caseId };
    if (!found)
      return refuse(input.case === undefined ? 'UNKNOWN_COMMAND' : 'UNKNOWN_CASE', { command: input.type, case: caseId }, at, null);
    if (input.caseType !== undefined && input.caseType !== found.type.name) {
      return refuse('ANOTHER_CASE_TYPE', { case: caseId, is: found.type.name, asked: input.caseType }, at, found.state);
    }
    const before = answeredBefore(found, input, found.records);
    if (before) return before;
    const asked = enter(found.type, found.state, caseId, input, this.#options.vault);
    return isRefusal(asked) ? asked : this.#attempt(door, asked, found);
  }

  /** Judges and appends, again and again while others win the race; null where what was read is not what the store holds. */
  async #attempt(door: Door, asked: Asked, found: Standing): Promise<Outcome | null> {
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      const outcome = await this.#once(door, asked, found);
      if (outcome !== 'missed') return outcome === 'replaced' ? null : outcome;
    }
    throw new StoreFault(
      'busy',
      `The case ${asked.command.case} was written to faster than this command could follow, ${ATTEMPTS} times. Nothing was written. Send the same command id again.`,
      { retryable: true },
    );
  }

  /** One judgement and one append; `missed` where somebody was faster, whose facts are folded, `replaced` where they do not follow. */
  async #once(door: Door, asked: Asked, found: Standing): Promise<Outcome | 'missed' | 'replaced'> {
    const { command, handles } = asked;
    const unseen = movedOn(asked, found);
    if (unseen) return unseen;
    const facts = this.#judged(door, asked, found);
    if (isRefusal(facts)) return facts;
    if (handles.length > 0) {
      await this.#options.vault?.seal({ log: this.store.log, stream: command.case, fact: facts[0].id }, handles);
    }
    const outcome = await this.#append(command, found, facts);
    if (isRefusal(outcome)) return outcome;
    switch (outcome.outcome) {
      case 'appended':
        this.#lately.add(command.case, found.records, outcome.records, outcome.head);
        for (const recorded of outcome.records) apply(found.type, found.state, factOf(found.type, recorded));
        return { done: true, case: command.case, state: found.state, facts: outcome.records, repeated: false };
      case 'repeated': {
        const again = await this.#standing(command.case, found.type);
        return answeredBefore(again ?? found, asked.input, frozen(outcome.records)) ?? 'missed';
      }
      case 'conflict':
        if (!hasGrown(found.head, outcome)) return 'replaced';
        found.records = this.#lately.add(command.case, found.records, outcome.missed, outcome.head);
        for (const recorded of outcome.missed) apply(found.type, found.state, factOf(found.type, recorded));
        found.head = outcome.head;
        return answeredBefore(found, asked.input, outcome.missed) ?? 'missed';
    }
  }

  /** Asks whether the command may be done, and writes out the facts that follow. */
  #judged(door: Door, asked: Asked, found: Standing): [FactToWrite, ...FactToWrite[]] | Refusal {
    const { command } = asked;
    const world = this.#world(door, command.type, found.state, command.on);
    const { calendar, law } = world;
    const judged = judge(found.type, command, found.state, world);
    if (isRefusal(judged)) return judged;
    const { pack, version, digest } = law.edition;
    return factsToWrite(found, judged.facts, asked, {
      log: this.store.log,
      door,
      authority: judged.authority,
      law: `${pack}@${version}#${digest}`,
      calendar: `${calendar.id}@${calendar.edition}`,
      caseType: found.type.name,
      chart: this.#charts.get(found.type.name) ?? '',
    });
  }

  async #append(command: Command, found: Standing, facts: readonly [FactToWrite, ...FactToWrite[]]) {
    try {
      return await this.store.append(command.case, found.head, facts);
    } catch (fault) {
      // The id of a fact is made from the command's: where it lies in another case, so was the command id.
      if (!(fault instanceof StoreFault) || fault.code !== 'id-elsewhere') throw fault;
      return refuse('COMMAND_ID_REUSED', { id: command.id }, command, found.state);
    }
  }
}

/** What the log keeps of a fact beside its data: who, by which rule, under which law, and from which configuration to which. */
function metaOf({ command, input }: Asked, stamp: Stamp, from: string, to: string): Record<string, string> {
  const { actor } = command;
  // One literal in the order in which it is written: what is built member by member costs as much as the judgement.
  const meta: Record<string, string> = {
    actor: actor.id,
    authority: stamp.authority,
    calendar: stamp.calendar,
    caseType: stamp.caseType,
    chart: stamp.chart,
    command: command.id,
    commandType: command.type,
    door: stamp.door,
    from,
    law: stamp.law,
    occurredOn: command.on,
    role: actor.role,
    to,
    unit: actor.unit,
  };
  if (actor.onBehalfOf !== undefined) meta.onBehalfOf = actor.onBehalfOf;
  if (input.correlation !== undefined) meta.correlation = input.correlation;
  if (input.causation !== undefined) meta.causation = input.causation;
  return meta;
}

/** What all facts of one command say alike. */
interface Stamp {
  readonly log: string;
  readonly door: Door;
  readonly authority: string;
  readonly law: string;
  readonly calendar: string;
  readonly caseType: string;
  readonly chart: string;
}

function factsToWrite(
  { state, type }: Standing,
  drafts: readonly [Draft, ...Draft[]],
  asked: Asked,
  stamp: Stamp,
): [FactToWrite, ...FactToWrite[]] {
  let { at } = state;
  const written = drafts.map((draft, index): FactToWrite => {
    const definition = type.facts[draft.type];
    if (!definition) throw new Error(`the case type ${type.name} decided on a fact it does not declare: ${draft.type}`);
    const from = at.key;
    at = at.after(draft.type) ?? at;
    return {
      id: factId(stamp.log, asked.command.id, index, drafts.length),
      type: draft.type,
      schema: definition.version,
      meta: metaOf(asked, stamp, from, at.key),
      data: draft.data as { readonly [key: string]: Json },
      sealed: index === 0 ? asked.handles.map((handle) => handle.commitment).sort() : [],
    };
  });
  return written as [FactToWrite, ...FactToWrite[]];
}

/** The first answer, if one of these records carries the command's id; a refusal, if the id was used for something else. */
function answeredBefore(found: Standing, input: CommandInput, among: readonly Recorded[]): Outcome | null {
  const first = among.find(({ record }) => record.meta.command === input.id);
  if (!first) return null;
  const { meta, stream } = first.record;
  if (meta.commandType !== input.type || meta.actor !== input.actor.id) {
    return refuse('COMMAND_ID_REUSED', { id: input.id }, { type: input.type, case: stream }, found.state);
  }
  const facts = among.filter(({ record }) => record.meta.command === input.id);
  return { done: true, case: stream, state: found.state, facts, repeated: true };
}

/** Asked of the very head that the facts would be appended after, so that nobody can get in between. */
function movedOn({ command, input }: Asked, { head, state, type }: Standing): Refusal | null {
  if (input.version === undefined || input.version === head.version) return null;
  // That there is no such case says more than that it has not the version.
  if (head.version === 0 && !commandNamed(type, command.type)?.opens) return null;
  return refuse('CASE_MOVED_ON', { case: command.case, seen: input.version, version: head.version }, command, state);
}

/** Whether what was missed follows what was read. Where it does not, the log was cut, or another one was put in its place. */
function hasGrown({ version, leaf }: Head, { head, missed }: Conflict): boolean {
  const prev = leaf && Buffer.from(leaf).toString('base64url');
  return head.version > version && missed[0]?.record.prev === prev;
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
