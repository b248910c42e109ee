/** What may lie in a folder, and folders of several bundles. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeIf } from '../../../../.config/loud-skip.ts';
import { verifierFrom } from '../../src/checkpoint.ts';
import type { BundleVerdict } from '../../src/verdict.ts';
import { type BundleToVerify, verifyBundle } from '../../src/verify.ts';
import { b64, bundles, caseBundle, type Files, folderOf, type LogOf, logBundle, noteOver, signer, smallLog, stopwatch } from './bundle.ts';
import { edited, json } from './forge.ts';

let log: LogOf;
let one: Files;
let whole: Files;
beforeAll(async () => {
  log = smallLog();
  one = await caseBundle(log, 'c-1');
  whole = await logBundle(log);
});
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

const verified = (folder: string, more: Partial<BundleToVerify> = {}): Promise<BundleVerdict> =>
  verifyBundle({ folder, verifiers: [verifierFrom(signer.vkey)], ...more });

const places = ({ findings }: BundleVerdict): readonly string[] =>
  findings.map(({ code, file, line }) => `${code} ${file}${line === undefined ? '' : `:${line}`}`);

const digest = (stream: string): string => createHash('sha256').update(stream).digest('hex');

describe('what lies in the folder', () => {
  it('must be the files of a bundle: each that is missing or unknown is named', async () => {
    expect(places(await verified(folderOf(new Map())))).toEqual([
      'file-missing records.ndjson',
      'file-missing index.json',
      'file-missing checkpoint',
    ]);
    expect(places(await verified(folderOf(new Map(one).set('notes.txt', Buffer.from('')))))).toEqual(['file-unknown notes.txt']);
    const heads = new Map(whole).set('heads-proof.json', one.get('heads-proof.json') ?? Buffer.alloc(0));
    expect(places(await verified(folderOf(heads)))).toEqual(['file-unknown heads-proof.json']);
    for (const name of ['records.ndjson', 'index.json', 'checkpoint', 'heads-proof.json']) {
      const files = new Map(one);
      files.delete(name);
      expect(places(await verified(folderOf(files)))).toContain(`file-missing ${name}`);
    }
  });

  it('an older note and its proof belong together', async () => {
    const since = await caseBundle(log, 'c-1', { since: 5 });
    for (const [gone, name] of [
      ['prev-checkpoint', 'file-missing prev-checkpoint'],
      ['consistency.json', 'file-missing consistency.json'],
    ] as const) {
      const files = new Map(since);
      files.delete(gone);
      expect(places(await verified(folderOf(files)))).toEqual([name]);
    }
  });

  it('keys and a verifier may lie there, and are not opened', async () => {
    const files = new Map(one).set('vkeys.txt', Buffer.from([0xff])).set('verify.mjs', Buffer.from('throw 1'));
    expect((await verified(folderOf(files))).ok).toBe(true);
  });

  it('nothing is a finding where there is no folder, or a file in its place', async () => {
    const folder = folderOf(one);
    expect(places(await verified(join(folder, 'nowhere')))).toEqual(['file-missing ']);
    expect(places(await verified(join(folder, 'checkpoint')))).toEqual(['file-malformed ']);
  });

  it('a folder, a link or a pipe in place of a file is neither followed nor waited for', async () => {
    for (const name of one.keys()) {
      const folder = folderOf(one);
      const file = join(folder, name);
      renameSync(file, `${folder}.moved`);
      symlinkSync(`${folder}.moved`, file);
      expect(places(await verified(folder))[0]).toBe(`file-malformed ${name}`);
      rmSync(file);
      execFileSync('mkfifo', [file]);
      expect(places(await verified(folder))[0]).toBe(`file-malformed ${name}`);
      rmSync(file);
      mkdirSync(file);
      expect(places(await verified(folder))[0]).toBe(`file-malformed ${name}`);
      rmSync(file, { recursive: true });
      renameSync(`${folder}.moved`, file);
      expect((await verified(folder)).ok).toBe(true);
    }
  });

  it('a note or a JSON file larger than any is not read', async () => {
    const folder = folderOf(one);
    truncateSync(join(folder, 'checkpoint'), 1_000_001);
    truncateSync(join(folder, 'index.json'), 256 * 1024 * 1024 + 1);
    const before = process.memoryUsage().arrayBuffers;
    const worked = stopwatch();
    expect(places(await verified(folder))).toEqual(['input-too-large checkpoint', 'input-too-large index.json']);
    expect(worked()).toBeLessThan(1_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });

  it('a line longer than any record ends the reading, in the midst of the file and at its end', async () => {
    const long = 'x'.repeat(256 * 1024 + 1);
    for (const records of [`${long}\n`, long, `\n${'y'.repeat(1_500_000)}`]) {
      const found = places(await verified(folderOf(edited(one, 'records.ndjson', (text) => records + text))));
      expect(found.some((place) => place.startsWith('input-too-large records.ndjson'))).toBe(true);
    }
    const disclosures = new Map(one).set('disclosures.ndjson', Buffer.from(`${long}\n`));
    expect(places(await verified(folderOf(disclosures)))).toEqual(['input-too-large disclosures.ndjson:1']);
    // Control: of the greatest length it is a line like any other.
    const longest = edited(one, 'records.ndjson', (text) => `${'x'.repeat(256 * 1024)}\n${text}`);
    expect(places(await verified(folderOf(longest)))).toContain('record-malformed records.ndjson:1');
  });

  it('a last line that does not end is named, and read all the same', async () => {
    const open = edited(whole, 'records.ndjson', (text) => text.slice(0, -1));
    expect(places(await verified(folderOf(open)))).toEqual(['file-malformed records.ndjson']);
  });

  it('it stops when it is told to', async () => {
    const stop = AbortSignal.abort(new Error('enough'));
    await expect(verified(folderOf(one), { signal: stop })).rejects.toThrow('enough');
  });
});

describeIf(process.getuid?.() !== 0, 'root may read everything', 'what may not be read', () => {
  it('is a finding', async () => {
    const folder = folderOf(one);
    chmodSync(join(folder, 'checkpoint'), 0);
    expect(places(await verified(folder))).toEqual(['file-malformed checkpoint']);
    chmodSync(folder, 0);
    expect(places(await verified(folder))).toEqual(['file-malformed ']);
    chmodSync(folder, 0o700);
  });
});

describe('a folder of several bundles', () => {
  const several = async (streams: readonly string[], name = digest): Promise<string> => {
    const parent = folderOf(new Map());
    for (const stream of streams) folderOf(await caseBundle(log, stream), join(parent, name(stream)));
    return parent;
  };

  it('holds where each of them does', async () => {
    const rows: [number, number, number][] = [];
    const verdict = await verified(await several(['c-1', 'c-2', 'c-3']), { onRead: (...row) => rows.push(row) });
    expect(verdict).toMatchObject({ ok: true, bundles: 3, records: 11 });
    expect(rows.at(-1)).toEqual([11, 3, 3]);
    const complete = verdict.proved.filter(({ code }) => code === 'complete').map(({ values }) => values);
    expect(complete.map(([stream]) => stream).sort()).toEqual(['c-1', 'c-2', 'c-3']);
    expect(verdict.proved.filter(({ code }) => code === 'included')).toEqual([expect.objectContaining({ values: ['11'] })]);
    expect(verdict.proved.filter(({ code }) => code === 'signed')).toHaveLength(1);
  });

  it('names the bundle in which something was found', async () => {
    const parent = await several(['c-1', 'c-2']);
    writeFileSync(join(parent, digest('c-2'), 'more'), '');
    expect(places(await verified(parent))).toEqual([`file-unknown ${digest('c-2')}/more`]);
  });

  it('each is called by the digest of its case', async () => {
    expect(places(await verified(await several(['c-1'], () => 'c-1')))).toEqual(['file-unknown c-1/']);
  });

  it('a file beside them, a whole log among them, and a folder within one are found', async () => {
    const parent = await several(['c-1']);
    writeFileSync(join(parent, 'readme'), '');
    expect((await verified(parent)).ok).toBe(false);
    rmSync(join(parent, 'readme'));
    expect((await verified(parent)).ok).toBe(true);
    folderOf(whole, join(parent, digest('c-2')));
    expect(places(await verified(parent))).toEqual([`file-malformed ${digest('c-2')}/index.json`]);
    rmSync(join(parent, digest('c-2')), { recursive: true });
    mkdirSync(join(parent, digest('c-1'), 'inside'));
    expect(places(await verified(parent))).toEqual([`file-unknown ${digest('c-1')}/inside`]);
  });

  it('two that say of one size what cannot both be are found, though each holds', async () => {
    const parent = await several(['c-1']);
    const fork = smallLog();
    fork.written.pop();
    fork.add('c-2');
    folderOf(await caseBundle(fork, 'c-2'), join(parent, digest('c-2')));
    // The second in the order of their names.
    const [, second] = [digest('c-1'), digest('c-2')].sort();
    expect(places(await verified(parent))).toEqual([`checkpoint-conflict ${second}/checkpoint`]);
  });
});

describe('what is said', () => {
  it('has a line of the file, particulars, and both languages', async () => {
    const folder = folderOf(
      json(
        edited(whole, 'records.ndjson', (text) => text.replace('"at":3', '"at":4')),
        'index.json',
        () => {},
      ),
    );
    const [english, vietnamese] = [await verified(folder), await verified(folder, { language: 'vi' })];
    expect(english.findings.map(({ code, file, line }) => ({ code, file, line }))).toEqual(
      vietnamese.findings.map(({ code, file, line }) => ({ code, file, line })),
    );
    expect(english.findings.at(0)).toMatchObject({ code: 'chain-broken', file: 'records.ndjson', line: 10 });
    expect(vietnamese.findings.every(({ says }, index) => says !== english.findings[index]?.says)).toBe(true);
    expect(english.unproved.map(({ code }) => code)).toEqual(['findings']);
    expect(english.proved).toEqual([]);
  });

  it('what is proved and what is not depends on what was given', async () => {
    const codes = async (files: Files, seen?: Uint8Array) => {
      const { proved, unproved } = await verified(folderOf(files), seen ? { seen } : {});
      return { proved: proved.map(({ code }) => code), unproved: unproved.map(({ code }) => code) };
    };
    const always = ['truth', 'lawfulness', 'instants', 'keys', 'after-checkpoint', 'undisclosed'];
    expect(await codes(whole)).toEqual({ proved: ['signed', 'log-whole', 'seals-hold'], unproved: ['newest', ...always] });
    expect(await codes(one)).toEqual({
      proved: ['signed', 'complete', 'included'],
      unproved: ['newest', ...always, 'after-seal', 'seal-honest', 'other-cases'],
    });
    const since = await caseBundle(log, 'c-1', { since: 5 });
    expect((await codes(since, await noteOver(log, 5))).proved).toEqual([
      'signed',
      'extends-older',
      'extends-seen',
      'complete',
      'included',
    ]);
    expect((await codes(since, await noteOver(log, 7))).unproved).toContain('seen-apart');
    expect((await codes(whole, await noteOver(log, 7))).proved).toContain('extends-seen');
    expect((await codes(whole, await noteOver(log, 14))).proved).toContain('same-as-seen');
  });

  it('a note seen before that is none, or of another office, is a finding about it', async () => {
    const folder = folderOf(one);
    expect(places(await verified(folder, { seen: 'x' }))).toEqual(['note-malformed seen']);
    const forged = Buffer.from(await noteOver(log, 5))
      .toString()
      .replace(b64(log.leaves[0] ?? Buffer.alloc(0)), '');
    expect((await verified(folder, { seen: forged })).ok).toBe(true);
    expect(places(await verified(folder, { seen: forged.replace('\n5\n', '\n6\n') }))).toEqual(['signature-invalid seen']);
  });

  it('a missing folder is no reason to make one', async () => {
    const folder = join(folderOf(new Map()), 'nowhere');
    await verified(folder);
    expect(existsSync(folder)).toBe(false);
  });
});
