/** The checkpoint of a bundle, and older ones it is compared with. */
import { EvidenceError } from './canonical.ts';
import { type Checkpoint, openCheckpoint, unsignedCheckpoint, type Verifier } from './checkpoint.ts';
import { equalBytes, sha256, verifyConsistency } from './merkle.ts';
import type { Findings } from './verdict.ts';
import type { BundleFindingCode } from './verdict-texts.ts';
import { bytesOfFile } from './verify-files.ts';
import { type ConsistencyFile, consistencyIn, MOST_HASHES } from './verify-json.ts';

export const CHECKPOINT = 'checkpoint';
export const OLDER = 'prev-checkpoint';
export const CONSISTENCY = 'consistency.json';
/** Where findings about the note that the verifier was given stand. */
export const SEEN = 'seen';
export const LARGEST_NOTE = 1_000_000;
/** An origin is the name of its key: a URL without scheme, spaces or plus. */
export const NO_ORIGIN = /[\p{White_Space}+]|:\/\//u;
const LARGEST_CONSISTENCY = 256 * 1024 * 1024;

/** Codes of `EvidenceError` that are about a note. */
const NOTE_CODES = [
  ...(['input-too-large', 'note-malformed', 'note-too-many-signatures', 'key-unknown', 'signature-invalid'] as const),
  ...(['checkpoint-malformed', 'size-malformed'] as const),
] satisfies readonly BundleFindingCode[];

type NoteCode = (typeof NOTE_CODES)[number];

/** The checkpoint in a note, null where it does not tell one. Nothing is proved against one that nobody has signed (`signedBy`). */
export function openNote(note: string | Uint8Array, name: string, verifiers: readonly Verifier[], findings: Findings): Checkpoint | null {
  const opened = readNote(note, name, verifiers, findings);
  if (!opened) return null;
  if (opened.size === 0n && opened.signedBy.length > 0 && !equalBytes(opened.root, sha256(''))) findings.add('root-mismatch', name);
  if (opened.extensions.length > 0) findings.add('checkpoint-malformed', name, ['extension-lines']);
  if (NO_ORIGIN.test(opened.origin)) findings.add('checkpoint-malformed', name, ['origin-unfit', opened.origin]);
  else if (opened.signedBy.length > 0 && !opened.signedBy.includes(opened.origin))
    findings.add('origin-mismatch', name, ['origin-unsigned', opened.origin]);
  return opened;
}

function readNote(note: string | Uint8Array, name: string, verifiers: readonly Verifier[], findings: Findings): Checkpoint | null {
  const tried = attempt(() => openCheckpoint(note, verifiers));
  if (typeof tried !== 'string') return tried;
  findings.add(tried, name);
  if (tried !== 'signature-invalid' && tried !== 'key-unknown') return null;
  const unsigned = attempt(() => unsignedCheckpoint(note));
  if (typeof unsigned !== 'string') return { ...unsigned, signedBy: [] };
  findings.add(unsigned, name);
  return null;
}

/** What the note says, or the code of what is wrong with it; a mistake of the caller's is thrown on. */
function attempt<Said extends object>(open: () => Said): Said | NoteCode {
  try {
    return open();
  } catch (error) {
    const code = error instanceof EvidenceError && NOTE_CODES.find((each) => each === error.code);
    if (code) return code;
    throw error;
  }
}

/** Whether an older note can be what today's log began with: same origin, not larger, not of one size with another root. */
export function compareNotes(now: Checkpoint, older: Checkpoint, name: string, findings: Findings): void {
  if (older.origin !== now.origin) findings.add('origin-mismatch', name, ['origin-is', older.origin, now.origin]);
  if (older.size > now.size) findings.add('checkpoint-rollback', CHECKPOINT, ['size-is', now.size, older.size]);
  if (older.size === now.size && !equalBytes(older.root, now.root)) findings.add('checkpoint-conflict', CHECKPOINT);
}

/**
 * The older note of the bundle; null where there is none that a known key has signed, or nothing to hold it against. Where nothing is
 * found, today's log began with what it says.
 */
export async function olderNote(
  folder: string,
  now: Checkpoint | null,
  verifiers: readonly Verifier[],
  findings: Findings,
): Promise<Checkpoint | null> {
  const bytes = await bytesOfFile(folder, OLDER, LARGEST_NOTE, findings);
  const proof = await bytesOfFile(folder, CONSISTENCY, LARGEST_CONSISTENCY, findings);
  const note = bytes && signedNote(bytes, OLDER, verifiers, findings);
  const file = proof && consistencyIn(proof);
  if (proof && !file) findings.add('file-malformed', CONSISTENCY, ['not-the-object']);
  if (!now || !note) return null;
  compareNotes(now, note, OLDER, findings);
  if (file) holdTo(now, note, file, findings);
  return note;
}

/** As `openNote`, and null where no known key has signed. */
export function signedNote(note: string | Uint8Array, name: string, verifiers: readonly Verifier[], findings: Findings): Checkpoint | null {
  const opened = openNote(note, name, verifiers, findings);
  return opened && opened.signedBy.length > 0 ? opened : null;
}

function holdTo(now: Checkpoint, older: Checkpoint, { from, to, proof }: ConsistencyFile, findings: Findings): void {
  if (proof.length > MOST_HASHES) return findings.add('proof-length', CONSISTENCY, ['hashes-are', proof.length, MOST_HASHES]);
  const sizes = from === older.size && to === now.size;
  const holds = sizes && verifyConsistency({ oldSize: from, newSize: to, oldRoot: older.root, newRoot: now.root, proof: proof.hashes });
  if (!holds) findings.add('consistency-invalid', CONSISTENCY, sizes ? undefined : ['sizes-are', from, to]);
}
