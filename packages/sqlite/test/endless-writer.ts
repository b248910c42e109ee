/**
 * Appends for ever, and prints each stream that was acknowledged: to be killed. Arguments: file, first number, and `early` for one that
 * acknowledges before it is done.
 */
import { writeSync } from 'node:fs';
import { NO_STREAM } from '@redress/core';
import { openSqlite } from '../src/index.ts';
import { numbered } from './numbered.ts';

const [path = '', first = '0', when = 'late'] = process.argv.slice(2);
const store = await openSqlite(path);

async function write(lane: number): Promise<void> {
  for (let count = 0; ; count += 1) {
    const name = `${first}-${lane}-${count}`;
    const writing = store.append(name, NO_STREAM, [numbered(name, 0), numbered(name, 1)]);
    if (when === 'late') await writing;
    writeSync(1, `${name}\n`);
    await writing;
  }
}

await Promise.all([0, 1, 2].map(write));
