import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../.config/free-port.ts';
import { blocksOf, inShell, textOf } from '../../../.config/how-to.ts';

const readme = textOf('packages/http/README.md');
const [host = ''] = blocksOf(readme, 'ts');
const [asks = ''] = blocksOf(readme, 'sh');

it('the host of the README answers what the README asks it, and ends when it is told to', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-readme-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const port = await freePort();
  const code = host.replace("'cases.db'", JSON.stringify(join(folder, 'cases.db'))).replace('3000', String(port));
  const running = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  onTestFinished(() => void running.kill('SIGKILL'));
  const told = asks
    .replace('curl -i', 'curl -si --retry 100 --retry-delay 0 --retry-connrefused')
    .replace('localhost:3000', `127.0.0.1:${port}`);
  const first = await inShell(told, {});
  expect(first.said).toContain('HTTP/1.1 200');
  expect(first.said).not.toContain('idempotent-replayed');
  const again = await inShell(told, {});
  expect(again.said).toContain('idempotent-replayed: true');
  expect(again.said.split('\r\n\r\n')[1]).toBe(first.said.split('\r\n\r\n')[1]);
  // Without the token that it asks for, the same command is not taken.
  expect((await inShell(told.replace('Bearer dev', 'Bearer other'), {})).said).toContain('HTTP/1.1 401');
  running.kill('SIGTERM');
  expect(await once(running, 'exit')).toEqual([0, null]);
});
