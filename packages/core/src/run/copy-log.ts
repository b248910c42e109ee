/**
 * A log moves house: the old place gets its last fact first, so that it grows no more; then everything before that fact is taken in by an
 * empty log of the same id, byte for byte and in order, and compared. Whoever was interrupted asks again and goes on.
 */
import { type EventStore, NO_STREAM, type Recorded, StoreFault } from '../store/event-store.ts';
import { logMoved, recordsToMove } from '../store/moved.ts';
import { LOG_STREAM } from '../store/own-streams.ts';

export interface CopyOptions {
  /** What the last fact says of the new place, for people. A move that is asked for again has to name the same. */
  readonly to: string;
  /** Called now and then with the number of records that were taken in or compared. */
  readonly progress?: (step: 'taking-in' | 'comparing', records: number) => void;
}

export interface Copied {
  /** Records that the new log holds; the last fact of the old one is not among them. */
  readonly records: number;
  /** Whether they had been taken in before. */
  readonly before: boolean;
}

const EVERY = 1000;

async function isEmpty(store: EventStore): Promise<boolean> {
  for await (const _ of store.readLog('', 1)) return false;
  return true;
}

async function* counted(records: AsyncIterable<Recorded>, tell: (records: number) => void): AsyncGenerator<Recorded> {
  let count = 0;
  for await (const recorded of records) {
    yield recorded;
    count += 1;
    if (count % EVERY === 0) tell(count);
  }
}

/** What the last fact says of the new place; nothing, where the log has not moved. */
async function movedTo(store: EventStore): Promise<unknown> {
  for await (const { record } of store.read(LOG_STREAM)) return record.data.to;
  return undefined;
}

const notMoved = (why: string): StoreFault => new StoreFault('not-storable', `${why} Nothing was moved.`);

/**
 * Ends the log at its place, or finds that it was ended before. Appends that others had under way come before the last fact. Looked at
 * before: a place that is not empty cannot be the new one yet, and is perhaps the old one under another address.
 */
async function end(from: EventStore, to: EventStore, place: string): Promise<void> {
  const before = await movedTo(from);
  if (before === undefined) {
    if (await isEmpty(from)) throw notMoved('The log is empty: begin it anew at the other place.');
    if (!(await isEmpty(to))) throw notMoved('The new store is not empty, or is the old one under another address. Give an empty one.');
    await from.append(LOG_STREAM, NO_STREAM, [logMoved(from.log, place)]);
  }
  // Asked again after the append too: of two moves at once the first names the place. A second copy would be a second log that grows.
  const named = before ?? (await movedTo(from));
  if (named !== place)
    throw notMoved(`The log has moved to ${String(named)} already, not to ${place}. Give the place as it is named there.`);
}

const differ = (position: number): StoreFault =>
  new StoreFault(
    'not-storable',
    `The new log differs from the old one at record ${position}. Nothing was changed by this. Give an empty store, and keep the old one.`,
  );

/** How many records both hold, text by text. */
async function compared(from: EventStore, to: EventStore, tell: (records: number) => void): Promise<number> {
  const mine = recordsToMove(to);
  let count = 0;
  try {
    for await (const theirs of recordsToMove(from)) {
      const { value, done } = await mine.next();
      if (done === true || value.text !== theirs.text) throw differ(count + 1);
      count += 1;
      if (count % EVERY === 0) tell(count);
    }
    if ((await mine.next()).done !== true) throw differ(count + 1);
  } finally {
    await mine.return(undefined);
  }
  return count;
}

/**
 * Moves the log. `to` has to be open under the same log id, and empty, or hold what an earlier call took in. Throws StoreFault:
 * `not-storable` where it is another log, holds something else or is not the place the log has moved to, and whatever either store
 * throws; what was written stays.
 */
export async function copyLog(from: EventStore, to: EventStore, { to: place, progress }: CopyOptions): Promise<Copied> {
  if (from.log !== to.log)
    throw new StoreFault(
      'not-storable',
      `The new store holds the log ${to.log}, not ${from.log}. Nothing was moved. Open an empty one with that id.`,
    );
  await end(from, to, place);
  const empty = await isEmpty(to);
  if (empty) await to.ingest(counted(recordsToMove(from), (records) => progress?.('taking-in', records)));
  const records = await compared(from, to, (count) => progress?.('comparing', count));
  return { records, before: !empty };
}
