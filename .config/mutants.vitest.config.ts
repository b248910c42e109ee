import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type Reporter, type TestSpecification, type Vitest } from 'vitest/node';

const ownStreams = fileURLToPath(new URL('../packages/core/src/store/own-streams.ts', import.meta.url));

/** A file whose tests cannot be read for a fault has found it, though none was begun: Stryker looks at tests alone, and at errors. */
class Unread implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(files: Parameters<NonNullable<Reporter['onTestRunEnd']>>[0]): void {
    for (const { moduleId, children } of files)
      if (children.size === 0) this.#vitest?.state.catchError(new Error(`no test could be read in ${moduleId}`), 'Unread');
  }
}

const tests = (process.env.MUTANTS_TESTS ?? 'packages/audit/test/{proofs,verify}/*.test.ts').split(' ');

/** In the order in which they are named: nothing is run any more once a fault was found, so the quick ones stand first. */
class AsNamed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => tests.findIndex((name) => moduleId.endsWith(name));
    return files.toSorted((one, other) => place(one) - place(other));
  }
}

/** The tests that have to find the mutants at hand: `mutants.ts` says which, for each file that is mutated. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // All that the proofs and the verifier take of core. The rest would be loaded again for every fault, which takes longer than their tests.
  resolve: process.env.MUTANTS_CORE === 'whole' ? {} : { alias: { '@redress/core': ownStreams } },
  test: {
    // What is mutated is a copy, and lies among what is installed.
    exclude: [],
    include: tests,
    sequence: { sequencer: AsNamed },
    globalSetup: fileURLToPath(new URL('temporary-folder.ts', import.meta.url)),
    testTimeout: 120_000,
    reporters: [new Unread()],
  },
});
