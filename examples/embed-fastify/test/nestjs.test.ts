import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { hostSuite } from './host-suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-nestjs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

hostSuite('NestJS', {
  entry: new URL('../../embed-nestjs/main.ts', import.meta.url),
  env: () => ({ STORE: join(folder, 'log.db') }),
  // Nest ends itself by the signal that it was sent, once it has closed.
  ends: { code: null, signal: 'SIGTERM' },
});
