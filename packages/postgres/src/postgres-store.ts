/**
 * The store for many processes and machines: a log is one schema of a PostgreSQL database. Any number of stores may be open on one
 * log; nothing is kept in the process between two calls.
 */
import { checkedLimit, countThrough, type EventStore, encodeRecords, readRecord } from '@redress/core';
import { type Command, Connections, type Listening, type Own, type PgPool, type Row, reached } from './driver.ts';
import { closedFault, patiently, whileReading } from './faults.ts';
import { takeIn } from './ingest.ts';
import { channelOf, LONGEST_SCHEMA } from './migrations.ts';
import { placer } from './placing.ts';
import { LazyRecords, reader } from './reading.ts';
import { openLog } from './schema.ts';
import { Listeners, subscriber } from './subscription.ts';
import { checkedSchema } from './versions.ts';
import { writer } from './writer.ts';

export interface PostgresOptions {
  /** The schema in which the log lies, `redress` by default; one log, one schema. An address may name it as `?schema=NAME`. */
  readonly schema?: string;
  /** UUID of the log: a new schema gets it (a random one by default), an existing one must hold it. */
  readonly log?: string;
  /** Whether a log that is not there is made, and an older schema brought forward; true by default. Takes the owner's rights. */
  readonly create?: boolean;
  /** The writer's clock, `YYYY-MM-DDTHH:mm:ss.sssZ`; the wall clock by default. */
  readonly now?: () => string;
  /** Milliseconds after which a connection or an answer is not waited for any longer, 10,000 by default. */
  readonly timeoutMs?: number;
}

/** Facts that are written and have no place in the log yet. */
export interface Waiting {
  readonly count: number;
  /** `recordedAt` of the one that waits longest; null where none does. */
  readonly oldest: string | null;
}

export interface PostgresStore extends EventStore {
  /** The store's health: more than a moment's worth of appends means that nobody places them. */
  waiting(): Promise<Waiting>;
}

const PATIENCE = 10_000;

/**
 * Opens the log in a schema of a database; a schema that is not there becomes a new log. A pool that is handed in stays the caller's:
 * it is not ended, must hear its own `error` events, and tells no news, so that subscriptions look every quarter of a second.
 * Throws StoreFault: `unavailable` (not reached, password, database), `read-only`, `wrong-schema` (of another program, of a newer
 * release, of an older one that may not be brought forward, of another log), `unsafe-settings`, `busy`, `timeout`, `full`.
 */
export async function openPostgres(at: string | PgPool, options: PostgresOptions = {}): Promise<PostgresStore> {
  const patience = options.timeoutMs ?? PATIENCE;
  const { pool, own, schema: named = 'redress' } = await reached(at, patience);
  const schema = checkedSchema(options.schema ?? named, LONGEST_SCHEMA);
  const connections = new Connections(pool, patience);
  try {
    const log = await patiently(patience, () => openLog(connections, { schema, log: options.log, create: options.create ?? true }));
    return storeOn({ connections, own, schema, log, patience, now: options.now ?? (() => new Date().toISOString()) });
  } catch (error) {
    await own?.end();
    throw error;
  }
}

interface StoreParts {
  readonly connections: Connections;
  readonly own: Own | undefined;
  readonly schema: string;
  readonly log: string;
  readonly patience: number;
  now(): string;
}

/** One connection that listens, for as long as somebody follows the log. */
function followers(own: Own | undefined, schema: string, heard: () => void): () => () => void {
  let count = 0;
  let listening: Listening | undefined;
  return () => {
    count += 1;
    listening ??= own?.listen(channelOf(schema), heard);
    return () => {
      count -= 1;
      if (count > 0) return;
      listening?.stop();
      listening = undefined;
    };
  };
}

/** What runs, so that closing can wait for it. */
class UnderWay {
  readonly #running = new Set<Promise<unknown>>();

  watch<Result>(work: Promise<Result>): Promise<Result> {
    const over = (): void => void this.#running.delete(ended);
    const ended: Promise<void> = work.then(over, over);
    this.#running.add(ended);
    return work;
  }

  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }
}

function storeOn({ connections, own, schema, log, patience, now }: StoreParts): PostgresStore {
  const listeners = new Listeners();
  const underWay = new UnderWay();
  let closing: Promise<void> | undefined;

  const checkOpen = (): void => {
    if (closing) throw closedFault();
  };

  /** Reading. After the close it is the fault `closed`; what was begun before is waited for. */
  const ask = async (command: Command): Promise<readonly Row[]> => {
    checkOpen();
    const asked = patiently(patience, () => connections.run(command));
    return underWay.watch(
      asked.catch((error: unknown) => {
        throw whileReading(error);
      }),
    );
  };

  /** Reading for an append that was under way at the close. */
  const askOn = (command: Command): Promise<readonly Row[]> => patiently(patience, () => connections.run(command));

  const stored = reader(ask, schema);
  const placing = placer({ schema, connections, ask, placed: () => listeners.wake() });
  const append = writer({ schema, connections, ask: askOn, reader: reader(askOn, schema), patience, wrote: placing.kick });

  async function shut(): Promise<void> {
    await underWay.idle();
    await placing.stop();
    await own?.end();
  }

  return {
    log,
    read(stream, { from = 1, to = Number.MAX_SAFE_INTEGER } = {}) {
      const first = Math.max(1, from);
      const last = Math.min(to, Number.MAX_SAFE_INTEGER);
      return new LazyRecords(stored.rowsOfStream(stream, last), first, Math.max(0, last - first + 1));
    },
    async append(stream, head, facts) {
      checkOpen();
      return underWay.watch(append({ stream, head, facts, encoded: encodeRecords({ log, stream, head, facts, at: now() }) }));
    },
    readLog(after, limit) {
      const first = countThrough(after);
      const most = checkedLimit(limit);
      return new LazyRecords(stored.rowsOfLog, first, async () => Math.min(most, (await placing.size()) - first));
    },
    subscribe: subscriber({
      reader: stored,
      placer: placing,
      listeners,
      listen: followers(own, schema, () => listeners.wake()),
      checkOpen,
    }),
    async ingest(records) {
      checkOpen();
      await underWay.watch(connections.session((session) => takeIn(session, schema, log, records)));
      listeners.wake();
    },
    async waiting() {
      const [row] = await ask({
        text: `SELECT (SELECT count(*) FROM ${schema}.unplaced), convert_from(record, 'UTF8')
          FROM (SELECT min(arrival) AS arrival FROM ${schema}.unplaced) oldest LEFT JOIN ${schema}.fact USING (arrival)`,
      });
      const oldest = row?.[1];
      return { count: Number(row?.[0]), oldest: typeof oldest === 'string' ? readRecord('', oldest).record.recordedAt : null };
    },
    close() {
      if (!closing) {
        closing = shut();
        listeners.wake();
      }
      return closing;
    },
  };
}
