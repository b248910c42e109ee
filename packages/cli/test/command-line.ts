/** Runs the command line in this process, or as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EventStore, recordsOfCases } from '@redress/core';
import { main } from '../src/main.ts';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const folder = (): string => mkdtempSync(join(tmpdir(), 'redress-cli-'));

/** `main` with a terminal that only listens. */
export async function line(words: readonly string[], at = folder(), stop = new AbortController().signal): Promise<Ended> {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string): void => {
      out += text;
    },
    err: (text: string): void => {
      err += text;
    },
    watched: false,
    folder: at,
    stop,
  };
  return { code: await main(words, terminal), out, err };
}

/** The one document that `--json` prints; throws where stdout holds anything else. */
export const documentOf = ({ out }: Ended): Readonly<Record<string, unknown>> => JSON.parse(out);

/** What lies in the log of a store, record by record, but for what the log says of itself; the store is closed. */
export async function textsOf(opened: Promise<EventStore>): Promise<readonly string[]> {
  const store = await opened;
  const found: string[] = [];
  for await (const { text } of recordsOfCases(store)) found.push(text);
  await store.close();
  return found;
}

/** Starts a script, named by its URL, as a process of its own. */
export const started = (script: string, words: readonly string[], at = folder()): ChildProcess =>
  spawn(process.execPath, ['--import', import.meta.resolve('tsx'), fileURLToPath(script), ...words], {
    cwd: at,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** The process's exit code and all it said. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

export const bin = import.meta.resolve('../src/bin.ts');
