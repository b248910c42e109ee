/** What the double must not do, seen from outside: a server that is easier than a real one proves nothing. */

import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamServices from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bench, eventually } from './logs.ts';

const { double } = bench();
const { AppendReq } = streams;

function options(stream: string): InstanceType<typeof AppendReq> {
  const identifier = new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
  return new AppendReq().setOptions(new AppendReq.Options().setStreamIdentifier(identifier).setNoStream(new shared.Empty()));
}

function proposed(): InstanceType<typeof AppendReq> {
  const message = new AppendReq.ProposedMessage().setId(new shared.UUID().setString(crypto.randomUUID())).setData('e30=');
  message.getMetadataMap().set('type', 'Noted').set('content-type', 'application/octet-stream');
  return new AppendReq().setProposedMessage(message);
}

describe('an append of which the double heard the first event only', () => {
  /** Sends the first of two events, and then does this. */
  async function begun(stream: string, then: (call: { cancel(): void; end(): void }) => void): Promise<void> {
    const client = new streamServices.StreamsClient(`127.0.0.1:${double().port}`, credentials.createInsecure());
    onTestFinished(() => client.close());
    const before = double().open;
    let call: ReturnType<typeof client.append> | undefined;
    const answered = new Promise<void>((resolve) => {
      call = client.append(() => resolve());
      call.on('error', () => {});
      call.write(options(stream));
      call.write(proposed());
    });
    // A connection that the double has not taken yet cannot be cut: on a busy machine the call would wait for ever.
    await eventually(() => double().open > before);
    if (call) then(call);
    await answered;
    await eventually(() => double().open === before);
  }

  test.each(Array.from({ length: 40 }, (_, index) => index))('is not done where the connection breaks, %i ms later', async (later) => {
    await begun('cut', () => setTimeout(() => double().cut(), later));
    await begun('cancelled', (call) => setTimeout(() => call.cancel(), later));
    expect(double().database.lastRevision('cut')).toBeUndefined();
    expect(double().database.lastRevision('cancelled')).toBeUndefined();
  });

  test('is done where the caller says that this was all: the control', async () => {
    await begun('ended', (call) => call.end());
    expect(double().database.lastRevision('ended')).toBe(0);
  });
});
