import { describe, expect, it } from 'vitest';
import { head, letter, openDesk } from './desk.ts';

/** Received on the 5th; accepted on the 8th, which was recorded only on the 20th, after a note of the 12th. */
async function lateDesk() {
  let now = '2026-01-05T09:00:00.000Z';
  const desk = openDesk(() => now);
  await desk.done('Receive', '2026-01-05', letter);
  now = '2026-01-12T09:00:00.000Z';
  await desk.done('Note', '2026-01-12', { text: 'Asked the registry.' });
  now = '2026-01-20T09:00:00.000Z';
  await desk.done('Accept', '2026-01-08');
  return desk;
}

describe('a case is loaded', () => {
  it('as it is now', async () => {
    const { engine } = await lateDesk();
    expect((await engine.load('case-1'))?.state).toMatchObject({ version: 3, stage: 'received' });
  });
  it('as it was at a version', async () => {
    const { engine } = await lateDesk();
    expect((await engine.load('case-1', { version: 2 }))?.state).toMatchObject({ version: 2, notes: 1 });
  });
  it('as it was recorded at an instant: the late paper was not there yet', async () => {
    const { engine } = await lateDesk();
    const loaded = await engine.load('case-1', { recordedAt: '2026-01-15T00:00:00.000Z' });
    expect(loaded?.state.at.regions.handling).toBe('received.screening');
  });
  it('as it was recorded at an instant that is written in another zone, or without milliseconds', async () => {
    const { engine } = await lateDesk();
    const versions = ['2026-01-12T16:00:00+07:00', '2026-01-12T09:00:00Z', '2026-01-12T15:59:59+07:00'].map(
      async (recordedAt) => (await engine.load('case-1', { recordedAt }))?.records.length,
    );
    expect(await Promise.all(versions)).toEqual([2, 2, 1]);
  });
  it('as nothing, on a day before it arrived, even if a late paper is dated so early', async () => {
    const { engine, done } = await lateDesk();
    await done('Note', '2026-01-02', { text: 'Somebody called.' }, { late: { ground: 'lost', document: 'L-1' } });
    expect(await engine.load('case-1', { on: '2026-01-03' })).toBeNull();
  });
  it('as it was effective on a day: the late paper counts from its own day', async () => {
    const { engine } = await lateDesk();
    const loaded = await engine.load('case-1', { on: '2026-01-10' });
    expect(loaded?.state.at.regions.handling).toBe('received.accepted');
    expect(loaded?.state).toMatchObject({ notes: 0 });
  });
  it('and is null where there is none', async () => {
    const { engine } = await lateDesk();
    expect(await engine.load('case-9')).toBeNull();
    expect(await engine.load('case-1', { on: '2025-01-01' })).toBeNull();
  });
  it('with its history: each fact with the state before and after', async () => {
    const { engine } = await lateDesk();
    const history = await engine.history('case-1');
    expect(history.map(({ fact, before, after }) => [fact.type, before.at.regions.handling, after.at.regions.handling])).toEqual([
      ['Received', 'none', 'received.screening'],
      ['Noted', 'received.screening', 'received.screening'],
      ['Accepted', 'received.screening', 'received.accepted'],
    ]);
  });
  it('and is asked further as it was loaded: neither its history nor what may be done with it reads the store again', async () => {
    const { engine, done } = await lateDesk();
    const loaded = (await engine.load('case-1')) ?? expect.fail('there is a case');
    const [history, options] = [await engine.history('case-1'), await engine.options('case-1', head('left'), '2026-01-20')];
    await done('Assign', '2026-01-20', { person: 'p-1' });
    expect(await engine.history(loaded)).toEqual(history);
    expect(await engine.options(loaded, head('left'), '2026-01-20')).toEqual(options);
    // What came since is in the store, and only there.
    expect(await engine.history('case-1')).toHaveLength(4);
  });
  it('as it once was, with what might have been done then', async () => {
    const { engine } = await lateDesk();
    const before = (await engine.load('case-1', { version: 2 })) ?? expect.fail('there was a case');
    const may = async (of: typeof before | string) =>
      (await engine.options(of, head('left'), '2026-01-20')).flatMap((option) => (option.may ? option.command : []));
    expect(await may(before)).toContain('Accept');
    expect(await may('case-1')).not.toContain('Accept');
    expect(await engine.history(before)).toHaveLength(2);
  });
});
