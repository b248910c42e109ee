import { consume, type EventStore, memoryCursor, memoryStore, project, type Recorded } from '@redress/core';
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
        await cursor.move('', records.at(-1)?.record.id ?? '');
      },
    };
    expect(await consume(store, slow, cursor, stop.signal)).toMatchObject({ records: 0, ended: 'taken-over' });
    expect(handled).toBe(1);
  });

  const elsewhere = { log: '6f3c1b1e-0a52-4c0a-9d5e-0d7c5a3be0aa', now: () => '2026-06-30T10:00:00.000Z' };

  /** A log of three facts, and a cursor after the last of them. */
  async function followed(log: EventStore) {
    const { done } = openDesk(elsewhere.now, log);
    await done('Receive', '2026-01-05', letter);
    await done('Accept', '2026-01-08');
    await done('Assign', '2026-01-09', { person: 'p-7' });
    const cursor = memoryCursor();
    await project(log, { apply: () => undefined }, cursor, 2);
    return cursor;
  }

  async function copied(log: EventStore, most: number): Promise<EventStore> {
    const other = memoryStore(elsewhere);
    await other.ingest(log.readLog('', most));
    return other;
  }

  // Control: with a cursor that keeps a position alone, each of these goes on in silence, past facts that nobody was handed.
  it.each<[string, (log: EventStore) => Promise<EventStore>]>([
    ['was restored from an older backup', (log) => copied(log, 1)],
    [
      'was restored and has grown another way since',
      async (log) => {
        const other = await copied(log, 1);
        const { done } = openDesk(elsewhere.now, other);
        for (const text of ['One.', 'Two.', 'Three.']) await done('Note', '2026-01-12', { text }, { id: text });
        return other;
      },
    ],
    ['is another one', async () => memoryStore({ ...elsewhere, log: '0d7c5a3b-0a52-4c0a-9d5e-6f3c1b1ee0aa' })],
  ])('does not go on in a log that %s: it is told', async (_, exchanged) => {
    const log = memoryStore(elsewhere);
    const cursor = await followed(log);
    const other = await exchanged(log);
    const nothing = { apply: () => expect.unreachable('something was handed over') };
    await expect(project(other, nothing, cursor)).rejects.toMatchObject({ code: 'history-damaged' });
    await expect(consume(other, nothing, cursor, new AbortController().signal)).rejects.toMatchObject({ code: 'history-damaged' });
    expect(await project(log, nothing, cursor)).toMatchObject({ records: 0, caughtUp: true });
  });

  it('is told of a cursor that no consumer has written', async () => {
    const { store } = openDesk();
    for (const text of ['7', '{}', '["a"]', '[1,2,3,4]', 'x'.repeat(200)]) {
      const cursor = { read: () => text, move: () => true };
      await expect(project(store, { apply: () => undefined }, cursor)).rejects.toMatchObject({ code: 'history-damaged' });
    }
  });
});
