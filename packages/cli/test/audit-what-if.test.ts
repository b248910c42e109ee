/** `redress audit what-if` over the demonstration's log: another law, chart and calendar, and none. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type WhatIfDifference, whatIf } from '@redress/audit';
import { type CaseType, complaint, type EventStore, type FactRecord } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { petition, vietnam } from '@redress/vietnam';
import { beforeAll, describe, expect, it } from 'vitest';
import { demonstrationEngine, live } from '../src/demo/demonstration.ts';
import { petitionsLived } from '../src/demo/petitions-at-work.ts';
import { office } from '../src/demo/sample.ts';
import { documentOf, folder, line } from './command-line.ts';
import { REFUSED } from './reforms.ts';

const reforms = fileURLToPath(new URL('reforms.ts', import.meta.url));
const config = fileURLToPath(new URL('office.config.ts', import.meta.url));

async function recordsOf(store: EventStore): Promise<readonly { readonly text: string; readonly record: FactRecord }[]> {
  const found: { text: string; record: FactRecord }[] = [];
  for await (const { text, record } of store.readLog('', Number.POSITIVE_INFINITY)) found.push({ text, record });
  return found;
}

let sample: Awaited<ReturnType<typeof recordsOf>>;
const home = folder();
const db = join(home, 'office.db');
beforeAll(async () => {
  const store = await openSqlite(db);
  const engine = demonstrationEngine(store);
  await live(engine);
  await petitionsLived(engine);
  sample = await recordsOf(store);
  await store.close();
  mkdirSync(join(home, 'bundle'));
  writeFileSync(join(home, 'bundle', 'records.ndjson'), sample.map(({ text }) => `${text}\n`).join(''));
}, 120_000);

interface Document {
  readonly cases: readonly { readonly case: string; readonly elsewhere: boolean; readonly first: { readonly version: number } }[];
  readonly refusals: readonly { readonly case: string; readonly command: string; readonly follows: boolean; readonly code: string }[];
  readonly dueDays: readonly { readonly case: string; readonly clock: string; readonly from: string; readonly to: string }[];
}

/** A dry run over the bundle, in the office of the sample. */
const dryRun = (...words: readonly string[]) => line(['audit', 'what-if', 'bundle', '--config', config, ...words], home);
const documented = async (...words: readonly string[]) => documentOf(await dryRun(...words, '--json')) as unknown as Document;

describe('a dry run over the sample', () => {
  it('with the law, the calendar and the chart that it has finds nothing', async () => {
    const found: WhatIfDifference[] = [];
    const caseTypes = [complaint, petition] as unknown as readonly CaseType[];
    const instead = { law: vietnam, caseTypes, calendar: <Same>(same: Same): Same => same };
    const run = whatIf({ of: { records: sample }, caseTypes, laws: vietnam, organisation: office.organisation, instead });
    for await (const difference of run) found.push(difference);
    expect(found).toEqual([]);
    expect(run.summary).toMatchObject({ facts: sample.length, diverging: 0, unreproduced: 0, unknownEdition: 0, untold: [] });
  });

  it('of a law that refuses a command lists exactly the cases that used it, with the article, and ends with 1', async () => {
    const used = [...new Set(sample.filter(({ record }) => record.meta.commandType === REFUSED).map(({ record }) => record.stream))].sort();
    expect(used.length).toBeGreaterThan(3);
    const { refusals, cases } = await documented('--law', reforms);
    const refused = refusals.filter(({ follows }) => !follows);
    expect(refused.map((each) => each.case).sort()).toEqual(used);
    expect(new Set(refused.map(({ command, code }) => `${command} ${code}`))).toEqual(new Set([`${REFUSED} LAW_OBJECTS`]));
    expect(cases.map((each) => each.case).sort()).toEqual(used);
    const told = await dryRun('--law', reforms);
    expect(told.code).toBe(1);
    expect(told.out).toContain('Commands that would be refused');
    expect(told.out).toContain('LAW_OBJECTS: No case is complex any more. [Reform Đ.1]');
  });

  it('is told in Vietnamese too, in the words of the law', async () => {
    const { out } = await dryRun('--law', reforms, '--lang', 'vi');
    expect(out).toContain('Yêu cầu sẽ bị từ chối');
    expect(out).toContain('LAW_OBJECTS: Không còn vụ việc phức tạp. [Reform Đ.1]');
    expect(out).toMatch(/Không ghi gì vào sổ\.\n$/);
  });

  it('of a chart in which a decision ends the case lists the cases that would end elsewhere', async () => {
    const { cases } = await documented('--chart', reforms);
    const decided = new Set(sample.filter(({ record }) => record.type === 'Resolved').map(({ record }) => record.stream));
    expect(cases.map((each) => each.case).sort()).toEqual([...decided].sort());
    expect(cases.some(({ elsewhere }) => elsewhere)).toBe(true);
    for (const { case: id, first } of cases) {
      const resolved = sample.find(({ record }) => record.stream === id && record.type === 'Resolved');
      expect(first.version).toBe(resolved?.record.version);
    }
  });

  it('of a year without days off brings due days forward, and none of other years', async () => {
    const makeUp = [
      { day: '2026-01-10', for: '2026-01-02' },
      { day: '2026-08-22', for: '2026-08-31' },
    ];
    writeFileSync(join(home, 'calendar.json'), JSON.stringify({ 2026: { off: [], makeUp } }));
    const { dueDays } = await documented('--calendar', 'calendar.json');
    expect(dueDays.length).toBeGreaterThan(0);
    expect(dueDays.filter(({ from, to }) => !(from > to))).toEqual([]);
    writeFileSync(join(home, 'other-year.json'), JSON.stringify({ 2031: { off: [], makeUp: [] } }));
    expect(await dryRun('--calendar', 'other-year.json')).toMatchObject({ code: 0 });
  });

  it('says the same of the store, and leaves it as it was', async () => {
    const fromStore = await line(['audit', 'what-if', '--db', db, '--config', config, '--law', reforms, '--json'], home);
    expect(documentOf(fromStore)).toEqual(await documented('--law', reforms));
    const store = await openSqlite(db);
    expect((await recordsOf(store)).map(({ text }) => text)).toEqual(sample.map(({ text }) => text));
    await store.close();
  });
});

describe('a dry run that cannot be understood', () => {
  it.each([
    ['names nothing that is to be otherwise', [], /needs --law, --calendar or --chart/],
    ['names a module that is not there', ['--law', 'none.mjs'], /no module/],
    ['names a module without a law', ['--law', 'empty.mjs'], /exports no law/],
    ['names a module without case types', ['--chart', 'empty.mjs'], /exports no case types/],
    ['names a law that kept the edition of another', ['--law', 'kept.mjs'], /is run by another law, with another clockEffects/],
    ['names a chart of cases that nobody has', ['--chart', 'strange.mjs'], /no case type strange/],
    ['names a calendar that is none', ['--calendar', 'bad.json'], /is no calendar: 2026\.makeUp/],
    ['names a calendar with days of another year', ['--calendar', 'misplaced.json'], /2025-01-01 stands under 2026/],
    ['names a calendar without a year', ['--calendar', 'none.json'], /is no calendar: it names no year/],
    ['names a calendar with a day that is off and made up', ['--calendar', 'twice.json'], /2026-02-21 stands there twice/],
    ['names a calendar with a member that nobody reads', ['--calendar', 'more.json'], /is no calendar: 2026: Unrecognized key/],
    ['reads a bundle and a store', ['--law', reforms, '--db', 'x.db'], /takes no --db/],
  ])('because it %s is not run: exit 2', async (_, words, says) => {
    writeFileSync(join(home, 'empty.mjs'), 'export const nothing = 1;\n');
    const law = `import { law } from ${JSON.stringify(reforms)};\nexport { law };\n`;
    writeFileSync(
      join(home, 'kept.mjs'),
      law.replace('export { law }', 'const kept = { ...law, clockEffects: () => [] };\nexport { kept as law }'),
    );
    const types = `import { caseTypes } from ${JSON.stringify(reforms)};\n`;
    writeFileSync(
      join(home, 'strange.mjs'),
      `${types}const strange = [{ ...caseTypes[0], name: 'strange' }];\nexport { strange as caseTypes };\n`,
    );
    writeFileSync(join(home, 'bad.json'), JSON.stringify({ 2026: { off: [] } }));
    const day = { day: '2025-01-01', kind: 'holiday', name: 'New Year' };
    writeFileSync(join(home, 'misplaced.json'), JSON.stringify({ 2026: { off: [day], makeUp: [] } }));
    writeFileSync(join(home, 'none.json'), '{}');
    const twice = { off: [{ ...day, day: '2026-02-21' }], makeUp: [{ day: '2026-02-21', for: '2026-02-19' }] };
    writeFileSync(join(home, 'twice.json'), JSON.stringify({ 2026: twice }));
    writeFileSync(join(home, 'more.json'), JSON.stringify({ 2026: { off: [], makeUp: [], made_up: [] } }));
    const { code, err } = await dryRun(...words);
    expect(err).toMatch(says);
    expect(code).toBe(2);
  });
});
