import { describe, expect, it } from 'vitest';
import { HOUSE_CAP } from '../../src/house-rules.ts';
import { openDesk } from './desk.ts';

describe('a clock of a case', () => {
  it('is moved by a suspension of five days by exactly five days', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    const suspended = await done('Suspend', '2026-01-12', { ground: 'g', evidence: 'Ill.' });
    expect(suspended.state.at.regions.clocking).toBe('suspended');
    expect(suspended.state.clocks.resolution).toMatchObject({ status: 'paused', dueOn: '2026-01-28' });
    const resumed = await done('Resume', '2026-01-17', { reason: 'Well again.' });
    expect(resumed.state.clocks.resolution).toMatchObject({ status: 'running', dueOn: '2026-02-02' });
    expect(resumed.state.stage).toBe('assigned');
  });

  it('keeps its pause credit when the term is switched', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    await done('Suspend', '2026-01-12', { ground: 'g', evidence: 'Ill.' });
    await done('Resume', '2026-01-17', { reason: 'Well again.' });
    // 8 January + 40 days = 17 February, and five days of pause.
    const complex = await done('FindComplex', '2026-01-18', { criteria: ['a'], document: 'F-1' });
    expect(complex.state.clocks.resolution?.dueOn).toBe('2026-02-22');
  });

  it('is extended up to its cap and never shortened', async () => {
    const { done, assigned } = openDesk();
    await assigned();
    await done('Extend', '2026-01-10', { clock: 'resolution', by: 10, reason: 'Much to read.' });
    const capped = await done('Extend', '2026-01-11', { clock: 'resolution', by: 500, reason: 'More.' });
    // 8 January + 60 days = 9 March.
    expect(HOUSE_CAP).toBe(60);
    expect(capped.state.clocks.resolution?.dueOn).toBe('2026-03-09');
  });

  it('is not moved by a note, a visit or a paper that arrives', async () => {
    const { done, assigned, engine } = openDesk();
    await assigned();
    const before = (await engine.load('case-1'))?.state.clocks;
    await done('Note', '2026-01-12', { text: 'Called him.' });
    await done('RecordVisit', '2026-01-13', { unit: 'left', purpose: 'Asked how it goes.' });
    await done('Complete', '2026-01-14', { documents: ['A letter.'] });
    expect((await engine.load('case-1'))?.state.clocks).toEqual(before);
  });
});
