import { type Actor, type EventStore, memoryStore, refusalTexts, StoreFault, type StoreFaultCode, storeFaultTexts } from '@redress/core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import {
  createHandler,
  handlerStatuses,
  handlerTexts,
  refusalStatuses,
  SignInUnavailable,
  storeFaultStatuses,
  view,
} from '../src/index.ts';
import { actorOf, bodyOf, type Desk, type DeskParts, head, letter, NOW, ORIGIN, openDesk, received, tokenOf } from './desk.ts';

const note = { type: 'Note', on: '2026-06-02', data: { text: 'Đã gọi điện.' } };
const commands = '/cases/case-1/commands';
const secret = 'SELECT secret FROM /somewhere/else';

const broken = view({ describes: 'Broken.', answer: z.array(z.string()), read: () => [7] as unknown as string[] });
const forbidding: DeskParts = { options: { mayRead: () => false } };
const throwing: DeskParts = {
  options: {
    actorOf: (request) => {
      if (request.url.endsWith('/cases/case-1')) throw new Error(secret);
      return actorOf(request);
    },
  },
};

const outage: DeskParts = {
  options: {
    actorOf: (request) => {
      if (request.headers.has('x-broken')) throw new SignInUnavailable('the key set was not to be had', { cause: new Error(secret) });
      return actorOf(request);
    },
  },
};

/** For each code of the handler a request that meets it. */
const met: Readonly<Record<keyof typeof handlerStatuses, readonly [parts: DeskParts, ask: (desk: Desk) => Promise<Response>]>> = {
  NOT_SIGNED_IN: [{}, (desk) => desk.get('/cases/case-1', { authorization: '' })],
  MAY_NOT_READ: [forbidding, (desk) => desk.get('/cases/case-1')],
  REFUSED_UNTOLD: [forbidding, (desk) => desk.send(commands, 'k', { type: 'Resume', on: '2026-06-02', data: { reason: 'x' } })],
  OUTSIDE_BASE_PATH: [{ options: { basePath: '/api' } }, (desk) => desk.get('/cases/case-1')],
  NO_SUCH_ADDRESS: [{}, (desk) => desk.get('/case')],
  NO_SUCH_CASE_TYPE: [{}, (desk) => desk.get('/case-types/nothing/chart')],
  NOT_THERE_THEN: [{}, (desk) => desk.get('/cases/case-1?on=2026-05-31')],
  NOT_PLACED: [{}, (desk) => desk.get(`/log?after=${desk.store.log}::00000000000000000000:another`)],
  METHOD_NOT_ALLOWED: [{}, (desk) => desk.send('/log', 'k', note)],
  NOT_ACCEPTABLE: [{}, (desk) => desk.get('/cases/case-1', { accept: 'text/html' })],
  MALFORMED_ADDRESS: [{}, (desk) => desk.get('/cases/%ff')],
  INVALID_QUERY: [{}, (desk) => desk.get('/log?limit=many')],
  KEY_MISSING: [{}, (desk) => desk.send(commands, '', note)],
  KEY_MALFORMED: [{}, (desk) => desk.send(commands, '"open', note)],
  IF_MATCH_MALFORMED: [{}, (desk) => desk.send(commands, 'k', note, { 'if-match': '1' })],
  BODY_TOO_LARGE: [{}, (desk) => desk.send(commands, 'k', ' '.repeat(600_000))],
  NOT_JSON_TYPE: [{}, (desk) => desk.send(commands, 'k', note, { 'content-encoding': 'gzip' })],
  NOT_UTF8: [{}, (desk) => sendBytes(desk, new Uint8Array([0x7b, 0xff, 0x7d]))],
  NOT_JSON: [{}, (desk) => desk.send(commands, 'k', '{')],
  BODY_UNREADABLE: [{}, (desk) => desk.send(commands, 'k', '{"type":"Note","type":"Accept"}')],
  BODY_TAKEN: [{}, async (desk) => desk.handler(await takenBefore())],
  VIEW_ANSWERED_WRONGLY: [{ options: { views: { broken } } }, (desk) => desk.get('/views/broken')],
  FAULT: [throwing, (desk) => desk.get('/cases/case-1', { 'x-broken': 'yes' })],
  SIGN_IN_UNAVAILABLE: [outage, (desk) => desk.send(commands, 'k', note, { 'x-broken': 'yes' })],
};

/** A command whose body somebody reads before the handler has it. */
async function takenBefore(): Promise<Request> {
  const headers = { authorization: tokenOf(head('left')), 'content-type': 'application/json', 'idempotency-key': 'k' };
  const request = new Request(`${ORIGIN}${commands}`, { method: 'POST', headers, body: JSON.stringify(note) });
  await request.text();
  return request;
}

const sendBytes = (desk: Desk, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
  desk.handler(
    new Request(`${ORIGIN}${commands}`, {
      method: 'POST',
      headers: { authorization: tokenOf(head('left')), 'content-type': 'application/json', 'idempotency-key': 'k' },
      body,
    }),
  );

/** A log with the case in it, whose store then fails in everything it is asked. */
async function failing(code: StoreFaultCode, options: { retryable?: boolean } = {}): Promise<Desk> {
  const inner = memoryStore({ now: () => NOW });
  let fails = false;
  const fail = (): never => {
    throw new StoreFault(code, `${secret}. Nothing was written.`, options);
  };
  const store: EventStore = {
    ...inner,
    async *read(...given) {
      if (fails) fail();
      yield* inner.read(...given);
    },
    append: async (...given) => (fails ? fail() : inner.append(...given)),
  };
  const desk = openDesk({ store });
  await desk.send(commands, 'received', { type: 'Receive', on: '2026-06-01', data: letter });
  fails = true;
  return desk;
}

describe('a problem', () => {
  it('has a status for every code that there is, and no other', () => {
    expect(Object.keys(refusalStatuses).sort()).toEqual(Object.keys(refusalTexts.en).sort());
    expect(Object.keys(storeFaultStatuses).sort()).toEqual(Object.keys(storeFaultTexts).sort());
    expect(Object.keys(handlerStatuses).sort()).toEqual(Object.keys(handlerTexts.en).sort());
    expect(Object.keys(met).sort()).toEqual(Object.keys(handlerStatuses).sort());
    const all = [...Object.keys(refusalStatuses), ...Object.keys(storeFaultStatuses), ...Object.keys(handlerStatuses)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('is no fault of the server where it is a lawful no', () => {
    for (const [code, status] of Object.entries(refusalStatuses))
      expect([code, [403, 404, 409, 412, 422].includes(status)]).toEqual([code, true]);
  });

  for (const [code, [parts, ask]] of Object.entries(met)) {
    it(`${code} is really met, says so in both languages, and nothing is written`, async () => {
      const desk = await received(parts);
      const before = await desk.log();
      const answer = await ask(desk);
      const status = handlerStatuses[code as keyof typeof handlerStatuses];
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
      const body = await bodyOf(answer);
      expect(body).toMatchObject({ code, status });
      expect(JSON.stringify(body)).not.toMatch(/\{\w+\}/);
      expect(JSON.stringify(body)).not.toContain(secret);
      expect(await desk.log()).toEqual(before);
      expect(Object.keys(handlerTexts.vi[code as keyof typeof handlerStatuses])).toEqual(['says', 'remedy']);
    });
  }

  it('says the same in Vietnamese', async () => {
    const desk = await received();
    const answer = await desk.get('/case', { 'accept-language': 'vi' });
    expect(answer.headers.get('content-language')).toBe('vi');
    expect(await bodyOf(answer)).toMatchObject({ title: 'Không tìm thấy', detail: 'Không có gì tại /case.' });
  });

  it.each([
    ['', 'en'],
    ['vi', 'vi'],
    ['vi-VN', 'vi'],
    ['VI', 'vi'],
    ['en;q=0.1, vi;q=0.9', 'vi'],
    ['vi;q=0.1, en;q=0.9', 'en'],
    ['vi;q=0, *', 'en'],
    ['fr, de;q=0.5', 'en'],
    ['fr, vi;q=0.1', 'vi'],
    ['*, vi;q=0.5', 'en'],
    ['vi;q=nonsense', 'vi'],
    [',,;;q=,', 'en'],
    ['a,'.repeat(10_000), 'en'],
  ])('speaks by the weights of Accept-Language: %s → %s', async (accept, language) => {
    const desk = await received();
    const answer = await desk.get('/case', { 'accept-language': accept });
    expect(answer.headers.get('content-language')).toBe(language);
  });

  it.each(['/cases/%00', '/cases/a%0Ab/history', '/cases/%7F/options'])(
    'is a plain no where an address holds a control character: %s',
    async (path) => {
      const desk = await received();
      expect((await desk.get(path)).status).toBe(400);
      expect((await desk.get('/events?case=%00')).status).toBe(400);
      expect(desk.faults).toEqual([]);
    },
  );

  for (const code of Object.keys(storeFaultTexts) as StoreFaultCode[]) {
    it(`${code} of the store is told by its code, and shows nothing of the machine`, async () => {
      const desk = await failing(code);
      for (const [answer, language] of [
        [await desk.send(commands, 'k', note), 'en'],
        [await desk.get('/cases/case-1', { 'accept-language': 'vi' }), 'vi'],
      ] as const) {
        const body = await bodyOf(answer);
        expect([answer.status, body.code]).toEqual([storeFaultStatuses[code], code]);
        expect(JSON.stringify(body)).not.toContain('SELECT');
        expect(answer.headers.get('content-language')).toBe(language);
      }
      // What is the sender's to mend is no fault of the host.
      const faults = storeFaultStatuses[code] < 500 ? [] : [true, true];
      expect(desk.faults.map((fault) => String(fault).includes(secret))).toEqual(faults);
    });
  }

  it('says when to come again where a fault passes, and only there', async () => {
    const passing = await (await failing('busy', { retryable: true })).send(commands, 'k', note);
    expect([passing.status, passing.headers.get('retry-after')]).toEqual([503, '1']);
    for (const code of ['full', 'read-only', 'closed', 'log-moved'] as const) {
      const lasting = await (await failing(code)).send(commands, 'k', note);
      expect([lasting.status, lasting.headers.get('retry-after')]).toEqual([503, null]);
    }
  });

  it('is 503 and says when to come again where the host cannot tell who asks, or what they may read; another error of theirs is 500', async () => {
    const unavailable = () => Promise.reject(new SignInUnavailable('the directory does not answer'));
    const broken = () => Promise.reject(new Error('the directory does not answer'));
    for (const [parts, status, again] of [
      [outage, 503, '5'],
      [{ options: { mayRead: unavailable } }, 503, '5'],
      [{ options: { mayRead: broken } }, 500, null],
    ] as const) {
      const desk = await received(parts);
      // Who opened it may not have been told, and it was recorded all the same.
      desk.faults.length = 0;
      const answer = await desk.get('/cases/case-1', { 'x-broken': 'yes' });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, again]);
      expect(desk.faults.map((fault) => fault instanceof SignInUnavailable)).toEqual([status === 503]);
    }
  });

  it('names the occurrence of a fault, by which the host finds it', async () => {
    const instances: string[] = [];
    const desk = await received({ options: { ...throwing.options, onFault: (_fault, { instance }) => instances.push(instance) } });
    const { instance } = await bodyOf(await desk.get('/cases/case-1', { 'x-broken': 'yes' }));
    expect(instances).toEqual([instance]);
  });
});

describe('a host that does not keep its side', () => {
  it.each([
    [undefined, 401],
    [null, 401],
    [{}, 500],
    [{ id: 'p', unit: 'left', role: '' }, 500],
  ])('lets nobody in by what is no actor: %j', async (given, status) => {
    const actorOf: () => Actor | null = () => JSON.parse(JSON.stringify({ given })).given;
    const desk = await received();
    const handler = createHandler(desk.engine, { actorOf, onFault: (fault) => desk.faults.push(fault) });
    for (const path of ['/cases/case-1', '/log', '/openapi.json'])
      expect((await handler(new Request(`${ORIGIN}${path}`))).status).toBe(status);
    expect(desk.faults).toHaveLength(status === 500 ? 3 : 0);
    // Control: an actor is let in.
    const known = createHandler(desk.engine, { actorOf: () => head('left') });
    expect((await known(new Request(`${ORIGIN}/log`))).status).toBe(200);
  });

  it('is answered for all the same where its own log fails, and where a view gives what is no JSON', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => silent.mockRestore());
    const read = () => ({ count: 1n });
    const views = { bad: view({ describes: 'Bad.', answer: z.any(), read }) };
    for (const onFault of [
      () => {
        throw new Error('the log is full');
      },
      () => Promise.reject(new Error('the log is full')),
    ]) {
      const desk = await received({ options: { views, onFault } });
      const answer = await desk.bare(new Request(`${ORIGIN}/views/bad`, { headers: { authorization: tokenOf(head('left')) } }));
      expect([answer.status, (await bodyOf(answer)).code]).toEqual([500, 'FAULT']);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(silent).toHaveBeenCalledTimes(2);
  });

  it('is not told of a client that breaks off its own body', async () => {
    const desk = await received();
    const body = new ReadableStream({
      pull: (controller) => controller.error(new Error('aborted')),
    });
    const headers = { authorization: tokenOf(head('left')), 'content-type': 'application/json', 'idempotency-key': 'k' };
    const answer = await desk.bare(new Request(`${ORIGIN}${commands}`, { method: 'POST', headers, body, duplex: 'half' }));
    expect([answer.status, (await bodyOf(answer)).code]).toEqual([400, 'BODY_UNREADABLE']);
    expect(desk.faults).toEqual([]);
  });
});

describe('an address', () => {
  // Seen to fail: it said that nothing was there, not a word of the basePath, and sent to a document that is not there either.
  it('that does not begin with the basePath is answered with the basePath, and one that does with where the document lies', async () => {
    const desk = await received({ options: { basePath: '/api' } });
    for (const path of ['/cases/case-1', '/api', '/apis/case-1', '/'])
      expect(await bodyOf(await desk.get(path))).toMatchObject({
        ...{ status: 404, code: 'OUTSIDE_BASE_PATH', params: { path, basePath: '/api' } },
        detail: `There is nothing at ${path}: every address here begins with /api.`,
      });
    const { remedy } = await bodyOf(await desk.get('/api/case'));
    expect(remedy).toBe('See /api/openapi.json for every address.');
    const chart = await bodyOf(await desk.get('/api/case-types/nothing/chart'));
    expect(chart.remedy).toBe('See /api/case-types for those that there are.');
    expect((await bodyOf(await (await received()).get('/case'))).remedy).toBe('See /openapi.json for every address.');
  });
});

describe('a method', () => {
  it('that an address does not take is answered with those that it does', async () => {
    const desk = await received();
    const answer = await desk.handler(new Request(`${ORIGIN}/cases/case-1`, { method: 'DELETE' }));
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('OPTIONS is answered without a body, signed in or not', async () => {
    const desk = await received();
    const answer = await desk.handler(new Request(`${ORIGIN}${commands}`, { method: 'OPTIONS' }));
    expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([204, 'POST, OPTIONS', '']);
  });

  it('HEAD is GET without its body', async () => {
    const desk = await received();
    for (const path of ['/cases/case-1', '/cases/nobody', '/events', '/case-types/complaint/chart']) {
      const headers = { authorization: tokenOf(head('left')) };
      const answer = await desk.handler(new Request(`${ORIGIN}${path}`, { method: 'HEAD', headers }));
      expect(await answer.text()).toBe('');
      if (path === '/events') continue;
      const got = await desk.get(path);
      expect([answer.status, [...answer.headers]]).toEqual([got.status, [...got.headers]]);
    }
  });
});
