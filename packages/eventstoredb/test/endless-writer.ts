/**
 * Appends for ever, and prints each stream that was acknowledged: to be killed. Arguments: address, first part of the streams' names,
 * and `early` for one that acknowledges before it is done.
 */
import { writeSync } from 'node:fs';
import { type FactToWrite, NO_STREAM, uuidv5 } from '@redress/core';
import { openEventStoreDb } from '../src/index.ts';

const [url = '', first = '0', when = 'late'] = process.argv.slice(2);
const store = await openEventStoreDb(url);

const numbered = (name: string, index: number): FactToWrite => ({
  id: uuidv5(store.log, `${name} ${index}`),
  type: 'Noted',
  schema: 1,
  meta: { command: name },
  data: { text: name.repeat(50) },
  sealed: [],
});

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
