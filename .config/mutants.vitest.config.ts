import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that have to find a mutant of the evidence: those that need no database and no second process. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // What is mutated is a copy, and lies among what is installed.
    exclude: [],
    include: [
      'packages/audit/test/proofs/*.test.ts',
      'packages/audit/test/canonical.test.ts',
      'packages/audit/test/verify/{attacks,parts,folders}.test.ts',
    ],
    testTimeout: 120_000,
  },
});
