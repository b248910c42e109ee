import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const vitestEntry = join(root, 'node_modules/vitest/dist/index.js');
const setup = join(root, '.config/temporary-folder.ts');

/** What a test may leave behind: a folder of its own, and one of a child process. */
const leaves = `import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from '${vitestEntry}';
it('leaves something behind', () => {
  writeFileSync(join(mkdtempSync(join(tmpdir(), 'left-')), 'file'), 'x');
  const child = "require('node:fs').mkdtempSync(require('node:path').join(require('node:os').tmpdir(), 'child-'))";
  execFileSync(process.execPath, ['--eval', child]);
  throw new Error(tmpdir());
});`;

let place: string;
beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'temporary-')));
});
afterAll(() => rmSync(place, { recursive: true }));

/** What is left in a temporary folder by a run that fails, and what the run says, with the one that its test was told. */
function leftBy(name: string, config: string): { readonly left: readonly string[]; readonly told: string } {
  const [folder, system] = [join(place, name), join(place, `${name}-tmp`)];
  for (const each of [folder, system]) mkdirSync(each);
  writeFileSync(join(folder, 'sample.test.ts'), leaves);
  writeFileSync(join(folder, 'vitest.config.mjs'), `export default { test: { pool: 'forks', ${config} } };`);
  const outer = Object.entries(process.env).filter(([key]) => !key.startsWith('VITEST'));
  const env = { ...Object.fromEntries(outer), TMPDIR: system, TEMP: system, TMP: system };
  const ran = spawnSync(process.execPath, [vitest, 'run', '--root', folder], { cwd: folder, encoding: 'utf8', env });
  // What tsx has compiled stays; vitest keeps nothing there once it has ended.
  const left = readdirSync(system).filter((each) => !/^tsx-/.test(each));
  return { left: left.map((each) => each.replace(/-.*/, '')).toSorted(), told: ran.stderr };
}

describe('a run of the tests', () => {
  it('leaves nothing in the temporary folder, failed or not, and its path leaves room for that of a socket', () => {
    const { left, told } = leftBy('own', `globalSetup: ${JSON.stringify(setup)}`);
    expect(left).toEqual([]);
    expect(told).toMatch(/-tmp[/\\]run-\w{6}\b/);
  });

  // The control: the same test without the setup.
  it('would leave what its tests and their children leave', () => {
    expect(leftBy('bare', '').left).toEqual(['child', 'left']);
  });

  it('is given a folder of its own while it goes', () => {
    expect(tmpdir()).toMatch(/run-\w{6}$/);
  });
});
