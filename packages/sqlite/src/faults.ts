/** What SQLite's errors mean to a caller. No error of a driver leaves this package. */
import { StoreFault, type StoreFaultCode } from '@redress/core';
import type { Library } from './driver.ts';

interface Meaning {
  readonly code: StoreFaultCode;
  readonly says: string;
  readonly retryable?: boolean;
  readonly written?: 'unknown';
}

/** By the primary result code; the longer codes of SQLite begin with it. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  SQLITE_BUSY: {
    code: 'busy',
    says: 'The database file is locked by another connection. Nothing was written. Send the same again.',
    retryable: true,
  },
  SQLITE_LOCKED: {
    code: 'busy',
    says: 'The database file is locked by another connection. Nothing was written. Send the same again.',
    retryable: true,
  },
  SQLITE_FULL: { code: 'full', says: 'The disk or the database file is full. Nothing was written. Make room and send the same again.' },
  SQLITE_READONLY: {
    code: 'read-only',
    says: 'The database file or its folder is read-only. Nothing was written. Give this process the right to write to both.',
  },
  SQLITE_NOTADB: { code: 'not-a-database', says: 'The file is not a SQLite database. Nothing was read or changed. Check the path.' },
  SQLITE_CORRUPT: {
    code: 'history-damaged',
    says: 'The database file is damaged. Nothing was written. Restore it from a backup and compare it with a bundle.',
  },
  SQLITE_CANTOPEN: {
    code: 'unavailable',
    says: 'The database file cannot be opened. Nothing was written. Check the path and the rights to the file and its folder.',
  },
  SQLITE_TOOBIG: {
    code: 'too-large',
    says: 'The append is larger than SQLite takes. Nothing was written. Put what is large beside the log.',
  },
};

const UNKNOWN: Meaning = {
  code: 'unavailable',
  says: 'The database file could not be read or written. Whether the append was done is not known. Send the same command id again: it is written once.',
  retryable: true,
  written: 'unknown',
};

const primary = (code: string): string => code.split('_').slice(0, 2).join('_');

/** The fault that a driver's error means. A fault stays what it is. */
export function faultOf(library: Library, error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const { code, says, ...how } = MEANINGS[primary(library.codeOf(error) ?? '')] ?? UNKNOWN;
  return new StoreFault(code, says, { ...how, cause: error });
}

export const isBusy = (fault: StoreFault): boolean => fault.code === 'busy';

export const closedFault = (): StoreFault => new StoreFault('closed', 'The store is closed. Nothing was done. Open it again.');

/** A wait of 2 to 30 ms, so that rivals do not come back in step. */
const jitter = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 28));

/** Does it, and does it again while the file is locked, until so many milliseconds have passed. */
export async function patiently<Result>(library: Library, milliseconds: number, doing: () => Result): Promise<Result> {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return doing();
    } catch (error) {
      const fault = faultOf(library, error);
      if (!isBusy(fault) || performance.now() >= end) throw fault;
      await jitter();
    }
  }
}
