import { expect, test } from 'vitest';
import { checkWhole } from '../../../.config/acknowledged.ts';
import { killedWriter } from '../../../.config/killed-writer.ts';
import { length } from '../../../.config/lengths.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres } from '../../../.config/postgres-server.ts';
import type { PostgresStore } from '../src/index.ts';
import { database, wholeLog } from './databases.ts';

const ROUNDS = length('PostgreSQL: kill -9 rounds', 200, 5_000);
/** Rounds between two looks at the whole log; between them only at what is new. */
const WHOLE = 100;
/** Writers that live beside each other, each killed and followed by the next. */
const LANES = 2;

const killedAfter = killedWriter(new URL('endless-writer.ts', import.meta.url), ['pg-native']);

describeIf(hasPostgres, noPostgres, 'a process that writes to PostgreSQL and is killed with kill -9', () => {
  const { url, schema, open } = database();

  /** Each stream must have both facts; a look at part of the log leaves out what the other lane has under way. */
  async function missing(store: PostgresStore, acknowledged: readonly string[]): Promise<string[]> {
    const lost: string[] = [];
    for (const name of acknowledged) {
      const versions: number[] = [];
      for await (const { record } of store.read(name)) versions.push(record.version);
      if (versions.join() !== '1,2') lost.push(name);
    }
    return lost;
  }

  test(
    `loses in ${ROUNDS} rounds nothing it acknowledged, leaves no half append, and a reader places what it no longer could`,
    async () => {
      const name = schema();
      const store = await open({ schema: name });
      const acknowledged: string[] = [];
      const lane = async (first: number): Promise<void> => {
        for (let round = first; round < ROUNDS; round += LANES) {
          const heard = await killedAfter(1 + ((round * 37) % 40), `${url()}?schema=${name}`, String(round));
          expect(await missing(store, heard)).toEqual([]);
          acknowledged.push(...heard);
          if ((round + 1) % WHOLE === 0) checkWhole(acknowledged.slice(), await wholeLog(store));
        }
      };
      await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)));
      checkWhole(acknowledged, await wholeLog(store));
      expect(await store.waiting()).toEqual({ count: 0, oldest: null });
      expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
      await store.close();
    },
    60_000 + ROUNDS * 5_000,
  );

  test('is found to lose where it acknowledges before its COMMIT', async () => {
    const name = schema();
    const store = await open({ schema: name });
    let lost: string[] = [];
    for (let round = 0; round < 20 && lost.length === 0; round += 1) {
      lost = await missing(store, await killedAfter(1, `${url()}?schema=${name}`, String(round), 'early'));
    }
    expect(lost.length).toBeGreaterThan(0);
    await store.close();
  });
});
