/** `pnpm bench [--only NAME] [--facts N] [--json]`: how fast it is, as ratios within one run. It never passes and never fails. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { append } from './append.ts';
import { casePage } from './case-page.ts';
import { workingDays } from './due-day.ts';
import { emmett } from './emmett.ts';
import { execute } from './execute.ts';
import { fold } from './fold.ts';
import { http } from './http.ts';
import { reading } from './readers.ts';
import { audit, replay } from './replay.ts';
import { type Benchmark, met, type Result } from './result.ts';
import { seal } from './seal.ts';
import { verify } from './verify.ts';

const benchmarks: readonly Benchmark[] = [fold, workingDays, execute, http, casePage, append, emmett, reading, replay, audit, seal, verify];

const { values } = parseArgs({
  // pnpm hands on the `--` that stands before arguments.
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { only: { type: 'string' }, facts: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } },
});

const say = (what: string): void => void process.stderr.write(`${what}\n`);

function chosen(): readonly Benchmark[] {
  const found = benchmarks.filter(({ name }) => values.only === undefined || name === values.only);
  if (found.length > 0) return found;
  say(`There is no benchmark ${values.only}: ${benchmarks.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

function factsWanted(): number {
  const facts = Number(values.facts);
  if (Number.isSafeInteger(facts) && facts >= 1_000) return facts;
  say('--facts takes a whole number from 1000.');
  process.exit(2);
}

const ratioOf = (ratio: number | null): string => (ratio === null ? '' : `${ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2)} ×`);

const verdict = (result: Result): string => {
  const is = met(result);
  if (result.ratio === null) return 'not measured';
  if (is === null) return '';
  return is ? 'yes' : 'NO';
};

const HEADINGS = ['measured', 'against', 'ours', 'theirs', 'ratio', 'wanted', 'met'] as const;

const cells = (result: Result): readonly string[] => [
  result.measured,
  result.rival,
  result.ours,
  result.theirs,
  ratioOf(result.ratio),
  result.wanted === null ? '' : `${Number(result.wanted.toFixed(2))} ×`,
  verdict(result),
];

function table(results: readonly Result[]): string {
  const rows = [HEADINGS, ...results.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Loads are of the last minute: above the number of processors, others were at work too. */
const machine = () => {
  const [first] = cpus();
  return {
    node: process.version,
    processor: first?.model ?? '',
    processors: cpus().length,
    load: loadavg().map((load) => Number(load.toFixed(1))),
  };
};

/** In a process of its own: what one benchmark leaves behind, in the heap and in what is compiled, would slow down the next. */
async function alone(name: string): Promise<readonly Result[]> {
  const [, script = ''] = process.argv;
  const words = [...process.execArgv, script, '--only', name, '--facts', String(factsWanted()), '--json'];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const said = await text(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`the benchmark ${name} ended with ${code}`);
  const { results }: { readonly results: readonly Result[] } = JSON.parse(said);
  return results;
}

async function main(): Promise<void> {
  const settings = { facts: factsWanted(), say };
  const before = machine();
  const results: Result[] = [];
  const wanted = chosen();
  for (const { name, describes, run } of wanted) {
    const here = wanted.length === 1;
    if (here) say(`${describes} …`);
    results.push(...(here ? await run(settings) : await alone(name)));
  }
  if (values.json) {
    console.log(JSON.stringify({ machine: before, results: results.map((result) => ({ ...result, met: met(result) })) }, null, 2));
    return;
  }
  const unmet = results.filter((result) => met(result) === false).length;
  console.log(`\n${table(results)}\n`);
  const notes = results.flatMap(({ measured, notes }) => notes.map((said) => `${measured}: ${said}`));
  for (const note of new Set(notes)) console.log(note);
  console.log(
    `Node ${before.node}, ${before.processors} × ${before.processor}, load ${before.load.join(' ')} before and ${machine().load.join(' ')} after.`,
  );
  const missing = results.filter(({ ratio, wanted }) => ratio === null && wanted !== null).length;
  if (missing > 0) console.log(`${missing} of the wanted ratios could not be measured here.`);
  if (unmet > 0) console.log(`${unmet} of the wanted ratios ${unmet === 1 ? 'was' : 'were'} not met in this run.`);
  if (unmet + missing === 0) console.log('Every ratio that is wanted was met in this run.');
}

await main();
