/** Where a case stands by XState, for charts of one region and of several: the keys are those that the chart has in core. */
import { type Chart, chartOf, complaint } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { Stages } from '../src/stage.ts';

/** XState is core's alone: a machine is made here as that of a complaint was. */
const Machine = complaint.chart.machine.constructor as new (config: object) => Chart['machine'];

/** The loan of a book, and what may come at any time. */
const loan = (on: object = {}): Chart =>
  chartOf({
    machine: new Machine({
      id: 'loan',
      initial: 'none',
      on,
      states: {
        none: { on: { Asked: 'asked' } },
        asked: { on: { Lent: 'lent', Declined: 'ended' } },
        lent: { initial: 'fresh', on: { Returned: 'ended' }, states: { fresh: { on: { Renewed: 'renewed' } }, renewed: {} } },
        ended: { type: 'final' },
      },
    }),
    stageOf: ({ handling = '' }) => handling,
  });

describe('the places of a chart', () => {
  it.each([
    ['of one region, whose states lie within others', loan()],
    ['in which a fact may come at any time', loan({ Lost: '.ended' })],
    ['of several regions', complaint.chart],
  ])('%s are called as in core, are ended as there, and lead where they lead there', (_, chart) => {
    const stages = new Stages(chart);
    expect(stages.initial.key).toBe(chart.initial.key);
    for (const { key, final } of chart.configurations) {
      const place = stages.named(key);
      expect([place?.key, place?.final]).toEqual([key, final]);
      for (const fact of chart.facts) expect([key, fact, place?.after(fact)?.key]).toEqual([key, fact, chart.at(key)?.after(fact)?.key]);
    }
  });

  it('are made once, whether they are asked for or come to', () => {
    const chart = loan();
    const stages = new Stages(chart);
    const asked = stages.initial.after('Asked');
    expect(stages.named('asked')).toBe(asked);
    expect(stages.named('none')).toBe(stages.initial);
    expect(stages.initial.after('Asked')).toBe(asked);
    expect(asked?.after('Lent')).toBe(stages.named('lent.fresh'));
    // By two ways to one place.
    const returned = asked?.after('Lent')?.after('Returned');
    expect(returned).toBeDefined();
    expect(asked?.after('Declined')).toBe(returned);
  });

  it('are none that the chart does not come to, and no fact leads anywhere that the chart does not expect', () => {
    const stages = new Stages(loan());
    expect([stages.named('lent'), stages.named(''), stages.named('nowhere')]).toEqual([undefined, undefined, undefined]);
    expect([stages.initial.after('Lent'), stages.initial.after('Lent'), stages.named('ended')?.after('Asked')]).toEqual([null, null, null]);
  });
});
