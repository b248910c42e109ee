import { NO_STREAM } from '@redress/core';
import { describe, expect, test } from 'vitest';
import { type LoadLibrary, openSqlite } from '../src/index.ts';
import { fact, faultOf, folder, library, tamper, wholeLog } from './files.ts';

const file = folder();

/** SQLite with room for so many pages more than an empty log takes. */
const small =
  (pages: number): LoadLibrary =>
  async () => {
    const open = (path: string) => {
      const driver = library.open(path);
      driver.exec(`PRAGMA max_page_count = ${pages}`);
      return driver;
    };
    return { open, codeOf: library.codeOf };
  };

/** SQLite that throws at one statement, as often as told. */
function failing(sql: string, error: Error & { code: string }, times = 1): LoadLibrary {
  let left = times;
  return async () => {
    const open = (path: string) => {
      const driver = library.open(path);
      const prepare = (text: string) => {
        const statement = driver.prepare(text);
        if (text !== sql) return statement;
        const run = (): void => {
          if (left-- > 0) throw error;
          statement.run();
        };
        return { run, all: statement.all };
      };
      return { exec: driver.exec, prepare, close: driver.close };
    };
    return { open, codeOf: (thrown) => (thrown === error ? error.code : library.codeOf(thrown)) };
  };
}

const sqliteError = (code: string): Error & { code: string } => Object.assign(new Error(`simulated ${code}`), { code });

describe('a full disk', () => {
  test('is the fault full, nothing is written, and smaller appends of the same commit go on', async () => {
    const store = await openSqlite(file('full.db'), { driver: small(24) });
    const large = fact('large', { text: 'x'.repeat(200_000) });
    const [before, full, after] = await Promise.allSettled([
      store.append('a', NO_STREAM, [fact('a')]),
      faultOf(store.append('b', NO_STREAM, [large])),
      store.append('c', NO_STREAM, [fact('c')]),
    ]);
    expect([before.status, after.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(full).toMatchObject({ value: { code: 'full', retryable: false, written: 'nothing-written' } });
    expect((await wholeLog(store)).map(({ record }) => record.meta.command)).toEqual(['a', 'c']);
    await store.close();
  });

  test('is the fault full at the opening of a new file too', async () => {
    expect(await faultOf(openSqlite(file('tiny.db'), { driver: small(3) }))).toMatchObject({ code: 'full' });
  });
});

describe('a file locked by another connection', () => {
  test('is waited for, and the append goes through once it is free', async () => {
    const store = await openSqlite(file('waits.db'));
    const other = library.open(file('waits.db'));
    other.exec('BEGIN IMMEDIATE');
    setTimeout(() => other.exec('COMMIT'), 120);
    expect((await store.append('a', NO_STREAM, [fact('a')])).outcome).toBe('appended');
    other.close();
    await store.close();
  });

  test('is the fault busy after the wait, retryable, with nothing written; reads go on meanwhile', async () => {
    const store = await openSqlite(file('busy.db'), { busyTimeoutMs: 150 });
    await store.append('a', NO_STREAM, [fact('a')]);
    const other = library.open(file('busy.db'));
    other.exec('BEGIN IMMEDIATE');
    const waiting = faultOf(store.append('b', NO_STREAM, [fact('b')]));
    expect(await wholeLog(store)).toHaveLength(1);
    expect(await waiting).toMatchObject({ code: 'busy', retryable: true, written: 'nothing-written' });
    other.exec('COMMIT');
    other.close();
    expect((await store.append('b', NO_STREAM, [fact('b')])).outcome).toBe('appended');
    await store.close();
  });

  test('can be opened, and closing waits for the append that waits', async () => {
    await (await openSqlite(file('held.db'))).close();
    const other = library.open(file('held.db'));
    other.exec('BEGIN IMMEDIATE');
    const store = await openSqlite(file('held.db'));
    const waiting = store.append('a', NO_STREAM, [fact('a')]);
    const closed = store.close();
    other.exec('COMMIT');
    other.close();
    expect((await waiting).outcome).toBe('appended');
    await closed;
  });
});

describe('a failure at the commit', () => {
  test('that leaves the outcome unknown says so, and the same append again is written once', async () => {
    const store = await openSqlite(file('io.db'), { driver: failing('COMMIT', sqliteError('SQLITE_IOERR_FSYNC')) });
    const fault = await faultOf(store.append('a', NO_STREAM, [fact('a')]));
    expect(fault).toMatchObject({ code: 'unavailable', retryable: true, written: 'unknown' });
    expect(fault.cause).toBeInstanceOf(Error);
    await store.append('a', NO_STREAM, [fact('a')]);
    expect(await wholeLog(store)).toHaveLength(1);
    await store.close();
  });

  test('that is a lock is tried again', async () => {
    const store = await openSqlite(file('commit-busy.db'), { driver: failing('COMMIT', sqliteError('SQLITE_BUSY'), 3) });
    expect((await store.append('a', NO_STREAM, [fact('a')])).outcome).toBe('appended');
    await store.close();
  });

  test('of a group is tried one by one: each append is answered for itself', async () => {
    const store = await openSqlite(file('group.db'), { driver: failing('COMMIT', sqliteError('SQLITE_IOERR'), 2) });
    const answers = await Promise.allSettled(['a', 'b', 'c'].map((name) => store.append(name, NO_STREAM, [fact(name)])));
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect((await wholeLog(store)).map(({ record }) => record.stream)).toEqual(['b', 'c']);
    await store.close();
  });
});

describe('records and columns that disagree', () => {
  test('are history-damaged when they are read', async () => {
    const store = await openSqlite(file('damage.db'));
    await store.append('a', NO_STREAM, [fact('a'), fact('b')]);
    tamper(file('damage.db'), (database) => {
      database.exec('DROP TRIGGER fact_no_update');
      database.exec('UPDATE fact SET record = replace(record, \'"version":2\', \'"version":7\') WHERE version = 2');
    });
    const reading = async (): Promise<void> => {
      for await (const _ of store.read('a'));
    };
    expect(await faultOf(reading())).toMatchObject({ code: 'history-damaged' });
    await store.close();
  });

  // Rows are parsed many at a time.
  const unread = "record = '{}'";
  // A number that no double holds.
  const large = 'version = 9007199254740993';
  test.each([
    [1, unread],
    [2, unread],
    [33, unread],
    [40, unread],
    [40, large],
  ])('do not keep what comes before them from being read: version %i of 40, %s', async (damaged, set) => {
    const path = file(`before-${damaged}-${set.length}.db`);
    const store = await openSqlite(path);
    await store.append('a', NO_STREAM, [fact('first'), ...Array.from({ length: 39 }, (_, at) => fact(`${at}`))]);
    tamper(path, (database) => {
      database.exec('DROP TRIGGER fact_no_update');
      database.exec(`UPDATE fact SET ${set} WHERE version = ${damaged}`);
    });
    // By its stream a fact is found by its version, which is another one now.
    const logs = [store.readLog('', Number.POSITIVE_INFINITY), ...(set === unread ? [store.read('a')] : [])];
    for (const records of logs) {
      const reader = records[Symbol.asyncIterator]();
      for (let version = 1; version < damaged; version += 1) expect((await reader.next()).value?.record.version).toBe(version);
      // However often it is asked, nothing that comes after it is taken for what comes next.
      for (let time = 0; time < 2; time += 1) expect(await faultOf(reader.next())).toMatchObject({ code: 'history-damaged' });
    }
    await store.close();
  });

  test('a fact that is missing from the middle is found by stream and by log', async () => {
    const store = await openSqlite(file('gap.db'));
    await store.append('a', NO_STREAM, [fact('a'), fact('b'), fact('c')]);
    tamper(file('gap.db'), (database) => {
      database.exec('DROP TRIGGER fact_no_delete');
      database.exec('DELETE FROM fact WHERE position = 1');
    });
    expect(await faultOf(wholeLog(store))).toMatchObject({ code: 'history-damaged' });
    const reading = async (): Promise<void> => {
      for await (const _ of store.read('a'));
    };
    expect(await faultOf(reading())).toMatchObject({ code: 'history-damaged' });
    await store.close();
  });
});
