/** The engine in a NestJS application. STORE is a SQLite file. */
import 'reflect-metadata';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { BeforeApplicationShutdown, OnApplicationShutdown } from '@nestjs/common';
import { ConsoleLogger, Controller, Get, Inject, Logger, Module, ServiceUnavailableException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { complaint, createEngine, type Engine } from '@redress/core';
import { createHandler } from '@redress/http';
import { openSqlite } from '@redress/sqlite';
import { vietnam as law, sampleAuthority, sampleOrganisation } from '@redress/vietnam';
import * as signIn from './sign-in.ts';

const { STORE = 'redress.db', HOST = '127.0.0.1', PORT = '3000', DRAIN_MS = '0', GRACE_MS = '10000' } = process.env;
const store = await openSqlite(STORE);
const engine = createEngine({ store, caseTypes: [complaint], law, authority: sampleAuthority(), organisation: sampleOrganisation() });
const [log, stopping] = [new Logger('redress'), new AbortController()];
const onFault = (fault: unknown, { instance }: { instance: string }): void => log.error(`${instance} ${fault}`);
const listener = getRequestListener(createHandler(engine, { ...signIn, onFault, basePath: '/api', closing: stopping.signal }));

@Controller()
class HealthController {
  @Inject('ENGINE') private readonly engine!: Engine;
  @Get('healthz') up(): object {
    return { up: true };
  }
  @Get('readyz') async ready(): Promise<object> {
    const fault: unknown = await this.engine.load('$ready').catch(({ code }) => code);
    if (fault === null && !stopping.signal.aborted) return { ready: true };
    throw new ServiceUnavailableException({ ready: false, fault, stopping: stopping.signal.aborted });
  }
}

@Module({ controllers: [HealthController], providers: [{ provide: 'ENGINE', useValue: engine }] })
class RedressModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  /** First whoever asks /readyz is sent elsewhere, while whoever comes is served. The store is closed after the last answer. */
  async beforeApplicationShutdown(): Promise<void> {
    stopping.abort();
    await pause(Number(DRAIN_MS));
    // A connection that a client keeps for its next request would hold up the end, and a client that stalls would for ever.
    setInterval(() => app.getHttpServer().closeIdleConnections(), 50).unref();
    setTimeout(() => app.getHttpServer().closeAllConnections(), Number(GRACE_MS)).unref();
  }
  onApplicationShutdown(): Promise<void> {
    return store.close();
  }
}
// Nest leaves the body to the handler, which reads it once it knows who asks.
const app = await NestFactory.create(RedressModule, { bodyParser: false, logger: new ConsoleLogger({ json: true }) });
app.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
  const { method, url = '' } = request;
  if (!url.startsWith('/api/')) return next();
  response.on('finish', () => log.log({ method, path: url.split('?')[0], status: response.statusCode }));
  return listener(request, response);
});
await app.enableShutdownHooks().listen(Number(PORT), HOST);
