import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaint, createEngine, dueCasesInMemory, memoryStore, recountClocks, watch } from '@redress/core';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { sampleAuthority, sampleOrganisation, vietnam } from '@redress/vietnam';
import { afterAll, describe, expect, it } from 'vitest';
import { blocksOf, inShell, strangeIn, textOf } from '../../../.config/how-to.ts';
import { describeIf, itIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, ownServer } from '../../../.config/postgres-server.ts';
import { receivePetition, seed, wholeLog } from './seeded.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-how-to-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => join(folder, name);

const watchPage = textOf('docs/how-to/run-the-watch.md');
const production = textOf('docs/how-to/go-to-production.md');

describe('the page on the watch', () => {
  const files = ['examples/worker/worker.ts', 'examples/worker/folder.ts'];

  it('shows the code of the worker as it is', () => {
    expect(blocksOf(watchPage, 'ts')).toHaveLength(9);
    expect(strangeIn(blocksOf(watchPage, 'ts'), files)).toEqual([]);
  });

  // Control: what differs is found.
  it('would be found to show another line than the code has', () => {
    const changed = blocksOf(watchPage, 'ts').map((block) => block.replace('await', 'wait'));
    expect(strangeIn(changed, files).length).toBeGreaterThan(3);
  });

  it('starts the worker as it says, which writes letters and ends when it is asked to', async () => {
    const opened = await openSqlite(inFolder('watched.db'));
    await seed(opened, 2);
    await opened.close();
    const [starts = ''] = blocksOf(watchPage, 'sh');
    // Told twice to end, as by a process manager that tells the group and then the process: it ends once, and in order.
    const until = [
      `${starts.trim()} & worker=$!`,
      `until [ "$(ls ${inFolder('letters')} 2>/dev/null | grep -c .)" = 2 ]; do kill -0 $worker; sleep 0.1; done`,
      'kill -TERM $worker; kill -TERM $worker || true; wait $worker',
    ].join('\n');
    const { code, said } = await inShell(until, {
      'redress.db': inFolder('watched.db'),
      'LETTERS=letters': `LETTERS=${inFolder('letters')}`,
    });
    expect(code, said).toBe(0);
    expect(said).toContain('"what":"watched","recorded":');
    expect(readdirSync(inFolder('letters'))).toHaveLength(2);
  });
});

describe('the watch of the page', () => {
  it('is refused the clocks of a case type that its engine does not know, at each round', async () => {
    const [store, authority, organisation] = [memoryStore(), sampleAuthority(), sampleOrganisation()];
    await receivePetition(store, 'petition-0', 'post');
    const engine = createEngine({ store, caseTypes: [complaint], law: vietnam, authority, organisation });
    const due = dueCasesInMemory(store);
    for (let round = 0; round < 2; round += 1) {
      const { recorded, refused, failed } = await watch(engine, due, { id: 'watch', unit: 'vss', role: 'system' }, '2026-11-20');
      expect([recorded, refused.map(({ refusal }) => refusal.code), failed]).toEqual([[], ['UNKNOWN_CASE'], []]);
    }
  });
});

describe('the page on production', () => {
  const [backup = '', dump = '', replay = ''] = blocksOf(production, 'sh');
  const replayed = async (at: string): Promise<string> => (await inShell(replay, { '--db copy.db': at })).said;

  it('shows code that this test runs, as it is', () => {
    expect(blocksOf(production, 'ts')).toHaveLength(2);
    expect(strangeIn(blocksOf(production, 'ts'), ['examples/worker/test/docs.test.ts'])).toEqual([]);
  });

  it('counts clocks again by the calendar of the law, and says of each case why it stays', async () => {
    const [authority, organisation] = [sampleAuthority(), sampleOrganisation()];
    const engine = createEngine({ store: memoryStore(), caseTypes: [complaint], law: vietnam, authority, organisation });
    await seed(engine.store, 2);
    const system = { id: 'watch', unit: 'vss', role: 'system' };
    const calendar = vietnam.calendar('2026-07-06');
    const { recorded, refused, failed } = await recountClocks(engine, dueCasesInMemory(engine.store), system, calendar);
    expect([recorded, refused, failed]).toEqual([[], [], []]);
    // Control: by another edition than theirs it asks each case, and the law is not that calendar's.
    const other = await recountClocks(engine, dueCasesInMemory(engine.store), system, { ...calendar, edition: 'another' });
    expect(other.refused.map((each) => each.case)).toEqual(['case-0', 'case-1']);
  });

  itIf(spawnSync('sqlite3', ['--version']).status === 0, 'no sqlite3: install it', 'backs a SQLite log up while it is in use', async () => {
    const store = await openSqlite(inFolder('used.db'));
    await seed(store, 4);
    const { code, said } = await inShell(backup, { 'redress.db': inFolder('used.db'), 'copy.db': inFolder('copy.db') });
    expect(code, said).toBe(0);
    const copy = await openSqlite(inFolder('copy.db'));
    expect((await wholeLog(copy)).map(({ text }) => text)).toEqual((await wholeLog(store)).map(({ text }) => text));
    await Promise.all([copy.close(), store.close()]);
    expect(await replayed(`--db ${inFolder('copy.db')}`)).toMatch(/4 cases/);
  });

  describeIf(hasOwnPostgres, noOwnPostgres, 'on PostgreSQL', () => {
    it('backs a log up and restores it, in the same order', async () => {
      const [from, to] = [await ownServer(), await ownServer()];
      try {
        const store = await openPostgres(from.url);
        await seed(store, 4);
        const env = { DATABASE_URL: from.url, RESTORED_URL: to.url };
        const { code, said } = await inShell(dump, { 'redress.dump': inFolder('redress.dump') }, env);
        expect(code, said).toBe(0);
        const restored = await openPostgres(to.url);
        expect((await wholeLog(restored)).map(({ text }) => text)).toEqual((await wholeLog(store)).map(({ text }) => text));
        const { count, oldest } = await store.waiting();
        expect([count, oldest]).toEqual([0, null]);
        await Promise.all([restored.close(), store.close()]);
        expect(await replayed(`--store ${to.url}`)).toMatch(/4 cases/);
      } finally {
        await Promise.all([from.remove(), to.remove()]);
      }
    }, 300_000);
  });
});
