/**
 * The only file that knows the client, and the place where its defects stop. Each call here is one try; each has a deadline of its own,
 * because the client waits for ever on a server that says nothing; each ends what it began, because the client leaves calls open.
 *
 * What is stepped around (each has a test):
 * - One long call that carries the appends of a whole process, whose answers are matched through a list shared by all clients: an error
 *   rejects the appends of others, and an answer that comes twice ends the process. Appends therefore go one call each.
 * - Reading the log with a filter, which the protocol has and the client's `readAll` has not: the request is made here.
 * - Its log prints the address, password and all: it is silent while a client is made.
 * - A read that is cancelled neither ends nor fails: what waits for it is ended here.
 */
import type { AllStreamResolvedEvent, EventStoreDBClient, ResolvedEvent } from '@eventstore/db-client';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { addressIn, badAddress } from './address.ts';
import { closedFault, type Doing, faultOf, silent, typeOf } from './faults.ts';

/** An event as the server holds it. */
export interface StoredEvent {
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly bytes: Uint8Array;
  /** What the writer wrote beside the record: which call it was. */
  readonly mark: string;
  /** Where it lies in the log of the whole database; undefined where the server does not say. */
  readonly place: Place | undefined;
}

export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly mark: string;
}

/** How a new client is made: one that failed to answer is given up. */
export type MakeClient = () => EventStoreDBClient;

type Module = typeof import('@eventstore/db-client');
type Messages = typeof import('@eventstore/db-client/generated/streams_pb.js');
type Services = typeof import('@eventstore/db-client/generated/streams_grpc_pb.js');
type Shared = typeof import('@eventstore/db-client/generated/shared_pb.js');

/** The client's own log, which the variable DEBUG turns on. */
interface Debug {
  readonly debug: { readonly connection: { enabled: boolean } };
}

interface Library {
  readonly connection: Debug['debug']['connection'];
  readonly esdb: Module;
  readonly messages: Messages;
  readonly services: Services;
  readonly shared: Shared;
}

/** What both kinds of reading have in common. */
interface Readable<Item> extends AsyncIterable<Item> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  destroy(error?: Error): unknown;
  cancel(): unknown;
}

const MARK = 'redress';
const nothing = (): void => {};

async function load(): Promise<Library> {
  // CommonJS whose names an import cannot see: the module itself is the default.
  const of = <Whole>(module: { default?: Whole } & Whole): Whole => module.default ?? module;
  const [esdb, debug, messages, services, shared] = await Promise.all([
    import('@eventstore/db-client'),
    import('@eventstore/db-client/dist/utils/debug.js'),
    import('@eventstore/db-client/generated/streams_pb.js'),
    import('@eventstore/db-client/generated/streams_grpc_pb.js'),
    import('@eventstore/db-client/generated/shared_pb.js'),
  ]);
  const { connection } = of<Debug>(debug).debug;
  return { connection, esdb: of(esdb), messages: of(messages), services: of(services), shared: of(shared) };
}

/** It does this without a word in the client's own log, which would print the address with the password in it. */
function unlogged<Made>(connection: Library['connection'], make: () => Made): Made {
  const { enabled } = connection;
  if (enabled) connection.enabled = false;
  try {
    return make();
  } finally {
    if (enabled) connection.enabled = true;
  }
}

function madeFrom({ esdb, connection }: Library, at: string | MakeClient): MakeClient {
  if (typeof at !== 'string') return at;
  const { server } = addressIn(at);
  return () => {
    try {
      return unlogged(connection, () => esdb.EventStoreDBClient.connectionString(server));
    } catch {
      // The client's error has the whole address in it.
      return badAddress();
    }
  };
}

/** Bytes of the event's metadata → the mark. Somebody else's metadata has none. */
function markIn(metadata: unknown): string {
  if (typeof metadata !== 'object' || metadata === null || !(MARK in metadata)) return '';
  return String((metadata as Readonly<Record<typeof MARK, unknown>>)[MARK]);
}

function placeOf(commit: bigint, prepare: bigint): Place | undefined {
  // A server that does not say fills in the largest number there is.
  return commit < 0n || commit >= 1n << 63n ? undefined : { commit, prepare };
}

function storedFrom({ event }: ResolvedEvent): StoredEvent | undefined {
  if (event === undefined) return undefined;
  return {
    stream: event.streamId,
    version: Number(event.revision) + 1,
    id: event.id,
    bytes: event.data instanceof Uint8Array ? event.data : Buffer.from(JSON.stringify(event.data)),
    mark: markIn(event.metadata),
    place: event.position === undefined ? undefined : placeOf(event.position.commit, event.position.prepare),
  };
}

function storedFromMessage(message: ReadResp): StoredEvent | undefined {
  const event = message.getEvent()?.getEvent();
  if (event === undefined) return undefined;
  return {
    stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    version: Number(event.getStreamRevision()) + 1,
    id: event.getId()?.getString() ?? '',
    bytes: event.getData_asU8(),
    mark: '',
    place: placeOf(BigInt(event.getCommitPosition()), BigInt(event.getPreparePosition())),
  };
}

export class Client {
  readonly #library: Library;
  readonly #make: MakeClient;
  /** Milliseconds that one call may take, and one read of the log. */
  readonly #deadline: number;
  readonly #logDeadline: number;
  /** What ends each read that waits. */
  readonly #reads = new Set<() => void>();
  readonly #retired = new Set<EventStoreDBClient>();
  #client: EventStoreDBClient;

  private constructor(library: Library, make: MakeClient, deadline: number, logDeadline: number) {
    this.#library = library;
    this.#make = make;
    this.#deadline = deadline;
    this.#logDeadline = logDeadline;
    this.#client = this.#made();
  }

  static async open(at: string | MakeClient, deadline: number, logDeadline: number): Promise<Client> {
    const library = await load();
    return new Client(library, madeFrom(library, at), deadline, logDeadline);
  }

  #made(): EventStoreDBClient {
    const client = this.#make();
    // The client asks this before each append: the answer no keeps it off the shared call.
    Object.assign(client, { supports: () => Promise.resolve(false) });
    return client;
  }

  /** A client whose server says nothing may hold a dead connection: the next call gets a new one. Its other calls go on. */
  #retire(client: EventStoreDBClient): void {
    if (this.#client !== client) return;
    this.#client = this.#made();
    this.#retired.add(client);
    setTimeout(() => {
      this.#retired.delete(client);
      void client.dispose();
    }, 2 * this.#logDeadline).unref();
  }

  /** The stream's version after the append; `wrong-version` where it was another before. Throws StoreFault. */
  async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<number | 'wrong-version'> {
    const { NO_STREAM, binaryEvent } = this.#library.esdb;
    const client = this.#client;
    const expectedRevision = expected === 0 ? NO_STREAM : BigInt(expected - 1);
    const sent = client.appendToStream(
      stream,
      events.map(({ id, type, text, mark }) => binaryEvent({ id, type, data: Buffer.from(text), metadata: { [MARK]: mark } })),
      { expectedRevision, deadline: this.#deadline, requiresLeader: true },
    );
    try {
      // A client that was told not to throw says so here, and the version beside it means nothing.
      const { success, nextExpectedRevision } = await this.#answered(client, sent, 'writing');
      return success ? Number(nextExpectedRevision) + 1 : 'wrong-version';
    } catch (error) {
      if (typeOf(error) === 'wrong-expected-version') return 'wrong-version';
      throw faultOf(error, 'writing');
    }
  }

  /** The answer, unless it takes longer than one call may: finding a node, and connecting, have no deadline of the client's. */
  async #answered<Answer>(client: EventStoreDBClient, answer: Promise<Answer>, doing: Doing): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(silent(this.#deadline, doing)), this.#deadline);
    });
    answer.catch(nothing);
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      const fault = typeOf(error) === 'wrong-expected-version' ? undefined : faultOf(error, doing);
      if (fault?.code === 'timeout') this.#retire(client);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** At most so many events of a stream, from this version on; none where there is no such stream. Throws StoreFault. */
  async read(stream: string, from: number, most: number): Promise<StoredEvent[]> {
    const client = this.#client;
    const events = client.readStream(stream, { fromRevision: BigInt(from - 1), maxCount: most, requiresLeader: true });
    return this.#collect(client, events, this.#deadline, storedFrom);
  }

  /** The last event of a stream. */
  async last(stream: string): Promise<StoredEvent | undefined> {
    const { BACKWARDS, END } = this.#library.esdb;
    const client = this.#client;
    const events = client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1, requiresLeader: true });
    return (await this.#collect(client, events, this.#deadline, storedFrom))[0];
  }

  /** At most so many events of the streams with this prefix, in the order of the database, from this place on. Throws StoreFault. */
  async log(prefix: string, from: Place | undefined, most: number): Promise<StoredEvent[]> {
    const client = this.#client;
    const request = this.#logRequest(prefix, from, most);
    // biome-ignore-start lint/complexity/useLiteralKeys: both are the client's own, and are reached by text only
    const call = client['GRPCStreamCreator'](this.#library.services.StreamsClient, 'readAll', (grpc) =>
      grpc.read(request, ...client['callArguments']({ requiresLeader: true }, { deadline: Number.POSITIVE_INFINITY })),
    );
    // biome-ignore-end lint/complexity/useLiteralKeys: as above
    const events = await this.#answered(client, call(), 'reading').catch((error: unknown) => Promise.reject(faultOf(error, 'reading')));
    return this.#collect(client, events, this.#logDeadline, storedFromMessage);
  }

  #logRequest(prefix: string, from: Place | undefined, most: number): ReadReq {
    const { Empty } = this.#library.shared;
    const { Options } = this.#library.messages.ReadReq;
    const all = new Options.AllOptions();
    if (from === undefined) all.setStart(new Empty());
    else all.setPosition(new Options.Position().setCommitPosition(String(from.commit)).setPreparePosition(String(from.prepare)));
    const filter = new Options.FilterOptions()
      .setStreamIdentifier(new Options.FilterOptions.Expression().setPrefixList([prefix]))
      .setCount(new Empty());
    const options = new Options()
      .setAll(all)
      .setCount(String(most))
      .setUuidOption(new Options.UUIDOption().setString(new Empty()))
      .setFilter(filter);
    return new this.#library.messages.ReadReq().setOptions(options);
  }

  /** All that a read gives. It fails where that takes too long, and is cancelled however it ends. */
  async #collect<Item>(
    client: EventStoreDBClient,
    source: Readable<Item>,
    deadline: number,
    stored: (item: Item) => StoredEvent | undefined,
  ): Promise<StoredEvent[]> {
    const found: StoredEvent[] = [];
    const end = (): void => void source.destroy(closedFault());
    const timer = setTimeout(() => source.destroy(silent(deadline, 'reading')), deadline);
    // It may fail once more after it was left: nobody would hear, and an error that nobody hears ends the process.
    source.on('error', nothing);
    this.#reads.add(end);
    try {
      for await (const item of source) {
        const event = stored(item);
        if (event !== undefined) found.push(event);
      }
      return found;
    } catch (error) {
      if (typeOf(error) === 'stream-not-found') return [];
      const fault = faultOf(error, 'reading');
      if (fault.code === 'timeout') this.#retire(client);
      throw fault;
    } finally {
      clearTimeout(timer);
      this.#reads.delete(end);
      void Promise.resolve(source.cancel()).catch(nothing);
    }
  }

  /**
   * Calls `rang` whenever something comes after this place in a stream with this prefix, and `broke` once, when no more will be heard.
   * Gives what ends it.
   */
  listen(prefix: string, after: Place | undefined, rang: () => void, broke: () => void): () => void {
    const { START, streamNameFilter } = this.#library.esdb;
    // The bell is answered by a read from the last known place: a checkpoint would say nothing more, and each costs a message.
    const filter = streamNameFilter({ prefixes: [prefix], checkpointInterval: 1_000 });
    const heard = this.#client.subscribeToAll({ fromPosition: after ?? START, filter, requiresLeader: true });
    const end = once(() => {
      clearTimeout(timer);
      heard.destroy();
      void heard.unsubscribe().catch(nothing);
      broke();
    });
    const timer = setTimeout(end, this.#deadline);
    heard.on('confirmation', () => clearTimeout(timer));
    heard.on('data', (_: AllStreamResolvedEvent) => rang());
    for (const event of ['error', 'end', 'close'] as const) heard.on(event, end);
    return end;
  }

  /** Ends every read that waits, and lets the connections go. */
  async close(): Promise<void> {
    for (const end of [...this.#reads]) end();
    await Promise.all([this.#client, ...this.#retired].map((client) => client.dispose()));
  }
}

function once(doing: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    doing();
  };
}
