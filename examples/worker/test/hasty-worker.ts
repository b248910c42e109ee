/** A worker that moves its cursor before it has written, and tells of a letter before it is there: the mistake that the tests must find. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cursor, consume, type Recorded } from '@redress/core';
import { openSqlite, openSqliteCursors } from '@redress/sqlite';
import { lettersIn } from '../folder.ts';
import { isOwed } from '../letter.ts';

const { STORE = '', LETTERS = '' } = process.env;
const store = await openSqlite(STORE);
const cursor = (await openSqliteCursors(`${STORE}.hasty`)).of('apologies');
await lettersIn(LETTERS);

let batch: readonly Recorded[] = [];
const movedFirst: Cursor = {
  read: () => cursor.read(),
  move: async (from, to) => {
    const moved = await cursor.move(from, to);
    for (const { record } of batch.filter((recorded) => isOwed(recorded.record))) {
      console.log(JSON.stringify({ what: 'letter', fact: record.id }));
      await new Promise((resolve) => setTimeout(resolve, 5));
      await writeFile(join(LETTERS, `${record.id}.txt`), `Căn cứ: ${record.id}\n`);
    }
    return moved;
  },
};
const keep = (records: readonly Recorded[]): void => {
  batch = records;
};
await consume(store, { apply: keep }, movedFirst, new AbortController().signal);
