import { copyFileSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_STREAM } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentOf, folder, line, textsOf } from './command-line.ts';

const at = folder();
const from = join(at, 'from.db');
const copy = (to: string, ...more: readonly string[]) => line(['copy', '--from', `sqlite:${from}`, '--to', to, '--json', ...more], at);
const texts = (file: string) => textsOf(openSqlite(file));

beforeAll(async () => {
  expect((await line(['demo', '--db', from], at)).code).toBe(0);
});

describe('redress copy', () => {
  it('moves a log byte for byte and in order; the old place takes nothing more, the new one goes on', async () => {
    const to = join(at, 'to.db');
    const ended = await copy(`sqlite:${to}`);
    expect(ended.code).toBe(0);
    const mine = await texts(from);
    expect(documentOf(ended)).toMatchObject({ records: mine.length, copiedBefore: false });
    expect(await texts(to)).toEqual(mine);
    const old = await openSqlite(from);
    const append = old.append('case', { version: 0, leaf: null, at: '' }, [
      { id: '8c1f2b6e-0000-5000-8000-000000000000', type: 'Noted', schema: 1, meta: {}, data: {}, sealed: [] },
    ]);
    await expect(append).rejects.toMatchObject({ code: 'log-moved' });
    await old.close();
    // The new one is a log like any other: listed and replayed, without a trace of the move.
    const listed = async (file: string) => documentOf(await line(['case', 'list', '--db', file, '--json'], at)).total;
    expect(await listed(to)).toBe(await listed(from));
    for (const file of [from, to]) {
      const replay = await line(['case', 'replay', '--all', '--db', file, '--json'], at);
      expect([replay.code, documentOf(replay)]).toMatchObject([0, { findings: [] }]);
    }
  });

  it('asked again compares what is there, and says so', async () => {
    expect(documentOf(await copy(`sqlite:${join(at, 'to.db')}`))).toMatchObject({ copiedBefore: true });
  });

  it('goes on after it was interrupted between the last fact and the new log', async () => {
    // The old log has its last fact from the test above; the new place is empty, as after a crash.
    const to = join(at, 'to.db');
    for (const file of [to, `${to}-wal`, `${to}-shm`]) rmSync(file, { force: true });
    expect(documentOf(await copy(`sqlite:${to}`))).toMatchObject({ copiedBefore: false });
    expect(await texts(to)).toEqual(await texts(from));
  });

  it('copies a log that has moved to no second place, where it would grow as well', async () => {
    const second = join(at, 'second.db');
    const ended = await line(['copy', '--from', `sqlite:${from}`, '--to', `sqlite:${second}`], at);
    expect([ended.code, ended.err]).toEqual([3, expect.stringContaining(join(at, 'to.db'))]);
    expect(await texts(second)).toEqual([]);
  });

  it('takes no place that holds another log, nor what is no store, nor itself', async () => {
    const other = join(at, 'other.db');
    expect((await line(['demo', '--db', other], at)).code).toBe(0);
    const before = readFileSync(other);
    expect((await copy(`sqlite:${other}`)).code).toBe(3);
    expect(readFileSync(other).equals(before)).toBe(true);
    const text = join(at, 'text.db');
    writeFileSync(text, 'no database, and long enough to be looked at '.repeat(50));
    expect((await copy(`sqlite:${text}`)).code).toBe(3);
    expect((await copy(`sqlite:${from}`)).code).toBe(2);
    expect((await copy(`sqlite:${join(at, 'x.db')}`, '--db', 'y.db')).code).toBe(2);
    expect((await line(['copy', '--from', `sqlite:${join(at, 'none.db')}`, '--to', `sqlite:${join(at, 'x.db')}`], at)).code).toBe(3);
  });

  it('does not end a log whose new place is itself under another address, or is not empty, nor one that is empty', async () => {
    const live = join(at, 'live.db');
    expect((await line(['demo', '--db', live], at)).code).toBe(0);
    symlinkSync(live, join(at, 'alias.db'));
    const store = await openSqlite(live);
    copyFileSync(live, join(at, 'taken.db'));
    const nothing = await openSqlite(join(at, 'nothing.db'));
    for (const [source, to] of [
      ['live', 'alias'],
      ['live', 'taken'],
      ['nothing', 'new'],
    ]) {
      const ended = await line(['copy', '--from', `sqlite:${join(at, `${source}.db`)}`, '--to', `sqlite:${join(at, `${to}.db`)}`], at);
      expect([ended.code, ended.err]).toEqual([3, expect.stringContaining('Nothing was moved')]);
    }
    for (const open of [store, nothing]) {
      const fact = { id: '8c1f2b6e-0000-5000-8000-000000000000', type: 'Noted', schema: 1, meta: {}, data: {}, sealed: [] };
      expect(await open.append('case', NO_STREAM, [fact])).toMatchObject({ outcome: 'appended' });
      await open.close();
    }
  });
});
