/** Which store a command speaks of. Only a command that takes something in may make a new one. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EventStore, StoreFault } from '@redress/core';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { UsageError } from './faults.ts';
import { bytesOf } from './import/import-file.ts';

export interface Place {
  /** Whose driver opens it. */
  readonly kind: 'sqlite' | 'postgres';
  /** What it is opened by: a file, or an address, which may hold a password. */
  readonly at: string;
  /** What may be printed. */
  readonly shown: string;
  /** The option that names it again. */
  readonly option: string;
}

/** Schemes that other packages will answer to. */
const LATER: Readonly<Record<string, string>> = {
  esdb: '@redress/eventstoredb',
  'esdb+discover': '@redress/eventstoredb',
  kurrentdb: '@redress/eventstoredb',
};

export const fileAt = (file: string): Place => ({ kind: 'sqlite', at: file, shown: file, option: `--db ${file}` });

/** The password stays out of everything that is printed: it belongs into PGPASSWORD or a .pgpass file. */
function postgresAt(url: string): Place {
  if (!URL.canParse(url)) throw new UsageError('usage', '--store takes postgres://user@host:port/database. Nothing was opened.');
  const shown = new URL(url);
  shown.password = '';
  shown.searchParams.delete('password');
  return { kind: 'postgres', at: url, shown: shown.href, option: `--store '${shown.href}'` };
}

/** @throws UsageError where both options are given, or the scheme is not one this release opens. */
export function placeOf(options: { readonly db?: string | undefined; readonly store?: string | undefined }, folder: string): Place {
  const { db, store } = options;
  if (db !== undefined && store !== undefined) throw new UsageError('usage', 'Give --db or --store, not both. Nothing was opened.');
  if (store === undefined) return fileAt(resolve(folder, db ?? 'redress.db'));
  const scheme = /^([a-z][a-z+]*):/i.exec(store)?.[1]?.toLowerCase();
  if (scheme === 'sqlite') return fileAt(resolve(folder, store.slice('sqlite:'.length).replace(/^\/\/(?=.)/, '')));
  if (scheme === 'postgres' || scheme === 'postgresql') return postgresAt(store);
  const later = scheme === undefined ? undefined : LATER[scheme];
  if (later !== undefined) {
    throw new UsageError(
      'store-not-supported',
      `${scheme}: stores need the package ${later}, which is not there yet. Nothing was opened. Use --db FILE or postgres://….`,
    );
  }
  throw new UsageError('usage', `--store takes sqlite:FILE or postgres://…, not ${JSON.stringify(store)}. Nothing was opened.`);
}

function checkFile(file: string): void {
  if (!existsSync(file)) {
    throw new StoreFault(
      'unavailable',
      `There is no database ${file}. Nothing was read. Name another with --db; \`import\` and \`demo\` make one.`,
    );
  }
  if (statSync(file).isFile() && statSync(file).size === 0) {
    throw new StoreFault(
      'not-a-database',
      `The file ${file} is empty. Nothing was read. Name another with --db; \`import\` and \`demo\` make one.`,
    );
  }
}

/** Opens what is there. A file or schema that is missing or empty is a fault: a question must not make a database. */
export async function openExisting({ kind, at }: Place): Promise<EventStore> {
  if (kind === 'postgres') return openPostgres(at, { create: false });
  checkFile(at);
  return openSqlite(at);
}

/** Opens it, or makes it; a new one gets the log's id, where one is given. */
export const openOrMake = ({ kind, at }: Place, log?: string): Promise<EventStore> => {
  const options = log === undefined ? {} : { log };
  return kind === 'postgres' ? openPostgres(at, options) : openSqlite(at, options);
};

/** Null where that is a server's affair. */
export const sizeOf = ({ kind, at }: Place): number | null => (kind === 'postgres' ? null : bytesOf(at));

/** Where it lies, and how large it is where that can be said: the end of a sentence. */
export function sizeText(place: Place): string {
  const bytes = sizeOf(place);
  return bytes === null ? `in ${place.shown}` : `${(bytes / 1_000_000).toFixed(1)} MB in ${place.shown}`;
}
