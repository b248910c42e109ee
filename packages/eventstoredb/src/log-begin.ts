/**
 * The stream that says which log is kept under a name, and whether it is whole. The facts lie in streams named after it, so that two
 * logs, and other programs, may live in one database.
 */
import { randomUUID } from 'node:crypto';
import { logId, StoreFault } from '@redress/core';
import type { Place, StoredEvent } from './client.ts';
import type { Server } from './server.ts';

/** The release of what is written here. */
const EDITION = 1;

type What = 'begun' | 'taking-in' | 'taken-in';

export interface LogBegin {
  readonly log: string;
  /** Where the log begins in the database; undefined where the server does not say. */
  readonly place: Place | undefined;
  /** Version of this stream. */
  readonly version: number;
  /** Whether records of another log are being taken in, or were when somebody was interrupted. */
  readonly takingIn: boolean;
}

interface Note {
  readonly redress: number;
  readonly what: What;
  readonly log: string;
}

const wrong = (says: string): StoreFault => new StoreFault('wrong-schema', `${says} Nothing was changed.`);

function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && 'redress' in value && 'what' in value && 'log' in value;
}

function noteIn({ bytes, stream }: StoredEvent): Note {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString());
  } catch {
    value = undefined;
  }
  if (!isNote(value)) throw wrong(`The stream ${stream} is another program's. Open the log under another name.`);
  if (value.redress > EDITION) throw wrong(`The stream ${stream} was written by a newer release. Use that release.`);
  return value;
}

function beginOf(events: readonly StoredEvent[]): LogBegin | undefined {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (first.version !== 1) throw wrong(`The stream ${first.stream} was deleted or truncated. Restore a backup.`);
  return { log: noteIn(first).log, place: first.place, version: last.version, takingIn: noteIn(last).what === 'taking-in' };
}

/** Writes a note after the version that was read; tells whether nobody else had written meanwhile. */
export async function note(server: Server, name: string, after: number, what: What, log: string): Promise<boolean> {
  const text = JSON.stringify({ redress: EDITION, what, log } satisfies Note);
  const event = { id: randomUUID(), type: `log-${what}`, text, mark: '' };
  const version = await server.ask((client) => client.append(name, after, [event]));
  if (version !== 'wrong-version' && version !== after + 1) throw wrong(`The stream ${name} was deleted. Restore a backup.`);
  return version !== 'wrong-version';
}

export const readBegin = async (server: Server, name: string): Promise<LogBegin | undefined> =>
  beginOf(await server.ask((client) => client.read(name, 1, 100)));

export interface Wanted {
  readonly log?: string | undefined;
  /** Whether a log that is not there is begun. */
  readonly create: boolean;
}

/** The log under this name. Where there is none it begins one: with the id wanted, else with a random one. */
export async function openLog(server: Server, name: string, { log: wanted, create }: Wanted): Promise<LogBegin> {
  const log = logId(wanted);
  let found = await readBegin(server, name);
  if (found === undefined && !create) {
    throw new StoreFault('unavailable', `There is no log under the name ${name} on the server. Nothing was begun. Name another.`);
  }
  if (found === undefined) {
    // Where two begin at once, one of them finds what the other began.
    await note(server, name, 0, 'begun', log);
    found = await readBegin(server, name);
  }
  if (found === undefined) throw wrong(`The stream ${name} was written and is not there.`);
  if (wanted !== undefined && wanted !== found.log) {
    throw wrong(`Under the name ${name} there is the log ${found.log}, not ${wanted}. Open it under another name.`);
  }
  return found;
}
