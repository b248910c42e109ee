/** Brings a map in from its module. */
import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { moduleAt } from '../config.ts';
import { UsageError } from '../faults.ts';
import type { ImportMap } from './import-map.ts';

/**
 * @param path of a module whose default export (or export `map`) is an ImportMap. JavaScript loads anywhere, TypeScript where Node can
 * load it: from 22.18 on, or under tsx.
 * @throws UsageError `no-such-file` or `bad-map`.
 */
export async function loadMap(path: string, folder: string): Promise<ImportMap> {
  const file = resolve(folder, path);
  if (!existsSync(file)) throw new UsageError('no-such-file', `There is no map ${file}. Nothing was done.`);
  if (!/^\.[cm]?[jt]s$/.test(extname(file)))
    throw new UsageError('bad-map', `${file} is not a JavaScript or TypeScript module. Nothing was done.`);
  const exported = await moduleAt(file, 'bad-map');
  const map = 'cases' in exported ? exported : exported.map;
  if (isMap(map)) return map;
  throw new UsageError('bad-map', `${file} exports no map: { name, format: 'csv' | 'xes', law, organisation, cases }. Nothing was done.`);
}

function isMap(value: unknown): value is ImportMap {
  if (typeof value !== 'object' || value === null) return false;
  const { name, format, law, organisation, cases } = value as Readonly<Record<string, unknown>>;
  const whole = typeof law === 'object' && law !== null && typeof organisation === 'object' && organisation !== null;
  return whole && typeof name === 'string' && name !== '' && (format === 'csv' || format === 'xes') && typeof cases === 'function';
}
