import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { length } from '../../../../.config/lengths.ts';
import { verifierFrom, verifyBundle } from '../../src/index.ts';
import { place } from './sealed-store.ts';

const FACTS = length('facts of a log that is handed out in flat memory', 50_000, 1_000_000);

/** Megabytes of heap: too few for the records of the log, enough for the program. */
const HEAP = 64;

const file = `${place()}.db`;

function run(words: readonly string[], options: readonly string[] = []) {
  const script = fileURLToPath(import.meta.resolve('./large-log.ts'));
  return spawnSync(process.execPath, [...options, '--import', import.meta.resolve('tsx'), script, file, ...words], { encoding: 'utf8' });
}

const handOut = (what: string) => run([what], [`--max-old-space-size=${HEAP}`]);

beforeAll(() => {
  const made = run(['make', String(FACTS)]);
  expect(made.status, made.stderr).toBe(0);
});

describe('an export of a large log', () => {
  it.each(['log', 'case'])('needs no more memory than that of a small one (%s)', async (what) => {
    const { status, stdout, stderr } = handOut(what);
    expect(status, stderr).toBe(0);
    const { folder, vkey, size } = JSON.parse(stdout);
    expect(size).toBe(FACTS + 1);
    expect((await verifyBundle({ folder, verifiers: [verifierFrom(vkey)] })).findings).toEqual([]);
    // Whoever receives it needs no more memory either.
    const limits = [`--max-old-space-size=${HEAP}`];
    const verified = spawnSync(process.execPath, [...limits, join(folder, 'verify.mjs'), folder, '--vkey', vkey], { encoding: 'utf8' });
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringMatching(/^It holds\. Bundles: 1, /)]);
  });

  it('is measured by a limit that whoever keeps the records meets', () => {
    const { signal, status, stderr } = handOut('hold');
    expect([signal ?? status, stderr]).toEqual(['SIGABRT', expect.stringContaining('heap out of memory')]);
  });
});
