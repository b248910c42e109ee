/** What is said of lines that are no records, and of folders that are no bundles; a case is read again from the right places. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '@redress/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { replayBundle } from '../../src/index.ts';
import { forged } from '../damage.ts';
import { caseTypes, houseLog, law, recordsOf } from '../house-log.ts';
import { bundleFolder, bundleOf, bundleOfBytes, inOrder, replayedFrom } from './bundles.ts';

let records: readonly Recorded[];
let bytes: Buffer;
beforeAll(async () => {
  records = await recordsOf(await houseLog());
  bytes = Buffer.from(records.map(({ text }) => `${text}\n`).join(''));
});

describe('a line that is no record says why, and where a case is read again the lines behind it are found', () => {
  const noted = (text: string): readonly Recorded[] =>
    forged(records, 'long', 12, ({ data }) => {
      data.text = text;
    });
  const fileOf = (all: readonly Recorded[]): Buffer => Buffer.from(all.map(({ text }) => `${text}\n`).join(''));
  const long = Buffer.alloc(1_600_000, 0x20);
  const feed = Buffer.from('\n');

  /** Lines and reasons, whether or not cases are dropped from memory meanwhile. */
  async function found(file: Buffer): Promise<readonly (readonly [number | undefined, string])[]> {
    const folder = bundleOfBytes(file);
    const [all, one] = [await replayedFrom(folder), await replayedFrom(folder, { openCases: 1 })];
    expect(inOrder(one.findings)).toEqual(inOrder(all.findings));
    expect(one.summary).toEqual(all.summary);
    return all.findings
      .filter(({ severity }) => severity === 'finding')
      .map(({ line, says }) => [line, says.slice(says.lastIndexOf(': ') + 2)] as const);
  }

  it('where it is too long: first, in the midst, last, and last without its line feed', async () => {
    const reason = 'it is longer than 1048576 bytes';
    const half = fileOf(records.slice(0, 13));
    const rest = fileOf(records.slice(13));
    expect(await found(Buffer.concat([long, feed, half, rest]))).toEqual([[1, reason]]);
    expect(await found(Buffer.concat([half, long, feed, rest]))).toEqual([[14, reason]]);
    expect(await found(Buffer.concat([half, long, feed, long, feed, rest]))).toEqual([
      [14, reason],
      [15, reason],
    ]);
    expect(await found(Buffer.concat([half, rest, long, feed]))).toEqual([[28, reason]]);
    expect(await found(Buffer.concat([half, rest, long]))).toEqual([[28, reason]]);
  });

  it('where it is as long as the longest, and is read', async () => {
    const most = Buffer.alloc(1024 * 1024, 0x20);
    expect(await found(Buffer.concat([most, feed, bytes]))).toEqual([[1, JSON.stringify(' '.repeat(40))]]);
  });

  it('where it is not UTF-8, though it would be a record if bytes were replaced', async () => {
    const replaced = noted('so \ufffd so');
    expect(await found(fileOf(replaced))).toEqual([]);
    const broken = Buffer.from(fileOf(replaced).toString('latin1').replace('\u00ef\u00bf\u00bd', '\u00ff'), 'latin1');
    expect((await found(broken))[0]).toEqual([18, 'it is not UTF-8']);
  });

  it('where the file ends within it', async () => {
    expect(await found(bytes.subarray(0, -1))).toEqual([[27, 'the file ends within the line, without a line feed']]);
    expect((await found(bytes.subarray(0, -9))).map(([line]) => line)).toEqual([27]);
  });

  it('where its file ends within it, and another file goes on with its case', async () => {
    for (let cut = 2; cut < records.length; cut += 1) {
      const folder = bundleFolder();
      bundleOfBytes(fileOf(records.slice(0, cut)).subarray(0, -1), join(folder, 'a'));
      bundleOf(records.slice(cut), join(folder, 'b'));
      const [all, one] = [await replayedFrom(folder), await replayedFrom(folder, { openCases: 1 })];
      expect(inOrder(one.findings)).toEqual(inOrder(all.findings));
    }
  });

  it('and a line just longer than the longest is none, however it comes to be read', async () => {
    const [first, ...others] = records;
    const spaced = (bytes: number): Buffer => Buffer.from(`${first?.text}${' '.repeat(bytes - Buffer.byteLength(first?.text ?? ''))}`);
    const [most, more] = [spaced(1024 * 1024), spaced(1024 * 1024 + 1)];
    expect((await found(Buffer.concat([more, feed, fileOf(others)])))[0]).toEqual([1, 'it is longer than 1048576 bytes']);
    expect((await found(Buffer.concat([most, feed, fileOf(others)])))[0]?.[1]).not.toContain('longer');
  });

  it('and records longer than what is read at once are whole', async () => {
    for (const length of [1365, 4096, 9000]) expect(await found(fileOf(noted('ờ'.repeat(length))))).toEqual([]);
    // Here pieces of the file end within lines, and within characters.
    const padded = Array.from({ length: 40 }, () => Buffer.concat([Buffer.from(`"${'ờ'.repeat(9000)}"`), feed]));
    const file = Buffer.concat([...padded, bytes]);
    expect((await found(file)).map(([line]) => line)).toEqual(padded.map((_, index) => index + 1));
  });

  it('and a case that lies in several files is read again from all of them', async () => {
    const folder = bundleFolder();
    for (const [name, from, to] of [
      ['c', 20, 27],
      ['a', 0, 9],
      ['b', 9, 20],
    ] as const)
      bundleOf(records.slice(from, to), join(folder, name));
    for (const openCases of [1, 4096]) {
      const { findings, summary } = await replayedFrom(folder, { openCases });
      expect(findings.map(({ code, file, line }) => [code, file, line])).toEqual([['back-dated', join('a', 'records.ndjson'), 8]]);
      expect(summary).toMatchObject({ cases: 3, facts: 27 });
    }
  });
});

describe('a folder that is no bundle', () => {
  it('is refused with what it is, and that nothing was read', () => {
    const empty = bundleFolder();
    const file = join(bundleOfBytes(bytes), 'records.ndjson');
    for (const [folder, says] of [
      [empty, `${empty} holds no records.ndjson, nor folders that might hold one: it is no bundle, and nothing was read`],
      [file, `${file} is no folder: it is no bundle, and nothing was read`],
      [join(empty, 'none'), `${join(empty, 'none')} is not there: it is no bundle, and nothing was read`],
    ] as const)
      expect(() => replayBundle({ folder, caseTypes, laws: law })).toThrow(expect.objectContaining({ code: 'bad-argument', says }));
  });

  it('and a file that cannot be read are told apart, by why it cannot', async () => {
    const folder = bundleFolder();
    mkdirSync(join(folder, 'records.ndjson'));
    const inside = bundleFolder();
    mkdirSync(join(inside, 'a'));
    for (const [where, file, why] of [
      [folder, 'records.ndjson', 'it is no plain file'],
      [inside, join('a', 'records.ndjson'), 'it is not there'],
    ] as const) {
      const { findings } = await replayedFrom(where);
      expect(findings).toMatchObject([{ code: 'file-unreadable', case: '', version: 0, file, says: expect.stringMatching(`: ${why}$`) }]);
    }
  });

  it('tells how far it was read, piece by piece: lines, bytes, and bytes in all', async () => {
    const many = Buffer.concat([Buffer.from(`"${'x'.repeat(61)}"\n`.repeat(5000)), bytes]);
    const told: (readonly number[])[] = [];
    await replayedFrom(bundleOfBytes(many), { onRead: (...progress) => told.push(progress) });
    expect(told).toEqual([
      [0, 262_144, many.length],
      [4096, many.length, many.length],
    ]);
  });
});
