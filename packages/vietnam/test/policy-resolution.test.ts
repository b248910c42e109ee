import { describe, expect, it } from 'vitest';
import { arrival, contested, type Desk, decision, desk, dialogue, due } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

/** Received ten days before, accepted on the day. */
async function accepted(on: string, receivedOn: string, more: Data = {}): Promise<Desk> {
  const at = desk();
  await at.done('Receive', receivedOn, arrival(more));
  await at.done('Accept', on);
  return at;
}

/** The second level, accepted on the day, after a first decision served in time. */
async function secondLevel(on: string, more: Data = {}): Promise<Desk> {
  const at = await accepted('2025-04-01', '2025-03-25', more);
  await at.done('Assign', '2025-04-01', { person: 'cb-7' });
  if (more.contests) await at.done('HoldDialogue', '2025-04-10', dialogue);
  await at.done('Resolve', '2025-04-20', decision);
  await at.done('Serve', '2025-04-22', { to: ['nkn-1'], decision: 'QĐ 1' });
  await at.done('Recomplain', '2025-04-28', { against: 'decision', summary: 'Không đồng ý.' });
  await at.done('Accept', on);
  return at;
}

const complex = { criteria: ['nhiều nội dung phải xác minh'], document: 'VB-2' };

describe('settlement at the first level', () => {
  it('accepted on Fri 2026-01-16: 30 days end on Sun 02-15 and roll over Tết to Mon 02-23', async () => {
    const { clocks } = await (await accepted('2026-01-16', '2026-01-12')).state();
    expect([clocks.resolution?.rawDueOn, clocks.resolution?.dueOn]).toEqual(['2026-02-15', '2026-02-23']);
    expect(clocks.resolution?.lines[0]?.entry.law.text).toBe('LKN Đ.28');
  });

  it('found complex, it has 45 days in all from acceptance: Mon 2026-03-02', async () => {
    const at = await accepted('2026-01-16', '2026-01-12');
    expect(due(await at.done('FindComplex', '2026-02-10', complex), 'resolution')).toBe('2026-03-02');
  });

  it('from a remote area 45 days, and complex 60: Mon 2026-03-02 and Tue 2026-03-17', async () => {
    const at = await accepted('2026-01-16', '2026-01-12', { remoteArea: true });
    expect(due(await at.state(), 'resolution')).toBe('2026-03-02');
    // 2026-01-16 + 60: 15 days of January, 28 of February, 17 of March.
    expect(due(await at.done('FindComplex', '2026-02-10', complex), 'resolution')).toBe('2026-03-17');
  });

  it('about discipline 30 days, or 45 if complex, wherever the complainant lives', async () => {
    const at = await accepted('2026-01-16', '2026-01-12', { ...contested('discipline'), remoteArea: true });
    expect(due(await at.state(), 'resolution')).toBe('2026-02-23');
    expect(due(await at.done('FindComplex', '2026-02-10', complex), 'resolution')).toBe('2026-03-02');
  });
});

describe('settlement at the second level', () => {
  it('accepted on Mon 2025-06-02: 45 days end on Thu 07-17; 60 if complex, Fri 08-01', async () => {
    const at = await secondLevel('2025-06-02');
    expect(due(await at.state(), 'resolution')).toBe('2025-07-17');
    expect(due(await at.done('FindComplex', '2025-06-20', complex), 'resolution')).toBe('2025-08-01');
  });

  it('from a remote area 60 days; complex besides 70: 2025-06-02 gives Mon 2025-08-11', async () => {
    const at = await secondLevel('2025-06-02', { remoteArea: true });
    expect(due(await at.state(), 'resolution')).toBe('2025-08-01');
    expect(due(await at.done('FindComplex', '2025-06-20', complex), 'resolution')).toBe('2025-08-11');
  });

  it('about discipline stays at 30 days: 2025-06-02 gives Wed 2025-07-02', async () => {
    const at = await secondLevel('2025-06-02', { ...contested('discipline'), topic: 'dismissal' });
    expect(due(await at.state(), 'resolution')).toBe('2025-07-02');
  });
});

describe('suspension', () => {
  it('from 2026-07-01 gives back its days: accepted 07-06, 14 days used to 07-20, resumed 08-10, 16 left: Wed 2026-08-26', async () => {
    const at = await accepted('2026-07-06', '2026-07-02');
    expect(due(await at.state(), 'resolution')).toBe('2026-08-05');
    const paused = await at.done('Suspend', '2026-07-20', { ground: 'b', evidence: 'CV-1' });
    expect(paused.clocks.resolution?.status).toBe('paused');
    const going = await at.done('Resume', '2026-08-10', { reason: 'đã có kết quả' });
    expect([going.clocks.resolution?.status, due(going, 'resolution')]).toEqual(['running', '2026-08-26']);
  });

  it('applies from 2026-07-01 to a case accepted before: 2026-06-15 gives 07-15; ten days suspended give 07-27, as 07-25 is a Saturday', async () => {
    const at = await accepted('2026-06-15', '2026-06-10');
    expect(due(await at.state(), 'resolution')).toBe('2026-07-15');
    await at.done('Suspend', '2026-07-01', { ground: 'a', evidence: 'giấy nhập viện' });
    expect(due(await at.done('Resume', '2026-07-11', { reason: 'ra viện' }), 'resolution')).toBe('2026-07-27');
  });

  it('recorded before 2026-07-01 stops no clock, because nothing in the law did', async () => {
    const at = await accepted('2026-06-15', '2026-06-10');
    const state = await at.observed('Suspend', '2026-06-30', { ground: 'a', evidence: 'giấy nhập viện' });
    expect([state.clocks.resolution?.status, due(state, 'resolution')]).toEqual(['running', '2026-07-15']);
    expect(await at.objections()).toEqual(['no-suspension-yet']);
  });
});
