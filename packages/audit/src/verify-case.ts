/** The bundle of one case: each record at its place, the chain, and that the seal shows nothing after the last fact. */
import { canonicalize } from './canonical.ts';
import type { Checkpoint } from './checkpoint.ts';
import { leafHash, sha256, verifyInclusion } from './merkle.ts';
import type { Findings, Particular } from './verdict.ts';
import { IdSet } from './verify-ids.ts';
import type { CaseIndex, HeadsProof, IndexEntry, Proof } from './verify-json.ts';
import { type Line, type Lines, RECORDS, readLines } from './verify-lines.ts';
import type { Fact } from './verify-scan.ts';
import { isSeal, type SealClaim, sealIn } from './verify-seal.ts';
import { Streams } from './verify-streams.ts';

export const INDEX = 'index.json';
export const HEADS_PROOF = 'heads-proof.json';

const WORD = 0xffff_ffffn;

export interface CasePass extends Omit<Lines, 'visit'> {
  readonly checkpoint: Checkpoint | null;
  readonly index: CaseIndex;
  readonly headsProof: HeadsProof | null;
}

export interface CaseRead {
  readonly records: number;
  /** The seal that covers the case, where it is one. */
  readonly seal: SealClaim | null;
}

export async function readCase(pass: CasePass): Promise<CaseRead> {
  const { findings, index } = pass;
  const visitor = new CaseVisitor(pass);
  const records = await readLines({ ...pass, visit: (line) => visitor.visit(line) });
  if (records !== index.entries) findings.add('file-malformed', INDEX, ['entries-and-lines', index.entries, records]);
  return { records, seal: visitor.end() };
}

/** How many hashes lead from a place to the root of a tree. The place lies in it. */
export function pathLength(index: bigint, size: bigint): number {
  const differing = (index ^ (size - 1n)).toString(2).replace(/^0/, '').length;
  const shared = (index >> BigInt(differing)).toString(2);
  return differing + shared.replaceAll('0', '').length;
}

/** Whether the leaf lies there; what is wrong is added to the findings, of the place and of the length by their own codes. */
function leads(
  { index, size, leaf, proof, root }: { index: bigint; size: bigint; leaf: Uint8Array; proof: Proof; root: Uint8Array },
  add: (code: 'index-out-of-range' | 'proof-length', particular: Particular) => void,
): boolean {
  if (index >= size) {
    add('index-out-of-range', ['place-is', index, size]);
    return true;
  }
  const length = pathLength(index, size);
  if (proof.length !== length) {
    add('proof-length', ['hashes-are', proof.length, length]);
    return true;
  }
  return verifyInclusion({ index, size, leafHash: leaf, proof: proof.hashes, root });
}

/** What the seal claims, or why it is none. */
type Seal = { readonly claim: SealClaim; readonly wrong: null } | { readonly claim: null; readonly wrong: Particular };

function sealOn(line: Line, index: bigint): Seal {
  const claim = sealIn(line);
  if (!claim) return { claim: null, wrong: ['seal-malformed'] };
  return claim.size > index ? { claim: null, wrong: ['seal-covers-itself', claim.size, index] } : { claim, wrong: null };
}

class CaseVisitor {
  readonly #pass: CasePass;
  readonly #findings: Findings;
  readonly #entries: Iterator<IndexEntry, undefined>;
  readonly #stream: Buffer;
  readonly #streams = new Streams();
  /** Versions up to the head's that are here. */
  readonly #versions: Uint8Array;
  readonly #places = new IdSet();
  readonly #words = Uint32Array.of(0, 1, 0, 0);
  #before = -1n;
  #present = 0;
  #lastWithin = -1n;
  #lastWithinVersion = 0;
  #firstBeyond: { readonly index: bigint; readonly version: number } | null = null;
  #leafOfLast: string | null = null;
  #seal: Seal | null = null;

  constructor(pass: CasePass) {
    this.#pass = pass;
    this.#findings = pass.findings;
    this.#entries = pass.index.read();
    this.#stream = Buffer.from(JSON.stringify(pass.index.stream).slice(1, -1));
    this.#versions = new Uint8Array(Math.min(pass.headsProof?.head.n ?? 0, pass.index.entries) + 1);
  }

  visit(line: Line): void {
    const entry = this.#entries.next().value ?? null;
    if (entry) this.#place(entry, line);
    const { fact } = line;
    if (!fact) return;
    if (this.#isOfCase(fact)) this.#followOn(fact, entry, line);
    else this.#other(fact, entry, line);
  }

  #place({ index, proof }: IndexEntry, { leaf, number }: Line): void {
    const { checkpoint } = this.#pass;
    this.#words[0] = Number(index & WORD);
    this.#words[2] = Number(index >> 32n);
    if (!this.#places.add(this.#words)) this.#findings.add('index-duplicate', INDEX, undefined, number);
    else if (index < this.#before) this.#findings.add('file-malformed', INDEX, ['not-in-order'], number);
    this.#before = index;
    if (!checkpoint) return;
    const { size, root } = checkpoint;
    const bytes = new Uint8Array(Buffer.from(leaf, 'latin1'));
    const holds = leads({ index, size, leaf: bytes, proof, root }, (code, particular) =>
      this.#findings.add(code, INDEX, particular, number),
    );
    if (!holds) this.#findings.add('inclusion-invalid', RECORDS, undefined, number);
  }

  #isOfCase({ bytes, streamFrom, streamTo }: Fact): boolean {
    return this.#stream.equals(bytes.subarray(streamFrom, streamTo));
  }

  #followOn(fact: Fact, entry: IndexEntry | null, { leaf, number }: Line): void {
    const { version } = fact;
    const streams = this.#streams;
    const stream = streams.numberOf(fact.bytes, fact.streamFrom, fact.streamTo);
    const expected = streams.version(stream) + 1;
    if (version !== expected) this.#findings.add('version-gap', RECORDS, ['version-is', version, expected], number);
    if (!streams.follows(stream, fact)) this.#findings.add('chain-broken', RECORDS, undefined, number);
    streams.set(stream, version, leaf);
    this.#note(version, leaf, entry);
    if (entry && entry.index === this.#pass.headsProof?.seal) this.#seal ??= { claim: null, wrong: ['seal-unlike'] };
  }

  /** What will be held against the head, once the seal has come. */
  #note(version: number, leaf: string, entry: IndexEntry | null): void {
    const last = this.#pass.headsProof?.head.n ?? 0;
    const index = entry?.index ?? null;
    if (version > last) {
      if (index !== null) this.#firstBeyond ??= { index, version };
      return;
    }
    if (this.#versions[version] === 0) {
      this.#versions[version] = 1;
      this.#present += 1;
    }
    if (version === last) this.#leafOfLast = leaf;
    if (index !== null) [this.#lastWithin, this.#lastWithinVersion] = [index, version];
  }

  /** A record of another stream: the seal, or it does not belong here. */
  #other(fact: Fact, entry: IndexEntry | null, line: Line): void {
    const { headsProof } = this.#pass;
    const expected = headsProof ? entry?.index === headsProof.seal : isSeal(fact);
    if (!expected || this.#seal) return this.#findings.add('record-malformed', RECORDS, ['other-stream'], line.number);
    if ((fact.version === 1) !== (fact.prevFrom === 0)) this.#findings.add('chain-broken', RECORDS, undefined, line.number);
    this.#seal = entry && isSeal(fact) ? sealOn(line, entry.index) : { claim: null, wrong: ['seal-unlike'] };
  }

  /** The seal, where it is one and shows the end of the case. */
  end(): SealClaim | null {
    const { headsProof } = this.#pass;
    if (!headsProof) return null;
    const { head } = headsProof;
    const { claim, wrong } = this.#seal ?? { claim: null, wrong: ['seal-absent'] satisfies Particular };
    if (wrong) this.#findings.add('seal-invalid', RECORDS, wrong);
    if (head.s !== Buffer.from(sha256(this.#pass.index.stream)).toString('hex'))
      this.#findings.add('head-invalid', HEADS_PROOF, ['head-of-another']);
    if (claim) this.#headIn(claim, headsProof);
    this.#caseUnder(headsProof, claim);
    return claim;
  }

  #headIn(seal: SealClaim, { head, index, size, proof }: HeadsProof): void {
    const findings = this.#findings;
    if (size !== seal.streams) return findings.add('head-invalid', HEADS_PROOF, ['head-other-size', size, seal.streams]);
    const leaf = leafHash(canonicalize({ ...head }));
    const root = new Uint8Array(Buffer.from(seal.heads, 'latin1'));
    const holds = leads({ index, size, leaf, proof, root }, (code, particular) => findings.add(code, HEADS_PROOF, particular));
    if (!holds) findings.add('head-invalid', HEADS_PROOF, ['head-not-in-tree']);
  }

  #caseUnder({ head: { h, n } }: HeadsProof, seal: SealClaim | null): void {
    const findings = this.#findings;
    if (this.#present < n) findings.add('case-incomplete', RECORDS, ['facts-are', this.#present, n]);
    if (this.#leafOfLast !== null && Buffer.from(this.#leafOfLast, 'latin1').toString('base64url') !== h)
      findings.add('head-invalid', HEADS_PROOF, ['head-other-fact']);
    if (!seal) return;
    const beyond = this.#firstBeyond;
    if (beyond && beyond.index < seal.size) findings.add('head-invalid', HEADS_PROOF, ['head-exceeded', n, beyond.version]);
    if (this.#lastWithin >= seal.size) findings.add('head-invalid', HEADS_PROOF, ['head-after-seal', this.#lastWithinVersion]);
  }
}
