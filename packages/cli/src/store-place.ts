/** Which store a command speaks of. Only a command that takes something in may make a new one. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EventStore, StoreFault } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { UsageError } from './faults.ts';

export interface Place {
  readonly file: string;
}

/** Schemes that other packages will answer to. */
const LATER: Readonly<Record<string, string>> = {
  postgres: '@redress/postgres',
  postgresql: '@redress/postgres',
  esdb: '@redress/eventstoredb',
  'esdb+discover': '@redress/eventstoredb',
  kurrentdb: '@redress/eventstoredb',
};

/** @throws UsageError where both options are given, or the scheme is not one this release opens. */
export function placeOf(options: { readonly db?: string | undefined; readonly store?: string | undefined }, folder: string): Place {
  const { db, store } = options;
  if (db !== undefined && store !== undefined) throw new UsageError('usage', 'Give --db or --store, not both. Nothing was opened.');
  if (store === undefined) return { file: resolve(folder, db ?? 'redress.db') };
  const scheme = /^([a-z][a-z+]*):/i.exec(store)?.[1]?.toLowerCase();
  if (scheme === 'sqlite') return { file: resolve(folder, store.slice('sqlite:'.length).replace(/^\/\/(?=.)/, '')) };
  const later = scheme === undefined ? undefined : LATER[scheme];
  if (later !== undefined) {
    throw new UsageError(
      'store-not-supported',
      `${scheme}: stores need the package ${later}, which is not there yet. Nothing was opened. Use --db FILE.`,
    );
  }
  throw new UsageError('usage', `--store takes sqlite:FILE, not ${JSON.stringify(store)}. Nothing was opened.`);
}

/** Opens what is there. A file that is missing or empty is a fault: a question must not make a database. */
export async function openExisting({ file }: Place): Promise<EventStore> {
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
  return openSqlite(file);
}

export const openOrMake = ({ file }: Place): Promise<EventStore> => openSqlite(file);
