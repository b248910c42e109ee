/**
 * A log in EventStoreDB or KurrentDB. The server keeps the streams and their order; this package keeps what a caller is promised.
 */
import { type EventStore, encodeRecords } from '@redress/core';
import { addressIn, LOG_NAME } from './address.ts';
import { Client, type MakeClient } from './client.ts';
import { closedFault } from './faults.ts';
import { ingester, isWhole, notWhole, type Wholeness } from './ingest.ts';
import { KnownIds } from './known-ids.ts';
import { type LogBegin, openLog } from './log-begin.ts';
import { Moving } from './moving.ts';
import { reader } from './reading.ts';
import { Server } from './server.ts';
import { subscriber } from './subscription.ts';
import { type Outcome, type ToAppend, writer } from './writer.ts';

export interface EventStoreDbOptions {
  /**
   * The log's name on the server: by default what the address says with `name=`, else `redress`. Its first stream has this name, the
   * streams of its facts begin with it.
   */
  readonly name?: string;
  /** UUID of the log: a new one gets it (a random one by default), one that is there must have it. */
  readonly log?: string;
  /** Whether a log that is not there is begun, which is usual. */
  readonly create?: boolean;
  /** The writer's clock, `YYYY-MM-DDTHH:mm:ss.sssZ`; the wall clock by default. */
  readonly now?: () => string;
  /** Milliseconds that one call may take, 10,000 by default. A call that failed is made again, until three times that has passed. */
  readonly deadlineMs?: number;
  /**
   * Milliseconds that one page of the log may take, a minute by default: the server looks through all that other programs wrote
   * between two facts, and says nothing meanwhile.
   */
  readonly logDeadlineMs?: number;
}

const DEADLINE = 10_000;
const LOG_DEADLINE = 60_000;

function checkName(name: string): string {
  if (LOG_NAME.test(name)) return name;
  throw new RangeError(`the name of a log has letters, digits, _ and . only, not ${JSON.stringify(name)}. Nothing was opened.`);
}

const nameAt = (at: string | MakeClient): string | undefined => (typeof at === 'string' ? addressIn(at).name : undefined);

/**
 * Opens the log of this name on a server; where there is none, one begins. `at` is a connection string (`esdb://`, `esdb+discover://`,
 * `kurrentdb://`) or makes a client; a client that failed to answer is replaced by another. Throws StoreFault: `unavailable`, `timeout`,
 * `read-only`, `not-a-database`, `unsafe-settings`, `wrong-schema`.
 */
export async function openEventStoreDb(at: string | MakeClient, options: EventStoreDbOptions = {}): Promise<EventStore> {
  const name = checkName(options.name ?? nameAt(at) ?? 'redress');
  const deadline = options.deadlineMs ?? DEADLINE;
  const client = await Client.open(at, deadline, options.logDeadlineMs ?? LOG_DEADLINE);
  const connection: Connection = { client, name, patience: 3 * deadline, now: options.now ?? (() => new Date().toISOString()) };
  try {
    const server = new Server(client, connection.patience);
    const begin = await openLog(server, name, { log: options.log, create: options.create ?? true });
    const moving = new Moving(`${name}-`);
    await moving.look(server);
    return storeOn(connection, begin, moving);
  } catch (error) {
    await client.close();
    throw error;
  }
}

interface Connection {
  readonly client: Client;
  readonly name: string;
  readonly patience: number;
  now(): string;
}

function storeOn({ client, name, patience, now }: Connection, begin: LogBegin, moving: Moving): EventStore {
  const { log } = begin;
  const prefix = `${name}-`;
  const known = new KnownIds();
  // Two, because closing ends what reads and waits for what writes, its reads included.
  const [reading, writing] = [new Server(client, patience), new Server(client, patience)];
  const state: Wholeness = { begin };
  const parts = { prefix, begin: begin.place, known, moving };
  const whole = () => isWhole(writing, name, state);
  const stored = reader({ ...parts, server: reading, whole });
  const append = writer({ server: writing, reader: reader({ ...parts, server: writing, whole }), prefix, known, moving });
  const ingest = ingester({ server: writing, reader: reader({ ...parts, server: writing, whole: () => true }), name, prefix }, state);
  const follow = subscriber({ server: reading, reader: stored, prefix, begin: begin.place });
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  const checkOpen = (): void => {
    if (closing) throw closedFault();
  };

  /** Closing waits for it. */
  async function awaited<Answer>(answer: Promise<Answer>): Promise<Answer> {
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  }

  async function write(entry: ToAppend): Promise<Outcome> {
    if (!(await whole())) throw notWhole();
    return append(entry);
  }

  async function shut(): Promise<void> {
    reading.beginClosing();
    await Promise.allSettled(underWay);
    writing.beginClosing();
    await client.close();
  }

  return {
    log,
    async *read(stream, range) {
      checkOpen();
      for await (const { recorded, isVoid } of stored.stream(stream, range)) if (!isVoid) yield recorded;
    },
    async append(stream, head, facts) {
      checkOpen();
      const encoded = encodeRecords({ log, stream, head, facts, at: now() });
      return awaited(write({ stream, head, facts, encoded }));
    },
    async *readLog(after, limit) {
      checkOpen();
      yield* stored.log(after, limit);
    },
    async *subscribe(after, signal) {
      checkOpen();
      yield* follow(after, signal);
    },
    async ingest(records) {
      checkOpen();
      await awaited(ingest(records));
    },
    close() {
      closing ??= shut();
      return closing;
    },
  };
}
