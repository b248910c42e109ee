/** A building permit: a case type of one's own. What may be asked, what can happen, and what the facts add up to. */
import { type CaseState, type CommandDefinition, chartOf, defineCaseType, type FactDefinition, heldByNobody, hold } from '@redress/core';
import { createMachine } from 'xstate';
import { z } from 'zod';

const chart = chartOf({
  machine: createMachine({
    id: 'permit',
    initial: 'none',
    states: {
      none: { on: { Applied: 'open' } },
      open: { on: { SupplementAsked: 'incomplete', Inspected: 'inspected' } },
      incomplete: { on: { Supplemented: 'open' } },
      inspected: { on: { Granted: 'granted', Refused: 'refused' } },
      granted: { type: 'final' },
      refused: { type: 'final' },
    },
  }),
  stageOf: ({ handling = '' }) => handling,
});

const text = (describes: string) => z.string().min(1).max(2000).describe(describes);
const one = (describes: string, fact: string, stage: string, fields: z.ZodRawShape): CommandDefinition => ({
  describes,
  fact,
  stages: [stage],
  schema: z.strictObject(fields),
});

const commands = {
  Apply: { ...one('Take in an application.', 'Applied', 'none', { plot: text('The plot.') }), opens: true },
  AskSupplement: one('Ask for what is missing.', 'SupplementAsked', 'open', { missing: text('What is missing.') }),
  Supplement: one('Take in what was missing.', 'Supplemented', 'incomplete', { paper: text('The paper.') }),
  Inspect: one('Record the inspection.', 'Inspected', 'open', { report: text('The report.') }),
  Grant: one('Grant the permit.', 'Granted', 'inspected', { decision: text('The decision.') }),
  Refuse: one('Refuse the permit.', 'Refused', 'inspected', { decision: text('The decision.'), ground: text('Why.') }),
} as const satisfies Record<string, CommandDefinition>;

/** Here each fact says what was asked, and nothing besides. */
const facts = Object.fromEntries(
  Object.values(commands).map(({ fact, describes, schema }): [string, FactDefinition] => [
    fact,
    { describes, schema, version: 1, chart: 'moves' },
  ]),
);

export interface Permit extends CaseState {
  inspectedBy: string | null;
}

const applicantsTurn = { noClock: 'The office waits for the applicant.', because: { text: 'Building rules, § 5' } };

export const permit = defineCaseType<Permit>({
  name: 'permit',
  version: '1',
  chart,
  commands,
  facts,
  waiting: {
    open: { owner: 'office', clock: 'decision' },
    incomplete: { owner: 'applicant', clock: applicantsTurn },
    inspected: { owner: 'office', clock: 'decision' },
  },
  initial: (caseId) => ({
    ...{ caseId, caseType: 'permit', at: chart.initial, stage: chart.initial.stage, version: 0 },
    ...{ openedOn: null, movedOn: null, level: 1, custody: heldByNobody(), clocks: {}, inspectedBy: null },
  }),
  evolve(state, { type, on, by }) {
    if (type === 'Applied') hold(state.custody, { unit: by.unit, person: by.id, exOfficio: false }, on);
    if (type === 'Inspected') state.inspectedBy = by.id;
  },
  guard: () => null,
  decide: ({ type, data }) => [{ type: commands[type as keyof typeof commands].fact, data }],
  upcast: [],
});

export const isPermit = (state: CaseState): state is Permit => state.caseType === 'permit';
