import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, type OwnServer, ownServer } from '../../../.config/postgres-server.ts';
import { exitCodes } from '../src/index.ts';
import { documentOf, folder, line } from './command-line.ts';
import { csvFile, ticketRows } from './tickets.ts';

const map = fileURLToPath(new URL('tickets.ts', import.meta.url));

describeIf(hasOwnPostgres, noOwnPostgres, 'a command line over PostgreSQL', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await ownServer();
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
    const replayed = await line(['case', 'replay', '--all', '--json', ...at('demo')]);
    expect(documentOf(replayed)).toMatchObject({ findings: expect.any(Array) });
    expect(replayed.code).toBe(0);
    const again = await line(['demo', ...at('demo')]);
    expect(again).toMatchObject({ code: exitCodes.usage.code, err: expect.stringMatching(/needs a new database/) });
    expect(again.err).not.toContain(password());
  }, 120_000);
});
