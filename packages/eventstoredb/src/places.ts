/**
 * Positions as text: the byte at which an event was committed, 20 digits. They sort, and have gaps: the database gives each event as
 * many numbers as it has bytes, and other programs write there too.
 */
import type { Place, StoredEvent } from './client.ts';
import { damaged } from './faults.ts';

/** Where the event lies. An event of ours is its own commit: another one was written in a transaction, by another program. */
export function positionOf({ place, stream, version }: StoredEvent): string {
  if (place !== undefined && place.commit === place.prepare) return String(place.commit).padStart(20, '0');
  throw damaged(`Version ${version} of stream ${JSON.stringify(stream)} has no place of its own: another program wrote it.`);
}

/** The place that a position names; undefined is the beginning. Throws RangeError for text that no store of this kind gave out. */
export function placeAt(position: string): Place | undefined {
  if (position === '') return undefined;
  const commit = /^\d{20}$/.test(position) ? BigInt(position) : -1n;
  if (commit < 0n || commit >= 1n << 63n) {
    throw new RangeError(`not a position of this log: ${JSON.stringify(position)}. Nothing was read.`);
  }
  return { commit, prepare: commit };
}
