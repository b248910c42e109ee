/**
 * What the tests of a run put into the temporary folder goes into one of the run's own, which is removed at its end, whatever they or their
 * child processes have left there. It ends up in paths of sockets, of which PostgreSQL takes 107 bytes: so its name is short.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** By which a process is told its temporary folder. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'] as const;

export default function own(): () => void {
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  const system = tmpdir();
  const folder = mkdtempSync(join(system, 'run-'));
  // A server that does not run as root passes through it.
  chmodSync(folder, 0o755);
  keepCompiled(system, folder);
  for (const name of NAMES) process.env[name] = folder;
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** Where tsx keeps what it has compiled: without it the first child process of each run would compile all of it again. */
function keepCompiled(system: string, folder: string): void {
  const name = `tsx-${process.geteuid?.() ?? userInfo().username}`;
  mkdirSync(join(system, name), { recursive: true });
  symlinkSync(join(system, name), join(folder, name), 'junction');
}
