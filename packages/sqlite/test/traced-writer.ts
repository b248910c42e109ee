/**
 * Appends, and writes down each append that was acknowledged: to be watched by disk-witness.c. Arguments: database, file of
 * acknowledgements, PRAGMA synchronous, number of the run: each writes records of another size.
 */
import { openSync, writeSync } from 'node:fs';
import { NO_STREAM } from '@redress/core';
import { numbered } from '../../../.config/numbered.ts';
import { firstUsable } from '../src/driver.ts';
import { type LoadLibrary, openSqlite } from '../src/index.ts';

const [path = '', acknowledged = '', synchronous = 'FULL', run = '0'] = process.argv.slice(2);

/** Set otherwise than the store says, which reads back what it said. Frequent checkpoints: they are when the file itself is written. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'PRAGMA synchronous = FULL': `PRAGMA synchronous = ${synchronous}`,
  'PRAGMA wal_autocheckpoint = 4000': 'PRAGMA wal_autocheckpoint = 40',
};
const ANSWERS: Readonly<Record<string, number>> = { 'PRAGMA synchronous': 2, 'PRAGMA wal_autocheckpoint': 4000 };

const otherwise: LoadLibrary = async () => {
  const library = await firstUsable();
  const open = (file: string) => {
    const driver = library.open(file);
    const prepare = (sql: string) => {
      const answer = ANSWERS[sql];
      return answer === undefined ? driver.prepare(sql) : { run: () => {}, all: () => [[answer]] };
    };
    return { exec: (sql: string) => driver.exec(OTHERWISE[sql] ?? sql), prepare, close: driver.close };
  };
  return { open, codeOf: library.codeOf };
};

const acknowledgements = openSync(acknowledged, 'a');
for (let opening = 0; opening < 3; opening += 1) {
  const store = await openSqlite(path, { driver: otherwise });
  for (let turn = 0; turn < 12; turn += 1) {
    // One append alone, then two that share a commit.
    for (const lanes of [['a'], ['b', 'c']]) {
      const append = async (lane: string): Promise<void> => {
        const name = `${opening}-${turn}-${lane}${'-'.repeat(Number(run) % 41)}`;
        await store.append(name, NO_STREAM, [numbered(name, 0), numbered(name, 1)]);
        writeSync(acknowledgements, `${name}\n`);
      };
      await Promise.all(lanes.map(append));
    }
  }
  await store.close();
}
