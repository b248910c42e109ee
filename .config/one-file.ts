/** A program of the tests in one file of plain JavaScript: what is started hundreds of times should start in a tenth of a second. */
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** What tsx brings along, as far as it is used here. */
interface Bundler {
  buildSync(options: Readonly<Record<string, unknown>>): { readonly outputFiles?: readonly { readonly text: string }[] };
}

const require = createRequire(import.meta.url);
export const bundler = createRequire(require.resolve('tsx'))('esbuild') as Bundler;

/**
 * Writes the program `entry` and all it imports into one file, and gives its path. `external` are the libraries that stay where they
 * are, such as native ones: the file is put where the program's own package finds them.
 */
export function oneFile(entry: string, external: readonly string[]): string {
  const outfile = join(dirname(entry), '..', 'node_modules', '.cache', basename(entry).replace(/\.ts$/, `-${process.pid}.mjs`));
  bundler.buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external,
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}
