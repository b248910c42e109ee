/**
 * A log that has moved house: its last fact says where to, and nothing is written after it, so that two logs of one id never both grow.
 * The fact lies in a stream of the log's own; no case is called so.
 */
import type { FactToWrite } from './event-store.ts';
import { StoreFault } from './event-store.ts';
import { factId } from './record.ts';

/** The stream in which a log speaks of itself. */
export const LOG_STREAM = '$log';

/** The final fact. `to` names the new place, for people; it is the same fact however often it is asked for. */
export const logMoved = (log: string, to: string): FactToWrite => ({
  id: factId(log, 'log-moved', 0, 1),
  type: 'LogMoved',
  schema: 1,
  meta: {},
  data: { to },
  sealed: [],
});

/** What a store answers an append after that. */
export const movedFault = (): StoreFault =>
  new StoreFault(
    'log-moved',
    'This log has moved to another place and takes nothing more. Nothing was written. Open the store that its last fact names, in the stream $log.',
  );
