/** What each store fault means and what to do about it. Data: the reference page of errors is made from it. */
import type { StoreFaultCode } from './event-store.ts';

export const storeFaultTexts: Readonly<Record<StoreFaultCode, { readonly means: string; readonly remedy: string }>> = {
  busy: {
    means: 'Others write to the store, or to this case, faster than this append could follow.',
    remedy: 'Send the same command id again.',
  },
  unavailable: { means: 'The store cannot be reached.', remedy: 'Bring it back, then send the same command id again.' },
  timeout: {
    means: 'The store did not answer in time; whether it wrote is not known.',
    remedy: 'Send the same command id again: it is recorded once.',
  },
  full: { means: 'The disk, or the size the store may grow to, is full.', remedy: 'Make room, then send the same command id again.' },
  'read-only': {
    means: 'The file or its folder may not be written to.',
    remedy: 'Give the process the right to write, or open another file.',
  },
  'not-a-database': { means: 'The file is something else, or is not a store of this kind.', remedy: 'Name the right file.' },
  'too-large': {
    means: 'A fact is over 256 KiB, the limit on every store.',
    remedy: 'Keep large papers elsewhere and record their number.',
  },
  'not-storable': {
    means: 'A value is not plain JSON: undefined, NaN, a lone surrogate, a bigint, a cycle.',
    remedy: 'Correct the value that is named.',
  },
  'id-elsewhere': { means: "The fact's id lies in another stream.", remedy: 'Give every new request a command id of its own.' },
  'log-moved': {
    means: 'The log has moved to another place, which its last fact names, and takes nothing more here.',
    remedy: 'Open the log where it now lies, and send the same command id there.',
  },
  'history-damaged': {
    means: 'The stored records do not follow one another, or a record is not what its columns say.',
    remedy: 'Stop writing, run `redress case replay --all`, and restore from a copy.',
  },
  'unsafe-settings': {
    means: 'The store would not keep what it acknowledges.',
    remedy: 'Set what is named; the store refuses to open otherwise.',
  },
  'wrong-schema': {
    means: 'The store was written by a newer release, or holds another log than the one asked for.',
    remedy: 'Use that release, or open the right store.',
  },
  'driver-missing': { means: 'The database driver could not be loaded.', remedy: 'Install what is named.' },
  closed: { means: 'The store was closed.', remedy: 'Open it again.' },
};
