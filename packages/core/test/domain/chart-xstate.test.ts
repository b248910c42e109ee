import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  createMachine,
  getNextTransitions,
  transition,
} from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import { type Chart, chartOf } from '../../src/domain/chart.ts';
import { complaintChart, complaintMachine, stageOf } from '../../src/domain/complaint/lifecycle.ts';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
// Not among them: '*', for which XState throws, and its own 'xstate.stop', which ends an actor.
const unknown = ['Noted', 'received', '', '__proto__', 'constructor', 'toString'];
const everyFact = [...complaintChart.facts, ...unknown];

/** The complaint's machine with one arrow turned: what the checks below must find. */
const turned = createMachine(
  JSON.parse(JSON.stringify(complaintMachine.config).replace('"SentBack":"#assigned"', '"SentBack":"#resolved"')),
);

/** Every place where the table and a machine disagree: on what is expected, or on where it leads. */
function disagreements(chart: Chart, machine: AnyStateMachine): string[] {
  return chart.configurations.flatMap((at) => {
    const snapshot = machine.resolveState({ value: at.value, context: {} });
    const expected = new Set(getNextTransitions(snapshot).map(({ eventType }) => eventType));
    return everyFact.flatMap((type) => {
      const [next] = transition(machine, snapshot, { type });
      const agree = expected.has(type) === (at.after(type) !== undefined) && same(next, at.after(type) ?? at);
      return agree ? [] : [`${at.key} ${type}`];
    });
  });
}

const same = (snapshot: AnyMachineSnapshot, at: Chart['initial']): boolean => JSON.stringify(snapshot.value) === JSON.stringify(at.value);

/** XState's own transition, with one scope for all: what it asks for where it would run actors. */
function walker(machine: AnyStateMachine): (from: AnyMachineSnapshot, type: string) => AnyMachineSnapshot {
  const nothing = (): void => undefined;
  const self = createActor(machine);
  const scope = { self, id: '', sessionId: '', system: self.system, logger: nothing, defer: nothing, stopChild: nothing, emit: nothing };
  const full: AnyActorScope = { ...scope, actionExecutor: nothing };
  return (from, type) => machine.transition(from, { type }, full);
}

/** Three choices in four take a fact that the table expects, so that histories go far; the fourth takes any at all. */
function chosen(at: Chart['initial'], choice: number): string {
  const expected = choice % 4 === 0 ? everyFact : complaintChart.facts.filter((fact) => at.after(fact));
  return expected[Math.floor(choice / 4) % expected.length] ?? 'Noted';
}

function agreeOnHistories(chart: Chart, machine: AnyStateMachine, numRuns: number): fc.RunDetails<[number[]]> {
  const next = walker(machine);
  const initial = createActor(machine).getSnapshot();
  const history = fc.array(fc.nat({ max: 0xffff }), { minLength: 1, maxLength: 12, size: 'max' });
  const property = fc.property(history, (choices) => {
    let at = chart.initial;
    let snapshot: AnyMachineSnapshot = initial;
    for (const choice of choices) {
      const fact = chosen(at, choice);
      snapshot = next(snapshot, fact);
      at = at.after(fact) ?? at;
      if (!same(snapshot, at)) return false;
    }
    return true;
  });
  return fc.check(property, { seed, numRuns });
}

describe('the table and XState', () => {
  it('agree in every configuration on every fact, known or not', () => {
    expect(disagreements(complaintChart, complaintMachine)).toEqual([]);
  });

  it('agree on 100,000 random histories', { timeout: 90_000 }, () => {
    const run = agreeOnHistories(complaintChart, complaintMachine, 100_000);
    expect(run.failed, fc.defaultReportMessage(run)).toBe(false);
    expect(run.numRuns).toBe(100_000);
  });

  it('are found to disagree once one arrow is turned', () => {
    const places = ['held', 'transferred', 'escalated'].flatMap((custody) =>
      ['running', 'suspended'].map((clock) => `${custody}/${clock}`),
    );
    expect(disagreements(complaintChart, turned).sort()).toEqual(places.map((place) => `recomplained.screening/${place} SentBack`).sort());
    expect(agreeOnHistories(complaintChart, turned, 100_000).failed).toBe(true);
  });

  it('agree that nothing leads out of a closed case, though custody and clocks still react', () => {
    const closed = complaintChart.configurations.filter(({ final }) => final);
    const led = closed.flatMap((at) => complaintChart.facts.map((fact) => at.after(fact)));
    expect(new Set(led.map((at) => at?.regions.handling))).toEqual(new Set([undefined, 'closed']));
  });
});

describe('the machine of the complaint', () => {
  it('runs by itself in an actor', () => {
    const actor = createActor(complaintMachine).start();
    for (const type of ['Received', 'Accepted', 'Assigned', 'TransferOffered'] as const) actor.send({ type });
    expect(actor.getSnapshot().value).toEqual({ handling: 'assigned', custody: 'transferred', clocking: 'running' });
    // The wrong fact is not refused: XState ignores it, which is why commands are judged before.
    actor.send({ type: 'Received' });
    expect(actor.getSnapshot().matches({ handling: 'assigned' })).toBe(true);
  });

  it('is walked by xstate/graph to the same 48 configurations', () => {
    const map = getAdjacencyMap(complaintMachine, { events: complaintChart.facts.map((type) => ({ type })) as never });
    const found = Object.values(map).map(({ state }) => JSON.stringify(state.value));
    expect(found.sort()).toEqual(complaintChart.configurations.map(({ value }) => JSON.stringify(value)).sort());
  });

  it('gives the same table each time it is read', () => {
    const again = chartOf({ machine: complaintMachine, stageOf });
    expect(again.configurations.map(({ key }) => key)).toEqual(complaintChart.configurations.map(({ key }) => key));
  });
});
