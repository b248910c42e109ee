/** What a newcomer types or meets, and what must come of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryStore } from '@redress/core';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { type CsvMap, importFile } from '../src/index.ts';
import { documentOf, folder, line } from './command-line.ts';
import { csvFile, ticketRows, tickets } from './tickets.ts';

const map = fileURLToPath(import.meta.resolve('./tickets.ts'));

it('takes --json before the command as well', async () => {
  expect(documentOf(await line(['--json', '--version']))).toHaveProperty('version');
  expect(documentOf(await line(['--json', 'chart']))).toHaveProperty('regions');
});

it('leaves no database behind where there is no file to import', async () => {
  const at = folder();
  expect((await line(['import', 'nope.csv', '--map', map], at)).code).toBe(2);
  expect(existsSync(join(at, 'redress.db'))).toBe(false);
});

it('says in the language asked for why a row was rejected, and knows no third language', async () => {
  const at = folder();
  const file = csvFile(at, ['a,2025-02-30,left,,']);
  expect((await line(['import', file, '--map', map, '--lang', 'vi'], at)).err).toMatch(/Chưa ghi gì/);
  expect((await line(['import', file, '--map', map, '--lang', 'xx'], at)).code).toBe(2);
});

it('blames the map, not the program, where the map throws', async () => {
  const throwing: CsvMap = {
    ...tickets,
    // biome-ignore lint/correctness/useYield: it fails before it gives anything
    async *cases() {
      throw new Error('a cell too far');
    },
  };
  const importing = importFile({ store: memoryStore(), map: throwing, file: csvFile(folder(), ticketRows(1)) });
  await expect(importing).rejects.toMatchObject({ code: 'bad-map', message: expect.stringContaining('a cell too far') });
});

/** Tickets whose database was changed behind the triggers, which stand again afterwards; and the case of the last fact. */
async function tampered(sql: string): Promise<{ readonly at: string; readonly last: string }> {
  const at = folder();
  await line(['import', csvFile(at, ticketRows(3)), '--map', map], at);
  const db = new Database(join(at, 'redress.db'));
  const triggers = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  const last = db.prepare<[], { stream: string }>('SELECT stream FROM fact ORDER BY position DESC LIMIT 1').get()?.stream ?? '';
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql.replaceAll('$LAST', `'${last}'`));
  for (const trigger of triggers) db.exec(trigger.sql);
  db.close();
  return { at, last };
}

it('finds a fact that was filed under another case; untouched, nothing is found', async () => {
  const moved = await tampered("UPDATE fact SET stream = 'elsewhere', version = 1 WHERE position = (SELECT max(position) FROM fact)");
  const found = await line(['case', 'replay', '--all', '--map', map, '--json'], moved.at);
  expect(found.code).toBe(1);
  expect(documentOf(found)).toMatchObject({ byCode: { 'log-unreadable': 1 } });
  const { at } = await tampered('SELECT 1');
  expect(await line(['case', 'replay', '--all', '--map', map], at)).toMatchObject({ code: 0 });
});

it('does not call a case unknown whose first fact is gone', async () => {
  const { at, last } = await tampered('DELETE FROM fact WHERE stream = $LAST AND version = 1');
  const one = await line(['case', 'replay', last, '--map', map, '--json'], at);
  expect(one.code).toBe(1);
  expect(documentOf(one)).toMatchObject({ byCode: { 'log-unreadable': 1 } });
});
