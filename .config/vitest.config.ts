import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'examples/**/*.test.{ts,tsx}', '.config/test/**/*.test.ts'],
    globalSetup: fileURLToPath(new URL('temporary-folder.ts', import.meta.url)),
    // The tally goes last: whoever runs the tests from a script reads one plain line.
    reporters: ['default', fileURLToPath(new URL('tally.ts', import.meta.url))],
    // Processes, not threads: native drivers and child processes are part of what is tested.
    pool: 'forks',
    // Every core: by itself vitest leaves one to itself, which on two is half of the machine.
    maxWorkers: '100%',
    // What is measured of memory is measured after the garbage was collected.
    execArgv: ['--expose-gc'],
    // What takes seconds on a quiet machine may take a minute on a busy one; a long run takes the hours that it takes.
    testTimeout: process.env.LONG === undefined ? 120_000 : 24 * 3_600_000,
    hookTimeout: process.env.LONG === undefined ? 120_000 : 24 * 3_600_000,
  },
});
