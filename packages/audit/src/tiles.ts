/**
 * The hashes of a tree, 256 to a tile, and where they lie. A tile is a cache: it can be dropped at any time, and is never believed,
 * since the tree compares what it reads with what it knows of the root.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where tiles lie. Level 0 holds the leaf hashes, level 1 a hash for each 256 of them, and so on, as RFC 6962 makes them. */
export interface HashTiles {
  /** The tile with the hashes from `256 * index` of this level, 32 bytes each, as many as there are; null where there is none. */
  read(level: number, index: number): Uint8Array | null;
  /** Puts a tile in the place of one with fewer hashes, all or nothing. */
  write(level: number, index: number, hashes: Uint8Array): void;
}

/** Tiles that live as long as the process: 32 bytes a leaf and little more, outside the heap. */
export function memoryTiles(): HashTiles {
  const tiles = new Map<string, Uint8Array>();
  return {
    read: (level, index) => tiles.get(`${level}/${index}`) ?? null,
    write: (level, index, hashes) => void tiles.set(`${level}/${index}`, new Uint8Array(hashes)),
  };
}

/**
 * Tiles as files below a folder, which is made when the first is written: `<level>/x001/x234/067`, so that no folder grows without end.
 * A file is put in place whole. What a power cut tears is found when it is read, so nothing waits for the disk.
 */
export function folderTiles(folder: string): HashTiles {
  const placeOf = (level: number, index: number): string => numberedFile(join(folder, String(level)), index);
  return {
    read: (level, index) => readIfThere(placeOf(level, index)),
    write: (level, index, hashes) => writeWhole(placeOf(level, index), hashes),
  };
}

/** The path of a numbered file: its number in groups of three digits, all but the last with an x before them. */
export function numberedFile(folder: string, index: number): string {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  return join(folder, ...groups);
}

/** The bytes of a file; null where there is none. */
export function readIfThere(path: string): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** All or nothing for whoever reads the path; its folder is made. `flush` waits for the disk, so that a power cut tears nothing either. */
export function writeWhole(path: string, bytes: Uint8Array | string, { flush = false } = {}): void {
  const before = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(before, bytes, { flush });
  renameSync(before, path);
}
