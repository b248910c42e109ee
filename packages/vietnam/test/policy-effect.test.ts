/** When a decision takes effect, and when its enforcement is directed. Seen to fail: a roll on the effect, and the window left out. */
import { describe, expect, it } from 'vitest';
import { assignedOn, contested, type Desk, decision, dialogue, due } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

const serve: Data = { to: ['nkn-1'], decision: '45/QĐ-GQKN' };

async function decided(on: string, more: Data = {}): Promise<Desk> {
  const at = await assignedOn('2025-08-01', more);
  if (more.contests) await at.done('HoldDialogue', '2025-08-20', dialogue);
  await at.done('Resolve', on, decision);
  return at;
}

async function secondDecision(on: string): Promise<Desk> {
  const at = await assignedOn('2025-02-03');
  await at.done('Recomplain', '2025-03-10', { against: 'silence', summary: 'Im lặng.' });
  await at.done('Accept', '2025-03-12');
  await at.done('Assign', '2025-03-12', { person: 'cb-8' });
  await at.done('HoldDialogue', '2025-04-10', dialogue);
  await at.done('Resolve', on, decision);
  return at;
}

const ranOut = (at: Desk, clock: string, on: string) => at.done('RecordRunOut', on, { clock });
const source = async (at: Desk, clock: string): Promise<string | undefined> => (await at.state()).clocks[clock]?.lines[0]?.entry.law.text;

describe('the effect of a decision', () => {
  it('is counted from its promulgation and does not roll: 2025-08-28 and 30 days end on Sat 09-27; 45 from a remote area on Sun 10-12', async () => {
    expect(due(await (await decided('2025-08-28')).state(), 'effect')).toBe('2025-09-27');
    const remote = await decided('2025-08-28', { remoteArea: true });
    expect(due(await remote.state(), 'effect')).toBe('2025-10-12');
    expect(await source(remote, 'effect')).toBe('LKN Đ.44.1');
  });

  it('of a second decision has its own article, and one about discipline 30 days wherever the complainant lives', async () => {
    const second = await secondDecision('2025-04-24');
    // 6 days of April, 24 of May.
    expect([due(await second.state(), 'effect'), await source(second, 'effect')]).toEqual(['2025-05-24', 'LKN Đ.44.2']);
    const discipline = await decided('2025-08-28', { ...contested('discipline'), remoteArea: true });
    expect([due(await discipline.state(), 'effect'), await source(discipline, 'effect')]).toEqual(['2025-09-27', 'LKN Đ.57.1']);
  });

  it('waits for the window, which runs from the receipt: received 09-08, open to 10-08, in effect on Thu 10-09, enforcement by Thu 10-16', async () => {
    const at = await decided('2025-08-28');
    await at.done('Serve', '2025-09-08', serve);
    const pending = await ranOut(at, 'effect', '2025-09-28');
    expect([pending.clocks.effect?.status, due(pending, 'enforcement')]).toEqual(['running', null]);
    // Working days counted: 10-10, 13, 14, 15, 16.
    const now = await ranOut(at, 'second-complaint', '2025-10-09');
    expect([now.clocks.effect?.status, due(now, 'enforcement')]).toEqual(['stopped', '2025-10-16']);
    expect(now.clocks.effect?.lines.at(-1)?.entry.law.text).toBe('LKN Đ.44.4');
  });

  it('waits for its own days where the window is shorter: discipline, window to 09-18, in effect on Sun 09-28, enforcement by Fri 10-03', async () => {
    const at = await decided('2025-08-28', contested('discipline'));
    await at.done('Serve', '2025-09-08', serve);
    expect(due(await ranOut(at, 'second-complaint', '2025-09-19'), 'enforcement')).toBeNull();
    // Working days counted: 09-29, 30, 10-01, 02, 03.
    expect(due(await ranOut(at, 'effect', '2025-09-28'), 'enforcement')).toBe('2025-10-03');
  });

  it('is the same whichever of the two is noticed first, and begins once', async () => {
    const at = await decided('2025-08-28');
    await at.done('Serve', '2025-09-08', serve);
    expect(due(await ranOut(at, 'effect', '2025-11-03'), 'enforcement')).toBe('2025-10-16');
    const { clocks } = await ranOut(at, 'second-complaint', '2025-11-03');
    expect(clocks.enforcement?.lines).toHaveLength(1);
  });

  it('does not begin while the decision has not reached the complainant', async () => {
    const at = await decided('2025-08-28');
    expect(due(await ranOut(at, 'effect', '2025-12-01'), 'enforcement')).toBeNull();
  });

  it('of a second decision waits for no window: 2025-05-24 passed, enforcement by Fri 05-30', async () => {
    const at = await secondDecision('2025-04-24');
    // Working days counted after Sun 05-25: 05-26 to 05-30.
    expect(due(await ranOut(at, 'effect', '2025-05-26'), 'enforcement')).toBe('2025-05-30');
  });

  it('is ended by a second complaint, and goes on from where it began when that one is not accepted', async () => {
    const at = await decided('2025-08-28');
    await at.done('Serve', '2025-09-08', serve);
    const contestedAgain = await at.done('Recomplain', '2025-09-22', { against: 'decision', summary: 'Không đồng ý.' });
    expect(contestedAgain.clocks.effect?.status).toBe('stopped');
    const refused = await at.done('NotAccept', '2025-09-24', { ground: 'N5', reason: 'không ký' });
    expect([refused.clocks.effect?.status, due(refused, 'effect')]).toEqual(['running', '2025-09-27']);
    expect([refused.clocks['second-complaint']?.status, due(refused, 'second-complaint')]).toEqual(['running', '2025-10-08']);
  });

  it('comes to a closed file too', async () => {
    const at = await decided('2025-08-28', contested('discipline'));
    await at.done('Serve', '2025-09-08', serve);
    expect((await at.done('Close', '2025-09-19', { reason: 'đã xong' })).clocks.effect?.status).toBe('running');
    expect(due(await ranOut(at, 'effect', '2025-09-28'), 'enforcement')).toBe('2025-10-03');
  });
});

describe('the direction to enforce', () => {
  /** Discipline, whose window is the shorter, so that the effect alone decides the day. */
  async function inEffectAfter(promulgatedOn: string, seenOn: string): Promise<Desk> {
    const at = await assignedOn('2020-11-02', contested('discipline'));
    await at.done('HoldDialogue', '2020-11-05', dialogue);
    await at.done('Resolve', promulgatedOn, decision);
    await at.done('Serve', '2020-11-10', serve);
    await ranOut(at, 'effect', seenOn);
    return at;
  }

  it('has days since 2020-12-10, the day of the effect: promulgated on 2020-11-09, in effect that day, due Thu 12-17; a day before, none', async () => {
    // 21 days of November, 9 of December. Working days counted: 12-11, 14, 15, 16, 17.
    expect(due(await (await inEffectAfter('2020-11-09', '2020-12-10')).state(), 'enforcement')).toBe('2020-12-17');
    expect(due(await (await inEffectAfter('2020-11-08', '2020-12-10')).state(), 'enforcement')).toBeNull();
  });

  it('is done by a measure, and whoever directed it before is asked for nothing', async () => {
    const measure = { measure: 'Chi trả bổ sung.', document: 'VB-9' };
    const at = await secondDecision('2025-04-24');
    await ranOut(at, 'effect', '2025-05-26');
    expect((await at.done('Enforce', '2025-05-28', measure)).clocks.enforcement?.status).toBe('stopped');
    const early = await secondDecision('2025-04-24');
    await early.done('Enforce', '2025-05-05', measure);
    expect(due(await ranOut(early, 'effect', '2025-05-26'), 'enforcement')).toBeNull();
  });
});
