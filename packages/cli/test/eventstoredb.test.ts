import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEventStoreDb } from '@redress/eventstoredb';
import { openSqlite } from '@redress/sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../src/index.ts';
import { documentOf, folder, line, started, textsOf } from './command-line.ts';
import { csvFile, ticketRows } from './tickets.ts';

const map = fileURLToPath(new URL('tickets.ts', import.meta.url));

/** The double of the server is no part of that package, and runs by itself as a server does. */
let double: ChildProcess;
let port = 0;
beforeAll(async () => {
  double = started(import.meta.resolve('../../eventstoredb/test/double/serve.ts'), []);
  const said: unknown[] = double.stdout === null ? [] : await once(double.stdout, 'data');
  port = Number(said[0]);
  expect(port).toBeGreaterThan(0);
});
afterAll(() => void double.kill());

const PASSWORD = 'never-shown';
/** The double knows no users, and without TLS the client leaves them out; what the command line prints is what matters here. */
const url = (name: string, scheme = 'esdb'): string => `${scheme}://admin:${PASSWORD}@127.0.0.1:${port}?tls=false&name=${name}`;
const at = (name: string): string[] => ['--store', url(name)];

describe('a command line over EventStoreDB', () => {
  it('asks a server that holds no log of the name: a fault, and none is begun', async () => {
    const missing = await line(['case', 'list', '--json', ...at('nothing')]);
    expect(missing.code).toBe(exitCodes.store.code);
    expect(documentOf(missing)).toMatchObject({
      error: { code: 'unavailable', says: expect.stringContaining('no log under the name nothing') },
    });
    expect((await line(['case', 'list', '--json', ...at('nothing')])).code).toBe(exitCodes.store.code);
  });

  it.each(['esdb', 'ESDB', 'kurrentdb', 'kdb'])('takes an address that begins with %s://', async (scheme) => {
    await (await openEventStoreDb(url('schemes'))).close();
    expect((await line(['case', 'list', '--store', url('schemes', scheme)])).code).toBe(0);
  });

  it('takes an address that discovers a cluster, and says so where none is found', async () => {
    expect((await line(['case', 'list', '--store', url('schemes', 'esdb+discover')])).code).toBe(0);
    const nobody = await line(['case', 'list', '--store', `esdb+discover://admin:${PASSWORD}@127.0.0.1:1?tls=false&maxDiscoverAttempts=1`]);
    expect(nobody).toMatchObject({ code: exitCodes.store.code, err: expect.stringMatching(/No node of the cluster.*Nothing was written/) });
    expect(nobody.err).not.toContain(PASSWORD);
  }, 60_000);

  it('takes in records twice, and doubles nothing', async () => {
    const here = folder();
    const words = ['import', csvFile(here, ticketRows(10)), '--map', map, '--json', ...at('tickets')];
    const first = documentOf(await line(words, here));
    expect(first).toMatchObject({ repeated: 0, bytes: null });
    expect(Number(first.facts)).toBeGreaterThan(10);
    expect(documentOf(await line(words, here))).toMatchObject({ facts: 0 });
  });

  it('plays the demonstration on a new log, never prints the password, and refuses a log that holds something', async () => {
    const played = await line(['demo', ...at('demo')]);
    expect(played.code).toBe(0);
    expect(played.out).toContain(' 0 findings');
    expect(played.out).toMatch(/--store 'esdb:\/\/admin:\*\*\*@127\.0\.0\.1:\d+\?tls=false&name=demo'/);
    const again = await line(['demo', ...at('demo')]);
    expect(again).toMatchObject({ code: exitCodes.usage.code, err: expect.stringMatching(/needs a new database/) });
    const listed = await line(['case', 'list', ...at('demo')]);
    expect(listed.code).toBe(0);
    for (const said of [played, again, listed]) expect(said.out + said.err).not.toContain(PASSWORD);
  }, 240_000);
});

describe('redress copy', () => {
  it('moves a log from a file to EventStoreDB and on to another file, byte for byte, and never prints the password', async () => {
    const here = folder();
    const [from, to] = [join(here, 'from.db'), join(here, 'to.db')];
    const copy = (...words: readonly [from: string, to: string]) => line(['copy', '--from', words[0], '--to', words[1], '--json'], here);
    expect((await line(['demo', '--db', from], here)).code).toBe(0);
    const there = await copy(`sqlite:${from}`, url('moved'));
    const mine = await textsOf(openSqlite(from));
    expect(mine.length).toBeGreaterThan(1000);
    expect(documentOf(there)).toMatchObject({ records: mine.length, copiedBefore: false });
    expect(await textsOf(openEventStoreDb(url('moved')))).toEqual(mine);
    const back = await copy(url('moved'), `sqlite:${to}`);
    expect(documentOf(back)).toMatchObject({ records: mine.length });
    expect(await textsOf(openSqlite(to))).toEqual(mine);
    const replay = await line(['case', 'replay', '--all', '--store', url('moved'), '--json'], here);
    expect([replay.code, documentOf(replay)]).toMatchObject([0, { findings: [] }]);
    const checked = await line(['audit', 'check', '--store', url('moved'), '--json'], here);
    expect([checked.code, documentOf(checked)]).toMatchObject([0, { findings: [] }]);
    // What moved away takes nothing more, here as elsewhere.
    const late = await line(['import', csvFile(here, ticketRows(40)), '--map', map, '--store', url('moved')], here);
    expect(late.code).not.toBe(0);
    expect(`${late.err}`).toMatch(/moved/);
    for (const said of [there, back, replay, late]) expect(said.out + said.err).not.toContain(PASSWORD);
  }, 120_000);
});

describe('an address that the command line does not take', () => {
  it.each([
    `mysql://root:${PASSWORD}@host`,
    `kurentdb://admin:${PASSWORD}@host`,
    `esdb://admin:${PASSWORD}@host?tsl=true`,
    `esdb://admin:${PASSWORD}?@host`,
    `esdb://admin:${PASSWORD}`,
    `admin:${PASSWORD}@host`,
  ])('is refused without its password', async (address) => {
    const refused = await line(['case', 'list', '--store', address]);
    expect(refused.code).not.toBe(0);
    expect(refused.err).toMatch(/Nothing was opened/);
    expect(refused.out + refused.err).not.toContain(PASSWORD);
  });
});
