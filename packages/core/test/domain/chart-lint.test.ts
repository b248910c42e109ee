import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CaseTypeParts, type CommandDefinition, defineCaseType, type FactDefinition } from '../../src/domain/case-type.ts';
import { lintChart } from '../../src/domain/chart.ts';
import { clockCommands, clockFacts } from '../../src/domain/clock-commands.ts';
import { loan, smallCase, without } from './small-case.ts';

const { commands, facts, waiting } = smallCase();
const { Renew, Lend, Ask } = commands as Readonly<Record<'Renew' | 'Lend' | 'Ask', CommandDefinition>>;
const { Lent } = facts as Readonly<Record<'Lent', FactDefinition>>;
const leaves = { Renewed: { ...facts.Asked, chart: 'leaves' } } as CaseTypeParts['facts'];
const because = { text: 'Library rule 4' };

/** The loan with some states of its machine replaced. */
const states = (replaced: object): CaseTypeParts => smallCase({ config: { ...loan(), states: { ...loan().states, ...replaced } } });
/** The loan as the region `handling`, with a second region beside it. */
const beside = (desk: object, more: object = {}): CaseTypeParts =>
  smallCase({ config: { type: 'parallel', states: { handling: { ...loan(), id: 'handling', ...more }, desk } } });

/** What is wrong, a case type that has it, and what the lint says of it. */
const broken: readonly (readonly [string, CaseTypeParts, string])[] = [
  ['a state that nothing reaches', states({ lost: { on: { Returned: 'ended' } } }), 'state lost cannot be reached'],
  ['a state without a way out', states({ ended: {} }), 'state handling.ended has no way out and is not final'],
  [
    'a state that only leads to itself',
    states({ ended: { on: { Lent: 'ended' } } }),
    'state handling.ended has no way out and is not final',
  ],
  [
    'a dead end beside a region that still moves',
    beside({ initial: 'open', states: { open: { on: { Renewed: 'shut' } }, shut: {} } }),
    'state desk.shut has no way out and is not final',
  ],
  [
    'a way out of a final state',
    beside({ initial: 'a', states: { a: { on: { Lent: 'b' } }, b: { on: { Lent: 'a' } } } }, { on: { Lent: '.lent' } }),
    'state handling.ended is final, and Lent leads out of it',
  ],
  [
    'a fact of the machine nobody declared',
    smallCase({ facts: without(facts, 'Renewed') }),
    'fact Renewed moves the chart and is not declared',
  ],
  [
    'a fact that both moves and leaves',
    smallCase({ facts: { ...facts, ...leaves } }),
    'fact Renewed is declared to leave the chart alone, and moves it',
  ],
  [
    'a fact that neither moves nor leaves',
    smallCase({ facts: { ...facts, Burnt: { ...facts.Asked, chart: 'moves' } as (typeof facts)[string] } }),
    'fact Burnt is declared to move the chart, which does not know it',
  ],
  [
    'a wait without anybody',
    smallCase({ waiting: without(waiting, 'lent.fresh') }),
    'state lent.fresh waits, and nobody is named who must act, nor a clock',
  ],
  [
    'a wait where nothing is',
    smallCase({ waiting: { ...waiting, burnt: { owner: 'x', clock: 'y' } } }),
    'a wait is declared for the state burnt, in which no case waits',
  ],
  [
    'a wait at the end',
    smallCase({ waiting: { ...waiting, ended: { owner: 'x', clock: 'y' } } }),
    'a wait is declared for the state ended, in which no case waits',
  ],
  [
    'a wait for no role',
    smallCase({ waiting: { ...waiting, asked: { owner: '', clock: 'y' } } }),
    'state asked waits for nobody: name the role that must act',
  ],
  [
    'a wait without a clock',
    smallCase({ waiting: { ...waiting, asked: { owner: 'x', clock: '' } } }),
    'state asked waits without a clock: name it, or say with a citation why there is none',
  ],
  [
    'no clock, and no reason',
    smallCase({ waiting: { ...waiting, asked: { owner: 'x', clock: { noClock: '', because } } } }),
    'state asked has no clock, and no reason or no citation for that',
  ],
  [
    'no clock, and no citation',
    smallCase({ waiting: { ...waiting, asked: { owner: 'x', clock: { noClock: 'None is set.', because: { text: '' } } } } }),
    'state asked has no clock, and no reason or no citation for that',
  ],
  ['a state that offers nothing', smallCase({ commands: without(without(commands, 'Lend'), 'Decline') }), 'state asked offers no command'],
  [
    'a command offered in vain',
    smallCase({ commands: { ...commands, Renew: { ...Renew, stages: ['lent.fresh', 'asked'] } } }),
    'command Renew is offered in asked, where the chart does not expect its fact Renewed',
  ],
  [
    'a command for a state that is not',
    smallCase({ commands: { ...commands, Lend: { ...Lend, stages: ['asked', 'burnt'] } } }),
    'command Lend names the state burnt, which the chart does not have',
  ],
  [
    'a command that has a field of the engine',
    smallCase({ commands: { ...commands, Lend: { ...Lend, schema: z.object({ clocks: z.array(z.string()) }) } } }),
    'command Lend has the field clocks, which the engine writes',
  ],
  [
    'a fact that has a field of the engine',
    smallCase({ facts: { ...facts, Lent: { ...Lent, schema: z.object({ late: z.boolean() }) } } }),
    'fact Lent has the field late, which the engine writes',
  ],
  [
    'a fact that is no object',
    smallCase({ facts: { ...facts, Lent: { ...Lent, schema: z.record(z.string(), z.string()) } } }),
    'fact Lent is described by no z.object, beside whose fields the engine could write',
  ],
  [
    'a clock that runs out into another fact',
    smallCase({ commands: { ...commands, RecordRunOut: { ...Lend, stages: '*', fact: 'Lent' } } }),
    'command RecordRunOut leads to Lent: it has to lead to ClockRanOut, with the day it was due in its field dueOn',
  ],
  [
    'a run-out without its day',
    smallCase({
      commands: { ...commands, RecordRunOut: { ...clockCommands.RecordRunOut } },
      facts: { ...facts, ClockRanOut: { ...clockFacts.ClockRanOut, schema: z.object({ clock: z.string() }) } },
    }),
    'command RecordRunOut leads to ClockRanOut: it has to lead to ClockRanOut, with the day it was due in its field dueOn',
  ],
  [
    'no way in',
    smallCase({ commands: { ...commands, Ask: { ...Ask, opens: undefined } as unknown as CommandDefinition } }),
    'no command opens a case',
  ],
];

describe('a case type is not defined with', () => {
  it.each(broken)('%s', (_, parts, says) => {
    expect(() => defineCaseType(parts)).toThrow(TypeError);
    expect(() => defineCaseType(parts)).toThrow(`- ${says}`);
  });
});

describe('a sound case type', () => {
  // The control for all of the above: unbroken, none of it is said.
  it('is defined, and the lint has nothing to say', () => {
    expect([...lintChart(smallCase())]).toEqual([]);
    expect(defineCaseType(smallCase()).name).toBe('loan');
  });

  it('is defined again from what was defined', () => {
    const once = defineCaseType(smallCase());
    expect(defineCaseType({ ...once, version: '2' }).facts).toEqual(once.facts);
  });

  it('may name who must act in a region beside the handling', () => {
    const desk = { initial: 'open', states: { open: { on: { Renewed: 'shut' } }, shut: { on: { Lent: 'open' } } } };
    const parts = beside(desk);
    expect([...lintChart({ ...parts, waiting: { ...waiting, 'desk.shut': { owner: 'porter', clock: 'opening' } } })]).toEqual([]);
  });
});
