import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { type Chart, chartOf } from '../../src/domain/chart.ts';
import { complaintChart, complaintMachine, stageOf } from '../../src/domain/complaint/lifecycle.ts';

/** The complaint's chart, typed by hand from its description: region, state, fact, state. Nothing here is derived from the machine. */
const golden = `
handling  none                    Received          received.screening
handling  received.screening      Accepted          received.accepted
handling  received.screening      NotAccepted       closed
handling  received.screening      Guided            closed
handling  received.screening      Returned          closed
handling  received.screening      Filed             closed
handling  received.screening      Joined            closed
handling  received.screening      SentElsewhere     closed
handling  received.screening      Withdrawn         closed
handling  received.accepted       Assigned          assigned
handling  received.accepted       Withdrawn         closed
handling  received.accepted       Terminated        closed
handling  assigned                Assigned          assigned
handling  assigned                Resolved          resolved
handling  assigned                Recomplained      recomplained.screening
handling  assigned                Withdrawn         closed
handling  assigned                Terminated        closed
handling  resolved                Recomplained      recomplained.screening
handling  resolved                Closed            closed
handling  recomplained.screening  Accepted          recomplained.accepted
handling  recomplained.screening  NotAccepted       resolved
handling  recomplained.screening  SentBack          assigned
handling  recomplained.screening  Withdrawn         closed
handling  recomplained.accepted   Assigned          assigned
handling  recomplained.accepted   Withdrawn         closed
handling  recomplained.accepted   Terminated        closed
custody   held                    TransferOffered   transferred
custody   held                    Escalated         escalated
custody   held                    CustodyDisputed   escalated
custody   transferred             TransferAccepted  held
custody   transferred             TransferRefused   held
custody   transferred             CustodyDisputed   escalated
custody   escalated               HandedDown        held
custody   escalated               SuperiorRuled     held
clocking  running                 Suspended         suspended
clocking  suspended               Resumed           running
`
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/) as [string, string, string, string]);

const rows = new Map(golden.map(([region, state, fact, to]) => [`${region} ${state} ${fact}`, to]));
const facts = [...new Set(golden.map(([, , fact]) => fact))];
const states = (region: string): string[] => [...new Set(golden.flatMap(([at, from, , to]) => (at === region ? [from, to] : [])))];

/** Where the golden table leads from a configuration, or undefined where no region knows the fact. */
function byHand(regions: Readonly<Record<string, string>>, fact: string): string | undefined {
  const led = Object.entries(regions).map(([region, state]) => rows.get(`${region} ${state} ${fact}`));
  if (led.every((to) => to === undefined)) return undefined;
  return Object.values(regions)
    .map((state, index) => led[index] ?? state)
    .join('/');
}

const against = (chart: Chart): string[] =>
  chart.configurations.flatMap((at) =>
    [...facts, 'Noted'].flatMap((fact) => (at.after(fact)?.key === byHand(at.regions, fact) ? [] : [`${at.key} ${fact}`])),
  );

describe('the chart of the complaint', () => {
  it('is the golden table, row by row, in each of its 48 configurations', () => {
    expect(golden).toHaveLength(36);
    expect(complaintChart.facts).toEqual([...facts].sort());
    // 8 states of handling × 3 of custody × 2 of clocking.
    expect(complaintChart.configurations).toHaveLength(48);
    expect(against(complaintChart)).toEqual([]);
  });

  it('holds every combination of the golden states, and nothing else', () => {
    const all = states('handling').flatMap((h) => states('custody').flatMap((u) => states('clocking').map((c) => `${h}/${u}/${c}`)));
    expect(complaintChart.configurations.map(({ key }) => key).sort()).toEqual(all.sort());
    for (const key of all) expect(complaintChart.at(key)?.key).toBe(key);
  });

  it('begins with nothing received, held, and its clocks running', () => {
    expect(complaintChart.initial.key).toBe('none/held/running');
  });

  it('keeps the same configuration where somebody else is assigned', () => {
    const at = complaintChart.at('assigned/held/running');
    expect(at?.after('Assigned')).toBe(at);
  });

  it('is found different from the golden table once one arrow is turned', () => {
    const turned = JSON.stringify(complaintMachine.config).replace('"SentBack":"#assigned"', '"SentBack":"#resolved"');
    // One row, in each of the 3 × 2 configurations of custody and clocking.
    expect(against(chartOf({ machine: createMachine(JSON.parse(turned)), stageOf }))).toHaveLength(6);
  });
});

describe('the public stage', () => {
  const stageAt = (key: string): string | undefined => complaintChart.at(key)?.stage;

  it.each([
    ['none/held/running', 'none'],
    ['none/escalated/running', 'none'],
    ['received.screening/held/running', 'received'],
    ['received.accepted/held/suspended', 'received'],
    ['received.accepted/transferred/running', 'transferred'],
    ['assigned/held/running', 'assigned'],
    ['assigned/escalated/suspended', 'escalated'],
    ['resolved/held/running', 'resolved'],
    ['recomplained.screening/held/running', 'recomplained'],
    ['recomplained.accepted/transferred/running', 'transferred'],
    ['closed/held/running', 'closed'],
    ['closed/escalated/suspended', 'closed'],
  ])('of %s is %s', (key, stage) => {
    expect(stageAt(key)).toBe(stage);
  });

  it('is one of eight words in every configuration, and final exactly where it is closed', () => {
    const words = ['none', 'received', 'assigned', 'transferred', 'escalated', 'resolved', 'recomplained', 'closed'];
    expect(new Set(complaintChart.configurations.map(({ stage }) => stage))).toEqual(new Set(words));
    for (const { stage, final } of complaintChart.configurations) expect(final).toBe(stage === 'closed');
  });
});
