/**
 * What differs from one Node to the next, on a second one: which SQLite there is, and what its cryptography forgives. `OTHER_NODE` names
 * the binary.
 */
import { execFile } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { describeIf } from '../loud-skip.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { OTHER_NODE = '' } = process.env;
const PATHS = [
  'packages/sqlite/test/',
  'packages/audit/test/proofs/',
  'packages/audit/test/verify/agreed.test.ts',
  'packages/cli/test/audit-seal.test.ts',
  'examples/desk/test/demo.test.ts',
];

const VITEST = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', '.config/vitest.config.ts'];

describeIf(OTHER_NODE !== '', 'OTHER_NODE names no Node', `on another Node (${OTHER_NODE})`, () => {
  it('what meets its SQLite or its cryptography holds as well', async () => {
    const env = { ...process.env, OTHER_NODE: '', PATH: `${dirname(OTHER_NODE)}${delimiter}${process.env.PATH}` };
    const run = promisify(execFile)(OTHER_NODE, [...VITEST, ...PATHS], { cwd: root, env, maxBuffer: 2 ** 26 });
    const { stdout } = await run.catch(({ message, stdout, stderr }) => expect.fail(`${message}\n${stdout}\n${stderr}`));
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed/);
  }, 1_200_000);
});
