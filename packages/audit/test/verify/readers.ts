/** What both readers of records make of a line. */
import { readLine } from '../../src/verify-record.ts';
import { Fact, RecordScanner } from '../../src/verify-scan.ts';
import { allUtf8 } from '../../src/verify-text.ts';

export function readBoth(line: Uint8Array, scanner = new RecordScanner()) {
  const block = Buffer.concat([Buffer.from('\n'), line, Buffer.from('\n')]);
  // Whether the bytes are UTF-8 is seen beforehand, of many lines at once.
  const quick = allUtf8(block, 0, block.length) && scanner.recognises(block, 1);
  const slow = new Fact();
  const { malformed, canonical } = readLine(line, slow);
  return { quick: quick ? scanner.fact : null, slow: malformed || !canonical ? null : slow };
}

const slice = ({ bytes }: Fact, from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString();

export const told = (fact: Fact) => ({
  id: [...fact.id],
  version: fact.version,
  log: slice(fact, fact.logFrom, fact.logFrom + 36),
  prev: fact.prevFrom === 0 ? null : slice(fact, fact.prevFrom, fact.prevFrom + 43),
  stream: slice(fact, fact.streamFrom, fact.streamTo),
  type: slice(fact, fact.typeFrom, fact.typeTo),
  sealed: slice(fact, fact.sealedFrom, fact.sealedTo),
});
