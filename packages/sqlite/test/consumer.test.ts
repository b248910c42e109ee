import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NO_STREAM } from '@redress/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { numbered } from '../../../.config/numbered.ts';
import { oneFile } from '../../../.config/one-file.ts';
import { openSqlite } from '../src/index.ts';
import { folder, wholeLog } from './files.ts';

const file = folder();
const ROUNDS = length('SQLite: kill -9 rounds of a consumer', 12, 500);
const STREAMS = 2 * ROUNDS + 16;
const program = oneFile(fileURLToPath(new URL('consuming.ts', import.meta.url)), ['better-sqlite3']);
afterAll(() => rmSync(program));

interface Run {
  readonly cursors: string;
  readonly when: 'late' | 'early';
  /** Kills it once this many facts were printed; left out: lets it end as soon as `enough` says so. */
  readonly killAfter?: number;
  enough?(printed: readonly string[]): boolean;
}

/** Lets a consumer run: the ids that it printed, whole lines only. */
function consumed({ cursors, when, killAfter, enough }: Run): Promise<string[]> {
  const child = spawn(process.execPath, [program, file('log.db'), cursors, when], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  const printed = (): string[] => said.split('\n').slice(0, -1);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (killAfter !== undefined && printed().length >= killAfter) child.kill('SIGKILL');
      if (enough?.(printed())) child.stdin.end();
    });
    child.on('close', (code, signal) => {
      if (killAfter === undefined && code !== 0) reject(new Error(`the consumer ended with ${code ?? signal}`));
      else resolve(printed());
    });
  });
}

let ids: readonly string[] = [];
beforeAll(async () => {
  const store = await openSqlite(file('log.db'));
  for (let stream = 0; stream < STREAMS; stream += 1) {
    const facts = Array.from({ length: 63 }, (_, index) => numbered(`s${stream}`, index + 1));
    await store.append(`s${stream}`, NO_STREAM, [numbered(`s${stream}`, 0), ...facts]);
  }
  ids = (await wholeLog(store)).map(({ record }) => record.id);
  await store.close();
});

describe('a consumer killed with kill -9', () => {
  test(
    `in ${ROUNDS} rounds is handed every fact at least once and in order, and what it was through with never again`,
    async () => {
      const cursors = file('cursors.db');
      let reached = 0;
      let again = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const run = await consumed({ cursors, when: 'late', killAfter: 1 + ((round * 97) % 400) });
        const start = ids.indexOf(run[0] ?? expect.fail('nothing was printed'));
        expect(run).toEqual(ids.slice(start, start + run.length));
        // Nothing is skipped, and what comes again is the batch that it was at, no more.
        expect(start).toBeLessThanOrEqual(reached);
        expect(reached - start).toBeLessThanOrEqual(256);
        again += reached - start;
        reached = Math.max(reached, start + run.length);
      }
      const rest = await consumed({ cursors, when: 'late', enough: (printed) => printed.at(-1) === ids.at(-1) });
      expect(rest).toEqual(ids.slice(ids.length - rest.length));
      expect(ids.length - rest.length).toBeLessThanOrEqual(reached);
      expect(again).toBeGreaterThan(0);
      // It ended by itself, its cursor at the end: started once more over the same history, it is handed what is new and nothing else.
      const store = await openSqlite(file('log.db'));
      const more = consumed({ cursors, when: 'late', enough: (printed) => printed.length > 0 });
      await store.append('new', NO_STREAM, [numbered('new', 0)]);
      expect(await more).toEqual([numbered('new', 0).id]);
      await store.close();
    },
    30_000 + ROUNDS * 5_000,
  );

  test('that moves its cursor before it is done is found to skip facts', async () => {
    const cursors = file('early.db');
    const seen = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      for (const id of await consumed({ cursors, when: 'early', killAfter: 20 })) seen.add(id);
    }
    const last = Math.max(...[...seen].map((id) => ids.indexOf(id)));
    expect(ids.slice(0, last).filter((id) => !seen.has(id)).length).toBeGreaterThan(0);
  });
});
