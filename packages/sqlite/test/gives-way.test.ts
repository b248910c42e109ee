/** SQLite is read without waiting for anything: a long reading has to let the rest of the process have its turn by itself. */
import { NO_STREAM } from '@redress/core';
import { expect, it } from 'vitest';
import { openSqlite } from '../src/index.ts';
import { fact, folder, wholeLog } from './files.ts';

const file = folder();

it('a long reading lets others have their turn between two chunks, and a short one waits for nobody', async () => {
  const store = await openSqlite(file('long.db'));
  const names = Array.from({ length: 1000 }, (_, at) => `${at}`);
  await Promise.all(names.map((name) => store.append(`s-${name}`, NO_STREAM, [fact(name)])));
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  expect(await wholeLog(store)).toHaveLength(names.length);
  expect(turns).toBeGreaterThanOrEqual(3);

  turns = 0;
  for await (const { record } of store.read('s-7')) expect(record.version).toBe(1);
  expect(turns).toBe(0);
  clearImmediate(next);
  await store.close();
});
