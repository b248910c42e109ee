import { NO_STREAM } from '@redress/core';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasPostgres, noPostgres } from '../../../.config/postgres-server.ts';
import { faultOf as meaningOf } from '../src/faults.ts';
import { openPostgres, type PgClient } from '../src/index.ts';
import { database, fact, faultOf, wholeLog } from './databases.ts';
import { calling, losesTheAnswer, neverAnswers, refuses, type Trouble, times, troubled } from './troubled.ts';

const serverError = (code: string, severity = 'ERROR'): Error => Object.assign(new Error(`simulated ${code}`), { code, severity });
const lost = (): Error => new Error('Connection terminated unexpectedly');

describeIf(hasPostgres, noPostgres, 'trouble on the way', () => {
  const { url, schema, sql } = database();

  async function append(troubles: Trouble[], timeoutMs = 2_000) {
    const name = schema();
    const { pool, destroyed, end } = troubled(url(), troubles, calling('append'));
    const store = await openPostgres(pool, { schema: name, timeoutMs });
    const outcome = await store.append('a', NO_STREAM, [fact('a'), fact('b')]).catch((error: unknown) => error);
    const given = [...destroyed];
    // Whatever happened: the same again is written once, and is in the log.
    const again = await store.append('a', NO_STREAM, [fact('a'), fact('b')]);
    expect((await wholeLog(store)).map(({ record }) => record.meta.command)).toEqual(['a', 'b']);
    await store.close();
    await end();
    return { outcome, again: again.outcome, destroyed: given };
  }

  test.each(['40001', '40P01', '55P03', '53300'])('SQLSTATE %s is sent again until it is through', async (code) => {
    expect(await append(times(3, refuses(serverError(code))))).toMatchObject({ outcome: { outcome: 'appended' }, again: 'repeated' });
  });

  test('trouble that does not end is told as busy once the time is up, with nothing written', async () => {
    const { pool, end } = troubled(url(), times(1_000, refuses(serverError('40P01'))), calling('append'));
    const store = await openPostgres(pool, { schema: schema(), timeoutMs: 200 });
    expect(await faultOf(store.append('a', NO_STREAM, [fact('a')]))).toMatchObject({
      code: 'busy',
      retryable: true,
      written: 'nothing-written',
    });
    expect(await wholeLog(store)).toEqual([]);
    await store.close();
    await end();
  });

  test('an answer that was lost is asked for again: the same append is Repeated', async () => {
    const { outcome, again, destroyed } = await append([losesTheAnswer]);
    expect([outcome, again]).toMatchObject([{ outcome: 'repeated' }, 'repeated']);
    // The connection that broke is not used again.
    expect(destroyed).toContain(true);
  });

  test('a connection that breaks at every try is unavailable, its outcome unknown', async () => {
    const { outcome, again } = await append(times(3, losesTheAnswer));
    expect(outcome).toMatchObject({ code: 'unavailable', retryable: true, written: 'unknown' });
    expect(again).toBe('repeated');
  });

  test('an answer that was lost, and a server that then refuses: the outcome stays unknown', async () => {
    const { outcome, again } = await append([losesTheAnswer, refuses(serverError('53100'))]);
    expect(outcome).toMatchObject({ code: 'full', retryable: false, written: 'unknown', says: expect.stringContaining('not known') });
    expect(again).toBe('repeated');
  });

  test('an answer to a group that was lost, and a server that then refuses: for each of the group the outcome stays unknown', async () => {
    let sent = false;
    // The group's own statement, and after it each append alone.
    const ofTheGroup = (text: string): boolean => {
      sent ||= calling('append_all')(text);
      return sent && text.includes('.append');
    };
    const { pool, end } = troubled(url(), [losesTheAnswer, ...times(2, refuses(serverError('53100')))], ofTheGroup);
    const store = await openPostgres(pool, { schema: schema() });
    const first = store.append('first', NO_STREAM, [fact('first')]);
    const faults = await Promise.all(['a', 'b'].map((name) => faultOf(store.append(name, NO_STREAM, [fact(name)]))));
    expect(faults).toMatchObject([1, 2].map(() => ({ code: 'full', written: 'unknown' })));
    expect((await first).outcome).toBe('appended');
    expect(await wholeLog(store)).toHaveLength(3);
    await store.close();
    await end();
  });

  test('a reader whose answers are lost is told that it may ask again, and of no append', async () => {
    const { pool, end } = troubled(url(), times(3, losesTheAnswer), calling('place'));
    const store = await openPostgres(pool, { schema: schema() });
    const fault = await faultOf(wholeLog(store));
    expect(fault).toMatchObject({ code: 'unavailable', retryable: true, written: 'nothing-written' });
    expect(fault.says).toMatch(/Nothing was changed\. Ask again\.$/);
    await store.close();
    await end();
  });

  test('a server that never answers is a timeout, its outcome unknown, and the connection is given up', async () => {
    const { outcome, again, destroyed } = await append([neverAnswers], 300);
    expect(outcome).toMatchObject({ code: 'timeout', retryable: true, written: 'unknown' });
    expect(again).toBe('appended');
    expect(destroyed.at(-1)).toBe(true);
  });

  test('a full disk is the fault full at once, and the append goes through when there is room', async () => {
    const { outcome, again } = await append([refuses(serverError('53100'))]);
    expect(outcome).toMatchObject({ code: 'full', retryable: false, written: 'nothing-written' });
    expect(again).toBe('appended');
  });

  test('a session that the server killed is replaced', async () => {
    const name = schema();
    const store = await openPostgres(url(), { schema: name });
    const head = await store.append('a', NO_STREAM, [fact('a')]);
    await sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'redress'");
    if (head.outcome !== 'appended') return expect.fail('not appended');
    expect((await store.append('a', head.head, [fact('b')])).outcome).toBe('appended');
    await store.close();
  });

  test('where the placing step is in trouble the append stands, and readers place it', async () => {
    const { pool, end } = troubled(url(), times(2, refuses(serverError('53100'))), calling('place'));
    const store = await openPostgres(pool, { schema: schema() });
    expect((await store.append('a', NO_STREAM, [fact('a')])).outcome).toBe('appended');
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await store.waiting()).toMatchObject({ count: 1 });
    expect(await faultOf(wholeLog(store))).toMatchObject({ code: 'full' });
    expect(await wholeLog(store)).toHaveLength(1);
    await store.close();
    await end();
  });

  test('a lone fact that nobody places is told by waiting, with its instant', async () => {
    const { pool, end } = troubled(url(), times(1, refuses(serverError('53100'))), calling('place'));
    const store = await openPostgres(pool, { schema: schema(), now: () => '2026-03-02T08:00:00.123Z' });
    await store.append('a', NO_STREAM, [fact('a'), fact('b', { text: 'a\u0000b' })]);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await store.waiting()).toEqual({ count: 2, oldest: '2026-03-02T08:00:00.123Z' });
    await wholeLog(store);
    expect(await store.waiting()).toEqual({ count: 0, oldest: null });
    await store.close();
    await end();
  });
});

describeIf(hasPostgres, noPostgres, 'records and columns that disagree', () => {
  const { url, schema, sql } = database();

  const whole = async (items: AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of items);
  };

  async function tampered(change: (name: string) => string) {
    const name = schema();
    const store = await openPostgres(url(), { schema: name });
    await store.append('a', NO_STREAM, [fact('a'), fact('b'), fact('c')]);
    await wholeLog(store);
    await sql(`DROP TRIGGER fact_grows ON ${name}.fact`, `DROP TRIGGER place_grows ON ${name}.place`, change(name));
    return store;
  }

  test.each([
    [
      'a record that says another version',
      (name: string) =>
        `UPDATE ${name}.fact SET record = convert_to(replace(convert_from(record, 'UTF8'), '"version":2', '"version":7'), 'UTF8') WHERE version = 2`,
    ],
    ['a record that is not JSON', (name: string) => `UPDATE ${name}.fact SET record = 'x' WHERE version = 2`],
    ['a record that is not UTF-8', (name: string) => `UPDATE ${name}.fact SET record = '\\xff' WHERE version = 2`],
    ['a fact that was moved to another stream', (name: string) => `UPDATE ${name}.fact SET stream = 'b', version = 1 WHERE version = 2`],
    ['a fact that is gone', (name: string) => `DELETE FROM ${name}.fact WHERE version = 2`],
  ])('are history-damaged when they are read: %s', async (_, change) => {
    const store = await tampered(change);
    expect(await faultOf(wholeLog(store))).toMatchObject({ code: 'history-damaged' });
    expect(await faultOf(whole(store.read('a')))).toMatchObject({ code: 'history-damaged' });
    expect(await faultOf(whole(store.subscribe('', new AbortController().signal)))).toMatchObject({ code: 'history-damaged' });
    await store.close();
  });

  test('a place that is gone is found by the log, in the middle and before the last', async () => {
    for (const position of [1, 0]) {
      const store = await tampered((name) => `DELETE FROM ${name}.place WHERE position = ${position}`);
      expect(await faultOf(wholeLog(store))).toMatchObject({ code: 'history-damaged' });
      await store.close();
    }
  });

  test('control: where nothing was changed nothing is found', async () => {
    const store = await tampered(() => 'SELECT 1');
    expect(await wholeLog(store)).toHaveLength(3);
    await whole(store.read('a'));
    await store.close();
  });
});

describe('an error of the server', () => {
  test.each([
    ['28P01', 'unavailable', false, 'nothing-written'],
    ['28000', 'unavailable', false, 'nothing-written'],
    ['3D000', 'unavailable', false, 'nothing-written'],
    ['42501', 'read-only', false, 'nothing-written'],
    ['25006', 'read-only', false, 'nothing-written'],
    ['42P01', 'wrong-schema', false, 'nothing-written'],
    ['42883', 'wrong-schema', false, 'nothing-written'],
    ['3F000', 'wrong-schema', false, 'nothing-written'],
    ['53100', 'full', false, 'nothing-written'],
    ['53200', 'busy', true, 'nothing-written'],
    ['53300', 'busy', true, 'nothing-written'],
    ['40001', 'busy', true, 'nothing-written'],
    ['57014', 'timeout', true, 'nothing-written'],
    ['57P01', 'unavailable', true, 'unknown'],
    ['57P02', 'unavailable', true, 'unknown'],
    ['57P03', 'unavailable', true, 'nothing-written'],
    ['08006', 'unavailable', true, 'unknown'],
    ['58030', 'unavailable', true, 'unknown'],
    ['54000', 'too-large', false, 'nothing-written'],
    ['XX001', 'history-damaged', false, 'nothing-written'],
    ['RD001', 'unsafe-settings', false, 'nothing-written'],
    ['99999', 'unavailable', false, 'nothing-written'],
  ])('%s is %s, may be repeated: %s, %s', (state, code, retryable, written) => {
    const cause = serverError(state);
    const fault = meaningOf(cause, true);
    expect(fault).toMatchObject({ code, retryable, written, cause });
    // A fault says what was not done, or that it is not known.
    expect(fault.says).toMatch(written === 'unknown' ? /not known/ : /Nothing was/);
  });

  test.each([
    ['ECONNREFUSED', 'connect', true],
    ['ENOTFOUND', 'getaddrinfo', true],
    ['ENOENT', 'connect', true],
    // A certificate's file.
    ['ENOENT', 'open', false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', undefined, false],
    ['ERR_INVALID_URL', undefined, false],
  ])('or of the system, %s while it would %s: asking again may help: %s', (code, syscall, retryable) => {
    const cause = Object.assign(new Error(`why: ${code}`), { code }, syscall === undefined ? {} : { syscall });
    expect(meaningOf(cause, false)).toMatchObject({ code: 'unavailable', retryable, written: 'nothing-written' });
    // What does not go away by itself is told in the driver's words.
    expect(meaningOf(cause, false).says.includes(`why: ${code}`)).toBe(!retryable);
  });

  test('of a connection that was not made leaves nothing, whatever it is', () => {
    for (const error of [serverError('57P01', 'FATAL'), serverError('08006', 'FATAL'), lost()]) {
      const fault = meaningOf(error, false);
      expect(fault).toMatchObject({ code: 'unavailable', retryable: true, written: 'nothing-written' });
      expect(fault.says).not.toContain('not known');
    }
  });
});

describeIf(hasPostgres, noPostgres, 'appends that wait for one that is on its way', () => {
  const { url, schema, open } = database();

  /** A pool that counts the statements that append, and lets the first wait. */
  function counting() {
    const pool = new pg.Pool({ connectionString: url(), max: 6 });
    pool.on('error', () => {});
    const sent: string[] = [];
    let held: Promise<void> | undefined;
    const connect = async (): Promise<PgClient> => {
      const client = await pool.connect();
      return {
        async query(query) {
          if (query.name?.includes('append')) {
            sent.push(query.name);
            if (sent.length === 1) await held;
          }
          return client.query(query);
        },
        on: (event, heard) => client.on(event, heard),
        removeListener: (event, heard) => client.removeListener(event, heard),
        release: (destroy) => client.release(destroy),
      };
    };
    const hold = (): (() => void) => {
      let go = (): void => {};
      held = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    };
    return { pool: { connect }, sent, hold, end: () => pool.end() };
  }

  test('go together: sixty-four callers take two statements, and each has its own answer', async () => {
    const { pool, sent, end } = counting();
    const store = await openPostgres(pool, { schema: schema() });
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) => store.append(`case ${index % 60}`, NO_STREAM, [fact(`fact ${index % 62}`)])),
    );
    // The last two of the sixty-four are the facts 0 and 1 again, in the cases 2 and 3.
    expect(answers.map(({ outcome }) => outcome)).toEqual([...Array(60).fill('appended'), ...Array(4).fill('conflict')]);
    expect(sent).toHaveLength(2);
    expect(await wholeLog(store)).toHaveLength(60);
    await store.close();
    await end();
  });

  test('take their own facts each, however many they are, and where one in between is too late', async () => {
    const { pool, sent, end } = counting();
    const store = await openPostgres(pool, { schema: schema() });
    await store.append('c', NO_STREAM, [fact('before')]);
    const written: Readonly<Record<string, readonly [string, ...string[]]>> = {
      a: ['a1'],
      b: ['b1', 'b2', 'b3'],
      c: ['c1', 'c2'],
      d: ['d1', 'd2'],
      e: ['e1'],
    };
    const answers = await Promise.all([
      store.append('first', NO_STREAM, [fact('first')]),
      ...Object.entries(written).map(([stream, names]) =>
        store.append(stream, NO_STREAM, [fact(names[0]), ...names.slice(1).map((name) => fact(name))]),
      ),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['appended', 'appended', 'appended', 'conflict', 'appended', 'appended']);
    expect(sent).toHaveLength(3);
    const log = await wholeLog(store);
    for (const [stream, names] of Object.entries({ first: ['first'], ...written, c: ['before'] })) {
      const ofStream = log.filter(({ record }) => record.stream === stream);
      expect(ofStream.map(({ record }) => record.meta.command)).toEqual(names);
    }
    await store.close();
    await end();
  });

  test('are each judged for themselves: one that fails does not touch its neighbours', async () => {
    const store = await open();
    await store.append('other', NO_STREAM, [fact('known')]);
    const [first, rival, repeat, elsewhere, last] = await Promise.all([
      store.append('case', NO_STREAM, [fact('a'), fact('b')]),
      store.append('case', NO_STREAM, [fact('c')]),
      store.append('case', NO_STREAM, [fact('a'), fact('b')]),
      faultOf(store.append('third', NO_STREAM, [fact('d'), fact('known')])),
      store.append('third', NO_STREAM, [fact('e')]),
    ]);
    expect([first.outcome, rival.outcome, repeat.outcome, elsewhere.code, last.outcome]).toEqual([
      'appended',
      'conflict',
      'repeated',
      'id-elsewhere',
      'appended',
    ]);
    expect((await wholeLog(store)).map(({ record }) => record.meta.command).sort()).toEqual(['a', 'b', 'e', 'known']);
    await store.close();
  });

  test('overtake it where it is held up', async () => {
    const { pool, hold, end } = counting();
    const store = await openPostgres(pool, { schema: schema() });
    const go = hold();
    const held = store.append('held', NO_STREAM, [fact('held')]);
    const others = await Promise.all(['a', 'b', 'c'].map((name) => store.append(name, NO_STREAM, [fact(name)])));
    expect(others.map(({ outcome }) => outcome)).toEqual(['appended', 'appended', 'appended']);
    go();
    expect((await held).outcome).toBe('appended');
    await store.close();
    await end();
  });
});
