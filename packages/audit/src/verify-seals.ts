/** Every seal of a log, computed again over the facts that it covers. */
import type { Findings, Particular } from './verdict.ts';
import { blocksOf, type Reading } from './verify-files.ts';
import { type Line, RECORDS } from './verify-lines.ts';
import { readLine } from './verify-record.ts';
import { Fact } from './verify-scan.ts';
import { IN_SEALS, type SealClaim, sealIn } from './verify-seal.ts';
import type { Streams } from './verify-streams.ts';
import type { EdgeTree } from './verify-tree.ts';

const NEWLINE = 10;

/** What the seals of a log claim, by the size that they cover: known beforehand, so that nothing has to be remembered for them. */
export class Seals {
  readonly #stops: readonly (readonly [size: number, claims: readonly SealClaim[]])[];
  /** What is wrong with a claim, by what it says; null where nothing is. */
  readonly #judged = new Map<string, Particular | null>();
  #next = 0;
  /** Hashes that were computed for heads, and how many may be. */
  #work = 0;
  readonly #budget: number;
  /** Whether some heads were not computed, because there would have been no end to it. */
  exhausted = false;

  /** At most `budget` hashes are computed for heads. */
  constructor(claims: readonly SealClaim[], budget: number) {
    const bySize = new Map<number, SealClaim[]>();
    for (const claim of claims) {
      const size = Number(claim.size);
      const others = bySize.get(size);
      if (others) others.push(claim);
      else bySize.set(size, [claim]);
    }
    this.#stops = [...bySize].sort(([one], [other]) => one - other);
    this.#budget = budget;
  }

  /** Judges what is claimed of the log at its size, if anything is. Called at every size, one after the other. */
  judge(tree: EdgeTree, streams: Streams): void {
    const stop = this.#stops[this.#next];
    if (stop?.[0] !== tree.size) return;
    const root = tree.root();
    let heads: string | null = null;
    for (const claim of stop[1]) {
      let wrong = prefixFault(claim, root, streams);
      if (!wrong && this.#work + streams.count > this.#budget) this.exhausted = true;
      else if (!wrong) {
        if (heads === null) this.#work += streams.count;
        heads ??= streams.headsRoot();
        wrong = claim.heads === heads ? null : ['seal-heads'];
      }
      this.#judged.set(keyOf(claim), wrong);
    }
    this.#next += 1;
  }

  /** What is wrong with the seal that stands here, or null. */
  faultIn(line: Line): Particular | null {
    const claim = sealIn(line);
    if (!claim) return ['seal-malformed'];
    const index = line.number - 1;
    if (claim.size > index) return ['seal-covers-itself', claim.size, index];
    const judged = this.#judged.get(keyOf(claim));
    return judged === undefined ? ['seal-unlike'] : judged;
  }
}

function prefixFault({ size, root, streams: counted }: SealClaim, computed: string, { count }: Streams): Particular | null {
  if (root !== computed) return ['seal-prefix', size];
  return counted === BigInt(count) ? null : ['seal-streams', counted, count];
}

const keyOf = ({ size, root, heads, streams }: SealClaim): string => `${size} ${root} ${heads} ${streams}`;

/**
 * The seals that a file of records holds, found by their bytes, which takes a fraction of reading the records. Where the work for them
 * is bounded, one hash may be computed for each byte of records.
 */
export async function foreseen(folder: string, findings: Findings, reading: Reading, bounded: boolean): Promise<Seals> {
  const claims: SealClaim[] = [];
  let read = 0;
  for await (const { bytes, from, to } of blocksOf(folder, RECORDS, findings, reading)) {
    const block = bytes.subarray(0, to);
    read += to - from;
    for (let found = block.indexOf(IN_SEALS, from); found !== -1; found = block.indexOf(IN_SEALS, found)) {
      const start = Math.max(from, block.lastIndexOf(NEWLINE, found) + 1);
      const end = block.indexOf(NEWLINE, found);
      const claim = claimIn(block.subarray(start, end));
      if (claim) claims.push(claim);
      found = end;
    }
  }
  return new Seals(claims, bounded ? read : Number.POSITIVE_INFINITY);
}

/** What the line claims, if it is a record that claims anything: whether it is a seal is seen when its turn comes. */
function claimIn(line: Uint8Array): SealClaim | null {
  return readLine(line, new Fact()).malformed ? null : sealIn({ bytes: () => line });
}
