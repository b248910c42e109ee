/** Writing processes that are killed. The double lives in this process, and so outlives them, as a server on another machine does. */
import { describe, expect, test } from 'vitest';
import { checkWhole, lostOf } from '../../../.config/acknowledged.ts';
import { killedWriter } from '../../../.config/killed-writer.ts';
import { length } from '../../../.config/lengths.ts';
import { bench, wholeLog } from './logs.ts';

const { double, open } = bench();
const ROUNDS = length('EventStoreDB: kill -9 rounds', 200, 5_000);
/** Writers that live beside each other, each killed and followed by the next. */
const LANES = 2;

const killedAfter = killedWriter(new URL('endless-writer.ts', import.meta.url), []);

/** Kills writers one after the other; the names of all that they acknowledged. */
async function lane(number: number): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let round = number; round < ROUNDS; round += LANES) {
    const heard = await killedAfter(1 + ((round * 37) % 12), double().url, String(round));
    expect(heard.length).toBeGreaterThan(0);
    acknowledged.push(...heard);
  }
  return acknowledged;
}

describe('a writer killed with kill -9', () => {
  test(
    `in ${ROUNDS} rounds loses nothing it acknowledged, leaves no half append, and the log goes on`,
    async () => {
      const acknowledged = (await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))).flat();
      // What is lost stays lost: one look at the end finds it.
      checkWhole(acknowledged, await wholeLog(await open()));
      expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
    },
    30_000 + ROUNDS * 5_000,
  );

  test('that acknowledges before the server has answered is found to lose: the control', async () => {
    const store = await open();
    const heard = await killedAfter(1, double().url, 'early', 'early');
    expect(lostOf(heard, await wholeLog(store)).length).toBeGreaterThan(0);
  });
});
