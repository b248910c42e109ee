/** What every host of the engine must do, asked over HTTP of a process of its own. */
import { type ClientRequest, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ended } from '../../../.config/child.ts';
import { type Answer, clerk, get, type Hosted, head, hostAt, post, statusOf, tokenOf } from './hosted.ts';
import { letIn } from './sign-in.ts';

const SUMMARY = 'Cắt lương hưu từ tháng 5 mà không thông báo lý do.';
const letter = { channel: 'post', unit: 'nghe-an', summary: SUMMARY, complainants: [{ member: 'person-1' }] };
const receive = { type: 'Receive', on: '2026-07-06', data: letter };

/** The server-sent events of an address, until it ends them. */
async function eventsOf(
  address: string,
  token: string,
  headers = {},
): Promise<{ readonly said: () => string; readonly over: Promise<void> }> {
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers } });
  if (response.status !== 200 || response.body === null) throw new Error(`no events: ${response.status}`);
  let said = '';
  const read = async (body: AsyncIterable<Uint8Array>): Promise<void> => {
    const utf8 = new TextDecoder();
    for await (const chunk of body) said += utf8.decode(chunk, { stream: true });
  };
  return { said: () => said, over: read(response.body) };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** A command of which the host has the first half. The second is sent when asked for. */
function halfSent(address: string, token: string, key: string): { readonly rest: () => void; readonly status: Promise<number> } {
  const body = JSON.stringify({ type: 'RecordArrival', on: '2026-07-10', data: { arrived: 'letter', body: { text: SUMMARY } } });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
  const sending: ClientRequest = request(address, { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
  const status = new Promise<number>((resolve, reject) => {
    sending.on('response', (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)));
    sending.on('error', reject);
  });
  // Whoever awaits it may come later than the error.
  status.catch(() => {});
  sending.write(body.slice(0, 20));
  return { rest: () => sending.end(body.slice(20)), status };
}

export interface Hosting {
  readonly entry: URL;
  /** The environment of a host over a fresh store. */
  readonly env: () => Readonly<Record<string, string>>;
  /** How a host ends that was asked to. */
  readonly ends: Ended;
}

/** Runs them on the host at `entry`. */
export function hostSuite(name: string, { entry, env, ends }: Hosting): void {
  describe(`the engine in ${name}`, () => {
    let host: Hosted;
    let tokens: { readonly clerk: string; readonly head: string };
    const send = (key: string, to: string, body: unknown, by: 'clerk' | 'head' = 'head', language = 'en'): Promise<Answer> =>
      post(`${host.base}/api${to}`, { token: tokens[by], key, body, language });

    beforeAll(async () => {
      tokens = { clerk: await tokenOf(clerk), head: await tokenOf(head) };
      host = await hostAt(entry, { ...env(), DRAIN_MS: '1500', GRACE_MS: '3000' });
      await host.start();
    }, 120_000);
    afterAll(async () => {
      await host.stop('SIGKILL');
    });

    it('lets nobody in without a token that holds, and writes nothing for them', async () => {
      const ask = async (token: string): Promise<number> =>
        (await post(`${host.base}/api/cases`, { token, key: 'forged', body: receive })).status;
      expect(await letIn(ask)).toEqual([]);
      expect((await get(`${host.base}/api/log`, tokens.head)).body.facts).toEqual([]);
      const answer = await post(`${host.base}/api/cases`, { body: receive });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    });

    // Seen to fail: the document said nothing of tokens, and clients made from it had no place for one.
    it('tells the makers of clients that a token is wanted', async () => {
      const { security, components } = (await get(`${host.base}/api/openapi.json`, tokens.clerk)).body as {
        readonly security?: unknown;
        readonly components: { readonly securitySchemes?: unknown };
      };
      expect(security).toEqual([{ token: [] }]);
      expect(components.securitySchemes).toEqual({ token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } });
    });

    it('carries a complaint from its arrival to its end, and tells the whole of it', async () => {
      const opened = await send('k1', '/cases', receive, 'clerk');
      expect(opened.status).toBe(201);
      const address = opened.headers.get('location') ?? expect.fail('no address');
      const at = address.replace('/api', '');
      const events = await eventsOf(`${host.base}${address.replace('/cases/', '/events?after=&case=')}`, tokens.head);
      const steps = [
        ['k2', { type: 'Accept', on: '2026-07-08' }],
        ['k3', { type: 'Assign', on: '2026-07-09', data: { person: 'cb-7' } }],
        ['k4', { type: 'Resolve', on: '2026-07-20', data: { outcome: 'right', decision: 'QĐ-1', summary: 'Trả lại.' } }],
        ['k5', { type: 'Serve', on: '2026-07-21', data: { to: ['person-1'], decision: 'QĐ-1' } }],
        ['k6', { type: 'Close', on: '2026-10-20', data: { reason: 'Đã thi hành.' } }],
      ] as const;
      for (const [key, body] of steps) expect((await send(key, `${at}/commands`, body)).body.detail).toBeUndefined();
      const { state } = (await get(`${host.base}${address}`, tokens.clerk)).body;
      expect(state).toMatchObject({ stage: 'closed', openedOn: '2026-07-06' });
      const history = (await get(`${host.base}${address}/history`, tokens.clerk)).body.entries as {
        readonly by: { readonly id: string };
      }[];
      expect(new Set(history.map(({ by }) => by.id))).toEqual(new Set(['cb-9', 'cb-114']));
      await until(() => events.said().includes('"type":"Closed"'));
    });

    it('says no in the language that is asked for, with the rule that it rests on', async () => {
      await send('r1', '/cases/case-r/commands', receive, 'clerk');
      const accept = { type: 'Accept', on: '2026-07-08' };
      const refused = await send('r2', '/cases/case-r/commands', accept, 'clerk', 'vi-VN,vi;q=0.9,en;q=0.5');
      expect(refused.status).toBe(403);
      expect(refused.headers.get('content-language')).toBe('vi');
      expect(refused.body).toMatchObject({ code: 'NOT_PERMITTED', title: 'Không thuộc thẩm quyền', asked: 'Accept' });
      expect((await send('r2', '/cases/case-r/commands', accept, 'clerk')).body.title).toBe('Not yours to do');
    });

    it('takes the actor from the token and never from the body', async () => {
      const asHead = { type: 'Accept', on: '2026-07-08', actor: { id: 'cb-114', unit: 'nghe-an', role: 'head' } };
      const refused = await send('a1', '/cases/case-r/commands', asHead, 'clerk');
      expect(refused).toMatchObject({ status: 422, body: { code: 'INVALID_COMMAND' } });
    });

    it('answers a command that was sent before with the same answer', async () => {
      const first = await send('s1', '/cases/case-s/commands', receive, 'clerk');
      const second = await send('s1', '/cases/case-s/commands', receive, 'clerk');
      expect(second.body).toEqual(first.body);
      expect(second.headers.get('idempotent-replayed')).toBe('true');
    });

    it('says that it is up, and that it is ready, and shows nobody a case by that, whatever a case is called', async () => {
      await send('n1', '/cases/nothing/commands', receive, 'clerk');
      expect((await get(`${host.base}/readyz`, tokens.clerk)).body).toMatchObject({ ready: true });
      expect([await statusOf(`${host.base}/healthz`), await statusOf(`${host.base}/readyz`)]).toEqual([200, 200]);
    });

    it('logs each request, and no token, no body and no words of a case', async () => {
      await until(() => host.lines().some((line) => line.includes('/api/cases/case-s/commands')));
      await get(`${host.base}/api/log?after=a-secret-place`, tokens.head);
      await statusOf(`${host.base}/elsewhere?after=a-secret-place`);
      await until(() => host.lines().some((line) => line.includes('"/api/log"')));
      const said = host.lines().join('\n');
      // Control: what is looked for is found where it is.
      for (const there of ['/api/cases', '401', '403', 'POST']) expect(said).toContain(there);
      for (const secret of [tokens.head.slice(0, 40), 'a-secret-place', 'lương', 'person-1']) expect(said).not.toContain(secret);
    });

    it('asked to end, sends others away, serves whoever comes, finishes what runs, ends live updates and closes', async () => {
      const events = await eventsOf(`${host.base}/api/events`, tokens.head);
      const half = halfSent(`${host.base}/api/cases/case-s/commands`, tokens.clerk, 'half');
      const ended = host.stop('SIGTERM');
      await until(async () => (await statusOf(`${host.base}/readyz`)) === 503);
      expect(await statusOf(`${host.base}/healthz`)).toBe(200);
      expect((await send('late', '/cases/case-s/commands', { type: 'Accept', on: '2026-07-08' })).status).toBe(200);
      await events.over;
      await until(async () => (await statusOf(`${host.base}/healthz`)) !== 200);
      half.rest();
      expect(await half.status).toBe(200);
      const asked = performance.now();
      expect(await ended).toEqual(ends);
      // A connection that is kept alive for the next request does not hold it.
      expect(performance.now() - asked).toBeLessThan(3000);
      await host.start();
      const types = (await get(`${host.base}/api/cases/case-s/history`, tokens.head)).body.entries as { readonly type: string }[];
      expect(types.map(({ type }) => type)).toEqual(expect.arrayContaining(['Received', 'Accepted', 'ArrivalRecorded']));
    });

    it('asked to end, does not wait for ever for a client that sends nothing more', async () => {
      const half = halfSent(`${host.base}/api/cases/case-s/commands`, tokens.clerk, 'stalled');
      await until(async () => (await statusOf(`${host.base}/healthz`)) === 200);
      expect(await host.stop('SIGTERM')).toEqual(ends);
      await expect(half.status).rejects.toThrow();
      await host.start();
    });

    // Control: a host that is killed does none of this.
    it('would be found to lose what runs if it ended at once', async () => {
      const half = halfSent(`${host.base}/api/cases/case-s/commands`, tokens.clerk, 'lost');
      await until(async () => (await statusOf(`${host.base}/healthz`)) === 200);
      await host.stop('SIGKILL');
      half.rest();
      await expect(half.status).rejects.toThrow();
      await host.start();
    });
  });
}
