/** The notes that go into a bundle: what the log is compared with before anything is handed out. */
import { BundleError } from './bundle-error.ts';
import { openCheckpoint, verifierFrom } from './checkpoint.ts';
import { NO_ORIGIN } from './verify-notes.ts';

export interface OpenedNote {
  /** As it was given. */
  readonly text: string;
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A note of this log, signed by the key of its origin. Throws `EvidenceError` where it does not open, `BundleError` `note-not-ours` where a
 * verifier would refuse it in a bundle.
 */
export function openNote(note: string | Uint8Array, vkeys: readonly string[], log: string): OpenedNote {
  const { origin, size, root, extensions, signedBy } = openCheckpoint(note, vkeys.map(verifierFrom));
  const refuse = (why: string): BundleError =>
    new BundleError('note-not-ours', `The note is one of ${origin}, ${why}. Nothing was written. Give the published note of this log.`);
  if (extensions.length > 0) throw refuse('and has lines after the third, which a note in a bundle has not');
  if (NO_ORIGIN.test(origin)) throw refuse('which is no URL without scheme, spaces or plus');
  if (!signedBy.includes(origin)) throw refuse('and no key of that name was given with which it holds');
  const named = origin.split('/').at(-1) ?? '';
  if (UUID.test(named) && named !== log) throw refuse(`and this is the log ${log}`);
  if (size > Number.MAX_SAFE_INTEGER) throw refuse(`and speaks of ${size} facts, more than any log holds`);
  // What opens as a note is UTF-8, and a byte order mark in it is part of the origin.
  const text = typeof note === 'string' ? note : new TextDecoder('utf-8', { ignoreBOM: true }).decode(note);
  return { text, origin, size: Number(size), root };
}
