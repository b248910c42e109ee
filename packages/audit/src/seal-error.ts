/** Why a log was not sealed, or its checkpoint not signed. Nothing was published, whichever it is. */
export type SealErrorCode =
  /** No published note is at hand, and nobody said that this is the first. */
  | 'no-published-note'
  /** It was said to be the first, and there is a published note. */
  | 'already-published'
  /** The published note is none, or no known key signed it. */
  | 'published-note-invalid'
  /** The key, the published note or the folder is of another log. */
  | 'other-log'
  /** The log has fewer facts than were published: it was perhaps restored from an older backup. */
  | 'log-shorter'
  /** The log gives another root than the published one for the same size. */
  | 'log-differs'
  /** A record that lay in the log, and was published, is not there. */
  | 'record-missing'
  /** Another record lies where one was published. */
  | 'record-changed'
  /** A fact does not follow the one before in its stream. */
  | 'log-contradicts'
  /** A seal in the log says something else than the log. */
  | 'seal-invalid'
  /** The signer gave a signature that does not hold. */
  | 'signature-invalid';

/** `says` tells what was found, that nothing was signed, and what to do. */
export class SealError extends Error {
  readonly code: SealErrorCode;
  readonly says: string;

  constructor(code: SealErrorCode, says: string, options: { readonly cause?: unknown } = {}) {
    super(`${code}: ${says}`, options);
    this.name = 'SealError';
    this.code = code;
    this.says = says;
  }
}

/** The folder of a sealer is not what was written: it is made again, and nobody hears of this. */
export class FolderDamaged extends Error {}
