import { describe, expect, it } from 'vitest';
import { chartOf, drawJson, drawMermaid } from '../../src/domain/chart.ts';
import { complaintChart, complaintMachine, stageOf } from '../../src/domain/complaint/lifecycle.ts';
import { chartOfConfig, loan } from './small-case.ts';

describe('a drawing in Mermaid', () => {
  it('shows each state, one arrow for all facts that lead the same way, and the end', () => {
    expect(drawMermaid(chartOfConfig(loan()))).toBe(
      `
stateDiagram-v2
  state "loan" as chart {
    handling_none: none
    handling_asked: asked
    handling_ended: ended
    handling_lent_fresh: lent · fresh
    handling_lent_renewed: lent · renewed
    [*] --> handling_none
    handling_none --> handling_asked: Asked
    handling_asked --> handling_ended: Declined
    handling_asked --> handling_lent_fresh: Lent
    handling_ended --> [*]
    handling_lent_fresh --> handling_lent_renewed: Renewed
    handling_lent_fresh --> handling_ended: Returned
    handling_lent_renewed --> handling_ended: Returned
  }`.trim(),
    );
  });

  it('sets the regions of the complaint side by side', () => {
    const drawn = drawMermaid(complaintChart);
    expect(drawn.split('\n').filter((line) => line.trim() === '--')).toHaveLength(2);
    expect(drawn).toContain('    custody_held --> custody_escalated: CustodyDisputed, Escalated\n');
    expect(drawn).toContain('    clocking_suspended --> clocking_running: Resumed\n');
  });
});

describe('a drawing as data', () => {
  it('says where each fact leads, nested states with the facts of those around them', () => {
    expect(drawJson(chartOfConfig(loan()))).toEqual({
      handling: [
        { state: 'none', final: false, on: { Asked: 'asked' } },
        { state: 'asked', final: false, on: { Declined: 'ended', Lent: 'lent.fresh' } },
        { state: 'ended', final: true, on: {} },
        { state: 'lent.fresh', final: false, on: { Renewed: 'lent.renewed', Returned: 'ended' } },
        { state: 'lent.renewed', final: false, on: { Returned: 'ended' } },
      ],
    });
  });

  it('has the 36 arrows of the complaint, each in its own region alone', () => {
    const arrows = Object.values(drawJson(complaintChart)).flatMap((states) => states.flatMap(({ on }) => Object.keys(on)));
    expect(arrows).toHaveLength(36);
  });

  it('is the same text each time, and in whatever order the machine names its facts', () => {
    const text = JSON.stringify(drawJson(complaintChart));
    expect(JSON.stringify(drawJson(chartOf({ machine: complaintMachine, stageOf })))).toBe(text);
    const backwards = { ...loan(), states: { ...loan().states, asked: { on: { Declined: 'ended', Lent: 'lent' } } } };
    expect(JSON.stringify(drawJson(chartOfConfig(backwards)))).toBe(JSON.stringify(drawJson(chartOfConfig(loan()))));
    // The control: another arrow is another text.
    const turned = { ...loan(), states: { ...loan().states, asked: { on: { Declined: 'ended', Lent: 'ended' } } } };
    expect(JSON.stringify(drawJson(chartOfConfig(turned)))).not.toBe(JSON.stringify(drawJson(chartOfConfig(loan()))));
  });
});
