/**
 * Emmett, installed when it is first measured: into a folder of the workspace's cache, from a lockfile of its own, so that neither it
 * nor what it brings is ever a part of the workspace. Of its types stands here what the benchmark uses.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface EmmettEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface EmmettStore {
  readStream(stream: string): Promise<{ readonly events: readonly EmmettEvent[] }>;
  readonly schema: { migrate(): Promise<unknown> };
}

/** What `CommandHandler` gives back. */
export type Handle<State> = (
  store: EmmettStore,
  id: string,
  handle: (state: State) => readonly EmmettEvent[],
) => Promise<{ readonly newState: State }>;

export interface EmmettSqliteConnection {
  querySingle(sql: string): Promise<Readonly<Record<string, unknown>> | null>;
  close(): void;
}

export interface Emmett {
  CommandHandler<State>(options: { evolve(state: State, event: EmmettEvent): State; initialState(): State }): Handle<State>;
}

export interface EmmettSqlite {
  getSQLiteEventStore(options: {
    readonly fileName: string;
    readonly connectionOptions?: { readonly singleton: true; readonly connection: EmmettSqliteConnection };
  }): EmmettStore;
  sqliteConnection(options: { readonly fileName: string }): EmmettSqliteConnection;
}

export interface EmmettPostgres {
  getPostgreSQLEventStore(connectionString: string): EmmettStore & { close(): Promise<void> };
}

export interface Installed {
  readonly emmett: Emmett;
  readonly sqlite: EmmettSqlite;
  readonly postgres: EmmettPostgres;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
const from = fileURLToPath(new URL('emmett', import.meta.url));
const FILES = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(from, name));
/** Native modules are compiled against the headers of the Node that runs, as everywhere in this repository. */
const PNPMFILE = join(root, '.pnpmfile.cjs');
const INSTALLED = '.installed';

/** A folder for this lockfile and this Node, whose native interface the compiled driver belongs to. */
function folderOf(): string {
  const digest = createHash('sha256');
  for (const file of FILES) digest.update(readFileSync(file));
  return join(root, 'node_modules', '.cache', `bench-emmett-${digest.digest('hex').slice(0, 8)}-${process.versions.modules}`);
}

function install(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of [...FILES, PNPMFILE]) copyFileSync(file, join(folder, file.slice(file.lastIndexOf('/') + 1)));
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly packageManager: string };
  const words = ['-y', packageManager.split('+')[0] ?? 'pnpm', 'install', '--frozen-lockfile', '--reporter=append-only'];
  const ran = spawnSync('npx', words, { cwd: folder, encoding: 'utf8' });
  if (ran.status === 0) return writeFileSync(join(folder, INSTALLED), '');
  const said = `${ran.stdout}\n${ran.stderr}`.split('\n').filter((line) => line.includes('ERR'));
  const why = ran.error?.message ?? said.slice(0, 3).join('; ').trim();
  throw new Error(`Emmett could not be installed into ${folder}: ${why === '' ? `pnpm ended with ${ran.status}` : why}`);
}

/** Emmett and its two stores. Throws an error that says why, where they cannot be installed or their native driver does not load. */
export async function installedEmmett(say: (what: string) => void): Promise<Installed> {
  const folder = folderOf();
  if (!existsSync(join(folder, INSTALLED))) {
    say(`  installing Emmett and its drivers into ${folder}: once, some minutes where SQLite has to be compiled`);
    install(folder);
  }
  const load = async <Module>(name: string): Promise<Module> =>
    import(pathToFileURL(join(folder, 'node_modules', '@event-driven-io', name, 'dist', 'index.js')).href) as Promise<Module>;
  return {
    emmett: await load<Emmett>('emmett'),
    sqlite: await load<EmmettSqlite>('emmett-sqlite'),
    postgres: await load<EmmettPostgres>('emmett-postgresql'),
  };
}
