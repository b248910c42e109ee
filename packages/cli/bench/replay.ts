/** A large log on SQLite folded from its first fact to its last, and whether memory stays flat meanwhile. */
import { join } from 'node:path';
import { foldLog, replayAll } from '@redress/audit';
import { openSqlite } from '@redress/sqlite';
import { houseRules } from '@redress/testing';
import { parseEvery } from './bare.ts';
import { writeLargeLog } from './large-log.ts';
import { caseTypes } from './lives.ts';
import { type Benchmark, type Result, same, time } from './result.ts';
import { type Measured, measuredOf, turned } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 3;
/** Where memory is looked at first: everything is compiled, and the cases held have come to their number. */
const EARLY = 100_000;
const MB = 1_000_000;

async function foldEvery(path: string): Promise<number> {
  const store = await openSqlite(path);
  const { facts } = await foldLog({ store, caseTypes });
  await store.close();
  return facts;
}

/** Everything that an audit compares; one finding, and the log was not what it should be. */
async function auditEvery(path: string): Promise<number> {
  const store = await openSqlite(path);
  const replay = replayAll({ store, caseTypes, laws: houseRules() });
  for await (const { code, says } of replay) throw new Error(`the log has a finding: ${code}: ${says}`);
  await store.close();
  return replay.summary.facts;
}

interface Memory {
  readonly heap: number;
  readonly resident: number;
}

function memoryNow(): Memory {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: (heapUsed + external) / MB, resident: rss / MB };
}

/** Memory early on and at the end of one pass, in MB; in a pass of its own, because collecting garbage takes time. */
async function memoryOf(path: string, facts: number): Promise<{ readonly early: Memory; readonly late: Memory }> {
  const store = await openSqlite(path);
  const earlyAt = Math.min(EARLY, Math.ceil(facts / 10));
  let [count, early, late] = [0, memoryNow(), memoryNow()];
  await foldLog({
    store,
    caseTypes,
    onFact: () => {
      count += 1;
      if (count === earlyAt) early = memoryNow();
      // Still in the midst of it: what the pass holds is there.
      if (count === facts) late = memoryNow();
    },
  });
  await store.close();
  return { early, late };
}

interface Pass {
  readonly name: string;
  run(path: string): number | Promise<number>;
}

const passes: readonly Pass[] = [
  { name: 'fold', run: foldEvery },
  { name: 'SELECT and JSON.parse', run: parseEvery },
  { name: 'audit', run: auditEvery },
];

/** Processor time of this process, in nanoseconds a fact: a pass takes seconds, in which neighbours come and go. */
async function costOf({ run }: Pass, path: string): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const facts = await run(path);
  const { user, system } = process.cpuUsage(before);
  return ((user + system) * 1_000) / facts;
}

async function measure(path: string, say: (what: string) => void): Promise<readonly Measured[]> {
  const all = passes.map((pass) => ({ pass, name: pass.name, taken: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { pass, name, taken } of turned(all, round)) {
      taken.push(await costOf(pass, path));
      say(`  round ${round + 1} of ${ROUNDS}, ${name}: ${time(taken.at(-1) ?? 0)} a fact`);
    }
  }
  return measuredOf(all);
}

async function run({ facts: wanted, say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, 'large.db');
    await writeLargeLog(path, wanted, say);
    const facts = parseEvery(path);
    same('the number of facts', await foldEvery(path), facts);
    const memory = await memoryOf(path, facts);
    return [...resultsOf(await measure(path, say), facts), memoryResult(memory, facts)];
  });
}

function resultsOf([fold, parse, audit]: readonly Measured[], facts: number): readonly Result[] {
  if (!fold || !parse || !audit) return [];
  const rival = 'raw SELECT and JSON.parse';
  const theirs = time(parse.nanoseconds);
  const notes = ['processor time a fact; the rival reads the same file in the same chunks'];
  return [
    { measured: `fold ${facts} facts from SQLite`, rival, ours: time(fold.nanoseconds), theirs, ratio: parse.ratio, wanted: 0.7, notes },
    {
      measured: 'the same, everything audited',
      rival,
      ours: time(audit.nanoseconds),
      theirs,
      ratio: parse.nanoseconds / audit.nanoseconds,
      wanted: null,
      notes: ['chain, stage by XState, schema, due days, custody and order of every fact'],
    },
  ];
}

const LEEWAY_MB = 50;
const megabytes = (value: number): string => `${value.toFixed(1)} MB`;

function memoryResult({ early, late }: Awaited<ReturnType<typeof memoryOf>>, facts: number): Result {
  const grown = Math.abs(late.heap - early.heap);
  return {
    measured: 'memory while it is folded',
    rival: `${LEEWAY_MB} MB between early and late`,
    ours: megabytes(grown),
    theirs: megabytes(LEEWAY_MB),
    ratio: LEEWAY_MB / grown,
    wanted: 1,
    notes: [
      `heap and external after a collection: ${megabytes(early.heap)} at ${Math.min(EARLY, Math.ceil(facts / 10))} facts, ${megabytes(late.heap)} at ${facts}` +
        `; resident: ${megabytes(early.resident)}, then ${megabytes(late.resident)}`,
    ],
  };
}

export const replay: Benchmark = { name: 'replay', describes: 'replay of a large log', run };
