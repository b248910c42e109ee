/**
 * Generated suites: what holds for every program, every race and every repeat, tried on as many as the caller has time for. A store's
 * whole test is one loop, as with the contract:
 *
 *     for (const suite of storeSuites) test(suite.name, () => suite.run(mine, { runs: suite.usual, seed: 7 }));
 */
import assert from 'node:assert/strict';
import { type EventStore, memoryStore, type Recorded } from '@redress/core';
import * as fc from 'fast-check';
import { chance } from './histories-chance.ts';
import { historyOf, wrongIn } from './store-clients.ts';
import type { Need, OpenStore } from './store-contract/contract-case.ts';
import { sendDuplicates } from './store-duplicates.ts';
import { holdAgainstModel } from './store-model.ts';
import { type Played, type Program, play, programs } from './store-program.ts';

export interface Tried {
  readonly runs: number;
  /** Makes a run that failed again. */
  readonly seed: number;
}

export interface StoreSuite {
  /** A true sentence about every store. */
  readonly name: string;
  readonly needs: readonly Need[];
  /** How many runs are usual: a fraction of a minute on a store on disk. */
  readonly usual: number;
  /** Rejects where one of so many runs does not hold, and says the seed. */
  run(store: OpenStore, tried: Tried): Promise<void>;
}

const memory: OpenStore = { open: async (settings) => memoryStore(settings), durable: false, limits: [] };

/** The stores' answers but for positions, which are each store's own. */
const withoutPositions = (played: readonly Played[]) => {
  const bare = (records: readonly Recorded[]): string[] => records.map(({ text }) => text);
  return played.map((step) => {
    if (step.asked !== 'append') return bare(step.answer);
    return 'records' in step.answer ? { ...step.answer, records: bare(step.answer.records) } : step.answer;
  });
};

const forPrograms = ({ runs, seed }: Tried, holds: (program: Program) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(programs, holds), { numRuns: runs, seed });

/** Two store objects on one log where the store has such, else one. */
async function withStores(given: OpenStore, use: (stores: readonly EventStore[]) => Promise<void>): Promise<void> {
  const stores = [await given.open()];
  try {
    if (given.again) stores.push(await given.again());
    await use(stores);
  } finally {
    for (const store of stores) await store.close();
  }
}

export const storeSuites: readonly StoreSuite[] = [
  {
    name: 'a random program is answered as a small model says',
    needs: [],
    usual: 60,
    run: (given, tried) => forPrograms(tried, async (program) => holdAgainstModel(await play(given, program))),
  },
  {
    name: 'a random program is answered as by the memory store, text for text',
    needs: [],
    usual: 60,
    run: (given, tried) =>
      forPrograms(tried, async (program) => {
        // A store that is held to less is asked less, and so is the one it is compared with.
        const reference = { ...memory, limits: given.limits };
        assert.deepEqual(withoutPositions(await play(given, program)), withoutPositions(await play(reference, program)));
      }),
  },
  {
    name: 'what eight clients see at once can be put into one order, and a reader of the log sees no fact late',
    needs: [],
    usual: 300,
    run: (given, { runs, seed }) =>
      withStores(given, async (stores) => {
        const seeds = chance(seed);
        let start = '';
        for (let run = 0; run < runs; run += 1) {
          const history = await historyOf(stores, { name: `history ${run}`, seed: seeds.seed(), start });
          start = history.log.at(-1)?.position ?? start;
          const wrong = wrongIn(history);
          if (wrong !== undefined) assert.fail(`history ${run} of ${runs}, seed ${seed}: ${wrong}`);
        }
      }),
  },
  {
    name: 'a command that eight send at once is written once, and each of them learns it',
    needs: [],
    usual: 5000,
    run: (given, { runs }) => withStores(given, (stores) => sendDuplicates(stores, runs)),
  },
];
