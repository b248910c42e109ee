import { type EventStore, type LogMessage, memoryStore, NO_STREAM, type Recorded } from '@redress/core';
import { type OpenSettings, type OpenStore, storeContract } from '@redress/testing';
import { describe, expect, test } from 'vitest';

type Break = (store: EventStore, settings?: OpenSettings) => Partial<EventStore>;

/** One log for all who open one. */
const shared = memoryStore();

async function all(records: AsyncIterable<Recorded>): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for await (const recorded of records) found.push(recorded);
  return found;
}

const broken = (change: Break): OpenStore => ({
  async open(settings) {
    const store = memoryStore(settings);
    return { ...store, ...change(store, settings) };
  },
  durable: false,
  limits: [],
});

async function* changed(records: AsyncIterable<Recorded>, change: (record: Recorded) => readonly Recorded[]): AsyncGenerator<Recorded> {
  for await (const recorded of records) yield* change(recorded);
}

/** Each store breaks one promise, and the case that must notice. Without such a store a case might be unable to fail. */
const breaks: readonly (readonly [string, string, Break])[] = [
  [
    'its conflict lacks one fact',
    'a conflict carries exactly the facts that were missed, in order',
    (store) => ({
      append: async (...args) => {
        const outcome = await store.append(...args);
        return outcome.outcome === 'conflict' ? { ...outcome, missed: outcome.missed.slice(1) } : outcome;
      },
    }),
  ],
  [
    'it knows no repeats',
    'the same append again is Repeated, with the first versions and instants',
    (store) => ({
      append: async (...args) => {
        const outcome = await store.append(...args);
        return outcome.outcome === 'repeated'
          ? { outcome: 'conflict', head: { version: 0, leaf: null, at: '' }, missed: outcome.records }
          : outcome;
      },
    }),
  ],
  [
    'its appends tell positions',
    'an append tells no position',
    (store) => ({
      append: async (...args) => {
        const outcome = await store.append(...args);
        return outcome.outcome === 'appended'
          ? { ...outcome, records: outcome.records.map((record) => ({ ...record, position: '1' })) }
          : outcome;
      },
    }),
  ],
  [
    'it writes again what failed',
    'an append that cannot store its last fact leaves nothing',
    (store) => ({
      append: async (stream, head, facts) => {
        await store.append(stream, head, [facts[0]]);
        return store.append(stream, head, facts);
      },
    }),
  ],
  [
    'its log tells each fact twice',
    'every fact appears once, each stream in version order',
    (store) => ({ readLog: (after, limit) => changed(store.readLog(after, limit), (record) => [record, record]) }),
  ],
  [
    'its positions are plain numbers',
    'positions sort as text in log order, from before the first to after the last',
    (store) => ({
      readLog: (after, limit) =>
        changed(store.readLog(after, limit), (record) => [{ ...record, position: String(Number(record.position)) }]),
    }),
  ],
  [
    'its log ends at a thousand',
    'a log longer than a batch is read whole, from any position',
    (store) => ({ readLog: (after, limit) => store.readLog(after, Math.min(limit, 1000)) }),
  ],
  [
    'it normalises names',
    'names that differ in case, accents or normal form are different streams',
    (store) => ({
      read: (stream, range) => store.read(stream.normalize('NFC'), range),
      append: (stream, head, facts) => store.append(stream.normalize('NFC'), head, facts),
    }),
  ],
  [
    'its ranges end before `to`',
    'from and to are inclusive',
    (store) => ({ read: (stream, range) => store.read(stream, { ...range, to: (range?.to ?? 99) - 1 }) }),
  ],
  [
    'it lives on when closed',
    'after closing every call is the fault closed, and closing again is nothing',
    () => ({ close: async () => {} }),
  ],
  ['it takes nothing in', 'a log taken in is the same, byte for byte and in order, and goes on', () => ({ ingest: async () => {} })],
  [
    'its caught-up is told twice',
    'caught-up comes once per catching up, on an empty log too',
    (store) => ({
      async *subscribe(after, signal) {
        for await (const message of store.subscribe(after, signal)) {
          yield message;
          if (message.kind === 'caught-up') yield message;
        }
      },
    }),
  ],
  [
    'it is shared by all who open one',
    'two logs beside each other do not see each other',
    () => ({ append: shared.append, read: shared.read, readLog: shared.readLog, subscribe: shared.subscribe }),
  ],
  [
    'a read that is left early keeps its connection',
    'leaving the loop early frees what was held',
    (store) => {
      let connections = 10;
      return {
        async *read(stream, range) {
          if (connections === 0) throw new Error('no connection is left');
          connections -= 1;
          yield* store.read(stream, range);
          connections += 1;
        },
      };
    },
  ],
  [
    'its subscriptions read ahead of a slow reader',
    'a slow reader keeps memory flat, in what was written before and while it waits',
    (store) => ({
      async *subscribe(after, signal) {
        const ahead = await all(store.readLog(after, Number.POSITIVE_INFINITY));
        for (let index = 0; index < ahead.length; index += 500) {
          const records = ahead.slice(index, index + 500);
          yield { kind: 'batch', records, position: records.at(-1)?.position ?? after };
        }
        yield* store.subscribe(ahead.at(-1)?.position ?? after, signal);
      },
    }),
  ],
  [
    'its subscriptions push what is written, and let it pile up',
    'a slow reader keeps memory flat, in what was written before and while it waits',
    (store) => ({
      async *subscribe(after, signal) {
        const pile: LogMessage[] = [];
        let arrived = (): void => {};
        (async () => {
          for await (const message of store.subscribe(after, signal)) {
            pile.push(message);
            arrived();
          }
        })().catch(() => arrived());
        while (!signal.aborted) {
          const message = pile.shift();
          if (message) yield message;
          else await new Promise<void>((resolve) => (arrived = resolve));
        }
      },
    }),
  ],
  [
    'its subscriptions begin at the beginning',
    'a saved position resumes with the rest',
    (store) => ({ subscribe: (_, signal) => store.subscribe('', signal) }),
  ],
];

describe('the store contract notices a store when', () => {
  test.each(breaks)('%s', async (_, name, change) => {
    const kept = storeContract.find((one) => one.name === name) ?? expect.fail(`no case is named: ${name}`);
    await expect(kept.run(broken(change))).rejects.toThrow();
    await kept.run(broken(() => ({})));
  });
});

test('an empty append does not type-check', async () => {
  // @ts-expect-error one fact is the least that is appended.
  await expect(memoryStore().append('case', NO_STREAM, [])).rejects.toThrow('Nothing was written');
});

test('every case of the store contract has a name of its own', () => {
  expect(new Set(storeContract.map(({ name }) => name)).size).toBe(storeContract.length);
});
