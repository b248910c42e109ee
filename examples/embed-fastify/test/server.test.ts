import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaint, createEngine, memoryStore } from '@redress/core';
import { createHandler } from '@redress/http';
import { sampleAuthority, sampleOrganisation, vietnam } from '@redress/vietnam';
import { decodeJwt } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { hostSuite } from './host-suite.ts';
import { letIn } from './sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-fastify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

hostSuite('Fastify', {
  entry: new URL('../server.ts', import.meta.url),
  env: () => ({ STORE: join(folder, 'log.db') }),
  ends: { code: 0, signal: null },
});

describe('the hosts', () => {
  it.each(['embed-fastify', 'embed-nestjs'])('are each less than 80 lines: %s', (name) => {
    const at = new URL(`../../${name}/`, import.meta.url);
    const sources = readdirSync(at).filter((file) => file.endsWith('.ts'));
    const lines = sources.flatMap((file) => readFileSync(new URL(file, at), 'utf8').trimEnd().split('\n'));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.length).toBeLessThan(80);
  });

  // Control: what must be found is found in a host that reads its tokens and does not check them.
  it('would be found to let in whoever writes a token, if they only read it', async () => {
    const store = memoryStore();
    const parts = { caseTypes: [complaint], law: vietnam, authority: sampleAuthority(), organisation: sampleOrganisation() };
    const actorOf = (request: Request) => {
      try {
        const { sub = '', unit, role } = decodeJwt(request.headers.get('authorization')?.replace('Bearer ', '') ?? '');
        return { id: sub, unit: String(unit), role: String(role) };
      } catch {
        return null;
      }
    };
    const handler = createHandler(createEngine({ store, ...parts }), { actorOf });
    const ask = async (token: string): Promise<number> =>
      (await handler(new Request('http://host/log', { headers: { authorization: `Bearer ${token}` } }))).status;
    const found = await letIn(ask);
    expect(found).toContain('signed by somebody else');
    expect(found).toContain('ended a second ago');
    expect(found).toContain('not signed (alg none)');
    expect(found).toContain('for another audience');
  });
});
