/** Writers as a log meets them in the field: several at once, some undone, some slow to commit. They speak to the database directly. */
import { encodeRecords, type FactToWrite, type Head, NO_STREAM, uuidv5 } from '@redress/core';
import pg from 'pg';
import { byteaArray } from '../src/arrays.ts';

export interface Committed {
  readonly id: string;
  /** Ticks of one clock: taken before the append was sent, and after its COMMIT was acknowledged. */
  readonly begun: number;
  readonly acknowledged: number;
}

export interface Unruly {
  readonly url: string;
  readonly schema: string;
  readonly log: string;
  readonly writers: number;
  /** Facts after which nobody begins another append. */
  readonly facts: number;
  /** What their streams are called, where there are others. */
  readonly name?: string;
}

const NAMESPACE = '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11';

const fact = (name: string): FactToWrite => ({
  id: uuidv5(NAMESPACE, name),
  type: 'Noted',
  schema: 1,
  meta: { command: name },
  data: { note: name },
  sealed: [],
});

/** A small generator of its own, so that a run can be had again: xorshift, 0 to 1. */
function chance(seed: number): () => number {
  let state = seed + 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const PERCENT = { undone: 10, slow: 30 } as const;

/** One in ten appends is undone, three in ten commit late; each writer goes on with a stream of its own for a while. */
export async function unrulyWriters({ url, schema, log, writers, facts, name = 'writer' }: Unruly): Promise<Committed[]> {
  const committed: Committed[] = [];
  let tick = 0;

  async function write(writer: number): Promise<void> {
    const random = chance(writer);
    const client = new pg.Client(url);
    await client.connect();
    let head: Head = NO_STREAM;
    for (let turn = 0; committed.length < facts; turn += 1) {
      const stream = `${name} ${writer}, case ${Math.floor(turn / 20)}`;
      if (turn % 20 === 0) head = NO_STREAM;
      const mine = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) => fact(`${name} ${writer} ${turn} ${index}`));
      const encoded = encodeRecords({ log, stream, head, facts: mine, at: '2026-03-02T08:00:00.000Z' });
      const begun = tick++;
      await client.query('BEGIN');
      const leaf = Buffer.from(head.leaf ?? []);
      const values = [stream, head.version, leaf, mine.map(({ id }) => id), byteaArray(encoded.records.map(({ text }) => text))];
      const { rows } = await client.query(`SELECT ${schema}.append($1, $2, $3, $4, $5) AS written`, values);
      if (rows[0]?.written !== true) throw new Error(`nobody else writes ${stream}`);
      if (random() * 100 < PERCENT.slow) await new Promise((resolve) => setTimeout(resolve, random() * 30));
      const undone = random() * 100 < PERCENT.undone;
      await client.query(undone ? 'ROLLBACK' : 'COMMIT');
      if (undone) continue;
      head = encoded.head;
      const acknowledged = tick++;
      for (const { id } of mine) committed.push({ id, begun, acknowledged });
    }
    await client.end();
  }

  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return committed;
}
