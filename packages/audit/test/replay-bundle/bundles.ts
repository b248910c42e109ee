/** Records put into the folder of a bundle, and what a replay of it finds. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recorded } from '@redress/core';
import { type Finding, type ReplayBundle, replayBundle, type Summary } from '../../src/index.ts';
import { caseTypes, law } from '../house-log.ts';

export const bundleFolder = (): string => mkdtempSync(join(tmpdir(), 'redress-bundle-'));

/** Only what a replay opens: that it proves nothing, `audit verify` says. */
export function bundleOf(records: readonly Pick<Recorded, 'text'>[], folder = bundleFolder()): string {
  return bundleOfBytes(Buffer.from(records.map(({ text }) => `${text}\n`).join('')), folder);
}

export function bundleOfBytes(bytes: Uint8Array, folder = bundleFolder()): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'records.ndjson'), bytes);
  return folder;
}

export interface Replayed {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

export async function replayedFrom(folder: string, options: Partial<ReplayBundle> = {}): Promise<Replayed> {
  const run = replayBundle({ folder, caseTypes, laws: law, ...options });
  const findings: Finding[] = [];
  for await (const finding of run) findings.push(finding);
  return { findings, summary: run.summary };
}

/** What is found at the end of all records comes in the order in which cases were held. */
export const inOrder = (findings: readonly Finding[]): readonly string[] => findings.map((finding) => JSON.stringify(finding)).sort();
