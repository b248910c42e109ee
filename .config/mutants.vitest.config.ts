import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const ownStreams = fileURLToPath(new URL('../packages/core/src/store/own-streams.ts', import.meta.url));

/** The tests that have to find the mutants at hand: `mutants.ts` says which, for each file that is mutated. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // All that the proofs and the verifier take of core. The rest would be loaded again for every fault, which takes longer than their tests.
  resolve: process.env.MUTANTS_CORE === 'whole' ? {} : { alias: { '@redress/core': ownStreams } },
  test: {
    // What is mutated is a copy, and lies among what is installed.
    exclude: [],
    include: (process.env.MUTANTS_TESTS ?? 'packages/audit/test/{proofs,verify}/*.test.ts').split(' '),
    testTimeout: 120_000,
  },
});
