/** The protocol's messages, to and from what the double's database holds. The definitions are the client's own. */
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status as grpcStatus, Metadata, type ServiceError } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { type AppendAnswer, type Expected, MAX_APPEND, type Proposed, type Written } from './database.ts';

type ReadResp = InstanceType<typeof streams.ReadResp>;
type AppendResp = InstanceType<typeof streams.AppendResp>;
type BatchAppendReq = InstanceType<typeof streams.BatchAppendReq>;
type BatchAppendResp = InstanceType<typeof streams.BatchAppendResp>;
type UUID = InstanceType<typeof shared.UUID>;
type StreamIdentifier = InstanceType<typeof shared.StreamIdentifier>;
type ProposedMessage = InstanceType<typeof streams.AppendReq.ProposedMessage> | InstanceType<typeof streams.BatchAppendReq.ProposedMessage>;

/** Byte setters take base64 text without looking at where the bytes came from. */
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64');

export const nameIn = (identifier: StreamIdentifier | undefined): string => Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

const identified = (name: string): StreamIdentifier => new shared.StreamIdentifier().setStreamName(base64(name));

export function proposed(message: ProposedMessage): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: metadata.get('type') ?? '',
    contentType: metadata.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** What both ways of appending say of the version they expect. */
interface Expecting {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

export function expectedIn(options: Expecting, revision: string): Expected {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream-exists' : Number(revision);
}

export function eventMessage(written: Written): ReadResp {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(written.id))
    .setStreamIdentifier(identified(written.stream))
    .setStreamRevision(String(written.revision))
    .setCommitPosition(String(written.position))
    .setPreparePosition(String(written.position))
    .setData(base64(written.data))
    .setCustomMetadata(base64(written.metadata));
  event
    .getMetadataMap()
    .set('type', written.type)
    .set('content-type', written.contentType)
    .set('created', String(written.created + 621_355_968_000_000_000n));
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(String(written.position)));
}

export const notFoundMessage = (name: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(identified(name)));

export const confirmationMessage = (): ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()));

export const caughtUpMessage = (): ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const checkpointMessage = (position: number): ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position)),
  );

/** The server's own errors travel as a status and trailers. */
export function failure(code: grpcStatus, details: string, trailers: Readonly<Record<string, string>> = {}): Partial<ServiceError> {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, message: details, metadata };
}

export const deletedFailure = (name: string): Partial<ServiceError> =>
  failure(grpcStatus.FAILED_PRECONDITION, `Event stream '${name}' is deleted.`, { exception: 'stream-deleted', 'stream-name': name });

const tooLargeFailure = (): Partial<ServiceError> =>
  failure(grpcStatus.INVALID_ARGUMENT, 'Maximum Append Size Exceeded.', {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAX_APPEND),
  });

const success = (revision: number, position: number): AppendResp =>
  new streams.AppendResp().setSuccess(
    new streams.AppendResp.Success()
      .setCurrentRevision(String(revision))
      .setPosition(new streams.AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position))),
  );

/** A wrong version is an answer here, with status OK. */
function wrongVersion(actual: number | undefined, expected: Expected): AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (actual === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(actual));
  if (expected === 'no-stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

/** The answer to one append of its own call. */
export function appendAnswer(name: string, expected: Expected, answer: AppendAnswer): AppendResp | Partial<ServiceError> {
  switch (answer.kind) {
    case 'written':
      return success(answer.revision, answer.position);
    case 'wrong-version':
      return wrongVersion(answer.actual, expected);
    case 'deleted':
      return deletedFailure(name);
    case 'too-large':
      return tooLargeFailure();
  }
}

interface Packable {
  serializeBinary(): Uint8Array;
}

const packed = (message: Packable, type: string): InstanceType<typeof status.Status> => {
  const details = new any.Any();
  details.pack(message.serializeBinary(), `event_store.client.${type}`);
  return new status.Status().setMessage(type).setDetails(details);
};

/** What only an append among others may be answered: its deadline, an instant, has passed by the server's clock. */
type BatchAnswer = AppendAnswer | { readonly kind: 'late' };

export const deadlineIn = (options: InstanceType<typeof streams.BatchAppendReq.Options>): number =>
  options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY;

function batchError(answer: Exclude<BatchAnswer, { kind: 'written' }>, expected: Expected): InstanceType<typeof status.Status> {
  if (answer.kind === 'late') return packed(new shared.Timeout(), 'Timeout');
  if (answer.kind === 'deleted') return packed(new shared.StreamDeleted(), 'StreamDeleted');
  if (answer.kind === 'too-large') {
    return packed(new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND), 'MaximumAppendSizeExceeded');
  }
  const wrong = new shared.WrongExpectedVersion();
  if (answer.actual === undefined) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(answer.actual));
  if (typeof expected === 'number') wrong.setExpectedStreamPosition(String(expected));
  else wrong.setExpectedNoStream(new empty.Empty());
  return packed(wrong, 'WrongExpectedVersion');
}

/** The answer to one append among others on a long call: an error is an answer here, and the call stays open. */
export function batchAnswer(request: BatchAppendReq, name: string, expected: Expected, answer: BatchAnswer): BatchAppendResp {
  const response = new streams.BatchAppendResp().setStreamIdentifier(identified(name));
  const correlation: UUID | undefined = request.getCorrelationId();
  if (correlation !== undefined) response.setCorrelationId(correlation);
  if (answer.kind !== 'written') return response.setError(batchError(answer, expected));
  return response.setSuccess(new streams.BatchAppendResp.Success().setCurrentRevision(String(answer.revision)));
}

/** What a node that has no others answers who looks for the leader. */
export function leaderAlone(host: string, port: number): InstanceType<typeof gossip.ClusterInfo> {
  const { MemberInfo } = gossip;
  const node = new MemberInfo().setState(MemberInfo.VNodeState.LEADER).setIsAlive(true);
  return new gossip.ClusterInfo().setMembersList([node.setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port))]);
}
