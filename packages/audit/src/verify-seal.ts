/** The fact `LogSealed`, in which a log says how every stream stood. */

import { fromBase64 } from './checkpoint.ts';
import type { Line } from './verify-lines.ts';
import type { Fact } from './verify-scan.ts';
import { asText } from './verify-tree.ts';

export interface SealClaim {
  /** How many facts it covers. */
  readonly size: bigint;
  /** Both 32 characters of Latin-1. */
  readonly root: string;
  readonly heads: string;
  readonly streams: bigint;
}

const DECIMAL = /^(?:0|[1-9]\d{0,19})$/;
const MOST = 1n << 64n;
const STREAM = Buffer.from('$seals');
const TYPE = Buffer.from('LogSealed');
/** As it ends in a canonical record: it begins with a byte that is rare elsewhere, and so is found fast. */
export const IN_SEALS = Buffer.from('$seals","type":"LogSealed"');

const isInSeals = ({ bytes, streamFrom, streamTo }: Fact): boolean => stands(STREAM, bytes, streamFrom, streamTo);

export const isSeal = (fact: Fact): boolean => isInSeals(fact) && stands(TYPE, fact.bytes, fact.typeFrom, fact.typeTo);

function stands(text: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== text.length) return false;
  for (let index = 0; index < text.length; index += 1) if (bytes[from + index] !== text[index]) return false;
  return true;
}

/** What the record of a seal claims, or null where its data is not that of a seal. The line is a record. */
export function sealIn(line: Pick<Line, 'bytes'>): SealClaim | null {
  const { data }: { readonly data: Readonly<Record<string, unknown>> } = JSON.parse(Buffer.from(line.bytes()).toString('utf8'));
  if (Object.keys(data).sort().join() !== 'heads,root,size,streams') return null;
  const [size, streams] = [decimalOf(data.size), decimalOf(data.streams)];
  const [root, heads] = [hashOf(data.root), hashOf(data.heads)];
  return size === null || streams === null || root === null || heads === null ? null : { size, root, heads, streams };
}

function decimalOf(value: unknown): bigint | null {
  const size = typeof value === 'string' && DECIMAL.test(value) ? BigInt(value) : MOST;
  return size < MOST ? size : null;
}

function hashOf(value: unknown): string | null {
  const bytes = fromBase64(value);
  return bytes?.length === 32 ? asText(bytes) : null;
}
