/** Reading, lazily and in pages: no call stays open between two records, so leaving a loop early holds nothing. */
import { checkedLimit, checkRecord, type Range, type Recorded, readRecord } from '@redress/core';
import type { Place, StoredEvent } from './client.ts';
import { damaged } from './faults.ts';
import type { KnownIds } from './known-ids.ts';
import type { Moving } from './moving.ts';
import { placeAt, positionOf } from './places.ts';
import type { Server } from './server.ts';

/** Events asked for at a time: enough to hide the trip, few enough to keep memory flat with records of 256 KiB. */
export const PAGE = 256;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf({ bytes, stream, version }: StoredEvent): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw damaged(`Version ${version} of stream ${JSON.stringify(stream)} is not UTF-8.`);
  }
}

/** A record, which call wrote it, and whether it came too late to count: only who wrote it is shown it then. */
export interface Written {
  readonly recorded: Recorded;
  readonly mark: string;
  readonly isVoid: boolean;
}

export interface Reader {
  /** What lies in a stream between two versions, both included, late facts too: `counts` leaves those out. */
  stream(stream: string, range?: Range): AsyncGenerator<Written, void>;
  last(stream: string): Promise<Recorded | undefined>;
  /** At most so many records of the log after a position, in one page. */
  page(after: string, most: number): Promise<Recorded[]>;
  log(after: string, limit: number): AsyncGenerator<Recorded, void>;
}

export interface ReaderParts {
  readonly server: Server;
  /** What the names of the log's streams begin with on the server. */
  readonly prefix: string;
  /** Where the log begins: nothing before it is looked at. */
  readonly begin: Place | undefined;
  readonly known: KnownIds;
  readonly moving: Moving;
  /** Whether the log is whole. One that is not has no records for a reader. */
  whole(): Promise<boolean> | boolean;
}

export function reader({ server, prefix, begin, known, moving, whole }: ReaderParts): Reader {
  /** The event says its place twice, by its revision and inside its record; a server that dropped some tells by the difference. */
  function recorded(event: StoredEvent, position: string): Recorded {
    const stream = event.stream.slice(prefix.length);
    const found = readRecord(position, textOf(event));
    checkRecord(found, stream, event.version);
    if (found.record.id !== event.id) throw damaged(`Version ${event.version} of stream ${JSON.stringify(stream)} has the id ${event.id}.`);
    return found;
  }

  async function pageOfStream(stream: string, from: number, most: number): Promise<Written[]> {
    const events = await server.ask((client) => client.read(prefix + stream, from, most));
    return events.map((event, index) => {
      if (event.version !== from + index) {
        const what = `Stream ${JSON.stringify(stream)}: version ${event.version} follows where ${from + index} should.`;
        throw damaged(`${what} The stream was truncated, or deleted and begun again.`);
      }
      const found = recorded(event, '');
      moving.learn(event);
      const isVoid = moving.isVoid(event);
      if (!isVoid) known.learn(stream, event.version, event.id);
      return { recorded: found, mark: event.mark, isVoid };
    });
  }

  async function* stream(name: string, { from = 1, to = Number.POSITIVE_INFINITY }: Range = {}): AsyncGenerator<Written, void> {
    server.checkOpen();
    if (!(await whole())) return;
    for (let version = Math.max(1, from); version <= to; ) {
      const most = Math.min(PAGE, to - version + 1);
      const written = await pageOfStream(name, version, most);
      yield* written;
      // A page that is not full was the last: what is written later belongs to another read.
      if (written.length < most) return;
      version += most;
    }
  }

  async function page(after: string, most: number): Promise<Recorded[]> {
    const from = placeAt(after) ?? begin;
    if (!(await whole())) return [];
    // A read begins with what lies at its place, which the caller has.
    const events = await server.ask((client) => client.log(prefix, from, most + 1));
    for (const event of events) moving.learn(event);
    const counted = events.filter((event) => !moving.isVoid(event));
    const later = counted.map((event) => recorded(event, positionOf(event))).filter(({ position }) => position > after);
    return later.slice(0, most);
  }

  async function* log(after: string, limit: number): AsyncGenerator<Recorded, void> {
    server.checkOpen();
    let position = after;
    for (let left = checkedLimit(limit); left > 0; left -= PAGE) {
      const most = Math.min(PAGE, left);
      const records = await page(position, most);
      yield* records;
      if (records.length < most) return;
      position = records.at(-1)?.position ?? position;
    }
  }

  async function last(name: string): Promise<Recorded | undefined> {
    const event = await server.ask((client) => client.last(prefix + name));
    if (event === undefined || !moving.isVoid(event)) return event && recorded(event, '');
    return (await counts(stream(name))).at(-1);
  }

  return { stream, last, page, log };
}

/** The records that count. */
export async function counts(written: AsyncIterable<Written>): Promise<Recorded[]> {
  return (await all(written)).flatMap(({ recorded, isVoid }) => (isVoid ? [] : [recorded]));
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
