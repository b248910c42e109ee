import { consume, memoryCursor, type Recorded } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { letter, openDesk } from './desk.ts';

const types = (records: readonly Recorded[]): readonly string[] => records.map(({ record }) => record.type);

describe('a consumer of the log', () => {
  it('is handed the history and then what is written, in order and once, and takes up where it stood', async () => {
    const { store, done } = openDesk();
    const cursor = memoryCursor();
    const seen: string[] = [];
    await done('Receive', '2026-01-05', letter);
    const stop = new AbortController();
    const following = consume(store, { apply: (records) => void seen.push(...types(records)) }, cursor, stop.signal);
    await done('Accept', '2026-01-08');
    await expect.poll(() => seen).toEqual(['Received', 'Accepted']);
    stop.abort();
    expect(await following).toMatchObject({ records: 2, ended: 'stopped' });
    await done('Assign', '2026-01-09', { person: 'p-7' });
    const again = new AbortController();
    const next = consume(store, { apply: (records) => void seen.push(...types(records)) }, cursor, again.signal);
    await expect.poll(() => seen).toEqual(['Received', 'Accepted', 'Assigned']);
    again.abort();
    await next;
  });

  it('meets a batch again that it did not get through: at least once, told by the id of the fact', async () => {
    const { store, done } = openDesk();
    await done('Receive', '2026-01-05', letter);
    const cursor = memoryCursor();
    const tried: string[] = [];
    const failing = {
      apply: (records: readonly Recorded[]): void => {
        tried.push(...records.map(({ record }) => record.id));
        throw new Error('the printer is out of paper');
      },
    };
    await expect(consume(store, failing, cursor, new AbortController().signal)).rejects.toThrow('out of paper');
    expect(await cursor.read()).toBe('');
    const stop = new AbortController();
    const working = {
      apply: (records: readonly Recorded[]): void => {
        tried.push(...records.map(({ record }) => record.id));
        stop.abort();
      },
    };
    await consume(store, working, cursor, stop.signal);
    expect(tried[1]).toBe(tried[0]);
    expect(await cursor.read()).not.toBe('');
  });

  it('stops where another of its name moved on: of two, one goes on', async () => {
    const { store, done } = openDesk();
    await done('Receive', '2026-01-05', letter);
    const cursor = memoryCursor();
    const stop = new AbortController();
    let handled = 0;
    const slow = {
      apply: async (records: readonly Recorded[]): Promise<void> => {
        handled += 1;
        // The other one gets there first.
        await cursor.move('', records.at(-1)?.position ?? '');
      },
    };
    expect(await consume(store, slow, cursor, stop.signal)).toMatchObject({ records: 0, ended: 'taken-over' });
    expect(handled).toBe(1);
  });
});
