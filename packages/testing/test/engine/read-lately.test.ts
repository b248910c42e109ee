/** What the engine keeps between commands is a cache of the log: it saves reading, and changes no answer. */
import { complaint, createEngine, type EventStore, isRefusal, memoryStore, type Range, type Recorded } from '@redress/core';
import { describe, expect, test } from 'vitest';
import { houseAuthority, houseOrganisation, houseRules } from '../../src/house-rules.ts';
import { head, openDesk } from './desk.ts';

const now = () => '2026-06-30T10:00:00.000Z';
const LOG = '6f3c1b1e-0a52-4c0a-9d5e-0d7c5a3be0aa';

/** A store that counts the records it gives out, and that may be exchanged for another one behind the engine's back. */
function counted(first: EventStore = memoryStore({ log: LOG, now })): {
  store: EventStore;
  read: () => number;
  exchange(other: EventStore): void;
} {
  let inner = first;
  let count = 0;
  async function* reading(stream: string, range?: Range): AsyncGenerator<Recorded> {
    for await (const recorded of inner.read(stream, range)) {
      count += 1;
      yield recorded;
    }
  }
  const store: EventStore = {
    log: first.log,
    read: reading,
    append: (...given) => inner.append(...given),
    readLog: (...given) => inner.readLog(...given),
    subscribe: (...given) => inner.subscribe(...given),
    ingest: (records) => inner.ingest(records),
    close: () => inner.close(),
  };
  return {
    store,
    read: () => count,
    exchange: (other) => {
      inner = other;
    },
  };
}

const another = (store: EventStore) =>
  createEngine({ store, caseTypes: [complaint], law: houseRules(), authority: houseAuthority(), organisation: houseOrganisation(), now });

const note = (id: string, text = 'On the desk.') => ({
  id,
  type: 'Note',
  case: 'case-1',
  on: '2026-01-12',
  actor: head('left'),
  data: { text },
});

async function texts(store: EventStore): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { text } of store.read('case-1')) found.push(text);
  return found;
}

async function copied(store: EventStore, most = Number.POSITIVE_INFINITY): Promise<EventStore> {
  const other = memoryStore({ log: LOG, now });
  await other.ingest(store.readLog('', most));
  return other;
}

describe('a command', () => {
  // Control: with a cache that never keeps anything, the tenth note reads twelve records.
  test('reads the last record it knows and what came since, and no more', async () => {
    const { store, read } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    for (let at = 0; at < 9; at += 1) await desk.done('Note', '2026-01-12', { text: `Note ${at}.` });
    const before = read();
    await desk.done('Note', '2026-01-12', { text: 'The tenth.' });
    expect(read() - before).toBe(1);
  });

  test('finds what another engine wrote meanwhile', async () => {
    const { store } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    const other = another(store);
    expect(isRefusal(await other.execute(note('from-elsewhere')))).toBe(false);
    const done = await desk.done('Note', '2026-01-13', { text: 'After it.' });
    expect(done.state).toMatchObject({ version: 5, notes: 2 });
    const again = await desk.engine.execute(note('from-elsewhere'));
    expect(again).toMatchObject({ done: true, repeated: true });
  });

  test('of two at once on one case neither is lost, and each knows of the other', async () => {
    const { store } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => desk.engine.execute(note(`note-${at}`))));
    expect(outcomes.every((outcome) => !isRefusal(outcome))).toBe(true);
    expect((await desk.engine.load('case-1'))?.state).toMatchObject({ version: 23, notes: 20 });
    expect((await desk.done('Note', '2026-01-13', { text: 'The last.' })).state).toMatchObject({ version: 24, notes: 21 });
  });
});

describe('a log that somebody put back', () => {
  // Control: without the comparison of the last record, the note is appended to a chain that does not hold.
  test.each([
    ['is shorter', 3],
    ['has other facts at the same versions', 3],
  ])('%s: the command is judged on what is there', async (what, kept) => {
    const { store, exchange } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    const backup = await copied(store, kept);
    if (what !== 'is shorter') await another(backup).execute(note('in-the-backup', 'Of the backup.'));
    await desk.done('Note', '2026-01-12', { text: 'Lost with the log.' });
    exchange(backup);
    const done = await desk.done('Note', '2026-01-13', { text: 'After the backup.' });
    expect(done.state.notes).toBe(what === 'is shorter' ? 1 : 2);
    const chain = await texts(backup);
    expect(chain).toHaveLength(done.state.version);
    const checked = memoryStore({ log: LOG, now });
    await expect(checked.ingest(backup.readLog('', Number.POSITIVE_INFINITY))).resolves.toBeUndefined();
  });

  test('while a command is under way: it is told, and nothing is written', async () => {
    const { store, exchange } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    const backup = await copied(store, 2);
    const swapping: EventStore = {
      ...store,
      append: (...given) => {
        exchange(backup);
        return store.append(...given);
      },
    };
    await expect(another(swapping).execute(note('between'))).rejects.toMatchObject({ code: 'history-damaged', written: 'nothing-written' });
    expect(await texts(backup)).toHaveLength(2);
  });
});

describe('what is handed out', () => {
  test('a state is the caller’s own: changing it changes no later answer', async () => {
    const desk = openDesk(now);
    await desk.assigned();
    const first = await desk.done('Note', '2026-01-12', { text: 'One.' });
    first.state.notes = 99;
    first.state.clocks = {};
    const second = await desk.done('Note', '2026-01-12', { text: 'Two.' });
    expect(second.state.notes).toBe(2);
    expect(Object.keys(second.state.clocks)).toEqual(['acceptance', 'resolution']);
  });

  // Control: without the freezing, the changed record is what the next command is judged by.
  test('a record is everybody’s, and cannot be changed', async () => {
    const desk = openDesk(now);
    await desk.assigned();
    const { facts, state } = await desk.done('Note', '2026-01-12', { text: 'One.' });
    expect(() => Object.assign(facts[0]?.record.data ?? {}, { text: 'Another.' })).toThrow(TypeError);
    expect(() => Object.assign(state.clocks.resolution?.lines[0] ?? {}, { dueOn: '2030-01-01' })).toThrow(TypeError);
    const loaded = await desk.engine.load('case-1');
    expect(() => Object.assign(loaded?.records[0]?.record ?? {}, { type: 'Closed' })).toThrow(TypeError);
  });
});
