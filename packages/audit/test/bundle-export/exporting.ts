/** Exports in tests: the usual request, and both verifiers over what came out. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, EXPORTS_STREAM } from '@redress/core';
import { type ExportBundle, type Exported, exportBundle, verifierFrom, verifyBundle } from '../../src/index.ts';
import { caseTypes } from '../house-log.ts';
import { noteOver, place, vkeyOf } from './sealed-store.ts';

export const ready = spawnSync('python3', ['--version']).status === 0;

/** Hands out the whole log below a note over all of it, unless something else is asked for. */
export async function exporting(store: EventStore, asked: Partial<ExportBundle> = {}): Promise<Exported> {
  const checkpoint = asked.checkpoint ?? (await noteOver(store));
  const usual = {
    select: { kind: 'log' as const },
    vkeys: [vkeyOf(store)],
    folder: place(),
    by: 'p-1',
    purpose: 'a yearly audit',
    caseTypes,
  };
  return exportBundle({ ...usual, ...asked, store, checkpoint });
}

export interface Verdict {
  readonly ok: boolean;
  readonly findings: readonly { readonly code: string; readonly file: string; readonly says: string }[];
}

/** What the verifier in Python says of each folder, in one process. */
export function second(folders: readonly string[], vkey: string, seen?: string): readonly Verdict[] {
  const jobs = folders.map((folder) => JSON.stringify({ folder, vkeys: [vkey], ...(seen === undefined ? {} : { seen }) }));
  const script = join(import.meta.dirname, '../second/verify.py');
  const ran = spawnSync('python3', ['-B', script, '--stdin-jobs'], { input: `${jobs.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1e9 });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Codes of what both verifiers find, each named once; they must agree. */
export async function codesOf(folders: readonly string[], vkey: string): Promise<readonly (readonly string[])[]> {
  const theirs = second(folders, vkey);
  const codes: string[][] = [];
  for (const [at, folder] of folders.entries()) {
    const mine = await verifyBundle({ folder, verifiers: [verifierFrom(vkey)] });
    const both = [mine.findings, theirs[at]?.findings ?? []].map((found) => [...new Set(found.map(({ code }) => code))].sort());
    if (String(both[0]) !== String(both[1])) throw new Error(`the verifiers differ: ${JSON.stringify([mine.findings, theirs[at]])}`);
    codes.push(both[0] ?? []);
  }
  return codes;
}

export const linesIn = (folder: string, file = 'records.ndjson'): readonly string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1);

export const jsonIn = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** The cases in a folder of bundles. */
export const casesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name): string => jsonIn(join(folder, name), 'index.json').stream)
    .sort();

export async function exportsIn(store: EventStore): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const { record } of store.read(EXPORTS_STREAM)) found.push(record.data);
  return found;
}
