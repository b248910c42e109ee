/** Values that were disclosed, held until the record comes that was committed to them. */
import { isCanonical } from './canonical.ts';
import { sha256 } from './merkle.ts';
import type { Findings } from './verdict.ts';
import { blocksOf, LONGEST_LINE, type Reading } from './verify-files.ts';
import { isUuid5, wordsOf } from './verify-record.ts';
import type { Fact } from './verify-scan.ts';
import { fromBase64Url, parsed, textOfUtf8 } from './verify-text.ts';

export const DISCLOSURES = 'disclosures.ndjson';
const NEWLINE = 10;
const SALT_BYTES = 16;
/** Nothing shorter is a disclosure, or worth an exception. */
const SHORTEST = 69;
const STRAY_TILDE = /~(?![01])/;

interface Disclosed {
  readonly line: number;
  met: boolean;
}

export class Disclosures {
  count = 0;
  /** By fact, then by commitment: a file may hold a million for one fact, and each is looked up once. */
  readonly #byFact = new Map<string, Map<string, Disclosed>>();

  get any(): boolean {
    return this.#byFact.size > 0;
  }

  /** A line of the file. */
  take(line: Uint8Array, number: number, findings: Findings): void {
    const read = disclosureIn(line);
    if (!read) return findings.add('disclosure-malformed', DISCLOSURES, undefined, number);
    this.count += 1;
    const { fact, commitment } = read;
    const others = this.#byFact.get(fact) ?? new Map<string, Disclosed>();
    if (others.has(commitment)) return findings.add('disclosure-duplicate', DISCLOSURES, undefined, number);
    others.set(commitment, { line: number, met: false });
    this.#byFact.set(fact, others);
  }

  /** A record has come: what was disclosed of it is compared with what it was committed to. */
  meet(fact: Fact): void {
    const disclosed = this.#byFact.get(keyOf(fact.id));
    if (!disclosed) return;
    const list: readonly string[] = JSON.parse(Buffer.from(fact.bytes.subarray(fact.sealedFrom, fact.sealedTo)).toString('latin1'));
    for (const commitment of list) {
      const found = disclosed.get(commitment);
      if (found) found.met = true;
    }
  }

  /** All records have come. */
  end(findings: Findings): void {
    for (const disclosed of this.#byFact.values())
      for (const { met, line } of disclosed.values()) if (!met) findings.add('disclosure-unknown', DISCLOSURES, undefined, line);
  }
}

const keyOf = (id: Uint32Array): string => `${id[0]} ${id[1]} ${id[2]} ${id[3]}`;

export async function readDisclosures(folder: string, findings: Findings, reading: Reading): Promise<Disclosures> {
  const disclosures = new Disclosures();
  let number = 0;
  for await (const { bytes, from, to } of blocksOf(folder, DISCLOSURES, findings, reading)) {
    for (let at = from; at < to; ) {
      const end = bytes.indexOf(NEWLINE, at);
      number += 1;
      if (end - at > LONGEST_LINE) {
        findings.add('input-too-large', DISCLOSURES, ['line-too-long', LONGEST_LINE], number);
        return disclosures;
      }
      disclosures.take(bytes.subarray(at, end), number, findings);
      at = end + 1;
    }
  }
  return disclosures;
}

/** Which fact, and the commitment that the bytes give. */
function disclosureIn(line: Uint8Array): { readonly fact: string; readonly commitment: string } | null {
  if (line.length < SHORTEST) return null;
  const members: Readonly<Record<string, unknown>> = Object(canonicalIn(line));
  if (Object.keys(members).join() !== 'disclosure,fact') return null;
  const { disclosure, fact } = members;
  const bytes = fromBase64Url(disclosure);
  if (!bytes || typeof fact !== 'string' || !isDisclosure(canonicalIn(bytes))) return null;
  return { fact: isUuid5(fact) ? keyOf(wordsOf(fact)) : fact, commitment: Buffer.from(sha256(bytes)).toString('base64url') };
}

function isDisclosure(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [salt, path]: readonly unknown[] = value;
  if (fromBase64Url(salt)?.length !== SALT_BYTES) return false;
  return typeof path === 'string' && isPointer(path);
}

/** A JSON Pointer. One expression for the whole would try every way to divide a thousand slashes, which takes for ever. */
const isPointer = (path: string): boolean => (path === '' || path.startsWith('/')) && !STRAY_TILDE.test(path);

/** The value whose canonical form these bytes are, or undefined. */
function canonicalIn(bytes: Uint8Array): unknown {
  const text = textOfUtf8(bytes) ?? '';
  const value = parsed(text);
  return isCanonical(text, value) ? value : undefined;
}
