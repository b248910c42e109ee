/**
 * The streams in which a log speaks of itself. No case is called so, and whoever reads cases passes them over; any other name that
 * begins with `$` is nobody's, so that nothing can be hidden under it.
 */
import type { EventStore, Recorded } from './event-store.ts';

/** Holds one fact, the last of the log: that it has moved. */
export const LOG_STREAM = '$log';

/** Holds the facts `LogSealed`: the root over the heads of all streams. */
export const SEALS_STREAM = '$seals';

/** Holds the facts `LogExported`: what was handed out, to whom and why. */
export const EXPORTS_STREAM = '$exports';

const OWN: ReadonlySet<string> = new Set([LOG_STREAM, SEALS_STREAM, EXPORTS_STREAM]);

export const isOwnStream = (stream: string): boolean => OWN.has(stream);

/** The records of a log, in its order, but for those in which it speaks of itself. */
export async function* recordsOfCases(store: Pick<EventStore, 'readLog'>): AsyncGenerator<Recorded> {
  for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) if (!isOwnStream(recorded.record.stream)) yield recorded;
}
