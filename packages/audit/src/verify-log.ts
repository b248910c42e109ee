/** A whole log: its root, the chain of every stream, and what each seal says about the facts before it. */
import type { Checkpoint } from './checkpoint.ts';
import { Findings } from './verdict.ts';
import { type Line, type Lines, RECORDS, readLines } from './verify-lines.ts';
import { isSeal } from './verify-seal.ts';
import { foreseen, type Seals } from './verify-seals.ts';
import { Streams } from './verify-streams.ts';
import { asText, EdgeTree } from './verify-tree.ts';

export interface LogPass extends Omit<Lines, 'visit'> {
  readonly checkpoint: Checkpoint | null;
  /** A size at which the root is wanted as well. */
  readonly wanted: bigint | null;
  /** Whether the work for the heads of all seals is to stay within what the size of the file warrants. */
  readonly bounded: boolean;
}

export interface LogRead {
  readonly records: number;
  readonly seals: number;
  /** The root at the size that was wanted, 32 characters of Latin-1; null where the log does not come so far. */
  readonly rootAtWanted: string | null;
  /** Whether some seals were not computed again, to stay within bounds. */
  readonly exhausted: boolean;
}

export async function readLog(pass: LogPass): Promise<LogRead> {
  const { folder, findings, checkpoint } = pass;
  // What is wrong with the file is found once, and not by looking ahead.
  const seals = await foreseen(folder, new Findings(findings.language), pass, pass.bounded);
  const visitor = new LogVisitor(findings, seals, pass.wanted);
  const records = await readLines({ ...pass, visit: (line) => visitor.visit(line) });
  visitor.arrive();
  if (checkpoint && checkpoint.size !== BigInt(records))
    findings.add('file-malformed', RECORDS, ['records-and-size', records, checkpoint.size]);
  if (checkpoint && asText(checkpoint.root) !== visitor.tree.root()) findings.add('root-mismatch', RECORDS);
  return { records, seals: visitor.seals, rootAtWanted: visitor.rootAtWanted, exhausted: seals.exhausted };
}

class LogVisitor {
  readonly tree = new EdgeTree();
  readonly #streams = new Streams();
  readonly #findings: Findings;
  readonly #seals: Seals;
  readonly #wanted: number;
  seals = 0;
  rootAtWanted: string | null = null;

  constructor(findings: Findings, seals: Seals, wanted: bigint | null) {
    this.#findings = findings;
    this.#seals = seals;
    this.#wanted = wanted === null ? -1 : Number(wanted);
  }

  /** Called before each record and after the last one. */
  arrive(): void {
    const { tree } = this;
    if (tree.size === this.#wanted) this.rootAtWanted = tree.root();
    if (tree.size === this.#seals.next) this.#seals.judge(tree, this.#streams);
  }

  visit(line: Line): void {
    this.arrive();
    this.tree.add(line.leaf);
    const { fact, number } = line;
    if (!fact) return;
    const streams = this.#streams;
    const stream = streams.numberOf(fact.bytes, fact.streamFrom, fact.streamTo);
    const expected = streams.version(stream) + 1;
    if (fact.version !== expected) this.#findings.add('version-gap', RECORDS, ['version-is', fact.version, expected], number);
    if (!streams.follows(stream, fact)) this.#findings.add('chain-broken', RECORDS, undefined, number);
    streams.set(stream, fact.version, line.leaf);
    if (!isSeal(fact)) return;
    this.seals += 1;
    const wrong = this.#seals.faultIn(line);
    if (wrong) this.#findings.add('seal-invalid', RECORDS, wrong, number);
  }
}
