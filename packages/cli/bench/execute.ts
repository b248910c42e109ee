/** Durable commands on SQLite: one caller against a bare INSERT of the same bytes, and many callers against one. */
import { join } from 'node:path';
import type { Engine, EventStore } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { type BareInsert, bareInsert, SLOW_NS } from './bare.ts';
import { engineOver, live, lives } from './lives.ts';
import { type Benchmark, type Result, same, time } from './result.ts';
import { measuredOf, now } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 15;
/** Rounds before those that count: some thousands of commands, after which everybody's code is compiled. */
const WARM_UP = 12;
const CALLERS = 64;

interface Desk {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly bare: BareInsert;
}

/** The lives one after the other, one command at a time; what each command wrote, and the nanoseconds a command. */
async function oneCaller(engine: Engine, name: string): Promise<{ readonly texts: readonly string[]; readonly nanoseconds: number }> {
  const start = now();
  const commands = [];
  for (const [at, life] of lives.entries()) commands.push(...(await live(engine, `${name}-${at}`, life)));
  const nanoseconds = (now() - start) / commands.length;
  return { texts: commands.map((records) => records.map(({ text }) => text).join('\n')), nanoseconds };
}

/** A life for each caller, all at once: the event loop lets them meet in the writer's queue. */
async function manyCallers(engine: Engine, name: string): Promise<number> {
  const start = now();
  const all = await Promise.all(Array.from({ length: CALLERS }, (_, at) => live(engine, `${name}-${at}`, lives[at % lives.length] ?? [])));
  return (now() - start) / all.flat().length;
}

function bareInserts({ bare }: Desk, texts: readonly string[]): number {
  const start = now();
  for (const text of texts) bare.insert(text);
  return (now() - start) / texts.length;
}

interface Rounds {
  readonly one: readonly number[];
  readonly bare: readonly number[];
  readonly many: readonly number[];
}

/** One caller, the bare INSERTs of what it wrote, and many callers, in this order and the other way round by turns. */
async function rounds(desk: Desk, say: (what: string) => void): Promise<Rounds> {
  const taken = { one: [] as number[], bare: [] as number[], many: [] as number[] };
  let texts = (await oneCaller(desk.engine, 'first')).texts;
  for (let round = 0; round < WARM_UP; round += 1) {
    bareInserts(desk, texts);
    await oneCaller(desk.engine, `warm-${round}`);
    await manyCallers(desk.engine, `warm-many-${round}`);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    const bareFirst = round % 2 === 1;
    if (bareFirst) taken.bare.push(bareInserts(desk, texts));
    const one = await oneCaller(desk.engine, `one-${round}`);
    texts = one.texts;
    taken.one.push(one.nanoseconds);
    if (!bareFirst) taken.bare.push(bareInserts(desk, texts));
    taken.many.push(await manyCallers(desk.engine, `many-${round}`));
    if (round % 5 === 4) say(`  round ${round + 1} of ${ROUNDS}`);
  }
  return taken;
}

/** What the engine wrote is what the bare table got, byte for byte. */
async function check(desk: Desk): Promise<void> {
  const { texts } = await oneCaller(desk.engine, 'check');
  bareInserts(desk, texts);
  const stored: string[] = [];
  for (const at of lives.keys()) for await (const { text } of desk.store.read(`check-${at}`)) stored.push(text);
  same('the bytes of the records', stored.join('\n'), desk.bare.texts().join('\n'));
}

async function run({ say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const store = await openSqlite(join(folder, 'store.db'));
    const desk = { store, engine: engineOver(store), bare: bareInsert(join(folder, 'bare.db')) };
    await check(desk);
    const taken = await rounds(desk, say);
    await store.close();
    desk.bare.close();
    return resultsOf(taken);
  });
}

function resultsOf({ one, bare, many }: Rounds): readonly Result[] {
  const [self, insert, all] = measuredOf([
    { name: 'one caller', taken: one },
    { name: 'bare INSERT', taken: bare },
    { name: 'many callers', taken: many },
  ]);
  if (!self || !insert || !all) return [];
  const slow =
    insert.nanoseconds > SLOW_NS
      ? [`the bare INSERT itself took ${time(insert.nanoseconds)}: this machine's disk or processors were busy`]
      : [];
  return [
    {
      measured: 'execute on SQLite, durable',
      rival: 'bare autocommit INSERT of the same bytes',
      ours: time(self.nanoseconds),
      theirs: time(insert.nanoseconds),
      ratio: insert.ratio,
      wanted: 0.65,
      notes: ['a command, one caller, synchronous=FULL on both sides', ...slow],
    },
    {
      measured: `execute, ${CALLERS} callers at once`,
      rival: 'one caller',
      ours: time(all.nanoseconds),
      theirs: time(self.nanoseconds),
      ratio: 1 / all.ratio,
      wanted: 4,
      notes: ['a command, every caller on a case of its own'],
    },
  ];
}

export const execute: Benchmark = { name: 'execute', describes: 'durable commands on SQLite', run };
