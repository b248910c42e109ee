/**
 * What a disk may hold after the power failed: everything that was synced, and of what was not any part, in any order, in pieces of a
 * sector. Built from a trace of what SQLite asked of the system, which disk-witness.c wrote down.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const SECTOR = 512;

interface Entry {
  readonly what: 'open' | 'write' | 'sync' | 'truncate' | 'unlink';
  readonly descriptor: number;
  readonly number: number;
  readonly bytes: Buffer;
  readonly path: string;
}

const KINDS = ['open', 'write', 'sync', 'truncate', 'unlink'] as const;

function* entriesOf(trace: Buffer): Generator<Entry> {
  for (let at = 0; at < trace.length; ) {
    const end = trace.indexOf(10, at);
    const line = trace.toString('utf8', at, end);
    const found = /^(\w+) (-?\d+) (-?\d+) (\d+) (.*)$/.exec(line);
    const what = KINDS.find((kind) => kind === found?.[1]);
    if (!found || !what) throw new Error(`the trace is not one: ${JSON.stringify(line)}`);
    at = end + 1 + Number(found[4]);
    yield { what, descriptor: Number(found[2]), number: Number(found[3]), bytes: trace.subarray(end + 1, at), path: found[5] ?? '' };
  }
}

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly size: number };

function changed(content: Buffer, change: Change): Buffer {
  if ('size' in change) return Buffer.concat([content.subarray(0, change.size)], change.size);
  const { offset, bytes } = change;
  // A hole that was never written reads as zeros.
  const after = Buffer.concat([content], Math.max(content.length, offset + bytes.length));
  bytes.copy(after, offset);
  return after;
}

class OnDisk {
  synced: Buffer = Buffer.alloc(0);
  pending: readonly Change[] = [];

  get size(): number {
    return this.pending.reduce(
      (size, one) => ('size' in one ? one.size : Math.max(size, one.offset + one.bytes.length)),
      this.synced.length,
    );
  }

  sync(): void {
    this.synced = this.pending.reduce(changed, this.synced);
    this.pending = [];
  }
}

type Names = ReadonlyMap<string, OnDisk>;
/** The file that has the name from now on, or undefined: it was removed. */
type Naming = readonly [name: string, file: OnDisk | undefined];

function named(names: Names, [name, file]: Naming): Names {
  const after = new Map(names);
  if (file === undefined) after.delete(name);
  else after.set(name, file);
  return after;
}

/** What is kept of all that was not synced: so many of the changes of a directory, and this of each change of a file. */
export interface Fate {
  readonly name: string;
  namings(pending: number): number;
  change(change: Change, place: number, pending: number): readonly Change[];
}

export type Random = (below: number) => number;

function torn(change: Change, random: Random): readonly Change[] {
  if ('size' in change) return random(2) === 0 ? [change] : [];
  const pieces: Change[] = [];
  for (let at = 0; at < change.bytes.length; ) {
    const end = Math.min(change.bytes.length, at + SECTOR - ((change.offset + at) % SECTOR));
    if (random(2) === 0) pieces.push({ offset: change.offset + at, bytes: change.bytes.subarray(at, end) });
    at = end;
  }
  return pieces;
}

export const fates = (random: Random): readonly Fate[] => [
  { name: 'all is dropped', namings: () => 0, change: () => [] },
  { name: 'all is kept', namings: (pending) => pending, change: (change) => [change] },
  { name: 'some are dropped', namings: (pending) => random(pending + 1), change: (change) => (random(2) === 0 ? [change] : []) },
  { name: 'most are dropped', namings: (pending) => random(pending + 1), change: (change) => (random(8) === 0 ? [change] : []) },
  {
    name: 'the last alone is kept',
    namings: (pending) => pending,
    change: (change, place, pending) => (place === pending - 1 ? [change] : []),
  },
  { name: 'the first alone is dropped', namings: (pending) => pending, change: (change, place) => (place === 0 ? [] : [change]) },
  { name: 'all are torn', namings: (pending) => random(pending + 1), change: (change) => torn(change, random) },
  {
    name: 'the last is torn',
    namings: (pending) => pending,
    change: (change, place, pending) => (place === pending - 1 ? torn(change, random) : [change]),
  },
];

/** A disk as the trace goes on. */
export class Disk {
  readonly #open = new Map<number, OnDisk | 'folder'>();
  #names: Names = new Map();
  #syncedNames: Names = new Map();
  #namings: readonly Naming[] = [];

  do({ what, descriptor, number, bytes, path }: Entry): void {
    if (what === 'open') this.#opened(descriptor, path, number === 1);
    else if (what === 'unlink') this.#name([basename(path), undefined]);
    else {
      const file = this.#open.get(descriptor);
      if (file === undefined) throw new Error(`the trace uses a file that it did not open: ${descriptor}`);
      if (what === 'sync') this.#sync(file);
      else if (file === 'folder') throw new Error('the trace writes into a folder');
      else if (what === 'truncate') file.pending = [...file.pending, { size: number }];
      else file.pending = [...file.pending, { offset: number === -1 ? file.size : number, bytes }];
    }
  }

  /** Whether anything was asked that a power cut may undo. */
  get unsynced(): boolean {
    const files = [...this.#names.values(), ...this.#syncedNames.values()];
    return this.#namings.length > 0 || files.some(({ pending }) => pending.length > 0);
  }

  /** The files that are there once the power is back. */
  after(fate: Fate): Map<string, Buffer> {
    const names = this.#namings.slice(0, fate.namings(this.#namings.length)).reduce(named, this.#syncedNames);
    const files = new Map<string, Buffer>();
    for (const [name, { synced, pending }] of names) {
      const kept = pending.flatMap((change, place) => fate.change(change, place, pending.length));
      files.set(name, kept.reduce(changed, synced));
    }
    return files;
  }

  #opened(descriptor: number, path: string, emptied: boolean): void {
    const name = basename(path);
    if (!name.includes('.')) {
      this.#open.set(descriptor, 'folder');
      return;
    }
    const file = this.#names.get(name) ?? new OnDisk();
    this.#open.set(descriptor, file);
    if (!this.#names.has(name)) this.#name([name, file]);
    if (emptied) file.pending = [...file.pending, { size: 0 }];
  }

  #name(naming: Naming): void {
    this.#names = named(this.#names, naming);
    this.#namings = [...this.#namings, naming];
  }

  #sync(file: OnDisk | 'folder'): void {
    if (file !== 'folder') file.sync();
    else {
      this.#syncedNames = this.#names;
      this.#namings = [];
    }
  }
}

/** The shared memory of WAL mode: gone with the power, and made anew. */
const isMemory = (path: string): boolean => path.endsWith('-shm');

export interface Moment {
  readonly disk: Disk;
  readonly acknowledged: readonly string[];
  readonly unsynced: boolean;
}

/** The disk after each thing that was asked of it, and what had been acknowledged by then. Both change as one goes on. */
export function* momentsOf(tracePath: string, acknowledgements: string): Generator<Moment> {
  const disk = new Disk();
  const acknowledged: string[] = [];
  /** Descriptors that are not of the disk: what they stand for. */
  const apart = new Map<number, 'memory' | 'acknowledgements'>();
  for (const entry of entriesOf(readFileSync(tracePath))) {
    const { what, descriptor, path, bytes } = entry;
    if (what === 'open') apart.delete(descriptor);
    if (what === 'open' && path === acknowledgements) apart.set(descriptor, 'acknowledgements');
    else if (what === 'open' && isMemory(path)) apart.set(descriptor, 'memory');
    else if (apart.get(descriptor) === 'acknowledgements') acknowledged.push(...bytes.toString('utf8').trim().split('\n'));
    else if (!apart.has(descriptor) && !isMemory(path)) {
      disk.do(entry);
      yield { disk, acknowledged, unsynced: disk.unsynced };
    }
  }
}
