/**
 * `pnpm --filter @redress/postgres bench [-- --rounds N] [--seconds N]`: three orders against an identity column, on a server of its own.
 * It never passes and never fails. Appends against pgbench are measured by `pnpm bench --only postgres`.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { hasOwnPostgres, noOwnPostgres, type OwnServer, ownServer } from '../../../.config/postgres-server.ts';
import { openPostgres } from '../src/index.ts';
import { contendersOf, TABLES, type Tally } from './orders.ts';
import { inRounds, type Measured } from './rounds.ts';

const CALLERS = [1, 4, 16];

const { values } = parseArgs({
  // pnpm hands on the `--` that stands before arguments.
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '2' } },
});

const whole = (given: string): number => Math.max(1, Math.round(Number(given)));
const [rounds, milliseconds] = [whole(values.rounds), whole(values.seconds) * 1000];

const line = ({ name, callers, rate, ratio }: Measured): string => `| ${callers} | ${name} | ${rate.toFixed(0)} | ${ratio.toFixed(2)} × |`;

function table(heading: string, measured: readonly Measured[]): void {
  console.log(
    ['', heading, '', '| callers | what | a second | of the first |', '| --- | --- | --- | --- |', ...measured.map(line)].join('\n'),
  );
}

async function ordersBeside(server: OwnServer): Promise<void> {
  const store = await openPostgres(server.url, { schema: 'orders' });
  const tallies = new Map<string, Tally>();
  const { contenders: all, end } = await contendersOf(server.url, 'orders', store.log, Math.max(...CALLERS), tallies);
  const measured: Measured[] = [];
  for (const callers of CALLERS) measured.push(...(await inRounds(all, callers, rounds, milliseconds)));
  await end();
  await store.close();
  table('Four orders, the same driver, one statement an append, a reader beside', measured);
  for (const [name, { written, missed }] of tallies) console.log(`${name}: of ${written} written the reader missed ${missed}`);
}

if (!hasOwnPostgres) {
  process.stderr.write(`Nothing was measured: ${noOwnPostgres}.\n`);
  process.exit(2);
}
const server = await ownServer({ shared_buffers: '128MB' });
try {
  const client = new pg.Client(server.url);
  await client.connect();
  for (const statement of TABLES) await client.query(statement);
  const version = await client.query('SHOW server_version');
  await client.end();
  const before = loadavg()[0];
  await ordersBeside(server);
  console.log(
    `\nNode ${process.version}, PostgreSQL ${version.rows[0]?.server_version}, ${availableParallelism()} processors, ` +
      `load ${before?.toFixed(1)} before and ${loadavg()[0]?.toFixed(1)} after; medians of ${rounds} rounds of ${milliseconds / 1000} s.`,
  );
} finally {
  await server.remove();
}
