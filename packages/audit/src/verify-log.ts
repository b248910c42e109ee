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
  /** Older notes, whose roots are compared with those that the log had; by the file that a finding is about. */
  readonly older: ReadonlyMap<string, Checkpoint>;
  /** Whether the work for the heads of all seals is to stay within what the size of the file warrants. */
  readonly bounded: boolean;
}

export interface LogRead {
  readonly records: number;
  readonly seals: number;
  /** Whether some seals were not computed again, to stay within bounds. */
  readonly exhausted: boolean;
}

export async function readLog(pass: LogPass): Promise<LogRead> {
  const { folder, findings, checkpoint } = pass;
  // What is wrong with the file is found once, and not by looking ahead.
  const seals = await foreseen(folder, new Findings(findings.language), pass, pass.bounded);
  const visitor = new LogVisitor(findings, seals, pass.older);
  const records = await readLines({ ...pass, visit: (line) => visitor.visit(line) });
  visitor.arrive();
  if (checkpoint && checkpoint.size !== BigInt(records))
    findings.add('file-malformed', RECORDS, ['records-and-size', records, checkpoint.size]);
  if (checkpoint && asText(checkpoint.root) !== visitor.tree.root()) findings.add('root-mismatch', RECORDS);
  return { records, seals: visitor.seals, exhausted: seals.exhausted };
}

class LogVisitor {
  readonly tree = new EdgeTree();
  readonly #streams = new Streams();
  readonly #findings: Findings;
  readonly #seals: Seals;
  readonly #older: readonly (readonly [name: string, size: number, root: string])[];
  seals = 0;

  constructor(findings: Findings, seals: Seals, older: ReadonlyMap<string, Checkpoint>) {
    this.#findings = findings;
    this.#seals = seals;
    this.#older = [...older].map(([name, { size, root }]) => [name, Number(size), asText(root)]);
  }

  /** Called before each record and after the last one. */
  arrive(): void {
    const { tree } = this;
    for (const [name, size, root] of this.#older)
      if (size === tree.size && root !== tree.root()) this.#findings.add('consistency-invalid', name);
    this.#seals.judge(tree, this.#streams);
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
