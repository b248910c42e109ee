/** Why no bundle was written. */

export type BundleErrorCode =
  | 'bad-request'
  | 'folder-in-use'
  | 'note-not-ours'
  | 'log-shorter'
  | 'log-differs'
  | 'log-changed'
  | 'not-sealed'
  | 'seal-differs'
  | 'case-unknown'
  | 'case-not-sealed'
  | 'nothing-selected'
  | 'holder-unknown'
  | 'disclosure-wrong';

/** `says` tells what does not fit, that nothing was handed out, and what to do. */
export class BundleError extends Error {
  readonly code: BundleErrorCode;
  readonly says: string;

  constructor(code: BundleErrorCode, says: string, options?: ErrorOptions) {
    super(`${code}: ${says}`, options);
    this.name = 'BundleError';
    this.code = code;
    this.says = says;
  }
}
