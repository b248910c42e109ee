import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openPostgres } from '@redress/postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, type OwnServer, ownServer, postgresProgram } from '../../../.config/postgres-server.ts';
import { exitCodes } from '../src/index.ts';
import { documentOf, folder, line } from './command-line.ts';
import { csvFile, ticketRows } from './tickets.ts';

const map = fileURLToPath(new URL('tickets.ts', import.meta.url));

describeIf(hasOwnPostgres, noOwnPostgres, 'a command line over PostgreSQL', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await ownServer();
    await (await openPostgres(server.url)).close();
    await (await openPostgres(server.url, { schema: 'newer' })).close();
    const statements = [
      "CREATE ROLE guest LOGIN PASSWORD 'secret'",
      "CREATE ROLE crowd LOGIN PASSWORD 'secret' CONNECTION LIMIT 0",
      'INSERT INTO newer.migration (version) VALUES (9)',
    ];
    for (const statement of statements) expect(spawnSync(postgresProgram('psql'), [server.url, '-qc', statement]).status).toBe(0);
  });
  afterAll(() => server.remove());
  const at = (schema: string): string[] => ['--store', `${server.url}?schema=${schema}`];
  const password = (): string => new URL(server.url).password;

  it('asks a schema that holds no log: a fault, and none is made', async () => {
    const missing = await line(['case', 'list', '--json', ...at('nothing')]);
    expect(missing.code).toBe(exitCodes.store.code);
    expect(documentOf(missing)).toMatchObject({
      error: { code: 'unavailable', says: expect.stringContaining('no log in the schema nothing') },
    });
  });

  it('takes in records twice, and doubles nothing', async () => {
    const here = folder();
    const words = ['import', csvFile(here, ticketRows(20)), '--map', map, '--json', ...at('tickets')];
    const first = documentOf(await line(words, here));
    expect(first).toMatchObject({ repeated: 0, bytes: null });
    expect(Number(first.facts)).toBeGreaterThan(20);
    expect(documentOf(await line(words, here))).toMatchObject({ facts: 0 });
    expect((await line(['case', 'list', ...at('tickets')], here)).code).toBe(0);
  });

  it('plays the demonstration on a new schema, never prints the password, and refuses a schema that holds something', async () => {
    const played = await line(['demo', ...at('demo')]);
    expect(played.code).toBe(0);
    expect(played.out).toContain(' 0 findings');
    expect(played.out).toMatch(/--store 'postgres:\/\/postgres@127\.0\.0\.1:\d+\/postgres\?schema=demo'/);
    expect(played.out + played.err).not.toContain(password());
    // The lines to try next can be tried.
    expect(played.out).toContain('set PGPASSWORD first');
    const replayed = await line(['case', 'replay', '--all', '--json', ...at('demo')]);
    expect(documentOf(replayed)).toMatchObject({ findings: expect.any(Array) });
    expect(replayed.code).toBe(0);
    const checked = await line(['audit', 'check', '--json', ...at('demo')]);
    expect([checked.code, documentOf(checked)]).toMatchObject([0, { findings: [] }]);
    const again = await line(['demo', ...at('demo')]);
    expect(again).toMatchObject({ code: exitCodes.usage.code, err: expect.stringMatching(/needs a new database/) });
    expect(again.err).not.toContain(password());
  }, 120_000);

  it('moves a log to a file and on to another schema, and says how to go on without the password', async () => {
    const here = folder();
    await line(['import', csvFile(here, ticketRows(20)), '--map', map, ...at('moving')], here);
    const away = await line(['copy', '--from', `${server.url}?schema=moving`, '--to', 'sqlite:moved.db'], here);
    expect(away).toMatchObject({ code: 0, out: expect.stringMatching(/were copied and compared\.\n.*schema=moving takes nothing more/) });
    const back = await line(['copy', '--from', 'sqlite:moved.db', '--to', `${server.url}?schema=moved`], here);
    expect(back).toMatchObject({ code: 0, out: expect.stringMatching(/go on with --store 'postgres:[^ ]*schema=moved'/) });
    expect(away.out + back.out).not.toContain(password());
    expect((await line(['case', 'list', ...at('moved')], here)).code).toBe(0);
  });

  const changed = (change: Partial<URL>): string => String(Object.assign(new URL(server.url), change));

  it.each<readonly [string, () => string, RegExp]>([
    [
      'nobody listens',
      () => 'postgres://u:secret@127.0.0.1:9/x',
      /cannot be reached\. .*bring the server back, and send the same again\. \(unavailable\)$/,
    ],
    ['the password is wrong', () => changed({ password: 'secret' }), /refuses the password, .* Correct the address\. \(unavailable\)$/],
    ['no password is given', () => changed({ password: '' }), /asks for a password, .* Set PGPASSWORD\. \(unavailable\)$/],
    ['there is no such database', () => changed({ pathname: '/none' }), /no such database\. .* \(unavailable\)$/],
    ['no schema is called so', () => `${server.url}?schema=No`, /the schema "No", which is none.* \(unavailable\)$/],
    ['the server speaks no TLS', () => `${server.url}?sslmode=verify-full`, /could not be set up: .*SSL.* \(unavailable\)$/],
    [
      'the role has no right',
      () => changed({ username: 'guest', password: 'secret' }),
      /lacks a right\. .* Grant it what .* \(read-only\)$/,
    ],
    ['the role may not connect again', () => changed({ username: 'crowd', password: 'secret' }), /no connection left\. .* \(busy\)$/],
    [
      'the schema is newer',
      () => `${server.url}?schema=newer`,
      /version 9, this release knows 2\. .* Use a newer release\. \(wrong-schema\)$/,
    ],
  ])(
    'where %s it says in one line what was not done and what to do, without the password',
    async (_, address, says) => {
      const asked = await line(['case', 'list', '--store', address()]);
      expect(asked.code).toBe(exitCodes.store.code);
      expect(asked.err.trimEnd().split('\n')).toHaveLength(1);
      expect(asked.err.trimEnd()).toMatch(says);
      expect(asked.err).toMatch(/Nothing was /);
      expect(asked.out + asked.err).not.toMatch(/secret|only-for-tests/);
    },
    60_000,
  );
});
