import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { complaint, createEngine } from '@redress/core';
import { createHandler } from '@redress/http';
import { openSqlite } from '@redress/sqlite';
import { vietnam as law, sampleAuthority, sampleOrganisation } from '@redress/vietnam';
import { actorOf } from '../sign-in.ts';

const store = await openSqlite(process.env.STORE ?? 'redress.db');
const engine = createEngine({ store, caseTypes: [complaint], law, authority: sampleAuthority(), organisation: sampleOrganisation() });
const closing = new AbortController();
export const handler = createHandler(engine, { actorOf, basePath: '/api', closing: closing.signal });

const answers = (): Promise<boolean> =>
  engine.load('$ready').then(
    () => true,
    () => false,
  );
const listener = getRequestListener(handler);
const server = createServer(async (request, response) => {
  if (request.url?.startsWith('/api/')) return listener(request, response);
  if (request.url === '/healthz') return response.end('up');
  if (request.url !== '/readyz') return response.writeHead(404).end();
  return response.writeHead(!closing.signal.aborted && (await answers()) ? 200 : 503).end();
});
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => closing.abort());
closing.signal.addEventListener('abort', () => {
  server.close(() => store.close());
  setInterval(() => server.closeIdleConnections(), 50).unref();
  setTimeout(() => server.closeAllConnections(), Number(process.env.GRACE_MS ?? 10_000)).unref();
});
