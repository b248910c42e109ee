import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blocksOf, inShell, strangeIn, textOf } from '../../../.config/how-to.ts';
import { itIf } from '../../../.config/loud-skip.ts';
import { publicKey } from '../development-key.ts';
import { get, head, hostAt, post, statusOf, tokenOf } from './hosted.ts';
import { app, GET, HEAD, OPTIONS, POST } from './mounted.ts';
import { letIn } from './sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-embed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = textOf('docs/how-to/embed.md');
const files = [
  ...['server.ts', 'sign-in.ts', 'development-key.ts', 'test/plain-host.ts', 'test/mounted.ts'].map(
    (name) => `examples/embed-fastify/${name}`,
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
    expect(blocksOf(page, 'ts')).toHaveLength(11);
    expect(strangeIn(blocksOf(page, 'ts'), files)).toEqual([]);
    const [plain = '', signIn = '', key = ''] = blocksOf(page, 'ts');
    for (const block of [plain, signIn, key]) expect(block.split('\n').length).toBeGreaterThan(8);
  });

  // Control: what differs is found.
  it('would be found to show another line than the code has', () => {
    const changed = blocksOf(page, 'ts').map((block) => block.replace('listener', 'listner'));
    expect(strangeIn(changed, files)).toHaveLength(3);
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

  it('shows a host that does not start in production with a key that everybody knows', async () => {
    const host = await hostAt(new URL('plain-host.ts', import.meta.url), { STORE: join(folder, 'never.db'), NODE_ENV: 'production' });
    await expect(host.start()).rejects.toThrow('Set JWKS_URL');
  });

  it('shows how Hono and Next mount it', async () => {
    const asked = (method: string) => new Request('http://host/api/log', { method, headers: { authorization: 'x' } });
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
    const [starts, asks = ''] = blocksOf(page, 'sh');
    expect(starts).toBe('npx tsx examples/embed-fastify/server.ts');
    const { code, said } = await inShell(asks, { 'http://127.0.0.1:3000': host.base });
    await host.stop('SIGKILL');
    expect(code, said).toBe(0);
    expect(said).toContain('"type":"Received"');
    expect(said).toContain('"title":"Không thuộc thẩm quyền"');
    expect(said).toContain('"text":"LKN Đ.27"');
  });
});
