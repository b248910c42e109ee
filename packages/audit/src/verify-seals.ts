/** Every seal of a log, computed again over the facts that it covers. */
import type { Findings, Particular } from './verdict.ts';
import { blocksOf, type Reading } from './verify-files.ts';
import { type Line, RECORDS } from './verify-lines.ts';
import { readLine } from './verify-record.ts';
import { Fact } from './verify-scan.ts';
import { IN_SEALS, isSeal, type SealClaim, sealIn } from './verify-seal.ts';
import type { Streams } from './verify-streams.ts';
import type { EdgeTree } from './verify-tree.ts';

const NEWLINE = 10;
/** Hashes that may be computed for heads, for each byte of records, before it is known whether the log is sound. */
const HASHES_A_BYTE = 1;

/** What the seals of a log claim, by the size that they cover: known beforehand, so that nothing has to be remembered for them. */
export class Seals {
  readonly #claims = new Map<number, SealClaim[]>();
  /** What is wrong with a claim, by what it says; null where nothing is. */
  readonly #judged = new Map<string, Particular | null>();
  #stops: readonly (readonly [size: number, claims: readonly SealClaim[]])[] = [];
  #next = 0;
  /** Hashes that were computed for heads, and how many may be. */
  #work = 0;
  #budget = 0;
  /** Whether some heads were not computed, because there would have been no end to it. */
  exhausted = false;

  foresee(claim: SealClaim): void {
    const size = Number(claim.size);
    const others = this.#claims.get(size);
    if (others) others.push(claim);
    else this.#claims.set(size, [claim]);
  }

  /** All are foreseen; at most so many hashes may be computed for heads. */
  begin(budget: number): void {
    this.#budget = budget;
    this.#stops = [...this.#claims].sort(([one], [other]) => one - other);
  }

  /** The size at which `judge` is to be called next. */
  get next(): number {
    const stop = this.#stops[this.#next];
    return stop ? stop[0] : Number.POSITIVE_INFINITY;
  }

  /** Judges what is claimed of the log at its size, if anything is. */
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

/** The seals that a file of records holds, found by their bytes, which takes a fraction of reading the records. */
export async function foreseen(folder: string, findings: Findings, { signal }: Reading, bounded: boolean): Promise<Seals> {
  const seals = new Seals();
  let read = 0;
  for await (const { bytes, from, to } of blocksOf(folder, RECORDS, findings, { signal })) {
    const block = bytes.subarray(0, to);
    read += to - from;
    for (let found = block.indexOf(IN_SEALS, from); found >= 0; found = block.indexOf(IN_SEALS, found)) {
      const start = Math.max(from, block.lastIndexOf(NEWLINE, found) + 1);
      const end = block.indexOf(NEWLINE, found);
      take(block.subarray(start, end), seals);
      found = end;
    }
  }
  seals.begin(bounded ? read * HASHES_A_BYTE : Number.POSITIVE_INFINITY);
  return seals;
}

function take(line: Uint8Array, seals: Seals): void {
  const fact = new Fact();
  if (readLine(line, fact).malformed || !isSeal(fact)) return;
  const claim = sealIn({ bytes: () => line });
  if (claim) seals.foresee(claim);
}
