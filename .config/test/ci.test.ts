import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../../.ci/run', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ci-'));
afterAll(() => rmSync(folder, { recursive: true }));

const needed = ['python3', 'make', 'g++', 'pg_ctlcluster', 'chromium', 'npm'];

/** Runs the entry with an `npx` of ours in front of the real one, and everything it would install in place. */
function run(npx: string): { status: number | null; lines: string[] } {
  for (const name of needed) writeFileSync(join(folder, name), '#!/bin/sh\n');
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\n${npx}\n`);
  for (const name of ['npx', ...needed]) chmodSync(join(folder, name), 0o755);
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const ran = spawnSync(entry, { encoding: 'utf8', env });
  return { status: ran.status, lines: ran.stdout.trimEnd().split('\n') };
}

describe('the entry for machines', () => {
  it('runs the README’s test command, and nothing else', () => {
    expect(run('echo "asked: $*"; echo "3 passed, 0 failed"')).toEqual({
      status: 0,
      lines: ['asked: -y pnpm@10.34.9 test', '3 passed, 0 failed'],
    });
  });

  it('names a second Node to them, and goes on where it could not be had', () => {
    const { status, lines } = run('echo "$OTHER_NODE"; echo "3 passed, 0 failed"');
    expect([status, lines[0]]).toEqual([0, expect.stringMatching(/node-linux-\w+\/bin\/node$/)]);
  });

  it('fails as the tests fail, and still ends with the count', () => {
    const { status, lines } = run('echo "2 passed, 1 failed, 4 skipped"; echo " ELIFECYCLE  Test failed."; exit 7');
    expect(status).toBe(7);
    expect(lines.at(-1)).toBe('2 passed, 1 failed, 4 skipped');
  });

  it('says that nothing passed where the tests never began', () => {
    const { status, lines } = run('echo "could not install"; exit 1');
    expect(status).toBe(1);
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });
});
