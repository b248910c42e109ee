/**
 * Freezes the edition of the law of Viet Nam that answers now: its sources become a folder of `packages/vietnam/src/released`. What they
 * hash to is entered in the register there, so that a later change of them is found. `pnpm freeze` runs it before a release.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..', 'packages', 'vietnam', 'src');

/** What does not answer: the index, samples, and what reads the pack from outside. */
const NOT_OF_AN_EDITION = /^(released|index\.ts|organisation-sample\.ts|authority-sample\.ts)/;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

/** SHA-256 over the names and texts of a folder's sources, in the order of their names. */
export function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesIn(folder)) hash.update(`${file}\n${readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')}\n`);
  return hash.digest('hex');
}

/** Copies the sources that answer into `released/VERSION`. @throws where that version was released before. */
export function freeze(source: string, version: string): string {
  const folder = join(source, 'released', version);
  if (existsSync(folder)) throw new Error(`${version} was released before and is not changed any more; raise the version of the edition`);
  mkdirSync(folder, { recursive: true });
  for (const file of filesIn(source)) {
    if (!NOT_OF_AN_EDITION.test(file)) cpSync(join(source, file), join(folder, file));
  }
  return folder;
}

if (process.argv[1] === import.meta.filename) {
  const { vietnam } = await import('../packages/vietnam/src/index.ts');
  const folder = freeze(root, vietnam.edition.version);
  process.stdout.write(`${relative(process.cwd(), folder)} is frozen. Enter it in released/index.ts with sources: '${hashOf(folder)}'.\n`);
}
