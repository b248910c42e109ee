/** A case type small enough to break in one place at a time: a loan of a book. */
import { createMachine } from 'xstate';
import { z } from 'zod';
import type { CaseTypeParts, CommandDefinition, FactDefinition } from '../../src/domain/case-type.ts';
import { chartOf } from '../../src/domain/chart.ts';
import { heldByNobody } from '../../src/domain/custody.ts';

/** The machine's config, as plain data that a test may change. */
export const loan = () => ({
  id: 'loan',
  initial: 'none',
  states: {
    none: { on: { Asked: 'asked' } },
    asked: { on: { Lent: 'lent', Declined: 'ended' } },
    lent: { initial: 'fresh', on: { Returned: 'ended' }, states: { fresh: { on: { Renewed: 'renewed' } }, renewed: {} } },
    ended: { type: 'final' },
  },
});

/** A chart of any config. */
export const chartOfConfig = (config: object) =>
  chartOf({ machine: createMachine(config), stageOf: ({ handling = '' }) => handling.split('.')[0] ?? '' });

const command = (fact: string, ...stages: readonly string[]): CommandDefinition => ({
  describes: fact,
  schema: z.object({}),
  fact,
  stages,
});
const moves: FactDefinition = { describes: 'It moved.', schema: z.object({}), version: 1, chart: 'moves' };

/** The whole case type, sound unless a part is replaced. */
export function smallCase(broken: Partial<CaseTypeParts> & { readonly config?: object } = {}): CaseTypeParts {
  const { config, ...parts } = broken;
  const chart = chartOfConfig(config ?? loan());
  return {
    name: 'loan',
    version: '1',
    chart,
    commands: {
      Ask: { ...command('Asked', 'none'), opens: true },
      Lend: command('Lent', 'asked'),
      Decline: command('Declined', 'asked'),
      Renew: command('Renewed', 'lent.fresh'),
      Return: command('Returned', 'lent.fresh', 'lent.renewed'),
    },
    facts: { Asked: moves, Lent: moves, Declined: moves, Renewed: moves, Returned: moves },
    waiting: {
      asked: { owner: 'librarian', clock: 'answer' },
      'lent.fresh': { owner: 'reader', clock: 'loan' },
      'lent.renewed': { owner: 'reader', clock: { noClock: 'A renewed loan has no end.', because: { text: 'Library rule 4' } } },
    },
    initial: (caseId) => ({
      ...{ caseId, caseType: 'loan', at: chart.initial, stage: chart.initial.stage, version: 0 },
      ...{ openedOn: null, movedOn: null, level: 1, custody: heldByNobody(), clocks: {} },
    }),
    evolve: () => undefined,
    guard: () => null,
    decide: ({ data }) => [{ type: 'Asked', data }],
    upcast: [],
    ...parts,
  };
}

/** All entries but one. */
export const without = <Value>(all: Readonly<Record<string, Value>>, name: string): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));
