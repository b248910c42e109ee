/**
 * The first reading of a log for a bundle: is it the log of the note, where does its last seal lie, and where does each stream end below
 * that. Nothing is kept that grows with the number of facts but a hash for 256 of them.
 */
import { type EventStore, type Recorded, SEALS_STREAM } from '@redress/core';
import { BundleError } from './bundle-error.ts';
import { PackedHeads, PackedHeadsTree } from './bundle-heads.ts';
import type { OpenedNote } from './bundle-note.ts';
import { SparseTree, TILE, tileOf } from './bundle-tree.ts';
import { fromBase64 } from './checkpoint.ts';
import { equalBytes, isHash, sha256 } from './merkle.ts';

export type Told = (step: 'checking' | 'writing', records: number, of: number) => void;

/** What a fact `LogSealed` says. */
interface Seal {
  readonly version: number;
  /** How many facts of the log it covers. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly heads: Uint8Array;
  readonly streams: number;
}

export interface Survey {
  /** Over the facts of the note. */
  readonly tree: SparseTree;
  /** Position after which each tile begins. */
  readonly positions: readonly string[];
  /** Tiles that hold something for the bundle, in their order. */
  readonly tiles: readonly number[];
}

export interface SealedSurvey extends Survey {
  /** The last seal that the note covers: where it lies, and how many facts it covers. */
  readonly seal: { readonly index: number; readonly size: number };
  /** Where every stream ends below that. */
  readonly heads: PackedHeadsTree;
}

export interface ToSurvey {
  readonly store: EventStore;
  readonly note: OpenedNote;
  readonly since: OpenedNote | null;
  /** The one stream that the bundle is of; null where it may be any. */
  readonly only: string | null;
  readonly signal: AbortSignal | undefined;
  readonly tell: Told;
}

/** Takes the facts that the seal covers, as they are read. */
export type Take = (records: AsyncIterable<Recorded>) => Promise<void>;

const NOTHING = 'Nothing was written.';

/** The log against its notes, without a seal. Throws `BundleError`, `StoreFault`. */
export async function surveyLog(options: ToSurvey): Promise<Survey> {
  const reading = new Reading(options, null);
  await reading.rest();
  return reading.survey();
}

/** The same, with the last seal that the note covers; `take` is handed the facts below it. Throws `BundleError`, `StoreFault`. */
export async function surveySealed(options: ToSurvey, take: Take): Promise<SealedSurvey> {
  const { store, note } = options;
  for (const seal of await sealsBelow(store, note.size)) {
    const reading = new Reading(options, seal);
    await take(reading.sealed());
    const { root, heads } = await reading.throughSeal();
    await reading.rest();
    // A seal that was begun before the note and written after it is in the log, and not in the note.
    if (reading.sealIndex === null) continue;
    checkSeal(seal, root, heads);
    return { ...reading.survey(), heads, seal: { index: reading.sealIndex, size: seal.size } };
  }
  throw new BundleError(
    'not-sealed',
    `No seal lies below size ${note.size}, that of the note. ${NOTHING} Seal the log and give the new note.`,
  );
}

/** The latest first. */
async function sealsBelow(store: EventStore, size: number): Promise<readonly Seal[]> {
  const found: Seal[] = [];
  for await (const { record } of store.read(SEALS_STREAM)) {
    const seal = record.type === 'LogSealed' ? sealOf(record.data, record.version) : null;
    if (seal && seal.size < size) found.unshift(seal);
  }
  return found;
}

function sealOf(data: Readonly<Record<string, unknown>>, version: number): Seal | null {
  const [size, streams] = [Number(data.size), Number(data.streams)];
  const [root, heads] = [fromBase64(String(data.root)), fromBase64(String(data.heads))];
  const sound = Number.isSafeInteger(size) && Number.isSafeInteger(streams) && isHash(root) && isHash(heads);
  return sound ? { version, size, root, heads, streams } : null;
}

function checkSeal(seal: Seal, root: Uint8Array, heads: PackedHeadsTree): void {
  if (equalBytes(root, seal.root) && equalBytes(heads.root(), seal.heads) && heads.size === seal.streams) return;
  const says = `The last seal below the note does not say what the first ${seal.size} facts of this log are`;
  throw new BundleError('seal-differs', `${says}. ${NOTHING} A bundle with it would be refused: seal the log again.`);
}

/** One reading of the facts of a note, which may be interrupted where a seal ends. */
class Reading {
  sealIndex: number | null = null;
  readonly #tree = new SparseTree();
  readonly #positions: string[] = [];
  readonly #tiles = new Set<number>();
  readonly #options: ToSurvey;
  readonly #seal: Seal | null;
  readonly #heads = new PackedHeads();
  readonly #records: AsyncIterator<Recorded>;
  #position = '';

  constructor(options: ToSurvey, seal: Seal | null) {
    this.#options = options;
    this.#seal = seal;
    this.#records = options.store.readLog('', options.note.size)[Symbol.asyncIterator]();
  }

  /** The facts that the seal covers. */
  async *sealed(): AsyncGenerator<Recorded> {
    while (this.#seal && this.#tree.size < this.#seal.size) yield await this.#next();
  }

  /** What `sealed` left; the root there, and where every stream ends. */
  async throughSeal(): Promise<{ readonly root: Uint8Array; readonly heads: PackedHeadsTree }> {
    for await (const _ of this.sealed());
    return { root: this.#tree.root(), heads: new PackedHeadsTree(this.#heads) };
  }

  /** What is left below the size of the note. */
  async rest(): Promise<void> {
    const { note, since } = this.#options;
    if (since?.size === 0) this.#compare(since, 'older note');
    while (this.#tree.size < note.size) await this.#next();
    if (note.size === 0) this.#compare(note, 'note');
    await this.#records.return?.();
  }

  survey(): Survey {
    return { tree: this.#tree, positions: this.#positions, tiles: [...this.#tiles] };
  }

  async #next(): Promise<Recorded> {
    const { note, since, signal, tell } = this.#options;
    const index = this.#tree.size;
    if (index % TILE === 0) {
      signal?.throwIfAborted();
      this.#positions.push(this.#position);
      tell('checking', index, note.size);
    }
    const { value, done } = await this.#records.next();
    if (done === true) {
      const says = `The log has ${index} facts, and the note speaks of ${note.size}. ${NOTHING} If this is a restored backup, facts are lost`;
      throw new BundleError('log-shorter', `${says}: keep the note, and look for a newer copy.`);
    }
    this.#takeIn(value, index);
    if (since?.size === index + 1) this.#compare(since, 'older note');
    if (note.size === index + 1) this.#compare(note, 'note');
    return value;
  }

  #takeIn({ record, text, position }: Recorded, index: number): void {
    const leaf = sha256(`\u0000${text}`);
    this.#tree.add(leaf);
    this.#position = position;
    const { only, since } = this.#options;
    const seal = this.#seal;
    if (seal && index < seal.size) this.#heads.set(record.stream, record.version, leaf);
    const seals = record.stream === SEALS_STREAM && record.version === seal?.version;
    if (seals) this.sealIndex = index;
    if (seals || only === null || only === record.stream || index + 1 === since?.size) this.#tiles.add(tileOf(index));
  }

  #compare({ size, root }: OpenedNote, name: string): void {
    if (equalBytes(this.#tree.root(), root)) return;
    const says = `The first ${size} facts of this log do not have the root of the ${name}: one of them was changed, or it is another log`;
    throw new BundleError('log-differs', `${says}. ${NOTHING} Keep the note and the log as they are, and have both audited.`);
  }
}
