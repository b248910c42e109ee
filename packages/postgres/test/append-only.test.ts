import { NO_STREAM } from '@redress/core';
import { beforeAll, expect, test } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, ownServer } from '../../../.config/postgres-server.ts';
import { openPostgres } from '../src/index.ts';
import { database, fact, faultOf, grantsTo, runSql, wholeLog } from './databases.ts';

const CHANGES: readonly (readonly [string, string])[] = [
  ['to change a fact', "UPDATE redress.fact SET record = '' WHERE version = 1"],
  ['to change a fact into itself', 'UPDATE redress.fact SET id = id'],
  ['to delete a fact', 'DELETE FROM redress.fact WHERE version = 1'],
  ['to empty the facts', 'TRUNCATE redress.fact'],
  ['to move a fact in the log', 'UPDATE redress.place SET position = position + 10'],
  ['to take a fact from the log', 'DELETE FROM redress.place'],
  ['to empty the log', 'TRUNCATE redress.place'],
  ['to change the log’s id', 'UPDATE redress.log SET id = gen_random_uuid()'],
  ['to empty all of them at once', 'TRUNCATE redress.log, redress.fact, redress.place CASCADE'],
];

describeIf(hasOwnPostgres, noOwnPostgres, 'the database itself', () => {
  const { url, sql } = database(ownServer);
  const office = (): string => String(Object.assign(new URL(url()), { username: 'office', password: 'x' }));

  beforeAll(async () => {
    const store = await openPostgres(url());
    await store.append('case', NO_STREAM, [fact('a'), fact('b')]);
    await wholeLog(store);
    await store.close();
    await sql("CREATE ROLE office LOGIN PASSWORD 'x'", ...grantsTo('office'));
  });

  // Control: with the trigger gone each succeeds; opening.test.ts shows that such a schema is not opened.
  test.each(CHANGES)('refuses its own superuser %s', async (_, change) => {
    await expect(sql(change)).rejects.toMatchObject({ code: 'RD002' });
    await expect(sql("SET session_replication_role = 'replica'", change)).rejects.toMatchObject({ code: 'RD002' });
    const store = await openPostgres(url());
    expect((await wholeLog(store)).map(({ record }) => record.meta.command)).toEqual(['a', 'b']);
    await store.close();
  });

  test('changes what it is told to once the trigger is gone: the control of the refusals', async () => {
    const undone = ['BEGIN', 'DROP TRIGGER fact_grows ON redress.fact', "UPDATE redress.fact SET record = ''", 'ROLLBACK'];
    await expect(sql(...undone)).resolves.toEqual([]);
  });

  test.each<readonly [string, string]>([
    ...CHANGES,
    ['to write a fact by hand', "INSERT INTO redress.fact (stream, version, id, record) VALUES ('x', 1, gen_random_uuid(), '')"],
    ['to place a fact by hand', 'INSERT INTO redress.place VALUES (7, 7)'],
    ['to forget what waits', 'DELETE FROM redress.unplaced'],
    ['to make a table', 'CREATE TABLE redress.mine (x int)'],
  ])('gives the application’s role no right %s', async (_, change) => {
    await expect(runSql(office(), [change])).rejects.toMatchObject({ code: '42501' });
  });

  test('lets the application’s role append, read and follow, and nothing else is needed', async () => {
    const store = await openPostgres(office());
    expect((await store.append('office', NO_STREAM, [fact('c')])).outcome).toBe('appended');
    expect((await wholeLog(store)).map(({ record }) => record.meta.command)).toContain('c');
    expect(await store.waiting()).toEqual({ count: 0, oldest: null });
    // Moving house is for the owner.
    expect(await faultOf(store.ingest([]))).toMatchObject({ code: 'read-only', retryable: false, written: 'nothing-written' });
    await store.close();
  });

  test('gives a role without grants nothing, and the fault says what to grant', async () => {
    await sql("CREATE ROLE stranger LOGIN PASSWORD 'x'");
    const fault = await faultOf(openPostgres(String(Object.assign(new URL(url()), { username: 'stranger', password: 'x' }))));
    expect(fault).toMatchObject({ code: 'read-only', retryable: false });
    expect(fault.says).toContain('README');
  });
});
