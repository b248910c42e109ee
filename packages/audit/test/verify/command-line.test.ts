/** The verifier as a program, word for word: what it says, where, and with which exit code. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifierPath } from '../../../../.config/verifier.ts';
import { verifierFrom } from '../../src/checkpoint.ts';
import { verdictText } from '../../src/verdict.ts';
import { programTexts } from '../../src/verdict-texts.ts';
import { verifyBundle } from '../../src/verify.ts';
import { verifierProgram } from '../../src/verify-program.ts';
import { bundles, caseBundle, folderOf, logBundle, noteOver, signer, smallLog } from './bundle.ts';

const log = smallLog();
let folder: string;
const { argv, exitCode } = process;
const { isTTY } = process.stderr;
beforeEach(async () => {
  folder = folderOf(await caseBundle(log, 'c-1'));
});
afterEach(() => {
  process.argv = argv;
  process.exitCode = exitCode;
  process.stderr.isTTY = isTTY;
  vi.restoreAllMocks();
});
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

/** The program is what its file does when it is loaded. */
async function ran(words: readonly string[], tty = false) {
  const said = { out: '', err: '', shown: '' };
  vi.spyOn(console, 'log').mockImplementation((text) => {
    said.out += `${text}\n`;
  });
  vi.spyOn(console, 'error').mockImplementation((text) => {
    said.err += `${text}\n`;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.shown += text;
    return true;
  });
  process.argv = ['node', 'verify.mjs', ...words];
  process.stderr.isTTY = tty;
  process.exitCode = undefined;
  vi.resetModules();
  await import('../../src/verify-main.ts');
  const code = process.exitCode;
  vi.restoreAllMocks();
  return { code, ...said };
}

const key = ['--vkey', signer.vkey];
const verdictOf = (where: string, language: 'en' | 'vi' = 'en') =>
  verifyBundle({ folder: where, verifiers: [verifierFrom(signer.vkey)], language });

describe('the program', () => {
  it('says the verdict and exits with 0 where the bundle holds, and with 1 where it does not', async () => {
    const holds = await verdictOf(folder);
    expect(await ran([folder, ...key])).toEqual({ code: 0, out: `${verdictText(holds, 'en')}\n`, err: '', shown: '' });
    writeFileSync(join(folder, 'more'), '');
    const found = await verdictOf(folder);
    expect(await ran([folder, ...key])).toEqual({ code: 1, out: `${verdictText(found, 'en')}\n`, err: '', shown: '' });
  });

  it('looks at the folder in which it is run where none is named', async () => {
    // Which is that of the tests, where no bundle lies.
    const { code, out, err } = await ran(key);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('file-missing  checkpoint');
  });

  it('speaks two languages, and JSON', async () => {
    const verdict = await verdictOf(folder, 'vi');
    expect(await ran([folder, ...key, '--lang', 'vi'])).toMatchObject({ code: 0, out: `${verdictText(verdict, 'vi')}\n` });
    expect((await ran([folder, ...key, '--lang', 'en'])).out).toBe(`${verdictText(await verdictOf(folder), 'en')}\n`);
    expect(await ran([folder, ...key, '--lang', 'vi', '--json'])).toEqual({
      ...{ code: 0, err: '', shown: '' },
      out: `${JSON.stringify(verdict, null, 2)}\n`,
    });
  });

  it('takes several keys', async () => {
    const other = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(await ran([folder, '--vkey', other, ...key])).toMatchObject({ code: 0 });
    expect((await ran([folder, '--vkey', other])).out).toContain('key-unknown');
  });

  it('compares with a note that was seen', async () => {
    const whole = folderOf(await logBundle(log));
    const seen = join(bundles, 'seen');
    writeFileSync(seen, await noteOver(log, 5));
    expect((await ran([whole, ...key, '--seen', seen])).out).toContain('that you had seen, over 5 facts');
    expect((await ran([whole, ...key])).out).toContain('no other was given to compare it with');
  });

  it('says how it is used where it is asked, and verifies nothing', async () => {
    expect(await ran(['--help'])).toEqual({ code: 0, out: `${programTexts.usage.en}\n`, err: '', shown: '' });
    expect(await ran([folder, ...key, '--help', '--lang', 'vi'])).toMatchObject({ code: 0, out: `${programTexts.usage.vi}\n` });
  });

  it('exits with 2 where the command line is not understood, and says why', async () => {
    const nowhere = join(bundles, 'nowhere');
    const file = join(folder, 'checkpoint');
    const missing = (name: string): string => `There is no folder ${name}. Nothing was verified.`;
    const cases: readonly (readonly [words: readonly string[], says: string])[] = [
      [[], programTexts.usage.en],
      [[folder], programTexts.usage.en],
      [[folder, '--lang', 'vi'], programTexts.usage.vi],
      [[folder, folder, ...key], programTexts.usage.en],
      [[folder, ...key, '--lang', 'fr'], '--lang en|vi: fr'],
      [[folder, '--vkey', 'x'], 'This is no verifier key: x. Nothing was verified.'],
      [[nowhere, ...key], missing(nowhere)],
      [[file, ...key], missing(file)],
      [[folder, ...key, '--seen', nowhere], `There is no note ${nowhere}. Nothing was verified.`],
      [[folder, ...key, '--seen', folder], `There is no note ${folder}. Nothing was verified.`],
    ];
    for (const [words, says] of cases) expect(await ran(words)).toEqual({ code: 2, out: '', err: `${says}\n`, shown: '' });
    for (const [words, says] of [
      [[folder, ...key, '--loud'], '--loud'],
      [[folder, '--vkey'], '--vkey'],
      [[folder, ...key, '--json=yes'], '--json'],
    ] as const) {
      const { code, out, err } = await ran(words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(says);
    }
  });

  it('shows to a person how far it has come, and nothing to a file', async () => {
    const whole = folderOf(await logBundle(log));
    expect((await ran([whole, ...key], true)).shown).toBe('\r100 %  14\u001b[K\r\u001b[K');
    expect((await ran([whole, ...key])).shown).toBe('');
    const several = folderOf(new Map());
    for (const name of ['a', 'b', 'c']) folderOf(new Map(), join(several, name));
    expect((await ran([several, ...key], true)).shown).toBe('\r33 %  0\u001b[K\r67 %  0\u001b[K\r100 %  0\u001b[K\r\u001b[K');
    // No records: nothing of nothing is not shown as no number.
    const empty = folderOf(new Map([...(await logBundle(log)), ['records.ndjson', new Uint8Array()]]));
    expect((await ran([empty, ...key], true)).shown).not.toContain('NaN');
  });

  it('does not hide what is a fault of its own', async () => {
    vi.doMock('../../src/verify.ts', () => ({
      verifyBundle: () => {
        throw new Error('a fault of its own');
      },
    }));
    await expect(ran([folder, ...key])).rejects.toThrow('a fault of its own');
    vi.doUnmock('../../src/verify.ts');
    vi.doMock('../../src/checkpoint.ts', () => ({
      verifierFrom: () => {
        throw new Error('another');
      },
    }));
    await expect(ran([folder, ...key])).rejects.toThrow('another');
    vi.doUnmock('../../src/checkpoint.ts');
  });

  it('lies beside its source, in one file', () => {
    expect(Buffer.from(verifierProgram())).toEqual(readFileSync(verifierPath));
  });
});
