/** What a process does that is there to be killed. */
import { writeSync } from 'node:fs';
import { type EventStore, NO_STREAM } from '../packages/core/src/index.ts';
import { numbered } from './numbered.ts';

/** Lanes in which appends are under way beside each other. */
const LANES = 3;

/**
 * Appends two facts a stream for ever, and prints each stream that was acknowledged. `first` begins the streams' names; with the word
 * `early` an append is told before it is done, which is a lie.
 */
export async function writeForEver(store: EventStore, first = '0', when = 'late'): Promise<void> {
  const write = async (lane: number): Promise<void> => {
    for (let count = 0; ; count += 1) {
      const name = `${first}-${lane}-${count}`;
      const writing = store.append(name, NO_STREAM, [numbered(name, 0), numbered(name, 1)]);
      if (when === 'late') await writing;
      writeSync(1, `${name}\n`);
      await writing;
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, lane) => write(lane)));
}
