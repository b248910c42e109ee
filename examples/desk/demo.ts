/**
 * `pnpm demo`: the demonstration of the command line, and then the desk on what it has written. On a terminal it asks whether to open it;
 * elsewhere it prints the command. The command line knows nothing of the desk: hosts stand above packages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { openDesk, stopped } from './main.ts';

/** The day on which the demonstration ends. */
const TODAY = '2026-11-20';

const given = process.argv.slice(2);
const value = (option: string): string | undefined => {
  const at = given.findIndex((word) => word === option || word.startsWith(`${option}=`));
  return at < 0 ? undefined : given[at]?.includes('=') ? given[at]?.slice(option.length + 1) : given[at + 1];
};

// A place is named to the demonstration, so that the desk knows it afterwards. Another store than a file has no desk yet.
const elsewhere = value('--store') !== undefined;
const file = value('--db') ?? join(mkdtempSync(join(tmpdir(), 'redress-demo-')), 'redress.db');
const place = elsewhere || value('--db') !== undefined ? [] : ['--db', file];
const bin = fileURLToPath(new URL('../../packages/cli/src/bin.ts', import.meta.url));
const { status } = spawnSync(process.execPath, ['--import', 'tsx', bin, 'demo', ...given, ...place], { stdio: 'inherit' });
process.exitCode = status ?? 1;

const document = given.includes('--json') || given.includes('--help') || given.includes('-h');
if (status === 0 && !elsewhere && !document && existsSync(file)) await offer();

async function offer(): Promise<void> {
  console.log(`\nThe desk, a page for officers on these cases:\n\nnpx -y pnpm@10.34.9 desk --db ${file} --today ${TODAY}\n`);
  if (!process.stdin.isTTY || !process.stdout.isTTY) return;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const said = await asking.question('Open it now, on a free port? [Y/n] ');
  asking.close();
  if (!/^(y|yes)?$/i.test(said.trim())) return;
  const desk = await openDesk(file, { today: TODAY });
  console.log(`The desk is open at ${desk.address}. Ctrl+C closes it.`);
  await stopped();
  await desk.close();
}
