import { spawn } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NO_STREAM } from '@redress/core';
import { afterAll, expect, test } from 'vitest';
import { oneFile } from '../../../.config/one-file.ts';
import { openSqlite } from '../src/index.ts';
import { fact, faultOf, folder, tamper, wholeLog } from './files.ts';

const file = folder();
const writer = oneFile(fileURLToPath(new URL('endless-writer.ts', import.meta.url)), ['better-sqlite3']);
afterAll(() => rmSync(writer));

/** A process that writes for ever: the names of what it has acknowledged so far, and how to wait for so many. */
function writing(path: string) {
  const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const acknowledged = (): string[] => said.split('\n').slice(0, -1);
  const until = async (count: number): Promise<string[]> => {
    while (acknowledged().length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    return acknowledged();
  };
  const kill = (): Promise<unknown> => {
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGKILL');
    return ended;
  };
  return { acknowledged, until, kill };
}

test('a copy made by VACUUM INTO while another process writes holds all that was acknowledged before, in the same order, and goes on', async () => {
  const { acknowledged, until, kill } = writing(file('log.db'));
  const before = await until(200);
  tamper(file('log.db'), (database) => database.prepare('VACUUM INTO ?').run(file('copy.db')));
  await until(acknowledged().length + 50);
  await kill();
  const store = await openSqlite(file('log.db'));
  const copy = await openSqlite(file('copy.db'), { log: store.log });
  const [log, copied] = [await wholeLog(store), await wholeLog(copy)];
  const streams = new Set(copied.map(({ record }) => record.stream));
  expect(before.filter((name) => !streams.has(name))).toEqual([]);
  expect(copied).toEqual(log.slice(0, copied.length));
  expect(log.length).toBeGreaterThan(copied.length);
  await copy.append('new', NO_STREAM, [fact('new')]);
  expect((await wholeLog(copy)).map(({ record }) => record.id)).toEqual([...copied.map(({ record }) => record.id), fact('new').id]);
  await Promise.all([store.close(), copy.close()]);
});

test('control: the file alone, copied while the store is open, lacks what still lies in the file beside it', async () => {
  const store = await openSqlite(file('open.db'));
  for (let count = 0; count < 20; count += 1) await store.append(`case ${count}`, NO_STREAM, [fact(`open ${count}`)]);
  copyFileSync(file('open.db'), file('alone.db'));
  const found = await openSqlite(file('alone.db')).then(
    async (alone) => {
      const { length } = await wholeLog(alone);
      await alone.close();
      return length;
    },
    async (error: unknown) => (await faultOf(Promise.reject(error))).code,
  );
  expect(found).not.toBe(20);
  await store.close();
  // Once the last store has closed, the file is all there is.
  copyFileSync(file('open.db'), file('closed.db'));
  const closed = await openSqlite(file('closed.db'));
  expect(await wholeLog(closed)).toHaveLength(20);
  await closed.close();
});
