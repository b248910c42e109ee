/**
 * The chart of a case type: an XState machine over facts, read as a table. XState stays the single source; the table is what a
 * fold walks, and a test proves the two equal.
 */
import { type AnyMachineSnapshot, type AnyStateMachine, type AnyStateNode, initialTransition, type StateValue, transition } from 'xstate';
import type { CaseState, CaseTypeParts, CommandDefinition, Waiting } from './case-type.ts';

/** The region by which commands are answered. A machine without regions is this one alone. */
const MAIN = 'handling';

/** One configuration of the machine: a state of every region. Configurations are made once and never change. */
export class Configuration {
  /** For example `received.screening/held/running`: one state per region, in the chart's order. */
  readonly key: string;
  /** Region → state, nested states joined by a dot. */
  readonly regions: Readonly<Record<string, string>>;
  readonly stage: string;
  /** The main region has ended. Other regions may still react, as XState has it; whether anything is then lawful is asked in `decide`. */
  readonly final: boolean;
  /** XState's own value of the configuration. */
  readonly value: StateValue;
  // A Map, not an object: a fact's type comes fresh out of JSON, and a Map need not intern it first.
  readonly #next: ReadonlyMap<string, Configuration>;

  constructor(is: Pick<Configuration, 'key' | 'regions' | 'stage' | 'final' | 'value'>, next: ReadonlyMap<string, Configuration>) {
    this.key = is.key;
    this.regions = is.regions;
    this.stage = is.stage;
    this.final = is.final;
    this.value = is.value;
    this.#next = next;
  }

  /** Where a fact leads (perhaps to this same configuration), or undefined where the chart does not expect it. */
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
  /** The facts that move the chart, sorted. */
  readonly facts: readonly string[];
  at(key: string): Configuration | undefined;
}

export interface ChartParts {
  /** With `type: 'parallel'` the top states are regions, and one is called `handling`; without, the machine is that region. */
  readonly machine: AnyStateMachine;
  /** The public stage: a total function of the regions' states. */
  readonly stageOf: (regions: Readonly<Record<string, string>>) => string;
}

/** Flattens a machine to its table. Throws a `TypeError` that lists everything a chart over facts may not have. */
export function chartOf({ machine, stageOf }: ChartParts): Chart {
  const faults = [...forbidden(machine)];
  if (faults.length > 0) throw new TypeError(`The chart "${machine.id}" was not read:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  const facts = [...machine.events].sort();
  const found = new Map<string, Configuration>();
  const frontier: Found[] = [];

  const reach = (snapshot: AnyMachineSnapshot): Configuration => {
    const regions = regionsOf(machine, snapshot.value);
    const key = Object.values(regions).join('/');
    const known = found.get(key);
    if (known) return known;
    const next = new Map<string, Configuration>();
    const final = rests(machine, MAIN, snapshot.value);
    const at = new Configuration({ key, regions, stage: stageOf(regions), final, value: snapshot.value }, next);
    found.set(key, at);
    frontier.push({ snapshot, next });
    return at;
  };

  const initial = reach(initialTransition(machine)[0]);
  for (let from = frontier.shift(); from; from = frontier.shift()) {
    for (const type of facts) {
      if (expects(from.snapshot, type)) from.next.set(type, reach(transition(machine, from.snapshot, { type })[0]));
    }
  }
  return { id: machine.id, machine, initial, configurations: [...found.values()], facts, at: (key) => found.get(key) };
}

interface Found {
  readonly snapshot: AnyMachineSnapshot;
  readonly next: Map<string, Configuration>;
}

/** Whether XState would take the event. A machine that is done takes none, though `can` looks at its transitions alone. */
const expects = (snapshot: AnyMachineSnapshot, type: string): boolean => snapshot.status === 'active' && snapshot.can({ type });

const hasRegions = (machine: AnyStateMachine): boolean => machine.root.type === 'parallel';

/** `{ handling: { received: 'screening' }, custody: 'held' }` → `{ handling: 'received.screening', custody: 'held' }`. */
function regionsOf(machine: AnyStateMachine, value: StateValue): Readonly<Record<string, string>> {
  if (!hasRegions(machine)) return { [MAIN]: pathOf(value) };
  return Object.fromEntries(Object.keys(machine.root.states).map((region) => [region, pathOf(inside(machine, region, value) ?? '')]));
}

function pathOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([state, deeper]) => (deeper === undefined ? state : `${state}.${pathOf(deeper)}`))
    .join('+');
}

function inside(machine: AnyStateMachine, region: string, value: StateValue): StateValue | undefined {
  if (!hasRegions(machine)) return value;
  return typeof value === 'string' ? undefined : value[region];
}

const regionNode = (machine: AnyStateMachine, region: string): AnyStateNode | undefined =>
  hasRegions(machine) ? machine.root.states[region] : machine.root;

/** The nodes that are active within a node, itself included. */
function* active(node: AnyStateNode | undefined, value: StateValue | undefined): Generator<AnyStateNode> {
  if (!node) return;
  yield node;
  if (value === undefined) return;
  const entered = typeof value === 'string' ? { [value]: undefined } : value;
  for (const [state, deeper] of Object.entries(entered)) yield* active(node.states[state], deeper);
}

/** Whether a region rests in a final state of its own. */
function rests(machine: AnyStateMachine, region: string, value: StateValue): boolean {
  const node = regionNode(machine, region);
  return [...active(node, inside(machine, region, value))].some((each) => each.parent === node && each.type === 'final');
}

/** What XState offers and a chart over facts refuses: law must refuse, terms must outlive a restart, the past is not judged again. */
function* forbidden(machine: AnyStateMachine): Generator<string> {
  if (machine.config.context !== undefined) yield 'the machine has a context: what a fact means is folded in evolve';
  if (hasRegions(machine) && !machine.root.states[MAIN])
    yield `the machine has regions, and none is called ${MAIN}, by which commands are answered`;
  yield* forbiddenIn(machine.root, hasRegions(machine));
}

function* forbiddenIn(node: AnyStateNode, regions: boolean): Generator<string> {
  const name = nameOf(node);
  if (/[./+]/.test(node.path.at(-1) ?? '')) yield `${name} has one of . / + in its name: they join states`;
  if (node.type === 'final' && node.ownEvents.length > 0) yield `${name} is final and still takes ${node.ownEvents.join(', ')}`;
  if (node.type === 'history') yield `${name} is a history state: keep a region of its own instead`;
  // XState writes the timers of `after` among the actions; what the author wrote is in the config.
  if (node.config.entry !== undefined || node.config.exit !== undefined) yield `${name} has entry or exit actions: effects follow the log`;
  if (node.invoke.length > 0) yield `${name} invokes an actor: effects follow the log`;
  if ((node.always ?? []).length > 0) yield `${name} has an \`always\` transition: only a fact moves the chart`;
  if (node.after.length > 0) yield `${name} has an \`after\` transition: a term is a clock`;
  for (const each of [...node.transitions.values()].flat()) yield* forbiddenOn(node, each, regions);
  for (const child of Object.values(node.states)) yield* forbiddenIn(child, regions);
}

type Transition = AnyStateNode['always'] extends readonly (infer Each)[] | undefined ? Each : never;

function* forbiddenOn(node: AnyStateNode, { eventType, guard, actions, target }: Transition, regions: boolean): Generator<string> {
  const name = nameOf(node);
  if (eventType.startsWith('xstate.after')) return;
  if (eventType.startsWith('xstate.')) {
    yield `${name} moves on ${eventType}, which is no fact: only a fact moves the chart`;
    return;
  }
  if (eventType.includes('*')) yield `${name} takes any event (${eventType}): a chart names its facts`;
  if (guard !== undefined) yield `${name} guards ${eventType}: law is asked in decide`;
  if (actions.length > 0) yield `${name} acts on ${eventType}: what a fact means is folded in evolve`;
  if (target === undefined) yield `${name} names ${eventType} and no state: a fact that moves nothing is declared to leave the chart alone`;
  // XState would throw every other region back to its beginning.
  for (const to of target ?? [])
    if (regions && to.path[0] !== node.path[0]) yield `${name} leads out of its region on ${eventType}, to ${nameOf(to)}`;
}

const nameOf = (node: AnyStateNode): string => node.path.join('.') || 'the machine';

/** Everything wrong with a case type's chart, one line each. */
export function* lintChart<State extends CaseState>(parts: CaseTypeParts<State>): Generator<string> {
  yield* unreached(parts.chart);
  yield* deadEnds(parts.chart);
  yield* undeclared(parts);
  yield* unattended(parts);
  yield* unanswered(parts);
}

function* unreached({ machine, configurations }: Chart): Generator<string> {
  const reached = new Set(configurations.flatMap((at) => [...active(machine.root, at.value)]));
  for (const leaf of leaves(machine.root)) if (!reached.has(leaf)) yield `state ${nameOf(leaf)} cannot be reached`;
}

function* leaves(node: AnyStateNode): Generator<AnyStateNode> {
  const children = Object.values(node.states);
  if (children.length === 0) yield node;
  for (const each of children) yield* leaves(each);
}

function* deadEnds(chart: Chart): Generator<string> {
  for (const [region, states] of Object.entries(drawJson(chart))) {
    for (const { state, final, on } of states) {
      const out = Object.keys(on).filter((fact) => on[fact] !== state);
      if (!final && out.length === 0) yield `state ${region}.${state} has no way out and is not final`;
      if (final && out.length > 0) yield `state ${region}.${state} is final, and ${out.join(', ')} leads out of it`;
    }
  }
}

function* undeclared<State extends CaseState>({ chart, facts }: CaseTypeParts<State>): Generator<string> {
  for (const fact of chart.facts) {
    if (!facts[fact]) yield `fact ${fact} moves the chart and is not declared`;
    else if (facts[fact].chart !== 'moves') yield `fact ${fact} is declared to leave the chart alone, and moves it`;
  }
  for (const [fact, { chart: how }] of Object.entries(facts)) {
    if (how === 'moves' && !chart.facts.includes(fact)) yield `fact ${fact} is declared to move the chart, which does not know it`;
  }
}

/** The states of the main region in which a case waits for somebody. */
function waitingStates(chart: Chart): readonly string[] {
  const before = chart.initial.regions[MAIN];
  return (drawJson(chart)[MAIN] ?? []).filter(({ state, final }) => !final && state !== before).map(({ state }) => state);
}

function* unattended<State extends CaseState>({ chart, waiting }: CaseTypeParts<State>): Generator<string> {
  const states = waitingStates(chart);
  // Whoever must act in another region is named as `region.state`.
  const beside = Object.entries(drawJson(chart)).flatMap(([region, drawn]) =>
    region === MAIN ? [] : drawn.map(({ state }) => `${region}.${state}`),
  );
  for (const state of states) if (!waiting[state]) yield `state ${state} waits, and nobody is named who must act, nor a clock`;
  for (const [state, wait] of Object.entries(waiting)) {
    if (!states.includes(state) && !beside.includes(state)) yield `a wait is declared for the state ${state}, in which no case waits`;
    yield* halfNamed(state, wait);
  }
}

function* halfNamed(state: string, { owner, clock }: Waiting): Generator<string> {
  if (owner === '') yield `state ${state} waits for nobody: name the role that must act`;
  if (clock === '') yield `state ${state} waits without a clock: name it, or say with a citation why there is none`;
  if (typeof clock === 'string') return;
  if (clock.noClock === '' || clock.because.text === '') yield `state ${state} has no clock, and no reason or no citation for that`;
}

function* unanswered<State extends CaseState>({ chart, commands, facts }: CaseTypeParts<State>): Generator<string> {
  const all = Object.entries(commands);
  if (!all.some(([, { opens }]) => opens)) yield 'no command opens a case';
  for (const state of waitingStates(chart)) {
    const here = chart.configurations.filter((at) => at.regions[MAIN] === state);
    const follows = ({ fact }: CommandDefinition): boolean => facts[fact]?.chart === 'leaves' || here.some((at) => at.after(fact));
    const named = all.filter(([, { stages }]) => stages === '*' || stages.includes(state));
    if (!named.some(([, command]) => follows(command))) yield `state ${state} offers no command`;
    for (const [name, command] of named) {
      const meant = command.stages !== '*' && !command.arrival;
      if (meant && !follows(command))
        yield `command ${name} is offered in ${state}, where the chart does not expect its fact ${command.fact}`;
    }
  }
}

export interface DrawnState {
  readonly state: string;
  readonly final: boolean;
  /** Fact → the state it leads to, sorted by fact. */
  readonly on: Readonly<Record<string, string>>;
}

/** The chart as plain data: region → its states. The same chart always gives the same text, so its digest names it. */
export function drawJson(chart: Chart): Readonly<Record<string, readonly DrawnState[]>> {
  return Object.fromEntries(Object.keys(chart.initial.regions).map((region) => [region, statesOf(chart, region)]));
}

function statesOf(chart: Chart, region: string): readonly DrawnState[] {
  const drawn = new Map<string, DrawnState>();
  for (const at of chart.configurations) {
    const state = at.regions[region] ?? '';
    if (drawn.has(state)) continue;
    const own = new Set(
      [...active(regionNode(chart.machine, region), inside(chart.machine, region, at.value))].flatMap((node) => node.ownEvents),
    );
    const on = chart.facts.flatMap((fact) => (own.has(fact) ? [[fact, at.after(fact)?.regions[region] ?? state] as const] : []));
    drawn.set(state, { state, final: rests(chart.machine, region, at.value), on: Object.fromEntries(on) });
  }
  return [...drawn.values()];
}

/** The chart as a Mermaid state diagram, its regions side by side. */
export function drawMermaid(chart: Chart): string {
  const regions = Object.entries(drawJson(chart)).map(([region, states]) =>
    drawRegion(region, states, chart.initial.regions[region] ?? ''),
  );
  return ['stateDiagram-v2', `  state "${chart.id}" as chart {`, regions.join('\n    --\n'), '  }'].join('\n');
}

function drawRegion(region: string, states: readonly DrawnState[], first: string): string {
  const id = (state: string): string => `${region}_${state}`.replaceAll(/\W/g, '_');
  const lines = states.map(({ state }) => `    ${id(state)}: ${state.replaceAll('.', ' · ')}`);
  lines.push(`    [*] --> ${id(first)}`);
  for (const { state, on, final } of states) {
    for (const [to, facts] of arrows(on)) lines.push(`    ${id(state)} --> ${id(to)}: ${facts.join(', ')}`);
    if (final) lines.push(`    ${id(state)} --> [*]`);
  }
  return lines.join('\n');
}

/** The states led to, each with the facts that lead there: one arrow for all of them. */
function arrows(on: DrawnState['on']): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>();
  for (const [fact, to] of Object.entries(on)) grouped.set(to, [...(grouped.get(to) ?? []), fact]);
  return grouped;
}
