/**
 * What a user would get: builds, packs and judges every package, then installs all of them into an empty folder and uses them there.
 * `pnpm check:packages`; with `--no-install` it stays off the network.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Package, publishedPackages } from './build.ts';
import { judgeDoors, judgeTypes } from './tarball.ts';

/** The tarball's path. `pnpm pack` is what replaces `exports` by the published ones, `workspace:` by versions, and adds the licence. */
function pack({ folder }: Package, into: string): string {
  const said: unknown = JSON.parse(execFileSync('pnpm', ['pack', '--json', '--pack-destination', into], { cwd: folder, encoding: 'utf8' }));
  if (typeof said !== 'object' || said === null || !('filename' in said) || typeof said.filename !== 'string') {
    throw new Error(`pnpm pack did not name the tarball of ${folder}`);
  }
  return said.filename;
}

/** Uses the installed packages as a stranger would: every door opens, and the command answers. */
function useInstalled(packages: readonly Package[], tarballs: ReadonlyMap<string, string>, folder: string): string[] {
  const local = Object.fromEntries([...tarballs].map(([name, tarball]) => [name, `file:${tarball}`]));
  mkdirSync(folder);
  const host = { name: 'host', private: true, type: 'module', dependencies: local, overrides: local };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(host));
  const doors = packages.flatMap(({ manifest }) => Object.keys(manifest.exports).map((door) => join(manifest.name, door)));
  writeFileSync(join(folder, 'use.js'), doors.map((door) => `await import('${door}');`).join('\n'));
  // Install scripts only fetch the native driver, which takes minutes where it is compiled; no door may need it to open.
  const steps: [command: string, ...rest: string[]][] = [
    ['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    [process.execPath, 'use.js'],
    ['npx', '--no-install', 'redress', '--version'],
  ];
  for (const [command, ...rest] of steps) {
    const ran = spawnSync(command, rest, { cwd: folder, encoding: 'utf8' });
    if (ran.status !== 0) return [`installed: ${command} ${rest.join(' ')} failed\n${ran.stdout}${ran.stderr}`];
  }
  return [];
}

async function judge(into: string, install: boolean): Promise<string[]> {
  const packages = publishedPackages();
  build(packages);
  const wrong: string[] = [];
  const tarballs = new Map<string, string>();
  for (const one of packages) {
    const tarball = pack(one, into);
    tarballs.set(one.manifest.name, tarball);
    const found = [...(await judgeDoors(tarball)), ...judgeTypes(tarball)];
    wrong.push(...found.map((line) => `${one.manifest.name}: ${line}`));
  }
  if (install) wrong.push(...useInstalled(packages, tarballs, join(into, 'host')));
  const used = install ? ', installed and used' : '';
  if (wrong.length === 0) console.log(`${packages.length} packages built, packed, judged${used}: nothing wrong`);
  return wrong;
}

const into = mkdtempSync(join(tmpdir(), 'packages-'));
try {
  const wrong = await judge(into, !process.argv.includes('--no-install'));
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(into, { recursive: true });
}
