/** What the engine keeps between commands is a cache of the log: it saves reading, and changes no answer. */
import { complaint, createEngine, type EventStore, isRefusal, memoryStore, type Range, type Recorded } from '@redress/core';
import { describe, expect, test } from 'vitest';
import { houseAuthority, houseOrganisation, houseRules } from '../../src/house-rules.ts';
import { head, letter, openDesk } from './desk.ts';

const now = () => '2026-06-30T10:00:00.000Z';
const LOG = '6f3c1b1e-0a52-4c0a-9d5e-0d7c5a3be0aa';

/** A store that counts what is asked of it, and that may be exchanged for another one behind the engine's back. */
function counted(first: EventStore = memoryStore({ log: LOG, now })): {
  store: EventStore;
  /** Streams read, records given out, appends. */
  asked: { reads: number; records: number; appends: number };
  exchange(other: EventStore): void;
} {
  let inner = first;
  const asked = { reads: 0, records: 0, appends: 0 };
  async function* reading(stream: string, range?: Range): AsyncGenerator<Recorded> {
    asked.reads += 1;
    for await (const recorded of inner.read(stream, range)) {
      asked.records += 1;
      yield recorded;
    }
  }
  const store: EventStore = {
    log: first.log,
    read: reading,
    append: (...given) => {
      asked.appends += 1;
      return inner.append(...given);
    },
    readLog: (...given) => inner.readLog(...given),
    subscribe: (...given) => inner.subscribe(...given),
    ingest: (records) => inner.ingest(records),
    close: () => inner.close(),
  };
  return {
    store,
    asked,
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

/** The store, in which so many appends wait for each other: all have read before the first one writes. */
function meeting(store: EventStore, most: number): EventStore {
  const waiting: (() => void)[] = [];
  return {
    ...store,
    append: async (...given) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length >= most) for (const go of waiting) go();
      });
      return store.append(...given);
    },
  };
}

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
  test('on a case that was met lately is one append, and reads nothing', async () => {
    const { store, asked } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    for (let at = 0; at < 9; at += 1) await desk.done('Note', '2026-01-12', { text: `Note ${at}.` });
    const before = { ...asked };
    await desk.done('Note', '2026-01-12', { text: 'The tenth.' });
    expect(asked).toEqual({ ...before, appends: before.appends + 1 });
  });

  test('that is refused, or was answered before, looks at what came since, and appends nothing', async () => {
    const { store, asked } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    await desk.engine.execute(note('first'));
    const before = { ...asked };
    expect(isRefusal(await desk.engine.execute({ ...note('again'), type: 'Accept', data: {} }))).toBe(true);
    expect(asked).toEqual({ reads: before.reads + 1, records: before.records + 1, appends: before.appends });
    expect(await desk.engine.execute(note('first'))).toMatchObject({ done: true, repeated: true });
    expect(asked).toEqual({ reads: before.reads + 2, records: before.records + 2, appends: before.appends });
  });

  // Control: a no that is given on what was read lately refuses what has become lawful meanwhile.
  test('is not refused for what another engine has changed meanwhile', async () => {
    const { store } = counted();
    const desk = openDesk(now, store);
    await desk.done('Receive', '2026-01-05', letter);
    await another(store).execute({ ...note('accepted'), type: 'Accept', on: '2026-01-08', data: {} });
    expect((await desk.done('Assign', '2026-01-09', { person: 'p-7' })).state.stage).toBe('assigned');
  });

  // Control: where what was missed is not kept, each of these is told of a conflict first.
  test('learns what it missed once, not again with each command', async () => {
    const { store, asked } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    await another(store).execute(note('from-elsewhere'));
    await desk.engine.execute(note('after-it'));
    const before = { ...asked };
    await desk.engine.execute(note('and-another'));
    expect(asked).toEqual({ ...before, appends: before.appends + 1 });
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

describe('one id for two commands at once', () => {
  // Control: an engine that takes the store's word for it answers the second with the facts of the first.
  test.each([
    ['another command', { type: 'RecordVisit', data: { unit: 'left', purpose: 'His pension.' } }],
    ['another actor', { actor: head('top') }],
  ])('is refused for %s', async (_, other) => {
    const { store } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    const together = meeting(store, 2);
    const sent = [note('both'), { ...note('both'), ...other }];
    const outcomes = await Promise.all(sent.map((input) => another(together).execute(input)));
    expect(outcomes.map((outcome) => (isRefusal(outcome) ? outcome.code : outcome.repeated))).toEqual([false, 'COMMAND_ID_REUSED']);
    expect((await desk.engine.load('case-1'))?.state.version).toBe(4);
  });
});

describe('a log that somebody put back', () => {
  // Control: in a store that compares no leaf, the note is appended to a chain that does not hold.
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

  test('of the same length, between the reading of a command and its append: it is told, and nothing is written', async () => {
    const { store, exchange } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    const backup = await copied(store, 2);
    await another(backup).execute(note('in-the-backup'));
    const swapping: EventStore = {
      ...store,
      append: (...given) => {
        exchange(backup);
        return store.append(...given);
      },
    };
    await expect(another(swapping).execute(note('between'))).rejects.toMatchObject({ code: 'history-damaged', written: 'nothing-written' });
    expect(await texts(backup)).toHaveLength(3);
  });

  // Control: without the look at `prev` the longer log is taken for what was missed, and the command is judged on a mixture.
  test.each([
    ['a shorter one', 2, []],
    ['a longer one that went another way', 2, ['a', 'b', 'c', 'd']],
  ])('while a command is under way, %s: it is told, and nothing is written', async (_, kept, notes) => {
    const { store, exchange } = counted();
    const desk = openDesk(now, store);
    await desk.assigned();
    const backup = await copied(store, kept);
    for (const id of notes) await another(backup).execute(note(id));
    const swapping: EventStore = {
      ...store,
      append: (...given) => {
        exchange(backup);
        return store.append(...given);
      },
    };
    await expect(another(swapping).execute(note('between'))).rejects.toMatchObject({ code: 'history-damaged', written: 'nothing-written' });
    expect(await texts(backup)).toHaveLength(kept + notes.length);
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

  // Control: judged with what the caller holds, the note bears a day that no calendar has.
  test('a command is the engine’s from the moment it is sent', async () => {
    const desk = openDesk(now);
    await desk.assigned();
    const sent = { ...note('mine'), actor: { ...head('left') } };
    const doing = desk.engine.execute(sent);
    sent.on = '2026-02-31';
    sent.actor.unit = '';
    const done = await doing;
    expect(done).toMatchObject({ done: true, facts: [{ record: { meta: { occurredOn: '2026-01-12', unit: 'left' } } }] });
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
    const both = await Promise.all(['one', 'other'].map((id) => desk.engine.execute(note(id))));
    for (const outcome of both) {
      if (isRefusal(outcome)) throw new Error(outcome.code);
      expect(() => Object.assign(outcome.facts[0]?.record ?? {}, { type: 'Closed' })).toThrow(TypeError);
    }
  });
});
