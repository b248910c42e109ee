import { LOG_STREAM, logMoved, NO_STREAM, type Recorded, StoreFault } from '@redress/core';
import pg from 'pg';
import { expect, test } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres } from '../../../.config/postgres-server.ts';
import { openPostgres, type PostgresStore } from '../src/index.ts';
import { database, fact, faultOf, wholeLog } from './databases.ts';
import { type Committed, unrulyWriters } from './unruly-writers.ts';

/** Few by default; CHAOS_FACTS for a long run. */
const FACTS = Number(process.env.CHAOS_FACTS ?? 20_000);
const WRITERS = 12;

/** What a reader does that trusts the numbers of an identity column. */
async function tailByArrival(url: string, schema: string, stop: AbortSignal): Promise<Set<string>> {
  const client = new pg.Client(url);
  await client.connect();
  const seen = new Set<string>();
  let last = '0';
  while (!stop.aborted) {
    const { rows } = await client.query(`SELECT arrival, id FROM ${schema}.fact WHERE arrival > $1 ORDER BY arrival`, [last]);
    for (const { id } of rows) seen.add(id);
    last = rows.at(-1)?.arrival ?? last;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await client.end();
  return seen;
}

/** Follows the log until it was told how many facts there are, and saw as many. */
async function tail(store: PostgresStore, enough: () => number): Promise<Recorded[]> {
  const seen: Recorded[] = [];
  for await (const message of store.subscribe('', new AbortController().signal)) {
    if (message.kind === 'batch') seen.push(...message.records);
    else if (seen.length >= enough()) break;
  }
  return seen;
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
      const control = tailByArrival(url(), name, stop.signal);
      let expected = Number.POSITIVE_INFINITY;
      const tails = [store, other].map((one) => tail(one, () => expected));
      const committed = await unrulyWriters({ url: url(), schema: name, log: store.log, writers: WRITERS, facts: FACTS });
      expected = committed.length;
      const [seen = [], alsoSeen] = await Promise.all(tails);
      stop.abort();
      await Promise.all(placing);

      const ids = new Set(seen.map(({ record }) => record.id));
      expect(committed.filter(({ id }) => !ids.has(id))).toEqual([]);
      expect([ids.size, seen.length]).toEqual([committed.length, committed.length]);
      expect(seen.map(({ position }) => Number(position))).toEqual(seen.map((_, index) => index));
      expect(alsoSeen).toEqual(seen);
      expect(await wholeLog(store)).toEqual(seen);
      expect(outOfStreamOrder(seen)).toBe(0);
      expect(againstTime(seen, committed)).toBe(0);
      expect(await store.waiting()).toEqual({ count: 0, oldest: null });

      // Controls: a reader by the identity column misses some; an order turned round is seen to be against time and stream.
      const seenByArrival = await control;
      expect(committed.filter(({ id }) => !seenByArrival.has(id)).length).toBeGreaterThan(0);
      expect(againstTime([...seen].reverse(), committed)).toBeGreaterThan(0);
      expect(outOfStreamOrder([...seen].reverse())).toBeGreaterThan(0);
      const arrivals = await sql(
        `SELECT count(*) FROM ${name}.place p JOIN ${name}.fact f USING (arrival) WHERE f.arrival <> p.position + 1`,
      );
      expect(Number(arrivals[0]?.count)).toBeGreaterThan(0);
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
