/**
 * Appends for ever, and prints each stream that was acknowledged: to be killed. Arguments: address, first number, and `early` for one
 * that acknowledges before it is done.
 */
import { writeSync } from 'node:fs';
import { NO_STREAM, uuidv5 } from '@redress/core';
import { openPostgres } from '../src/index.ts';

const NAMESPACE = '8b7f1c52-5a0e-4c57-9a57-5b2f3f0f6a11';
const [url = '', first = '0', when = 'late'] = process.argv.slice(2);
const store = await openPostgres(url);

const numbered = (name: string, index: number) => ({
  id: uuidv5(NAMESPACE, `${name} ${index}`),
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
