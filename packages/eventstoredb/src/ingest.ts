/**
 * Taking in another log's records. The server writes one stream at a time, so all or none is kept in two halves: everything is checked
 * before anything is written, and a note in the log's first stream says that it is not whole until the last record is there. Until then
 * its readers find nothing, nothing is appended, and the same records may be taken in again, which goes on where it stopped.
 */
import { intake, notEmpty, type Recorded, StoreFault } from '@redress/core';
import { damaged } from './faults.ts';
import { type LogBegin, note, readBegin } from './log-begin.ts';
import type { Reader } from './reading.ts';
import type { Server } from './server.ts';
import { LARGEST_APPEND } from './writer.ts';

type Records = AsyncIterable<Recorded> | Iterable<Recorded>;

/** Records of one append, besides its bytes. */
const MOST = 500;

async function checked(log: string, records: Records): Promise<Recorded[]> {
  const check = intake(log);
  const taken: Recorded[] = [];
  for await (const recorded of records) taken.push(check(recorded));
  if (new Set(taken.map(({ record }) => record.id)).size < taken.length) {
    throw new StoreFault('history-damaged', 'One fact id is there twice. Nothing was taken in. Compare the source with its bundle.');
  }
  return taken;
}

/** Runs of one stream, each small enough for one append. The same records give the same runs. */
function* runs(records: readonly Recorded[]): Generator<readonly [Recorded, ...Recorded[]]> {
  let run: [Recorded, ...Recorded[]] | undefined;
  let bytes = 0;
  for (const recorded of records) {
    const more = Buffer.byteLength(recorded.text);
    const fits =
      run !== undefined && run[0].record.stream === recorded.record.stream && run.length < MOST && bytes + more <= LARGEST_APPEND;
    if (run !== undefined && fits) {
      run.push(recorded);
      bytes += more;
    } else {
      if (run !== undefined) yield run;
      run = [recorded];
      bytes = more;
    }
  }
  if (run !== undefined) yield run;
}

export interface IngestParts {
  readonly server: Server;
  readonly reader: Reader;
  readonly name: string;
  readonly prefix: string;
}

/** What is known of the log's first stream. */
export interface Wholeness {
  begin: LogBegin;
}

export function ingester({ server, reader, name, prefix }: IngestParts, state: Wholeness): (records: Records) => Promise<void> {
  async function begin(): Promise<void> {
    if (state.begin.takingIn) return;
    if ((await reader.page('', 1)).length > 0) throw notEmpty();
    const { version, log } = state.begin;
    if (!(await note(server, name, version, 'taking-in', log))) throw notEmpty();
    state.begin = { ...state.begin, version: version + 1, takingIn: true };
  }

  async function write(run: readonly [Recorded, ...Recorded[]]): Promise<void> {
    const [{ record }] = run;
    const events = run.map(({ record: { id, type }, text }) => ({ id, type, text, mark: '' }));
    const version = await server.ask((client) => client.append(prefix + record.stream, record.version - 1, events));
    if (version === record.version - 1 + run.length) return;
    throw damaged(`Stream ${JSON.stringify(record.stream)} holds other records than those that are taken in.`);
  }

  /** Somebody who did not open the log anew may have written between: then it is not the log that was handed in. */
  async function compare(taken: readonly Recorded[]): Promise<void> {
    let index = 0;
    for await (const { text } of reader.log('', Number.POSITIVE_INFINITY)) {
      if (text !== taken[index]?.text) throw damaged(`The log differs at record ${index + 1} from what was taken in.`);
      index += 1;
    }
    if (index < taken.length) throw damaged(`The log holds ${index} of ${taken.length} records that were taken in.`);
  }

  return async (records) => {
    const taken = await checked(state.begin.log, records);
    if (taken.length === 0) return;
    await begin();
    for (const run of runs(taken)) await write(run);
    await compare(taken);
    const { version, log } = state.begin;
    await note(server, name, version, 'taken-in', log);
    state.begin = { ...state.begin, version: version + 1, takingIn: false };
  };
}

/** Whether the log is whole. One that was not is asked about again: another process may have ended what this one began. */
export async function isWhole(server: Server, name: string, state: Wholeness): Promise<boolean> {
  if (state.begin.takingIn) state.begin = (await readBegin(server, name)) ?? state.begin;
  return !state.begin.takingIn;
}

export const notWhole = (): StoreFault =>
  new StoreFault('busy', 'Records are being taken into this log, and the last is not there. Nothing was written. Take them in again.', {
    retryable: true,
  });
