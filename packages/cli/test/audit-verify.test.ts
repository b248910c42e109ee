import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, type Ended, folder, line } from './command-line.ts';
import { csvFile, ticketRows } from './tickets.ts';

const map = fileURLToPath(new URL('tickets.ts', import.meta.url));
const at = folder();
let vkey = '';

const audit = async (...words: readonly string[]): Promise<Ended> => {
  const done = await line(['audit', ...words], at);
  expect(done.code, done.err).toBe(0);
  return done;
};

const verify = (...words: readonly string[]): Promise<Ended> => line(['audit', 'verify', ...words], at);

/** Keygen, seal, and two bundles; then a later seal, whose note somebody may have seen. */
beforeAll(async () => {
  const taken = (rows: number) => line(['import', csvFile(at, ticketRows(rows)), '--map', map], at);
  expect((await taken(6)).code).toBe(0);
  vkey = String(documentOf(await audit('keygen', 'seal.pem', '--office', 'office.example', '--json')).vkey);
  await audit('seal', '--key', 'seal.pem', '--checkpoint', 'note', '--folder', 'sealer', '--first');
  const first = await line(['case', 'list', '--json'], at);
  const id: string = JSON.parse(first.out).cases[0].case;
  const words = ['--checkpoint', 'note', '--vkey', vkey, '--by', 'p-1', '--purpose', 'audit'];
  await audit('export', 'whole', '--all', ...words);
  await audit('export', 'one', '--case', id, ...words);
  cpSync(join(at, 'note'), join(at, 'early'));
  expect((await taken(9)).code).toBe(0);
  await audit('seal', '--key', 'seal.pem', '--checkpoint', 'note', '--folder', 'sealer');
});

describe('redress audit verify', () => {
  it('says what is proved and what is not, in both languages, and exits with 0', async () => {
    for (const bundle of ['whole', 'one']) {
      const said = await verify(bundle, '--vkey', vkey);
      expect(said).toMatchObject({ code: 0, err: '' });
      expect(said.out).toMatch(/^It holds\. Bundles: 1, records: \d+\.\n\nProved:\n {2}The checkpoint of the log office\.example/);
      expect(said.out).toContain('Not proved:\n');
      expect((await verify(bundle, '--vkey', vkey, '--lang', 'vi')).out).toMatch(/^Hợp lệ\..*\n\nĐã chứng minh:\n/);
    }
  });

  it('prints one document with --json', async () => {
    const { ok, bundles, findings, proved } = documentOf(await verify('one', '--vkey', vkey, '--json'));
    expect({ ok, bundles, findings }).toEqual({ ok: true, bundles: 1, findings: [] });
    expect(proved).toContainEqual(expect.objectContaining({ code: 'complete' }));
  });

  it('exits with 1 and names file, line and meaning of what it finds', async () => {
    cpSync(join(at, 'whole'), join(at, 'forged'), { recursive: true });
    const records = join(at, 'forged', 'records.ndjson');
    writeFileSync(records, readFileSync(records, 'utf8').replace(/"actor":"[^"]*"/, '"actor":"p-9"'));
    const said = await verify('forged', '--vkey', vkey);
    expect(said.code).toBe(1);
    expect(said.out).toMatch(/^It does not hold\./);
    expect(said.out).toMatch(/root-mismatch {2}records\.ndjson {2}the records do not give the root/);
    expect(said.out).toContain('rely on nothing in this bundle');
    expect(documentOf(await verify('forged', '--vkey', vkey, '--json'))).toMatchObject({ ok: false, proved: [] });
  });

  it('compares with a note that was seen before', async () => {
    expect((await verify('whole', '--vkey', vkey, '--seen', 'early')).out).toContain('says the same as the one that you had seen');
    const later = await verify('whole', '--vkey', vkey, '--seen', 'note');
    expect([later.code, later.out.includes('checkpoint-rollback')]).toEqual([1, true]);
  });

  it('gives the verdict that the verifier in the bundle gives', async () => {
    const alone = spawnSync('env', ['-i', process.execPath, 'verify.mjs', '--vkey', vkey], { cwd: join(at, 'one'), encoding: 'utf8' });
    expect(alone).toMatchObject({ status: 0, stderr: '', stdout: (await verify('one', '--vkey', vkey)).out });
  });

  it('shows fifty findings of many, and says how many there are', async () => {
    cpSync(join(at, 'whole'), join(at, 'many'), { recursive: true });
    appendFileSync(join(at, 'many', 'records.ndjson'), 'x\n'.repeat(60));
    const said = await verify('many', '--vkey', vkey);
    expect(said.out.match(/record-malformed/g)).toHaveLength(50);
    expect(said.out).toContain('and 12 more');
  });

  it('says what is wrong with the command line, and exits with 2', async () => {
    const wrong: readonly (readonly [RegExp, ...string[]])[] = [
      [/needs FOLDER/, '--vkey', vkey],
      [/needs --vkey/, 'whole'],
      [/There is no folder .*nowhere/, 'nowhere', '--vkey', vkey],
      [/There is no folder .*note/, 'note', '--vkey', vkey],
      [/no verifier key/, 'whole', '--vkey', 'x'],
      [/There is no note .*nowhere/, 'whole', '--vkey', vkey, '--seen', 'nowhere'],
      [/takes no --db/, 'whole', '--vkey', vkey, '--db', 'redress.db'],
    ];
    for (const [says, ...words] of wrong) {
      const { code, out, err } = await verify(...words);
      expect({ code, out }, words.join(' ')).toEqual({ code: 2, out: '' });
      expect(err).toMatch(says);
      expect(err).toContain('Nothing was');
    }
  });

  it('stops between two blocks', async () => {
    const stopped = await line(['audit', 'verify', 'whole', '--vkey', vkey], at, AbortSignal.abort());
    expect(stopped).toMatchObject({ code: 130, out: 'Stopped before the end. Nothing is proved.\n' });
  });
});
