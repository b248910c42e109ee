/** The one loop that holds a store to the contract and to the generated suites: every store to the same cases, at the same lengths. */
import { isHeldTo, type OpenStore, storeContract, storeSuites } from '../packages/testing/src/index.ts';
import { itIf } from './loud-skip.ts';
import { tried } from './tried.ts';

type Kept = Parameters<typeof isHeldTo>[0];

interface How {
  /** Says why the store is not held to a case. */
  because?(kept: Kept): string;
  /** The share of the generated runs that a slow store is held to; all of them by default. */
  readonly share?: number;
}

/** Registers a test for each case and each suite. */
export function holdStore(store: OpenStore, { because = ({ needs }) => `it needs ${needs.join(', ')}`, share = 1 }: How = {}): void {
  // Controls: in packages/testing, store-contract.test.ts and store-suites.test.ts have stores that each break one promise.
  for (const kept of storeContract) itIf(isHeldTo(kept, store), because(kept), kept.name, () => kept.run(store));
  for (const suite of storeSuites) {
    const { runs, seed } = tried(Math.ceil(suite.usual * share), suite.name);
    itIf(isHeldTo(suite, store), because(suite), suite.name, () => suite.run(store, { runs, seed }));
  }
}
