import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaint, createEngine, isRefusal, memoryStore } from '@redress/core';
import { vietnam } from '@redress/vietnam';
import { convertCompilerOptionsFromJson, parseConfigFileTextToJson } from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../.config/free-port.ts';
import { blocksOf, inShell, strangeIn, textOf } from '../../../.config/how-to.ts';
import { itIf } from '../../../.config/loud-skip.ts';
import { publicKey } from '../development-key.ts';
import { get, head, hostAt, post, statusOf, tokenOf } from './hosted.ts';
import { app, GET, HEAD, OPTIONS, POST } from './mounted.ts';
import { mayRead } from './own-reading.ts';
import { authority, organisation } from './own-rules.ts';
import { letIn } from './sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-embed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = textOf('docs/how-to/embed.md');
const files = [
  ...['server.ts', 'sign-in.ts', 'development-key.ts'].map((name) => `examples/embed-fastify/${name}`),
  ...['plain-host.ts', 'express-host.ts', 'own-rules.ts', 'own-reading.ts', 'mounted.ts', 'handler.ts'].map(
    (name) => `examples/embed-fastify/test/${name}`,
  ),
  'examples/embed-nestjs/main.ts',
];
const receive = {
  type: 'Receive',
  on: '2026-07-06',
  data: { channel: 'post', unit: 'nghe-an', summary: 'Lương hưu bị cắt.', complainants: [{ member: 'person-1' }] },
};

describe('the page on embedding', () => {
  it('shows code that the tests run, as it is', () => {
    expect(blocksOf(page, 'ts')).toHaveLength(16);
    expect(strangeIn(blocksOf(page, 'ts'), files)).toEqual([]);
    for (const block of blocksOf(page, 'ts').slice(0, 4)) expect(block.split('\n').length).toBeGreaterThan(8);
  });

  // Control: what differs is found.
  it('would be found to show another line than the code has', () => {
    const changed = blocksOf(page, 'ts').map((block) => block.replace('listener', 'listner'));
    expect(strangeIn(changed, files)).toHaveLength(4);
  });

  it('shows a host on plain Node that signs in by the keys of a service, and finishes what runs', async () => {
    let asked = 0;
    const keys = createServer((_request, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [publicKey] }));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const address = keys.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const env = { STORE: join(folder, 'plain.db'), JWKS_URL: `http://127.0.0.1:${port}/keys`, NODE_ENV: 'production' };
    const host = await hostAt(new URL('plain-host.ts', import.meta.url), env);
    try {
      await host.start();
      const token = await tokenOf(head);
      expect((await post(`${host.base}/api/cases`, { token, key: 'k-1', body: receive })).status).toBe(201);
      expect(asked).toBe(1);
      expect(await letIn(async (bad) => (await get(`${host.base}/api/log`, bad)).status)).toEqual([]);
      expect(await statusOf(`${host.base}/elsewhere`)).toBe(404);
      expect(await host.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    } finally {
      await host.stop('SIGKILL');
      keys.close();
    }
  });

  it('shows a host on Express, whose own routes have their bodies parsed', async () => {
    const host = await hostAt(new URL('express-host.ts', import.meta.url), { STORE: join(folder, 'express.db') });
    await host.start();
    try {
      const token = await tokenOf(head);
      expect((await post(`${host.base}/api/cases`, { token, key: 'k-1', body: receive })).status).toBe(201);
      expect((await get(`${host.base}/api/log`, 'nobody')).status).toBe(401);
      expect((await post(`${host.base}/echo`, { body: { own: true } })).body).toEqual({ own: true });
      expect(await statusOf(`${host.base}/elsewhere`)).toBe(404);
      expect(await host.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    } finally {
      await host.stop('SIGKILL');
    }
  });

  // Seen to fail: the host on plain Node waited for such a client for ever.
  it.each(['plain-host.ts', 'express-host.ts'])('shows a host that a client who stalls does not keep from its end: %s', async (name) => {
    const host = await hostAt(new URL(name, import.meta.url), { STORE: join(folder, `stalled-${name}.db`), GRACE_MS: '200' });
    await host.start();
    const client = connect(Number(new URL(host.base).port), '127.0.0.1').on('error', () => {});
    client.write('GET /api/log HTTP/1.1\r\nHost:');
    try {
      expect(await statusOf(`${host.base}/readyz`)).toBe(200);
      expect(await host.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    } finally {
      client.destroy();
      await host.stop('SIGKILL');
    }
  });

  it('shows settings of a project that TypeScript knows, all of them', () => {
    const { config } = parseConfigFileTextToJson('tsconfig.json', blocksOf(page, 'json')[0] ?? '');
    const { errors, options } = convertCompilerOptionsFromJson(config.compilerOptions, '.');
    expect([errors, options.strict]).toEqual([[], true]);
    const of = (file: string) => JSON.parse(textOf(file)) as { readonly type?: string; readonly engines?: { readonly node: string } };
    expect(of('examples/embed-fastify/package.json').type).toBe('module');
    expect(of('packages/http/package.json').engines?.node).toBe('>=20.19');
  });

  it('shows a host that does not start in production with a key that everybody knows', async () => {
    const host = await hostAt(new URL('plain-host.ts', import.meta.url), { STORE: join(folder, 'never.db'), NODE_ENV: 'production' });
    await expect(host.start()).rejects.toThrow('Set JWKS_URL');
  });

  it('names the packages that such a host needs', () => {
    const { dependencies } = JSON.parse(textOf('examples/embed-fastify/package.json')) as { readonly dependencies: object };
    const needed = /^It needs [\s\S]*?\.\n/m.exec(page)?.[0].match(/(?<=`)[^`, ]+(?=`)/g) ?? [];
    expect(new Set([...needed, 'fastify', '@redress/postgres'])).toEqual(new Set(Object.keys(dependencies)));
  });

  it('does not take an outage of the sign-in service for a forged token', async () => {
    const env = { STORE: join(folder, 'outage.db'), JWKS_URL: `http://127.0.0.1:${await freePort()}/keys` };
    for (const entry of [new URL('../server.ts', import.meta.url), new URL('../../embed-nestjs/main.ts', import.meta.url)]) {
      const host = await hostAt(entry, env);
      await host.start();
      const answer = await get(`${host.base}/api/log`, await tokenOf(head));
      expect([answer.status, answer.body.code]).toEqual([503, 'SIGN_IN_UNAVAILABLE']);
      await host.stop('SIGKILL');
    }
  });

  it('shows rules and units that do what it says of them', async () => {
    const engine = createEngine({ store: memoryStore(), caseTypes: [complaint], law: vietnam, authority, organisation });
    const ask = async (type: string, role: string, unit: string, on: string, data = {}, id = 'p-1') => {
      const outcome = await engine.execute({
        id: `${type}/${role}/${unit}`,
        type,
        case: 'case-1',
        on,
        actor: { id, unit, role },
        data,
      });
      return isRefusal(outcome) ? outcome.because : outcome.facts[0]?.record.meta.authority;
    };
    expect(await ask('Receive', 'clerk', 'hue', '2026-07-06', { ...receive.data, unit: 'hue' })).toBe('a-desk-takes-in');
    expect(await ask('Accept', 'clerk', 'hue', '2026-07-07')).toEqual({ rule: 'no-rule-allows-it' });
    expect(await ask('Accept', 'head', 'vss', '2026-07-07')).toEqual({ rule: 'only-whose-unit-has-it' });
    expect(await ask('Join', 'head', 'vss', '2026-07-07', { into: 'case-2', reason: 'R.' })).toEqual({ rule: 'only-whose-unit-has-it' });
    expect(await ask('Withdraw', 'cleaner', 'vss', '2026-07-07', { form: 'petition' })).toBe('refused:no-rule-allows-it');
    expect((await engine.load('case-1'))?.state.stage).toBe('received');
    expect(await ask('Accept', 'head', 'hue', '2026-07-07')).toMatchObject({ citation: { text: 'LKN Đ.27' } });
    expect(await ask('Accept', 'head', 'hue', '2026-07-08', {}, 'p-12')).toBe('a-head-decides');
    expect((await engine.load('case-1'))?.state.custody.holder).toMatchObject({ person: 'p-12', exOfficio: true });
  });

  it('shows a rule of reading by which a case is for those who have or had it, and the log for the centre', async () => {
    const engine = createEngine({ store: memoryStore(), caseTypes: [complaint], law: vietnam, authority, organisation });
    const clerk = { id: 'p-1', unit: 'hue', role: 'clerk' };
    await engine.execute({ ...receive, id: 'r', case: 'case-1', actor: clerk, data: { ...receive.data, unit: 'hue' } });
    const state = (await engine.load('case-1'))?.state ?? expect.fail('there is no case');
    const may = (unit: string) => [mayRead({ ...clerk, unit }, { case: 'case-1', state }), mayRead({ ...clerk, unit }, { log: true })];
    expect([may('hue'), may('vss'), may('nghe-an')]).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
    const moved = { ...state, custody: { ...state.custody, holder: { unit: 'vss', person: 'p-9', exOfficio: true } } };
    expect(mayRead(clerk, { case: 'case-1', state: moved })).toBe(true);
  });

  it('shows how Hono and Next mount it', async () => {
    process.env.STORE = join(folder, 'next.db');
    const authorization = `Bearer ${await tokenOf(head)}`;
    const asked = (method: string) => new Request('http://host/api/log', { method, headers: { authorization } });
    expect((await app.request(asked('GET'))).status).toBe(200);
    expect((await app.request(new Request('http://host/api/log'))).status).toBe(401);
    expect((await GET(asked('GET'))).status).toBe(200);
    expect((await HEAD(asked('HEAD'))).status).toBe(200);
    expect((await OPTIONS(asked('OPTIONS'))).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await POST(asked('POST'))).status).toBe(405);
  });

  itIf(spawnSync('curl', ['--version']).status === 0, 'no curl: install it', 'shows commands that do what it says', async () => {
    const host = await hostAt(new URL('../server.ts', import.meta.url), { STORE: join(folder, 'tried.db') });
    await host.start();
    const [, starts, asks = ''] = blocksOf(page, 'sh');
    expect(starts).toBe('npx tsx examples/embed-fastify/server.ts');
    const { code, said } = await inShell(asks, { 'http://127.0.0.1:3000': host.base });
    await host.stop('SIGKILL');
    expect(code, said).toBe(0);
    expect(said).toContain('"type":"Received"');
    expect(said).toContain('"title":"Không thuộc thẩm quyền"');
    expect(said).toContain('"text":"LKN Đ.27"');
  });
});
