/**
 * A command through our engine, and the same facts through Emmett's `CommandHandler`: read the stream, fold it, decide, append under the
 * version that was read. The rival is spared what deciding costs: its handlers hand over the facts that our engine decided on.
 */
import { join } from 'node:path';
import { canonicalText, type Engine, type Fact, type Recorded } from '@redress/core';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { hasOwnPostgres, noOwnPostgres, ownServer } from '../../../.config/postgres-server.ts';
import { bareInsert, SLOW_NS } from './bare.ts';
import { applyByHand, type ByHand, newByHand } from './by-hand.ts';
import { type EmmettEvent, type EmmettStore, type Handle, type Installed, installedEmmett } from './emmett-installed.ts';
import { engineOver, type Lived, live, livedOnce, lives } from './lives.ts';
import { type Benchmark, notMeasured, type Result, same, time } from './result.ts';
import { type Cost, type Measured, measuredOf, measuring, turned } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 15;
/** Commands of each side before those that count: some thousands, after which everybody's code is compiled. */
const WARM_UP = 2_500;
const CALLERS = 16;

const ON_SQLITE = 'execute on SQLite, durable';
const onPostgres = (callers: number): string => `execute on PostgreSQL, ${callers === 1 ? '1 caller' : `${callers} callers`}`;
const AS_DOCUMENTED = "Emmett's CommandHandler, store opened by its file's name";
const KEPT_OPEN = "Emmett's CommandHandler, one connection kept open";
const ON_ITS_POOL = "Emmett's CommandHandler";
const WANTED = { sqlite: 12, onePostgres: 2, manyPostgres: 2.5 };

/** One who lives a life of a case, command after command, and says how many they were. */
interface Side {
  readonly name: string;
  live(caseId: string, life: number): Promise<number>;
}

const ourSide = (engine: Engine): Side => ({
  name: 'ours',
  live: async (caseId, life) => (await live(engine, caseId, lives[life] ?? [])).length,
});

const eventOf = ({ record: { type, data, meta } }: Recorded): EmmettEvent => ({ type, data, metadata: { ...meta } });

function factOfEvent({ type, data, metadata }: EmmettEvent): Fact {
  const { actor, unit, role, occurredOn } = metadata;
  return { type, on: String(occurredOn), by: { id: String(actor), unit: String(unit), role: String(role) }, data };
}

/** The reducer that somebody would write by hand for this chart: the fastest there is. */
const handlerOf = ({ emmett }: Installed): Handle<ByHand> =>
  emmett.CommandHandler<ByHand>({
    initialState: () => newByHand(''),
    evolve(state, event) {
      applyByHand(state, factOfEvent(event));
      return state;
    },
  });

const streamOf = (caseId: string): string => `complaint-${caseId}`;

interface Rival extends Side {
  /** How many commands failed at first and were sent again. */
  readonly again: () => number;
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';

/** A command that Emmett's driver fails with SQLITE_BUSY although nobody else is at the file is sent again, as its caller would. */
function rivalSide(name: string, handle: Handle<ByHand>, store: EmmettStore, lived: readonly Lived[]): Rival {
  const scripts = lived.map(({ commands }) => commands.map((records) => records.map(eventOf)));
  let again = 0;
  const send = async (caseId: string, events: readonly EmmettEvent[]): Promise<void> => {
    try {
      await handle(store, streamOf(caseId), () => events);
    } catch (error) {
      if (!isBusy(error)) throw error;
      again += 1;
      await send(caseId, events);
    }
  };
  return {
    name,
    again: () => again,
    async live(caseId, life) {
      const commands = scripts[life] ?? [];
      for (const events of commands) await send(caseId, events);
      return commands.length;
    },
  };
}

/** The least that a durable command can cost on this disk at this hour. */
function bareSide(path: string, lived: readonly Lived[]): Side & { close(): void } {
  const bare = bareInsert(path);
  const texts = lived.map(({ commands }) => commands.map((records) => records.map(({ text }) => text).join('\n')));
  return {
    name: 'bare INSERT',
    async live(_, life) {
      for (const text of texts[life] ?? []) bare.insert(text);
      return texts[life]?.length ?? 0;
    },
    close: bare.close,
  };
}

const plainly = ({ state: { at, caseId, ...rest }, ...where }: ByHand): string => canonicalText({ ...rest, ...where });

/** With its names in order: PostgreSQL's jsonb keeps an order of its own. */
const factText = ({ type, data }: { readonly type: string; readonly data: unknown }): string => canonicalText({ type, data });

/** What Emmett keeps and folds is what our engine wrote and folds. */
async function check(side: Side, handle: Handle<ByHand>, store: EmmettStore, lived: readonly Lived[]): Promise<void> {
  for (const [life, { commands, facts }] of lived.entries()) {
    const caseId = `check-${life}`;
    await side.live(caseId, life);
    const { events } = await store.readStream(streamOf(caseId));
    const written = commands.flat().map(({ record }) => record);
    same(`the facts that ${side.name} keeps`, written.map(factText), events.map(factText));
    const state = newByHand('');
    for (const fact of facts) applyByHand(state, fact);
    const { newState } = await handle(store, streamOf(caseId), () => []);
    same(`the state that ${side.name} folds`, plainly(state), plainly(newState));
  }
}

/** So many callers, each living all lives one after the other. */
async function took(side: Side, callers: number, name: string): Promise<Cost> {
  const end = measuring();
  const counts = await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      let count = 0;
      for (const at of lives.keys()) count += await side.live(`${name}-${caller}-${at}`, (at + caller) % lives.length);
      return count;
    }),
  );
  return end(counts.reduce((sum, count) => sum + count, 0));
}

/** One side beside ours. */
interface Compared {
  readonly ours: Measured;
  readonly rival: Measured;
  /** Both in processor time, which says more where others keep the processors busy. */
  readonly work: { readonly ours: Measured; readonly rival: Measured };
}

async function compared(sides: readonly Side[], callers: number, say: (what: string) => void): Promise<readonly Compared[]> {
  const all = sides.map((side) => ({ side, name: side.name, costs: [] as Cost[] }));
  const aRound = callers * lives.reduce((sum, life) => sum + life.length, 0);
  for (let round = -Math.ceil(WARM_UP / aRound); round < ROUNDS; round += 1) {
    for (const { side, costs } of turned(all, Math.abs(round))) {
      const cost = await took(side, callers, `${callers}-callers-${round}`);
      if (round >= 0) costs.push(cost);
    }
    if (round % 5 === 4) say(`  ${callers === 1 ? '1 caller' : `${callers} callers`}, round ${round + 1} of ${ROUNDS}`);
  }
  const measured = (of: (cost: Cost) => number): readonly Measured[] =>
    measuredOf(all.map(({ name, costs }) => ({ name, taken: costs.map(of) })));
  const [ours, ...rivals] = measured(({ passed }) => passed);
  const [ourWork, ...work] = measured(({ worked }) => worked);
  return rivals.flatMap((rival, at) => {
    const theirWork = work[at];
    return ours && ourWork && theirWork ? [{ ours, rival, work: { ours: ourWork, rival: theirWork } }] : [];
  });
}

const resultOf = (measured: string, { ours, rival, work }: Compared, wanted: number | null, notes: readonly string[]): Result => ({
  measured,
  rival: rival.name,
  ours: time(ours.nanoseconds),
  theirs: time(rival.nanoseconds),
  ratio: rival.ratio,
  wanted,
  notes: [
    ...notes,
    `processor time of this process: ${time(work.ours.nanoseconds)}, and ${time(work.rival.nanoseconds)} for ${rival.name}, ${work.rival.ratio.toFixed(2)} ×`,
  ],
});

/** SQLite's settings as Emmett has them on a connection that it opened itself: nothing of ours is set on it. */
async function checkDurable(connection: ReturnType<Installed['sqlite']['sqliteConnection']>): Promise<void> {
  const settings = [await connection.querySingle('PRAGMA journal_mode'), await connection.querySingle('PRAGMA synchronous')];
  same(
    'the durability',
    ['wal', 2],
    settings.flatMap((row) => Object.values(row ?? {})),
  );
}

/** A store opened as its documentation opens it, and one that keeps its connection; each checked. */
async function rivalsOnSqlite(installed: Installed, lived: readonly Lived[], folder: string) {
  const { getSQLiteEventStore, sqliteConnection } = installed.sqlite;
  const connection = sqliteConnection({ fileName: join(folder, 'kept-open.db') });
  await checkDurable(connection);
  const handle = handlerOf(installed);
  const rival = async (name: string, store: EmmettStore): Promise<Rival> => {
    await store.schema.migrate();
    const side = rivalSide(name, handle, store, lived);
    await check(side, handle, store, lived);
    return side;
  };
  const fileName = join(folder, 'by-name.db');
  const documented = await rival(AS_DOCUMENTED, getSQLiteEventStore({ fileName }));
  const connectionOptions = { singleton: true, connection } as const;
  const open = await rival(KEPT_OPEN, getSQLiteEventStore({ fileName: join(folder, 'kept-open.db'), connectionOptions }));
  return { documented, open, close: () => connection.close() };
}

async function onSqlite(installed: Installed, lived: readonly Lived[], say: (what: string) => void): Promise<readonly Result[]> {
  return inTemporaryFolder(async (folder) => {
    const store = await openSqlite(join(folder, 'ours.db'));
    const bare = bareSide(join(folder, 'bare.db'), lived);
    const { documented, open, close } = await rivalsOnSqlite(installed, lived, folder);
    const [first, second, insert] = await compared([ourSide(engineOver(store)), documented, open, bare], 1, say);
    await store.close();
    bare.close();
    close();
    if (!first || !second || !insert) return [];
    const note = 'a command, one caller, WAL and synchronous=FULL on both sides; the rival is handed what it has to decide';
    return [
      resultOf(ON_SQLITE, first, WANTED.sqlite, [note, ...sentAgain(documented), ...slow(insert.rival, first.rival)]),
      resultOf(ON_SQLITE, second, null, ["an option that Emmett's page on SQLite does not name", ...sentAgain(open)]),
    ];
  });
}

const sentAgain = ({ name, again }: Rival): readonly string[] =>
  again() === 0 ? [] : [`${name}: ${again()} commands failed with SQLITE_BUSY and were sent again`];

/** What no durable command can be faster than. */
const slow = ({ nanoseconds }: Measured, { nanoseconds: theirs }: Measured): readonly string[] => {
  const beside = `${(theirs / nanoseconds).toFixed(2)} × as fast as the rival: more than that no durable command can be here`;
  const took = `a bare INSERT of the same bytes took ${time(nanoseconds)} in the same rounds, ${beside}`;
  return [nanoseconds > SLOW_NS ? `${took}: this machine's disk or processors were busy, and the ratio says little` : took];
};

async function onServer(installed: Installed, lived: readonly Lived[], say: (what: string) => void): Promise<readonly Result[]> {
  const server = await ownServer({ shared_buffers: '128MB' });
  try {
    const store = await openPostgres(server.url);
    const rival = installed.postgres.getPostgreSQLEventStore(server.url);
    await rival.schema.migrate();
    const handle = handlerOf(installed);
    const side = rivalSide(ON_ITS_POOL, handle, rival, lived);
    await check(side, handle, rival, lived);
    const sides = [ourSide(engineOver(store)), side];
    const results: Result[] = [];
    for (const [callers, wanted] of [
      [1, WANTED.onePostgres],
      [CALLERS, WANTED.manyPostgres],
    ] as const) {
      const [beside] = await compared(sides, callers, say);
      const note =
        'a command, every caller on a case of its own; one server, a pool of ten connections on each side, synchronous_commit=on';
      if (beside) results.push(resultOf(onPostgres(callers), beside, wanted, [note]));
    }
    await Promise.all([store.close(), rival.close()]);
    return results;
  } finally {
    await server.remove();
  }
}

const postgresMissing = (why: string): readonly Result[] => [
  notMeasured(onPostgres(1), ON_ITS_POOL, WANTED.onePostgres, why),
  notMeasured(onPostgres(CALLERS), ON_ITS_POOL, WANTED.manyPostgres, why),
];

async function measured(installed: Installed, say: (what: string) => void): Promise<readonly Result[]> {
  // Emmett tells of failures on stdout, where the results go.
  const { log } = console;
  console.log = console.error;
  try {
    const lived = await livedOnce();
    const sqlite = await onSqlite(installed, lived, say);
    return [...sqlite, ...(hasOwnPostgres ? await onServer(installed, lived, say) : postgresMissing(noOwnPostgres))];
  } finally {
    console.log = log;
  }
}

async function run({ say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> {
  let installed: Installed;
  try {
    installed = await installedEmmett(say);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [notMeasured(ON_SQLITE, AS_DOCUMENTED, WANTED.sqlite, why), ...postgresMissing(why)];
  }
  return measured(installed, say);
}

export const emmett: Benchmark = { name: 'emmett', describes: "commands beside Emmett's, on SQLite and PostgreSQL", run };
