/**
 * A process of its own with the client of KurrentDB: it appends, conflicts and reads, and prints what it was answered. Of its own,
 * because the two clients keep their protocol's messages in one place of the process, and overwrite each other's. Argument: address.
 */
import { BACKWARDS, binaryEvent, END, KurrentDBClient } from '@kurrent/kurrentdb-client';

type State = 'no_stream' | bigint;
type Read = Awaited<ReturnType<ReturnType<KurrentDBClient['readStream']>['next']>>['value'];

const [, , url = ''] = process.argv;
const client = KurrentDBClient.connectionString(url);

/** Every byte there is. */
const BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const ids = Array.from({ length: 4 }, () => crypto.randomUUID());
const [a = '', b = '', c = '', d = ''] = ids;

async function append(stream: string, given: readonly string[], streamState: State): Promise<string> {
  const events = given.map((id) => binaryEvent({ id, type: 'Noted', data: BYTES }));
  try {
    return String((await client.appendToStream(stream, events, { streamState })).nextExpectedRevision);
  } catch (error) {
    return error instanceof Error ? error.constructor.name : String(error);
  }
}

async function read(events: AsyncIterable<Read>): Promise<unknown> {
  const found: unknown[] = [];
  try {
    for await (const { event } of events)
      found.push([event.streamId, String(event.revision), event.id, Buffer.from(event.data).toString('hex')]);
    return found;
  } catch (error) {
    return error instanceof Error ? error.constructor.name : String(error);
  }
}

const answers = {
  ids,
  bytes: Buffer.from(BYTES).toString('hex'),
  first: await append('witness', [a, b], 'no_stream'),
  next: await append('witness', [c, d], 1n),
  repeated: await append('witness', [a, b], 'no_stream'),
  refused: [
    await append('witness', [crypto.randomUUID()], 'no_stream'),
    await append('witness', [crypto.randomUUID()], 2n),
    await append('witness', [crypto.randomUUID()], 7n),
    await append('witness', [c, crypto.randomUUID()], 1n),
    await append('redress-case', [crypto.randomUUID()], 0n),
  ],
  forwards: await read(client.readStream('witness', { fromRevision: 1n, maxCount: 2 })),
  last: await read(client.readStream('witness', { direction: BACKWARDS, fromRevision: END, maxCount: 1 })),
  nowhere: await read(client.readStream('nowhere')),
  store: await read(client.readStream('redress-case')),
  log: await read(client.readAll()),
};
process.stdout.write(JSON.stringify(answers));
await client.dispose();
