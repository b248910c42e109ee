/** Live updates of two servers, over stores of their own on one log, where others write just at the seam of history and what comes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '@redress/core';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres, someServer } from '../../../.config/postgres-server.ts';
import { openDesk } from './desk.ts';
import { connection, type Heard, write } from './listening.ts';
import { plainNode } from './real.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-seam-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FACTS = 300;
/** That lie there when the first client comes: two batches and a bit. */
const BEFORE = 70;

type Follow = EventStore['subscribe'];

/** After most readings of what has happened, and before what comes is asked for, somebody writes. */
function writtenToAtSeams(store: EventStore, some: (count: number) => Promise<void>, follow: Follow): void {
  const { readLog } = store;
  let readings = 0;
  store.readLog = async function* (after, limit) {
    yield* readLog(after, limit);
    readings += 1;
    // Were it after each, history would not end before the writers do.
    if (readings % 3 > 0) await some(1);
  };
  store.subscribe = async function* (after, signal) {
    await some(3);
    yield* follow(after, signal);
  };
}

interface AtSeams {
  /** What each client heard, over all its connections. */
  readonly heard: readonly (readonly string[])[];
  readonly log: readonly string[];
}

async function atSeams(open: () => Promise<EventStore>, following = ({ subscribe }: EventStore): Follow => subscribe): Promise<AtSeams> {
  const writer = openDesk({ store: await open() });
  const stores = [await open(), await open()] as const;
  let begun = 0;
  const some = async (count: number): Promise<void> => {
    for (let left = count; left > 0 && begun < FACTS; left -= 1) await write(writer, begun++, `case-${begun % 7}`);
  };
  await some(BEFORE);
  for (const store of stores) writtenToAtSeams(store, some, following(store));
  const [one, other] = await Promise.all(stores.map((store) => plainNode(openDesk({ store }).bare)));
  if (!one || !other) throw new Error('two servers were started');
  const hear = async (heard: Heard[], client: number): Promise<void> => {
    for (let round = 0; begun < FACTS; round += 1) {
      let [facts, caughtUp] = [0, 0];
      // Around the end of a batch, and within it; or some time after there was nothing more.
      const enough = ({ event }: Heard): boolean => {
        if (event === 'caught-up') caughtUp += 1;
        else facts += 1;
        return caughtUp > round % 4 || facts > (client * 31 + round * 13) % 67;
      };
      const kill = { bytes: 1e9, milliseconds: 2_000, enough };
      heard.push(...(await connection((client + round) % 2 === 0 ? one : other, heard.at(-1)?.id ?? '', kill)));
    }
  };
  const all: readonly Heard[][] = [[], [], []];
  const meanwhile = async (): Promise<void> => {
    for (; begun < FACTS; await pause(5)) await some(1);
  };
  await Promise.all([meanwhile(), ...all.map(hear)]);
  const log = (await writer.log()).map((text): string => JSON.parse(text).id);
  const last = ({ data }: Heard): boolean => data.id === log.at(-1);
  for (const heard of all) {
    const kill = { bytes: 1e9, milliseconds: 5_000, enough: last };
    if (!heard.some(last)) heard.push(...(await connection(one, heard.at(-1)?.id ?? '', kill)));
  }
  await Promise.all([one.stop(), other.stop()]);
  await Promise.all([writer.store, ...stores].map((store) => store.close()));
  return { heard: all.map((each) => each.flatMap(({ event, data }) => (event === 'fact' ? [data.id ?? ''] : []))), log };
}

describe('live updates that are written to where history ends', () => {
  it('are heard once each and in order, resumed at either of two servers: SQLite', async () => {
    const { heard, log } = await atSeams(() => openSqlite(join(folder, 'log.db')));
    expect(log).toHaveLength(FACTS);
    for (const each of heard) expect(each).toEqual(log);
  });

  it('would be found to be lost where what comes is followed from the end of the log: the control', async () => {
    const fromItsEnd = ({ readLog, subscribe }: EventStore): Follow =>
      async function* (after, signal) {
        let end = after;
        for await (const { position } of readLog(after, FACTS)) end = position;
        yield* subscribe(end, signal);
      };
    const { heard, log } = await atSeams(() => openSqlite(join(folder, 'lost.db')), fromItsEnd);
    for (const each of heard) expect(new Set(each).size).toBeLessThan(log.length);
  });

  describeIf(hasPostgres, noPostgres, 'on a server', () => {
    it('are heard once each and in order, resumed at either of two servers: PostgreSQL', async () => {
      const server = await someServer();
      try {
        const { heard, log } = await atSeams(() => openPostgres(`${server.url}?schema=seam_${process.pid}`));
        expect(log).toHaveLength(FACTS);
        for (const each of heard) expect(each).toEqual(log);
      } finally {
        await server.remove();
      }
    }, 120_000);
  });
});
