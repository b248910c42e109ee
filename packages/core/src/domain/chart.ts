/**
 * The chart of a case type: an XState machine over facts, read as a table. XState stays the single source; the table is what a
 * fold walks, and a test proves the two equal.
 */
import { type AnyActorScope, type AnyStateMachine, type AnyStateNode, getNextSnapshot, type StateValue } from 'xstate';
import type { CaseState, CaseTypeParts } from './case-type.ts';

/** One configuration of the machine: a state of every region. Configurations are made once and never change. */
export class Configuration {
  /** For example `received.screening/held/running`: one state per region, in the chart's order. */
  readonly key: string;
  /** Region → state, nested states joined by a dot. */
  readonly regions: Readonly<Record<string, string>>;
  readonly stage: string;
  /** Nothing moves the case any more: its main region has ended. */
  readonly final: boolean;
  /** XState's own value of the configuration. */
  readonly value: StateValue;
  readonly #next: ReadonlyMap<string, Configuration>;

  constructor(value: StateValue, stageOf: (regions: Readonly<Record<string, string>>) => string, final: boolean, next: ReadonlyMap<string, Configuration>) {
    this.regions = regionsOf(value);
    this.key = Object.values(this.regions).join('/');
    this.stage = stageOf(this.regions);
    this.final = final;
    this.value = value;
    this.#next = next;
  }

  /** Where a fact leads, or undefined where the chart does not expect it. */
  after(fact: string): Configuration | undefined {
    return this.#next.get(fact);
  }
}

export interface Chart {
  readonly id: string;
  readonly machine: AnyStateMachine;
  readonly initial: Configuration;
  /** Every configuration that some history reaches, in the order of its finding. */
  readonly configurations: readonly Configuration[];
  /** The facts that move the chart. */
  readonly facts: readonly string[];
  at(key: string): Configuration | undefined;
}

export interface ChartParts {
  /** Top states are regions (`type: 'parallel'`); the first is the main one, by which commands are answered. */
  readonly machine: AnyStateMachine;
  readonly stageOf: (regions: Readonly<Record<string, string>>) => string;
}

/** `{ handling: { received: 'screening' }, custody: 'held' }` → `{ handling: 'received.screening', custody: 'held' }`. */
function regionsOf(value: StateValue): Readonly<Record<string, string>> {
  if (typeof value === 'string') return { main: value };
  return Object.fromEntries(Object.entries(value).map(([region, inside]) => [region, inside === undefined ? '' : path(inside)]));
}

function path(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([state, inside]) => (inside === undefined ? state : `${state}.${path(inside)}`))
    .join('+');
}

/** Flattens a machine to its table. Throws a `TypeError` that names whatever a chart over facts may not have. */
export function chartOf({ machine, stageOf }: ChartParts): Chart {
  const faults = [...forbidden(machine.root)];
  if (faults.length > 0) throw new TypeError(`The chart "${machine.id}" was not read:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  const facts = machine.events.filter((event: string) => !event.startsWith('xstate.')).sort();
  const found = new Map<string, { at: Configuration; next: Map<string, Configuration> }>();
  const waiting: Configuration[] = [];

  const reach = (value: StateValue): Configuration => {
    const key = JSON.stringify(value);
    const known = found.get(key);
    if (known) return known.at;
    const next = new Map<string, Configuration>();
    const at = new Configuration(value, stageOf, endedIn(machine, value), next);
    found.set(key, { at, next });
    waiting.push(at);
    return at;
  };

  const initial = reach(machine.getInitialSnapshot(inert(machine)).value);
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const snapshot = machine.resolveState({ value: at.value, context: {} });
    const next = found.get(JSON.stringify(at.value))?.next;
    for (const type of facts) {
      if (snapshot.can({ type })) next?.set(type, reach(getNextSnapshot(machine, snapshot, { type }).value));
    }
  }
  const configurations = [...found.values()].map(({ at }) => at);
  const byKey = new Map(configurations.map((at) => [at.key, at]));
  return { id: machine.id, machine, initial, configurations, facts, at: (key) => byKey.get(key) };
}

/** What XState asks for where it would run actors; a chart over facts has none. */
const inert = (machine: AnyStateMachine): AnyActorScope => {
  const scope = { self: {}, id: machine.id, sessionId: '', system: {} };
  const nothing = (): void => undefined;
  return { ...scope, logger: nothing, defer: nothing, stopChild: nothing, emit: nothing, actionExecutor: nothing } as unknown as AnyActorScope;
};

/** Whether the main region rests in a final state. */
function endedIn(machine: AnyStateMachine, value: StateValue): boolean {
  let node: AnyStateNode = machine.root;
  let inside: StateValue | undefined = value;
  if (node.type === 'parallel' && typeof inside === 'object') {
    const [region] = Object.keys(inside);
    if (region === undefined) return false;
    node = node.states[region] as AnyStateNode;
    inside = inside[region];
  }
  while (inside !== undefined) {
    const [state, deeper]: readonly [string, StateValue | undefined] = typeof inside === 'string' ? [inside, undefined] : (Object.entries(inside)[0] as [string, StateValue]);
    node = node.states[state] as AnyStateNode;
    if (node.type === 'final') return true;
    inside = deeper;
  }
  return false;
}

/** What XState offers and a chart over facts refuses: law must refuse, timers must last, the past must not be judged again. */
function* forbidden(node: AnyStateNode): Generator<string> {
  const name = node.path.join('.') || 'the top';
  if (node.type === 'history') yield `${name} is a history state: keep a region of its own instead`;
  if (node.entry.length > 0 || node.exit.length > 0) yield `${name} has entry or exit actions: effects follow the log`;
  if (node.invoke.length > 0) yield `${name} invokes an actor: effects follow the log`;
  if ((node.always ?? []).length > 0) yield `${name} has an \`always\` transition: only a fact moves the chart`;
  if (node.after.length > 0) yield `${name} has an \`after\` transition: a term is a clock`;
  for (const transition of [...node.transitions.values()].flat()) {
    if (transition.guard !== undefined) yield `${name} guards ${transition.eventType}: law is asked in decide`;
    if (transition.actions.length > 0) yield `${name} acts on ${transition.eventType}: what a fact means is folded in evolve`;
    if (transition.eventType.includes('*')) yield `${name} takes any event: a chart names its facts`;
  }
  for (const inside of Object.values(node.states)) yield* forbidden(inside as AnyStateNode);
}

/** Everything wrong with a case type's chart, one line each. */
export function* lintChart<State extends CaseState>(parts: CaseTypeParts<State>): Generator<string> {
  const { chart, facts, waiting } = parts;
  const reached = new Set(chart.configurations.flatMap((at) => Object.entries(at.regions).map(([region, state]) => `${region}.${state}`)));
  for (const leaf of leaves(chart.machine.root)) if (!reached.has(leaf)) yield `state ${leaf} cannot be reached`;
  for (const at of chart.configurations) {
    if (!at.final && chart.facts.every((fact) => (at.after(fact) ?? at) === at)) yield `state ${at.key} has no way out and is not final`;
  }
  for (const fact of chart.facts) {
    if (!facts[fact]) yield `fact ${fact} moves the chart and is not declared`;
    else if (facts[fact].chart !== 'moves') yield `fact ${fact} is declared to leave the chart alone, and moves it`;
  }
  for (const [fact, { chart: how }] of Object.entries(facts)) {
    if (how === 'moves' && !chart.facts.includes(fact)) yield `fact ${fact} is declared to move the chart, which does not know it`;
  }
  const states = new Set(chart.configurations.filter((at) => !at.final && at !== chart.initial).map((at) => handlingState(at)));
  states.delete(handlingState(chart.initial));
  for (const state of states) if (!waiting[state]) yield `state ${state} waits, and nobody is named who must act, nor a clock`;
  for (const state of Object.keys(waiting)) if (!states.has(state)) yield `a wait is declared for the state ${state}, which the chart does not have`;
}

const handlingState = (at: Configuration): string => Object.values(at.regions)[0] ?? '';

function* leaves(node: AnyStateNode): Generator<string> {
  const inside = Object.values(node.states) as AnyStateNode[];
  if (inside.length === 0) yield [node.path[0], node.path.slice(1).join('.')].join('.');
  for (const each of inside) yield* leaves(each);
}

export interface DrawnState {
  readonly state: string;
  readonly final: boolean;
  /** Fact → the state it leads to, sorted by fact. */
  readonly on: Readonly<Record<string, string>>;
}

/** The chart as plain data: region → its states. The same chart always gives the same text, so its digest names it. */
export function drawJson(chart: Chart): Readonly<Record<string, readonly DrawnState[]>> {
  const regions = Object.keys(chart.initial.regions);
  return Object.fromEntries(regions.map((region) => [region, statesOf(chart, region)]));
}

function statesOf(chart: Chart, region: string): readonly DrawnState[] {
  const arrows = new Map<string, Map<string, string>>();
  for (const at of chart.configurations) {
    const from = at.regions[region] ?? '';
    const leaving = arrows.get(from) ?? new Map<string, string>();
    arrows.set(from, leaving);
    for (const fact of chart.facts) {
      const to = at.after(fact)?.regions[region];
      if (to !== undefined && takes(chart, region, from, fact)) leaving.set(fact, to);
    }
  }
  return [...arrows].map(([state, on]) => ({ state, final: on.size === 0, on: Object.fromEntries([...on].sort()) }));
}

/** Whether the region itself reacts to the fact, rather than another region beside it. */
function takes(chart: Chart, region: string, state: string, fact: string): boolean {
  let node: AnyStateNode | undefined = chart.machine.root.states[region];
  for (const step of state.split('.')) {
    node = node?.states[step];
    if (node?.ownEvents.includes(fact)) return true;
  }
  return false;
}

/** The chart as a Mermaid state diagram. */
export function drawMermaid(chart: Chart): string {
  const lines = ['stateDiagram-v2'];
  for (const [region, states] of Object.entries(drawJson(chart))) {
    const id = (state: string): string => `${region}_${state.replaceAll('.', '_')}`;
    lines.push(`  state ${region} {`);
    for (const { state } of states) lines.push(`    ${id(state)}: ${state.replace('.', ' · ')}`);
    lines.push(`    [*] --> ${id(chart.initial.regions[region] ?? '')}`);
    for (const { state, on, final } of states) {
      for (const [to, facts] of groups(on)) lines.push(`    ${id(state)} --> ${id(to)}: ${facts.join(', ')}`);
      if (final) lines.push(`    ${id(state)} --> [*]`);
    }
    lines.push('  }');
  }
  return lines.join('\n');
}

function groups(on: Readonly<Record<string, string>>): readonly (readonly [string, readonly string[]])[] {
  const grouped = new Map<string, string[]>();
  for (const [fact, to] of Object.entries(on)) grouped.set(to, [...(grouped.get(to) ?? []), fact]);
  return [...grouped];
}
