import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { openSqlite } from '@redress/sqlite';
import { afterAll, expect, it, vi } from 'vitest';
import { head, letter, openDesk, received, tokenOf } from './desk.ts';
import { plainNode } from './real.ts';

const folder = await mkdtemp(join(tmpdir(), 'redress-http-'));
afterAll(() => rm(folder, { recursive: true }));

interface Answer {
  readonly status: number | undefined;
  readonly replayed: boolean;
  readonly body: string;
}

/** One client, over connections of its own. */
const clientOf = (port: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 5 });
  const send = (key: string, body: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: tokenOf(head('left')), 'content-type': 'application/json', 'idempotency-key': key };
      const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', path: '/cases/case-1/commands', headers }, (answer) => {
        const replayed = answer.headers['idempotent-replayed'] !== undefined;
        text(answer).then((body) => resolve({ status: answer.statusCode, replayed, body }), reject);
      });
      asked.on('error', reject).end(JSON.stringify(body));
    });
  return { send, end: () => agent.destroy() };
};

it('the same command sent 50 times at once by 10 clients is once in the log, with 50 equal answers', async () => {
  const store = await openSqlite(join(folder, 'log.db'));
  const desk = openDesk({ store });
  const { port, stop } = await plainNode(desk.handler);
  const clients = Array.from({ length: 10 }, () => clientOf(port));
  await clients[0]?.send('received', { type: 'Receive', on: '2026-06-01', data: letter });
  const note = { type: 'Note', on: '2026-06-02', data: { text: 'Cùng một lệnh.' } };
  const fiveEach = (key: (at: number) => string): Promise<readonly Answer[]> =>
    Promise.all(clients.flatMap(({ send }, client) => Array.from({ length: 5 }, (_, at) => send(key(client * 5 + at), note))));
  const answers = await fiveEach(() => 'same');
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed).length).toBe(1);
  expect((await desk.log()).length).toBe(2);
  // With an id each the same 50 are 50 facts: it is the id that makes them one.
  await fiveEach((at) => `other-${at}`);
  expect((await desk.log()).length).toBe(52);
  for (const { end } of clients) end();
  await stop();
  await store.close();
});

// Seen to fail while commands waited for each other as long as more of them came.
it('the first of many is answered, though every turn of the event loop brings another', async () => {
  const desk = await received();
  const sent: Promise<unknown>[] = [];
  let answered = 0;
  const send = (): void => {
    const note = { type: 'Note', on: '2026-06-02', data: { text: 'Thêm một lệnh.' } };
    sent.push(desk.send('/cases/case-1/commands', `c-${sent.length}`, note).then(() => (answered += 1)));
  };
  while (answered === 0 && sent.length < 1_000) {
    send();
    send();
    await turn();
  }
  expect(sent.length).toBeLessThan(1_000);
  await Promise.all(sent);
  expect((await desk.log()).length).toBe(1 + sent.length);
});

// Seen to fail while all that had waited were let go at once: each lost the race for the version to another, a hundred times over.
it('three hundred commands for one case at once are all done', async () => {
  const desk = await received();
  const note = (at: number) => ({ type: 'Note', on: '2026-06-02', data: { text: `Lệnh thứ ${at}.` } });
  const sent = Array.from({ length: 300 }, (_, at) => desk.send('/cases/case-1/commands', `n-${at}`, note(at)));
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  expect(statuses).toEqual(Array.from({ length: 300 }, () => 200));
});

// Seen to fail while the turn that was waited for was asked of a clock that stood still, and what came later waited for it.
it('a turn of the event loop that never comes stops nobody later', async () => {
  vi.useFakeTimers({ toFake: ['setImmediate'] });
  const desk = await received().finally(() => vi.useRealTimers());
  const note = { type: 'Note', on: '2026-06-02', data: { text: 'Sau đó.' } };
  expect((await desk.send('/cases/case-1/commands', 'later', note)).status).toBe(200);
});
