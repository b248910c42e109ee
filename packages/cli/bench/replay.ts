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
import { type Cost, type Measured, measuredOf, measuring } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';
import { takingTurns } from './turns.ts';

const RIVAL = 'SELECT and JSON.parse';
/** How often a log is read whole, the two taking turns. */
const PASSES = 2;
/** Facts that one side reads before it is the other's turn: half a second or so, in which a shared machine seldom changes its speed. */
const TURN = 50_000;
const turnOf = (facts: number): number => Math.min(TURN, Math.ceil(facts / 10));
/** Where memory is looked at first: everything is compiled, and the cases held have come to their number. */
const EARLY = 100_000;
const earlyOf = (facts: number): number => Math.min(EARLY, Math.ceil(facts / 10));
const MB = 1_000_000;

type Reading = (store: EventStore) => Promise<number>;

const foldEvery: Reading = async (store) => (await foldLog({ store, caseTypes })).facts;

/** One finding, and the log was not what it should be. */
async function allOf(found: Replay | LogCheck): Promise<number> {
  for await (const { code, says } of found) throw new Error(`the log has a finding: ${code}: ${says}`);
  return found.summary.facts;
}

/** Validated, hashed, folded. */
const checkEvery: Reading = (store) => allOf(checkLog({ store, caseTypes }));
/** Everything that a replay compares. */
const replayEvery: Reading = (store) => allOf(replayAll({ store, caseTypes, laws: houseRules() }));

async function read(path: string, reading: Reading, seen: (store: EventStore) => EventStore = (store) => store): Promise<number> {
  const store = await openSqlite(path);
  const facts = await reading(seen(store));
  await store.close();
  return facts;
}

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

interface Compared {
  readonly passed: readonly Measured[];
  readonly worked: readonly Measured[];
}

/** Ours reads so many facts, then the rival the same ones, and so on: where the machine changes its speed, it changes for both. */
async function compared(name: string, reading: Reading, path: string, facts: number, say: (what: string) => void): Promise<Compared> {
  const every = turnOf(facts);
  const [ours, theirs]: [Cost[], Cost[]] = [[], []];
  for (let pass = 1; pass <= PASSES; pass += 1) {
    const rival = fork(new URL('parse-turns.ts', import.meta.url), [path]);
    await once(rival, 'message');
    let end = measuring();
    const turn = async (): Promise<void> => {
      ours.push(end(every));
      rival.send(every);
      const [cost] = (await once(rival, 'message')) as [Cost];
      theirs.push(cost);
      end = measuring();
    };
    try {
      await read(path, reading, (store) => takingTurns(store, every, turn));
    } finally {
      rival.disconnect();
    }
    say(
      `  pass ${pass} of ${PASSES}, ${name} and ${RIVAL} in turns: ${time(ours.at(-1)?.passed ?? 0)} and ${time(theirs.at(-1)?.passed ?? 0)} in the last`,
    );
  }
  const measured = (of: (cost: Cost) => number): readonly Measured[] =>
    measuredOf([
      { name, taken: ours.map(of) },
      { name: RIVAL, taken: theirs.map(of) },
    ]);
  return { passed: measured(({ passed }) => passed), worked: measured(({ worked }) => worked) };
}

function resultOf(measured: string, { passed, worked }: Compared, wanted: number | null, said: string): readonly Result[] {
  const [ours, rival] = passed;
  const [, byWork] = worked;
  if (!ours || !rival || !byWork) return [];
  const notes = [said, `in processor time, collector included, the ratio is ${byWork.ratio.toFixed(2)} ×`];
  return [
    {
      measured,
      rival: `${RIVAL} of all rows`,
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
    same('the number of facts', await read(path, foldEvery), facts);
    const said = 'a fact; the rival reads the same file in the same chunks, and keeps nothing';
    const measured = await compared('fold', foldEvery, path, facts, say);
    return [...resultOf(`fold ${facts} facts from SQLite`, measured, 0.7, said), ...memoryResult(await memoryOf(path, facts), facts)];
  });
}

async function runAudit({ facts: wanted, say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, 'audited.db');
    await toldBy('write-log.ts', path, String(wanted));
    const facts = parseEvery(path);
    same('the number of facts', await read(path, checkEvery), facts);
    const checked = await compared('check', checkEvery, path, facts, say);
    // Only now: code that had met the objects of a replay as well would be compiled for both.
    same('the number of facts', await read(path, replayEvery), facts);
    const replayed = await compared('replay', replayEvery, path, facts, say);
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
