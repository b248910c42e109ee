import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventStoreDbLimits } from '../src/index.ts';
import { LARGEST_APPEND } from '../src/writer.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
/** The cells of each row of the table below a heading. */
const rowsBelow = (heading: string): string[][] => {
  const [section = ''] = (readme.split(`## ${heading}\n`)[1] ?? '').split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

test('the limits that the README declares are those of the data, word for word', () => {
  const declared = eventStoreDbLimits.map(({ limit, says, because }) => [`\`${limit}\``, says, because]);
  expect(rowsBelow('What it does not promise')).toEqual(declared);
});

test('each defect of the client is listed once, with tests that are there and have a control', () => {
  const rows = rowsBelow('What the client gets wrong');
  expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  const files = rows.flatMap((row) => [...(row.at(-1) ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => `${name}.test.ts`));
  expect(files.length).toBeGreaterThanOrEqual(13);
  for (const file of files) expect(existsSync(new URL(file, import.meta.url)), file).toBe(true);
});

test('figures and versions that the README names are those of the source', () => {
  const manifest = readFileSync(new URL('../../../pnpm-workspace.yaml', import.meta.url), 'utf8');
  for (const client of ['@eventstore/db-client', '@kurrent/kurrentdb-client']) {
    const version = new RegExp(`"${client}": (\\S+)`).exec(manifest)?.[1];
    expect(readme).toMatch(new RegExp(`${client}\`?\\]?\\S* ${version?.replaceAll('.', '\\.')}`));
  }
  expect(readme).toContain(`${LARGEST_APPEND.toLocaleString('en')} bytes`);
});
