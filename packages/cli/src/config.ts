/** What the command works with: case types, law, organisation. A host's `redress.config.mjs` replaces any of it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Authority, type CaseType, complaint, type Law, type Organisation, type Vault } from '@redress/core';
import { UsageError } from './faults.ts';
import type { ImportMap } from './import/import-map.ts';
import { shippedLaws } from './import/law-of-records.ts';

export interface RedressConfig {
  readonly caseTypes: readonly CaseType[];
  /** Judges what is asked. */
  readonly law: Law;
  /** Further laws that stored facts may have pinned, for `case replay`. */
  readonly laws: readonly Law[];
  /** Case types as they were, whose charts stored facts may have pinned, for the replays. */
  readonly charts: readonly CaseType[];
  readonly organisation: Organisation;
  readonly authority: Authority;
  readonly vault?: Vault;
}

/** The case types that records may have been made under: their map's own, or those of the config, as they are and as they were. */
export const typesOfRecords = (config: RedressConfig, map: Pick<ImportMap, 'caseTypes'> | undefined): readonly CaseType[] =>
  map?.caseTypes ?? [...config.charts, ...config.caseTypes];

/**
 * Complaints, and the petitions they come from, under the law of Viet Nam. The pack is loaded only where something of it is used: an import
 * brings its own law.
 */
async function byDefault(): Promise<RedressConfig> {
  const { petition, sampleAuthority, sampleOrganisation, vietnam } = await import('@redress/vietnam');
  return {
    caseTypes: [complaint, petition],
    law: vietnam,
    laws: [],
    charts: [],
    organisation: sampleOrganisation(),
    authority: sampleAuthority(),
  };
}

/** Checks a config while it is written. */
export const defineConfig = (config: Partial<RedressConfig>): Partial<RedressConfig> => config;

const FILE = 'redress.config.mjs';
const MEMBERS = ['caseTypes', 'law', 'laws', 'charts', 'organisation', 'authority', 'vault'];

/** @throws UsageError `no-such-file` or `bad-config`, which says what is wrong with it. */
export async function configFrom(path: string | undefined, folder: string): Promise<RedressConfig> {
  const file = resolve(folder, path ?? FILE);
  if (!existsSync(file)) {
    if (path !== undefined) throw new UsageError('no-such-file', `There is no config ${file}. Nothing was done.`);
    return byDefault();
  }
  const given = await moduleAt(file, 'bad-config');
  const unknown = Object.keys(given).find((member) => !MEMBERS.includes(member) && member !== 'default');
  if (unknown !== undefined)
    throw new UsageError('bad-config', `${file} exports ${unknown}; it may export ${MEMBERS.join(', ')}. Nothing was done.`);
  const complete = ['law', 'organisation', 'authority'].every((member) => member in given);
  const config = { ...(complete ? { caseTypes: [complaint], laws: [], charts: [] } : await byDefault()), ...given } as RedressConfig;
  const wrong = faultOf(config);
  if (wrong !== null) throw new UsageError('bad-config', `${file}: ${wrong}. Nothing was done.`);
  return config;
}

/** What a module exports: its default export, else its named ones. */
export async function moduleAt(file: string, code: 'bad-config' | 'bad-map'): Promise<Readonly<Record<string, unknown>>> {
  try {
    const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href);
    return typeof loaded.default === 'object' && loaded.default !== null ? { ...loaded.default } : { ...loaded };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(code, `${file} could not be loaded: ${why}. Nothing was done.`, { cause });
  }
}

const does = (value: unknown, ...methods: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && methods.every((method) => typeof Reflect.get(value, method) === 'function');

const isLaw = (value: unknown): value is Law => does(value, 'at', 'editionFor', 'calendar', 'clockEffects', 'objection');
const areCaseTypes = (value: unknown): value is readonly CaseType[] =>
  Array.isArray(value) && value.length > 0 && value.every((type) => does(type, 'initial', 'evolve', 'decide') && does(type.chart, 'at'));

/** @throws UsageError `bad-config` where a module exports no law that answers as one. */
export function lawIn(exported: Readonly<Record<string, unknown>>, file: string): Law {
  // A law may be the default export itself.
  const law = exported.law ?? exported;
  if (isLaw(law)) return law;
  throw new UsageError('bad-config', `${file} exports no law: { law } is missing, or does not answer as a law does. Nothing was done.`);
}

/** @throws UsageError `bad-config` where a module exports no case types. */
export function caseTypesIn({ caseTypes }: Readonly<Record<string, unknown>>, file: string): readonly CaseType[] {
  if (areCaseTypes(caseTypes)) return caseTypes;
  throw new UsageError(
    'bad-config',
    `${file} exports no case types: { caseTypes } is no list of what defineCaseType made. Nothing was done.`,
  );
}

function faultOf({ caseTypes, law, laws, charts, organisation, authority, vault }: RedressConfig): string | null {
  if (!Array.isArray(caseTypes) || caseTypes.length === 0) return 'caseTypes is not a list of case types';
  if (!caseTypes.every((type) => does(type, 'initial', 'evolve', 'decide') && does(type.chart, 'at')))
    return 'caseTypes holds something that defineCaseType did not make';
  if (!isLaw(law)) return 'law does not answer as a law does';
  if (!Array.isArray(laws) || !laws.every(isLaw)) return 'laws is not a list of laws';
  if (!Array.isArray(charts) || (charts.length > 0 && !areCaseTypes(charts))) return 'charts is not a list of case types';
  if (!does(organisation, 'unit', 'superior', 'inPost')) return 'organisation does not answer as an organisation does';
  if (!does(authority, 'may')) return 'authority does not answer `may`';
  return vault === undefined || does(vault, 'handles', 'seal') ? null : 'vault does not answer as a vault does';
}

/** Every law that is known here by the digest that a fact pinned. */
export function lawBook(
  { law, laws }: Pick<RedressConfig, 'law' | 'laws'>,
  more: readonly Law[] = [],
): (digest: string) => Law | undefined {
  const shelves = [law, ...laws, ...more, ...shippedLaws];
  return (digest) => {
    for (const each of shelves) {
      const found = each.at(digest);
      if (found) return found;
    }
    return undefined;
  };
}
