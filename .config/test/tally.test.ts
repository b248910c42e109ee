import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const reporter = join(root, '.config/tally.ts');
const loudSkip = join(root, '.config/loud-skip.ts');
const vitestEntry = join(root, 'node_modules/vitest/dist/index.js');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs one test file in a process of its own and gives what a script would see. */
function run(source: string): { status: number | null; lines: string[] } {
  const file = join(folder, 'sample.test.ts');
  writeFileSync(file, `import { expect, it } from '${vitestEntry}';\nimport { describeIf } from '${loudSkip}';\n${source}`);
  // The inner run is no worker of this one: it must not see the outer run's settings.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const options = { cwd: folder, encoding: 'utf8', env } as const;
  const ran = spawnSync(process.execPath, [vitest, 'run', '--root', folder, '--reporter', 'default', '--reporter', reporter], options);
  return { status: ran.status, lines: ran.stdout.trimEnd().split('\n') };
}

describe('the last line of a test run', () => {
  it('counts what passed, and the run exits 0', () => {
    const { status, lines } = run(`it('a', () => expect(1).toBe(1)); describeIf(true, '', 'b', () => it('c', () => {}));`);
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
    expect(status).toBe(0);
  });

  it('counts a failing test, and the run does not exit 0', () => {
    const { status, lines } = run(`it('a', () => {}); it('b', () => expect(1).toBe(2));`);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(status).not.toBe(0);
  });

  it('counts a file that does not load as failed', () => {
    const { status, lines } = run(`it('a', () => {}); throw new Error('does not load');`);
    expect(lines.at(-1)).toMatch(/, 1 failed$/);
    expect(status).not.toBe(0);
  });

  it('counts an error outside any test as failed', () => {
    const { status, lines } = run(
      `it('a', async () => { Promise.reject(new Error('nobody waits')); await new Promise((r) => setTimeout(r, 50)); });`,
    );
    expect(lines.at(-1)).toMatch(/, 1 failed$/);
    expect(status).not.toBe(0);
  });

  it('names every suite that was skipped, with its reason, before the count', () => {
    const { status, lines } = run(
      `it('a', () => {}); describeIf(false, 'set PG_URL', 'PostgreSQL', () => { it('b', () => {}); it('c', () => {}); });`,
    );
    expect(lines.at(-1)).toBe('1 passed, 0 failed, 2 skipped');
    expect(lines.at(-2)).toBe('  - sample.test.ts: PostgreSQL (skipped: set PG_URL) (2 tests)');
    expect(status).toBe(0);
  });
});
