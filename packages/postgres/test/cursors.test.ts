import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Cursors, consume, type EventStore, NO_STREAM, type Recorded } from '@redress/core';
import { cursorsContract } from '@redress/testing';
import pg from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';
import { hasOwnPostgres, hasPostgres, noOwnPostgres, noPostgres, ownServer } from '../../../.config/postgres-server.ts';
import type { Session } from '../src/driver.ts';
import { openPostgres, openPostgresCursors } from '../src/index.ts';
import { versionOf } from '../src/versions.ts';
import { database, fact, faultOf, grantsTo, runSql } from './databases.ts';
import { losesTheAnswer, times, troubled } from './troubled.ts';

const closing = <Closed extends { close(): Promise<void> }>(opened: Closed): Closed => {
  onTestFinished(() => opened.close());
  return opened;
};

describeIf(hasPostgres, noPostgres, 'cursors in PostgreSQL', () => {
  const { url, schema, sql } = database();

  // Seen to fail: a move that compares nothing.
  test.each(cursorsContract)('keep the contract: $name', async (kept) => {
    const name = schema();
    await kept.run({ open: () => openPostgresCursors(url(), { schema: name }) });
  });

  test('lie beside the log whose address is given, and a log beside its cursors', async () => {
    const name = schema();
    const address = `${url()}?schema=${name}`;
    onTestFinished(() => sql(`DROP SCHEMA ${name}_cursors CASCADE`).then(() => {}));
    await (await openPostgres(address)).close();
    await closing(await openPostgresCursors(address))
      .of('views')
      .move('', '7');
    expect(await sql(`SELECT consumer, position FROM ${name}_cursors.cursor`)).toEqual([{ consumer: 'views', position: '7' }]);
  });

  // Seen to fail: it was looked for the own table first, and then, in another statement, for anybody's.
  test('are opened by one while another makes them', async () => {
    const name = schema();
    const client = new pg.Client(url());
    await client.connect();
    onTestFinished(() => client.end());
    const asText = { getTypeParser: () => String };
    let looked = 0;
    const session: Session = {
      async run({ text }) {
        if (looked === 1) await (await openPostgresCursors(url(), { schema: name })).close();
        looked += 1;
        return (await client.query({ text, rowMode: 'array', types: asText })).rows;
      },
    };
    const versioned = { schema: name, table: 'cursor_migration', steps: [() => []], begin: async () => {} };
    expect(await versionOf(session, versioned)).toBe(0);
    if (looked === 1) await (await openPostgresCursors(url(), { schema: name })).close();
    expect(await versionOf(session, versioned)).toBe(1);
  });

  test('are not put into a log’s schema, nor a log into theirs, nor either among another program’s tables', async () => {
    const [log, cursors, other] = [schema(), schema(), schema()];
    await (await openPostgres(url(), { schema: log })).close();
    await (await openPostgresCursors(url(), { schema: cursors })).close();
    await sql(`CREATE SCHEMA ${other}`, `CREATE TABLE ${other}.recipe (name text)`);
    for (const opening of [
      () => openPostgresCursors(url(), { schema: log }),
      () => openPostgres(url(), { schema: cursors }),
      () => openPostgresCursors(url(), { schema: other }),
    ]) {
      expect(await faultOf(opening())).toMatchObject({ code: 'wrong-schema', retryable: false, written: 'nothing-written' });
    }
  });

  test('of a newer version are refused; missing ones are made only where that is allowed', async () => {
    const name = schema();
    expect(await faultOf(openPostgresCursors(url(), { schema: name, create: false }))).toMatchObject({ code: 'unavailable' });
    expect(await sql(`SELECT FROM pg_namespace WHERE nspname = '${name}'`)).toEqual([]);
    await (await openPostgresCursors(url(), { schema: name })).close();
    await (await openPostgresCursors(url(), { schema: name, create: false })).close();
    await sql(`INSERT INTO ${name}.cursor_migration (version) VALUES (2)`);
    const fault = await faultOf(openPostgresCursors(url(), { schema: name }));
    expect(fault).toMatchObject({ code: 'wrong-schema', retryable: false });
    expect(fault.says).toMatch(/version 2.*newer release/);
  });

  test('opened by eight at once are made once', async () => {
    const name = schema();
    const all = await Promise.all(Array.from({ length: 8 }, () => openPostgresCursors(url(), { schema: name })));
    expect(await sql(`SELECT version FROM ${name}.cursor_migration`)).toEqual([{ version: 1 }]);
    await Promise.all(all.map((cursors) => cursors.close()));
  });

  test('take no consumer whose name the database cannot write', async () => {
    const cursors = closing(await openPostgresCursors(url(), { schema: schema() }));
    expect(() => cursors.of('a\u0000b')).toThrow(RangeError);
  });

  describe('of which the answer to a move was lost', () => {
    async function moveLost(name: string, meanwhile: () => Promise<unknown> = async () => {}) {
      const losing = async (send: Parameters<typeof losesTheAnswer>[0]) => {
        await losesTheAnswer(send).catch(meanwhile);
        throw new Error('Connection terminated unexpectedly');
      };
      const { pool, end } = troubled(url(), times(1, losing), (text) => text.includes('SET position'));
      onTestFinished(() => end());
      return (await openPostgresCursors(pool, { schema: name })).of('views').move('7', '9');
    }

    test('know their own move again when it is sent again: it is done, and nobody took over', async () => {
      const name = schema();
      await closing(await openPostgresCursors(url(), { schema: name }))
        .of('views')
        .move('', '7');
      expect(await moveLost(name)).toBe(true);
    });

    // Control of the one above, too: a move that took any `9` for its own would be true here.
    test('do not take a rival’s later move for their own, be it to the same position', async () => {
      const name = schema();
      const rival = closing(await openPostgresCursors(url(), { schema: name })).of('views');
      await rival.move('', '7');
      const meanwhile = async () => {
        await rival.move('9', '7');
        await rival.move('7', '9');
      };
      expect(await moveLost(name, meanwhile)).toBe(false);
    });
  });
});

describeIf(hasPostgres, noPostgres, 'consumers over PostgreSQL', () => {
  const { url, schema, sql } = database();
  const killed = fileURLToPath(new URL('one-batch.ts', import.meta.url));

  /** A log of so many facts, and the address of it. */
  async function written(count: number): Promise<{ readonly store: EventStore; readonly address: string; open(): Promise<Cursors> }> {
    const name = schema();
    const address = `${url()}?schema=${name}`;
    onTestFinished(() => sql(`DROP SCHEMA IF EXISTS ${name}_cursors CASCADE`).then(() => {}));
    const store = closing(await openPostgres(address));
    for (let n = 0; n < count; n += 1) await store.append(`case ${n}`, NO_STREAM, [fact(`fact ${n}`)]);
    return { store, address, open: async () => closing(await openPostgresCursors(address)) };
  }

  test('of one name on two connections: one goes on, the other stops, and between them nothing is left out', async () => {
    const { store, open } = await written(3);
    const enough = new AbortController();
    const handled: string[][] = [[], []];
    const run = async (which: number) => {
      const apply = async (records: readonly Recorded[]) => {
        handled[which]?.push(...records.map(({ record }) => record.meta.command ?? ''));
        // Both have the batch in hand before either moves.
        while (handled.some((mine) => mine.length === 0)) await new Promise((go) => setTimeout(go, 5));
      };
      return consume(store, { apply }, (await open()).of('letters'), enough.signal);
    };
    const running = [run(0), run(1)];
    const first = await Promise.race(running);
    expect(first.ended).toBe('taken-over');
    await store.append('late', NO_STREAM, [fact('late')]);
    while (!handled.flat().includes('late')) await new Promise((go) => setTimeout(go, 5));
    enough.abort();
    expect((await Promise.all(running)).map(({ ended }) => ended).sort()).toEqual(['stopped', 'taken-over']);
    // The one that stopped has met the first batch, and nothing after it.
    expect(handled.map((mine) => mine.length).sort()).toEqual([3, 4]);
    expect(await (await open()).of('letters').read()).toContain(fact('late').id);
  });

  /** What a consumer of this name is handed until it is told to stop. */
  async function handedTo(name: string, { store, open }: Awaited<ReturnType<typeof written>>): Promise<string[]> {
    const enough = new AbortController();
    const handed: string[] = [];
    const apply = async (records: readonly Recorded[]): Promise<void> => {
      handed.push(...records.map(({ record }) => record.id));
    };
    setTimeout(() => enough.abort(), 400);
    await consume(store, { apply }, (await open()).of(name), enough.signal);
    return handed;
  }

  test.each([
    ['between handling and moving, the batch comes again', 'late', 3],
    // Control: a consumer that moves first loses what it was killed over.
    ['after it had moved too early, the batch is lost: the control', 'early', 0],
  ])('killed %s', async (_, when, comes) => {
    const all = await written(3);
    const died = spawnSync(process.execPath, ['--import', 'tsx', killed, all.address, 'letters', when], { encoding: 'utf8' });
    expect([died.signal, died.stdout.trim().split('\n')]).toEqual(['SIGKILL', [0, 1, 2].map((n) => fact(`fact ${n}`).id)]);
    expect(await handedTo('letters', all)).toHaveLength(comes);
    // What was handled and moved over comes to nobody of this name again.
    expect(await handedTo('letters', all)).toEqual([]);
  });
});

describeIf(hasOwnPostgres, noOwnPostgres, 'the role of a consumer', () => {
  const { url, sql } = database(ownServer);

  const clerk = (): string => String(Object.assign(new URL(url()), { username: 'clerk', password: 'x' }));

  beforeAll(async () => {
    await (await openPostgresCursors(url())).close();
    const store = await openPostgres(url());
    await store.append('case', NO_STREAM, [fact('a')]);
    await store.close();
  });

  test('moves cursors with the rights that the README lists, without them is told so, and can drop none', async () => {
    await sql("CREATE ROLE clerk LOGIN PASSWORD 'x'");
    expect(await faultOf(openPostgresCursors(clerk()))).toMatchObject({ code: 'read-only', retryable: false, written: 'nothing-written' });
    await sql(...grantsTo('clerk'));
    const cursor = closing(await openPostgresCursors(clerk())).of('letters');
    expect([await cursor.move('', '7'), await cursor.move('7', '8'), await cursor.move('7', '9')]).toEqual([true, true, false]);
    expect(await cursor.read()).toBe('8');
    // It follows the log besides, and writes nothing there.
    const store = closing(await openPostgres(clerk(), { create: false }));
    for await (const message of store.subscribe('', new AbortController().signal)) {
      expect(message).toMatchObject({ kind: 'batch', records: [{ record: { meta: { command: 'a' } } }] });
      break;
    }
    expect(await faultOf(store.append('other', NO_STREAM, [fact('b')]))).toMatchObject({ code: 'read-only' });
    for (const change of ['DELETE FROM redress_cursors.cursor', 'UPDATE redress_cursors.cursor_migration SET version = 2']) {
      await expect(runSql(clerk(), [change])).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('finds a server that is gone unavailable, and goes on where it stood once the server is back', async () => {
    const server = await ownServer();
    onTestFinished(() => server.remove());
    const cursor = closing(await openPostgresCursors(server.url, { timeoutMs: 3_000 })).of('letters');
    await cursor.move('', '7');
    await server.stop('SIGQUIT');
    expect(await faultOf(Promise.resolve(cursor.move('7', '8')))).toMatchObject({ code: 'unavailable', retryable: true });
    await server.start();
    expect([await cursor.read(), await cursor.move('7', '8')]).toEqual(['7', true]);
  });
});
