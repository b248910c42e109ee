/** Folding complaint histories from scratch: the chart's table against XState itself, and against a reducer written by hand. */
import { apply, type ClockLine, type Complaint, complaint, complaintMachine, evolve, type Fact, newComplaint, wind } from '@redress/core';
import { createActor, initialTransition, transition } from 'xstate';
import { applyByHand, newByHand } from './by-hand.ts';
import { type Lived, livedOnce } from './lives.ts';
import { type Benchmark, type Result, same, time } from './result.ts';
import { inRounds, type Measured } from './rounds.ts';

interface Folding {
  readonly name: string;
  fold(lived: Lived): Complaint;
}

const ours: Folding = {
  name: 'redress',
  fold({ caseId, facts }) {
    const state = complaint.initial(caseId);
    for (const fact of facts) apply(complaint, state, fact);
    return state;
  },
};

const byHand: Folding = {
  name: 'a reducer by hand',
  fold({ caseId, facts }) {
    const at = newByHand(caseId);
    for (const fact of facts) applyByHand(at, fact);
    return at.state;
  },
};

type Snapshot = ReturnType<typeof initialTransition<typeof complaintMachine>>[0];
type Event = Parameters<typeof complaintMachine.transition>[1];
type Scope = Parameters<typeof complaintMachine.transition>[2];

/** XState says where the case stands; what the facts mean is folded by the same `evolve` and `wind`. */
function foldBy({ caseId, facts }: Lived, next: (from: Snapshot, event: Event) => Snapshot): Complaint {
  const state = newComplaint(caseId);
  let snapshot = first;
  for (const fact of facts) {
    const before = snapshot;
    // A fact that leaves the chart alone is an event that the machine does not expect: XState gives the snapshot back.
    snapshot = next(snapshot, { type: fact.type } as Event);
    state.version += 1;
    if (snapshot !== before) {
      state.openedOn ??= fact.on;
      state.movedOn = fact.on;
    }
    evolveOnly(state, fact);
  }
  state.stage = stageOf(snapshot);
  return state;
}

function evolveOnly(state: Complaint, fact: Fact): void {
  const lines = fact.data.clocks as readonly ClockLine[] | undefined;
  if (lines) for (let line = 0; line < lines.length; line += 1) wind(state.clocks, lines[line] as ClockLine);
  evolve(state, fact);
}

function stageOf({ value: { handling, custody } }: Snapshot): string {
  const stage = typeof handling === 'string' ? handling : (Object.keys(handling)[0] ?? '');
  return stage === 'closed' || stage === 'none' || custody === 'held' ? stage : custody;
}

const [first] = initialTransition(complaintMachine);

const pure: Folding = {
  name: 'XState transition()',
  fold: (lived) => foldBy(lived, (from, event) => transition(complaintMachine, from, event)[0]),
};

/** An actor that does nothing, made once, to be handed to every transition: the least that XState can do. */
function inertScope(): Scope {
  const self = createActor(complaintMachine);
  const nothing = (): void => {};
  return {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
}

const scope = inertScope();

const reused: Folding = {
  name: 'machine.transition, one scope',
  fold: (lived) => foldBy(lived, (from, event) => complaintMachine.transition(from, event, scope) as Snapshot),
};

const plainly = ({ at, ...rest }: Complaint): unknown => rest;

const notes = (lived: readonly Lived[]): readonly string[] => [
  `a fact, over histories of ${lived.map(({ facts }) => facts.length).join(', ')} facts, each folded from its beginning with the same evolve`,
];

async function run(): Promise<readonly Result[]> {
  const lived = await livedOnce();
  for (const rival of [byHand, pure, reused]) {
    for (const one of lived) same(`folding ${one.caseId} by ${rival.name}`, plainly(ours.fold(one)), plainly(rival.fold(one)));
  }
  const facts = lived.reduce((sum, one) => sum + one.facts.length, 0);
  const contenders = [ours, pure, reused, byHand].map(({ name, fold }) => ({
    name,
    run(times: number) {
      for (let left = times; left > 0; left -= 1) for (const one of lived) fold(one);
    },
  }));
  const [self, ...rivals] = inRounds(contenders);
  return rivals.map((rival, index) =>
    resultOf(self as Measured, rival, facts, [150, 50, 0.8][index] ?? null, index === 0 ? notes(lived) : []),
  );
}

const resultOf = (self: Measured, rival: Measured, facts: number, wanted: number | null, said: readonly string[]): Result => ({
  measured: 'fold a complaint history',
  rival: rival.name,
  ours: time(self.nanoseconds / facts),
  theirs: time(rival.nanoseconds / facts),
  ratio: rival.ratio,
  wanted,
  notes: said,
});

export const fold: Benchmark = { name: 'fold', describes: 'folding a complaint history', run };
