import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { type LoadLibrary, openSqlite } from '../src/index.ts';
import { fact, faultOf, folder, library, tamper, wholeLog } from './files.ts';

const NOTHING = { version: 0, leaf: null, at: '' };
const LOG = '5b0b8a55-53a5-4a3b-8c55-0d7c8ef0a1b2';
const file = folder();

/** A library that answers one question otherwise than SQLite does. */
const lying =
  (question: string, answer: string | number): LoadLibrary =>
  async () => {
    const open = (path: string) => {
      const driver = library.open(path);
      const prepare = (sql: string) => (sql === question ? { run: () => {}, all: () => [[answer]] } : driver.prepare(sql));
      return { exec: driver.exec, prepare, close: driver.close };
    };
    return { open, codeOf: library.codeOf };
  };

describe('opening a file', () => {
  test('that is not there, or is empty, begins a log', async () => {
    writeFileSync(file('empty.db'), '');
    for (const name of ['new.db', 'empty.db']) {
      const store = await openSqlite(file(name), { log: LOG });
      expect(store.log).toBe(LOG);
      await store.close();
    }
  });

  test('again gives the same log with what was written', async () => {
    const one = await openSqlite(file('again.db'));
    await one.append('case', NOTHING, [fact('a')]);
    await one.close();
    const two = await openSqlite(file('again.db'));
    expect(two.log).toBe(one.log);
    expect(await wholeLog(two)).toHaveLength(1);
    await two.close();
  });

  test('that holds another log than the one named is refused', async () => {
    await (await openSqlite(file('other.db'))).close();
    expect(await faultOf(openSqlite(file('other.db'), { log: LOG }))).toMatchObject({ code: 'wrong-schema', written: 'nothing-written' });
  });

  test.each([
    ['a short text', 'hello'],
    ['a long text', 'x'.repeat(10_000)],
  ])('that is %s is refused as not-a-database, and left as it was', async (_, text) => {
    writeFileSync(file('text'), text);
    expect(await faultOf(openSqlite(file('text')))).toMatchObject({ code: 'not-a-database' });
    expect(readFileSync(file('text'), 'utf8')).toBe(text);
  });

  test("that is another program's database is refused as wrong-schema, and left as it was", async () => {
    tamper(file('foreign.db'), (database) => database.exec('CREATE TABLE recipe (name TEXT)'));
    const before = readFileSync(file('foreign.db'));
    expect(await faultOf(openSqlite(file('foreign.db')))).toMatchObject({ code: 'wrong-schema' });
    expect(readFileSync(file('foreign.db'))).toEqual(before);
  });

  test('of a newer schema is refused as wrong-schema', async () => {
    await (await openSqlite(file('newer.db'))).close();
    tamper(file('newer.db'), (database) => database.exec('PRAGMA user_version = 2'));
    const fault = await faultOf(openSqlite(file('newer.db')));
    expect(fault).toMatchObject({ code: 'wrong-schema', retryable: false });
    expect(fault.says).toMatch(/schema 2.*newer release/);
  });

  test.each(['fact_no_update', 'fact_no_delete', 'fact_position', 'fact_version'])(
    'from which the trigger %s was taken is refused',
    async (trigger) => {
      await (await openSqlite(file(`${trigger}.db`))).close();
      tamper(file(`${trigger}.db`), (database) => database.exec(`DROP TRIGGER ${trigger}`));
      const fault = await faultOf(openSqlite(file(`${trigger}.db`)));
      expect(fault).toMatchObject({ code: 'wrong-schema' });
      expect(fault.says).toContain(trigger);
    },
  );

  test('whose pages are damaged is refused as history-damaged', async () => {
    await (await openSqlite(file('whole.db'))).close();
    const bytes = readFileSync(file('whole.db'));
    bytes.fill(0xff, 100, 3000);
    writeFileSync(file('torn.db'), bytes);
    expect(await faultOf(openSqlite(file('torn.db')))).toMatchObject({ code: 'history-damaged' });
  });

  test.each(['', ':memory:', 'file:x?mode=memory'])('named %j is refused: it would keep nothing', async (path) => {
    expect(await faultOf(openSqlite(path))).toMatchObject({ code: 'unsafe-settings' });
  });

  test('in a folder that is not there, or that is a folder itself, is refused as unavailable', async () => {
    expect(await faultOf(openSqlite(file('nowhere/a.db')))).toMatchObject({ code: 'unavailable', written: 'nothing-written' });
    mkdirSync(file('folder'));
    expect(await faultOf(openSqlite(file('folder')))).toMatchObject({ code: 'unavailable', written: 'nothing-written' });
  });

  test.each<[string, string | number]>([
    ['journal_mode', 'delete'],
    ['synchronous', 1],
    ['recursive_triggers', 0],
    ['trusted_schema', 1],
  ])('where SQLite does not keep the setting %s is refused as unsafe-settings', async (name, answer) => {
    const fault = await faultOf(openSqlite(file(`${name}.db`), { driver: lying(`PRAGMA ${name}`, answer) }));
    expect(fault).toMatchObject({ code: 'unsafe-settings', written: 'nothing-written' });
    expect(fault.says).toContain(name);
  });

  test('by two at once gives both the same log', async () => {
    const both = await Promise.all([openSqlite(file('both.db')), openSqlite(file('both.db'))]);
    expect(both[0]?.log).toBe(both[1]?.log);
    for (const store of both) await store.close();
  });
});

/** Rights do not bind root: the test looks at the file as nobody does. */
async function asNobody<Result>(doing: () => Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return doing();
  process.seteuid?.(65534);
  try {
    return await doing();
  } finally {
    process.seteuid?.(0);
  }
}

describeIf(process.geteuid !== undefined, 'this system has no users to become', 'without the right to write', () => {
  test('a file is refused at the opening as read-only, and so is a folder', async () => {
    await (await openSqlite(file('mine.db'))).close();
    mkdirSync(file('shut'));
    mkdirSync(file('open'));
    for (const name of ['shut/a.db', 'open/a.db', 'open/b.db']) copyFileSync(file('mine.db'), file(name));
    chmodSync(file('.'), 0o755);
    chmodSync(file('shut'), 0o555);
    chmodSync(file('open'), 0o777);
    chmodSync(file('open/a.db'), 0o444);
    for (const name of ['shut/a.db', 'shut/new.db', 'open/a.db']) {
      expect(await asNobody(() => faultOf(openSqlite(file(name)))), name).toMatchObject({ code: 'read-only', written: 'nothing-written' });
    }
    // Control: with the right to write, a file of the same bytes opens.
    chmodSync(file('open/b.db'), 0o666);
    await asNobody(async () => (await openSqlite(file('open/b.db'))).close());
  });
});
