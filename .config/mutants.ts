/**
 * `pnpm mutants [FILE…]`: small faults are put into the code that evidence rests on, one at a time, and the tests named for the file have
 * to find each. One that they do not find fails, unless `mutants-equivalent.json` tells why it is no fault. What became of a file mutated
 * as a whole is entered in `mutants-counted.json`; `pnpm run docs` makes docs/reference/mutants.md of both.
 *
 * `pnpm mutants verify-scan.ts:100-140` tries some lines, and enters nothing.
 *
 * `pnpm mutants --sample 8 --seed 1 [FILE…]` tries about 8 per cent of the lines of each further file, drawn by the seed, and enters them
 * apart. It fails where fewer than 85 of a hundred faults of all that is entered there were found.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as known from './mutants-known.ts';
import { drawn } from './mutants-sample.ts';

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

/** What became of the faults of one file, and which that are called equivalent are none of those left. */
interface Result {
  readonly counted: known.Counted;
  readonly stale: readonly known.Equivalent[];
}

const FOUND = ['Killed', 'RuntimeError'];
const LEFT = ['Survived', 'NoCoverage'];
/** The least score of the sample. */
const FLOOR = 85;
const folder = 'packages/audit/src/';
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

function textBetween(lines: readonly string[], { start, end }: Tried['location']): string {
  const there = lines.slice(start.line - 1, end.line);
  const last = there.pop() ?? '';
  return [...there, last.slice(0, end.column - 1)].join('\n').slice(start.column - 1);
}

function faultOf(file: string, source: string, { location, replacement }: Tried): known.Fault {
  const lines = source.split('\n');
  const line = plain(lines[location.start.line - 1] ?? '');
  return { file, line, from: plain(textBetween(lines, location)), to: plain(replacement) };
}

const testsOf = (file: string): readonly string[] => {
  const tests = known.tests[file] ?? known.further[file];
  if (tests) return tests;
  throw new Error(`no tests are named for ${file}: ${[known.tests, known.further].flatMap(Object.keys).join(', ')}`);
};

/** Has Stryker try files, or lines of them as `seal.ts:10-19`, with the tests of the first. */
function report(asked: readonly string[]): Report['files'] {
  const [first = ''] = asked[0]?.split(':') ?? [];
  const whole = first in known.further ? { MUTANTS_CORE: 'whole' } : {};
  const { status } = spawnSync('stryker', ['run', '.config/mutants.json', '--mutate', asked.map((each) => folder + each).join(',')], {
    cwd: known.top,
    stdio: 'inherit',
    env: { ...process.env, ...whole, MUTANTS_TESTS: testsOf(first).join(' ') },
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status}, and nothing was entered for ${asked.join(' ')}`);
  return JSON.parse(readFileSync(join(known.top, 'node_modules/.cache/mutants.json'), 'utf8')).files;
}

/** Prints each fault of a file that is left open, and counts. */
function told(file: string, files: Report['files']): Result {
  const { source = '', mutants = [] } = files[folder + file] ?? {};
  const none = known.equivalents().filter((each) => each.file === file);
  const left = mutants.filter(({ status }) => LEFT.includes(status)).map((each) => ({ each, fault: faultOf(file, source, each) }));
  const open = left.filter(({ fault }) => !none.some((each) => known.isSame(each, fault)));
  for (const { each, fault } of open) console.log(`${each.status} ${each.location.start.line}\n  ${JSON.stringify(fault)}`);
  const many = (...statuses: readonly string[]): number => mutants.filter(({ status }) => statuses.includes(status)).length;
  const counted = { file, mutants: mutants.length, killed: many(...FOUND), timedOut: many('Timeout') };
  const stale = none.filter((each) => !left.some(({ fault }) => known.isSame(each, fault)));
  return { counted: { ...counted, equivalent: left.length - open.length, left: open.length }, stale };
}

/** Tries the faults of a file, or of some lines, and says what is left; answers whether nothing is. */
function tried(asked: string): boolean {
  const [file = '', lines] = asked.split(':');
  const { counted, stale } = told(file, report([asked]));
  if (lines) return counted.left === 0;
  for (const { line, from, to } of stale) console.log(`Called equivalent, and found or gone: ${from} -> ${to} in ${line}`);
  const counts = known.counts();
  enter({ ...counts, whole: among(counts.whole, [counted]) });
  console.log(JSON.stringify(counted));
  return counted.left === 0 && stale.length === 0;
}

/** Tries the drawn lines of files that have the same tests, and enters them. */
function sampled(files: readonly string[], percent: number, seed: number): void {
  const draws = files.map((file) => ({ file, runs: drawn(file, readFileSync(join(known.top, folder, file), 'utf8'), percent, seed) }));
  const asked = draws.flatMap(({ file, runs }) => runs.map(({ from, to }) => `${file}:${from}-${to}`));
  const found = report(asked);
  const results = draws.map(({ file, runs }) => ({
    ...told(file, found).counted,
    lines: runs.map(({ from, to }) => `${from}-${to}`).join(','),
  }));
  const counts = known.counts();
  const isSame = counts.sample.percent === percent && counts.sample.seed === seed;
  const before = isSame ? counts.sample : { percent, seed, files: [] };
  enter({ ...counts, sample: { ...before, files: among(before.files, results) } });
  for (const each of results) console.log(JSON.stringify(each));
}

/** Those that were entered with others in their place, in the order of the page. */
function among<T extends known.Counted>(entered: readonly T[], fresh: readonly T[]): readonly T[] {
  const order = [known.tests, known.further].flatMap(Object.keys);
  const others = entered.filter(({ file }) => fresh.every((each) => each.file !== file));
  return [...others, ...fresh].sort((one, other) => order.indexOf(one.file) - order.indexOf(other.file));
}

const enter = (counts: known.Counts): void => writeFileSync(known.countedFile, `${JSON.stringify(counts, null, 2)}\n`);

function sample(files: readonly string[], percent: number, seed: number): boolean {
  if (!(percent > 0 && percent <= 100 && Number.isInteger(seed))) throw new Error('give a share from 1 to 100 per cent and a whole seed');
  console.log(`--sample ${percent} --seed ${seed}`);
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const tests = testsOf(file).join(' ');
    groups.set(tests, [...(groups.get(tests) ?? []), file]);
  }
  for (const group of groups.values()) sampled(group, percent, seed);
  const score = known.scoreOf(known.counts().sample.files);
  console.log(`${score.toFixed(1)} % of all that is entered of the sample`);
  return score >= FLOOR;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sample: { type: 'string' }, seed: { type: 'string' } } });
const asked = (all: object): readonly string[] => (positionals.length > 0 ? positionals : Object.keys(all));
const isDone = values.sample
  ? sample(asked(known.further), Number(values.sample), Number(values.seed ?? Math.floor(Math.random() * 1e6)))
  : asked(known.tests).map(tried).every(Boolean);
process.exitCode = isDone ? 0 : 1;
