/** Trouble that a real server makes, not a simulated one. */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_STREAM } from '@redress/core';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { describeIf, itIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, noOwnPostgres, notRoot, ownServer } from '../../../.config/postgres-server.ts';
import { openPostgres } from '../src/index.ts';
import { database, fact, faultOf, runSql, wholeLog } from './databases.ts';

const runs = (program: string, ...words: readonly string[]): boolean => spawnSync(program, words).status === 0;

/** A disk of so many megabytes in memory; undefined where this machine lets nobody mount one. */
function smallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'redress-small-disk-'));
  if (!runs('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) {
    rmdirSync(folder);
    return undefined;
  }
  chownSync(folder, notRoot.uid ?? -1, notRoot.gid ?? -1);
  return {
    folder,
    grow: (to: number): boolean => runs('mount', '-o', `remount,size=${to}m`, folder),
    remove(): void {
      runs('umount', folder);
      rmdirSync(folder);
    },
  };
}

const probe = hasOwnPostgres ? smallDisk(1) : undefined;
probe?.remove();

const large = (name: string) => fact(name, { text: Array.from({ length: 12_000 }, (_, n) => `${name} ${n * 7919}`).join(' ') });

describeIf(hasOwnPostgres, noOwnPostgres, 'a server in trouble', () => {
  const { url, schema, sql } = database(ownServer);

  itIf(
    probe !== undefined,
    'no right to mount a small disk: run as root',
    'whose disk is full is told as full, nothing of that append is there, and with more room the same append goes through',
    async () => {
      const disk = smallDisk(4) ?? expect.fail('no disk');
      const server = await ownServer();
      onTestFinished(async () => {
        await server.remove();
        disk.remove();
      });
      await runSql(server.url, [`CREATE TABLESPACE small LOCATION '${disk.folder}'`, 'ALTER ROLE postgres SET default_tablespace = small']);
      const store = await openPostgres(server.url);
      const names: string[] = [];
      const write = async (): Promise<never> => {
        for (;;) {
          const name = `large ${names.length}`;
          await store.append(name, NO_STREAM, [large(`${name} a`), large(`${name} b`)]);
          names.push(name);
        }
      };
      expect(await faultOf(write())).toMatchObject({ code: 'full', retryable: false, written: 'nothing-written' });
      const streams = async (): Promise<string[]> => [...new Set((await wholeLog(store)).map(({ record }) => record.stream))];
      expect(names.length).toBeGreaterThan(0);
      expect(disk.grow(32)).toBe(true);
      expect(await streams()).toEqual(names);
      const name = `large ${names.length}`;
      expect(await store.append(name, NO_STREAM, [large(`${name} a`), large(`${name} b`)])).toMatchObject({ outcome: 'appended' });
      expect(await streams()).toEqual([...names, name]);
      await store.close();
    },
  );

  test('that says in the middle of an append that its disk is full undoes the append, wherever it had come to', async () => {
    const name = schema();
    const store = await openPostgres(url(), { schema: name });
    for (const table of ['fact', 'unplaced']) {
      await sql(
        `CREATE FUNCTION ${name}.full_${table}() RETURNS trigger LANGUAGE plpgsql AS
          $$BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END$$`,
        `CREATE TRIGGER full_disk AFTER INSERT ON ${name}.${table} FOR EACH ROW EXECUTE FUNCTION ${name}.full_${table}()`,
      );
      const fault = await faultOf(store.append('case', NO_STREAM, [fact('a'), fact('b')]));
      expect(fault).toMatchObject({ code: 'full', retryable: false, written: 'nothing-written' });
      await sql(`DROP TRIGGER full_disk ON ${name}.${table}`);
      expect(await wholeLog(store)).toEqual([]);
    }
    // Control: without the trigger the same append goes through.
    expect((await store.append('case', NO_STREAM, [fact('a'), fact('b')])).outcome).toBe('appended');
    await store.close();
  });

  test('that goes away in the middle of an append leaves its outcome unknown, and the same append is written once', async () => {
    const server = await ownServer();
    onTestFinished(() => server.remove());
    const store = await openPostgres(server.url, { timeoutMs: 3_000 });
    const rival = new pg.Client(server.url);
    rival.on('error', () => {});
    await rival.connect();
    await rival.query('BEGIN');
    await rival.query('LOCK TABLE redress.fact IN EXCLUSIVE MODE');
    const faults = Promise.all(['a', 'b', 'c'].map((name) => faultOf(store.append(name, NO_STREAM, [fact(name)]))));
    const held = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    while ((await runSql(server.url, [held])).length < 2) await new Promise((go) => setTimeout(go, 10));
    await server.stop('SIGQUIT');
    // The first on its own, the others as a group that overtook it.
    for (const fault of await faults) expect(fault).toMatchObject({ code: 'unavailable', retryable: true, written: 'unknown' });
    const fault = await faultOf(wholeLog(store));
    expect(fault).toMatchObject({ code: 'unavailable', retryable: true, written: 'nothing-written' });
    await server.start();
    for (const name of ['a', 'b', 'c']) expect((await store.append(name, NO_STREAM, [fact(name)])).outcome).toMatch(/appended|repeated/);
    expect(await wholeLog(store)).toHaveLength(3);
    await store.close();
  });

  test('that lets no connection in any more while a store is open is busy to it, and lets it go on afterwards', async () => {
    const name = schema();
    await sql("CREATE ROLE one LOGIN SUPERUSER PASSWORD 'x'");
    const address = String(Object.assign(new URL(url()), { username: 'one', password: 'x' }));
    const store = await openPostgres(address, { schema: name, timeoutMs: 300 });
    // A superuser is held to no limit of his own.
    await sql(
      'ALTER ROLE one NOSUPERUSER CONNECTION LIMIT 0',
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'one'",
    );
    // Reading goes over connections that the server has ended and that nobody here knows to be dead: after it all of them are known.
    expect(await faultOf(wholeLog(store))).toMatchObject({ code: 'busy', retryable: true });
    const fault = await faultOf(store.append('case', NO_STREAM, [fact('a')]));
    expect(fault).toMatchObject({ code: 'busy', retryable: true, written: 'nothing-written' });
    await sql('ALTER ROLE one SUPERUSER CONNECTION LIMIT -1');
    expect((await store.append('case', NO_STREAM, [fact('a')])).outcome).toBe('appended');
    await store.close();
  });

  test('that takes a right away from an open store says so, and a store that has it back goes on', async () => {
    const name = schema();
    const role = `${name}_role`;
    const owner = await openPostgres(url(), { schema: name });
    await owner.append('case', NO_STREAM, [fact('a')]);
    await owner.close();
    const RIGHTS = {
      append: [`EXECUTE ON FUNCTION ${name}.append, ${name}.append_all`],
      read: [`SELECT ON ALL TABLES IN SCHEMA ${name}`, `EXECUTE ON FUNCTION ${name}.place`],
    };
    const all = [`USAGE ON SCHEMA ${name}`, ...RIGHTS.append, ...RIGHTS.read];
    await sql(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`, ...all.map((right) => `GRANT ${right} TO ${role}`));
    const address = String(Object.assign(new URL(url()), { username: role, password: 'x' }));
    const store = await openPostgres(address, { schema: name, create: false });
    const tries = [
      { rights: RIGHTS.append, doing: () => store.append('other', NO_STREAM, [fact('b')]) },
      ...RIGHTS.read.map((right) => ({ rights: [right], doing: () => wholeLog(store) })),
    ];
    for (const { rights, doing } of tries) {
      await sql(...rights.map((right) => `REVOKE ${right} FROM ${role}`));
      expect(await faultOf(doing())).toMatchObject({ code: 'read-only', retryable: false, written: 'nothing-written' });
      await sql(...rights.map((right) => `GRANT ${right} TO ${role}`));
      await doing();
    }
    await store.close();
    await sql(`DROP OWNED BY ${role}`, `DROP ROLE ${role}`);
  });
});
