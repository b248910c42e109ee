/** What `pnpm demo` asks on a terminal, and what it does with the answer: on a pseudo-terminal, which `script` of util-linux makes. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { describeIf } from '../../../.config/loud-skip.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-terminal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const program = fileURLToPath(new URL('../demo.ts', import.meta.url));

/** BSD's has no `-c`, and no such version. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;
const noScript = 'there is no script of util-linux on this machine: apt-get install bsdutils';

interface Terminal {
  /** Resolves with all that was shown once this is part of it. */
  shown(text: string): Promise<string>;
  type(keys: string): void;
  /** All that was shown, and how it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

/** The demonstration with somebody at a terminal. */
function atTerminal(file: string): Terminal {
  // In the place of the shell, which would hear Ctrl+C as well and end by it, whatever the program then ends with.
  const command = `exec ${[process.execPath, '--import', 'tsx', program, '--db', file].map((word) => `'${word}'`).join(' ')}`;
  const running = spawn('script', ['--quiet', '--return', '--flush', '--command', command, join(folder, 'typescript')]);
  onTestFinished(() => void running.kill('SIGKILL'));
  let said = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    running.on('error', reject).on('close', (code) => resolve({ code, said }));
  });
  return {
    ended,
    type: (keys) => void running.stdin.write(keys),
    shown: async (text) => {
      let over = false;
      void ended.then(() => {
        over = true;
      });
      while (!said.includes(text)) {
        if (over) throw new Error(`it ended without ${JSON.stringify(text)}:\n${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return said;
    },
  };
}

const QUESTION = 'Open it now, on a free port? [Y/n]';
const OPEN = /The desk is open at (http:\/\/127\.0\.0\.1:\d+)\./;

describeIf(hasScript, noScript, 'the demonstration, on a terminal', () => {
  it('opens the desk where that is wanted, and closes it at Ctrl+C', { timeout: 180_000 }, async () => {
    const terminal = atTerminal(join(folder, 'yes.db'));
    await terminal.shown(QUESTION);
    terminal.type('\r');
    const address = OPEN.exec(await terminal.shown('Ctrl+C closes it.'))?.[1] ?? '';
    expect((await fetch(`${address}/sign-in`)).status).toBe(200);
    terminal.type('\u0003');
    expect((await terminal.ended).code).toBe(0);
    await expect(fetch(`${address}/sign-in`)).rejects.toThrow();
  });

  // Control: another answer opens nothing.
  it('ends with 0 and opens nothing where it is not wanted', { timeout: 180_000 }, async () => {
    const terminal = atTerminal(join(folder, 'no.db'));
    await terminal.shown(QUESTION);
    terminal.type('n\r');
    const { code, said } = await terminal.ended;
    expect([code, OPEN.test(said)]).toEqual([0, false]);
  });
});
