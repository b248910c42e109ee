import { describe, expect, it } from 'vitest';
import { createMachine, fromPromise } from 'xstate';
import { chartOf } from '../../src/domain/chart.ts';
import { chartOfConfig, loan } from './small-case.ts';

/** The loan with the state `asked` replaced. */
const asked = (state: object): object => ({
  ...loan(),
  states: { ...loan().states, asked: { on: { Lent: 'lent', Declined: 'ended' }, ...state } },
});
const regions = (states: object): object => ({ id: 'loan', type: 'parallel', states });

const toAsked = (arrow: object): object => ({
  ...loan(),
  states: { ...loan().states, none: { on: { Asked: { target: 'asked', ...arrow } } } },
});

/** What an XState user might write, the config that has it, and what is said of it. */
const forbidden: readonly (readonly [string, object, string])[] = [
  ['a guard', toAsked({ guard: () => true }), 'none guards Asked: law is asked in decide'],
  ['an action', toAsked({ actions: () => undefined }), 'none acts on Asked: what a fact means is folded in evolve'],
  ['an entry action', asked({ entry: () => undefined }), 'asked has entry or exit actions: effects follow the log'],
  ['an exit action', asked({ exit: () => undefined }), 'asked has entry or exit actions: effects follow the log'],
  ['`after`', asked({ after: { 1000: 'ended' } }), 'asked has an `after` transition: a term is a clock'],
  ['`always`', asked({ always: 'lent' }), 'asked has an `always` transition: only a fact moves the chart'],
  ['`invoke`', asked({ invoke: { src: fromPromise(async () => 1) } }), 'asked invokes an actor: effects follow the log'],
  [
    '`onDone`',
    {
      ...loan(),
      states: {
        ...loan().states,
        lent: { initial: 'fresh', onDone: 'ended', on: { Returned: 'ended' }, states: { fresh: { type: 'final' } } },
      },
    },
    'lent moves on xstate.done.state.loan.lent, which is no fact: only a fact moves the chart',
  ],
  [
    'a history state',
    { ...loan(), states: { ...loan().states, back: { type: 'history' } } },
    'back is a history state: keep a region of its own instead',
  ],
  ['a wildcard', asked({ on: { '*': 'lent' } }), 'asked takes any event (*): a chart names its facts'],
  ['a partial wildcard', asked({ on: { 'Lent.*': 'lent' } }), 'asked takes any event (Lent.*): a chart names its facts'],
  ['a fact without a state', asked({ on: { Lent: {} } }), 'asked names Lent and no state'],
  ['a context', { ...loan(), context: { copies: 1 } }, 'the machine has a context: what a fact means is folded in evolve'],
  [
    'an actor spawned into its context',
    { ...loan(), context: ({ spawn }: { spawn(logic: unknown): unknown }) => ({ child: spawn(fromPromise(async () => 1)) }) },
    'the machine has a context: what a fact means is folded in evolve',
  ],
  [
    'a final state that takes facts',
    { ...loan(), states: { ...loan().states, ended: { type: 'final', on: { Lent: 'lent' } } } },
    'ended is final and still takes Lent',
  ],
  [
    'a name that reads as a path',
    { ...loan(), initial: 'a/b', states: { 'a/b': { on: { Lent: 'c' } }, c: { type: 'final' } } },
    'a/b has one of . / + in its name',
  ],
  ['regions without a main one', regions({ desk: loan() }), 'the machine has regions, and none is called handling'],
  [
    'an arrow into another region',
    regions({ handling: { ...loan(), id: 'h' }, desk: { initial: 'a', states: { a: { on: { Lent: '#h.lent' } } } } }),
    'desk.a leads out of its region on Lent, to handling.lent',
  ],
  [
    'an arrow of the whole',
    { ...regions({ handling: loan() }), on: { Lent: '.handling' } },
    'the machine leads out of its region on Lent, to handling',
  ],
];

describe('a chart over facts is not read from a machine with', () => {
  it.each(forbidden)('%s', (_, config, says) => {
    expect(() => chartOfConfig(config)).toThrow(TypeError);
    expect(() => chartOfConfig(config)).toThrow(`- ${says}`);
  });

  it('several of these, and every one is said', () => {
    const config = asked({ entry: () => undefined, always: 'lent', after: { 1000: 'ended' } });
    const fault = (() => {
      try {
        return String(chartOfConfig(config));
      } catch (thrown) {
        return String(thrown);
      }
    })();
    expect(fault.split('\n')).toHaveLength(4);
    expect(fault).toMatch(/^TypeError: The chart "loan" was not read:\n- /);
  });
});

describe('a chart over facts is read from a machine with', () => {
  // The control for all of the above: the same machine without the one thing.
  it('states and arrows alone', () => {
    expect(chartOfConfig(loan()).configurations.map(({ key }) => key)).toEqual(['none', 'asked', 'ended', 'lent.fresh', 'lent.renewed']);
  });

  it('no regions, which is then the region handling', () => {
    const chart = chartOfConfig(loan());
    expect(chart.at('lent.fresh')?.regions).toEqual({ handling: 'lent.fresh' });
    expect(chart.at('ended')).toMatchObject({ final: true, stage: 'ended' });
  });

  it('regions inside a state', () => {
    const review = {
      type: 'parallel',
      on: { Lent: 'ended' },
      states: {
        law: { initial: 'open', states: { open: { on: { Read: 'read' } }, read: {} } },
        money: { initial: 'open', states: { open: { on: { Paid: 'paid' } }, paid: {} } },
      },
    };
    const chart = chartOf({
      machine: createMachine({ initial: 'review', states: { review, ended: { type: 'final' } } } as never),
      stageOf: ({ handling = '' }) => handling,
    });
    expect(chart.initial.key).toBe('review.law.open+money.open');
    expect(chart.initial.after('Paid')?.after('Read')?.key).toBe('review.law.read+money.paid');
    expect(chart.configurations).toHaveLength(5);
  });

  it('expects no fact in a machine that is done', () => {
    const chart = chartOfConfig({ ...loan(), on: { Lent: '.lent' } });
    expect(chart.at('asked')?.after('Lent')?.key).toBe('lent.fresh');
    expect(chart.at('ended')?.after('Lent')).toBeUndefined();
  });
});
