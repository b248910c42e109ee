/** A server on a free port of this machine, and the ways to put the handler under one. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import fastify from 'fastify';
import { Hono } from 'hono';

export type Handler = (request: Request) => Promise<Response>;

export interface Running {
  readonly origin: string;
  readonly port: number;
  stop(): Promise<void>;
}

async function listening(server: Server): Promise<Running> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, port, stop };
}

export const plainNode = (handler: Handler): Promise<Running> => listening(createServer(getRequestListener(handler)));

function underHono(handler: Handler): Promise<Running> {
  const app = new Hono();
  app.all('/api/*', (context) => handler(context.req.raw));
  return listening(createServer(getRequestListener(app.fetch)));
}

async function underFastify(handler: Handler): Promise<Running> {
  const app = fastify({ forceCloseConnections: true });
  const listener = getRequestListener(handler);
  app.all('/api/*', { onRequest: (request, reply) => listener(request.raw, reply.hijack().raw), handler: () => {} });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, stop: () => app.close() };
}

/** A route file of Next exports a function for each method; the framework picks one by the method's name. */
function inNextShape(handler: Handler): Promise<Running> {
  const route: Readonly<Record<string, Handler>> = { GET: handler, HEAD: handler, OPTIONS: handler, POST: handler };
  const pick: Handler = async (request) => route[request.method]?.(request) ?? new Response(null, { status: 405 });
  return listening(createServer(getRequestListener(pick)));
}

export const servers: Readonly<Record<string, (handler: Handler) => Promise<Running>>> = {
  'plain Node': plainNode,
  Fastify: underFastify,
  Hono: underHono,
  "Next's route handlers": inNextShape,
};
