import { NO_STREAM } from '@redress/core';
import { describe, expect, test, vi } from 'vitest';
import { type LoadLibrary, openSqlite } from '../src/index.ts';
import { fact, faultOf, folder, library, wholeLog } from './files.ts';

const file = folder();

/** Counts the commits of a store. */
function counted(): { load: LoadLibrary; commits(): number } {
  let commits = 0;
  const load: LoadLibrary = async () => {
    const open = (path: string) => {
      const driver = library.open(path);
      const prepare = (sql: string) => {
        const statement = driver.prepare(sql);
        const run: typeof statement.run = (...values) => {
          if (sql === 'COMMIT') commits += 1;
          statement.run(...values);
        };
        return { run, all: statement.all };
      };
      return { exec: driver.exec, prepare, close: driver.close };
    };
    return { open, codeOf: library.codeOf };
  };
  return { load, commits: () => commits };
}

describe('appends that wait when a commit begins', () => {
  test('go with it: sixty-four callers share one disk sync', async () => {
    const { load, commits } = counted();
    const store = await openSqlite(file('one.db'), { driver: load });
    const callers = Array.from({ length: 64 }, (_, index) => store.append(`case ${index}`, NO_STREAM, [fact(`fact ${index}`)]));
    for (const { outcome } of await Promise.all(callers)) expect(outcome).toBe('appended');
    expect(commits()).toBe(1);
    await store.close();
  });

  test('are each judged for themselves: conflict, repeat and fault do not touch their neighbours', async () => {
    const { load, commits } = counted();
    const store = await openSqlite(file('mixed.db'), { driver: load });
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
    expect(commits()).toBe(2);
    expect((await wholeLog(store)).map(({ record }) => record.meta.command)).toEqual(['known', 'a', 'b', 'e']);
    await store.close();
  });

  test('are all on disk before the first is acknowledged', async () => {
    const store = await openSqlite(file('ack.db'));
    const reader = await openSqlite(file('ack.db'));
    const seen = ['a', 'b', 'c'].map(async (name) => {
      await store.append(name, NO_STREAM, [fact(name)]);
      return (await wholeLog(reader)).length;
    });
    expect(await Promise.all(seen)).toEqual([3, 3, 3]);
    await Promise.all([store.close(), reader.close()]);
  });

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  /** The clock stands still, so that a busy machine does not use up the time for which a commit waits. */
  const clockStands = () => vi.spyOn(performance, 'now').mockReturnValue(performance.now());

  test('come one in each turn of the event loop, as requests do, and share one as well', async () => {
    const { load, commits } = counted();
    const store = await openSqlite(file('turns.db'), { driver: load });
    const clock = clockStands();
    const callers: Promise<unknown>[] = [];
    for (let at = 0; at < 8; at += 1) {
      callers.push(store.append(`case ${at}`, NO_STREAM, [fact(`fact ${at}`)]));
      await turn();
    }
    await Promise.all(callers);
    clock.mockRestore();
    expect(commits()).toBe(1);
    await store.close();
  });

  test('are waited for where as many went together last; whoever comes alone after them waits once, and not again', async () => {
    const { load, commits } = counted();
    const store = await openSqlite(file('together.db'), { driver: load });
    const ten = Array.from({ length: 10 }, (_, at) => store.append(`first ${at}`, NO_STREAM, [fact(`first ${at}`)]));
    await Promise.all(ten);
    const clock = clockStands();
    const again: Promise<unknown>[] = [];
    for (let at = 0; at < 10; at += 1) {
      again.push(store.append(`again ${at}`, NO_STREAM, [fact(`again ${at}`)]));
      // Turns with nobody: after the first of them, eight would have gone without the other two.
      if (at >= 7) for (let turns = 0; turns < 3; turns += 1) await turn();
    }
    await Promise.all(again);
    clock.mockRestore();
    expect(commits()).toBe(2);
    for (let at = 0; at < 3; at += 1) await store.append(`alone ${at}`, NO_STREAM, [fact(`alone ${at}`)]);
    expect(commits()).toBe(5);
    await store.close();
  });
});
