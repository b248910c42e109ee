/** Writing processes that are killed with kill -9, one program for all rounds of a test file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { oneFile } from './one-file.ts';

/** Lets a process write until it has acknowledged so many appends, kills it, and gives the names of all it acknowledged. */
export type KilledAfter = (acknowledged: number, ...words: readonly string[]) => Promise<string[]>;

/** The program at `entry` prints a line for each acknowledged append; `external` as for `oneFile`. */
export function killedWriter(entry: URL, external: readonly string[]): KilledAfter {
  const program = oneFile(fileURLToPath(entry), external);
  afterAll(() => rmSync(program));
  const running = new Set<ChildProcess>();
  afterAll(() => running.forEach((child) => void child.kill('SIGKILL')));
  return (acknowledged, ...words) => {
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(child);
    let said = '';
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.split('\n').length > acknowledged) child.kill('SIGKILL');
      });
      child.on('close', () => {
        running.delete(child);
        // A line that was cut off by the kill is no acknowledgement.
        resolve(said.split('\n').slice(0, -1));
      });
    });
  };
}
