import type { Complaint } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { arrival, assignedOn, contested, type Desk, decision, desk, dialogue, due } from './desk.ts';

type Data = Readonly<Record<string, unknown>>;

async function assigned(acceptedOn: string, more: Data = {}): Promise<Desk> {
  const at = desk();
  await at.done('Receive', acceptedOn, arrival(more));
  await at.done('Accept', acceptedOn);
  await at.done('Assign', acceptedOn, { person: 'cb-7' });
  return at;
}

async function decided(on: string, more: Data = {}): Promise<Desk> {
  const at = await assigned('2025-08-01', more);
  await at.done('Resolve', on, decision);
  return at;
}

const serve: Data = { to: ['nkn-1'], decision: '45/QĐ-GQKN' };
const again = (against: 'decision' | 'silence'): Data => ({ against, summary: 'Không đồng ý.' });

describe('the window to the second level', () => {
  it('opens when the decision is received, not when it is signed: received Mon 2025-09-08, 30 days end on Wed 10-08', async () => {
    const at = await decided('2025-08-28');
    expect(due(await at.state(), 'second-complaint')).toBeNull();
    const served = await at.done('Serve', '2025-09-08', serve);
    expect(due(served, 'second-complaint')).toBe('2025-10-08');
    // Control: a second delivery opens no second window.
    expect(due(await at.done('Serve', '2025-09-12', serve), 'second-complaint')).toBe('2025-10-08');
  });

  it('does not open when another has the decision: the head above had it on 2025-09-01, the complainant on 09-08', async () => {
    const at = await decided('2025-08-28');
    expect(due(await at.done('Serve', '2025-09-01', { ...serve, to: ['vss-head'] }), 'second-complaint')).toBeNull();
    expect((await at.refused('Close', '2025-11-03', { reason: 'Xong.' })).params.rule).toBe('not-yet-received');
    expect(due(await at.done('Serve', '2025-09-08', serve), 'second-complaint')).toBe('2025-10-08');
    await at.done('Recomplain', '2025-10-08', { against: 'decision', summary: 'Không đồng ý.' });
    expect((await at.done('Accept', '2025-10-13')).level).toBe(2);
  });

  it('is that of the last of several who received it, and from a representative or whoever acts for them, that of all', async () => {
    const on = async (more: Data, reps: readonly string[], ...served: readonly (readonly [string, string])[]) => {
      const at = desk();
      await at.done('Receive', '2025-08-01', arrival(more, 3));
      if (reps.length > 0) await at.done('AppointRepresentatives', '2025-08-01', { members: reps, document: 'BB' });
      await at.done('Accept', '2025-08-01');
      await at.done('Assign', '2025-08-01', { person: 'cb-7' });
      await at.done('Resolve', '2025-08-28', decision);
      for (const [who, day] of served) await at.done('Serve', day, { ...serve, to: [who] });
      return due(await at.state(), 'second-complaint');
    };
    const [first, second] = [['nkn-1', '2025-09-08'] as const, ['nkn-2', '2025-09-15'] as const];
    expect(await on({}, [], first, second)).toBe('2025-10-15');
    expect(await on({}, ['nkn-1'], first, second)).toBe('2025-10-08');
    expect(await on({}, ['nkn-2'], first, second)).toBe('2025-10-15');
    const lawyer = { authorised: { person: 'ls-1', as: 'lawyer', form: 'notarised' } };
    expect(await on(lawyer, [], ['ls-1', '2025-09-08'], second)).toBe('2025-10-08');
  });

  it('is 45 days from a remote area: received 2025-09-08, Thu 10-23', async () => {
    const at = await decided('2025-08-28', { remoteArea: true });
    expect(due(await at.done('Serve', '2025-09-08', serve), 'second-complaint')).toBe('2025-10-23');
  });

  it('is 10 days about discipline, received 2025-09-08: Thu 09-18; and 30 about a dismissal: Wed 10-08', async () => {
    const windowOf = async (topic: string): Promise<string | null> => {
      const at = await assigned('2025-08-01', { ...contested('discipline'), topic });
      await at.done('HoldDialogue', '2025-08-20', dialogue);
      await at.done('Resolve', '2025-08-28', decision);
      return due(await at.done('Serve', '2025-09-08', serve), 'second-complaint');
    };
    expect([await windowOf('warning'), await windowOf('dismissal')]).toEqual(['2025-09-18', '2025-10-08']);
  });

  it('opens on silence from the day the term ended, however late that was noticed: accepted 2025-03-10, ended 04-09, window to Fri 05-09', async () => {
    const at = await assigned('2025-03-10');
    const state = await at.done('RecordRunOut', '2025-04-22', { clock: 'resolution' });
    expect(state.clocks.resolution?.ranOutOn).toBe('2025-04-09');
    expect(due(state, 'second-complaint')).toBe('2025-05-09');
  });

  it('lets a complaint against silence in on its last day, and records one a day later with the objection', async () => {
    const inTime = await assigned('2025-03-10');
    expect((await inTime.done('Recomplain', '2025-05-09', again('silence'))).stage).toBe('recomplained');
    expect(await inTime.objections()).toEqual([]);
    const late = await assigned('2025-03-10');
    expect((await late.done('Recomplain', '2025-05-10', again('silence'))).recomplaints).toBe(1);
    expect(await late.objections()).toEqual(['window-over']);
  });

  it('records a complaint against a decision after the window with the objection, and one in time without', async () => {
    for (const [on, objections] of [
      ['2025-10-08', []],
      ['2025-10-09', ['window-over']],
    ] as const) {
      const at = await decided('2025-08-28');
      await at.done('Serve', '2025-09-08', serve);
      await at.done('Recomplain', on, again('decision'));
      expect(await at.objections()).toEqual(objections);
    }
  });

  it('does not open while the term of the level still runs: the paper is recorded and moves nothing', async () => {
    const at = await assigned('2025-03-10');
    expect((await at.done('Recomplain', '2025-04-09', again('silence'))).stage).toBe('assigned');
    expect(await at.objections()).toEqual(['level-still-has-time']);
  });

  it('keeps the overdue clock of the first level until the second accepts', async () => {
    const at = await assigned('2025-03-10');
    const waiting = await at.done('Recomplain', '2025-04-15', again('silence'));
    expect([waiting.clocks.resolution?.status, due(waiting, 'resolution')]).toEqual(['running', '2025-04-09']);
    // The second level's 45 days from Mon 2025-04-21: Thu 2025-06-05.
    expect(due(await at.done('Accept', '2025-04-21'), 'resolution')).toBe('2025-06-05');
  });
});

describe('sending and publication', () => {
  it('gives the first decision 3 working days: signed Thu 2025-08-28, across National Day, Thu 09-04', async () => {
    // Working days counted: 08-29, 09-03, 09-04.
    const at = await decided('2025-08-28');
    expect(due(await at.state(), 'sending')).toBe('2025-09-04');
    expect((await at.done('Serve', '2025-09-03', serve)).clocks.sending?.status).toBe('stopped');
    expect(due(await at.state(), 'publication')).toBeNull();
  });

  it('gives the second decision 7 days, rolled from Thu 2025-05-01 to Mon 05-05, and 15 days to be published, Fri 05-09', async () => {
    const at = await assigned('2025-02-03');
    await at.done('Recomplain', '2025-03-10', again('silence'));
    await at.done('Accept', '2025-03-12');
    await at.done('Assign', '2025-03-12', { person: 'cb-8' });
    await at.done('HoldDialogue', '2025-04-10', dialogue);
    const state = await at.done('Resolve', '2025-04-24', decision);
    expect([due(state, 'sending'), due(state, 'publication')]).toEqual(['2025-05-05', '2025-05-09']);
    await at.done('Serve', '2025-04-28', serve);
    const published = await at.done('Publish', '2025-05-06', { how: 'posting', decision: 'QĐ 2' });
    expect(published.clocks.publication?.status).toBe('stopped');
    // The second decision opens no further window.
    expect(due(published, 'second-complaint')).toBeNull();
  });
});

describe('the end of a case', () => {
  it('waits until a second complaint can come no more: received Mon 2025-09-08, window to Wed 10-08, closed on Thu 10-09', async () => {
    const at = await decided('2025-08-28');
    expect((await at.refused('Close', '2025-08-29', { reason: 'đã xong' })).params).toEqual({ rule: 'not-yet-received' });
    await at.done('Serve', '2025-09-08', serve);
    expect((await at.refused('Close', '2025-10-08', { reason: 'đã xong' })).params).toEqual({ rule: 'window-open' });
    expect((await at.done('Close', '2025-10-09', { reason: 'đã xong' })).stage).toBe('closed');
  });

  it('lets no clock start after it: a decision served later opens no window', async () => {
    const at = await decided('2025-08-28');
    await at.observed('Close', '2025-08-29', { reason: 'đã xong' });
    const served = await at.done('Serve', '2025-09-08', serve);
    expect([due(served, 'second-complaint'), served.clocks.sending?.status]).toEqual([null, 'stopped']);
  });

  it('stops the clocks of the file; what the decision still asks for runs on', async () => {
    const at = await decided('2025-08-28');
    await at.done('Serve', '2025-09-08', serve);
    // Control: before it, the window runs.
    expect((await at.state()).clocks['second-complaint']?.status).toBe('running');
    const { clocks } = await at.done('Close', '2025-10-20', { reason: 'đã xong' });
    expect(Object.values(clocks).flatMap(({ id, status }) => (status === 'stopped' ? [] : [id]))).toEqual(['effect', 'second-complaint']);
  });

  it('loses no enforcement where it is closed before anybody noticed that the window is over', async () => {
    const at = await decided('2025-08-28');
    await at.done('Serve', '2025-09-08', serve);
    await at.done('RecordRunOut', '2025-09-28', { clock: 'effect' });
    await at.done('Close', '2025-10-09', { reason: 'đã xong' });
    const now = await at.done('RecordRunOut', '2025-10-09', { clock: 'second-complaint' });
    expect([now.clocks.effect?.status, due(now, 'enforcement')]).toEqual(['stopped', '2025-10-16']);
  });
});

describe('the level above', () => {
  const secondOn = async (on: string) => {
    const at = await decided('2025-08-28');
    await at.done('Serve', '2025-09-08', serve);
    await at.done('Recomplain', on, { against: 'decision', summary: 'Không đồng ý.' });
    return at;
  };
  const late = { ground: 'N6', reason: 'Quá thời hạn.' };

  it('does not refuse as late what came on the last day of the window; a day later it may', async () => {
    const no = await (await secondOn('2025-10-08')).refused('NotAccept', '2025-10-10', late);
    expect([no.params.rule, 'citation' in no.because && no.because.citation.text]).toEqual(['still-in-time', 'LKN Đ.33.1; LKN Đ.11.6']);
    expect((await (await secondOn('2025-10-09')).done('NotAccept', '2025-10-10', late)).stage).toBe('resolved');
  });

  it('accepts a complaint against silence that came in time: it sends back only what it could not accept', async () => {
    const silentSince = async (on: string) => {
      // Accepted 08-01, silent through Mon 09-01 and 09-02, which are off: the term ends on Wed 09-03, the window on Fri 10-03.
      const at = await assignedOn('2025-08-01');
      await at.done('Recomplain', on, { against: 'silence', summary: 'Im lặng.' });
      return at;
    };
    const no = await (await silentSince('2025-10-03')).refused('SendBack', '2025-10-06', { reason: 'Cấp dưới giải quyết.' });
    expect([no.params.rule, 'citation' in no.because && no.because.citation.text]).toEqual(['silence-is-accepted', 'LKN Đ.33; LKN Đ.36']);
    const late = await silentSince('2025-10-06');
    expect((await late.refused('Accept', '2025-10-07')).params.rule).toBe('window-over');
    expect((await late.done('SendBack', '2025-10-07', { reason: 'Cấp dưới giải quyết.' })).level).toBe(1);
  });

  it('keeps its own clocks when a paper about the first decision comes late', async () => {
    const at = await secondOn('2025-09-10');
    await at.done('Accept', '2025-09-12');
    await at.done('Assign', '2025-09-12', { person: 'cb-8' });
    await at.done('HoldDialogue', '2025-09-22', dialogue);
    await at.done('Resolve', '2025-09-24', { ...decision, decision: '77/QĐ-GQKN' });
    const status = ({ clocks }: Complaint) => [clocks.sending?.status, clocks.publication?.status];
    await at.done('Serve', '2025-09-25', serve);
    expect(status(await at.done('Publish', '2025-09-25', { how: 'posting', decision: '45/QĐ-GQKN' }))).toEqual(['running', 'running']);
    await at.done('Serve', '2025-09-26', { ...serve, decision: '77/QĐ-GQKN' });
    const all = await at.done('Publish', '2025-09-26', { how: 'posting', decision: '77/QĐ-GQKN' });
    expect(status(all)).toEqual(['stopped', 'stopped']);
    expect(all.clocks.sending?.lines.at(-1)?.entry.law.text).toBe('LKN Đ.41.1');
  });
});
