import type { EventStore, Recorded } from '@redress/core';
import { describe, expect, test } from 'vitest';
import { checkWhole, lostOf } from '../../../.config/acknowledged.ts';
import { killedWriter } from '../../../.config/killed-writer.ts';
import { length } from '../../../.config/lengths.ts';
import { openSqlite } from '../src/index.ts';
import { folder, wholeLog } from './files.ts';

const file = folder();
const rounds = length('SQLite: kill -9 rounds', 200, 5000);
/** Rounds between two looks at the whole log; between them only at what is new. */
const WHOLE = 50;
const killedAfter = killedWriter(new URL('endless-writer.ts', import.meta.url), ['better-sqlite3']);

async function newSince(store: EventStore, position: string): Promise<Recorded[]> {
  const records: Recorded[] = [];
  for await (const recorded of store.readLog(position, Number.POSITIVE_INFINITY)) records.push(recorded);
  return records;
}

describe('a writer killed with kill -9', () => {
  test(
    `in ${rounds} rounds loses nothing it acknowledged, leaves no half append, and the log goes on`,
    async () => {
      const acknowledged: string[] = [];
      let position = '';
      for (let round = 0; round < rounds; round += 1) {
        const heard = await killedAfter(1 + ((round * 37) % 40), file('log.db'), String(round));
        acknowledged.push(...heard);
        const store = await openSqlite(file('log.db'));
        const found = await newSince(store, position);
        checkWhole(heard, found);
        position = found.at(-1)?.position ?? position;
        if ((round + 1) % WHOLE === 0 || round + 1 === rounds) checkWhole(acknowledged, await wholeLog(store));
        await store.close();
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
    },
    30_000 + rounds * 5_000,
  );

  test('that acknowledges before its COMMIT is found to lose', async () => {
    let lost = 0;
    for (let round = 0; round < 20 && lost === 0; round += 1) {
      const heard = await killedAfter(1, file('early.db'), String(round), 'early');
      const store = await openSqlite(file('early.db'));
      lost = lostOf(heard, await wholeLog(store)).length;
      await store.close();
    }
    expect(lost).toBeGreaterThan(0);
  });
});
