/**
 * What the double of EventStoreDB holds: streams, their metadata, and the log of all events.
 *
 * Modelled after the server's source: appends that expect a revision or no stream are idempotent by event id, a repeat that matches in
 * part is a wrong version, an id that lies earlier is taken once more; soft deletion is `$tb` in the stream's metadata, and a stream that
 * is written again goes on counting; a tombstone is for good; positions are bytes, and have gaps.
 */

export interface Written {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** The byte at which it lies: its commit position, and its prepare position. */
  readonly position: number;
  /** 100 ns since 1970. */
  readonly created: bigint;
}

export type Proposed = Pick<Written, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type Expected = number | 'any' | 'stream-exists' | 'no-stream';

export type AppendAnswer =
  | { readonly kind: 'written'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong-version'; readonly actual: number | undefined }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'too-large' };

/** What a server takes in one append, as it is installed. */
export const MAX_APPEND = 1024 * 1024;

const DELETED = Number.MAX_SAFE_INTEGER;
/** What stands around the data of an event in the server's file. */
const OVERHEAD = 111;

export class NoSuchPosition extends Error {}
export class StreamDeleted extends Error {}

interface Stream {
  readonly events: Written[];
  readonly byId: Map<string, number>;
  /** The first revision that readers see; DELETED is none. */
  from: number;
  tombstoned: boolean;
}

const sizeOf = ({ data, metadata }: Proposed): number => data.length + metadata.length;

export class Database {
  readonly #streams = new Map<string, Stream>();
  readonly #all: Written[] = [];
  readonly #listeners = new Set<(written: Written) => void>();
  #next = 0;

  #stream(name: string): Stream {
    const found = this.#streams.get(name) ?? { events: [], byId: new Map(), from: 0, tombstoned: false };
    this.#streams.set(name, found);
    return found;
  }

  append(name: string, expected: Expected, events: readonly Proposed[]): AppendAnswer {
    const stream = this.#stream(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    if (events.reduce((sum, event) => sum + sizeOf(event), 0) > MAX_APPEND) return { kind: 'too-large' };
    const last = stream.events.length - 1;
    const gone = stream.from > last;
    const wanted = expected === 'no-stream' ? -1 : expected;
    if (wanted === 'any') return this.#weakly(stream, events) ?? this.#write(name, events);
    if (wanted === 'stream-exists') {
      return gone ? { kind: 'wrong-version', actual: undefined } : (this.#weakly(stream, events) ?? this.#write(name, events));
    }
    if (wanted === last || (wanted === -1 && gone)) return this.#write(name, events);
    const repeated = wanted < last && events.every(({ id }, index) => stream.events[wanted + 1 + index]?.id === id);
    return repeated ? this.#known(stream, wanted + events.length) : { kind: 'wrong-version', actual: last < 0 ? undefined : last };
  }

  /** Without an exact expectation a repeat is found by the first id. */
  #weakly(stream: Stream, [first]: readonly Proposed[]): AppendAnswer | undefined {
    const revision = first && stream.byId.get(first.id);
    return revision === undefined ? undefined : this.#known(stream, revision);
  }

  #known(stream: Stream, revision: number): AppendAnswer {
    return { kind: 'written', revision, position: stream.events[revision]?.position ?? 0 };
  }

  #write(name: string, events: readonly Proposed[]): AppendAnswer {
    const stream = this.#stream(name);
    // A stream that was deleted softly begins again after what it had.
    if (stream.from === DELETED) stream.from = stream.events.length;
    const written = events.map((event) => {
      const revision = stream.events.length;
      const created = BigInt(Date.now()) * 10_000n;
      const whole = { ...event, stream: name, revision, position: this.#next, created };
      this.#next += OVERHEAD + name.length + event.type.length + sizeOf(event);
      stream.events.push(whole);
      stream.byId.set(event.id, revision);
      this.#all.push(whole);
      return whole;
    });
    if (name.startsWith('$$')) this.#setMetadata(name.slice(2), written.at(-1));
    for (const one of written) for (const listen of [...this.#listeners]) listen(one);
    return this.#known(stream, stream.events.length - 1);
  }

  #setMetadata(name: string, written: Written | undefined): void {
    const metadata: unknown = JSON.parse(Buffer.from(written?.data ?? []).toString());
    const before = typeof metadata === 'object' && metadata !== null && '$tb' in metadata ? Number(metadata.$tb) : 0;
    this.#stream(name).from = Math.min(before, DELETED);
  }

  delete(name: string): void {
    const data = Buffer.from('{"$tb":9223372036854775807}');
    const event = { id: crypto.randomUUID(), type: '$metadata', contentType: 'application/json', data, metadata: Buffer.alloc(0) };
    this.append(`$$${name}`, 'any', [event]);
  }

  tombstone(name: string): void {
    this.#stream(name).tombstoned = true;
  }

  /** The revision of the last event; undefined where there is no stream. */
  lastRevision(name: string): number | undefined {
    const last = (this.#streams.get(name)?.events.length ?? 0) - 1;
    return last < 0 ? undefined : last;
  }

  /** The events of a stream; undefined where there is none, or none any more. */
  stream(name: string): readonly Written[] | undefined {
    const stream = this.#streams.get(name);
    if (stream?.tombstoned) throw new StreamDeleted(name);
    if (stream === undefined || stream.events.length === 0 || stream.from === DELETED) return undefined;
    return stream.events.slice(stream.from);
  }

  /** All events from a place on, that place included. A place at which nothing begins is an error, as on the server. */
  all(from: number): readonly Written[] {
    const index = this.#indexFrom(from);
    if (from !== 0 && from !== this.#next && this.#all[index]?.position !== from) throw new NoSuchPosition(String(from));
    return this.#all.slice(index);
  }

  /** How many events lie before a place. Looked up by halving: a search from the start makes long logs crawl. */
  #indexFrom(from: number): number {
    let [low, high] = [0, this.#all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all[middle]?.position ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  listen(listener: (written: Written) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
