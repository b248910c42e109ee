/**
 * `pnpm long`: the suites that find more the longer they run, at full length, one after the other, and at the end one line for each.
 * `pnpm long SQLite` runs those with that word in their name, `LONG=0.1 pnpm long` a tenth of the length.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const tests = 'packages/testing/test/';

/** Whole folders: what a store's package tests is found without being entered here, and its short tests cost little beside the long. */
const suites: readonly { readonly name: string; readonly paths: readonly string[] }[] = [
  { name: 'memory', paths: [`${tests}memory-store.test.ts`, `${tests}store-`] },
  { name: 'SQLite', paths: ['packages/sqlite/test/'] },
  { name: 'PostgreSQL', paths: ['packages/postgres/test/'] },
  { name: 'EventStoreDB', paths: ['packages/eventstoredb/test/'] },
  { name: 'import', paths: ['packages/cli/test/kill.test.ts'] },
  { name: 'HTTP', paths: ['packages/http/test/'] },
  { name: 'hosts', paths: ['examples/embed-fastify/test/kill.test.ts', 'examples/worker/test/worker.test.ts'] },
  { name: 'evidence', paths: ['packages/audit/test/verify/', 'packages/audit/test/seal/', 'packages/audit/test/bundle-export/'] },
];

interface Ran {
  readonly name: string;
  readonly lengths: readonly string[];
  /** The run's own last word, or that it has none. */
  readonly tally: string;
  readonly held: boolean;
  readonly minutes: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const LENGTH = /: \d+ \(in a check \d+\)$/;
const TALLY = /^\d+ passed, \d+ failed/;

/** Runs the tests below the paths, shows what they say, and keeps what the end repeats. */
function run(name: string, paths: readonly string[], share: string): Promise<Ran> {
  const started = performance.now();
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', '.config/vitest.config.ts', '--no-file-parallelism', ...paths];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, LONG: share }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = stripVTControlCharacters(said).split('\n');
      resolve({
        name,
        lengths: [...new Set(lines.filter((line) => LENGTH.test(line)))],
        tally: lines.findLast((line) => TALLY.test(line)) ?? 'ended without a count',
        held: code === 0,
        minutes: (performance.now() - started) / 60_000,
      });
    });
  });
}

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = suites.filter(({ name }) => words.length === 0 || words.includes(name.toLowerCase()));
if (chosen.length === 0) throw new Error(`no suite is called that: ${suites.map(({ name }) => name).join(', ')}`);
const share = process.env.LONG ?? '1';
const ran: Ran[] = [];
for (const { name, paths } of chosen) ran.push(await run(name, paths, share));

console.log(`\nLONG=${share}`);
for (const { name, tally, held, minutes, lengths } of ran) {
  console.log(`${held ? 'held  ' : 'FAILED'} ${name}: ${tally}, in ${minutes.toFixed(1)} minutes`);
  for (const line of lengths) console.log(`         ${line}`);
}
const failed = ran.filter(({ held }) => !held).length;
console.log(`${ran.length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
