/**
 * A log that has moved house: its last fact says where to, and nothing is written after it, so that two logs of one id never both grow.
 * The fact lies in a stream of the log's own.
 */
import type { EventStore, FactToWrite, Recorded } from './event-store.ts';
import { StoreFault } from './event-store.ts';
import { LOG_STREAM } from './own-streams.ts';
import { factId } from './record.ts';

/** The final fact. `to` names the new place, for people; it is the same fact however often it is asked for. */
export const logMoved = (log: string, to: string): FactToWrite => ({
  id: factId(log, 'log-moved', 0, 1),
  type: 'LogMoved',
  schema: 1,
  meta: {},
  data: { to },
  sealed: [],
});

/** What moves with a log, in its order: every record but that last one. */
export async function* recordsToMove(store: EventStore): AsyncGenerator<Recorded> {
  for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) if (recorded.record.stream !== LOG_STREAM) yield recorded;
}

/** What a store answers an append after that. */
export const movedFault = (): StoreFault =>
  new StoreFault(
    'log-moved',
    'This log has moved to another place and takes nothing more. Nothing was written. Open the store that its last fact names, in the stream $log.',
  );
