/** Servers, schemas and facts for the tests of this package. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type EventStore, type FactToWrite, type Recorded, StoreFault, uuidv5 } from '@redress/core';
import pg from 'pg';
import { afterAll, beforeAll, expect } from 'vitest';
import { type SomeServer, someServer } from '../../../.config/postgres-server.ts';
import { openPostgres, type PostgresOptions, type PostgresStore } from '../src/index.ts';

export interface Database {
  /** The address of the server's database. */
  url(): string;
  /** A store in a new schema, which is dropped after the tests of this file. */
  open(options?: PostgresOptions): Promise<PostgresStore>;
  /** The name of a schema that is not there yet. */
  schema(): string;
  /** Statements by another program, on one connection of its own; the rows of the last. */
  sql(...statements: readonly string[]): Promise<Record<string, unknown>[]>;
}

export async function runSql(url: string, statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** A server for the tests of one file. */
export function database(start: () => Promise<SomeServer> = someServer): Database {
  const run = randomBytes(4).toString('hex');
  const schemas: string[] = [];
  let server: SomeServer | undefined;
  const url = (): string => server?.url ?? expect.fail('the server was not started');
  const schema = (): string => {
    const name = `test_${run}_${schemas.length}`;
    schemas.push(name);
    return name;
  };

  beforeAll(async () => {
    server = await start();
  });
  afterAll(async () => {
    if (server === undefined) return;
    await runSql(
      url(),
      schemas.map((name) => `DROP SCHEMA IF EXISTS ${name} CASCADE`),
    );
    await server.remove();
  });
  return {
    url,
    schema,
    open: (options = {}) => openPostgres(url(), { schema: schema(), ...options }),
    sql: (...statements) => runSql(url(), statements),
  };
}

/** What the README tells to grant to this role, so that the README is what is tested. */
export function grantsTo(role: string): string[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const grants = readme.match(/^GRANT [^;]+(?=;)/gm)?.filter((grant) => grant.endsWith(` TO ${role}`)) ?? [];
  return grants.length > 0 ? grants : expect.fail(`the README grants ${role} nothing`);
}

const NAMESPACE = '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11';

export const fact = (name: string, data: FactToWrite['data'] = { note: name }): FactToWrite => ({
  id: uuidv5(NAMESPACE, name),
  type: 'Noted',
  schema: 1,
  meta: { command: name },
  data,
  sealed: [],
});

export async function logAfter(store: EventStore, position: string): Promise<Recorded[]> {
  const records: Recorded[] = [];
  for await (const recorded of store.readLog(position, Number.POSITIVE_INFINITY)) records.push(recorded);
  return records;
}

export const wholeLog = (store: EventStore): Promise<Recorded[]> => logAfter(store, '');

export async function faultOf(doing: Promise<unknown>): Promise<StoreFault> {
  try {
    await doing;
  } catch (error) {
    if (error instanceof StoreFault) return error;
    throw error;
  }
  return expect.fail('no fault was thrown');
}
