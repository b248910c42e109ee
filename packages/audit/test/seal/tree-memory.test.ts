import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { length } from '../../../../.config/lengths.ts';
import { folderTiles, HashTree } from '../../src/index.ts';
import { bytes, leafOf } from '../proofs/reference.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-tree-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a tree grows in a folder without growing in memory', () => {
  const leaf = leafOf(bytes('a fact'));
  const flat = new HashTree(folderTiles(folder));
  const grow = (to: number): number => {
    while (flat.size < BigInt(to)) flat.append(leaf);
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const early = grow(20_000);
  const late = grow(length('leaves of the tree in a folder', 200_000, 1_000_000));
  expect(globalThis.gc).toBeDefined();
  expect(late - early).toBeLessThan(2_000_000);
  // The control: the hashes alone are more than that.
  expect(Number(flat.size) * 32).toBeGreaterThan(4_000_000);
});
