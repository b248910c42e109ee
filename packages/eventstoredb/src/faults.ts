/** What the client's errors mean to a caller. No error of the client, nor of gRPC below it, leaves this package. */
import { StoreFault, type StoreFaultCode } from '@redress/core';

interface Meaning {
  readonly code: StoreFaultCode;
  readonly says: string;
  readonly retryable?: boolean;
  readonly written?: 'unknown';
}

/** What a call was to do: a read that fails leaves nothing in doubt. */
export type Doing = 'reading' | 'writing';

/** What follows where an answer is missing. */
const AGAIN: Readonly<Record<Doing, string>> = {
  reading: 'Nothing was changed. Ask again.',
  writing: 'Whether the append was done is not known. Send the same command id again: it is written once.',
};

const lost = (says: string): Meaning => ({ code: 'unavailable', says, retryable: true, written: 'unknown' });
const late = (says: string): Meaning => ({ code: 'timeout', says, retryable: true, written: 'unknown' });

const DELETED: Meaning = {
  code: 'history-damaged',
  says: 'The stream was deleted for good on the server. Nothing was written. Restore a backup.',
};
const DENIED: Meaning = {
  code: 'read-only',
  says: 'The server denies this user access, or does not know it. Nothing was written. Give the user the right to read $all and to write.',
};
const TOO_LARGE: Meaning = {
  code: 'too-large',
  says: 'The append is larger than the server takes. Nothing was written. Put what is large beside the log.',
};
const NOT_ITS_PROTOCOL: Meaning = {
  code: 'not-a-database',
  says: 'What answers at the address is no EventStoreDB, or one that lacks a call. Nothing was written. Check the address.',
};
const INVALID: Meaning = {
  code: 'unavailable',
  says: 'The server does not take the request. Nothing was written. The cause says why.',
};

/** By the `type` of the client's own errors, and by the `exception` of the server's, which are the same words. */
const BY_TYPE: Readonly<Record<string, Meaning>> = {
  'access-denied': DENIED,
  cancelled: lost('The server ended the call.'),
  'deadline-exceeded': late('The server did not answer in time. Check that the clocks of the two machines agree.'),
  'invalid-argument': INVALID,
  'maximum-append-size-exceeded': TOO_LARGE,
  'not-leader': lost('The node that answered is not the leader of its cluster.'),
  'stream-deleted': DELETED,
  timeout: late('The server gave the request up.'),
  unavailable: lost('The server cannot be reached, or is not ready.'),
};

/** By the status code of gRPC, where an error has no type of its own. */
const BY_CODE: Readonly<Record<number, Meaning>> = {
  1: lost('The call was cancelled.'),
  3: INVALID,
  4: late('The server did not answer in time.'),
  7: DENIED,
  10: late('The server gave the request up.'),
  12: NOT_ITS_PROTOCOL,
  14: lost('The server cannot be reached.'),
  16: DENIED,
};

/** By its words, where an error has neither: it comes before anything is sent. */
const NO_NODE: Meaning = {
  code: 'unavailable',
  says: 'No node of the cluster can be reached that may answer. Nothing was written. Check the address, and whether the cluster has a leader.',
  retryable: true,
};
const NO_NODE_SAYS = /^Failed to discover/;

const OTHER = lost('The server failed.');

const numberIn = (error: object, key: 'code'): number | undefined =>
  key in error && typeof (error as { code: unknown }).code === 'number' ? (error as { code: number }).code : undefined;

/** The server's word for what went wrong, where only gRPC's error is there: it travels in the trailers. */
function exceptionIn(error: object): string | undefined {
  if (!('metadata' in error)) return undefined;
  const { metadata } = error;
  if (typeof metadata !== 'object' || metadata === null || !('get' in metadata) || typeof metadata.get !== 'function') return undefined;
  const [exception] = metadata.get('exception') as readonly unknown[];
  return exception === undefined ? undefined : String(exception);
}

/** The client's type of an error; undefined where it has none. */
export function typeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('type' in error && typeof error.type === 'string' && error.type !== 'unknown') return error.type;
  return exceptionIn(error);
}

function meaningOf(error: unknown): Meaning {
  const byType = BY_TYPE[typeOf(error) ?? ''];
  if (byType !== undefined) return byType;
  const code = typeof error === 'object' && error !== null ? numberIn(error, 'code') : undefined;
  if (code === undefined && error instanceof Error && NO_NODE_SAYS.test(error.message)) return NO_NODE;
  return BY_CODE[code ?? -1] ?? OTHER;
}

/** An error as it may be shown: the client's holds the whole call, and with it the credentials. */
function shown(error: unknown): Error {
  const { message, name } = error instanceof Error ? error : { message: String(error), name: 'Error' };
  const told = new Error(message);
  told.name = name;
  return told;
}

function faultFrom(meaning: Meaning, doing: Doing, cause?: Error): StoreFault {
  const { code, says, retryable = false, written } = meaning;
  if (written === undefined) return new StoreFault(code, says, { retryable, cause });
  return new StoreFault(code, `${says} ${AGAIN[doing]}`, { retryable, cause, ...(doing === 'writing' ? { written } : {}) });
}

/** The fault that an error means. A fault stays what it is. */
export const faultOf = (error: unknown, doing: Doing = 'writing'): StoreFault =>
  error instanceof StoreFault ? error : faultFrom(meaningOf(error), doing, shown(error));

export const silent = (milliseconds: number, doing: Doing): StoreFault =>
  faultFrom(late(`The server said nothing for ${milliseconds} ms.`), doing);

/** The fault of a call that may have been done at an earlier try, or before: it must not say that nothing was written. */
export function doubted(fault: StoreFault): StoreFault {
  if (fault.written === 'unknown') return fault;
  const { code, says, retryable, cause } = fault;
  const kept = says.replace(` ${AGAIN.reading}`, '').replace(' Nothing was written.', '');
  return new StoreFault(code, `${kept} ${AGAIN.writing}`, { retryable, written: 'unknown', cause });
}

export const closedFault = (): StoreFault => new StoreFault('closed', 'The store is closed. Nothing was done. Open it again.');

export const damaged = (what: string): StoreFault =>
  new StoreFault('history-damaged', `${what} Nothing was changed. Compare the log with a bundle or a backup.`);
