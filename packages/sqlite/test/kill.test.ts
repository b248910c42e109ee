import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { EventStore, Recorded } from '@redress/core';
import { afterAll, describe, expect, test } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { oneFile } from '../../../.config/one-file.ts';
import { openSqlite } from '../src/index.ts';
import { folder, wholeLog } from './files.ts';

const file = folder();
const rounds = length('SQLite: kill -9 rounds', 200, 5000);
/** Rounds between two looks at the whole log; between them only at what is new. */
const WHOLE = 50;
const writer = oneFile(fileURLToPath(new URL('endless-writer.ts', import.meta.url)), ['better-sqlite3']);
afterAll(() => rmSync(writer));

const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => void child.kill('SIGKILL')));

interface Victim {
  readonly path: string;
  readonly first: string;
  readonly when: 'late' | 'early';
}

/** Lets a process write until it has acknowledged so many appends, kills it, and gives the names of all it acknowledged. */
function killedAfter(acknowledged: number, { path, first, when }: Victim): Promise<string[]> {
  const child = spawn(process.execPath, [writer, path, first, when], { stdio: ['ignore', 'pipe', 'inherit'] });
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

async function newSince(store: EventStore, position: string): Promise<Recorded[]> {
  const records: Recorded[] = [];
  for await (const recorded of store.readLog(position, Number.POSITIVE_INFINITY)) records.push(recorded);
  return records;
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

describe('a writer killed with kill -9', () => {
  test(
    `in ${rounds} rounds loses nothing it acknowledged, leaves no half append, and the log goes on`,
    async () => {
      const acknowledged: string[] = [];
      let position = '';
      for (let round = 0; round < rounds; round += 1) {
        const victim: Victim = { path: file('log.db'), first: String(round), when: 'late' };
        const heard = await killedAfter(1 + ((round * 37) % 40), victim);
        acknowledged.push(...heard);
        const store = await openSqlite(file('log.db'));
        const found = await newSince(store, position);
        check(heard, found);
        position = found.at(-1)?.position ?? position;
        if ((round + 1) % WHOLE === 0 || round + 1 === rounds) check(acknowledged, await wholeLog(store));
        await store.close();
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(rounds);
    },
    30_000 + rounds * 5_000,
  );

  test('that acknowledges before its COMMIT is found to lose', async () => {
    let lost = 0;
    for (let round = 0; round < 20 && lost === 0; round += 1) {
      const heard = await killedAfter(1, { path: file('early.db'), first: String(round), when: 'early' });
      const store = await openSqlite(file('early.db'));
      const versions = versionsOf(await wholeLog(store));
      lost = heard.filter((name) => !versions.has(name)).length;
      await store.close();
    }
    expect(lost).toBeGreaterThan(0);
  });
});
