/** Why a command line could not be followed. Store faults are core's; these are the command's own. The page of errors lists them. */

export const inputFaults = {
  usage: {
    means: 'The command line was not understood, or asks for what is not there. Nothing was done.',
    remedy: 'Run `redress help`, or `redress help COMMAND`, and correct the command line.',
  },
  'no-such-file': { means: 'A file that the command line names is not there. Nothing was done.', remedy: 'Correct the path.' },
  'bad-config': {
    means: 'The config does not load, or exports something else than a config. Nothing was done.',
    remedy: 'Let it export what the message names.',
  },
  'bad-map': {
    means: 'The map does not load, exports something else than a map, or failed on a row. Nothing after that row was taken in.',
    remedy: 'Correct the map, then import the same file again: it goes on where it stopped.',
  },
  'bad-key': {
    means: 'The file of a key does not hold one, or the name beside it belongs to another key. Nothing was signed.',
    remedy: 'Give both files as `redress audit keygen` made them.',
  },
  'bad-facts': {
    means: 'A file of facts or questions is not JSON, or holds something else. Nothing was answered.',
    remedy: 'Correct what the message names; `redress law classify --schema` prints what the facts of a petition may be.',
  },
  'bad-note': {
    means:
      'A note or a verifier key is none, or is not one of this log, or no key that was given has signed the note. Nothing was written.',
    remedy: 'Give the published note of this log as it is, and the verifier key that belongs to it.',
  },
  'store-not-supported': {
    means: 'The address names a kind of store that this release does not know.',
    remedy: 'Use sqlite:FILE, postgres://…, esdb://…, or --db FILE.',
  },
  'broken-input': {
    means:
      'The file breaks off, or is not in its format. An import has taken in what stands before that place; an analysis has told nothing.',
    remedy: 'Get the file again, then run the same command again: an import goes on where it stopped.',
  },
} as const satisfies Readonly<Record<string, { readonly means: string; readonly remedy: string }>>;

/** The command line, or a file that it names, is not what it should be. Nothing was done. */
export class UsageError extends Error {
  readonly code: Exclude<keyof typeof inputFaults, 'broken-input'>;

  constructor(code: UsageError['code'], says: string, options?: ErrorOptions) {
    super(says, options);
    this.name = 'UsageError';
    this.code = code;
  }
}

/** A file of records that breaks off or is not in its format, or a map that failed on it. Nothing after that place was taken in. */
export class BrokenInput extends Error {
  readonly code: 'broken-input' | 'bad-map';

  constructor(says: string, options?: ErrorOptions, code: BrokenInput['code'] = 'broken-input') {
    super(says, options);
    this.name = 'BrokenInput';
    this.code = code;
  }
}
