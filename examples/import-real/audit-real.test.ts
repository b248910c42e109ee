/** Both real logs as bundles: they replay without a store and without a finding, and under their own law they go as they went. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Finding, replayBundle, type WhatIfDifference, whatIf } from '@redress/audit';
import { type CaseType, complaint, type EventStore, memoryStore } from '@redress/core';
import { type ImportMap, importFile } from 'redress';
import { expect, it } from 'vitest';
import { describeIf } from '../../.config/loud-skip.ts';
import nyc311 from './nyc311.map.ts';
import receipt from './receipt.map.ts';

const data = process.env.REDRESS_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const real: readonly (readonly [string, ImportMap, string])[] = [
  ['permits', receipt, join(data, 'receipt.xes.gz')],
  ['requests', nyc311, join(data, 'nyc311_animals.csv')],
];
const there = real.every(([, , file]) => existsSync(file));
const caseTypes = [complaint as unknown as CaseType];

async function textsOf(store: EventStore): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const { text } of store.readLog('', Number.POSITIVE_INFINITY)) texts.push(text);
  return texts;
}

async function findingsIn(texts: readonly string[], map: ImportMap): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-real-'));
  writeFileSync(join(folder, 'records.ndjson'), texts.map((text) => `${text}\n`).join(''));
  const replaying = replayBundle({ folder, caseTypes: map.caseTypes ?? caseTypes, laws: map.law });
  const findings: Finding[] = [];
  for await (const finding of replaying) if (finding.severity === 'finding') findings.push(finding);
  expect(replaying.summary.facts).toBe(texts.length);
  rmSync(folder, { recursive: true });
  return findings;
}

describeIf(there, 'set REDRESS_DATA to the folder that holds receipt.xes.gz and nyc311_animals.csv', 'a real log as a bundle', () => {
  it.each(real)('of %s replays without a finding, goes as it went, and has a finding where a record is left out', async (_, map, file) => {
    const store = memoryStore();
    await importFile({ store, map, file });
    const texts = await textsOf(store);
    expect(await findingsIn(texts, map)).toEqual([]);
    const types = map.caseTypes ?? caseTypes;
    const run = whatIf({ of: { store }, caseTypes: types, laws: map.law, organisation: map.organisation, instead: { law: map.law } });
    const differences: WhatIfDifference[] = [];
    for await (const difference of run) differences.push(difference);
    expect(differences).toEqual([]);
    expect(run.summary).toMatchObject({ facts: texts.length, unknownEdition: 0, unreproduced: 0, untold: [] });
    // Control.
    const cut = texts.filter((_text, index) => index !== 100);
    expect(await findingsIn(cut, map)).not.toEqual([]);
  });
});
