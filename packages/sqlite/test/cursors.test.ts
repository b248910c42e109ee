import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cursorsContract } from '@redress/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqlite, openSqliteCursors } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-cursors-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const path = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};

describe('cursors in a SQLite file', () => {
  // Seen to fail: a move that compares nothing.
  it.each(cursorsContract)('keep the contract: $name', async (kept) => {
    const file = path();
    await kept.run({ open: () => openSqliteCursors(file) });
  });

  it('are not put into a log’s own file, nor into what is no database', async () => {
    const log = path();
    await (await openSqlite(log)).close();
    await expect(openSqliteCursors(log)).rejects.toMatchObject({ code: 'wrong-schema' });
    const text = path();
    writeFileSync(text, 'not a database, but long enough to be looked at '.repeat(40));
    await expect(openSqliteCursors(text)).rejects.toMatchObject({ code: 'not-a-database' });
    await expect(openSqliteCursors(join(folder, 'nowhere', 'c.db'))).rejects.toMatchObject({ code: 'unavailable' });
  });
});
