/**
 * `verify.mjs`, the verifier of bundles in one file: built from the source of `@redress/audit`, kept beside it, and put into bundles from
 * there. Run as a program (`pnpm verifier`) it writes the file; a test holds the file equal to what would be written.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundler } from './one-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const name = 'verify.mjs';

/** Where the file is kept. */
export const verifierPath: string = join(root, 'packages/audit/src', name);

const BANNER = `/*
 * Verifies an evidence bundle of Redress: node verify.mjs FOLDER --vkey KEY
 * Needs Node 20 or later and nothing else. Built from @redress/audit; Apache-2.0.
 * Whoever forges a bundle can forge this file in it: take verifier and keys from somebody else.
 */`;

/** The program as it would be written now. */
export function verifierText(): string {
  const { outputFiles } = bundler.buildSync({
    absWorkingDir: root,
    entryPoints: ['packages/audit/src/verify-main.ts'],
    alias: { 'node:crypto': join(root, '.config/verifier-crypto.ts') },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: BANNER },
    write: false,
    logLevel: 'error',
  });
  const [file] = outputFiles ?? [];
  if (!file) throw new Error(`${name} was not built`);
  return file.text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(verifierPath, verifierText());
