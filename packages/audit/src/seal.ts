/**
 * The sealer: follows a log beside its writers, keeps its tree, writes seals into it and publishes signed checkpoints. It can be
 * stopped anywhere and started again; whatever it remembers can be lost, but for the note that was published last.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, type FactToWrite, factId, NO_STREAM, type Recorded, SEALS_STREAM } from '@redress/core';
import { openCheckpoint, type Signer, signCheckpoint, type Verifier } from './checkpoint.ts';
import { badArgument, equalBytes } from './merkle.ts';
import { FolderDamaged, SealError } from './seal-error.ts';
import { type Heads, isSame, LogIndex, type SealPlace } from './seal-index.ts';
import { checkExtends, lastPublished, type PublishedCheckpoint, type PublishedNote } from './seal-note.ts';
import { TileMissing } from './tree.ts';
import { NO_ORIGIN } from './verify-notes.ts';

export interface SealOptions {
  readonly store: EventStore;
  /** Its name is the origin of the checkpoints, and ends in the id of the log: `office.example/<log>`. */
  readonly signer: Signer;
  /** Keys by which the published note may be signed, that of the signer among them. */
  readonly verifiers: readonly Verifier[];
  readonly published: PublishedNote;
  /** A folder of this sealer's own. It can be deleted at any time and is made again from the log. */
  readonly folder: string;
  /** That no note has been published before. Without it nothing is signed where none is at hand, and with it nothing where one is. */
  readonly first?: boolean;
  /** How many records that were read in earlier runs are compared with the log again, in turn. 100,000 by default. */
  readonly compare?: number;
  /** Called now and then with the number of records read or compared. */
  readonly progress?: (records: number) => void;
  /** Stops between two records; what was read is kept. */
  readonly signal?: AbortSignal;
}

export interface Sealed {
  /** A seal was written and its checkpoint published; one that lay in the log was published; or there was nothing to do. */
  readonly outcome: 'sealed' | 'signed' | 'nothing-new';
  /** Of the checkpoint that is published now: how many facts, and the root over them (32 bytes). */
  readonly size: bigint;
  readonly root: Uint8Array;
  /** Of the last seal in the log: its place, from 0, how many facts it covers, and how many streams they are of. */
  readonly seal: { readonly index: bigint; readonly covers: bigint; readonly streams: bigint };
  /** Whether the folder was made again from the log. */
  readonly remade: boolean;
}

const COMPARED = 100_000;
const EVERY = 1000;

/**
 * Seals the log as it stands: appends the fact `LogSealed {size, root, heads, streams}` to the stream `$seals`, signs a checkpoint over
 * the log up to and with that fact, and publishes it. Where the last fact of the log is a seal over all before it, none is added. Of two
 * sealers at once one writes the seal, and the other goes on from it.
 *
 * Throws `SealError`, and nothing was signed; `StoreFault`, as `log-moved` for a log that takes nothing more; what a port throws; the
 * reason of the signal.
 */
export async function sealLog(options: SealOptions): Promise<Sealed> {
  const { store, signer, verifiers, published, folder, first = false } = options;
  if (signer.name.split('/').at(-1) !== store.log)
    throw new SealError(
      'other-log',
      `The key is called ${signer.name}, and this is the log ${store.log}. Nothing was signed. Give the key whose name ends in its id.`,
    );
  if (NO_ORIGIN.test(signer.name))
    throw badArgument(
      'the key is named after no URL without scheme, spaces or plus, and no bundle with its notes would hold. Nothing was signed.',
    );
  if (!verifiers.some(({ name, keyId }) => name === signer.name && equalBytes(keyId, signer.keyId)))
    throw badArgument('the verifiers do not hold that of the signer. Nothing was signed.');
  if (first && (await lastPublished(published, signer.name, verifiers)))
    throw new SealError(
      'already-published',
      'It was said that no note has been published, and there is one. Nothing was signed. Leave that out.',
    );
  return new Sealer(options, LogIndex.open(folder, store.log)).run();
}

class Sealer {
  readonly #options: SealOptions;
  #index: LogIndex;
  #remade = false;
  /** Of a seal that says something else than the log; told once it is known that the log is the published one. */
  #false: SealError | null = null;

  constructor(options: SealOptions, index: LogIndex) {
    this.#options = options;
    this.#index = index;
  }

  /** What the folder says is never held against the log: where they differ, it is made again before anything is said. */
  async run(): Promise<Sealed> {
    for (;;) {
      try {
        const sealed = await this.#round();
        if (sealed) return sealed;
      } catch (error) {
        if (this.#remade || !mayBeTheFolder(error)) throw error;
        this.#remake();
      }
    }
  }

  #remake(): void {
    this.#index = this.#index.again();
    this.#remade = true;
    this.#false = null;
  }

  /** Null where somebody else wrote a seal meanwhile. */
  async #round(): Promise<Sealed | null> {
    const published = await this.#published();
    await this.#compare(published);
    await this.#follow(published);
    this.#options.signal?.throwIfAborted();
    if (published) checkExtends(this.#index.tree, published);
    if (this.#false) throw this.#false;
    const { sealed, size } = this.#index;
    if (sealed?.index === size - 1) return this.#publish(sealed, 'signed');
    const written = await this.#seal();
    return written && this.#publish(written, 'sealed');
  }

  async #published(): Promise<PublishedCheckpoint | null> {
    const { published, signer, verifiers, first = false } = this.#options;
    const found = await lastPublished(published, signer.name, verifiers);
    if (found || first) return found;
    throw new SealError(
      'no-published-note',
      'There is no published note to compare the log with, and a database that was restored cannot be told from a new one. ' +
        'Nothing was signed. Fetch the note that was published last; only if none ever was, say that this is the first.',
    );
  }

  /** Whether the log still begins with what was read before: its end, and a part of it in turn. */
  async #compare(published: PublishedCheckpoint | null): Promise<void> {
    const { size, compared } = this.#index;
    if (size === 0) return;
    const { compare = COMPARED } = this.#options;
    const to = Math.min(size, compared + compare);
    const found = (await this.#difference(size - 1, size)) ?? (await this.#difference(compared, to));
    if (found) {
      // A log that has moved house has other positions: it is read from its beginning, by what its records say.
      const differs = await this.#difference(0, size, false);
      if (differs && published && differs.index < published.size) throw notAsPublished(differs, published);
      this.#remake();
    } else this.#index.compared = to === size ? 0 : to;
  }

  /** The first record from `from` up to `to` that is not what was read before. */
  async #difference(from: number, to: number, positions = true): Promise<Difference | null> {
    const index = this.#index;
    let at = from;
    for await (const recorded of this.#options.store.readLog(index.positionOf(from - 1), to - from)) {
      const moved = positions && recorded.position !== index.positionOf(at);
      if (!isSame(index, at, recorded)) return { index: at, position: index.positionOf(at), found: recorded };
      if (moved) throw new FolderDamaged();
      at += 1;
      await this.#between(at);
    }
    return at < to ? { index: at, position: index.positionOf(at), found: null } : null;
  }

  /** Reads the log to its end. A seal is looked at before it is believed. */
  async #follow(published: PublishedCheckpoint | null): Promise<void> {
    const { store } = this.#options;
    const last = await this.#lastSeal();
    for await (const recorded of store.readLog(this.#index.position, Number.POSITIVE_INFINITY)) {
      // Those under the published checkpoint were looked at when it was signed.
      const unsigned = published !== null && this.#index.size >= published.size;
      if (isSeal(recorded) && !(await this.#holds(recorded, unsigned || recorded.record.version >= last)))
        this.#false ??= falseSeal(this.#index.size);
      this.#index.add(recorded);
      if (this.#index.full) await this.#index.commit();
      await this.#between(this.#index.size);
    }
  }

  /** Version of the last seal that is in the log now: where no checkpoint is published, only its heads are counted. */
  async #lastSeal(): Promise<number> {
    let version = this.#index.seals?.version ?? 0;
    for await (const { record } of this.#options.store.read(SEALS_STREAM, { from: version + 1 })) version = record.version;
    return version;
  }

  /** The seal is the next record. It covers the seal before it, or no sealer wrote it; its root is compared, and its heads if asked. */
  async #holds({ record }: Recorded, withHeads: boolean): Promise<boolean> {
    const index = this.#index;
    const place = index.size;
    const { size, root, heads, streams } = record.data;
    const covers = typeof size === 'string' && DECIMAL.test(size) ? Number(size) : -1;
    if (covers <= (index.seals?.place ?? -1) || covers > place || !same(root, index.tree.root(covers))) return false;
    if (!withHeads) return true;
    const counted = covers === place ? await index.countHeads() : await this.#headsAt(covers);
    if (!same(heads, counted.root) || streams !== String(counted.streams)) return false;
    if (covers === place) index.sealed = { index: place, covers, streams: counted.streams };
    return true;
  }

  /** The heads as they stood, read once more from the first record. It is rare: whoever writes a seal seldom leaves it unsigned. */
  async #headsAt(size: number): Promise<Heads> {
    const { store, folder } = this.#options;
    const aside = join(folder, 'aside');
    const index = LogIndex.open(aside, store.log).again();
    try {
      for await (const recorded of store.readLog('', size)) {
        index.add(recorded);
        if (index.full) await index.commit();
        await this.#between(index.size);
      }
      return await index.countHeads();
    } finally {
      rmSync(aside, { recursive: true, force: true });
    }
  }

  /** Appends a seal over everything that was read, and reads on to it. Null where somebody else did. */
  async #seal(): Promise<SealPlace | null> {
    const { store } = this.#options;
    const index = this.#index;
    const heads = await index.countHeads();
    const covers = index.size;
    const fact = sealFact(store.log, covers, index.tree.root(), heads);
    const { outcome } = await store.append(SEALS_STREAM, index.seals ?? NO_STREAM, [fact]);
    if (outcome !== 'appended') return null;
    await this.#followTo(fact.id);
    return { index: index.size - 1, covers, streams: heads.streams };
  }

  /** A fact that was appended may be read a moment later only. */
  async #followTo(id: string): Promise<void> {
    const { store, signal } = this.#options;
    const enough = new AbortController();
    for await (const message of store.subscribe(this.#index.position, signal ? AbortSignal.any([signal, enough.signal]) : enough.signal)) {
      for (const recorded of message.kind === 'batch' ? message.records : []) {
        this.#index.add(recorded);
        if (recorded.record.id === id) return enough.abort();
      }
    }
    signal?.throwIfAborted();
  }

  /** The checkpoint over the log up to and with the seal. */
  async #publish(seal: SealPlace, outcome: 'sealed' | 'signed'): Promise<Sealed> {
    const { published, signer, verifiers } = this.#options;
    const { tree } = this.#index;
    const found = { index: BigInt(seal.index), covers: BigInt(seal.covers), streams: BigInt(seal.streams) };
    const size = seal.index + 1;
    // Asked again: somebody else may have published meanwhile, and over more than was read here.
    const before = await this.#published();
    if (before && before.size > tree.size) await this.#follow(before);
    if (before) checkExtends(tree, before);
    if (before && before.size >= size)
      return {
        outcome: outcome === 'sealed' ? outcome : 'nothing-new',
        ...before,
        size: BigInt(before.size),
        seal: found,
        remade: this.#remade,
      };
    const root = tree.root(size);
    const note = await signCheckpoint({ origin: signer.name, size, root }, signer);
    checkSigned(note, verifiers);
    await published.publish(note);
    return { outcome, size: BigInt(size), root, seal: found, remade: this.#remade };
  }

  /** Now and then: tells how far it is, gives others a turn, and stops where it is asked to, with what was read kept. */
  async #between(records: number): Promise<void> {
    if (records % EVERY !== 0) return;
    const { progress, signal } = this.#options;
    progress?.(records);
    await new Promise((resolve) => setImmediate(resolve));
    if (!signal?.aborted) return;
    await this.#index.commit();
    signal.throwIfAborted();
  }
}

interface Difference {
  readonly index: number;
  /** Where the record lay. */
  readonly position: string;
  /** What lies there now; null where the log ends before. */
  readonly found: Recorded | null;
}

function notAsPublished({ index, position, found }: Difference, published: PublishedCheckpoint): SealError {
  const tell = `Nothing was signed. Compare the log with a bundle or a backup; where the folder is not this log's, delete it and seal again.`;
  if (!found)
    return new SealError('log-shorter', `The log has ${index} facts, and a checkpoint over ${published.size} was published. ${tell}`);
  const place = `record ${index} of the log, counted from 0, at position ${position}`;
  return found.position > position
    ? new SealError(
        'record-missing',
        `The ${place}, is not there any more, and a checkpoint over ${published.size} facts was published. ${tell}`,
      )
    : new SealError(
        'record-changed',
        `The ${place}, is another than when a checkpoint over ${published.size} facts was published. ${tell}`,
      );
}

/** What may come from the folder alone is not said of the log before the folder has been made again. */
const mayBeTheFolder = (error: unknown): boolean =>
  error instanceof TileMissing ||
  error instanceof FolderDamaged ||
  (error instanceof SealError && ['log-contradicts', 'log-differs', 'seal-invalid'].includes(error.code));

const DECIMAL = /^(?:0|[1-9]\d{0,15})$/;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const same = (text: unknown, hash: Uint8Array): boolean => text === base64(hash);

const isSeal = ({ record }: Recorded): boolean => record.stream === SEALS_STREAM && record.type === 'LogSealed';

const falseSeal = (index: number): SealError =>
  new SealError(
    'seal-invalid',
    `The seal at ${index} of the log, counted from 0, does not say what the log says. Nothing was signed: a signature would vouch for it. ` +
      'Find out who wrote it.',
  );

/** The id holds the root, so that nobody can take it beforehand. */
const sealFact = (log: string, size: number, root: Uint8Array, heads: Heads): FactToWrite => ({
  id: factId(log, `seal/${size}/${base64(root)}`, 0, 1),
  type: 'LogSealed',
  schema: 1,
  meta: {},
  data: { size: String(size), root: base64(root), heads: base64(heads.root), streams: String(heads.streams) },
  sealed: [],
});

function checkSigned(note: string, verifiers: readonly Verifier[]): void {
  try {
    openCheckpoint(note, verifiers);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SealError('signature-invalid', `The signer gave a signature that does not hold: ${why}. Nothing was published.`, { cause });
  }
}
