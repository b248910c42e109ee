/**
 * Four ways to give facts an order that readers can follow, each with the same columns and constraints, written by the same driver, one
 * statement an append, and followed by a reader: what each costs, and what its reader misses.
 */
import pg from 'pg';
import { byteaArray } from '../src/arrays.ts';
import { type Contender, rateOf, someRecord } from './rounds.ts';

const table = (name: string, more: string): string => `CREATE TABLE ${name} (
  stream text COLLATE "C" NOT NULL, version bigint NOT NULL, id uuid NOT NULL UNIQUE, record bytea NOT NULL, ${more}, UNIQUE (stream, version))`;

export const TABLES = [
  table('by_identity', 'n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY'),
  table('by_transaction', 'n bigint GENERATED ALWAYS AS IDENTITY, x xid8 NOT NULL DEFAULT pg_current_xact_id(), PRIMARY KEY (x, n)'),
  table('by_head', 'position bigint PRIMARY KEY'),
  'CREATE TABLE head (one boolean PRIMARY KEY DEFAULT true CHECK (one), size bigint NOT NULL) WITH (fillfactor = 10)',
  'INSERT INTO head (size) VALUES (0)',
];

interface Order {
  readonly name: string;
  /** One append: stream, id, and the record alone or as an array of one. */
  readonly append: string;
  readonly asArray: boolean;
  /** What a reader asks after what it read last, and from where it begins. */
  readonly read: string;
  readonly begin: readonly string[];
  /** A step that somebody has to ask for. */
  readonly step?: string;
}

export const orders = (schema: string): readonly Order[] => [
  {
    name: 'identity column',
    append: 'INSERT INTO by_identity (stream, version, id, record) VALUES ($1, 1, $2, $3)',
    asArray: false,
    read: 'SELECT id, n FROM by_identity WHERE n > $1 ORDER BY n',
    begin: ['0'],
  },
  {
    name: 'append, then sequence',
    append: `SELECT ${schema}.append($1, 0, '', ARRAY[$2::uuid], $3)`,
    asArray: true,
    read: `SELECT f.id, p.position FROM ${schema}.place p JOIN ${schema}.fact f USING (arrival) WHERE p.position > $1 ORDER BY p.position`,
    begin: ['-1'],
    step: `SELECT ${schema}.place(false)`,
  },
  {
    name: 'one-row head',
    append: `WITH h AS (UPDATE head SET size = size + 1 RETURNING size)
      INSERT INTO by_head (stream, version, id, record, position) SELECT $1, 1, $2, $3, size - 1 FROM h`,
    asArray: false,
    read: 'SELECT id, position FROM by_head WHERE position > $1 ORDER BY position',
    begin: ['-1'],
  },
  {
    name: 'xid8 column',
    append: 'INSERT INTO by_transaction (stream, version, id, record) VALUES ($1, 1, $2, $3)',
    asArray: false,
    read: `SELECT id, x, n FROM by_transaction WHERE (x, n) > ($1::xid8, $2::bigint) AND x < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY x, n`,
    begin: ['0', '0'],
  },
];

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One append of one fact; its id. */
async function write(client: pg.Client, { name, append, asArray }: Order, log: string): Promise<string> {
  const { stream, id, text } = someRecord(log);
  await client.query({ name, text: append, values: [stream, id, asArray ? byteaArray([text]) : Buffer.from(text)] });
  return id;
}

/** Where a reader stands who has read all that is to be seen. */
async function endOf(client: pg.Client, { read, begin }: Order, from: readonly string[] = begin): Promise<readonly string[]> {
  const { rows } = await client.query({ text: read, values: [...from], rowMode: 'array' });
  return rows.at(-1)?.slice(1) ?? from;
}

export interface Tally {
  written: number;
  missed: number;
}

/** Follows until it has been told to stop, and then once more; how many of the ids it never saw. */
function follower(client: pg.Client, { read, begin }: Order): (written: ReadonlySet<string>) => Promise<number> {
  const seen = new Set<string>();
  let last = begin;
  let following = true;
  const look = async (): Promise<void> => {
    const { rows } = await client.query({ text: read, values: [...last], rowMode: 'array' });
    for (const [id] of rows) seen.add(id);
    last = rows.at(-1)?.slice(1) ?? last;
  };
  const followed = (async () => {
    while (following) {
      await look();
      await pause(5);
    }
  })();
  return async (written) => {
    following = false;
    await followed;
    await look();
    return [...written].filter((id) => !seen.has(id)).length;
  };
}

/** Asks for the step every 5 ms, as a store does that has been written to. */
function stepper(client: pg.Client, step: string | undefined): () => Promise<void> {
  let stepping = step !== undefined;
  const done = (async () => {
    while (stepping && step !== undefined) {
      await client.query(step);
      await pause(5);
    }
  })();
  return async () => {
    stepping = false;
    await done;
    if (step !== undefined) await client.query(step);
  };
}

export async function contendersOf(url: string, schema: string, log: string, most: number, tallies: Map<string, Tally>) {
  const writers = await Promise.all(Array.from({ length: most }, () => connected(url)));
  const [reading, stepping] = [await connected(url), await connected(url)];
  const contenders = orders(schema).map((order): Contender => {
    const tally = { written: 0, missed: 0 };
    tallies.set(order.name, tally);
    const starts = new Map<string, readonly string[]>();
    const rate = async (callers: number, milliseconds: number): Promise<number> => {
      // A reader begins where the last one ended.
      const begin = await endOf(reading, order, starts.get(order.name));
      starts.set(order.name, begin);
      const written = new Set<string>();
      const [missed, stop] = [follower(reading, { ...order, begin }), stepper(stepping, order.step)];
      const found = await rateOf(callers, milliseconds, async (caller) => {
        const client = writers[caller];
        if (client) written.add(await write(client, order, log));
      });
      await stop();
      tally.missed += await missed(written);
      tally.written += written.size;
      return found;
    };
    return { name: order.name, rate };
  });
  const end = () => Promise.all([...writers, reading, stepping].map((client) => client.end()));
  return { contenders, end };
}

/** Facts that are written while a transaction of another database stays open. */
export const BESIDE = 50;

/** How many of them a reader of each order sees, once they are committed and placed, while that transaction is still open. */
export async function seenBeside(url: string, schema: string, log: string): Promise<ReadonlyMap<string, number>> {
  const client = await connected(url);
  await client.query('CREATE DATABASE elsewhere');
  const elsewhere = await connected(String(Object.assign(new URL(url), { pathname: '/elsewhere' })));
  const seen = new Map<string, number>();
  for (const order of orders(schema)) {
    const end = await endOf(client, order);
    await elsewhere.query('BEGIN');
    await elsewhere.query('SELECT pg_current_xact_id()');
    const written = new Set<string>();
    for (let n = 0; n < BESIDE; n += 1) written.add(await write(client, order, log));
    if (order.step !== undefined) await client.query(order.step);
    const { rows } = await client.query({ text: order.read, values: [...end], rowMode: 'array' });
    seen.set(order.name, rows.filter(([id]) => written.has(id)).length);
    await elsewhere.query('COMMIT');
  }
  await Promise.all([client.end(), elsewhere.end()]);
  return seen;
}
