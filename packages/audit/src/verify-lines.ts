/** `records.ndjson`, line by line: leaf hash, form, log and id of each record. What they mean together is for the pass that asked. */

import type { Findings } from './verdict.ts';
import type { Disclosures } from './verify-disclosures.ts';
import { type Block, blocksOf, LONGEST_LINE, type Reading } from './verify-files.ts';
import { IdSet } from './verify-ids.ts';
import { readLine } from './verify-record.ts';
import { Fact, RecordScanner } from './verify-scan.ts';
import { allUtf8 } from './verify-text.ts';
import { leafIn } from './verify-tree.ts';

export const RECORDS = 'records.ndjson';
const NEWLINE = 10;
const LOG_CHARACTERS = 36;

/** One line. The fact is null where the line is no record; it changes with the next line. */
export interface Line {
  readonly number: number;
  readonly fact: Fact | null;
  /** 32 characters of Latin-1. */
  readonly leaf: string;
  /** The bytes, without the newline; they change with the next block. */
  bytes(): Uint8Array;
}

export interface Lines extends Reading {
  readonly folder: string;
  readonly findings: Findings;
  /** The log that each record must be of, if that is known. */
  readonly log: string | null;
  readonly disclosures: Disclosures;
  readonly onRead?: ((records: number, done: number, of: number) => void) | undefined;
  visit(line: Line): void;
}

/** Reads every line, and answers how many there are. */
export async function readLines(lines: Lines): Promise<number> {
  const reader = new LineReader(lines);
  for await (const block of blocksOf(lines.folder, RECORDS, lines.findings, lines)) {
    if (!reader.read(block)) break;
    lines.onRead?.(reader.number, block.done, block.of);
  }
  return reader.number;
}

class LineReader implements Line {
  number = 0;
  fact: Fact | null = null;
  leaf = '';
  readonly #lines: Lines;
  readonly #scanner = new RecordScanner();
  readonly #slow = new Fact();
  readonly #ids = new IdSet();
  readonly #log: Buffer | null;
  #block: Buffer = Buffer.alloc(0);
  #from = 0;
  #to = 0;

  constructor(lines: Lines) {
    this.#lines = lines;
    this.#log = lines.log === null ? null : Buffer.from(lines.log);
  }

  bytes(): Uint8Array {
    return this.#block.subarray(this.#from, this.#to);
  }

  /** False where a line is too long, after which nothing is read. */
  read({ bytes, from, to }: Block): boolean {
    this.#block = bytes;
    const sound = allUtf8(bytes, from, to);
    for (let at = from; at < to; at = this.#to + 1) {
      this.#from = at;
      const quick = sound && this.#scanner.recognises(bytes, at);
      this.#to = quick ? this.#scanner.fact.to : bytes.indexOf(NEWLINE, at);
      if (this.#to - at > LONGEST_LINE) {
        this.#lines.findings.add('input-too-large', RECORDS, ['line-too-long', LONGEST_LINE], this.number + 1);
        return false;
      }
      this.number += 1;
      this.fact = quick ? this.#scanner.fact : this.#readSlowly();
      if (this.fact) this.#check(this.fact);
      this.leaf = leafIn(bytes, at, this.#to);
      this.#lines.visit(this);
    }
    return true;
  }

  #readSlowly(): Fact | null {
    const { findings } = this.#lines;
    const { malformed, canonical } = readLine(this.bytes(), this.#slow);
    if (!canonical) findings.add('record-not-canonical', RECORDS, undefined, this.number);
    if (malformed) findings.add('record-malformed', RECORDS, malformed, this.number);
    return malformed ? null : this.#slow;
  }

  #check(fact: Fact): void {
    const { findings, disclosures } = this.#lines;
    if (this.#log && !isAt(fact.bytes, fact.logFrom, this.#log)) findings.add('log-mismatch', RECORDS, undefined, this.number);
    if (!this.#ids.add(fact.id)) findings.add('record-duplicate', RECORDS, undefined, this.number);
    if (disclosures.any) disclosures.meet(fact);
  }
}

function isAt(bytes: Uint8Array, from: number, expected: Uint8Array): boolean {
  for (let index = 0; index < LOG_CHARACTERS; index += 1) if (bytes[from + index] !== expected[index]) return false;
  return true;
}
