import { LOG_STREAM, logMoved, NO_STREAM, positionOf, type Recorded, StoreFault } from '@redress/core';
import pg from 'pg';
import { expect, test } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres } from '../../../.config/postgres-server.ts';
import { openPostgres, type PostgresStore } from '../src/index.ts';
import { database, fact, faultOf, logAfter, wholeLog } from './databases.ts';
import { type Committed, unrulyWriters } from './unruly-writers.ts';

const FACTS = length('PostgreSQL: facts that a tailing reader follows', 20_000, 5_000_000);
const WRITERS = 12;
/** Facts that are compared at once, so that a long run needs no more memory than a short one. */
const STRETCH = 50_000;

/** What a reader does that trusts the numbers of an identity column. */
async function tailByArrival(url: string, schema: string, after: string, stop: AbortSignal): Promise<Set<string>> {
  const client = new pg.Client(url);
  await client.connect();
  const seen = new Set<string>();
  let last = after;
  while (!stop.aborted) {
    const { rows } = await client.query(`SELECT arrival, id FROM ${schema}.fact WHERE arrival > $1 ORDER BY arrival`, [last]);
    for (const { id } of rows) seen.add(id);
    last = rows.at(-1)?.arrival ?? last;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await client.end();
  return seen;
}

/** Milliseconds that a reader is given to see the last facts, once they are all written. */
const LAST_LOOK = 30_000;

/** Follows the log from a position; `until` ends it at so many facts, or when it should have seen them, and gives what it saw. */
function tail(store: PostgresStore, after: string): { until(count: number): Promise<Recorded[]> } {
  const seen: Recorded[] = [];
  const stop = new AbortController();
  const following = (async () => {
    for await (const message of store.subscribe(after, stop.signal)) if (message.kind === 'batch') seen.push(...message.records);
  })();
  return {
    async until(count) {
      for (const end = performance.now() + LAST_LOOK; seen.length < count && performance.now() < end; ) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      stop.abort();
      await following;
      return seen;
    },
  };
}

/** Pairs in which a fact that was begun after another was acknowledged lies before it. */
function againstTime(log: readonly Recorded[], committed: readonly Committed[]): number {
  const times = new Map(committed.map((one) => [one.id, one]));
  let latestBegun = -1;
  let found = 0;
  for (const { record } of log) {
    const { begun, acknowledged } = times.get(record.id) ?? { begun: -1, acknowledged: Number.POSITIVE_INFINITY };
    if (acknowledged < latestBegun) found += 1;
    latestBegun = Math.max(latestBegun, begun);
  }
  return found;
}

function outOfStreamOrder(log: readonly Recorded[]): number {
  const versions = new Map<string, number>();
  return log.filter(({ record }) => {
    const before = versions.get(record.stream) ?? 0;
    versions.set(record.stream, record.version);
    return record.version !== before + 1;
  }).length;
}

describeIf(hasPostgres, noPostgres, `${WRITERS} writers, some undone, some slow to commit`, () => {
  const { url, schema, sql } = database();

  interface Stretch {
    readonly name: string;
    readonly store: PostgresStore;
    readonly other: PostgresStore;
    /** Which stretch of the log it is, and how many facts lie before it. */
    readonly number: number;
    readonly from: number;
    readonly facts: number;
  }

  /** Holds a stretch of the log to all of it. Gives how many facts there were, and how many a reader by the identity column missed. */
  async function holds({ name, store, other, number, from, facts }: Stretch): Promise<{ written: number; missedByArrival: number }> {
    const stop = new AbortController();
    const [row] = await sql(`SELECT coalesce(max(arrival), 0) AS last FROM ${name}.fact`);
    const control = tailByArrival(url(), name, String(row?.last), stop.signal);
    const after = from === 0 ? '' : positionOf(from - 1);
    const tails = [store, other].map((one) => tail(one, after));
    const writing = { url: url(), schema: name, log: store.log, writers: WRITERS, facts, name: `stretch ${number}, writer` };
    const committed = await unrulyWriters(writing);
    const [seen = [], alsoSeen] = await Promise.all(tails.map((one) => one.until(committed.length)));
    stop.abort();

    const ids = new Set(seen.map(({ record }) => record.id));
    expect(committed.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect([ids.size, seen.length]).toEqual([committed.length, committed.length]);
    expect(seen.map(({ position }) => Number(position))).toEqual(seen.map((_, index) => from + index));
    expect(alsoSeen).toEqual(seen);
    expect(await logAfter(store, after)).toEqual(seen);
    expect(outOfStreamOrder(seen)).toBe(0);
    expect(againstTime(seen, committed)).toBe(0);
    expect(await store.waiting()).toEqual({ count: 0, oldest: null });
    // Controls: an order turned round is seen to be against time and stream.
    expect(againstTime([...seen].reverse(), committed)).toBeGreaterThan(0);
    expect(outOfStreamOrder([...seen].reverse())).toBeGreaterThan(0);
    const seenByArrival = await control;
    return { written: committed.length, missedByArrival: committed.filter(({ id }) => !seenByArrival.has(id)).length };
  }

  test(
    `of ${FACTS} facts a tailing reader misses none, and positions have no gap, keep each stream's order and real time`,
    async () => {
      const name = schema();
      const [store, other] = [await openPostgres(url(), { schema: name }), await openPostgres(url(), { schema: name })];
      // Three more that place, beside the readers: rivals for the lock.
      const stop = new AbortController();
      const placing = [1, 2, 3].map(async () => {
        const client = new pg.Client(url());
        await client.connect();
        while (!stop.signal.aborted) await client.query(`SELECT ${name}.place(false), pg_sleep(0.003)`);
        await client.end();
      });
      let [from, missedByArrival] = [0, 0];
      for (let number = 0; from < FACTS; number += 1) {
        const stretch = await holds({ name, store, other, number, from, facts: Math.min(STRETCH, FACTS - from) });
        from += stretch.written;
        missedByArrival += stretch.missedByArrival;
      }
      stop.abort();
      await Promise.all(placing);
      // Controls: a reader by the identity column misses some, and that column is not the order of the log.
      expect(missedByArrival).toBeGreaterThan(0);
      const arrivals = await sql(
        `SELECT count(*) FROM ${name}.place p JOIN ${name}.fact f USING (arrival) WHERE f.arrival <> p.position + 1`,
      );
      expect(Number(arrivals[0]?.count)).toBeGreaterThan(0);
      console.log(`of ${from} facts the log's reader missed 0, a reader by the identity column ${missedByArrival}`);
      await Promise.all([store.close(), other.close()]);
    },
    60_000 + FACTS * 10,
  );
});

describeIf(hasPostgres, noPostgres, 'the last fact of a log that moves house', () => {
  const { open } = database();

  test('comes after every append that was under way, and nothing comes after it', async () => {
    const store = await open();
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      for (let count = 0; ; count += 1) {
        const name = `${lane}-${count}`;
        const ended = await store.append(name, NO_STREAM, [fact(name)]).catch((error: unknown) => error);
        if (ended instanceof StoreFault) return { code: ended.code, acknowledged: count };
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await store.append(LOG_STREAM, NO_STREAM, [logMoved(store.log, 'elsewhere')])).outcome).toBe('appended');
    const ended = await Promise.all(lanes);
    expect(ended.map(({ code }) => code)).toEqual(ended.map(() => 'log-moved'));
    const log = await wholeLog(store);
    expect(log.at(-1)?.record.type).toBe('LogMoved');
    expect(log).toHaveLength(1 + ended.reduce((sum, { acknowledged }) => sum + acknowledged, 0));
    // Sent again it is the same fact, and no second one is taken.
    expect((await store.append(LOG_STREAM, NO_STREAM, [logMoved(store.log, 'elsewhere')])).outcome).toBe('repeated');
    const { head } = await store
      .append(LOG_STREAM, NO_STREAM, [fact('x')])
      .then((outcome) => (outcome.outcome === 'conflict' ? outcome : expect.fail()));
    expect(await faultOf(store.append(LOG_STREAM, head, [fact('x')]))).toMatchObject({ code: 'log-moved', written: 'nothing-written' });
    await store.close();
  });
});
