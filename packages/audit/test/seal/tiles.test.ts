/** Where tiles lie, in memory and in files. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderTiles, memoryTiles, numberedFile, readIfThere, writeWhole } from '../../src/tiles.ts';
import { folder } from './sealing.ts';

const at = folder();

describe('a numbered file', () => {
  it.each([
    [0, ['000']],
    [7, ['007']],
    [999, ['999']],
    [1000, ['x001', '000']],
    [67_234, ['x067', '234']],
    [999_999, ['x999', '999']],
    [1_000_000, ['x001', 'x000', '000']],
    [1_234_067, ['x001', 'x234', '067']],
    [4_000_000_001, ['x004', 'x000', 'x000', '001']],
  ])('%i lies by its number in groups of three digits', (index, groups) => {
    expect(numberedFile('/tiles', index)).toBe(join('/tiles', ...groups));
  });
});

describe('tiles', () => {
  it.each([
    ['in memory', memoryTiles],
    ['in a folder', () => folderTiles(at('tiles'))],
  ])('%s are read as they were written last, each by its level and number, and null where none was', (_, make) => {
    const tiles = make();
    expect(tiles.read(0, 0)).toBeNull();
    const hashes = Uint8Array.of(1, 2, 3);
    tiles.write(0, 1234, hashes);
    tiles.write(1, 0, Uint8Array.of(4));
    tiles.write(0, 0, Uint8Array.of(5));
    tiles.write(0, 0, Uint8Array.of(5, 6));
    // What is done with the bytes afterwards does not reach them.
    hashes.fill(9);
    expect([tiles.read(0, 1234), tiles.read(1, 0), tiles.read(0, 0)]).toEqual([
      Uint8Array.of(1, 2, 3),
      Uint8Array.of(4),
      Uint8Array.of(5, 6),
    ]);
    expect([tiles.read(1, 1234), tiles.read(0, 1), tiles.read(2, 0)]).toEqual([null, null, null]);
  });

  it('in a folder lie below the number of their level, and nothing else is left there', () => {
    const tiles = folderTiles(at('placed'));
    tiles.write(0, 1234, Uint8Array.of(1));
    tiles.write(2, 5, Uint8Array.of(2));
    const files = readdirSync(at('placed'), { recursive: true, encoding: 'utf8' }).sort();
    expect(files).toEqual(['0', join('0', 'x001'), join('0', 'x001', '234'), '2', join('2', '005')]);
  });
});

describe('a file', () => {
  it('that is not there is null, and one that cannot be read is an error', () => {
    expect(readIfThere(at('none'))).toBeNull();
    mkdirSync(at('a folder'));
    expect(() => readIfThere(at('a folder'))).toThrow(/EISDIR/);
    writeFileSync(at('empty'), '');
    expect(readIfThere(at('empty'))).toEqual(new Uint8Array());
  });

  it('is written whole, with the folders that it takes, over what was there', () => {
    for (const [text, options] of [
      ['one', {}],
      ['two', { flush: true }],
    ] as const) {
      writeWhole(at('deep/er/file'), text, options);
      expect(readFileSync(at('deep/er/file'), 'utf8')).toBe(text);
    }
    expect(readdirSync(at('deep/er'))).toEqual(['file']);
  });
});
