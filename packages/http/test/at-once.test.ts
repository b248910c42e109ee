import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@redress/sqlite';
import { afterAll, expect, it } from 'vitest';
import { head, letter, openDesk, tokenOf } from './desk.ts';
import { plainNode } from './real.ts';

const folder = await mkdtemp(join(tmpdir(), 'redress-http-'));
afterAll(() => rm(folder, { recursive: true }));

it('the same command sent 50 times at once by 10 clients is once in the log, with 50 equal answers', async () => {
  const store = await openSqlite(join(folder, 'log.db'));
  const desk = openDesk({ store });
  const { origin, stop } = await plainNode(desk.handler);
  const send = (key: string, body: unknown) =>
    fetch(`${origin}/cases/case-1/commands`, {
      method: 'POST',
      headers: { authorization: tokenOf(head('left')), 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  await send('received', { type: 'Receive', on: '2026-06-01', data: letter });
  const note = { type: 'Note', on: '2026-06-02', data: { text: 'Cùng một lệnh.' } };
  const client = () => Promise.all(Array.from({ length: 5 }, () => send('same', note)));
  const answers = (await Promise.all(Array.from({ length: 10 }, client))).flat();
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null).length).toBe(1);
  expect((await desk.log()).length).toBe(2);
  // With an id each the same 50 are 50 facts: it is the id that makes them one.
  await Promise.all(Array.from({ length: 50 }, (_, at) => send(`other-${at}`, note)));
  expect((await desk.log()).length).toBe(52);
  await stop();
  await store.close();
});
