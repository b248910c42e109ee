/** Durable commands through the handler over real HTTP, against the same commands handed to `execute`: sixteen at once on both sides. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Engine, EventStore } from '@redress/core';
import { createHandler } from '@redress/http';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { hasOwnPostgres, noOwnPostgres, ownServer } from '../../../.config/postgres-server.ts';
import type { Round, Sent, Took } from './http-clients.ts';
import { engineOver, head, type Life, live, lives } from './lives.ts';
import { type Benchmark, notMeasured, type Result, same, time } from './result.ts';
import { inTimedRounds, type Measured, now } from './rounds.ts';
import { inTemporaryFolder } from './temporary.ts';

const ROUNDS = 31;
const WARM_UP = 40;
const CLIENTS = 16;
const WANTED = 0.5;
const RIVAL = 'execute, as many callers';
const measured = (on: string): string => `a command through HTTP on ${on}, ${CLIENTS} clients`;

/** Every client lives all of them, each beginning with another: so all are at it until the end, and ask for other things at a time. */
const livesOf = (client: number): readonly Life[] => lives.map((_, turn) => lives[(client + turn) % lives.length] ?? []);
const caseOf = (name: string, client: number, turn: number): string => `${name}-${client}-${turn}`;
const EVERY_CLIENT = Array.from({ length: CLIENTS }, (_, client) => client);
const COMMANDS = CLIENTS * lives.reduce((sum, { length }) => sum + length, 0);

/** A token names a unit, whose head asks: what a host verifies by its own means is no part of this. */
const actorOf = (asked: Request) => head((asked.headers.get('authorization') ?? '').replace('Bearer ', ''));

/** Nanoseconds a command. */
async function byHand(engine: Engine, name: string): Promise<number> {
  const start = now();
  await Promise.all(
    EVERY_CLIENT.map(async (client) => {
      for (const [turn, life] of livesOf(client).entries()) await live(engine, caseOf(name, client, turn), life);
    }),
  );
  return (now() - start) / COMMANDS;
}

const sentBy = (name: string, client: number): readonly Sent[] =>
  livesOf(client).flatMap((life, turn) => {
    const id = caseOf(name, client, turn);
    return life.map(([type, on, unit, data = {}], step) => ({
      path: `/cases/${id}/commands`,
      id: `${id}-${step}`,
      unit,
      body: JSON.stringify({ type, on, data }),
    }));
  });

/** Nanoseconds a command. Throws where one was refused. */
async function overHttp(clients: ChildProcess, port: number, name: string): Promise<number> {
  const round: Round = { port, clients: EVERY_CLIENT.map((client) => sentBy(name, client)) };
  clients.send(round);
  const [took] = await once(clients, 'message');
  const { nanoseconds, refused }: Took = took;
  if (refused.length > 0) throw new Error(`${refused.length} commands were refused: ${refused[0]}`);
  return nanoseconds / COMMANDS;
}

/** Both ways lead to the same facts. */
async function check(engine: Engine, clients: ChildProcess, port: number): Promise<void> {
  await overHttp(clients, port, 'sent');
  await byHand(engine, 'done');
  for (const turn of lives.keys())
    same('the facts of a case', await factsOf(engine, caseOf('sent', 0, turn)), await factsOf(engine, caseOf('done', 0, turn)));
}

/** Ids and recorded instants are each case's own. */
async function factsOf(engine: Engine, id: string): Promise<readonly string[]> {
  const facts: string[] = [];
  for await (const { record } of engine.store.read(id)) facts.push(`${record.type} ${JSON.stringify(record.data).replaceAll(id, '')}`);
  return facts;
}

/** Both ways beside each other over one store. */
async function compared(store: EventStore, on: string, say: (what: string) => void): Promise<Result> {
  const engine = engineOver(store);
  const server = createServer(getRequestListener(createHandler(engine, { actorOf })));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const clients = fork(new URL('http-clients.ts', import.meta.url));
  let done = false;
  clients.on('exit', (code, signal) => {
    if (!done) throw new Error(`the clients ended with ${code ?? signal}`);
  });
  await check(engine, clients, port);
  const ways = [
    { name: 'http', run: (round: number) => overHttp(clients, port, `http-${round}`) },
    { name: 'execute', run: (round: number) => byHand(engine, `execute-${round}`) },
  ];
  const measuredBoth = await inTimedRounds(ways, { warmUp: WARM_UP, rounds: ROUNDS });
  say(`  on ${on}: measured`);
  done = true;
  clients.kill();
  server.close();
  server.closeAllConnections();
  return resultOf(measuredBoth, on);
}

const onSqlite = (say: (what: string) => void): Promise<Result> =>
  inTemporaryFolder(async (folder) => {
    const store = await openSqlite(join(folder, 'store.db'));
    const result = await compared(store, 'SQLite', say);
    await store.close();
    return result;
  });

async function onPostgres(say: (what: string) => void): Promise<Result> {
  if (!hasOwnPostgres) return notMeasured(measured('PostgreSQL'), RIVAL, WANTED, noOwnPostgres);
  const server = await ownServer({ shared_buffers: '128MB' });
  try {
    const store = await openPostgres(server.url);
    const result = await compared(store, 'PostgreSQL', say);
    await store.close();
    return result;
  } finally {
    await server.remove();
  }
}

const run = async ({ say }: Parameters<Benchmark['run']>[0]): Promise<readonly Result[]> => [await onSqlite(say), await onPostgres(say)];

function resultOf([sent, done]: readonly Measured[], on: string): Result {
  if (!sent || !done) return notMeasured(measured(on), RIVAL, WANTED, 'there was no round');
  return {
    measured: measured(on),
    rival: RIVAL,
    ours: time(sent.nanoseconds),
    theirs: time(done.nanoseconds),
    ratio: done.ratio,
    wanted: WANTED,
    notes: ["Node's own server with the handler under @hono/node-server; the clients are a process of their own"],
  };
}

export const http: Benchmark = { name: 'http', describes: 'durable commands through HTTP', run };
