/** The engine in a Fastify application. STORE is a SQLite file, or the address of a PostgreSQL database. */
import { getRequestListener } from '@hono/node-server';
import { complaint, createEngine } from '@redress/core';
import { createHandler } from '@redress/http';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { vietnam as law, sampleAuthority, sampleOrganisation } from '@redress/vietnam';
import Fastify from 'fastify';
import * as signIn from './sign-in.ts';

const { STORE = 'redress.db', HOST: host = '127.0.0.1', PORT: port = '3000', DRAIN_MS = '0', GRACE_MS = '10000' } = process.env;
const store = await (STORE.startsWith('postgres') ? openPostgres(STORE) : openSqlite(STORE));
const engine = createEngine({ store, caseTypes: [complaint], law, authority: sampleAuthority(), organisation: sampleOrganisation() });

// Of a request the log says no address, no header, no body, and nothing after the question mark.
const req = ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] });
const app = Fastify({ logger: { serializers: { req } }, requestTimeout: 60_000 });
const stopping = new AbortController();
app.setNotFoundHandler((_request, reply) => reply.code(404).send());
app.get('/healthz', { logLevel: 'warn' }, () => ({ up: true }));
app.get('/readyz', { logLevel: 'warn' }, async (_request, reply) => {
  const fault: unknown = await engine.load('$ready').catch(({ code }) => code);
  const ready = fault === null && !stopping.signal.aborted;
  return reply.code(ready ? 200 : 503).send({ ready, fault, stopping: stopping.signal.aborted });
});

const onFault = (err: unknown, { instance }: { instance: string }): void => app.log.error({ err, instance });
const listener = getRequestListener(createHandler(engine, { ...signIn, onFault, basePath: '/api', closing: stopping.signal }));
app.all('/api/*', {
  // Before Fastify reads the body: the handler does, once it knows who asks, and no further than a command may be long.
  onRequest: (request, reply) => listener(request.raw, reply.hijack().raw),
  handler: () => {},
});

// A connection that a client keeps for its next request would hold up the end, and a client that stalls would for ever.
app.addHook('preClose', async () => void setInterval(() => app.server.closeIdleConnections(), 50).unref());
app.addHook('preClose', async () => void setTimeout(() => app.server.closeAllConnections(), Number(GRACE_MS)).unref());
// First whoever asks /readyz is sent elsewhere, while whoever comes is served. The store is closed after the last answer.
app.addHook('onClose', () => store.close());
// A second signal, which process managers and terminals like to send, changes nothing: what is aborted once is not aborted again.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stopping.abort());
stopping.signal.addEventListener('abort', () => setTimeout(() => app.close(), Number(DRAIN_MS)));
await app.listen({ host, port: Number(port) });
