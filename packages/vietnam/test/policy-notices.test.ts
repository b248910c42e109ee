/** Who must be told, and who must hand in papers, by when. Seen to fail: the rule of the day before, and a clock for every forwarder. */
import { describe, expect, it } from 'vitest';
import { arrival, assignedOn, type Desk, decision, desk, due } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

const told = (at: Desk, about: string, on: string) => at.done('Notify', on, { about, to: ['nkn-1'], document: 'VB-3' });

describe('the decision to suspend, and the one to go on', () => {
  it('are sent within 3 working days each: Mon 2026-07-20 gives Thu 07-23, Mon 08-10 gives Thu 08-13', async () => {
    const at = await assignedOn('2026-07-06');
    expect(due(await at.done('Suspend', '2026-07-20', { ground: 'b', evidence: 'CV-1' }), 'suspension-notice')).toBe('2026-07-23');
    expect((await told(at, 'suspension-notice', '2026-07-22')).clocks['suspension-notice']?.status).toBe('stopped');
    expect(due(await at.done('Resume', '2026-08-10', { reason: 'đã có kết quả' }), 'continuation-notice')).toBe('2026-08-13');
    expect((await told(at, 'continuation-notice', '2026-08-11')).clocks['continuation-notice']?.status).toBe('stopped');
  });

  it('have no such term before 2026-07-01, when nothing could be suspended', async () => {
    const at = await assignedOn('2026-06-15');
    expect(due(await at.observed('Suspend', '2026-06-30', { ground: 'a', evidence: 'x' }), 'suspension-notice')).toBeNull();
    // Control: a day later there is one. Working days counted: 07-02, 03, 06.
    const later = await assignedOn('2026-06-15');
    expect(due(await later.done('Suspend', '2026-07-01', { ground: 'a', evidence: 'x' }), 'suspension-notice')).toBe('2026-07-06');
  });
});

describe('the first decision', () => {
  it('is sent in time by whoever says so, on whatever day it is received: decided Mon 2026-07-20, sent Thu 07-23, received 07-28', async () => {
    const at = await assignedOn('2026-07-06');
    expect(due(await at.done('Resolve', '2026-07-20', decision), 'sending')).toBe('2026-07-23');
    const sent = await told(at, 'sending', '2026-07-23');
    expect([sent.clocks.sending?.status, sent.clocks.sending?.lines.at(-1)?.entry.law.text]).toEqual(['stopped', 'LKN Đ.32']);
    // That it was sent opens no window; that it was received does.
    expect(due(sent, 'second-complaint')).toBeNull();
    const received = await at.done('Serve', '2026-07-28', { to: ['nkn-1'], decision: decision.decision });
    expect(due(received, 'second-complaint')).toBe('2026-08-27');
  });
});

describe('the decision to end the settlement', () => {
  const by = (ground: string): Data => ({ ground, reason: 'x' });
  const open = (clocks: Readonly<Record<string, { readonly status: string }>>): readonly string[] =>
    Object.entries(clocks).flatMap(([id, { status }]) => (status === 'stopped' ? [] : [id]));

  it('is sent within 3 working days; where nobody is left, to the commune too: Mon 2026-07-06 gives Thu 07-09', async () => {
    const at = await assignedOn('2026-06-22');
    const ended = await at.done('Terminate', '2026-07-06', by('death-without-successor'));
    expect([due(ended, 'termination-notice'), due(ended, 'termination-notice-commune')]).toEqual(['2026-07-09', '2026-07-09']);
    expect(open(ended.clocks)).toEqual(['termination-notice', 'termination-notice-commune']);
    // That the commune's has the same number is inferred, and the ledger says so.
    expect(ended.clocks['termination-notice-commune']?.lines[0]?.entry.law.grade).toBe('I');
    await told(at, 'termination-notice', '2026-07-07');
    expect(open((await told(at, 'termination-notice-commune', '2026-07-07')).clocks)).toEqual([]);
  });

  it('is not made for a withdrawal while others of the group still complain', async () => {
    const at = await assignedOn('2026-07-06', { complainants: [{ member: 'nkn-1' }, { member: 'nkn-2' }] });
    await at.done('Withdraw', '2026-07-08', { form: 'petition', members: ['nkn-1'] });
    expect((await at.refused('Terminate', '2026-07-09', by('withdrawal'))).params).toEqual({ rule: 'others-still-complain' });
    expect((await at.done('Withdraw', '2026-07-09', { form: 'petition', members: ['nkn-2'] })).stage).toBe('closed');
  });

  it('tells no commune of a withdrawal', async () => {
    const ended = await (await assignedOn('2026-06-22')).done('Terminate', '2026-07-06', by('withdrawal'));
    expect(open(ended.clocks)).toEqual(['termination-notice']);
  });

  it('follows a withdrawal of everything since 2026-07-01: that day gives Mon 07-06; the day before, or before acceptance, nothing is sent', async () => {
    const withdrawn = async (on: string): Promise<readonly string[]> =>
      open((await (await assignedOn('2026-06-22')).done('Withdraw', on, { form: 'petition' })).clocks);
    expect([await withdrawn('2026-06-30'), await withdrawn('2026-07-01')]).toEqual([[], ['termination-notice']]);
    const screened = desk();
    await screened.done('Receive', '2026-07-01', arrival());
    expect(open((await screened.done('Withdraw', '2026-07-02', { form: 'petition' })).clocks)).toEqual([]);
  });
});

describe('whoever forwarded the complaint', () => {
  async function decidedFor(forwarder: string | null): Promise<string | null> {
    const at = await assignedOn('2025-08-01', { forwardedBy: 'Nơi chuyển đơn', ...(forwarder === null ? {} : { forwarder }) });
    return due(await at.done('Resolve', '2025-08-28', decision), 'forwarder-notice');
  }

  it('is told: the Front in 7 days, Thu 2025-09-04; a deputy or an elected body in 7 working days across National Day, Wed 09-10', async () => {
    // Working days counted: 08-29, 09-03, 04, 05, 08, 09, 10.
    expect([
      await decidedFor('fatherland-front'),
      await decidedFor('peoples-council-deputy'),
      await decidedFor('national-assembly-body'),
    ]).toEqual(['2025-09-04', '2025-09-10', '2025-09-10']);
  });

  it('starts no clock where the law names none for that kind of body, or nobody said what kind it is', async () => {
    expect([await decidedFor('press'), await decidedFor('constructor'), await decidedFor(null)]).toEqual([null, null, null]);
  });

  it('is no longer waited for once told', async () => {
    const at = await assignedOn('2025-08-01', { forwardedBy: 'Mặt trận', forwarder: 'fatherland-front' });
    await at.done('Resolve', '2025-08-28', decision);
    const { clocks } = await told(at, 'forwarder-notice', '2025-09-03');
    expect([clocks['forwarder-notice']?.status, clocks['forwarder-notice']?.lines.at(-1)?.entry.law.text]).toEqual([
      'stopped',
      'LKN Đ.66.2',
    ]);
  });
});

describe('whoever came in person', () => {
  const came = (more: Data = {}): Data => arrival({ channel: 'in-person', ...more });

  it('is answered within 10 working days, by the acceptance or otherwise: Fri 2026-07-03 gives Fri 07-17', async () => {
    // Working days counted: 07-06 to 10, 13 to 17.
    const at = desk();
    expect(due(await at.done('Receive', '2026-07-03', came()), 'reception-answer')).toBe('2026-07-17');
    expect((await at.done('Accept', '2026-07-08')).clocks['reception-answer']?.status).toBe('stopped');
    const other = desk();
    await other.done('Receive', '2026-07-03', came());
    expect((await told(other, 'reception-answer', '2026-07-08')).clocks['reception-answer']?.status).toBe('stopped');
  });

  it('is not he who wrote, nor he whose letter has a file of its own, and nobody before 2014-07-01', async () => {
    const clock = async (on: string, data: Data) => due(await desk().done('Receive', on, data), 'reception-answer');
    expect(await clock('2026-07-03', arrival())).toBeNull();
    expect(await clock('2026-07-03', came({ petition: 'don-1' }))).toBeNull();
    expect(await clock('2014-06-30', came())).toBeNull();
    expect(await clock('2014-07-01', came())).not.toBeNull();
  });
});

describe('papers', () => {
  const papers = ['Bảng lương'];

  it('asked of the complainant and of the respondent are due in 7 days each, and come in each for itself: Tue 2026-03-10 gives Tue 03-17', async () => {
    const at = await assignedOn('2026-03-02');
    await at.done('RequestPapers', '2026-03-10', { papers, reason: 'đối chiếu' });
    const both = await at.done('RequestPapers', '2026-03-10', { papers, of: 'respondent', reason: 'giải trình' });
    expect([due(both, 'papers-due'), due(both, 'papers-due-respondent')]).toEqual(['2026-03-17', '2026-03-17']);
    const half = await at.done('Complete', '2026-03-12', { documents: papers, from: 'respondent' });
    expect([half.clocks['papers-due']?.status, half.clocks['papers-due-respondent']?.status]).toEqual(['running', 'stopped']);
    expect((await at.done('Complete', '2026-03-12', { documents: papers })).clocks['papers-due']?.status).toBe('stopped');
  });

  it('asked for before acceptance have no term in the law', async () => {
    const at = desk();
    await at.done('Receive', '2026-03-02', arrival());
    expect(due(await at.done('RequestPapers', '2026-03-03', { papers, reason: 'bổ sung' }), 'papers-due')).toBeNull();
  });

  it('are waited for no longer once it is decided', async () => {
    const at = await assignedOn('2026-03-02');
    await at.done('RequestPapers', '2026-03-10', { papers, reason: 'đối chiếu' });
    expect((await at.done('Resolve', '2026-03-12', decision)).clocks['papers-due']?.status).toBe('stopped');
  });

  it('that a party asks for are given in 7 days, by the article for that party', async () => {
    for (const [by, article] of [
      ['complainant', 'LKN Đ.12.1.đ'],
      ['respondent', 'LKN Đ.13.1.c'],
    ] as const) {
      const at = await assignedOn('2026-03-02');
      const asked = await at.done('AskForPapers', '2026-03-10', { by, papers });
      expect([due(asked, 'papers-held'), asked.clocks['papers-held']?.lines[0]?.entry.law.text]).toEqual(['2026-03-17', article]);
      expect((await told(at, 'papers-held', '2026-03-12')).clocks['papers-held']?.status).toBe('stopped');
    }
  });
});
