/** A program of the repository as a child process, run from source: tests read what it says, and end it as they like. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly pid: number;
  /** Every line it has printed so far, standard output and error together. */
  readonly lines: readonly string[];
  /** The first line, past or to come, that matches. Throws where the program ends without it, with what it said. */
  line(matching: RegExp, from?: number): Promise<string>;
  /** Resolves once it has ended. */
  readonly ended: Promise<Ended>;
  /** Sends the signal, and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Whatever a test leaves behind ends with it. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts it in one process, so that a signal meets the program itself. `env` is added to this process's own. */
export function childOf(entry: URL, env: Readonly<Record<string, string>> = {}): Child {
  const child = spawn(process.execPath, ['--import', tsx, fileURLToPath(entry)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const lines: string[] = [];
  let woken: (() => void)[] = [];
  const wake = (): void => {
    for (const each of woken.splice(0)) each();
    woken = [];
  };
  for (const stream of [child.stdout, child.stderr]) listen(stream, lines, wake);
  let over = false;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(child);
      over = true;
      wake();
      resolve({ code, signal });
    });
  });
  async function line(matching: RegExp, from = 0): Promise<string> {
    for (;;) {
      const found = lines.slice(from).find((each) => matching.test(each));
      if (found !== undefined) return found;
      if (over) throw new Error(`${fileURLToPath(entry)} ended without ${matching}:\n${lines.join('\n')}`);
      await new Promise<void>((resolve) => woken.push(resolve));
    }
  }
  function stop(signal: NodeJS.Signals): Promise<Ended> {
    child.kill(signal);
    return ended;
  }
  return { pid: child.pid ?? 0, lines, line, ended, stop };
}

/** Whole lines only: what was being printed when it was killed is left out. */
function listen(stream: NodeJS.ReadableStream, lines: string[], wake: () => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
}
