import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type EventStore, NO_STREAM, type Recorded } from '@redress/core';
import { afterAll, describe, expect, test } from 'vitest';
import { versionsOf } from '../../../.config/acknowledged.ts';
import { length } from '../../../.config/lengths.ts';
import { numbered } from '../../../.config/numbered.ts';
import { oneFile } from '../../../.config/one-file.ts';
import { openSqlite } from '../src/index.ts';
import { faultOf, folder, tamper, wholeLog } from './files.ts';
import type { Report } from './rival-writer.ts';

const file = folder();
const writer = oneFile(fileURLToPath(new URL('rival-writer.ts', import.meta.url)), ['better-sqlite3']);
afterAll(() => rmSync(writer));

const RIVALS = ['a', 'b', 'c', 'd'] as const;
/** Milliseconds for which they write. */
const TIME = length('SQLite: milliseconds of four processes', 4000, 120_000);

interface Rival {
  readonly report: Promise<Report | undefined>;
  kill(): void;
}

/** A process that writes; undefined is the report of one that was killed. */
function rival(path: string, name: string, milliseconds: number): Rival {
  const child = spawn(process.execPath, [writer, path, name, String(milliseconds)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const report = new Promise<Report | undefined>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(undefined);
      else if (code === 0) resolve(JSON.parse(said));
      else reject(new Error(`a writer ended with ${code}: ${said}`));
    });
  });
  return { report, kill: () => void child.kill('SIGKILL') };
}

/** Follows the log that others write, until it was told how many facts there are and saw as many. */
async function tail(store: EventStore, enough: () => number): Promise<Recorded[]> {
  const seen: Recorded[] = [];
  for await (const message of store.subscribe('', new AbortController().signal)) {
    if (message.kind === 'batch') seen.push(...message.records);
    if (seen.length >= enough()) break;
  }
  return seen;
}

/** What all of them were told must be what the file holds. */
async function check(path: string, reports: readonly Report[]): Promise<void> {
  const store = await openSqlite(path);
  const log = await wholeLog(store);
  await store.close();
  const versions = versionsOf(log);
  for (const { own } of reports) expect(own.filter((stream) => versions.get(stream)?.join() !== '1,2')).toEqual([]);
  const all = versions.get('all') ?? [];
  expect(all).toEqual(all.map((_, index) => index + 1));
  const acknowledged = reports.reduce((sum, { shared }) => sum + shared, 0);
  // Who was killed may have written one that it could not tell of any more.
  expect(all.length).toBeGreaterThanOrEqual(acknowledged);
  expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, index) => index));
  expect(tamper(path, (database) => database.prepare('PRAGMA integrity_check').all()[0]?.[0])).toBe('ok');
}

describe('four processes on one file', () => {
  test(
    'lose nothing, meet no fault, share a stream without a gap, none starves, and a reader follows without gap or double',
    async () => {
      const store = await openSqlite(file('four.db'));
      let facts = Number.POSITIVE_INFINITY;
      const following = tail(store, () => facts);
      const found = await Promise.all(RIVALS.map((name) => rival(file('four.db'), name, TIME).report));
      const reports = found.map((report) => report ?? expect.fail('nobody was killed'));
      await check(file('four.db'), reports);
      const log = await wholeLog(store);
      facts = log.length;
      // One more fact, so that a reader who has seen all looks up.
      await store.append('last', NO_STREAM, [numbered('last', 0)]);
      expect((await following).slice(0, facts)).toEqual(log);
      await store.close();
      expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
      const counts = reports.map(({ own }) => own.length);
      expect(Math.min(...counts), `appends of each: ${counts}`).toBeGreaterThan(Math.max(...counts) / 20);
      expect(Math.max(...reports.map(({ worst }) => worst))).toBeLessThan(10_000);
      // They were at it at the same time, or the test says nothing.
      expect(reports.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(0);
    },
    30_000 + TIME * 3,
  );

  test(
    'go on while two of them are killed and started again, eight times',
    async () => {
      const path = file('killed.db');
      await (await openSqlite(path)).close();
      const living = ['a', 'b'].map((name) => rival(path, name, TIME).report);
      for (let round = 0; round < 8; round += 1) {
        const victims = ['c', 'd'].map((name) => rival(path, `${name}${round}`, 60_000));
        await new Promise((resolve) => setTimeout(resolve, TIME / 8));
        for (const { kill } of victims) kill();
        expect(await Promise.all(victims.map(({ report }) => report))).toEqual([undefined, undefined]);
      }
      const reports = (await Promise.all(living)).map((report) => report ?? expect.fail('the wrong one was killed'));
      await check(path, reports);
      expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
      for (const { own } of reports) expect(own.length).toBeGreaterThan(8);
      // Control: one that was told of an append which the file does not hold is found out.
      const lying = reports.map((report) => ({ ...report, own: [...report.own, 'never written'] }));
      await expect(check(path, lying)).rejects.toThrow('never written');
    },
    30_000 + TIME * 3,
  );

  test('of which one will not wait: it is told busy, and nothing was written', async () => {
    const path = file('hasty.db');
    const store = await openSqlite(path, { busyTimeoutMs: 0 });
    const rivals = RIVALS.map((name) => rival(path, name, 1500));
    const told: string[] = [];
    let written = 0;
    for (let count = 0; count < 2000 && told.length === 0; count += 1) {
      const outcome = await store.append(`hasty ${count}`, { version: 0, leaf: null, at: '' }, [numbered(`hasty-${count}`, 0)]).then(
        () => undefined,
        (error: unknown) => faultOf(Promise.reject(error)),
      );
      if (outcome === undefined) written += 1;
      else told.push(`${outcome.code}, ${outcome.written}`);
    }
    await Promise.all(rivals.map(({ report }) => report));
    expect(told).toEqual(['busy, nothing-written']);
    expect((await wholeLog(store)).filter(({ record }) => record.stream.startsWith('hasty'))).toHaveLength(written);
    await store.close();
  });
});
