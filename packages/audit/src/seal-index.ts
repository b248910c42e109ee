/**
 * What a sealer remembers of a log, in a folder: the hashes in tiles, the position of each record, where every stream ends, and how far
 * it has read. All of it is a cache. It is believed as far as it agrees with itself and with the log; the rest is made again.
 */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Recorded, SEALS_STREAM } from '@redress/core';
import { canonicalize } from './canonical.ts';
import { fromBase64 } from './checkpoint.ts';
import { equalBytes, isHash, leafHash, sha256 } from './merkle.ts';
import { FolderDamaged, SealError } from './seal-error.ts';
import { contradiction, type Grown, type HeadsFile, mergeHeads } from './seal-heads.ts';
import { folderTiles, numberedFile, readIfThere, writeWhole } from './tiles.ts';
import { HashTree, TileMissing } from './tree.ts';

/** A seal in the log that says what the log says: its place, how many facts it covers, and how many streams they are of. */
export interface SealPlace {
  readonly index: number;
  readonly covers: number;
  readonly streams: number;
}

/** What was written at the last commit. Sizes are numbers: 2^53 facts fit into no folder. */
interface State {
  readonly v: typeof FORM;
  readonly log: string;
  readonly size: number;
  /** Of the last record; '' where there is none. */
  readonly position: string;
  /** Base64, as are all hashes here. */
  readonly root: string;
  /** Over the heads; null where they were not counted. */
  readonly heads: string | null;
  readonly streams: number;
  /** Of the file of heads. */
  readonly check: string;
  /** Where the stream of seals ended. */
  readonly seals: { readonly version: number; readonly leaf: string; readonly at: string; readonly place: number } | null;
  readonly sealed: SealPlace | null;
  /** Up to where records were compared with the log again. */
  readonly compared: number;
}

export interface Heads {
  /** Root of the tree over the heads: 32 bytes. */
  readonly root: Uint8Array;
  readonly streams: number;
}

export interface SealsHead {
  readonly version: number;
  readonly leaf: Uint8Array;
  readonly at: string;
  /** Of its last fact in the log, from 0. */
  readonly place: number;
}

const BLOCK = 256;
/** Of what is written here; a folder of another form is made again. */
const FORM = 2;
/** Streams that may have grown before they are merged: some ten megabytes. Where the file holds many, more, or it is copied all day. */
const FEWEST_GROWN = 131_072;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const encoder = new TextEncoder();

/** The canonical text of a value, and below it its SHA-256. */
function sumText(value: object): string {
  const text = new TextDecoder().decode(canonicalize(value));
  return `${text}\n${Buffer.from(sha256(text)).toString('hex')}\n`;
}

/** Null where the file is not there, or not as it was written. */
function stateIn(folder: string): State | null {
  const text = new TextDecoder().decode(readIfThere(join(folder, 'state')) ?? new Uint8Array());
  const [json = '', sum = ''] = text.split('\n');
  if (Buffer.from(sha256(json)).toString('hex') !== sum) return null;
  // What is behind the sum was written by this file, member by member.
  const state = JSON.parse(json) as State;
  return state.v === FORM ? state : null;
}

export class LogIndex {
  readonly #folder: string;
  readonly #log: string;
  #tree: HashTree;
  #position = '';
  /** Positions of the block that is not whole yet. */
  #block: string[] = [];
  /** A block that was read lately. */
  #known: { readonly block: number; readonly positions: readonly string[] | null } = { block: -1, positions: null };
  #heads: HeadsFile = { root: sha256(''), streams: 0, check: '' };
  /** Which size the heads are of; at 0 there is no file. */
  #merged = 0;
  #grown = new Map<string, Grown>();
  #seals: SealsHead | null = null;
  /** The last seal that was found to cover, and to say, everything before it. */
  sealed: SealPlace | null = null;
  compared = 0;

  private constructor(folder: string, log: string) {
    this.#folder = folder;
    this.#log = log;
    this.#tree = new HashTree(folderTiles(join(folder, 'tiles')));
  }

  /** As the last commit left it; empty where there was none, or where it was damaged. Throws SealError `other-log`. */
  static open(folder: string, log: string): LogIndex {
    mkdirSync(folder, { recursive: true });
    const state = stateIn(folder);
    if (state && state.log !== log)
      throw new SealError(
        'other-log',
        `The folder ${folder} was made for the log ${state.log}, not for ${log}. Nothing was signed. Give each log a folder of its own.`,
      );
    const index = new LogIndex(folder, log);
    return state && index.#resume(state) ? index : LogIndex.#empty(folder, log);
  }

  /** Forgets everything. Only what a sealer writes is removed: somebody may have named a folder of their own. */
  static #empty(folder: string, log: string): LogIndex {
    rmSync(join(folder, 'state'), { force: true });
    for (const name of ['tiles', 'positions']) rmSync(join(folder, name), { recursive: true, force: true });
    for (const name of headsIn(folder)) rmSync(join(folder, name), { force: true });
    return new LogIndex(folder, log);
  }

  #resume(state: State): boolean {
    const root = fromBase64(state.root);
    const heads = state.heads === null ? null : fromBase64(state.heads);
    const leaf = state.seals ? fromBase64(state.seals.leaf) : null;
    if (!isHash(root)) return false;
    try {
      this.#tree = HashTree.resume(folderTiles(join(this.#folder, 'tiles')), state.size, root);
    } catch (error) {
      if (error instanceof TileMissing) return false;
      throw error;
    }
    const open = state.size % BLOCK;
    const block = open === 0 ? [] : this.#readBlock(Math.floor(state.size / BLOCK), open);
    if (!block) return false;
    this.#block = block;
    this.#position = state.position;
    this.#heads = { root: heads, streams: state.streams, check: state.check };
    this.#merged = state.size;
    this.#seals = state.seals && leaf ? { ...state.seals, leaf } : null;
    this.sealed = state.sealed;
    this.compared = state.compared;
    return true;
  }

  /** Forgets everything, to begin again with the first record. */
  again(): LogIndex {
    return LogIndex.#empty(this.#folder, this.#log);
  }

  /** Records that were read. */
  get size(): number {
    return Number(this.#tree.size);
  }

  get tree(): HashTree {
    return this.#tree;
  }

  /** Of the last record that was read; '' where there is none. */
  get position(): string {
    return this.#position;
  }

  /** Where the stream of seals ends, as far as was read. */
  get seals(): SealsHead | null {
    return this.#seals;
  }

  /** Whether so many streams have grown that it is time to commit. */
  get full(): boolean {
    return this.#grown.size >= Math.max(FEWEST_GROWN, this.#heads.streams / 8);
  }

  /** Takes the next record of the log. Throws SealError `log-contradicts`. */
  add({ position, text, record }: Recorded): void {
    const leaf = leafHash(encoder.encode(text));
    const { stream, version, prev } = record;
    const grown = this.#grown.get(stream);
    if (!grown) this.#grown.set(stream, { version, prev, end: version, leaf });
    else if (version !== grown.end + 1 || prev !== Buffer.from(grown.leaf).toString('base64url')) throw contradiction(stream, version);
    else {
      grown.end = version;
      grown.leaf = leaf;
    }
    this.#tree.append(leaf);
    this.#position = position;
    this.#block.push(position);
    if (this.#block.length === BLOCK) this.#writeBlock(this.size / BLOCK - 1);
    if (stream === SEALS_STREAM) this.#seals = { version, leaf, at: record.recordedAt, place: this.size - 1 };
  }

  /**
   * Writes out what was read, so that a sealer goes on from here. Whatever it is interrupted in, the last commit stands until this one is
   * whole. Throws SealError `log-contradicts`, and `FolderDamaged`.
   */
  async commit(): Promise<void> {
    if (this.size !== this.#merged) await this.#merge(false);
    this.#writeState();
  }

  /** Commits, and counts the heads of all that was read. */
  async countHeads(): Promise<Heads> {
    if (this.size !== this.#merged || !this.#heads.root) await this.#merge(true);
    this.#writeState();
    const { root, streams } = this.#heads;
    return { root: root ?? sha256(''), streams };
  }

  async #merge(counted: boolean): Promise<void> {
    const { size } = this;
    this.#tree.flush();
    if (this.#block.length > 0) this.#writeBlock(Math.floor(size / BLOCK));
    const from = this.#merged === 0 ? null : { path: this.#headsAt(this.#merged, this.#heads), check: this.#heads.check };
    const part = join(this.#folder, 'heads-part');
    this.#heads = await mergeHeads(from, part, this.#grown, counted);
    this.#grown = new Map();
    this.#merged = size;
    renameSync(part, this.#headsAt(size, this.#heads));
  }

  #writeState(): void {
    writeWhole(join(this.#folder, 'state'), sumText(this.#state()));
    const last = basename(this.#headsAt(this.#merged, this.#heads));
    for (const name of headsIn(this.#folder)) if (name !== last) rmSync(join(this.#folder, name), { force: true });
  }

  #state(): State {
    const { root, streams, check } = this.#heads;
    const seals = this.#seals && { ...this.#seals, leaf: base64(this.#seals.leaf) };
    return {
      ...{ v: FORM, log: this.#log, size: this.size, position: this.#position, root: base64(this.#tree.root()) },
      ...{ heads: root && base64(root), streams, check, seals, sealed: this.sealed, compared: this.compared },
    };
  }

  /** The position of a record that was read; '' before the first. Throws `FolderDamaged` where it was forgotten. */
  positionOf(index: number): string {
    if (index < 0) return '';
    const block = Math.floor(index / BLOCK);
    if (block !== this.#known.block) this.#known = { block, positions: this.#readBlock(block, Math.min(BLOCK, this.size - block * BLOCK)) };
    const found = (block === Math.floor(this.size / BLOCK) ? this.#block : this.#known.positions)?.[index % BLOCK];
    if (found === undefined) throw new FolderDamaged();
    return found;
  }

  #headsAt(size: number, { root }: HeadsFile): string {
    return join(this.#folder, `heads-${size}${root ? '' : '-uncounted'}`);
  }

  #blockAt(block: number): string {
    return numberedFile(join(this.#folder, 'positions'), block);
  }

  #writeBlock(block: number): void {
    writeWhole(this.#blockAt(block), `${this.#block.join('\n')}\n`);
    if (this.#block.length === BLOCK) this.#block = [];
  }

  /** The first positions of a block; null where it does not hold as many. */
  #readBlock(block: number, count: number): string[] | null {
    const lines = new TextDecoder().decode(readIfThere(this.#blockAt(block)) ?? new Uint8Array()).split('\n');
    return lines.length > count ? lines.slice(0, count) : null;
  }
}

const headsIn = (folder: string): string[] => readdirSync(folder).filter((name) => /^heads-(?:part|\d+(?:-uncounted)?)$/.test(name));

/** Whether a record is the one that was read at this place before. */
export const isSame = (index: LogIndex, at: number, { text }: Recorded): boolean =>
  equalBytes(index.tree.leaf(at), leafHash(encoder.encode(text)));
