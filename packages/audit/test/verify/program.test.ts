import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifierPath, verifierText } from '../../../../.config/verifier.ts';
import { verdictText, verifierFrom, verifierProgram, verifyBundle } from '../../src/index.ts';
import { bundles, caseBundle, type Files, folderOf, logBundle, noteOver, signer, smallLog } from './bundle.ts';

/** Holds the program and nothing else. */
const alone = mkdtempSync(join(tmpdir(), 'redress-verifier-'));
const program = join(alone, 'verify.mjs');
writeFileSync(program, verifierProgram());
afterAll(() => {
  for (const folder of [alone, bundles]) rmSync(folder, { recursive: true, force: true });
});

/** As an auditor would run it: in a folder that holds nothing else, with an empty environment. */
function ran(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('env', ['-i', process.execPath, program, ...words], { cwd: alone, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** One that holds, and damaged ones of several kinds. */
async function samples(): Promise<readonly Files[]> {
  const log = smallLog();
  const whole = await logBundle(log, { since: 5 });
  const one = await caseBundle(log, 'c-1');
  const cut = new Map(whole).set('records.ndjson', Buffer.from(whole.get('records.ndjson') ?? []).subarray(0, -20));
  const foreign = new Map(one).set('checkpoint', await noteOver(log, 3));
  const empty: Files = new Map();
  return [whole, one, cut, foreign, empty, new Map(one).set('readme', Buffer.from('x'))];
}

describe('the verifier in one file', () => {
  it('is what its source gives; `pnpm verifier` writes it', () => {
    expect(readFileSync(verifierPath, 'utf8')).toBe(verifierText());
  });

  it('imports nothing but what Node brings along', () => {
    const imported = [...verifierText().matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from);
    expect(imported.length).toBeGreaterThan(3);
    expect(imported.filter((from) => !isBuiltin(from ?? ''))).toEqual([]);
    expect(verifierText()).not.toMatch(/\bimport\(/);
  });

  it('gives the same verdicts in an empty folder and an empty environment, in both languages', async () => {
    const verdicts: boolean[] = [];
    for (const files of await samples()) {
      const folder = folderOf(files);
      for (const language of ['en', 'vi'] as const) {
        const verdict = await verifyBundle({ folder, verifiers: [verifierFrom(signer.vkey)], language });
        const line = [folder, '--vkey', signer.vkey, '--lang', language];
        expect(JSON.parse(ran(...line, '--json').stdout)).toEqual(verdict);
        expect(ran(...line)).toEqual({ status: verdict.ok ? 0 : 1, stdout: `${verdictText(verdict, language)}\n`, stderr: '' });
        verdicts.push(verdict.ok);
      }
    }
    expect(verdicts.filter(Boolean)).toHaveLength(4);
  });

  it('compares with a note that was seen before', async () => {
    const log = smallLog();
    const folder = folderOf(await logBundle(log));
    const seen = join(alone, 'seen');
    writeFileSync(seen, await noteOver(log, 20, { root: Buffer.alloc(32, 1) }));
    const found = ran(folder, '--vkey', signer.vkey, '--seen', seen);
    expect(found.status).toBe(1);
    expect(found.stdout).toContain('checkpoint-rollback');
    writeFileSync(seen, await noteOver(log, 5));
    expect(ran(folder, '--vkey', signer.vkey, '--seen', seen).stdout).toContain('that you had seen, over 5 facts');
  });

  it('says how it is used, and exits with 2, where the command line is not understood', () => {
    const folder = folderOf(new Map());
    for (const words of [
      [],
      [folder],
      [folder, '--vkey', 'x'],
      [folder, folder, '--vkey', signer.vkey],
      [folder, '--vkey', signer.vkey, '--loud'],
      [folder, '--vkey', signer.vkey, '--lang', 'fr'],
      [folder, '--vkey', signer.vkey, '--seen', join(alone, 'nowhere')],
      [join(alone, 'nowhere'), '--vkey', signer.vkey],
    ]) {
      const { status, stdout, stderr } = ran(...words);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).not.toBe('');
    }
    expect(ran('--help', '--lang', 'vi')).toMatchObject({ status: 0, stderr: '' });
  });
});
