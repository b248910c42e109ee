/** Appends on PostgreSQL, against pgbench inserting the same bytes on the same server. */
import { openPostgres } from '@redress/postgres';
import { hasOwnPostgres, noOwnPostgres, ownServer } from '../../../.config/postgres-server.ts';
import { contenders, PLAIN } from '../../postgres/bench/against-pgbench.ts';
import { inRounds } from '../../postgres/bench/rounds.ts';
import { runAll } from '../../postgres/bench/statements.ts';
import { type Benchmark, notMeasured, type Result, time } from './result.ts';

const CALLERS = [1, 4, 16];
const ROUNDS = 5;
const MILLISECONDS = 2_000;
const WANTED = 0.7;
const SECOND_NS = 1_000_000_000;

const measured = (callers: number): string => `append on PostgreSQL, ${callers === 1 ? '1 caller' : `${callers} callers`}`;
const RIVAL = 'pgbench INSERT of the same bytes';

async function run({ say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  if (!hasOwnPostgres) return CALLERS.map((callers) => notMeasured(measured(callers), RIVAL, WANTED, noOwnPostgres));
  const server = await ownServer({ shared_buffers: '128MB' });
  try {
    await runAll(server.url, PLAIN);
    const store = await openPostgres(server.url);
    const { all, end } = contenders(server, store);
    const results: Result[] = [];
    for (const callers of CALLERS) {
      results.push(...resultsOf(callers, await inRounds(all, callers, ROUNDS, MILLISECONDS)));
      say(`  ${measured(callers)}: measured`);
    }
    await end();
    await store.close();
    return results;
  } finally {
    await server.remove();
  }
}

function resultsOf(callers: number, all: Awaited<ReturnType<typeof inRounds>>): readonly Result[] {
  const [plain, streamed] = all;
  const ours = all.find(({ name }) => name === 'append');
  const driver = all.find(({ name }) => name === 'driver');
  if (!plain || !streamed || !ours || !driver) return [];
  return [
    {
      measured: measured(callers),
      rival: RIVAL,
      ours: time(SECOND_NS / ours.rate),
      theirs: time(SECOND_NS / plain.rate),
      ratio: ours.ratio,
      wanted: WANTED,
      notes: [
        'one fact, acknowledged when durable; all callers together',
        `${plain.rate.toFixed(0)} a second by pgbench, ${ours.rate.toFixed(0)} by append; ` +
          `pgbench under a unique version of a stream as well: ${streamed.rate.toFixed(0)}`,
        `the driver by itself, inserting what pgbench inserts: ${driver.rate.toFixed(0)}, ${driver.ratio.toFixed(2)} × of pgbench`,
      ],
    },
  ];
}

export const append: Benchmark = { name: 'postgres', describes: 'appends on PostgreSQL beside pgbench', run };
