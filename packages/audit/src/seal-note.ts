/**
 * The note that was published last, which is what a signer is held to: never a smaller tree, never another root for one size, never a
 * log that does not begin with the published one. A database that was restored has forgotten what was signed; the note has not.
 */
import { openCheckpoint, type Verifier } from './checkpoint.ts';
import { equalBytes } from './merkle.ts';
import { SealError } from './seal-error.ts';
import { readIfThere, writeWhole } from './tiles.ts';
import type { HashTree } from './tree.ts';

/** Where notes are published. It lies where a restored database does not reach: another machine, another office. */
export interface PublishedNote {
  /** The note that was published last; null where there is none. */
  read(): string | Uint8Array | null | Promise<string | Uint8Array | null>;
  /** Puts a note in its place, whole or not at all. */
  publish(note: string): void | Promise<void>;
}

/** A note in a file, which is on the disk before it takes the place of the one before. */
export const noteFile = (path: string): PublishedNote => ({
  read: () => readIfThere(path),
  publish: (note) => writeWhole(path, note, { flush: true }),
});

export interface PublishedCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
}

/** What was published last under this origin; null where nothing was. Throws SealError `published-note-invalid`, `other-log`. */
export async function lastPublished(
  published: PublishedNote,
  origin: string,
  verifiers: readonly Verifier[],
): Promise<PublishedCheckpoint | null> {
  const note = await published.read();
  if (note === null) return null;
  const found = opened(note, verifiers);
  if (found.origin !== origin)
    throw new SealError(
      'other-log',
      `The published note is one of ${found.origin}, and the key is that of ${origin}. Nothing was signed. Give the note of this log.`,
    );
  return { size: Number(found.size), root: found.root };
}

function opened(note: string | Uint8Array, verifiers: readonly Verifier[]) {
  try {
    return openCheckpoint(note, verifiers);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const says = `The published note cannot be relied on: ${why}. Nothing was signed. Give the note as it was published, and every key that signed it.`;
    throw new SealError('published-note-invalid', says, { cause });
  }
}

/** Throws SealError unless the log begins with what was published. */
export function checkExtends(tree: HashTree, published: PublishedCheckpoint): void {
  const { size, root } = published;
  const restored = 'Nothing was signed. Was it restored from an older backup? Compare it with a bundle before anything else is written.';
  if (size > tree.size)
    throw new SealError('log-shorter', `The log has ${tree.size} facts, and a checkpoint over ${size} was published. ${restored}`);
  if (!equalBytes(tree.root(size), root))
    throw new SealError(
      'log-differs',
      `The first ${size} facts of the log are not those over which a checkpoint was published. ${restored}`,
    );
}
