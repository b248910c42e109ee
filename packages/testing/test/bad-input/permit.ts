/** A second case type, as small as one can be: a permit that is applied for and granted. */
import { type CaseState, chartOf, defineCaseType, heldByNobody, hold } from '@redress/core';
import { createMachine } from 'xstate';
import { z } from 'zod';

const machine = createMachine({
  id: 'permit',
  type: 'parallel',
  states: {
    handling: {
      initial: 'none',
      states: { none: { on: { Applied: 'open' } }, open: { on: { Granted: 'granted' } }, granted: { type: 'final' } },
    },
  },
});

const chart = chartOf({ machine, stageOf: ({ handling = '' }) => handling });
const remark = z.strictObject({ text: z.string().min(1).max(200) });

export const permit = defineCaseType<CaseState>({
  name: 'permit',
  version: '1',
  chart,
  commands: {
    Apply: {
      describes: 'Take in an application.',
      schema: z.strictObject({}),
      fact: 'Applied',
      stages: ['none'],
      arrival: true,
      opens: true,
    },
    Grant: { describes: 'Grant it.', schema: z.strictObject({}), fact: 'Granted', stages: ['open'] },
    Remark: { describes: 'Write something down.', schema: remark, fact: 'Remarked', stages: '*' },
    RemarkTwice: { describes: 'Write something down, with a copy.', schema: remark, fact: 'Remarked', stages: '*' },
  },
  facts: {
    Applied: { describes: 'It was applied for.', schema: z.object({}), version: 1, chart: 'moves' },
    Granted: { describes: 'It was granted.', schema: z.object({}), version: 1, chart: 'moves' },
    Remarked: { describes: 'Something was written down.', schema: remark.loose(), version: 1, chart: 'leaves' },
    ArrivalRecorded: { describes: 'It was applied for again.', schema: z.object({}).loose(), version: 1, chart: 'leaves' },
  },
  waiting: { open: { owner: 'holder', clock: { noClock: 'The house takes its time.', because: { text: 'House rule 12' } } } },
  initial: (caseId) => ({
    caseId,
    caseType: 'permit',
    at: chart.initial,
    stage: chart.initial.stage,
    version: 0,
    openedOn: null,
    movedOn: null,
    level: 1,
    custody: heldByNobody(),
    clocks: {},
  }),
  evolve: (state, { type, by, on }) => {
    if (type !== 'Applied') return;
    state.openedOn = on;
    hold(state.custody, { unit: by.unit, person: by.id, exOfficio: false }, on);
  },
  guard: () => null,
  decide: ({ type, data }, state) => {
    if (type === 'Apply')
      return state.version === 0 ? [{ type: 'Applied', data }] : [{ type: 'ArrivalRecorded', data: { arrived: type, body: data } }];
    const fact = { type: type === 'Grant' ? 'Granted' : 'Remarked', data };
    return type === 'RemarkTwice' ? [fact, fact] : [fact];
  },
  upcast: [],
});
