/** The parts of an export that hold much: where every stream ends, and text for many files that waits to be written. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BundleFolder, checkFree } from '../../src/bundle-folder.ts';
import { digestOf, PackedHeads, PackedHeadsTree } from '../../src/bundle-heads.ts';
import { HeadsTree, headOf } from '../../src/index.ts';
import { bytes, hex, leafOf } from '../proofs/reference.ts';
import { place } from './sealed-store.ts';

const leaf = (name: string, version: number): Uint8Array => leafOf(bytes(`${name} ${version}`));
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `case-${at}`);

describe('where every stream ends, packed', () => {
  it.each([0, 1, 2, 255, 256, 257, 513, 700])('has for %d streams the root and the proofs of the tree over their last facts', (count) => {
    const packed = new PackedHeads();
    for (const [at, name] of names(count).entries()) packed.set(name, at + 1, leaf(name, at + 1));
    for (const [at, name] of names(count).entries()) if (at % 3 === 1) packed.set(name, at + 9, leaf(name, at + 9));
    const last = (at: number): number => (at % 3 === 1 ? at + 9 : at + 1);
    const plain = new HeadsTree(names(count).map((name, at) => headOf(name, last(at), leaf(name, last(at)))));
    const tree = new PackedHeadsTree(packed);
    expect([packed.size, tree.size, hex(tree.root())]).toEqual([count, count, hex(plain.root())]);
    const asked = names(count).filter((_, at) => at % 50 === 0 || at > count - 3);
    const found = [...tree.proofsOf(new Set([...asked, 'nobody', 'somebody'].map(digestOf)))];
    expect(found.map(({ head }) => head.s)).toEqual(asked.map(digestOf).sort());
    for (const name of asked) {
      const proved = found.find(({ head }) => head.s === digestOf(name));
      const { head, index, proof } = plain.prove(name) ?? expect.fail(`no head of ${name}`);
      expect([proved?.head, proved?.index, proved?.proof.map(hex)]).toEqual([head, Number(index), proof.map(hex)]);
    }
    expect([names(count).every((name) => tree.has(name)), tree.has('nobody'), tree.has('')]).toEqual([true, false, false]);
    const order = packed.sorted();
    expect([order(count), order(-1)]).toEqual([null, null]);
  });

  it('is as it was when the tree was made, whatever is set later', () => {
    const packed = new PackedHeads();
    packed.set('a', 1, leaf('a', 1));
    const tree = new PackedHeadsTree(packed);
    packed.set('b', 1, leaf('b', 1));
    expect([tree.size, tree.has('a'), tree.has('b'), packed.size]).toEqual([1, true, false, 2]);
  });
});

describe('the folder of a bundle, while it is written', () => {
  it('lies beside its place, and is moved there once it is whole', async () => {
    const at = place();
    const folder = await BundleFolder.begin(at);
    await folder.inside('a');
    await folder.add('a/one', 'x');
    await folder.add('two', 'y');
    await folder.add('a/one', 'z');
    expect([existsSync(at), readdirSync(`${at}.part`)]).toEqual([false, ['a']]);
    await folder.finish();
    expect([existsSync(`${at}.part`), readFileSync(join(at, 'a/one'), 'utf8'), readFileSync(join(at, 'two'), 'utf8')]).toEqual([
      false,
      'xz',
      'y',
    ]);
  });

  it('is written a few megabytes at a time, in the order in which text was added', async () => {
    const at = place();
    const folder = await BundleFolder.begin(at);
    const half = 'x'.repeat(2_000_000);
    await folder.add('a', half);
    await folder.add('b', half);
    expect(readdirSync(`${at}.part`)).toEqual([]);
    await folder.add('a', 'y');
    expect(['a', 'b'].map((name) => statSync(join(`${at}.part`, name)).size)).toEqual([2_000_001, 2_000_000]);
    await folder.add('a', half);
    await folder.add('b', half);
    expect(statSync(join(`${at}.part`, 'a')).size).toBe(2_000_001);
    await folder.finish();
    expect(readFileSync(join(at, 'a'), 'utf8')).toBe(`${half}y${half}`);
  });

  it('holds one text under many names, which share it, and begins anew where they cannot', async () => {
    const at = place();
    const folder = await BundleFolder.begin(at);
    const inode = (name: string): number => statSync(join(`${at}.part`, name)).ino;
    for (const name of ['one', 'two']) await folder.same(name, 'text');
    expect(inode('two')).toBe(inode('one'));
    rmSync(join(`${at}.part`, 'one'));
    for (const name of ['three', 'four']) await folder.same(name, 'text');
    expect([inode('three') === inode('two'), inode('four')]).toEqual([false, inode('three')]);
    await folder.finish();
    for (const name of ['two', 'three', 'four']) expect(readFileSync(join(at, name), 'utf8')).toBe('text');
  });

  it('leaves nothing where it is discarded, written or not', async () => {
    const at = place();
    const folder = await BundleFolder.begin(at);
    await folder.inside('a');
    await folder.same('a/b', 'text');
    await folder.discard();
    expect([existsSync(at), existsSync(`${at}.part`)]).toEqual([false, false]);
    await folder.discard();
  });

  it('is begun where the place is free: no file, no folder but an empty one, and nothing that another export left', async () => {
    const says = (at: string): string => {
      try {
        checkFree(at);
      } catch (error) {
        return String(error);
      }
      return 'free';
    };
    const [file, full, empty, left] = [place(), place(), place(), place()] as const;
    writeFileSync(file, '');
    mkdirSync(join(full, 'a'), { recursive: true });
    mkdirSync(empty);
    writeFileSync(`${left}.part`, '');
    const taken = (at: string) => `BundleError: folder-in-use: ${at} is there and not an empty folder: name another. Nothing was written.`;
    expect([says(file), says(full), says(empty), says(place())]).toEqual([taken(file), taken(full), 'free', 'free']);
    expect(says(left)).toBe(
      `BundleError: folder-in-use: ${left}.part is there: another export is under way, or one was broken off. In that case remove it and ` +
        'export again. Nothing was written.',
    );
    await expect(BundleFolder.begin(left)).rejects.toMatchObject({ code: 'folder-in-use' });
    const folder = await BundleFolder.begin(empty);
    await folder.finish();
    expect(readdirSync(empty)).toEqual([]);
  });
});
