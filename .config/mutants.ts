/**
 * `pnpm mutants [FILE…]`: small faults are put into the code that evidence rests on, one at a time, and the tests named for the file have
 * to find each. One that they do not find fails, unless `mutants-equivalent.json` tells why it is no fault. What became of a file mutated
 * as a whole is entered in `mutants-counted.json`; `pnpm docs` makes docs/reference/mutants.md of both.
 *
 * `pnpm mutants verify-scan.ts:100-140` tries some lines, and enters nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Counted, countedFile, counts, equivalents, type Fault, isSame, tests, top } from './mutants-known.ts';

/** What Stryker says of one fault. Lines and columns count from 1. */
interface Tried {
  readonly status: string;
  readonly replacement: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Tried[] }>>;
}

const FOUND = ['Killed', 'RuntimeError'];
const LEFT = ['Survived', 'NoCoverage'];
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

function textBetween(lines: readonly string[], { start, end }: Tried['location']): string {
  const there = lines.slice(start.line - 1, end.line);
  const last = there.pop() ?? '';
  return [...there, last.slice(0, end.column - 1)].join('\n').slice(start.column - 1);
}

function faultOf(file: string, source: string, { location, replacement }: Tried): Fault {
  const lines = source.split('\n');
  const line = plain(lines[location.start.line - 1] ?? '');
  return { file, line, from: plain(textBetween(lines, location)), to: plain(replacement) };
}

/** Tries the faults of a file, or of some lines, and says what is left; answers whether nothing is. */
function tried(asked: string): boolean {
  const [file = '', lines] = asked.split(':');
  const found = tests[file];
  if (!found) throw new Error(`no tests are named for ${file}: ${Object.keys(tests).join(', ')}`);
  const path = `packages/audit/src/${file}`;
  const { status } = spawnSync('stryker', ['run', '.config/mutants.json', '--mutate', lines ? `${path}:${lines}` : path], {
    cwd: top,
    stdio: 'inherit',
    env: { ...process.env, MUTANTS_TESTS: found.join(' ') },
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status}, and nothing was entered for ${file}`);
  const { files }: Report = JSON.parse(readFileSync(join(top, 'node_modules/.cache/mutants.json'), 'utf8'));
  const { source = '', mutants = [] } = files[path] ?? {};
  return told(file, source, mutants, lines === undefined);
}

function told(file: string, source: string, mutants: readonly Tried[], whole: boolean): boolean {
  const known = equivalents().filter((each) => each.file === file);
  const left = mutants.filter(({ status }) => LEFT.includes(status)).map((each) => ({ each, fault: faultOf(file, source, each) }));
  const open = left.filter(({ fault }) => !known.some((each) => isSame(each, fault)));
  for (const { each, fault } of open) console.log(`${each.status} ${each.location.start.line}\n  ${JSON.stringify(fault)}`);
  if (!whole) return open.length === 0;
  const stale = known.filter((each) => !left.some(({ fault }) => isSame(each, fault)));
  for (const { line, from, to } of stale) console.log(`Called equivalent, and found or gone: ${from} -> ${to} in ${line}`);
  const many = (...statuses: readonly string[]): number => mutants.filter(({ status }) => statuses.includes(status)).length;
  const equivalent = left.length - open.length;
  enter({ file, mutants: mutants.length, killed: many(...FOUND), timedOut: many('Timeout'), equivalent, left: open.length });
  return open.length === 0 && stale.length === 0;
}

function enter(counted: Counted): void {
  const others = counts().filter(({ file }) => file !== counted.file);
  const place = ({ file }: Counted): number => Object.keys(tests).indexOf(file);
  const all = [...others, counted].sort((one, other) => place(one) - place(other));
  writeFileSync(countedFile, `${JSON.stringify(all, null, 2)}\n`);
  console.log(JSON.stringify(counted));
}

const asked = process.argv.slice(2);
const results = (asked.length > 0 ? asked : Object.keys(tests)).map(tried);
process.exitCode = results.every(Boolean) ? 0 : 1;
