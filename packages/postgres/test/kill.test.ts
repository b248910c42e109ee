import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Recorded } from '@redress/core';
import { afterAll, expect, test } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { oneFile } from '../../../.config/one-file.ts';
import { hasPostgres, noPostgres } from '../../../.config/postgres-server.ts';
import type { PostgresStore } from '../src/index.ts';
import { database, wholeLog } from './databases.ts';

const ROUNDS = length('PostgreSQL: kill -9 rounds', 200, 5_000);
/** Rounds between two looks at the whole log; between them only at what is new. */
const WHOLE = 100;
/** Writers that live beside each other, each killed and followed by the next. */
const LANES = 2;

const writer = oneFile(fileURLToPath(new URL('endless-writer.ts', import.meta.url)), ['pg-native']);
afterAll(() => rmSync(writer));

const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => void child.kill('SIGKILL')));

/** Lets a process write until it has acknowledged so many appends, kills it, and gives the names of all it acknowledged. */
function killedAfter(acknowledged: number, words: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [writer, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
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

function versionsOf(log: readonly Recorded[]): Map<string, number[]> {
  const versions = new Map<string, number[]>();
  for (const { record } of log) versions.set(record.stream, [...(versions.get(record.stream) ?? []), record.version]);
  return versions;
}

function check(acknowledged: readonly string[], log: readonly Recorded[]): void {
  const versions = versionsOf(log);
  expect(acknowledged.filter((name) => !versions.has(name))).toEqual([]);
  for (const [stream, found] of versions) expect(found, stream).toEqual([1, 2]);
}

describeIf(hasPostgres, noPostgres, 'a process that writes to PostgreSQL and is killed with kill -9', () => {
  const { url, schema, open } = database();

  /** Each stream must have both facts; a look at part of the log leaves out what the other lane has under way. */
  async function lostOf(store: PostgresStore, acknowledged: readonly string[]): Promise<string[]> {
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
          const heard = await killedAfter(1 + ((round * 37) % 40), [`${url()}?schema=${name}`, String(round)]);
          expect(await lostOf(store, heard)).toEqual([]);
          acknowledged.push(...heard);
          if ((round + 1) % WHOLE === 0) check(acknowledged.slice(), await wholeLog(store));
        }
      };
      await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)));
      check(acknowledged, await wholeLog(store));
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
      lost = await lostOf(store, await killedAfter(1, [`${url()}?schema=${name}`, String(round), 'early']));
    }
    expect(lost.length).toBeGreaterThan(0);
    await store.close();
  });
});
