/** Why a command line could not be followed. Store faults are core's; these are the command's own. */

/** The command line, or a file that it names, is not what it should be. Nothing was done. */
export class UsageError extends Error {
  readonly code: 'usage' | 'no-such-file' | 'bad-config' | 'bad-map' | 'store-not-supported';

  constructor(code: UsageError['code'], says: string, options?: ErrorOptions) {
    super(says, options);
    this.name = 'UsageError';
    this.code = code;
  }
}

/** A file to import that breaks off or is not in its format, or a map that failed on it. Nothing after that place was taken in. */
export class BrokenInput extends Error {
  readonly code: 'broken-input' | 'bad-map';

  constructor(says: string, options?: ErrorOptions, code: BrokenInput['code'] = 'broken-input') {
    super(says, options);
    this.name = 'BrokenInput';
    this.code = code;
  }
}
