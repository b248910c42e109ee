/** What the file of a bundle may hold besides whole records: damage is a finding with its place; nothing is thrown or waited for. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseType, chartOf, complaint, createEngine, isRefusal, memoryStore, type Recorded } from '@redress/core';
import { houseAuthority, houseOrganisation } from '@redress/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { EvidenceError, type Finding, replayBundle } from '../../src/index.ts';
import { caseTypes, houseLog, law, recordsOf } from '../house-log.ts';
import { bundleFolder, bundleOf, bundleOfBytes, replayedFrom } from './bundles.ts';

let records: readonly Recorded[];
let bytes: Buffer;
beforeAll(async () => {
  records = await recordsOf(await houseLog());
  bytes = Buffer.from(records.map(({ text }) => `${text}\n`).join(''));
});

const codes = async (folder: string) => (await replayedFrom(folder)).findings.map(({ code, line }) => [code, line]);
const malformedIn = async (folder: string) => (await codes(folder)).filter(([code]) => code === 'record-malformed');

describe('a line that is no record', () => {
  it.each([
    ['is empty', Buffer.from('\n')],
    ['is no JSON', Buffer.from('{"stream":"long"\n')],
    ['is not UTF-8', Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}\n')])],
    ['begins with a byte order mark', Buffer.from('\ufeff{}\n')],
    ['is longer than any record', Buffer.concat([Buffer.alloc(3_000_000, 0x20), Buffer.from('\n')])],
  ])('because it %s is found where it stands, and what follows is read', async (_, line) => {
    expect(await malformedIn(bundleOfBytes(Buffer.concat([line, bytes])))).toEqual([['record-malformed', 1]]);
    const { summary } = await replayedFrom(bundleOfBytes(Buffer.concat([line, bytes])));
    expect(summary.facts).toBe(28);
  });

  it('is the last one too where the line feed after it is missing', async () => {
    expect(await malformedIn(bundleOfBytes(bytes.subarray(0, -1)))).toEqual([['record-malformed', 27]]);
    // Control: the whole file.
    expect(await malformedIn(bundleOfBytes(bytes))).toEqual([]);
  });
});

describe('a file', () => {
  it('that is a link, a folder or a pipe is neither followed nor waited for', async () => {
    const inside = (prepare: (path: string) => void): string => {
      const folder = bundleFolder();
      prepare(join(folder, 'records.ndjson'));
      return folder;
    };
    const whole = bundleOfBytes(bytes);
    const folders = [
      inside((path) => symlinkSync(join(whole, 'records.ndjson'), path)),
      inside((path) => void mkdirSync(path)),
      inside((path) => void execFileSync('mkfifo', [path])),
    ];
    for (const folder of folders) expect(await codes(folder)).toEqual([['file-unreadable', undefined]]);
  });

  it('that is missing in one of several bundles is found there, and the others are replayed', async () => {
    const folder = bundleFolder();
    mkdirSync(join(folder, 'a'));
    bundleOf(records, join(folder, 'b'));
    const { findings, summary } = await replayedFrom(folder);
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['file-unreadable', join('a', 'records.ndjson')],
      ['back-dated', join('b', 'records.ndjson')],
    ]);
    expect(summary.cases).toBe(3);
  });

  it('that holds the log in pieces is one log: a case that is in two of them has its facts twice', async () => {
    const folder = bundleFolder();
    bundleOf(records, join(folder, 'a'));
    bundleOf(records.slice(0, 1), join(folder, 'b'));
    expect((await replayedFrom(folder)).findings.map(({ code }) => code)).toContain('version-gap');
  });

  it('of no records has nothing to find, and a folder that is no bundle is refused', async () => {
    expect((await replayedFrom(bundleOfBytes(Buffer.alloc(0)))).summary).toMatchObject({ facts: 0, findings: 0 });
    for (const folder of [bundleFolder(), join(bundleFolder(), 'none')])
      expect(() => replayBundle({ folder, caseTypes, laws: law })).toThrow(EvidenceError);
  });

  it('that is gone, when it was there a moment ago, is found where it lay, and the others are replayed', async () => {
    const folder = bundleFolder();
    bundleOf(records, join(folder, 'a'));
    bundleOf([], join(folder, 'b'));
    bundleOf(records, join(folder, 'c'));
    const run = replayBundle({ folder, caseTypes, laws: law });
    rmSync(join(folder, 'a', 'records.ndjson'));
    const found: Finding[] = [];
    for await (const finding of run) found.push(finding);
    const name = join('a', 'records.ndjson');
    expect(found.map(({ code, file }) => [code, file])).toEqual([
      ['file-unreadable', name],
      ['back-dated', join('c', 'records.ndjson')],
    ]);
    expect(found[0]).toMatchObject({ case: '', version: 0, says: expect.stringMatching(/^the file could not be read; .*: ENOENT/) });
  });

  it('that is gone when a case is to be read from it again is found', async () => {
    const folder = bundleOfBytes(bytes);
    const onRead = (): void => rmSync(join(folder, 'records.ndjson'), { force: true });
    const { findings } = await replayedFrom(folder, { onRead, openCases: 1 });
    expect(new Set(findings.map(({ code }) => code))).toContain('file-unreadable');
  });

  it('that is read for somebody who throws is read no further', async () => {
    for (const thrown of [new Error('enough'), 'enough'])
      await expect(
        replayedFrom(bundleOfBytes(bytes), {
          onRead: () => {
            throw thrown;
          },
        }),
      ).rejects.toBe(thrown);
  });

  it('that is none is not counted in how much there is to read', async () => {
    const folder = bundleFolder();
    mkdirSync(join(folder, 'a', 'records.ndjson'), { recursive: true });
    bundleOf(records, join(folder, 'b'));
    const told: (readonly number[])[] = [];
    await replayedFrom(folder, { onRead: (...progress) => told.push(progress) });
    expect(told).toEqual([[0, bytes.length, bytes.length]]);
  });

  it('tells how far it was read', async () => {
    const told: (readonly number[])[] = [];
    await replayedFrom(bundleOfBytes(bytes), { onRead: (...progress) => told.push(progress) });
    expect(told.at(-1)?.slice(1)).toEqual([bytes.length, bytes.length]);
  });
});

describe('a case that goes on under another chart', () => {
  /** The same case type with a chart of another digest. */
  const later: CaseType = {
    ...(caseTypes[0] ?? expect.fail('no case type')),
    version: '2',
    chart: chartOf({
      machine: complaint.chart.machine,
      stageOf: (regions) => complaint.chart.at(Object.values(regions).join('/'))?.stage ?? '',
    }),
  };
  const settings = { law, authority: houseAuthority(), organisation: houseOrganisation(), now: () => '2026-06-30T10:00:00.000Z' };
  const actor = { id: 'p-left', unit: 'left', role: 'head' };

  async function twoCharts(): Promise<readonly Recorded[]> {
    const store = memoryStore();
    const [first, second] = [caseTypes, [later]].map((types) => createEngine({ store, caseTypes: types, ...settings }));
    const data = { channel: 'post', unit: 'left', summary: 'The pension was cut.', complainants: [{ member: 'm-1' }] };
    const done = [
      await first?.execute({ id: 'c-1', type: 'Receive', case: 'one', on: '2026-01-05', actor, data }),
      await second?.execute({ id: 'c-2', type: 'Accept', case: 'one', on: '2026-01-06', actor }),
    ];
    expect(done.filter(isRefusal)).toEqual([]);
    return recordsOf(store);
  }

  it('is replayed under the chart that each record names', async () => {
    const folder = bundleOf(await twoCharts());
    for (const types of [
      [...caseTypes, later],
      [later, ...caseTypes],
    ])
      expect((await replayedFrom(folder, { caseTypes: types })).findings).toEqual([]);
  });

  it('has a finding where one of them is not at hand', async () => {
    const folder = bundleOf(await twoCharts());
    const found = async (types: readonly CaseType[]) =>
      (await replayedFrom(folder, { caseTypes: types })).findings.map(({ code, version }) => [code, version]);
    expect(await found(caseTypes)).toEqual([['chart-differs', 2]]);
    expect(await found([later])).toEqual([['chart-differs', 1]]);
  });
});
