/**
 * A PostgreSQL server for tests and benchmarks: the one that REDRESS_POSTGRES_URL names, or a private one, started from the binaries
 * that are installed, in a temporary folder and on a port of its own. Its settings are those of a real one: what is fast only because
 * it is unsafe would prove nothing.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.ts';

/** Debian keeps every major version in a folder of its own; elsewhere the binaries are on the path. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

const given = process.env.REDRESS_POSTGRES_URL;
const bin = binaries();

/** Whether a database can be had here. */
export const hasPostgres = given !== undefined || bin !== undefined;
/** Whether a server can be had that may be stopped, killed and set otherwise. */
export const hasOwnPostgres = bin !== undefined;

export const noPostgres = 'no PostgreSQL: set REDRESS_POSTGRES_URL, or install the server (Debian: postgresql)';
export const noOwnPostgres = 'no PostgreSQL of our own to stop and start: install the server (Debian: postgresql)';

/** A program of PostgreSQL, like pg_dump or psql. */
export const postgresProgram = (name: string): string => join(bin ?? '', name);

/** The server refuses to run as root: then it runs as nobody. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
export const notRoot: { uid?: number; gid?: number } = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

export interface OwnServer {
  /** Of the superuser `postgres` in the database `postgres`; by its password. */
  readonly url: string;
  readonly folder: string;
  readonly port: number;
  start(): Promise<void>;
  /** SIGQUIT: no checkpoint, no goodbye; what `pg_ctl stop -m immediate` does. SIGINT: fast, but in good order. */
  stop(signal: 'SIGQUIT' | 'SIGINT'): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/** The password of the superuser of every server started here. */
const PASSWORD = 'only-for-tests';

function make(folder: string): void {
  mkdirSync(folder, { recursive: true });
  // The temporary folder is root's; its server is not.
  chmodSync(folder, 0o755);
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  const words = [
    '-D',
    join(folder, 'data'),
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
  ];
  const made = spawnSync(postgresProgram('initdb'), [...words, '--no-sync'], { ...notRoot, encoding: 'utf8', cwd: folder });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
}

function psql(folder: string, port: number, sql: string): boolean {
  const words = ['-h', folder, '-p', String(port), '-U', 'postgres', '-d', 'postgres', '-qAtc', sql];
  return spawnSync(postgresProgram('psql'), words, { ...notRoot, cwd: folder, stdio: 'ignore' }).status === 0;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const server of running) server.kill('SIGQUIT');
});

/** A server with these settings besides, already started. */
export async function ownServer(settings: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-postgres-'));
  make(folder);
  const port = await freePort();
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    shared_buffers: '32MB',
    max_connections: '60',
    ...settings,
  };
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const child = spawn(postgresProgram('postgres'), ['-D', join(folder, 'data'), '-p', String(port), ...words], {
      ...notRoot,
      cwd: folder,
      stdio: ['ignore', 'ignore', process.env.POSTGRES_LOG ? 'inherit' : 'ignore'],
    });
    server = child;
    running.add(child);
    child.on('exit', () => running.delete(child));
    for (const end = performance.now() + 25_000; performance.now() < end; ) {
      if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}; POSTGRES_LOG=1 shows why`);
      if (psql(folder, port, 'SELECT 1')) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the server did not start within 25 s');
  }

  async function stop(signal: 'SIGQUIT' | 'SIGINT'): Promise<void> {
    const child = server;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill(signal);
    await ended;
  }

  await start();
  if (!psql(folder, port, `ALTER ROLE postgres PASSWORD '${PASSWORD}'`)) throw new Error('the password could not be set');
  return {
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    folder,
    port,
    start,
    stop,
    async remove() {
      await stop('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface SomeServer {
  readonly url: string;
  remove(): Promise<void>;
}

/** The server that was given, or one of our own. A test makes schemas of its own on it and drops them again. */
export async function someServer(): Promise<SomeServer> {
  return given === undefined ? ownServer() : { url: given, remove: async () => {} };
}
