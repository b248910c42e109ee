/**
 * A double of EventStoreDB, for tests: a gRPC server on 127.0.0.1 that speaks the published protocol (v1), derived from the protocol
 * definitions that the client ships and from the server's source, with faults to order.
 *
 * It models: appending, one call each or many on one call, with expected versions and idempotence (see database.ts); reading a stream
 * and the log, forwards and backwards, with a prefix filter on stream names; subscriptions to the log: confirmation, history after the
 * place given, caught-up, then live, with checkpoints; deletion, tombstones and `$tb`; deadlines, as far as gRPC carries them; that only
 * a leader answers a call that asks for one; a cluster of one node, which says of itself that it leads.
 *
 * It does NOT model: TLS, users and rights; larger clusters and elections; disks, durability and restarts of the machine; scavenging,
 * `$maxCount` and `$maxAge`; projections, links and persistent subscriptions; filters by regular expression or event type; system
 * events of its own; the server's caches, its limits of memory and its speed. What a test here shows is that this package copes with
 * what the protocol allows; it shows nothing of how a server keeps its data.
 */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket, type Server as TcpServer, connect as tcpConnect } from 'node:net';
import gossipServices from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type gossip from '@eventstore/db-client/generated/gossip_pb.js';
import featureServices from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import {
  type Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { Database, NoSuchPosition, type Proposed, StreamDeleted, type Written } from './database.ts';
import * as messages from './messages.ts';

type ReadReq = InstanceType<typeof streams.ReadReq>;
type ReadResp = InstanceType<typeof streams.ReadResp>;
type AppendReq = InstanceType<typeof streams.AppendReq>;
type AppendResp = InstanceType<typeof streams.AppendResp>;
type BatchAppendReq = InstanceType<typeof streams.BatchAppendReq>;
type BatchAppendResp = InstanceType<typeof streams.BatchAppendResp>;
type DeleteReq = InstanceType<typeof streams.DeleteReq>;
type DeleteResp = InstanceType<typeof streams.DeleteResp>;
type TombstoneReq = InstanceType<typeof streams.TombstoneReq>;
type TombstoneResp = InstanceType<typeof streams.TombstoneResp>;
type SupportedMethods = InstanceType<typeof features.SupportedMethods>;
type ClusterInfo = InstanceType<typeof gossip.ClusterInfo>;
type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

export type Call = 'append' | 'batch' | 'read' | 'log' | 'subscribe';

/** What may be ordered; each happens once, at the next call of its kind. */
export type Fault =
  | { readonly at: Call; readonly does: 'never answers' }
  | { readonly at: Call; readonly does: 'is unavailable' }
  | { readonly at: Call; readonly does: 'denies access' }
  | { readonly at: Call; readonly does: 'is not the leader'; readonly leader: number }
  | { readonly at: Call; readonly does: 'answers late'; readonly after: number }
  | { readonly at: 'append'; readonly does: 'commits, then drops the connection' }
  | { readonly at: 'append'; readonly does: 'commits, then never answers' }
  | { readonly at: 'batch'; readonly does: 'answers twice' }
  | { readonly at: 'read' | 'log' | 'subscribe'; readonly does: 'drops the connection'; readonly afterEvents: number };

const nothing = (): void => {};
const never = new Promise<never>(nothing);

export class Double {
  /** What it says it is: another client reads nothing from a server whose version is not made of numbers. */
  static readonly version = '24.10.0';
  readonly database: Database;
  /** Calls that were begun, in order. */
  readonly calls: Call[] = [];
  /** Calls that are open now. */
  open = 0;
  /** Whether it lists the call on which many appends travel, as servers since 21.10 do. */
  batches = true;
  /** Milliseconds by which its clock goes before everybody else's. */
  clockAhead = 0;
  /** What callers said of who they are, in order. */
  readonly credentials: string[] = [];
  readonly #faults: Fault[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #door: TcpServer;
  #server: Server | undefined;
  #port = 0;
  /** Whether the door takes connections and lets nothing through. */
  #mute = false;

  private constructor(database: Database) {
    this.database = database;
    this.#door = createServer((socket) => this.#admit(socket));
  }

  /** Starts one; several may stand before one database, as the nodes of a cluster do. */
  static async start(database = new Database()): Promise<Double> {
    const double = new Double(database);
    await double.#serve();
    double.#door.listen(0, '127.0.0.1');
    await once(double.#door, 'listening');
    return double;
  }

  get port(): number {
    return (this.#door.address() as AddressInfo).port;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  fault(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  /** Faults that were ordered and have not happened. */
  get waiting(): number {
    return this.#faults.length;
  }

  /** What was ordered and has not happened does not happen. */
  calm(): void {
    this.#faults.length = 0;
  }

  /** Every connection is lost at once, as when a cable is pulled. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** From now on connections are taken and nothing is said on them, or no longer so. */
  mute(on: boolean): void {
    this.#mute = on;
    this.cut();
  }

  /** Killed: what it holds stays, as on a disk. */
  kill(): void {
    this.#server?.forceShutdown();
    this.#server = undefined;
    this.cut();
  }

  async restart(): Promise<void> {
    this.kill();
    await this.#serve();
  }

  async stop(): Promise<void> {
    this.kill();
    this.#door.close();
    await once(this.#door, 'close');
  }

  /** The door stands before the gRPC server, so that connections can be cut where no server would. */
  #admit(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', nothing);
    if (this.#mute) return;
    if (this.#server === undefined) return void socket.destroy();
    const inside = tcpConnect(this.#port, '127.0.0.1').setNoDelay(true);
    socket.setNoDelay(true);
    inside.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('close', () => inside.destroy());
    socket.pipe(inside).pipe(socket);
  }

  async #serve(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': -1 });
    server.addService(streamServices.StreamsService, {
      read: (call: ReadCall) => void this.#read(call),
      append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) => void this.#append(call, answer),
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => this.#batchAppend(call),
      delete: ({ request }: ServerUnaryCall<DeleteReq, DeleteResp>, answer: sendUnaryData<DeleteResp>) => {
        this.database.delete(messages.nameIn(request.getOptions()?.getStreamIdentifier()));
        answer(null, new streams.DeleteResp());
      },
      tombstone: ({ request }: ServerUnaryCall<TombstoneReq, TombstoneResp>, answer: sendUnaryData<TombstoneResp>) => {
        this.database.tombstone(messages.nameIn(request.getOptions()?.getStreamIdentifier()));
        answer(null, new streams.TombstoneResp());
      },
    });
    server.addService(featureServices.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<SupportedMethods>) => answer(null, this.#supported()),
    });
    server.addService(gossipServices.GossipService, {
      read: (_: unknown, answer: sendUnaryData<ClusterInfo>) => answer(null, messages.leaderAlone('127.0.0.1', this.port)),
    });
    const bound = await new Promise<number>((resolve, reject) =>
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))),
    );
    this.#server = server;
    this.#port = bound;
  }

  #supported(): SupportedMethods {
    const methods = new features.SupportedMethods().setEventStoreServerVersion(Double.version);
    if (!this.batches) return methods;
    const service = 'event_store.client.streams.streams';
    methods.addMethods(new features.SupportedMethod().setServiceName(service).setMethodName('batchappend'));
    return methods;
  }

  /** Notes the call, and gives what was ordered for it. A call that asks for no leader is answered by any node. */
  #begun(at: Call, { metadata }: { readonly metadata: Metadata }): Fault | undefined {
    this.calls.push(at);
    this.credentials.push(...metadata.get('authorization').map(String));
    const asksForLeader = metadata.get('requires-leader').includes('true');
    const index = this.#faults.findIndex((fault) => fault.at === at && (asksForLeader || fault.does !== 'is not the leader'));
    return index < 0 ? undefined : this.#faults.splice(index, 1)[0];
  }

  /** What happens before anything is done: the error to answer with, or nothing, now or later. */
  async #before(fault: Fault | undefined): Promise<ReturnType<typeof messages.failure> | undefined> {
    switch (fault?.does) {
      case 'never answers':
        return never;
      case 'answers late':
        await new Promise((resolve) => setTimeout(resolve, fault.after));
        return undefined;
      case 'is unavailable':
        return messages.failure(status.UNAVAILABLE, 'Server Is Not Ready');
      case 'denies access':
        return messages.failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
      case 'is not the leader': {
        const leader = { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(fault.leader) };
        return messages.failure(status.NOT_FOUND, 'Leader info available.', { exception: 'not-leader', ...leader });
      }
      default:
        return undefined;
    }
  }

  async #append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): Promise<void> {
    const fault = this.#begun('append', call);
    this.#track(call);
    let name = '';
    let expected: Parameters<Database['append']>[1] = 'any';
    const events: Proposed[] = [];
    call.on('error', nothing);
    call.on('data', (message: AppendReq) => {
      const options = message.getOptions();
      const event = message.getProposedMessage();
      if (options !== undefined) {
        name = messages.nameIn(options.getStreamIdentifier());
        expected = messages.expectedIn(options, options.getRevision());
      }
      if (event !== undefined) events.push(messages.proposed(event));
    });
    await once(call, 'end');
    // A connection that breaks ends the call as well, and is known for a break a moment later: half an append is not done.
    await new Promise(setImmediate);
    if (call.cancelled) return;
    const error = await this.#before(fault);
    if (error !== undefined) return answer(error);
    const outcome = messages.appendAnswer(name, expected, this.database.append(name, expected, events));
    if (fault?.does === 'commits, then drops the connection') return this.cut();
    if (fault?.does === 'commits, then never answers') return;
    if (outcome instanceof streams.AppendResp) answer(null, outcome);
    else answer(outcome);
  }

  /** One long call for many appends. An append comes in parts, told apart by its correlation id. */
  #batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    this.#track(call);
    const parts = new Map<string, { readonly first: BatchAppendReq; readonly events: Proposed[] }>();
    const finish = async (id: string, fault: Fault | undefined): Promise<void> => {
      const part = parts.get(id);
      const options = part?.first.getOptions();
      parts.delete(id);
      if (part === undefined || options === undefined) return;
      const error = await this.#before(fault);
      if (error !== undefined) return void call.emit('error', error);
      const name = messages.nameIn(options.getStreamIdentifier());
      const expected = messages.expectedIn(options, options.getStreamPosition());
      const late = messages.deadlineIn(options) < Date.now() + this.clockAhead;
      const answer = late ? ({ kind: 'late' } as const) : this.database.append(name, expected, part.events);
      const response = messages.batchAnswer(part.first, name, expected, answer);
      call.write(response);
      if (fault?.does === 'answers twice') call.write(response);
    };
    call.on('error', nothing).on('end', () => call.end());
    call.on('data', (message: BatchAppendReq) => {
      const id = message.getCorrelationId()?.getString() ?? '';
      const part = parts.get(id) ?? { first: message, events: [] };
      parts.set(id, part);
      part.events.push(...message.getProposedMessagesList().map(messages.proposed));
      if (message.getIsFinal()) void finish(id, this.#begun('batch', call));
    });
  }

  #track(call: { on(event: 'cancelled' | 'close' | 'finish', listener: () => void): unknown }): void {
    this.open += 1;
    let ended = false;
    const end = (): void => {
      if (!ended) this.open -= 1;
      ended = true;
    };
    call.on('cancelled', end);
    call.on('close', end);
    call.on('finish', end);
  }

  async #read(call: ReadCall): Promise<void> {
    const options = call.request.getOptions();
    const at = options?.hasSubscription() ? 'subscribe' : options?.hasAll() ? 'log' : 'read';
    const fault = this.#begun(at, call);
    this.#track(call);
    call.on('error', nothing);
    const error = await this.#before(fault);
    if (error !== undefined) return void call.emit('error', error);
    const send = this.#sender(call, fault);
    try {
      if (at === 'subscribe') await this.#subscribe(call, send);
      else await this.#readOnce(call, send);
    } catch (thrown) {
      if (thrown instanceof StreamDeleted) call.emit('error', messages.deletedFailure(thrown.message));
      else if (thrown instanceof NoSuchPosition) call.emit('error', messages.failure(status.UNKNOWN, 'Invalid position.'));
      else throw thrown;
    }
  }

  /** Writes one message, and waits where the other side is slow. */
  #sender(call: ReadCall, fault: Fault | undefined): (message: ReadResp) => Promise<void> {
    let events = 0;
    let go = nothing;
    for (const event of ['drain', 'close', 'cancelled']) call.on(event, () => go());
    return async (message) => {
      if (fault?.does === 'drops the connection' && message.hasEvent()) {
        if (events === fault.afterEvents) {
          // What was written before goes out first.
          await new Promise((resolve) => setTimeout(resolve, 20));
          this.cut();
          await never;
        }
        events += 1;
      }
      if (call.cancelled || call.destroyed) return;
      if (call.write(message)) return;
      await new Promise<void>((resolve) => {
        go = resolve;
      });
    };
  }

  async #readOnce(call: ReadCall, send: (message: ReadResp) => Promise<void>): Promise<void> {
    const options = call.request.getOptions();
    const most = Number(options?.getCount());
    const found = options?.hasAll() ? this.#ofLog(call.request) : this.#ofStream(call.request);
    if (found === undefined) await send(messages.notFoundMessage(messages.nameIn(options?.getStream()?.getStreamIdentifier())));
    for (const written of found?.slice(0, most) ?? []) await send(messages.eventMessage(written));
    call.end();
  }

  #ofStream(request: ReadReq): readonly Written[] | undefined {
    const options = request.getOptions();
    const stream = options?.getStream();
    const events = this.database.stream(messages.nameIn(stream?.getStreamIdentifier()));
    const from = stream?.hasStart() ? 0 : stream?.hasEnd() ? Number.MAX_SAFE_INTEGER : Number(stream?.getRevision());
    if (options?.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS) {
      return events?.filter(({ revision }) => revision <= from).reverse();
    }
    return events?.filter(({ revision }) => revision >= from);
  }

  #ofLog(request: ReadReq): readonly Written[] {
    const all = request.getOptions()?.getAll();
    const events = this.database.all(all?.hasPosition() ? Number(all.getPosition()?.getCommitPosition()) : 0);
    return events.filter(this.#filter(request));
  }

  #filter(request: ReadReq): (written: Written) => boolean {
    const prefixes = request.getOptions()?.getFilter()?.getStreamIdentifier()?.getPrefixList();
    return prefixes === undefined ? () => true : ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
  }

  /** Confirmation first, then what comes after the place, then caught-up once, then live. */
  async #subscribe(call: ReadCall, send: (message: ReadResp) => Promise<void>): Promise<void> {
    const all = call.request.getOptions()?.getAll();
    const after = all?.hasPosition() ? Number(all.getPosition()?.getCommitPosition()) : -1;
    const matches = this.#filter(call.request);
    const waiting = this.database.all(Math.max(after, 0)).filter(({ position }) => position > after);
    let wake = nothing;
    const forget = this.database.listen((written) => {
      waiting.push(written);
      wake();
    });
    call.on('cancelled', () => {
      forget();
      wake();
    });
    await send(messages.confirmationMessage());
    let caughtUp = false;
    while (!call.cancelled) {
      const written = waiting.shift();
      if (written !== undefined) {
        await send(matches(written) ? messages.eventMessage(written) : messages.checkpointMessage(written.position));
      } else if (!caughtUp) {
        caughtUp = true;
        await send(messages.caughtUpMessage());
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }
}
