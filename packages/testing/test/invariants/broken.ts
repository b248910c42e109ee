/**
 * For each invariant something broken that it must find: an engine, a store, a law, an authority or a fold that goes wrong in one
 * place.
 */
import {
  type Authority,
  addDays,
  addYears,
  type Calendar,
  type ClockEntry,
  type Complaint,
  complaint,
  createEngine,
  type Engine,
  type EngineOptions,
  type EventStore,
  type Fact,
  isRefusal,
  type Law,
  memoryStore,
  refuse,
} from '@redress/core';
import { houseRules, houseSetting, type Setting } from '@redress/testing';

type Broken = Partial<Setting<Complaint>>;

/** A real engine, but for what is changed. */
const engine = (change: (real: Engine) => Partial<Engine>) => ({
  engine: (options: EngineOptions): Engine => {
    const real = createEngine(options);
    const changed = change(real);
    const get = (_: Engine, key: string | symbol): unknown => {
      const value: unknown = Reflect.get(key in changed ? changed : real, key);
      return typeof value === 'function' ? value.bind(real) : value;
    };
    return new Proxy(real, { get });
  },
});

/** A law that answers one fact otherwise; `house` is what the house rules say. */
function law(fact: string, otherwise: (house: readonly ClockEntry[], fact: Fact, state: Complaint) => readonly ClockEntry[]): Broken {
  const real = houseRules();
  const broken: Law = {
    ...real,
    at: () => broken,
    clockEffects: (given, state, on) => {
      const house = real.clockEffects(given, state, on);
      return given.type === fact ? otherwise(house, given, state as Complaint) : house;
    },
  };
  return { law: broken };
}

function calendar(change: (real: Calendar) => Partial<Calendar>): Broken {
  const real = houseRules();
  const broken: Law = { ...real, at: () => broken, calendar: (on) => ({ ...real.calendar(on), ...change(real.calendar(on)) }) };
  return { law: broken };
}

const evolve = (change: (state: Complaint, fact: Fact) => void): Broken => ({
  type: {
    ...complaint,
    evolve: (state, fact) => {
      complaint.evolve(state, fact);
      change(state, fact);
    },
  },
});

const because = { text: 'House rule 0' };
let sent = 0;
let folded = 0;

/** Takes whatever it is given, wherever its writer stood. */
function careless(settings: { readonly log: string; readonly now: () => string }): EventStore {
  const real = memoryStore(settings);
  const append: EventStore['append'] = async (stream, head, facts) => {
    const outcome = await real.append(stream, head, facts);
    return outcome.outcome === 'conflict' ? real.append(stream, outcome.head, facts) : outcome;
  };
  return { ...real, append };
}

/** An id of its own for everything that is sent. */
const forgetful = engine((real) => ({
  execute: (input) => {
    sent += 1;
    return real.execute({ ...input, id: `${input.id}/${sent}` });
  },
}));

const denyRunOut: Authority = { may: (_, { type }) => (type === 'RecordRunOut' ? { refused: 'nobody-may' } : { rule: 'everybody-may' }) };

const broken: Readonly<Record<string, Broken>> = {
  'the same command id twice gives the same facts, once': forgetful,
  'the same command sent by eight callers at once is done once, and all hear the same': forgetful,
  'of two writers at one version exactly one wins, and the other is told what it missed': { store: careless },
  'two commands at once come to what one after the other comes to': { store: careless },
  'a refusal writes nothing, names an article or a rule, and can be said': engine((real) => ({
    execute: async (input) => {
      const outcome = await real.execute<never>(input);
      if (isRefusal(outcome)) await real.observe({ ...input, id: `${input.id}/note`, type: 'Note', data: { text: 'It was refused.' } });
      return outcome;
    },
  })),
  'the state an engine answered with is the state its records fold to': evolve((state) => {
    folded += 1;
    state.visits = folded;
  }),
  'what a case was at an earlier version stays what it was': engine((real) => ({ load: (id) => real.load(id) })),
  'every due day is the one that walking from day to day comes to': calendar(() => ({ nextWorkingDay: (day) => addDays(day, 1) })),
  'a remark moves no clock': law('Noted', (_, { on }) => [{ do: 'extend', clock: 'acceptance', on, by: 1, cap: 99, law: because }]),
  'a pause moves the due day by exactly its own length': law('Resumed', (house, { on }) => [
    ...house,
    ...(house.length > 0 ? [{ do: 'extend' as const, clock: 'resolution', on, by: 1, cap: 999, law: because }] : []),
  ]),
  'switching the term keeps what pauses gave back': law('ComplexityFound', (house, _, { clocks }) => {
    const start = clocks.resolution?.lines.find(({ entry }) => entry.do === 'start')?.entry;
    return start ? [start, ...house] : house;
  }),
  'an extension never shortens a term, and stays below its cap': law('TermExtended', (house) =>
    house.flatMap((entry): readonly ClockEntry[] => (entry.do === 'extend' ? [entry, { ...entry, by: 100, cap: 1000 }] : [entry])),
  ),
  'no due day stands for "none", and no clock is lost': law('Received', (house) =>
    house.map(
      (entry): ClockEntry =>
        entry.do === 'start' ? { ...entry, term: { length: 100, unit: 'years' as const, roll: 'none' as const } } : entry,
    ),
  ),
  'a clock runs while nobody is assigned, and is overdue the day after its last': law('Received', () => []),
  'a clock that ran out is recorded against whoever holds the case, or held it at the level the clock is of': { authority: denyRunOut },
  'at every instant of an open case one person in one unit is accountable': evolve((state, { type }) => {
    if (type === 'TransferOffered') state.custody.holder = null;
  }),
  'whoever comes back from a transfer, a superior or a suspension is where he was': evolve((state, { type }) => {
    if (type === 'HandedDown') state.at = complaint.chart.at('received.screening/held/running') ?? state.at;
  }),
  'A→B→A and A→B→A→B are counted as a naive recount of the facts counts them': evolve((state) => {
    if (state.custody.chain.length > 2) state.custody.chain = state.custody.chain.slice(1);
  }),
  'the trail of holders and superiors only grows': evolve((state, { type }) => {
    if (type === 'SuperiorRuled') state.custody.chain = state.custody.chain.slice(-1);
  }),
  'an arrival is never refused, whatever the stage, the role and the law': {
    type: {
      ...complaint,
      decide: (command, state, world) =>
        command.type === 'RecordVisit' && state.stage === 'received'
          ? refuse('NO_OFFER', {}, command, state)
          : complaint.decide(command, state, world),
    },
  },
  'the command read off its facts leads to the same facts again': {
    type: { ...complaint, asked: (facts) => ({ ...complaint.asked(facts), on: addYears(facts[0].on, 1) }) },
  },
  'what options says may be done is refused neither by the chart nor by the authority': engine((real) => ({
    options: async (...asked) => (await real.options(...asked)).map((option) => ({ ...option, may: true })),
  })),
};

/** Null where nothing broken was thought of for this invariant. */
export const brokenFor = (name: string): Setting<Complaint> | null => {
  const change = broken[name];
  return change === undefined ? null : houseSetting(change);
};
