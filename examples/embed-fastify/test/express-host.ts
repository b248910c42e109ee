import { getRequestListener } from '@hono/node-server';
import { complaint, createEngine } from '@redress/core';
import { createHandler } from '@redress/http';
import { openSqlite } from '@redress/sqlite';
import { vietnam as law, sampleAuthority, sampleOrganisation } from '@redress/vietnam';
import express from 'express';
import { actorOf } from '../sign-in.ts';

const { STORE = 'redress.db', PORT = '3000', DRAIN_MS = '0', GRACE_MS = '10000' } = process.env;
const store = await openSqlite(STORE);
const engine = createEngine({ store, caseTypes: [complaint], law, authority: sampleAuthority(), organisation: sampleOrganisation() });
const closing = new AbortController();

const listener = getRequestListener(createHandler(engine, { actorOf, basePath: '/api', closing: closing.signal }));
const app = express();
// Before every parser of bodies: the handler reads the body itself. Not app.use('/api', …), which would take the path off the address.
app.all('/api/*path', (request, response) => void listener(request, response));
app.use(express.json());

const answers = (): Promise<boolean> =>
  engine.load('$ready').then(
    () => true,
    () => false,
  );
app.get('/healthz', (_request, response) => void response.send('up'));
app.get('/readyz', async (_request, response) => {
  response.sendStatus(!closing.signal.aborted && (await answers()) ? 200 : 503);
});
app.post('/echo', (request, response) => void response.json(request.body));
const server = app.listen(Number(PORT), '127.0.0.1');

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => closing.abort());
closing.signal.addEventListener('abort', () =>
  setTimeout(() => {
    server.close(() => store.close());
    setInterval(() => server.closeIdleConnections(), 50).unref();
    setTimeout(() => server.closeAllConnections(), Number(GRACE_MS)).unref();
  }, Number(DRAIN_MS)),
);
