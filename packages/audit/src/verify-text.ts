/** Bytes and texts, decoded strictly. */
import { isUtf8 } from 'node:buffer';

/** Bytes of base64url without padding, or null for anything else. Node's own decoder forgives what the comparison finds. */
export function fromBase64Url(text: unknown): Buffer | null {
  if (typeof text !== 'string') return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}

/** A byte order mark is kept, and is then no JSON. Null where the bytes are not UTF-8. */
export const textOfUtf8 = (bytes: Uint8Array): string | null =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') : null;

/** What a JSON text says, or undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const allUtf8 = (bytes: Uint8Array, from: number, to: number): boolean => isUtf8(bytes.subarray(from, to));

/** The byte at a place, 0 beyond the end. */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

/** The number at a place, 0 beyond the end. */
export const numberAt = (numbers: Uint32Array | Float64Array, at: number): number => numbers[at] ?? 0;
