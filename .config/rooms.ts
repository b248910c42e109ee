/** Which files may stand where. A new room is entered here first, so that nobody finds one that nobody decided on. */

/** Everything that may stand at the top. What a tool allows to be hidden is in `.config`. */
export const top: readonly string[] = [
  'packages',
  'examples',
  'docs',
  'package.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'tsconfig.json',
  'README.md',
  'LICENSE',
  'NOTICE',
  '.biome.json',
  '.changeset',
  '.ci',
  '.config',
  '.gitattributes',
  '.gitignore',
  '.pnpmfile.cjs',
];

/** One folder for each package. */
export const packages: readonly string[] = [
  'core',
  'vietnam',
  'sqlite',
  'postgres',
  'eventstoredb',
  'views',
  'vault',
  'audit',
  'testing',
  'http',
  'cli',
];

/** What a package's folder may hold. */
export const inPackage: readonly string[] = ['src', 'test', 'bench', 'package.json', 'README.md', 'CHANGELOG.md'];

/** One folder for each example. */
export const examples: readonly string[] = [
  'first-case',
  'import-real',
  'desk',
  'embed-nestjs',
  'embed-fastify',
  'worker',
  'authority-casl',
  'authority-cedar',
  'own-case-type',
];

/** The reason why a file stands where nothing may, or undefined. Paths are relative to the repository, with forward slashes. */
export function outOfPlace(path: string): string | undefined {
  const [first = '', second = '', third = ''] = path.split('/');
  if (!top.includes(first)) return `nothing called ${first} belongs at the top: hide it in .config, or enter it in rooms.ts`;
  if (first === 'examples' && !examples.includes(second)) return `no example is called ${second}: enter it in rooms.ts`;
  if (first !== 'packages') return undefined;
  if (!packages.includes(second)) return `no package is called ${second}: enter it in rooms.ts`;
  return inPackage.includes(third) ? undefined : `a package has ${inPackage.join(', ')}, and no ${third}`;
}
