/** What a newcomer types or meets, and what must come of it. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryStore } from '@redress/core';
import { expect, it } from 'vitest';
import { itIf } from '../../../.config/loud-skip.ts';
import { type CsvMap, exitCodes, importedCaseId, importFile } from '../src/index.ts';
import { bin, documentOf, ended, folder, line } from './command-line.ts';
import { tamper } from './tampering.ts';
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

it.each<[string, unknown]>([
  ['nothing', null],
  ['a case without a key', { steps: [] }],
  ['a case whose steps are none', { key: 'a', steps: 'none' }],
  ['a step without an id', { key: 'a', steps: [{ row: 'line 2', type: 'Receive' }] }],
])('blames the map, not the program, where it gives %s', async (_, given) => {
  const malformed: CsvMap = {
    ...tickets,
    async *cases() {
      yield given as never;
    },
  };
  const store = memoryStore();
  const importing = importFile({ store, map: malformed, file: csvFile(folder(), ticketRows(1)) });
  await expect(importing).rejects.toMatchObject({ code: 'bad-map', message: expect.stringContaining('it gave') });
});

it('knows -h and -v, and lists the commands of a group', async () => {
  expect(await line(['-h'])).toEqual(await line(['help']));
  expect(await line(['-v'])).toEqual(await line(['--version']));
  expect(await line(['chart', '-h'])).toEqual(await line(['help', 'chart']));
  const group = await line(['help', 'case']);
  expect(group).toMatchObject({ code: 0, out: expect.stringContaining('case replay') });
  expect(group.out).not.toContain('import FILE');
});

it('shows no state that never was: after more facts than there are, or before the case was opened', async () => {
  const at = folder();
  await line(['import', csvFile(at, ['a,2025-02-03,left,,']), '--map', map], at);
  const id = importedCaseId('tickets', 'a');
  expect(await line(['case', 'show', id, '--version', '3'], at)).toMatchObject({ code: 0 });
  expect(await line(['case', 'show', id, '--version', '4'], at)).toMatchObject({ code: 2, err: expect.stringContaining('has 3 facts') });
  expect(await line(['case', 'show', id, '--as-of', '2025-02-03'], at)).toMatchObject({ code: 0 });
  const before = await line(['case', 'show', id, '--as-of', '2025-02-02'], at);
  expect(before).toMatchObject({ code: 2, err: expect.stringContaining('opened on 2025-02-03') });
  expect(await line(['case', 'show', 'none', '--as-of', '2025-02-02'], at)).toMatchObject({ code: 1 });
});

it('takes no --config for an import, which would not be looked at', async () => {
  const at = folder();
  const words = ['import', csvFile(at, ticketRows(1)), '--map', map, '--config', 'x.mjs'];
  expect(await line(words, at)).toMatchObject({ code: 2, err: expect.stringContaining('from its map') });
  expect(existsSync(join(at, 'redress.db'))).toBe(false);
});

// Linux keeps a file that is always full.
itIf(existsSync('/dev/full'), 'it needs /dev/full, as Linux has it', 'says in a line that the answer could not be written', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), fileURLToPath(bin), 'chart'], {
    stdio: ['ignore', full, 'pipe'],
  });
  const { code, err } = await ended(child);
  closeSync(full);
  expect(code).toBe(exitCodes.bug.code);
  expect(err).toMatch(/^redress: the answer could not be written \(ENOSPC\)[^\n]*\n$/);
});

/** Tickets whose database was changed behind the triggers, which stand again afterwards; and the case of the last fact. */
async function tampered(sql: string): Promise<{ readonly at: string; readonly last: string }> {
  const at = folder();
  await line(['import', csvFile(at, ticketRows(3)), '--map', map], at);
  const last = tamper(join(at, 'redress.db'), (database) => {
    const stream = String(database.prepare('SELECT stream FROM fact ORDER BY position DESC LIMIT 1').all()[0]?.[0]);
    database.exec(sql.replaceAll('$LAST', `'${stream}'`));
    return stream;
  });
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
