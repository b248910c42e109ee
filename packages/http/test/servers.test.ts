import { afterEach, describe, expect, it } from 'vitest';
import { bodyOf, type Desk, head, letter, openDesk, tokenOf } from './desk.ts';
import { type Running, servers } from './real.ts';

const authorization = tokenOf(head('left'));
const note = (text: string) => ({ type: 'Note', on: '2026-06-02', data: { text } });

describe.each(Object.entries(servers))('under %s', (_name, start) => {
  let running: Running | undefined;
  afterEach(() => running?.stop());

  async function open(): Promise<{ desk: Desk; ask: (path: string, init?: RequestInit) => Promise<Response>; send: Desk['send'] }> {
    const desk = openDesk({ options: { basePath: '/api' } });
    running = await start(desk.handler);
    const { origin } = running;
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${origin}/api${path}`, { ...init, headers: { authorization, ...(init.headers as Record<string, string>) } });
    const send: Desk['send'] = (path, key, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    await send('/cases/case-1/commands', 'received', { type: 'Receive', on: '2026-06-01', data: letter });
    return { desk, ask, send };
  }

  it('commands are done, repeated, refused and met by a moved case alike', async () => {
    const { ask, send } = await open();
    const commands = '/cases/case-1/commands';
    const first = await send(commands, '"n"', note('Một.'), { 'if-match': '"1"' });
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
    const again = await send(commands, 'n', note('Một.'), { 'if-match': '"1"' });
    expect([again.headers.get('idempotent-replayed'), await again.text()]).toEqual(['true', await first.text()]);
    expect((await send(commands, 'm', note('Hai.'), { 'if-match': '"1"' })).status).toBe(412);
    const refused = await send(commands, 'r', { type: 'Resume', on: '2026-06-02', data: { reason: 'x' } }, { 'accept-language': 'vi' });
    expect([refused.status, refused.headers.get('content-type'), refused.headers.get('content-language')]).toEqual([
      409,
      'application/problem+json',
      'vi',
    ]);
    expect((await ask('/cases/case-1')).headers.get('etag')).toBe('"2"');
    expect((await ask('/cases/case-1', { headers: { 'if-none-match': '"2"' } })).status).toBe(304);
  });

  it('bodies that cannot be taken are refused, and the server goes on', async () => {
    const { desk, send, ask } = await open();
    const before = await desk.log();
    const commands = '/cases/case-1/commands';
    expect((await send(commands, 'k', '{')).status).toBe(400);
    expect((await send(commands, 'k', ' '.repeat(600_000))).status).toBe(413);
    expect((await send(commands, 'k', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await send(commands, 'k', note('x'), { authorization: '' })).status).toBe(401);
    expect((await ask('/nothing')).status).toBe(404);
    expect((await ask('/cases/case-1', { method: 'DELETE' })).status).toBe(405);
    expect(await desk.log()).toEqual(before);
    expect(await bodyOf(await ask('/cases/case-1'))).toMatchObject({ version: 1 });
  });

  it('HEAD and OPTIONS have no body, and names of cases survive the way', async () => {
    const { ask, send } = await open();
    const sent = await ask('/cases/case-1', { method: 'HEAD' });
    expect([sent.status, sent.headers.get('etag'), await sent.text()]).toEqual([200, '"1"', '']);
    expect((await ask('/cases', { method: 'OPTIONS' })).headers.get('allow')).toBe('POST, OPTIONS');
    const name = encodeURIComponent('vụ 1/2');
    expect((await send(`/cases/${name}/commands`, 'v', { type: 'Receive', on: '2026-06-01', data: letter })).status).toBe(200);
    expect(await bodyOf(await ask(`/cases/${name}`))).toMatchObject({ case: 'vụ 1/2' });
  });

  it('live updates arrive while they happen, and end when the client goes away', async () => {
    const { ask, send } = await open();
    const gone = new AbortController();
    const stream = await ask('/events?case=case-1', { signal: gone.signal });
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const until = async (text: string): Promise<void> => {
      while (!heard.includes(text)) heard += (await reader?.read())?.value ?? expect.fail(`the stream ended after ${heard}`);
    };
    await until('caught-up');
    await send('/cases/case-1/commands', 'live', note('Trực tiếp.'));
    await until('Trực tiếp.');
    gone.abort();
    await expect(reader?.read()).rejects.toThrow();
    expect((await ask('/cases/case-1')).status).toBe(200);
  });
});
