/** Hosts that read the body before the handler does, and clients that only seem to. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { createHandler } from '../src/index.ts';
import { bodyOf, type Desk, head, letter, openDesk, tokenOf } from './desk.ts';

const headers = { authorization: tokenOf(head('left')), 'content-type': 'application/json', 'idempotency-key': 'k-1' };
const body = JSON.stringify({ type: 'Receive', on: '2026-06-01', data: letter });

type Listener = ReturnType<typeof getRequestListener>;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

const underExpress = (listener: Listener, parses: boolean): Promise<number> => {
  const app = express();
  if (parses) app.use(express.json());
  app.all('/api/*path', (request, response) => void listener(request, response));
  return listening(createServer(app));
};

/** As a route of Fastify's own: its handler runs once the body was parsed. */
async function underFastify(listener: Listener): Promise<number> {
  const app = fastify({ forceCloseConnections: true });
  app.all('/api/*', (request, reply) => listener(request.raw, reply.hijack().raw));
  await app.listen({ port: 0, host: '127.0.0.1' });
  closing.push(() => app.close());
  return (app.server.address() as AddressInfo).port;
}

const opened = (): { readonly desk: Desk; readonly listener: Listener } => {
  const desk = openDesk({ options: { basePath: '/api' } });
  return { desk, listener: getRequestListener(desk.handler) };
};

const post = (port: number): Promise<Response> => fetch(`http://127.0.0.1:${port}/api/cases`, { method: 'POST', headers, body });

describe('a body that was read before the handler', () => {
  // Seen to fail: 400, the body "was broken off", and the client was to correct a field that nobody named.
  it.each([
    ['express.json()', (listener: Listener) => underExpress(listener, true)],
    ["a route of Fastify's own", underFastify],
  ])('is told to the host as its own mistake: by %s', async (_name, start) => {
    const { desk, listener } = opened();
    const answer = await post(await start(listener));
    const { code, detail, remedy, instance } = await bodyOf(answer);
    expect([answer.status, code, detail]).toEqual([500, 'BODY_TAKEN', 'The body was read before it came here. Nothing was written.']);
    expect(remedy).toContain('express.json()');
    expect(instance).toMatch(/^urn:uuid:/);
    expect(desk.faults.map(String)).toEqual([expect.stringContaining('mount it before what parses bodies')]);
    expect(await desk.log()).toEqual([]);
  });

  // Control: the same host without the parser.
  it('is none under Express where nothing parses it', async () => {
    const { desk, listener } = opened();
    expect((await post(await underExpress(listener, false))).status).toBe(201);
    expect(desk.faults).toEqual([]);
  });

  it.each([
    ['was handed on without its body', () => new Request('http://desk.test/api/cases', { method: 'POST', headers: announcing })],
    ['is held by a reader', () => heldByReader(announcing)],
    ['is held by a reader, of no announced length', () => heldByReader(headers)],
  ])('is found where a request %s', async (_name, make) => {
    const { desk } = opened();
    const answer = await desk.handler(make());
    expect([answer.status, (await bodyOf(answer)).code]).toEqual([500, 'BODY_TAKEN']);
    expect(desk.faults).toHaveLength(1);
  });
});

const announcing = { ...headers, 'content-length': String(body.length) };

function heldByReader(given: Readonly<Record<string, string>>): Request {
  const request = new Request('http://desk.test/api/cases', { method: 'POST', headers: given, body });
  request.body?.getReader();
  return request;
}

/** What a client writes before it goes away. */
const firstLines = `POST /api/cases HTTP/1.1\r\nHost: x\r\n${Object.entries(headers)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('')}`;

describe('a client that goes away', () => {
  it.each([
    ['in the midst of its body', `${firstLines}Content-Length: 900\r\n\r\n{"type":`],
    ['before its body', `${firstLines}Content-Length: 900\r\n\r\n`],
    ['in the midst of its chunks', `${firstLines}Transfer-Encoding: chunked\r\n\r\n5\r\n{"typ\r\n`],
    ['after its body', `${firstLines}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`],
  ])('%s makes no fault of the host, at once or while it is asked who it is', async (_name, text) => {
    for (const slow of [0, 60]) {
      let asked = 0;
      const faults: unknown[] = [];
      const desk = openDesk();
      const actorOf = async () => {
        asked += 1;
        await new Promise((resolve) => setTimeout(resolve, slow));
        return head('left');
      };
      const handler = createHandler(desk.engine, { actorOf, basePath: '/api', onFault: (fault) => faults.push(fault) });
      const port = await listening(createServer(getRequestListener(handler)));
      const client = connect(port, '127.0.0.1');
      client.write(text);
      while (asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      client.destroy();
      await new Promise((resolve) => setTimeout(resolve, slow + 60));
      expect(faults).toEqual([]);
    }
  });

  it('with an empty body, announced or in chunks, is answered 400', async () => {
    const { desk, listener } = opened();
    const port = await underExpress(listener, false);
    for (const empty of ['Content-Length: 0\r\n\r\n', 'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n']) {
      const client = connect(port, '127.0.0.1');
      client.write(`${firstLines}${empty}`);
      const said = await new Promise<Buffer>((resolve) => client.once('data', resolve));
      client.destroy();
      expect(String(said)).toContain('HTTP/1.1 400');
    }
    expect(desk.faults).toEqual([]);
  });
});
