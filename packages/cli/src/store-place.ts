/** Which store a command speaks of. Only a command that takes something in may make a new one. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EventStore, StoreFault } from '@redress/core';
import { openEventStoreDb } from '@redress/eventstoredb';
import { openPostgres } from '@redress/postgres';
import { openSqlite } from '@redress/sqlite';
import { UsageError } from './faults.ts';
import { bytesOf } from './import/import-file.ts';

export interface Place {
  /** Whose driver opens it. */
  readonly kind: 'sqlite' | 'postgres' | 'eventstoredb';
  /** What it is opened by: a file, or an address, which may hold a password. */
  readonly at: string;
  /** What may be printed. */
  readonly shown: string;
  /** The option that names it again. */
  readonly option: string;
}

/** What `--store` takes, as it is told to whoever gave something else. */
const TAKES = '--store takes sqlite:FILE, postgres://user@host/database or esdb://user:password@host';

export const fileAt = (file: string): Place => ({ kind: 'sqlite', at: file, shown: file, option: `--db ${file}` });

/** The password stays out of everything that is printed: it belongs into PGPASSWORD or a .pgpass file. */
function postgresAt(url: string): Place {
  if (!URL.canParse(url)) throw new UsageError('usage', '--store takes postgres://user@host:port/database. Nothing was opened.');
  const shown = new URL(url);
  shown.password = '';
  shown.searchParams.delete('password');
  return { kind: 'postgres', at: url, shown: shown.href, option: `--store '${shown.href}'` };
}

/** The client takes no name without a password, so its place stays visible. Text, because such an address may name several servers. */
function eventStoreDbAt(address: string): Place {
  // To the last @: a password that should have been encoded is one as well.
  const shown = address.replace(/^([^:]+:\/\/[^:@]*):.*@/s, '$1:***@');
  return { kind: 'eventstoredb', at: address, shown, option: `--store '${shown}'` };
}

/** @throws UsageError where both options are given, or the scheme is not one this release opens. */
export function placeOf(options: { readonly db?: string | undefined; readonly store?: string | undefined }, folder: string): Place {
  const { db, store } = options;
  if (db !== undefined && store !== undefined) throw new UsageError('usage', 'Give --db or --store, not both. Nothing was opened.');
  if (store === undefined) return fileAt(resolve(folder, db ?? 'redress.db'));
  const scheme = /^([a-z][a-z+]*):/i.exec(store)?.[1]?.toLowerCase();
  if (scheme === 'sqlite') return fileAt(resolve(folder, store.slice('sqlite:'.length).replace(/^\/\/(?=.)/, '')));
  if (scheme === 'postgres' || scheme === 'postgresql') return postgresAt(store);
  if (/^(?:esdb|kurrentdb|kdb)(?:\+discover)?$/.test(scheme ?? '')) return eventStoreDbAt(store);
  // Not the address itself: it may hold a password.
  if (scheme !== undefined) throw new UsageError('store-not-supported', `${TAKES}, not ${scheme}:. Nothing was opened.`);
  throw new UsageError('usage', `${TAKES}. Nothing was opened.`);
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

/** Opens what is there. A file or log that is missing or empty is a fault: a question must not make a database. */
export async function openExisting({ kind, at }: Place): Promise<EventStore> {
  if (kind === 'postgres') return openPostgres(at, { create: false });
  if (kind === 'eventstoredb') return openEventStoreDb(at, { create: false });
  checkFile(at);
  return openSqlite(at);
}

const OPENS: Readonly<Record<Place['kind'], (at: string, options: { readonly log?: string }) => Promise<EventStore>>> = {
  sqlite: openSqlite,
  postgres: openPostgres,
  eventstoredb: openEventStoreDb,
};

/** Opens it, or makes it; a new one gets the log's id, where one is given. */
export const openOrMake = ({ kind, at }: Place, log?: string): Promise<EventStore> => OPENS[kind](at, log === undefined ? {} : { log });

/** Null where that is a server's affair. */
export const sizeOf = ({ kind, at }: Place): number | null => (kind === 'sqlite' ? bytesOf(at) : null);

/** Where it lies, and how large it is where that can be said: the end of a sentence. */
export function sizeText(place: Place): string {
  const bytes = sizeOf(place);
  return bytes === null ? `in ${place.shown}` : `${(bytes / 1_000_000).toFixed(1)} MB in ${place.shown}`;
}
