import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NO_STREAM } from '@redress/core';
import { expect, test } from 'vitest';
import { openSqlite } from '../src/index.ts';
import { fact, folder, tamper } from './files.ts';

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const readme = readFileSync(beside('../README.md'), 'utf8');
const file = folder();

/** The tests that the table of promises names and that are not there. */
const missing = (page: string): string[] => {
  const rows = page.split('\n').filter((line) => line.startsWith('|') && line.split('|').length === 5);
  const named = rows.flatMap((line) => [...(line.split('|')[3] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name));
  return named.filter((name) => !existsSync(beside(`${name}.test.ts`)));
};

test('every promise of the README is shown by a test that is there', () => {
  expect(missing(readme)).toEqual([]);
  // Control: a test that nobody wrote is noticed.
  expect(missing(readme.replace('`group-commit`', '`goodwill`'))).toEqual(['goodwill']);
});

test('the query of the README finds the facts by their types', async () => {
  const query = /\*\*Queries\*\*.*`(SELECT .*)`/.exec(readme)?.[1] ?? expect.fail('the README has no query');
  const store = await openSqlite(file('log.db'));
  await store.append('case', NO_STREAM, [fact('a'), fact('b')]);
  await store.close();
  expect(tamper(file('log.db'), (database) => database.prepare(query).all())).toEqual([['Noted', 2]]);
});
