/** What a log checks before it takes in the records of another, byte for byte. */
import { canonicalText } from './canonical.ts';
import type { Head, Recorded } from './event-store.ts';
import { NO_STREAM, StoreFault } from './event-store.ts';
import { checkRecord, headOf, readRecord } from './record.ts';

const damaged = (what: string): never => {
  throw new StoreFault('history-damaged', `${what} Nothing was taken in. Compare the source with its own bundle or backup.`);
};

function checkText(text: string, parsed: unknown): void {
  if (canonicalText(parsed) !== text) damaged(`A record is not canonical JSON: ${text.slice(0, 80)}…`);
}

/**
 * A check to be called with each record in log order. It gives the record back as its text says it is, and throws StoreFault
 * `history-damaged` where a text is not canonical, a version is skipped or a link to the record before does not hold.
 */
export function intake(log: string): (given: Recorded) => Recorded {
  const heads = new Map<string, Head>();
  return (given) => {
    const recorded = readRecord('', given.text);
    const { record } = recorded;
    checkText(given.text, record);
    if (record.log !== log) {
      throw new StoreFault(
        'not-storable',
        `The record is of log ${record.log}, this store holds ${log}. Nothing was taken in. Open the store with that log's id.`,
      );
    }
    const before = heads.get(record.stream) ?? NO_STREAM;
    checkRecord(recorded, record.stream, before.version + 1);
    const prev = before.leaf === null ? null : Buffer.from(before.leaf).toString('base64url');
    if (record.prev !== prev)
      damaged(`The link of version ${record.version} of stream ${JSON.stringify(record.stream)} to the record before it does not hold.`);
    heads.set(record.stream, headOf(recorded));
    return recorded;
  };
}

/** The fault of taking records into a log that has some. */
export const notEmpty = (): StoreFault =>
  new StoreFault(
    'not-storable',
    'Records are taken into an empty log only, and this one has some. Nothing was taken in. Open a new store.',
  );
