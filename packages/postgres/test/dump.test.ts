import { spawnSync } from 'node:child_process';
import { NO_STREAM } from '@redress/core';
import { expect, onTestFinished, test } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, notRoot, type OwnServer, ownServer, postgresProgram } from '../../../.config/postgres-server.ts';
import { openPostgres } from '../src/index.ts';
import { fact, runSql, wholeLog } from './databases.ts';
import { unrulyWriters } from './unruly-writers.ts';

function program(server: OwnServer, name: string, words: readonly string[], input?: Buffer): Buffer {
  const at = ['-h', server.folder, '-p', String(server.port), '-U', 'postgres'];
  const ran = spawnSync(postgresProgram(name), [...at, ...words], { ...notRoot, cwd: server.folder, input, maxBuffer: 1 << 28 });
  if (ran.status !== 0) throw new Error(`${name} failed: ${ran.stderr}`);
  return ran.stdout;
}

describeIf(hasOwnPostgres, noOwnPostgres, 'a log that was dumped', () => {
  test('and restored into a new cluster has its order, what had no place yet comes behind, and new facts come last', async () => {
    const [from, to] = await Promise.all([ownServer(), ownServer()]);
    onTestFinished(async () => void (await Promise.all([from.remove(), to.remove()])));
    const store = await openPostgres(from.url);
    await unrulyWriters({ url: from.url, schema: 'redress', log: store.log, writers: 4, facts: 200 });
    const placed = await wholeLog(store);
    // Nobody places these: their writer speaks to the database directly.
    const late = await unrulyWriters({ url: from.url, schema: 'redress', log: store.log, writers: 1, facts: 5, name: 'late' });
    expect((await store.waiting()).count).toBe(late.length);
    await store.close();

    program(to, 'pg_restore', ['-d', 'postgres'], program(from, 'pg_dump', ['-Fc', '-d', 'postgres']));
    const restored = await openPostgres(to.url, { log: store.log });
    expect((await restored.waiting()).count).toBe(late.length);
    expect((await restored.append('after', NO_STREAM, [fact('after')])).outcome).toBe('appended');
    const log = await wholeLog(restored);
    expect(log.slice(0, placed.length)).toEqual(placed);
    expect(log.slice(placed.length).map(({ record }) => record.id)).toEqual([...late.map(({ id }) => id), fact('after').id]);
    expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, index) => index));
    // Control: an order by the number of the transaction is another one in the new cluster, which has counted fewer.
    const byTransaction = (url: string) => runSql(url, ['SELECT id FROM redress.fact ORDER BY xmin::text::bigint, arrival']);
    expect(await byTransaction(to.url)).not.toEqual([
      ...placed.map(({ record }) => ({ id: record.id })),
      ...late.map(({ id }) => ({ id })),
    ]);
    // What refuses changes came along.
    await expect(runSql(to.url, ['DELETE FROM redress.fact'])).rejects.toMatchObject({ code: 'RD002' });
    await restored.close();
  });
});
