import { type EventStore, memoryStore, type Recorded } from '@redress/core';
import { type OpenStore, storeSuites } from '@redress/testing';
import { describe, expect, test } from 'vitest';

type Break = (store: EventStore) => Partial<EventStore>;

const broken = (change: Break): OpenStore => ({
  async open(settings) {
    const store = memoryStore(settings);
    return { ...store, ...change(store) };
  },
  durable: false,
  limits: [],
});

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function* from(records: readonly Recorded[]): AsyncGenerator<Recorded> {
  yield* records;
}

async function all(records: AsyncIterable<Recorded>): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for await (const recorded of records) found.push(recorded);
  return found;
}

const MODEL = 'a random program is answered as a small model says';
const MEMORY = 'a random program is answered as by the memory store, text for text';
const RACES = 'what eight clients see at once can be put into one order, and a reader of the log sees no fact late';
const REPEATS = 'a command that eight send at once is written once, and each of them learns it';

/** Each store breaks one promise, and the suites that must notice. */
const breaks: readonly (readonly [string, readonly string[], Break])[] = [
  [
    'whose conflict lacks its last fact',
    [MODEL, MEMORY, RACES],
    (store) => ({
      append: async (...args) => {
        const outcome = await store.append(...args);
        return outcome.outcome === 'conflict' ? { ...outcome, missed: outcome.missed.slice(0, -1) } : outcome;
      },
    }),
  ],
  [
    'that writes a repeat again, under a new name',
    [MODEL, MEMORY, RACES, REPEATS],
    (store) => ({
      append: async (stream, head, facts) => {
        const outcome = await store.append(stream, head, facts);
        if (outcome.outcome !== 'repeated') return outcome;
        return { outcome: 'appended', head, records: outcome.records };
      },
    }),
  ],
  [
    'that answers a read from what it knew a moment ago',
    [RACES],
    (store) => {
      const stale = new Map<string, readonly Recorded[]>();
      return {
        async *read(stream, range) {
          const fresh = await all(store.read(stream, range));
          const known = stale.get(stream) ?? fresh;
          stale.set(stream, fresh);
          yield* from(known);
        },
      };
    },
  ],
  [
    'whose readers of the log see a fact after those behind it',
    [RACES],
    (store) => ({
      async *readLog(after, limit) {
        const log = await all(store.readLog(after, limit));
        // The second last is still on its way.
        yield* from(log.filter((_, index) => log.length % 3 !== 0 || index !== log.length - 2));
      },
    }),
  ],
  [
    'that looks at the version, waits, and then writes',
    [RACES, REPEATS],
    (store) => ({
      append: async (stream, head, facts) => {
        const fits = (await all(store.read(stream))).length === head.version;
        await pause();
        if (!fits) return store.append(stream, head, facts);
        const rival = await all(store.read(stream, { from: head.version + 1 }));
        const last = rival.at(-1);
        if (last === undefined) return store.append(stream, head, facts);
        // Its check is old: it takes the place of whoever wrote meanwhile.
        return { outcome: 'appended', head: { ...head, version: head.version + facts.length }, records: rival };
      },
    }),
  ],
  [
    'that begins a stream again where it should be refused',
    [MODEL, MEMORY],
    (store) => ({
      append: async (stream, head, facts) =>
        store.append(head.version === 0 && (await all(store.read(stream))).length > 2 ? `${stream} again` : stream, head, facts),
    }),
  ],
  [
    'that trims what it stores',
    [MODEL, MEMORY],
    (store) => ({
      append: (stream, head, [first, ...rest]) =>
        store.append(stream, head, [{ ...first, data: { ...first.data, note: String(first.data.note).trim() } }, ...rest]),
    }),
  ],
];

describe('the generated suites notice a store', () => {
  for (const [name, found, change] of breaks) {
    for (const suite of storeSuites.filter((one) => found.includes(one.name))) {
      test(`${name}: ${suite.name}`, async () => {
        await expect(suite.run(broken(change), { runs: Math.min(suite.usual, 300), seed: 7 })).rejects.toThrow();
      });
    }
  }

  test('and let the whole one pass, with the same seed', async () => {
    for (const suite of storeSuites)
      await suite.run(
        broken(() => ({})),
        { runs: Math.min(suite.usual, 300), seed: 7 },
      );
  });

  test('and say the seed that shows it again', async () => {
    const change = breaks[0]?.[2] ?? expect.fail();
    for (const suite of storeSuites.filter(({ name }) => breaks[0]?.[1].includes(name))) {
      await expect(suite.run(broken(change), { runs: 300, seed: 4711 })).rejects.toThrow(/seed:? 4711/);
    }
  });
});
