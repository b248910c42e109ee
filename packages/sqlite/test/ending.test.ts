import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { oneFile } from '../../../.config/one-file.ts';
import { folder } from './files.ts';

const file = folder();
const program = oneFile(fileURLToPath(new URL('ending.ts', import.meta.url)), ['better-sqlite3']);
afterAll(() => rmSync(program));

/** How the process ended, or that it still ran after so many milliseconds. */
function endOf(how: string, patience: number): Promise<number | null | 'still running'> {
  const child = spawn(process.execPath, [program, file('log.db'), how], { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve('still running');
      child.kill('SIGKILL');
    }, patience);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

test('after closing, the process ends by itself, a subscription that waited included', async () => {
  expect(await endOf('close', 20_000)).toBe(0);
});

test('control: with a store left open, its subscription keeps the process alive', async () => {
  expect(await endOf('leave open', 3_000)).toBe('still running');
});
