/**
 * `append` of a store, against pgbench inserting the same bytes: on one server, in one run, each with so many connections or callers.
 * The driver by itself, through which every append goes, stands beside them.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_STREAM } from '@redress/core';
import { notRoot, type OwnServer, postgresProgram } from '../../../.config/postgres-server.ts';
import type { PostgresStore } from '../src/index.ts';
import { type Contender, rateOf, someFact, someRecord } from './rounds.ts';
import { bareInserts } from './statements.ts';

export const PLAIN = [
  'CREATE TABLE plain (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid NOT NULL UNIQUE, record bytea NOT NULL)',
  `CREATE TABLE streamed (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text COLLATE "C" NOT NULL, version bigint NOT NULL,
    id uuid NOT NULL UNIQUE, record bytea NOT NULL, UNIQUE (stream, version))`,
];

const SCRIPTS = {
  'pgbench, bytes under a unique id': 'INSERT INTO plain (id, record) VALUES (gen_random_uuid(), :record);',
  'pgbench, and a unique version of a stream':
    'INSERT INTO streamed (stream, version, id, record) VALUES (gen_random_uuid()::text, 1, gen_random_uuid(), :record);',
} as const;

function pgbench({ folder, port, url }: OwnServer, script: string, record: string, callers: number, milliseconds: number): number {
  const file = join(folder, 'insert.sql');
  writeFileSync(file, `${script}\n`);
  chmodSync(file, 0o644);
  const seconds = String(Math.max(1, Math.round(milliseconds / 1000)));
  const where = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', 'postgres'];
  const words = ['-n', '-M', 'prepared', '-f', file, '-c', String(callers), '-T', seconds, '-D', `record=${record}`, ...where];
  const env = { ...process.env, PGPASSWORD: new URL(url).password };
  const ran = spawnSync(postgresProgram('pgbench'), words, { ...notRoot, env, encoding: 'utf8', cwd: folder });
  const rate = Number(/^tps = ([\d.]+)/m.exec(ran.stdout)?.[1]);
  if (Number.isNaN(rate)) throw new Error(`pgbench failed: ${ran.stderr}`);
  return rate;
}

/** As many connections as a store has at most. */
const CONNECTIONS = 10;

export interface Contenders {
  readonly all: readonly Contender[];
  end(): Promise<void>;
}

export function contenders(server: OwnServer, store: PostgresStore): Contenders {
  const bytes = Buffer.from(someRecord(store.log).text);
  const record = `\\x${bytes.toString('hex')}`;
  const rivals = Object.entries(SCRIPTS).map(
    ([name, script]): Contender => ({
      name,
      rate: async (callers, milliseconds) => pgbench(server, script, record, callers, milliseconds),
    }),
  );
  const ours: Contender = {
    name: 'append',
    rate: (callers, milliseconds) => rateOf(callers, milliseconds, () => store.append(someFact().id, NO_STREAM, [someFact()])),
  };
  const bare = bareInserts(server.url, CONNECTIONS);
  const driver: Contender = {
    name: 'driver',
    rate: (callers, milliseconds) => rateOf(callers, milliseconds, () => bare.insert(randomUUID(), bytes)),
  };
  return { all: [...rivals, ours, driver], end: bare.end };
}
