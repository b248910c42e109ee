import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '@redress/sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../src/index.ts';
import { documentOf, folder, line } from './command-line.ts';
import { tamperedRows } from './tampering.ts';
import { csvFile, ticketRows } from './tickets.ts';

const map = fileURLToPath(new URL('tickets.ts', import.meta.url));

describe('redress audit export', () => {
  const at = folder();
  let vkey = '';
  let ids: readonly string[] = [];
  const words = (...more: readonly string[]): readonly string[] => [
    ...['audit', 'export', ...more, '--by', 'p-1', '--purpose', 'the yearly audit', '--json'],
    ...(more.includes('--checkpoint') ? [] : ['--checkpoint', 'note']),
    ...(more.includes('--vkey') ? [] : ['--vkey', vkey]),
  ];
  const hand = (...more: readonly string[]) => line(words(...more), at);
  const verified = async (name: string): Promise<unknown> =>
    documentOf(await line(['audit', 'verify', name, '--vkey', vkey, '--json'], at)).findings;

  const exportsIn = async (): Promise<readonly unknown[]> => {
    const store = await openSqlite(join(at, 'redress.db'));
    const facts: unknown[] = [];
    for await (const { record } of store.read('$exports')) facts.push(record.data);
    await store.close();
    return facts;
  };

  beforeAll(async () => {
    expect(await line(['import', csvFile(at, ticketRows(12)), '--map', map], at)).toMatchObject({ code: 0 });
    vkey = String(documentOf(await line(['audit', 'keygen', 'seal.pem', '--office', 'office.example', '--json'], at)).vkey);
    const seal = (note: string) =>
      line(['audit', 'seal', '--key', 'seal.pem', '--checkpoint', note, '--folder', `sealer-${note}`, '--first'], at);
    expect((await seal('early')).code).toBe(0);
    expect(await line(['import', csvFile(at, ticketRows(20)), '--map', map], at)).toMatchObject({ code: 0 });
    expect((await seal('note')).code).toBe(0);
    const { cases } = documentOf(await line(['case', 'list', '--limit', '50', '--json'], at)) as { cases: readonly { case: string }[] };
    ids = cases.map((each) => each.case);
  });

  it('hands out one case, which is verified without the store', async () => {
    const ended = await hand('one', '--case', ids[3] ?? '', '--since', 'early');
    expect(documentOf(ended)).toMatchObject({ bundles: 1, selected: { kind: 'case', case: ids[3] }, disclosed: 'redacted', by: 'p-1' });
    expect(await verified('one')).toEqual([]);
    expect(readdirSync(join(at, 'one')).sort()).toEqual([
      ...['checkpoint', 'consistency.json', 'heads-proof.json', 'index.json', 'prev-checkpoint'],
      ...['records.ndjson', 'verify.mjs', 'vkeys.txt'],
    ]);
  });

  it('hands out the whole log, which is replayed without the store', async () => {
    expect(documentOf(await hand('all', '--all'))).toMatchObject({ bundles: 1, selected: { kind: 'log' } });
    expect(await verified('all')).toEqual([]);
    expect(await line(['audit', 'replay', 'all', '--map', map, '--json'], at)).toMatchObject({ code: 0 });
  });

  it('hands out the cases that a unit held at some time, also those it was passed', async () => {
    // Every seventh ticket from the second on, and no other; nobody accepts what is passed to unit 9.
    expect(documentOf(await hand('unit', '--unit', 'unit 1'))).toMatchObject({ bundles: 3 });
    expect(await verified('unit')).toEqual([]);
    const { code, out } = await hand('passed', '--unit', 'unit 9');
    expect([code, JSON.parse(out).error.code]).toEqual([exitCodes.refused.code, 'nothing-selected']);
  });

  it('hands out the cases of a period, its last day included', async () => {
    // Tickets come in on 2025-0m-1d, where m - 1 and d count round to 9 and to 10.
    const days = Array.from({ length: 20 }, (_, index) => `2025-0${1 + (index % 9)}-1${index % 10}`);
    const within = days.filter((day) => day >= '2025-02-11' && day <= '2025-04-13').length;
    expect(within).toBeGreaterThan(2);
    expect(documentOf(await hand('period', '--from', '2025-02-11', '--to', '2025-04-13'))).toMatchObject({ bundles: within });
    expect(await verified('period')).toEqual([]);
  });

  it('is found out by the verifier where somebody changed what was handed out', async () => {
    await hand('forged', '--case', ids[0] ?? '');
    const file = join(at, 'forged', 'records.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Ticket t', 'Ticket T'));
    expect(await verified('forged')).not.toEqual([]);
  });

  it('is recorded in the log', async () => {
    await hand('recorded', '--case', ids[1] ?? '');
    expect((await exportsIn()).at(-1)).toMatchObject({
      selected: { kind: 'case', case: ids[1] },
      by: 'p-1',
      purpose: 'the yearly audit',
      mode: 'redacted',
    });
  });

  it('tells a person what was handed out, and to give the key by another way', async () => {
    const given = words('told', '--all').filter((word) => word !== '--json');
    const { out } = await line(given, at);
    expect(out).toMatch(/1 bundle, \d+ records .*\n.*by p-1, for the yearly audit.*\n.*key by another way/);
  });

  it.each<readonly [string, keyof typeof exitCodes, readonly string[]]>([
    ['usage', 'usage', []],
    ['usage', 'usage', ['--all', '--unit', 'unit 1']],
    ['usage', 'usage', ['--from', '2025-01-01']],
    ['usage', 'usage', ['--all', '--to', '2025-01-01']],
    ['usage', 'usage', ['--from', '2025-01-02', '--to', '2025-01-01']],
    ['no-such-file', 'usage', ['--all', '--checkpoint', 'nowhere']],
    ['no-such-file', 'usage', ['--all', '--checkpoint', '.']],
    ['bad-note', 'usage', ['--all', '--checkpoint', 'seal.pem']],
    ['bad-note', 'usage', ['--all', '--vkey', 'no key']],
    ['bad-note', 'usage', ['--all', '--checkpoint', 'early', '--since', 'note']],
    ['UNKNOWN_CASE', 'refused', ['--case', 'nobody']],
    ['nothing-selected', 'refused', ['--from', '1999-01-01', '--to', '1999-12-31']],
  ])('%s: it says so, records nothing and writes nothing (%s, %o)', async (code, ending, more) => {
    const before = await exportsIn();
    const ended = await hand('nothing', ...more);
    expect([ended.code, documentOf(ended)]).toMatchObject([exitCodes[ending].code, { error: { code } }]);
    expect([existsSync(join(at, 'nothing')), existsSync(join(at, 'nothing.part'))]).toEqual([false, false]);
    expect((await exportsIn()).length).toBe(before.length);
  });

  it('does not write into a folder that holds something', async () => {
    mkdirSync(join(at, 'full'));
    writeFileSync(join(at, 'full', 'mine.txt'), 'x');
    expect(await hand('full', '--all')).toMatchObject({ code: exitCodes.usage.code });
    expect(readdirSync(join(at, 'full'))).toEqual(['mine.txt']);
  });

  it('that is stopped leaves nothing behind', async () => {
    const ended = await line(words('stopped', '--all'), at, AbortSignal.abort());
    expect([ended.code, documentOf(ended)]).toMatchObject([exitCodes.interrupted.code, { interrupted: true }]);
    expect([existsSync(join(at, 'stopped')), existsSync(join(at, 'stopped.part'))]).toEqual([false, false]);
  });

  it('of a log that is not that of the note is refused', async () => {
    const other = folder();
    const store = await openSqlite(join(other, 'redress.db'));
    await store.close();
    const given = words('out', '--all').map((word) => (word === 'note' ? join(at, 'note') : word));
    const stranger = await line(given, other);
    expect([stranger.code, documentOf(stranger)]).toMatchObject([exitCodes.usage.code, { error: { code: 'bad-note' } }]);
    // The same log, in which somebody changed a fact.
    cpSync(join(at, 'redress.db'), join(other, 'redress.db'));
    const set = "UPDATE fact SET record = replace(record, 'Received', 'Recalled') WHERE position = 3";
    expect(tamperedRows(join(other, 'redress.db'), set)).toBe(1);
    const changed = await line(given, other);
    expect([changed.code, documentOf(changed)]).toMatchObject([exitCodes.refused.code, { error: { code: 'log-differs' } }]);
    expect(existsSync(join(other, 'out'))).toBe(false);
  });

  it('of a log that has moved says where it went', async () => {
    const moved = folder();
    expect(await line(['import', csvFile(moved, ticketRows(3)), '--map', map], moved)).toMatchObject({ code: 0 });
    const key = String(documentOf(await line(['audit', 'keygen', 'k.pem', '--office', 'office.example', '--json'], moved)).vkey);
    expect((await line(['audit', 'seal', '--key', 'k.pem', '--checkpoint', 'note', '--folder', 's', '--first'], moved)).code).toBe(0);
    expect((await line(['copy', '--from', 'sqlite:redress.db', '--to', 'sqlite:new.db'], moved)).code).toBe(0);
    const out = (db: string) => line([...words('out', '--all', '--vkey', key), '--db', db], moved);
    const ended = await out('redress.db');
    expect([ended.code, documentOf(ended)]).toMatchObject([
      exitCodes.store.code,
      { error: { code: 'log-moved', says: expect.stringContaining('new.db') } },
    ]);
    expect(await out('new.db')).toMatchObject({ code: 0 });
  });
});
