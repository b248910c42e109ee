/** What PostgreSQL's errors mean to a caller. No error of the driver leaves this package. */
import { movedFault, StoreFault, type StoreFaultCode } from '@redress/core';

interface Meaning {
  readonly code: StoreFaultCode;
  readonly says: string;
  readonly retryable?: boolean;
  readonly written?: 'unknown';
}

const AGAIN = 'Send the same command id again: it is written once.';
const NOTHING = 'Nothing was written.';
const UNKNOWN = 'Whether the append was done is not known.';

const busy = (what: string): Meaning => ({ code: 'busy', says: `${what} Nothing was written. Send the same again.`, retryable: true });

const gone = (what: string): Meaning => ({
  code: 'unavailable',
  says: `${what} ${UNKNOWN} ${AGAIN}`,
  retryable: true,
  written: 'unknown',
});

const refused = (what: string): Meaning => ({ code: 'unavailable', says: `${what} Nothing was written. Correct the address.` });

/** The SQLSTATEs that the functions of the schema raise themselves. */
export const RAISED = { settings: 'RD001', change: 'RD002', moved: 'RD003' } as const;

/** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  '40001': busy('The server could not order this append among others.'),
  '40P01': busy('Two appends waited for each other, and the server ended this one.'),
  '55P03': busy('Another session holds a lock.'),
  '53300': busy('The server has no connection left.'),
  '53400': busy('The server has reached a limit of its configuration.'),
  '53100': { code: 'full', says: "The server's disk is full. Nothing was written. Make room and send the same again." },
  '53200': busy('The server is out of memory.'),
  '57014': {
    code: 'timeout',
    says: 'The server cancelled the statement, by its statement_timeout or by hand. Nothing was written. Send the same again.',
    retryable: true,
  },
  '57P03': {
    code: 'unavailable',
    says: 'The server is starting or stopping. Nothing was written. Send the same again.',
    retryable: true,
  },
  '25006': { code: 'read-only', says: 'The server is a standby or is set read-only. Nothing was written. Open the primary server.' },
  '42501': {
    code: 'read-only',
    says: 'The role lacks a right. Nothing was written. Grant it what the README of @redress/postgres lists.',
  },
  '28P01': refused('The server refuses the password, or there is no such role.'),
  '28000': refused('The server lets this role in from here by no rule of its pg_hba.conf.'),
  '3D000': refused('The server has no such database.'),
  '22021': {
    code: 'history-damaged',
    says: 'A record is not UTF-8. Nothing was changed. Compare the log with a bundle or a backup.',
  },
  '23505': {
    code: 'history-damaged',
    says: 'What the append would add is there in part. Nothing was written. Compare the log with a bundle or a backup.',
  },
  XX001: { code: 'history-damaged', says: 'A page of the database is damaged. Nothing was written. Restore a backup.' },
  XX002: { code: 'history-damaged', says: 'An index of the database is damaged. Nothing was written. Rebuild it, or restore a backup.' },
  [RAISED.settings]: {
    code: 'unsafe-settings',
    says: 'The session is not READ COMMITTED, or has synchronous_commit off. Nothing was written. Leave both as PostgreSQL has them.',
  },
};

/** By the first two characters, where the whole code is not listed. */
const CLASSES: Readonly<Record<string, Meaning>> = {
  '08': gone('The connection to the server was lost.'),
  '57': gone('The server ended the session.'),
  '58': gone('The server could not read or write its disk.'),
  '54': { code: 'too-large', says: 'The append is larger than the server takes. Nothing was written. Put what is large beside the log.' },
  '3F': { code: 'wrong-schema', says: 'The schema of the log is not there any more. Nothing was written. Find out who dropped it.' },
  '42': {
    code: 'wrong-schema',
    says: 'The tables or functions of the log are not as they were made. Nothing was written. Find out who changed them.',
  },
};

const other = (state: string): Meaning => ({
  code: 'unavailable',
  says: `The server refused the statement with SQLSTATE ${state}. Nothing was written. The cause says why.`,
});

const LOST = gone('The connection to the server was lost.');

const UNREACHED: Meaning = {
  code: 'unavailable',
  says: 'The server cannot be reached. Nothing was written. Check the address, bring the server back, and send the same again.',
  retryable: true,
};

const NO_PASSWORD: Meaning = {
  code: 'unavailable',
  says: 'The server asks for a password, and none was given. Nothing was written. Set PGPASSWORD.',
};

/** A driver that could not begin: a mode that it does not know, a server without TLS, a certificate that nobody vouches for. */
const notSetUp = (error: unknown): Meaning =>
  refused(`The connection could not be set up: ${error instanceof Error ? error.message : 'no reason was given'}.`);

/** The system's own words for a server that may be there later, or the driver's: its other errors do not go away by themselves. */
function mayBeReachedLater(error: unknown): boolean {
  // A certificate that is not where the address says is a missing file, and no missing socket.
  if (!(error instanceof Error) || ('syscall' in error && error.syscall === 'open')) return false;
  if ('code' in error && typeof error.code === 'string') return /^E(?!RR_)[A-Z_]+$/.test(error.code);
  return /terminated|timeout/i.test(error.message);
}

/** What the server itself said: its SQLSTATE; undefined where the error is none of the server's. */
function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('severity' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the session goes on after the error: the server refused a statement, and no more. */
export const sessionGoesOn = (error: unknown): boolean =>
  sqlStateOf(error) !== undefined && error instanceof Error && 'severity' in error && error.severity === 'ERROR';

/** The constraint that a unique violation names. */
export const violated = (fault: StoreFault): string | undefined => {
  const { cause } = fault;
  if (sqlStateOf(cause) !== '23505' || !(cause instanceof Error) || !('constraint' in cause)) return undefined;
  return typeof cause.constraint === 'string' ? cause.constraint : undefined;
};

function notConnected(error: unknown): Meaning {
  if (mayBeReachedLater(error)) return UNREACHED;
  return error instanceof Error && error.message.includes('client password must be') ? NO_PASSWORD : notSetUp(error);
}

function meaningOf(error: unknown, sent: boolean): Meaning {
  const state = sqlStateOf(error);
  if (state === undefined) return sent ? LOST : notConnected(error);
  return MEANINGS[state] ?? CLASSES[state.slice(0, 2)] ?? other(state);
}

/** The fault that an error of the driver means. `sent`: whether the statement had left for the server. A fault stays what it is. */
export function faultOf(error: unknown, sent: boolean): StoreFault {
  if (error instanceof StoreFault) return error;
  if (sqlStateOf(error) === RAISED.moved) return movedFault();
  const { code, says, retryable = false, written } = meaningOf(error, sent);
  // The same code means the same to a connection that was not made yet, and then nothing can have been written.
  const how = sent && written !== undefined ? { written } : {};
  return new StoreFault(code, sent ? says : says.replace(UNKNOWN, NOTHING), {
    retryable,
    ...how,
    cause: error,
  });
}

export const timedOut = (milliseconds: number): StoreFault =>
  new StoreFault('timeout', `The server did not answer within ${milliseconds} ms. ${UNKNOWN} ${AGAIN}`, {
    retryable: true,
    written: 'unknown',
  });

export const noConnection = (milliseconds: number): StoreFault =>
  new StoreFault(
    'unavailable',
    `No connection could be had within ${milliseconds} ms: the server does not answer, or all connections of the pool are in use. ` +
      'Nothing was written. Send the same again.',
    { retryable: true },
  );

export const closedFault = (): StoreFault => new StoreFault('closed', 'The store is closed. Nothing was done. Open it again.');

/** A wait of 2 to 30 ms, so that rivals do not come back in step. */
const jitter = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 28));

/** A pool may hold more than one connection that a restarted server has forgotten. */
const TRIES_WHEN_LOST = 3;

const helpsAgain = ({ code, retryable }: StoreFault, tries: number): boolean =>
  retryable && (code === 'busy' || (code === 'unavailable' && tries < TRIES_WHEN_LOST));

/** What these say is so, however often it was tried: had an earlier try written, it would have been found. */
const CERTAIN: readonly StoreFaultCode[] = ['id-elsewhere', 'log-moved'];

/** The fault of a later try, where an earlier one was sent and never answered: that this one wrote nothing is not all. */
function afterUnknown(fault: StoreFault): StoreFault {
  const { code, says, retryable } = fault;
  if (fault.written === 'unknown' || CERTAIN.includes(code)) return fault;
  return new StoreFault(code, says.replace(NOTHING, UNKNOWN), { retryable, written: 'unknown', cause: fault.cause });
}

/** The fault as it is to somebody who was only reading. */
export function whileReading(fault: unknown): unknown {
  if (!(fault instanceof StoreFault) || fault.written === 'nothing-written') return fault;
  const { code, says, retryable, cause } = fault;
  return new StoreFault(code, says.replace(`${UNKNOWN} ${AGAIN}`, 'Nothing was changed. Ask again.').replace(UNKNOWN, NOTHING), {
    retryable,
    cause,
  });
}

/**
 * Does it, and does it again: while others are in the way until so many milliseconds have passed, and a few times at once where a
 * connection was lost. Only for what may be done twice: reading, and appending the same ids. `unknown`: it was sent before, and nobody
 * knows what came of it.
 */
export async function patiently<Result>(milliseconds: number, doing: () => Promise<Result>, unknown = false): Promise<Result> {
  const end = performance.now() + milliseconds;
  let unanswered = unknown;
  for (let tries = 1; ; tries += 1) {
    try {
      return await doing();
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      unanswered ||= error.written === 'unknown';
      if (!helpsAgain(error, tries) || performance.now() >= end) throw unanswered ? afterUnknown(error) : error;
      await jitter();
    }
  }
}
