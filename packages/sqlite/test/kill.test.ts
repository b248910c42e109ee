import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../src/index.ts';
import { folder, wholeLog } from './files.ts';

const file = folder();
/** Each round starts a process, which takes a second or more: few by default, KILL_ROUNDS for a long run. */
const rounds = Number(process.env.KILL_ROUNDS ?? 5);
const writer = fileURLToPath(new URL('endless-writer.ts', import.meta.url));

/** Lets a process write until it has acknowledged so many appends, kills it, and gives the names of all it acknowledged. */
function killedAfter(acknowledged: number, path: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, path, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.split('\n').length > acknowledged) child.kill('SIGKILL');
    });
    // A line that was cut off by the kill is no acknowledgement.
    child.on('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

describe('a writer killed with kill -9', () => {
  test(
    `in ${rounds} rounds loses nothing it acknowledged, leaves no half append, and the log goes on`,
    async () => {
      const acknowledged: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        acknowledged.push(...(await killedAfter(1 + ((round * 37) % 60), file('log.db'), round)));
        const store = await openSqlite(file('log.db'));
        const versions = new Map<string, number[]>();
        for (const { record } of await wholeLog(store))
          versions.set(record.stream, [...(versions.get(record.stream) ?? []), record.version]);
        // Control: a store that acknowledges before its COMMIT loses some here.
        expect(acknowledged.filter((name) => !versions.has(name))).toEqual([]);
        for (const [stream, found] of versions) expect(found, stream).toEqual([1, 2]);
        await store.close();
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
    },
    rounds * 30_000,
  );
});
