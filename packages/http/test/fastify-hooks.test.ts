/** What the page on embedding says of Fastify's hooks: which run for a request that the handler takes over, and what they can do. */
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { head, openDesk, tokenOf } from './desk.ts';

/** An application with a limit of two requests, and a header of its own for every answer. */
async function application(): Promise<{ readonly origin: string; readonly ran: Set<string> }> {
  const app = fastify({ forceCloseConnections: true });
  const { handler } = openDesk({ options: { basePath: '/api' } });
  const listener = getRequestListener(handler);
  const ran = new Set<string>();
  let left = 2;
  app.addHook('onRequest', async (_request, reply) => {
    ran.add('onRequest');
    reply.header('x-lost', 'yes');
    reply.raw.setHeader('access-control-allow-origin', 'https://desk.example');
    if (left === 0) return reply.code(429).header('retry-after', '1').send();
    left -= 1;
  });
  app.addHook('preParsing', async () => void ran.add('preParsing'));
  app.addHook('preValidation', async () => void ran.add('preValidation'));
  app.addHook('preHandler', async () => void ran.add('preHandler'));
  app.addHook('onSend', async () => void ran.add('onSend'));
  app.addHook('onResponse', async () => void ran.add('onResponse'));
  app.all('/api/*', { onRequest: (request, reply) => listener(request.raw, reply.hijack().raw), handler: () => {} });
  app.get('/own', () => 'own');
  await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => app.close());
  return { origin: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`, ran };
}

const asked = { headers: { authorization: tokenOf(head('left')) } };

describe('an application in Fastify', () => {
  it('limits and marks what the handler answers in its own onRequest hook', async () => {
    const { origin } = await application();
    for (let at = 0; at < 2; at += 1) {
      const answer = await fetch(`${origin}/api/log`, asked);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
      expect([answer.headers.get('access-control-allow-origin'), answer.headers.get('x-lost')]).toEqual(['https://desk.example', null]);
    }
    const limited = await fetch(`${origin}/api/log`, asked);
    expect([limited.status, limited.headers.get('retry-after'), await limited.text()]).toEqual([429, '1', '']);
  });

  it('has its other hooks run for its own routes, and not before what the handler answers', async () => {
    const { origin, ran } = await application();
    await (await fetch(`${origin}/api/log`, asked)).text();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([...ran].sort()).toEqual(['onRequest', 'onResponse']);
    // Control: each of them is seen to run where the application answers by itself.
    const own = await fetch(`${origin}/own`);
    expect([await own.text(), own.headers.get('x-lost')]).toEqual(['own', 'yes']);
    expect([...ran].sort()).toEqual(['onRequest', 'onResponse', 'onSend', 'preHandler', 'preParsing', 'preValidation']);
  });
});
