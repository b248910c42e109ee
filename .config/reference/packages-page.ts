/** The page of the packages: what each is and how it is entered. */
import { join } from 'node:path';
import { type Package, publishedPackages } from '../build.ts';

function row({ manifest }: Package): string {
  const doors = Object.keys(manifest.exports).map((door) => `\`${join(manifest.name, door)}\``);
  return `| ${doors.join(', ')} | ${manifest.description} |`;
}

export function packagesPage(): string {
  return [
    '# The packages',
    '',
    'Written by `pnpm run docs` from each `package.json`.',
    '',
    '| import | what it is |',
    '| --- | --- |',
    ...publishedPackages().map(row),
    '',
  ].join('\n');
}
