/**
 * `pnpm run docs`: the pages below docs/reference, made from the code they describe. What a generator gives is kept in git, so that a
 * change to it is seen and a test can compare; the API of every package goes to docs/reference/api, which is not kept.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application } from 'typedoc';
import { publishedPackages, root } from './build.ts';
import { pages, reference } from './reference/pages.ts';

function writePages(): void {
  for (const { path, write } of pages) {
    const to = join(reference, path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, write());
  }
}

/** Every exported name with its docstring, one folder for each package. */
async function writeApi(): Promise<void> {
  const to = join(reference, 'api');
  const doors = publishedPackages()
    .map(({ folder }) => join(folder, 'src', 'index.ts'))
    .filter((door) => existsSync(door));
  const application = await Application.bootstrapWithPlugins({
    entryPoints: doors,
    basePath: root,
    tsconfig: join(root, 'tsconfig.json'),
    plugin: ['typedoc-plugin-markdown'],
    readme: 'none',
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    skipErrorChecking: true,
    logLevel: 'Warn',
    name: 'Redress',
    // typedoc empties the folder it writes to, and without a word writes to docs.
    out: to,
    outputs: [{ name: 'markdown', path: to }],
  });
  const project = await application.convert();
  if (project === undefined)
    throw new Error('the API could not be read; docs/reference/api was not written. `pnpm types` names the cause.');
  await application.generateOutputs(project);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writePages();
  if (!process.argv.includes('--pages')) await writeApi();
  console.log(`${pages.length} pages in docs/reference${process.argv.includes('--pages') ? '' : ', the API in docs/reference/api'}`);
}
