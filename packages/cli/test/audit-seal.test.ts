import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCheckpoint, verifierFrom } from '@redress/audit';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, ownServer } from '../../../.config/postgres-server.ts';
import { exitCodes } from '../src/index.ts';
import { documentOf, type Ended, folder, line, started } from './command-line.ts';
import { tamperedRows } from './tampering.ts';
import { csvFile, ticketRows } from './tickets.ts';

const map = fileURLToPath(new URL('tickets.ts', import.meta.url));

/** An office with a log of some cases and a key. */
async function office(store: readonly string[] = []) {
  const at = folder();
  const taken = await line(['import', csvFile(at, ticketRows(6)), '--map', map, '--json', ...store], at);
  expect(taken.code).toBe(0);
  const made = documentOf(await line(['audit', 'keygen', 'seal.pem', '--office', 'office.example', '--json', ...store], at));
  const seal = (...more: readonly string[]): Promise<Ended> =>
    line(['audit', 'seal', '--key', 'seal.pem', '--checkpoint', 'note', '--folder', 'sealer', '--json', ...store, ...more], at);
  const grow = async (rows: number): Promise<void> => {
    expect((await line(['import', csvFile(at, ticketRows(rows)), '--map', map, ...store], at)).code).toBe(0);
  };
  return { at, file: (name: string) => join(at, name), vkey: String(made.vkey), log: String(made.log), seal, grow, store };
}

type Office = Awaited<ReturnType<typeof office>>;
const note = ({ file, vkey }: Office) => openCheckpoint(readFileSync(file('note')), [verifierFrom(vkey)]);

/** The whole way, over whatever store. */
async function sealsAndIsVerified(given: Office): Promise<void> {
  const first = documentOf(await given.seal('--first'));
  expect(first).toMatchObject({ outcome: 'sealed', log: given.log, remade: false });
  expect(note(given)).toMatchObject({ origin: `office.example/${given.log}`, size: BigInt(String(first.size)) });
  expect(documentOf(await given.seal())).toMatchObject({ outcome: 'nothing-new', size: first.size });
  await given.grow(9);
  const second = documentOf(await given.seal());
  expect(second).toMatchObject({ outcome: 'sealed' });
  expect(Number(second.size)).toBeGreaterThan(Number(first.size));
  const words = ['--checkpoint', 'note', '--vkey', given.vkey, '--by', 'p-1', '--purpose', 'audit', ...given.store];
  expect(await line(['audit', 'export', 'out', '--all', ...words], given.at)).toMatchObject({ code: 0 });
  expect(await line(['audit', 'verify', 'out', '--vkey', given.vkey], given.at)).toMatchObject({ code: 0 });
}

describe('redress audit keygen', () => {
  let given: Office;
  beforeAll(async () => {
    given = await office();
  });

  it('leaves no half of a key where its other file cannot be written', async () => {
    // A link that leads nowhere is not seen as a file, and cannot be made one.
    symlinkSync(given.file('nowhere'), given.file('torn.pem.pub'));
    const refused = await line(['audit', 'keygen', 'torn.pem', '--office', 'office.example'], given.at);
    expect([refused.code, existsSync(given.file('torn.pem'))]).toEqual([exitCodes.usage.code, false]);
    expect(refused.err).toContain('No key was made');
    rmSync(given.file('torn.pem.pub'));
    expect(await line(['audit', 'keygen', 'torn.pem', '--office', 'office.example'], given.at)).toMatchObject({ code: 0 });
  });

  it('makes an Ed25519 key that its owner alone can read, named after the office and the log', async () => {
    expect(statSync(given.file('seal.pem')).mode & 0o777).toBe(0o600);
    expect(createPrivateKey(readFileSync(given.file('seal.pem'))).asymmetricKeyType).toBe('ed25519');
    expect(readFileSync(given.file('seal.pem.pub'), 'utf8')).toBe(`${given.vkey}\n`);
    expect(verifierFrom(given.vkey).name).toBe(`office.example/${given.log}`);
    const told = await line(['audit', 'keygen', 'other.pem', '--office', 'office.example/north'], given.at);
    expect(told.out).toMatch(new RegExp(`^office.example/north/${given.log}\\+[0-9a-f]{8}\\+\\S+\n`));
    expect(told.out).not.toContain('PRIVATE');
  });

  it.each([
    ['a key is there', ['seal.pem', '--office', 'office.example'], /is there already.*No key was made/],
    ['the other half of a key is there', ['half.pem', '--office', 'office.example'], /half.pem.pub is there already/],
    ['the name has a scheme', ['new.pem', '--office', 'https://office.example'], /host name.*No key was made/],
    ['the name has a space', ['new.pem', '--office', 'our office'], /host name/],
    ['the name has a plus', ['new.pem', '--office', 'office+1'], /host name/],
    ['the folder is not there', ['nowhere/new.pem', '--office', 'office.example'], /cannot be written/],
    ['no office is named', ['new.pem'], /needs --office/],
  ])('refuses and writes nothing where %s', async (_, words, says) => {
    const before = readFileSync(given.file('seal.pem'), 'utf8');
    writeFileSync(given.file('half.pem.pub'), 'kept');
    const refused = await line(['audit', 'keygen', ...words], given.at);
    expect(refused).toMatchObject({ code: exitCodes.usage.code, err: expect.stringMatching(says) });
    expect([readFileSync(given.file('seal.pem'), 'utf8'), readFileSync(given.file('half.pem.pub'), 'utf8')]).toEqual([before, 'kept']);
    expect(['new.pem', 'new.pem.pub', 'half.pem'].map((name) => existsSync(given.file(name)))).toEqual([false, false, false]);
  });
});

describe('redress audit seal', () => {
  it('seals, publishes, and what was exported is verified', async () => sealsAndIsVerified(await office()));

  it('tells a person what was sealed', async () => {
    const given = await office();
    const { out } = await line(['audit', 'seal', '--key', 'seal.pem', '--checkpoint', 'note', '--folder', 'sealer', '--first'], given.at);
    expect(out).toMatch(
      /^The log is sealed\. It covers \d+ facts of \d+ streams; the checkpoint in .*note is over \d+ facts, root \S{44}\.\n$/,
    );
  });

  it('signs nothing without a published note, until it is told that this is the first', async () => {
    const given = await office();
    const refused = await given.seal();
    expect(refused.code).toBe(exitCodes.refused.code);
    expect(documentOf(refused)).toMatchObject({
      error: { code: 'no-published-note', says: expect.stringContaining('Nothing was signed') },
    });
    expect(existsSync(given.file('note'))).toBe(false);
    expect((await given.seal('--first')).code).toBe(0);
    expect(documentOf(await given.seal('--first'))).toMatchObject({ error: { code: 'already-published' } });
  });

  it('signs nothing over a database that was restored from an older backup', async () => {
    const given = await office();
    await given.seal('--first');
    copyFileSync(given.file('redress.db'), given.file('backup.db'));
    await given.grow(9);
    await given.seal();
    const published = readFileSync(given.file('note'), 'utf8');
    for (const name of ['redress.db', 'redress.db-wal', 'redress.db-shm']) rmSync(given.file(name), { force: true });
    copyFileSync(given.file('backup.db'), given.file('redress.db'));
    for (const lost of [false, true]) {
      if (lost) rmSync(given.file('sealer'), { recursive: true });
      const refused = await given.seal();
      expect(refused.code).toBe(exitCodes.refused.code);
      expect(documentOf(refused)).toMatchObject({ error: { code: 'log-shorter' } });
      expect(readFileSync(given.file('note'), 'utf8')).toBe(published);
    }
  });

  it.each([
    [
      'changed',
      'record-changed',
      exitCodes.refused.code,
      "UPDATE fact SET record = replace(record, 'Received', 'Recalled') WHERE position = 3",
    ],
    // This store sees by itself that a place is empty.
    ['removed', 'history-damaged', exitCodes.store.code, 'DELETE FROM fact WHERE position = 3'],
  ])('finds a record that was %s in the database below the published size', async (_, code, exit, sql) => {
    const given = await office();
    await given.seal('--first');
    expect(tamperedRows(given.file('redress.db'), sql)).toBe(1);
    const refused = await given.seal();
    expect(documentOf(refused)).toMatchObject({ error: { code } });
    expect(refused.code).toBe(exit);
  });

  it('takes no seal into a log that has moved, and goes on at the new place', async () => {
    const given = await office();
    await given.seal('--first');
    expect((await line(['copy', '--from', 'sqlite:redress.db', '--to', 'sqlite:new.db'], given.at)).code).toBe(0);
    const refused = await given.seal();
    expect(refused.code).toBe(exitCodes.store.code);
    expect(documentOf(refused)).toMatchObject({ error: { code: 'log-moved', says: expect.stringContaining('Nothing was written') } });
    expect(documentOf(await given.seal('--db', 'new.db'))).toMatchObject({ outcome: 'nothing-new' });
  });

  it('that is stopped keeps the note as it is', async () => {
    const given = await office();
    const words = ['audit', 'seal', '--key', 'seal.pem', '--checkpoint', 'note', '--folder', 'sealer', '--first'];
    const stopped = await line(words, given.at, AbortSignal.abort());
    expect([stopped.code, existsSync(given.file('note'))]).toEqual([exitCodes.interrupted.code, false]);
    const { out } = await line(['audit', 'seal', '--key', 'seal.pem', '--checkpoint', 'note', '--folder', 'sealer', '--first'], given.at);
    expect(out).toContain('The log is sealed.');
  });

  it.each([
    ['there is no key', ['--key', 'nowhere.pem'], 'no-such-file'],
    ['the key is none', ['--key', 'bad.pem'], 'bad-key'],
    ['the name is that of another key', ['--key', 'mixed.pem'], 'bad-key'],
    ['a verifier key is none', ['--key', 'seal.pem', '--vkey', 'x'], 'bad-note'],
    ['the note cannot be written', ['--key', 'seal.pem', '--checkpoint', 'seal.pem/note'], 'usage'],
  ])('is not understood where %s', async (_, words, code) => {
    const given = await office();
    await line(['audit', 'keygen', 'other.pem', '--office', 'office.example'], given.at);
    writeFileSync(given.file('bad.pem'), 'no key');
    copyFileSync(given.file('seal.pem.pub'), given.file('bad.pem.pub'));
    copyFileSync(given.file('seal.pem'), given.file('mixed.pem'));
    copyFileSync(given.file('other.pem.pub'), given.file('mixed.pem.pub'));
    const all = words.includes('--checkpoint') ? words : [...words, '--checkpoint', 'note'];
    const refused = await line(['audit', 'seal', '--folder', 'sealer', '--first', '--json', ...all], given.at);
    expect(refused.code).toBe(exitCodes.usage.code);
    expect(documentOf(refused)).toMatchObject({ error: { code } });
    expect(existsSync(given.file('note'))).toBe(false);
  });

  it('works over EventStoreDB', async () => {
    // The double of the server is no part of that package, and runs by itself as a server does.
    const double = started(import.meta.resolve('../../eventstoredb/test/double/serve.ts'), []);
    const said: unknown[] = double.stdout === null ? [] : await once(double.stdout, 'data');
    await sealsAndIsVerified(await office(['--store', `esdb://127.0.0.1:${Number(said[0])}?tls=false`]));
    double.kill();
  });
});

describeIf(hasOwnPostgres, noOwnPostgres, 'redress audit seal over PostgreSQL', () => {
  it('seals, publishes, and what was exported is verified', async () => {
    const server = await ownServer();
    await sealsAndIsVerified(await office(['--store', server.url]));
    await server.remove();
  });
});
