/**
 * Appending: one read that tells whether the stream still ends where the caller stood, since a server compares versions only; the call;
 * and one read that tells whether this call wrote what is there.
 */
import { randomUUID } from 'node:crypto';
import {
  type Appended,
  type Conflict,
  type Encoded,
  type FactToWrite,
  type Head,
  hasRead,
  lostRace,
  movedFault,
  type Recorded,
  type Repeated,
  StoreFault,
} from '@redress/core';
import { damaged, doubted, faultOf } from './faults.ts';
import type { KnownIds } from './known-ids.ts';
import type { Moving } from './moving.ts';
import { all, counts, type Reader } from './reading.ts';
import type { Server } from './server.ts';

export interface ToAppend {
  readonly stream: string;
  readonly head: Head;
  readonly facts: readonly FactToWrite[];
  readonly encoded: Encoded;
}

export type Outcome = Appended | Repeated | Conflict;
export type Append = (entry: ToAppend) => Promise<Outcome>;

/** The most bytes of one append. A server takes 1 MiB as it is installed, and counts more than the records. */
export const LARGEST_APPEND = 1_000_000;

function checkSize(records: readonly Recorded[]): void {
  const bytes = records.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (bytes <= LARGEST_APPEND) return;
  const says = `The append takes ${bytes} bytes, of ${LARGEST_APPEND} that EventStoreDB is sent at once. Nothing was written.`;
  throw new StoreFault('too-large', `${says} Put what is large beside the log and its hash into the fact.`);
}

export interface WriterParts {
  readonly server: Server;
  readonly reader: Reader;
  readonly prefix: string;
  readonly known: KnownIds;
  readonly moving: Moving;
}

/** A fault after the server took the facts: it must not say that nothing was written. */
function afterwards(error: unknown): StoreFault {
  const fault = faultOf(error);
  const { code, says, cause } = fault;
  if (code === 'log-moved') return fault;
  return code === 'history-damaged' ? new StoreFault(code, says, { written: 'unknown', cause }) : doubted(fault);
}

export function writer({ server, reader, prefix, known, moving }: WriterParts): Append {
  /** Whether the last record read is there still. From it, or from the first whose id is not known: one read for both. */
  async function leadsOn({ stream, head }: ToAppend): Promise<boolean> {
    if (head.version === 0) return true;
    const from = Math.min(known.through(stream) + 1, head.version);
    const last = (await all(reader.stream(stream, { from, to: head.version }))).at(-1);
    const isThere = last?.recorded.record.version === head.version && !last.isVoid;
    return hasRead(head, isThere ? last.recorded.text : undefined);
  }

  /** The fault of an append that brings an id of which the stream up to its head knows, or null. */
  function knownId({ stream, head, facts }: ToAppend): StoreFault | null {
    for (const { id } of facts) {
      const version = known.versionOf(stream, id, head.version);
      if (version === 0) continue;
      const says = `The fact ${id} lies at version ${version} of stream ${JSON.stringify(stream)}. Nothing was written.`;
      return new StoreFault('id-elsewhere', `${says} Use a new command id.`);
    }
    return null;
  }

  async function lost({ stream, head, facts }: ToAppend): Promise<Outcome> {
    const missed = await counts(reader.stream(stream, { from: head.version + 1 }));
    return lostRace(facts, missed, missed.at(-1) ?? (await reader.last(stream)));
  }

  /** What was written since the head is answered for first; an append that the stream would have been open for is the fault. */
  async function notWritten(entry: ToAppend, fault: StoreFault): Promise<Outcome> {
    const outcome = await lost(entry);
    const isLast = outcome.outcome === 'conflict' && outcome.head.version === entry.head.version && (await leadsOn(entry));
    if (isLast) throw fault;
    return outcome;
  }

  /** The server says yes to a first append and to a repeated one alike. The mark beside the facts tells whose they are. */
  async function accepted({ stream, head, encoded }: ToAppend, version: number, mark: string): Promise<Outcome> {
    const last = head.version + encoded.records.length;
    if (version !== last) {
      // Facts are there, under a version that they do not say. Every reader will meet them.
      const what = `Stream ${JSON.stringify(stream)} went on at version ${version} where ${last} was meant: it had been deleted.`;
      throw new StoreFault('history-damaged', `${what} What was written now cannot be read. Restore a backup.`);
    }
    // In this order: what says that the log has moved must be known before it is asked whether the facts came too late.
    await moving.look(server);
    const there = await all(reader.stream(stream, { from: head.version + 1, to: last }));
    if (there.some(({ isVoid }) => isVoid)) throw movedFault();
    const same = encoded.records.every(({ record }, index) => there[index]?.recorded.record.id === record.id);
    if (!same) throw damaged(`Stream ${JSON.stringify(stream)} does not hold what the server said it had taken.`);
    if (there[0]?.mark === mark) return { outcome: 'appended', ...encoded };
    return { outcome: 'repeated', records: there.map(({ recorded }) => recorded) };
  }

  return async (entry) => {
    const { stream, head, encoded } = entry;
    checkSize(encoded.records);
    if (moving.moved) return notWritten(entry, movedFault());
    if (!(await leadsOn(entry))) return lost(entry);
    const elsewhere = knownId(entry);
    if (elsewhere) return notWritten(entry, elsewhere);
    // The same for every try of this call: an answer that was lost is asked for again, and what the first try wrote is ours.
    const mark = randomUUID();
    const events = encoded.records.map(({ record, text }) => ({ id: record.id, type: record.type, text, mark }));
    const version = await server.ask((client) => client.append(prefix + stream, head.version, events));
    if (version === 'wrong-version') return lost(entry);
    return accepted(entry, version, mark).catch((error: unknown) => Promise.reject(afterwards(error)));
  };
}
