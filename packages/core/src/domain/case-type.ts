/**
 * What a case type is: a chart over facts, its commands, its facts, and two pure functions. `judge` asks every question that a
 * command has to answer, in one order for all case types; what it returns is either facts or a refusal.
 */
import { z } from 'zod';
import type { Actor, Authority } from './authority.ts';
import type { Calendar, LegalDay } from './calendar.ts';
import { type Chart, type Configuration, lintChart } from './chart.ts';
import type { Citation } from './citation.ts';
import { type Clock, type ClockLine, clockNamed, entriesOf, post, wind } from './clock.ts';
import { clockCommands, clockFacts, nothingToRecount, ranOut, recounted } from './clock-commands.ts';
import type { Custody } from './custody.ts';
import { takenIn, withMembers } from './fact-members.ts';
import type { Law, Objection } from './law.ts';
import type { Organisation } from './organisation.ts';
import { type Because, type Refusal, type RefusalCode, refuse } from './refusal.ts';
import { personalPaths } from './vault.ts';

/** A command as it arrives, its data already checked and its personal values replaced by handles. */
export interface Command<Data = Readonly<Record<string, unknown>>> {
  /** Chosen by the sender; the same id asks for the same thing again. */
  readonly id: string;
  readonly type: string;
  readonly case: string;
  /** The legal day on which it is asked. */
  readonly on: LegalDay;
  readonly actor: Actor;
  readonly data: Data;
  /** Why a paper dated before the last stage-moving fact is taken in. */
  readonly late?: { readonly ground: string; readonly document: string };
}

/** A fact as the domain sees it: what happened, on which legal day, by whom. */
export interface Fact<Data = Readonly<Record<string, unknown>>> {
  readonly type: string;
  readonly on: LegalDay;
  readonly by: Actor;
  readonly data: Data;
}

/** What every case type's state has, whatever else it keeps. It is mutable for `evolve` alone; everyone else only reads it. */
export interface CaseState {
  readonly caseId: string;
  readonly caseType: string;
  /** Where the case stands in its chart. */
  at: Configuration;
  /** The public stage: a total function of the configuration. */
  stage: string;
  /** Number of facts folded. */
  version: number;
  /** The day of the first fact that moved the stage. */
  openedOn: LegalDay | null;
  /** The latest day of a fact that moved the stage. */
  movedOn: LegalDay | null;
  level: number;
  custody: Custody;
  clocks: Record<string, Clock>;
}

export interface CommandDefinition {
  readonly schema: z.ZodType;
  readonly describes: string;
  /** The fact that the command leads to first, whose data holds the command's own. */
  readonly fact: string;
  /** Handling states in which it may be asked; '*' for every stage of a case that exists. */
  readonly stages: readonly string[] | '*';
  /** An arrival is recorded whatever the law then says of it. */
  readonly arrival?: true;
  /** It may open a case. */
  readonly opens?: true;
}

export interface FactDefinition {
  /**
   * Of its own fields, a `z.object`. What the engine writes beside them (`clocks`, `objections`, `late`) is added when the case type is
   * defined; those names are the engine's.
   */
  readonly schema: z.ZodType;
  readonly describes: string;
  /** Version of the schema, from 1. */
  readonly version: number;
  /** Whether the fact moves the chart or is declared to leave it alone. */
  readonly chart: 'moves' | 'leaves';
  /** The field that names another case, which is then told of the link, and what this case is to that one. */
  readonly link?: { readonly field: string; readonly as: string };
}

/** Who must act while a case waits in a state, and by when. */
export interface Waiting {
  readonly owner: string;
  readonly clock: string | { readonly noClock: string; readonly because: Citation };
}

export type Door = 'execute' | 'observe';

/** Everything that `judge` may ask, loaded for the day beforehand. */
export interface World {
  readonly door: Door;
  /** The last legal day that has begun; a command may not be dated after it. */
  readonly today: LegalDay;
  /** The edition that governs this step. */
  readonly law: Law;
  readonly calendar: Calendar;
  readonly authority: Authority;
  readonly organisation: Organisation;
  /** Whether anything spoke against the command: an arrival is recorded all the same. */
  readonly objected?: boolean;
  /** Whether a rule of the authority allows it: what nobody allowed is recorded as an arrival that moves nothing. */
  readonly permitted?: boolean;
}

/** What `decide` answers: the facts, the first of which holds the command's data, or a no. */
export type Decision = readonly [Draft, ...Draft[]] | Refusal;

/** A fact before law has posted its clocks. */
export interface Draft {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CaseTypeParts<State extends CaseState = CaseState> {
  readonly name: string;
  /** Raised whenever the chart changes. */
  readonly version: string;
  readonly chart: Chart;
  /** `RecordRunOut` and `RecountClocks`, which `watch` and `recountClocks` ask of any case, are added where they are not declared. */
  readonly commands: Readonly<Record<string, CommandDefinition>>;
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly waiting: Readonly<Record<string, Waiting>>;
  /** The state before the first fact. */
  initial(caseId: string): State;
  /**
   * Folds one fact into a private copy of the state, in place. It never judges. The fact is frozen: what is to change is copied. Before it
   * the engine has folded version, stage, days and clocks; who is accountable (`hold`) and the level are for it to say.
   */
  evolve(state: State, fact: Fact): void;
  /** What speaks against a command, law apart. The door `observe` records it as an objection. */
  guard(command: Command, state: State, world: World): Refusal | null;
  /** The facts that follow, or a no where none could express it. It reads the state and never changes it. */
  decide(command: Command, state: State, world: World): Decision;
  /** Brings a stored fact's data from an older schema to the newest: `[fact type, from version] → function`. */
  readonly upcast: readonly Upcast[];
}

/** One step of a fact's schema: from this version to the next. The stored data is frozen: `change` gives a new object. */
export interface Upcast {
  readonly fact: string;
  readonly from: number;
  readonly to: number;
  readonly change: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

export interface CaseType<State extends CaseState = CaseState> extends CaseTypeParts<State> {
  /** The places of personal data in each command, found in its schema. */
  readonly personal: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** The newest data of a stored fact. Throws `RangeError` for a schema newer than this release knows. */
  newest(fact: string, schema: number, data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** The command that the facts of one command were asked with. */
  asked(facts: readonly [AskedFact, ...AskedFact[]]): Command;
}

/** A fact together with what its record says of the command. */
export interface AskedFact extends Fact {
  readonly command: string;
  readonly commandType: string;
  readonly caseId: string;
}

/** The fact that keeps an arrival which moves nothing: `{ arrived: command type, body: its data }`. */
export const ARRIVAL = 'ArrivalRecorded';

/** The command of a name that somebody sent: names that every object has, as `toString`, are no commands. */
export const commandNamed = (type: Pick<CaseTypeParts, 'commands'>, name: string): CommandDefinition | undefined =>
  Object.hasOwn(type.commands, name) ? type.commands[name] : undefined;

/** The state of the chart's main region, by which commands are answered. */
export const handlingOf = (at: Configuration): string => at.regions.handling ?? '';

/** Checks a case type when it is defined. Throws a `TypeError` that lists every fault found. */
export function defineCaseType<State extends CaseState>(parts: CaseTypeParts<State>): CaseType<State> {
  const faults = [
    ...lintChart(parts),
    ...lintCommands(parts),
    ...lintFields(parts),
    ...lintRunOut(parts),
    ...lintLinks(parts),
    ...lintUpcasts(parts),
  ];
  if (faults.length > 0) {
    throw new TypeError(`The case type "${parts.name}" was not defined:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
  const whole = withClockCommands(parts);
  const commands = Object.entries(whole.commands);
  const personal = Object.fromEntries(commands.map(([name, { schema }]) => [name, personalPaths(schema)]));
  const fields = new Map(commands.map(([name, { schema }]) => [name, schema instanceof z.ZodObject ? Object.keys(schema.shape) : []]));
  return {
    ...whole,
    facts: recordedFacts(whole.facts),
    personal,
    newest: (fact, schema, data) => newest(whole, fact, schema, data),
    asked: (facts) => asked(whole, fields, facts),
  };
}

function* lintCommands(parts: CaseTypeParts): Generator<string> {
  const states = new Set(parts.chart.configurations.map((at) => handlingOf(at)));
  for (const [name, command] of Object.entries(parts.commands)) {
    if (!parts.facts[command.fact]) yield `command ${name} leads to the fact ${command.fact}, which is not declared`;
    if (command.stages === '*') continue;
    for (const state of command.stages)
      if (!states.has(state)) yield `command ${name} names the state ${state}, which the chart does not have`;
  }
}

function* lintFields({ commands, facts }: CaseTypeParts): Generator<string> {
  for (const [name, { schema }] of Object.entries(commands)) {
    const taken = takenIn(schema);
    if (taken !== undefined) yield `command ${name} has the field ${taken}, which the engine writes`;
  }
  for (const [name, { schema }] of Object.entries(facts)) {
    const taken = takenIn(schema);
    if (taken !== undefined) yield `fact ${name} has the field ${taken}, which the engine writes`;
    if (!(schema instanceof z.ZodObject)) yield `fact ${name} is described by no z.object, beside whose fields the engine could write`;
  }
}

function* lintRunOut({ commands, facts }: CaseTypeParts): Generator<string> {
  // Without that day the watch, which knows by it what is recorded already, would have the same recorded again whenever it looks.
  const { fact: ranOutAs = 'ClockRanOut' } = commands.RecordRunOut ?? {};
  const noted = facts[ranOutAs] ?? clockFacts.ClockRanOut;
  const whole = ranOutAs === 'ClockRanOut' && noted.schema instanceof z.ZodObject && Object.hasOwn(noted.schema.shape, 'dueOn');
  if (!whole) yield `command RecordRunOut leads to ${ranOutAs}: it has to lead to ClockRanOut, with the day it was due in its field dueOn`;
}

function* lintLinks({ facts }: CaseTypeParts): Generator<string> {
  for (const [name, { schema, link }] of Object.entries(facts)) {
    const named = link === undefined || (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, link.field));
    if (!named) yield `fact ${name} links by the field ${link.field}, which its schema does not have`;
  }
}

function* lintUpcasts(parts: CaseTypeParts): Generator<string> {
  for (const [name, { version }] of Object.entries(parts.facts)) {
    for (let from = 1; from < version; from += 1) {
      const steps = parts.upcast.filter((step) => step.fact === name && step.from === from && step.to === from + 1);
      if (steps.length !== 1) yield `fact ${name} has ${steps.length} upcasts from schema ${from} to ${from + 1}; it needs one`;
    }
  }
}

/** With the commands about clocks that any case is asked, where it does not declare them. */
function withClockCommands<State extends CaseState>(parts: CaseTypeParts<State>): CaseTypeParts<State> {
  const { RecordRunOut, RecountClocks } = parts.commands;
  // Its own first, in their order, and as it declares them.
  const commands = { ...parts.commands, ...clockCommands, ...parts.commands };
  const facts = { ...parts.facts, ...clockFacts, ...parts.facts };
  if (RecordRunOut && RecountClocks) return { ...parts, commands, facts };
  const isOurs = ({ type }: Command, name: keyof typeof clockCommands): boolean => type === name && !Object.hasOwn(parts.commands, name);
  return {
    ...parts,
    commands,
    facts,
    guard(command, state, world) {
      if (isOurs(command, 'RecordRunOut')) return null;
      return isOurs(command, 'RecountClocks') ? nothingToRecount(command, state, world) : parts.guard(command, state, world);
    },
    decide(command, state, world) {
      if (isOurs(command, 'RecordRunOut')) return ranOut(command, state);
      return isOurs(command, 'RecountClocks') ? recounted(command, state, world) : parts.decide(command, state, world);
    },
  };
}

const recordedFacts = (facts: CaseTypeParts['facts']): CaseTypeParts['facts'] =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, { ...fact, schema: withMembers(fact.schema) }]));

function newest(
  parts: CaseTypeParts,
  fact: string,
  schema: number,
  data: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const known = parts.facts[fact]?.version;
  if (known === schema) return data;
  if (known === undefined || schema > known)
    throw new RangeError(`the fact ${fact} has schema ${schema}; this release knows ${known ?? 'no such fact'}`);
  let changed = data;
  for (const step of parts.upcast) if (step.fact === fact && step.from >= schema) changed = step.change(changed);
  return changed;
}

/** `fields` are the members that the data of each command may have. */
function asked(
  parts: CaseTypeParts,
  fields: ReadonlyMap<string, readonly string[]>,
  [first]: readonly [AskedFact, ...AskedFact[]],
): Command {
  const diverted = first.type === ARRIVAL && parts.commands[first.commandType]?.fact !== ARRIVAL;
  const said = (diverted ? first.data.body : first.data) as Readonly<Record<string, unknown>>;
  const data: Record<string, unknown> = {};
  for (const field of fields.get(first.commandType) ?? []) if (said[field] !== undefined) data[field] = said[field];
  const late = first.data.late as Command['late'] | undefined;
  return { id: first.command, type: first.commandType, case: first.caseId, on: first.on, actor: first.by, data, ...(late ? { late } : {}) };
}

/** Folds facts into a private copy of the state. */
export function fold<State extends CaseState>(type: CaseType<State>, state: State, facts: Iterable<Fact>): State {
  const copy = copyOf(state);
  for (const fact of facts) apply(type, copy, fact);
  return copy;
}

/** Folds one fact into a state that the caller owns, in place. */
export function apply<State extends CaseState>(type: CaseTypeParts<State>, state: State, fact: Fact): void {
  const next = state.at.after(fact.type);
  state.version += 1;
  if (next) {
    state.at = next;
    state.stage = next.stage;
    state.openedOn ??= fact.on;
    // A late paper does not make what was done since undone.
    if (state.movedOn === null || fact.on > state.movedOn) state.movedOn = fact.on;
  }
  const lines = fact.data.clocks as readonly ClockLine[] | undefined;
  if (lines) for (let at = 0; at < lines.length; at += 1) wind(state.clocks, lines[at] as ClockLine);
  if (fact.type === 'ClockRanOut') noteRunOut(state, fact.data);
  type.evolve(state, fact);
}

function noteRunOut({ clocks }: CaseState, { clock: name, dueOn }: Fact['data']): void {
  const clock = clockNamed(clocks, String(name));
  if (clock && typeof dueOn === 'string') clock.ranOutOn = dueOn;
}

/** A copy that shares nothing that `evolve` may change. Configurations are shared: they never change. */
export function copyOf<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  // Spread first: it keeps the object's shape, which a copy built key by key loses, and names like `__proto__` stay members.
  const copy = { ...value } as Record<string, unknown>;
  for (const [key, inside] of Object.entries(copy)) if (typeof inside === 'object') copy[key] = copyOf(inside);
  return copy as Value;
}

export interface Judged {
  readonly facts: readonly [Draft, ...Draft[]];
  /** The rule of the authority that allowed it, or the refusal that the other door recorded. */
  readonly authority: string;
}

/**
 * Judges a command: may it follow → may this actor → is it lawful → what follows. So `NOT_PERMITTED` is said only of what could follow. A
 * command by the door `observe` records what happened elsewhere: what would have been refused is kept in the fact as an objection, but for
 * what the chart cannot express; and so is an arrival by whichever door, once there is a case.
 */
export function judge<State extends CaseState>(type: CaseType<State>, command: Command, state: State, world: World): Judged | Refusal {
  const definition = commandNamed(type, command.type);
  if (!definition) return refuse('UNKNOWN_COMMAND', { command: command.type }, command, state);
  if (command.on > world.today) return refuse('FUTURE_DAY', { on: command.on, today: world.today }, command, state);
  const arrival = definition.arrival === true;
  const objections: Refusal[] = [];

  const permission = world.authority.may(command.actor, command, state, world.organisation);
  if ('refused' in permission) objections.push(notPermitted(permission.refused, command, state));

  const misplaced = mayFollow(type, command, state);
  if (misplaced && (!arrival || state.version === 0)) return misplaced;
  const backdated = moves(type, definition) ? datedBefore(command, state) : null;
  if (backdated) objections.push(backdated);

  const objection = world.law.objection(command, state, command.actor, world.organisation);
  if (objection) objections.push(objectedTo(objection, command, state));
  const guarded = type.guard(command, state, world);
  if (guarded) objections.push(guarded);
  const first = objections[0];
  if (first && world.door === 'execute' && !arrival) return first;

  const { door, today, law, calendar, authority, organisation } = world;
  // Each by its name: members that follow a spread give every world a shape of its own, and all who ask it look them up anew.
  const asked: World = {
    door,
    today,
    law,
    calendar,
    authority,
    organisation,
    objected: objections.length > 0,
    permitted: 'rule' in permission,
  };
  const decision = type.decide(command, state, asked);
  if ('refused' in decision) return decision;
  const facts = withClocks(type, decision, command, state, world, objections);
  return { facts, authority: 'rule' in permission ? permission.rule : `refused:${permission.refused}` };
}

const rule = (id: string): Because => ({ rule: id });

/** Whether the fact that a command leads to first moves the chart. */
const moves = (type: Pick<CaseTypeParts, 'facts'>, { fact }: CommandDefinition): boolean => type.facts[fact]?.chart === 'moves';

/** Thrown where a guard looks at the data of a command that has none yet. */
const NEEDS_DATA: unique symbol = Symbol('needs data');
const unwritten: Readonly<Record<string, unknown>> = new Proxy(
  {},
  {
    get: () => {
      throw NEEDS_DATA;
    },
  },
);

/** What speaks against a command whatever its data will be: the guard as far as it goes without looking at them. */
export function guardBeforeData<State extends CaseState>(
  type: CaseType<State>,
  command: Command,
  state: State,
  world: World,
): Refusal | null {
  try {
    return type.guard({ ...command, data: unwritten }, state, world);
  } catch (thrown) {
    if (thrown === NEEDS_DATA) return null;
    throw thrown;
  }
}

/** The no of an authority. */
export const notPermitted = (refused: string, command: Command, state: CaseState): Refusal =>
  refuse('NOT_PERMITTED', { role: command.actor.role, rule: refused }, command, state, rule(refused));

/** The no of a law, in its own words. */
export function objectedTo({ rule: name, says, because, unsettled }: Objection, command: Command, state: CaseState): Refusal {
  const code: RefusalCode = unsettled ? 'UNSETTLED_LAW' : 'LAW_OBJECTS';
  return { ...refuse(code, { rule: name }, command, state, { citation: because }), says };
}

/** Whether the command may be asked where the case stands, for commands that are no arrival. */
export function mayFollow<State extends CaseState>(type: CaseType<State>, command: Command, state: State): Refusal | null {
  const definition = commandNamed(type, command.type);
  if (!definition) return null;
  if (state.version === 0) {
    return definition.opens ? null : refuse('UNKNOWN_CASE', { case: command.case }, command, state);
  }
  const handling = handlingOf(state.at);
  const answered = definition.stages === '*' || definition.stages.includes(handling);
  if (answered && (!moves(type, definition) || state.at.after(definition.fact))) return null;
  return refuse(
    'NOT_IN_THIS_STAGE',
    { command: command.type, stage: state.stage, handling },
    command,
    state,
    rule('chart'),
    followers(type, state),
  );
}

/** What follows where, for each case type: it never changes, and every no of `options` names it. */
const known = new WeakMap<object, Map<Configuration | null, readonly string[]>>();

/** The commands that the chart lets follow where the case stands. */
export function followers<State extends CaseState>(type: CaseType<State>, state: State): readonly string[] {
  const ofType = known.get(type) ?? new Map<Configuration | null, readonly string[]>();
  known.set(type, ofType);
  const at = state.version === 0 ? null : state.at;
  const found = ofType.get(at) ?? Object.freeze(followersAt(type, at));
  ofType.set(at, found);
  return found;
}

/** `null` is where there is no case yet. */
const followersAt = ({ commands, facts }: Pick<CaseTypeParts, 'commands' | 'facts'>, at: Configuration | null): string[] =>
  Object.entries(commands).flatMap(([name, definition]) => {
    if (at === null) return definition.opens ? [name] : [];
    if (definition.arrival) return [name];
    if (definition.stages !== '*' && !definition.stages.includes(handlingOf(at))) return [];
    return moves({ facts }, definition) && at.after(definition.fact) === undefined ? [] : [name];
  });

function datedBefore(command: Command, state: CaseState): Refusal | null {
  if (state.movedOn === null || command.on >= state.movedOn || command.late) return null;
  return refuse('DATED_BEFORE_LAST', { on: command.on, last: state.movedOn }, command, state, rule('order'));
}

/** Asks the law what each fact does to the clocks, and posts it. */
function withClocks<State extends CaseState>(
  type: CaseType<State>,
  drafts: readonly [Draft, ...Draft[]],
  command: Command,
  state: State,
  world: World,
  objections: readonly Refusal[],
): readonly [Draft, ...Draft[]] {
  // Most commands lead to one fact, and nothing is asked after the last one.
  const running = drafts.length > 1 ? copyOf(state) : state;
  const done = drafts.map((draft, index) => {
    const fact: Fact = { type: draft.type, on: command.on, by: command.actor, data: draft.data };
    const lines = postAll(running, world.law.clockEffects(fact, running, command.on), world.calendar);
    const data: Record<string, unknown> = { ...draft.data };
    if (lines.length > 0) data.clocks = lines;
    if (index === 0 && objections.length > 0) data.objections = objections.map(inShort);
    if (index === 0 && command.late) data.late = command.late;
    if (index < drafts.length - 1) apply(type, running, { ...fact, data });
    return { type: draft.type, data };
  });
  return done as unknown as readonly [Draft, ...Draft[]];
}

/** The lines that a law's answers come to, one after the other, without touching the state. */
export function postAll(state: CaseState, entries: ReturnType<Law['clockEffects']>, calendar: Calendar): readonly ClockLine[] {
  const posted: ClockLine[] = [];
  for (const entry of entries) {
    const before = [
      ...entriesOf(clockNamed(state.clocks, entry.clock)),
      ...posted.filter((line) => line.entry.clock === entry.clock).map((line) => line.entry),
    ];
    posted.push(post(before, entry, calendar));
  }
  return posted;
}

const inShort = ({ code, params, because }: Refusal): { code: string; params: Refusal['params']; because: Because } => ({
  code,
  params,
  because,
});
