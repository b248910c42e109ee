/**
 * `pnpm --filter @redress/postgres bench [--rounds N] [--seconds N]`: four ways to give facts an order, on a server of its own; two
 * and a half minutes if nothing is said. It never passes and never fails. Appends against pgbench: `pnpm bench --only postgres`.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { hasOwnPostgres, noOwnPostgres, type OwnServer, ownServer, postgresProgram } from '../../../.config/postgres-server.ts';
import { openPostgres } from '../src/index.ts';
import { BESIDE, contendersOf, seenBeside, TABLES, type Tally } from './orders.ts';
import { inRounds, type Measured } from './rounds.ts';
import { runAll } from './statements.ts';

const CALLERS = [1, 4, 16];

const say = (what: string): void => void process.stderr.write(`${what}\n`);

const { values } = parseArgs({
  // pnpm hands on the `--` that stands before arguments.
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '2' } },
});

function whole(name: 'rounds' | 'seconds'): number {
  const number = Number(values[name]);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  say(`--${name} takes a whole number from 1. Nothing was measured.`);
  process.exit(2);
}

const [rounds, milliseconds] = [whole('rounds'), whole('seconds') * 1000];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const rateText = ({ rate, ratio }: Measured): string => `${rate.toFixed(0)} (${ratio.toFixed(2)} ×)`;

/** One line for each order: what it costs at so many writers, what its reader missed, and what a reader sees beside an open transaction. */
function table(measured: readonly Measured[], tallies: ReadonlyMap<string, Tally>, beside: ReadonlyMap<string, number>): string {
  const headings = [...CALLERS.map((callers) => (callers === 1 ? '1 writer' : `${callers} writers`)), 'its reader missed', 'seen beside'];
  const lines = [...tallies].map(([name, { written, missed }]) => {
    const rates = CALLERS.map((callers) => measured.find((one) => one.name === name && one.callers === callers));
    return row([name, ...rates.map((one) => (one ? rateText(one) : '')), `${missed} of ${written}`, `${beside.get(name)} of ${BESIDE}`]);
  });
  return [row(['order', ...headings]), row(['---', ...headings.map(() => '---')]), ...lines].join('\n');
}

const version = (): string => spawnSync(postgresProgram('postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim();

async function measure(server: OwnServer): Promise<string> {
  await runAll(server.url, TABLES);
  const store = await openPostgres(server.url, { schema: 'orders' });
  const tallies = new Map<string, Tally>();
  const { contenders, end } = await contendersOf(server.url, 'orders', store.log, Math.max(...CALLERS), tallies);
  const measured: Measured[] = [];
  for (const callers of CALLERS) {
    say(`${callers} of ${CALLERS.join(', ')} writers, ${rounds} rounds …`);
    measured.push(...(await inRounds(contenders, callers, rounds, milliseconds)));
  }
  await end();
  const beside = await seenBeside(server.url, 'orders', store.log);
  await store.close();
  return table(measured, tallies, beside);
}

if (!hasOwnPostgres) {
  say(`Nothing was measured: ${noOwnPostgres}.`);
  process.exit(2);
}
const before = loadavg()[0];
const server = await ownServer({ shared_buffers: '128MB' });
try {
  const figures = await measure(server);
  console.log(
    [
      '',
      'Appends a second of one fact each, acknowledged when durable, by the same driver with a reader beside; in brackets the median over the',
      `rounds of the ratio to the identity column. Seen beside: of ${BESIDE} facts written while another database's transaction stays open.`,
      '',
      figures,
      '',
      `Node ${process.version}, ${version()}, ${availableParallelism()} processors, ` +
        `load ${before?.toFixed(1)} before and ${loadavg()[0]?.toFixed(1)} after; medians of ${rounds} rounds of ${milliseconds / 1000} s.`,
    ].join('\n'),
  );
} finally {
  await server.remove();
}
