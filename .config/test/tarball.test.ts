import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeDoors, judgeTypes } from '../tarball.ts';

const folder = mkdtempSync(join(tmpdir(), 'tarball-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Packs a package with one door and these files. */
function packed(name: string, files: Readonly<Record<string, string>>): string {
  const door = { types: './dist/index.d.ts', default: './dist/index.js' };
  const manifest = { name, version: '1.0.0', license: 'Apache-2.0', type: 'module', exports: { '.': door } };
  const all = { 'package.json': JSON.stringify(manifest), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name, 'package', path)), { recursive: true });
    writeFileSync(join(folder, name, 'package', path), text);
  }
  execFileSync('tar', ['-czf', `${name}.tgz`, '-C', name, 'package'], { cwd: folder });
  return join(folder, `${name}.tgz`);
}

const code = { 'dist/index.js': 'export const day = 1;\n' };
const types = { 'dist/index.d.ts': 'export declare const day: number;\n' };

describe('a packed package', () => {
  it('is found right where code and types are behind its door', async () => {
    const right = packed('right', { ...code, ...types });
    expect(await judgeDoors(right)).toEqual([]);
    expect(judgeTypes(right)).toEqual([]);
  });

  it('is found wrong where no code is behind its door', async () => {
    expect((await judgeDoors(packed('no-code', types))).join()).toContain('dist/index.js');
  });

  it('is found wrong where no types are behind its door, though others are there', () => {
    expect(judgeTypes(packed('no-types', { ...code, 'dist/other.d.ts': '' })).join()).toContain('No types');
  });

  it('is found wrong where it has no types at all', () => {
    expect(judgeTypes(packed('untyped', code)).join()).toContain('does not contain types');
  });
});
