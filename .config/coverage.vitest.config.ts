import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `pnpm coverage`: every branch of the proofs and of the verifier is gone through by their own tests, or this fails. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['packages/audit/test/{proofs,verify}/*.test.ts', 'packages/audit/test/canonical.test.ts'],
    // These take long, ask another verifier the same, or look at the built file; no branch is gone through by them alone.
    exclude: ['every-size', 'agreed', 'flips', 'much', 'program', 'random', 'attacks'].map(
      (name) => `packages/audit/test/*/${name}.test.ts`,
    ),
    globalSetup: fileURLToPath(new URL('temporary-folder.ts', import.meta.url)),
    testTimeout: 120_000,
    coverage: {
      enabled: true,
      include: ['packages/audit/src/{canonical,merkle,checkpoint,heads,verdict,verify*}.ts'],
      reporter: ['text'],
      thresholds: { perFile: true, branches: 100, functions: 100, lines: 100 },
    },
  },
});
