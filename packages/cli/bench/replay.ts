/** A large log on SQLite folded from its first fact to its last, and whether memory stays flat meanwhile. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkLog, foldLog, type LogCheck, type Replay, replayAll } from '@redress/audit';
import type { EventStore } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { houseRules } from '@redress/testing';
import { parseEvery } from './bare.ts';
import type { Memory } from './fold-memory.ts';
import { caseTypes } from './lives.ts';
import { type Benchmark, type Result, same, time } from './result.ts';
import { type Measured, measuredOf, now, turned } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 5;
/** Where memory is looked at first: everything is compiled, and the cases held have come to their number. */
const EARLY = 100_000;
const earlyOf = (facts: number): number => Math.min(EARLY, Math.ceil(facts / 10));
const MB = 1_000_000;

async function foldEvery(path: string): Promise<number> {
  const store = await openSqlite(path);
  const { facts } = await foldLog({ store, caseTypes });
  await store.close();
  return facts;
}

/** One finding, and the log was not what it should be. */
async function readEvery(path: string, reading: (store: EventStore) => Replay | LogCheck): Promise<number> {
  const store = await openSqlite(path);
  const found = reading(store);
  for await (const { code, says } of found) throw new Error(`the log has a finding: ${code}: ${says}`);
  await store.close();
  return found.summary.facts;
}

/** Validated, hashed, folded. */
const checkEvery = (path: string): Promise<number> => readEvery(path, (store) => checkLog({ store, caseTypes }));
/** Everything that a replay compares. */
const replayEvery = (path: string): Promise<number> => readEvery(path, (store) => replayAll({ store, caseTypes, laws: houseRules() }));

/** What a program beside this one says of a log, in a process of its own: whatever is done in this one changes what is measured later. */
async function toldBy(program: string, ...words: readonly string[]): Promise<unknown> {
  const asked = fork(new URL(program, import.meta.url), words);
  const [told] = await once(asked, 'message');
  return told;
}

/** Memory early on and at the end of one pass. */
async function memoryOf(path: string, facts: number): Promise<readonly Memory[]> {
  return (await toldBy('fold-memory.ts', path, String(earlyOf(facts)), String(facts))) as readonly Memory[];
}

/** The most heap in use after a collection, in MB. */
const heapOf = async (path: string, reading: 'check' | 'replay'): Promise<number> =>
  Number(await toldBy('audit-heap.ts', path, reading)) / MB;

interface Pass {
  readonly name: string;
  run(path: string): number | Promise<number>;
}

interface Cost {
  /** Nanoseconds a fact, on the wall. */
  readonly passed: number;
  /** Nanoseconds a fact of this process's processor time, its collector's threads included. */
  readonly worked: number;
}

async function costOf({ run }: Pass, path: string): Promise<Cost> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const start = now();
  const facts = await run(path);
  const passed = (now() - start) / facts;
  const { user, system } = process.cpuUsage(before);
  return { passed, worked: ((user + system) * 1_000) / facts };
}

interface Compared {
  readonly passed: readonly Measured[];
  readonly worked: readonly Measured[];
}

/** Whole passes, one after the other: a pass of a million facts takes seconds, so few rounds say much. */
async function compared(passes: readonly Pass[], path: string, say: (what: string) => void): Promise<Compared> {
  const all = passes.map((pass) => ({ pass, name: pass.name, costs: [] as Cost[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { pass, name, costs } of turned(all, round)) {
      const cost = await costOf(pass, path);
      costs.push(cost);
      say(`  round ${round + 1} of ${ROUNDS}, ${name}: ${time(cost.passed)} a fact`);
    }
  }
  const measured = (of: (cost: Cost) => number): readonly Measured[] =>
    measuredOf(all.map(({ name, costs }) => ({ name, taken: costs.map(of) })));
  return { passed: measured(({ passed }) => passed), worked: measured(({ worked }) => worked) };
}

const parsing: Pass = { name: 'SELECT and JSON.parse', run: parseEvery };

function resultOf(measured: string, { passed, worked }: Compared, wanted: number | null, said: string): readonly Result[] {
  const [ours, rival] = passed;
  const [, byWork] = worked;
  if (!ours || !rival || !byWork) return [];
  const notes = [said, `in processor time, collector included, the ratio is ${byWork.ratio.toFixed(2)} ×`];
  return [
    {
      measured,
      rival: 'SELECT and JSON.parse of all rows',
      ours: time(ours.nanoseconds),
      theirs: time(rival.nanoseconds),
      ratio: rival.ratio,
      wanted,
      notes,
    },
  ];
}

async function runReplay({ facts: wanted, say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, 'large.db');
    await toldBy('write-log.ts', path, String(wanted));
    const facts = parseEvery(path);
    same('the number of facts', await foldEvery(path), facts);
    const said = 'a fact; the rival reads the same file in the same chunks, and keeps nothing';
    const measured = await compared([{ name: 'fold', run: foldEvery }, parsing], path, say);
    return [...resultOf(`fold ${facts} facts from SQLite`, measured, 0.7, said), ...memoryResult(await memoryOf(path, facts), facts)];
  });
}

async function runAudit({ facts: wanted, say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, 'audited.db');
    await toldBy('write-log.ts', path, String(wanted));
    const facts = parseEvery(path);
    same('the number of facts', await checkEvery(path), facts);
    const checked = await compared([{ name: 'check', run: checkEvery }, parsing], path, say);
    // Only now: code that had met the objects of a replay as well would be compiled for both.
    same('the number of facts', await replayEvery(path), facts);
    const replayed = await compared([{ name: 'replay', run: replayEvery }, parsing], path, say);
    const lookedAt = 'a fact; version, link, log, instant and schema of each are compared, and it is folded';
    const all = 'a fact; bytes, chain, stage by XState, schema, due days, custody and order of each are compared';
    return [
      ...resultOf(`check ${facts} facts from SQLite`, checked, 0.5, lookedAt),
      heapResult('checked', await heapOf(path, 'check')),
      ...resultOf(`replay ${facts} facts from SQLite`, replayed, null, all),
      heapResult('replayed', await heapOf(path, 'replay')),
    ];
  });
}

const MOST_HEAP_MB = 32;

function heapResult(done: string, heap: number): Result {
  return {
    measured: `heap while it is ${done}`,
    rival: `${MOST_HEAP_MB} MB`,
    ours: megabytes(heap),
    theirs: megabytes(MOST_HEAP_MB),
    ratio: MOST_HEAP_MB / heap,
    wanted: 1,
    notes: ['the most that was in use after a collection, every 10,000 facts, the program itself included, in a process of its own'],
  };
}

const LEEWAY_MB = 50;
const megabytes = (value: number): string => `${value.toFixed(1)} MB`;

function memoryResult([early, late]: readonly Memory[], facts: number): readonly Result[] {
  if (!early || !late) return [];
  const grown = Math.abs(late.heap - early.heap) / MB;
  const said = ({ heap, resident }: Memory): string => `${megabytes(heap / MB)} (resident ${megabytes(resident / MB)})`;
  return [
    {
      measured: 'memory while it is folded',
      rival: `${LEEWAY_MB} MB between early and late`,
      ours: megabytes(grown),
      theirs: megabytes(LEEWAY_MB),
      ratio: LEEWAY_MB / grown,
      wanted: 1,
      notes: [`heap and external after a collection: ${said(early)} at ${earlyOf(facts)} facts, ${said(late)} at ${facts}`],
    },
  ];
}

export const replay: Benchmark = { name: 'replay', describes: 'folding a large log, and memory meanwhile', run: runReplay };
export const audit: Benchmark = { name: 'audit', describes: 'auditing a log: checked, and everything compared', run: runAudit };
