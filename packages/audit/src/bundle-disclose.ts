/** What of the hidden values goes along. Their commitments are in the records anyway: the proofs hold whatever is disclosed. */
import type { FactRecord, Json } from '@redress/core';
import { BundleError } from './bundle-error.ts';
import { canonicalize } from './canonical.ts';
import { isBytes, sha256 } from './merkle.ts';

/** What a vault discloses of one fact: for each value the bytes of `[salt, path, value]`, which its commitment was made of. */
export type DisclosuresOf = (fact: FactRecord) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type Disclose =
  | { readonly mode: 'redacted' }
  | { readonly mode: 'full'; readonly disclosuresOf: DisclosuresOf }
  /** Values at exactly these JSON Pointers, and the reason for which they are shown. */
  | {
      readonly mode: 'selected';
      readonly disclosuresOf: DisclosuresOf;
      readonly paths: readonly string[];
      readonly reason: string;
    };

/** Throws `BundleError` `bad-request`. */
export function checkDisclose(disclose: Disclose): void {
  if (disclose.mode !== 'selected' || (disclose.paths.length > 0 && disclose.reason.trim() !== '')) return;
  throw new BundleError('bad-request', 'To disclose selected values, name their paths and the reason. Nothing was written.');
}

/** What the recorded fact says of it. */
export const disclosedAs = (disclose: Disclose): { readonly [key: string]: Json } =>
  disclose.mode === 'selected' ? { mode: disclose.mode, paths: disclose.paths, reason: disclose.reason } : { mode: disclose.mode };

/** Lines of `disclosures.ndjson` for one fact. Throws `BundleError` `disclosure-wrong` for what the fact did not commit to. */
export async function* disclosedLines(disclose: Disclose, fact: FactRecord): AsyncGenerator<string> {
  if (disclose.mode === 'redacted' || fact.sealed.length === 0) return;
  const done = new Set<string>();
  for await (const bytes of disclose.disclosuresOf(fact)) {
    const commitment = Buffer.from(sha256(bytes)).toString('base64url');
    const path = pathIn(bytes);
    if (path === null || !fact.sealed.includes(commitment) || done.has(commitment)) throw wrong(fact.id);
    done.add(commitment);
    if (disclose.mode === 'selected' && !disclose.paths.includes(path)) continue;
    const line = canonicalize({ disclosure: Buffer.from(bytes).toString('base64url'), fact: fact.id });
    yield `${Buffer.from(line).toString('utf8')}\n`;
  }
}

function pathIn(bytes: Uint8Array): string | null {
  if (!isBytes(bytes)) return null;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(parsed) && parsed.length === 3 && typeof parsed[1] === 'string' ? parsed[1] : null;
  } catch {
    return null;
  }
}

const wrong = (fact: string): BundleError =>
  new BundleError(
    'disclosure-wrong',
    `What was to be disclosed of the fact ${fact} is not what it committed to, or came twice. Nothing was handed out. Have the vault checked.`,
  );
