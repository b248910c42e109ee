/** Writing processes that are killed. The double lives in this process, and so outlives them, as a server on another machine does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { oneFile } from '../../../.config/one-file.ts';
import { bench, wholeLog } from './logs.ts';
import { checkWhole, lostOf } from './streams-of.ts';

const { double, open } = bench();
const ROUNDS = length('EventStoreDB: kill -9 rounds', 200, 5_000);
/** Writers that live beside each other, each killed and followed by the next. */
const LANES = 2;

const writer = oneFile(fileURLToPath(new URL('endless-writer.ts', import.meta.url)), []);
afterAll(() => rmSync(writer));

const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => void child.kill('SIGKILL')));

/** Lets a process write until it has acknowledged so many appends, kills it, and gives the names of all it acknowledged. */
function killedAfter(acknowledged: number, ...words: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [writer, double().url, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  let said = '';
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > acknowledged) child.kill('SIGKILL');
    });
    child.on('close', () => {
      running.delete(child);
      // A line that was cut off by the kill is no acknowledgement.
      resolve(said.split('\n').slice(0, -1));
    });
  });
}

/** Kills writers one after the other; the names of all that they acknowledged. */
async function lane(number: number): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let round = number; round < ROUNDS; round += LANES) {
    const heard = await killedAfter(1 + ((round * 37) % 12), String(round));
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
    const heard = await killedAfter(1, 'early', 'early');
    expect(lostOf(heard, await wholeLog(store)).length).toBeGreaterThan(0);
  });
});
