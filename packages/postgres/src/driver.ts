/**
 * The seam to `pg`: what this store needs of a pool, the pool it makes itself, and one statement with a deadline. Every result comes
 * as text, so that type parsers which a host has set change nothing here.
 */
import { Socket } from 'node:net';
import { StoreFault } from '@redress/core';
import { faultOf, noConnection, sessionGoesOn, timedOut } from './faults.ts';
import { isSchema, LONGEST_SCHEMA } from './migrations.ts';

export type Value = string | number | Buffer | readonly string[];
/** One row, its columns in the order of the SELECT. */
export type Row = readonly (string | null)[];

export interface Command {
  readonly text: string;
  readonly values?: readonly Value[];
  /** Prepared once per connection under this name. */
  readonly name?: string;
}

export interface PgQuery {
  text: string;
  values: unknown[];
  rowMode: 'array';
  name?: string;
  types: { getTypeParser(): (text: string) => string };
}

/** A connection of a pool, as `pg` has it. */
export interface PgClient {
  query(query: PgQuery): Promise<{ rows: unknown[] }>;
  on(event: 'error', heard: (error: Error) => void): unknown;
  removeListener(event: 'error', heard: (error: Error) => void): unknown;
  release(destroy?: boolean): void;
}

/** A pool, as `pg` has it. */
export interface PgPool {
  connect(): Promise<PgClient>;
}

const asText = { getTypeParser: () => (text: string) => text };

const unheard = (): void => {};

/** Settles with the work, or with the fault once the time is up; `late` is then told what the work gave after all. */
function within<Result>(milliseconds: number, work: Promise<Result>, fault: () => StoreFault, late: (result: Result) => void) {
  return new Promise<Result>((resolve, reject) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      reject(fault());
    }, milliseconds);
    const done = (): boolean => {
      clearTimeout(timer);
      return over;
    };
    work.then(
      (result) => (done() ? late(result) : resolve(result)),
      (error: unknown) => {
        if (!done()) reject(error);
      },
    );
  });
}

/** One connection, to be used for several statements and handed back. */
export interface Session {
  run(command: Command): Promise<readonly Row[]>;
}

export class Connections {
  readonly #pool: PgPool;
  readonly #milliseconds: number;

  constructor(pool: PgPool, milliseconds: number) {
    this.#pool = pool;
    this.#milliseconds = milliseconds;
  }

  /** One statement on any connection. Throws StoreFault. */
  run(command: Command): Promise<readonly Row[]> {
    return this.session((session) => session.run(command));
  }

  /** Lends one connection. It goes back to the pool, or is given up where the session did not survive. */
  async session<Result>(use: (session: Session) => Promise<Result>): Promise<Result> {
    const client = await this.#connect();
    let survives = true;
    // A lost connection is also told as an event, which without a listener would end the process.
    client.on('error', unheard);
    const run = async (command: Command): Promise<readonly Row[]> => {
      if (!survives) throw faultOf(new Error('the session had ended before'), true);
      try {
        return await this.#query(client, command);
      } catch (error) {
        survives &&= sessionGoesOn(error);
        throw faultOf(error, true);
      }
    };
    try {
      return await use({ run });
    } finally {
      client.release(!survives);
      client.removeListener('error', unheard);
    }
  }

  async #connect(): Promise<PgClient> {
    try {
      const late = (client: PgClient): void => client.release();
      return await within(this.#milliseconds, this.#pool.connect(), () => noConnection(this.#milliseconds), late);
    } catch (error) {
      throw faultOf(error, false);
    }
  }

  async #query(client: PgClient, { text, values = [], name }: Command): Promise<readonly Row[]> {
    const query: PgQuery = { text, values: [...values], rowMode: 'array', types: asText, ...(name === undefined ? {} : { name }) };
    const { rows } = await within(this.#milliseconds, client.query(query), () => timedOut(this.#milliseconds), unheard);
    return rows as Row[];
  }
}

/** A pool of this store's own, and a connection beside it that hears of news. */
export interface Own extends PgPool {
  listen(channel: string, heard: () => void): Listening;
  end(): Promise<void>;
}

export interface Listening {
  stop(): void;
}

/** The most connections a store opens, the one that listens not counted. */
const MOST = 10;

function checkUrl(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed !== undefined && ['postgres:', 'postgresql:'].includes(parsed.protocol)) return parsed;
  // The text itself is not repeated: it may hold a password.
  throw new StoreFault(
    'unavailable',
    'That is no address of a PostgreSQL database. Nothing was opened. Give postgres://user@host:port/database.',
  );
}

/** The address without the part that is ours: `?schema=NAME` says in which schema the log lies. */
function addressOf(url: string): { readonly url: string; readonly schema: string | undefined } {
  const parsed = checkUrl(url);
  const schema = parsed.searchParams.get('schema') ?? undefined;
  if (schema === undefined) return { url, schema };
  if (!isSchema(schema, LONGEST_SCHEMA)) {
    throw new StoreFault(
      'unavailable',
      `The address names the schema ${JSON.stringify(schema)}, which is none: it is 1 to ${LONGEST_SCHEMA} of a-z, 0-9 and _. ` +
        'Nothing was opened. Correct the address.',
    );
  }
  const rest = [...parsed.searchParams].filter(([key]) => key !== 'schema');
  parsed.search = new URLSearchParams(rest).toString();
  return { url: parsed.toString(), schema };
}

async function ownPool(connectionString: string, milliseconds: number): Promise<Own> {
  const { default: pg } = await import('pg');
  const settings = { connectionString, connectionTimeoutMillis: milliseconds, keepAlive: true, application_name: 'redress' };
  const sockets = new Set<Socket>();
  const stream = (): Socket => {
    const socket = new Socket();
    sockets.add(socket);
    return socket.on('close', () => sockets.delete(socket));
  };
  const pool = new pg.Pool({ ...settings, stream, max: MOST });
  // An idle connection that is lost leaves the pool by itself; the next statement gets a new one.
  pool.on('error', unheard);
  return {
    connect: () => pool.connect(),
    listen: (channel, heard) => listening(() => new pg.Client(settings), channel, heard),
    async end() {
      await pool.end();
      // A connection whose password could not be sent is left open by the driver, and would hold up the end of the process.
      for (const socket of sockets) socket.destroy();
    },
  };
}

export interface Reached {
  readonly pool: PgPool;
  /** The pool, where it is this package's own and has to be ended by it. */
  readonly own: Own | undefined;
  /** The schema that the address names. */
  readonly schema: string | undefined;
}

/** The database at an address, or behind a pool that was handed in. Nothing is asked of it yet. */
export async function reached(at: string | PgPool, milliseconds: number): Promise<Reached> {
  if (typeof at !== 'string') return { pool: at, own: undefined, schema: undefined };
  const { url, schema } = addressOf(at);
  const own = await ownPool(url, milliseconds);
  return { pool: own, own, schema };
}

interface Hearing {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  on(event: 'notification' | 'error' | 'end', heard: () => void): unknown;
  end(): Promise<void>;
}

/** Milliseconds before a listener that lost its connection tries again. */
const LISTEN_AGAIN = 500;

/** Hears of news for as long as it is not stopped. A hint only: whatever goes wrong here, somebody polls. */
function listening(make: () => Hearing, channel: string, heard: () => void): Listening {
  let stopped = false;
  let current: Hearing | undefined;
  let timer: NodeJS.Timeout | undefined;

  const again = (): void => {
    if (stopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void start();
    }, LISTEN_AGAIN);
  };

  async function start(): Promise<void> {
    const client = make();
    current = client;
    client.on('notification', heard);
    client.on('error', unheard);
    // A connection may end long after another has taken its place.
    client.on('end', () => {
      if (client === current) again();
    });
    try {
      await client.connect();
      await client.query(`LISTEN "${channel}"`);
      // What was placed before anybody listened is looked for once.
      heard();
    } catch {
      client.end().catch(unheard);
      again();
    }
    if (stopped) client.end().catch(unheard);
  }

  void start();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      current?.end().catch(unheard);
    },
  };
}
