/** PostgreSQL's binary form of an array of bytea: as text every byte would go over the wire as two. */

const BYTEA = 17;

/** One dimension, no NULL among its elements, counted from 1. A text gives its UTF-8 bytes. */
export function byteaArray(elements: readonly (string | Uint8Array)[]): Buffer {
  const lengths = elements.map((element) => Buffer.byteLength(element));
  const bytes = Buffer.allocUnsafe(20 + lengths.reduce((sum, length) => sum + 4 + length, 0));
  let at = 0;
  for (const number of [1, 0, BYTEA, elements.length, 1]) at = bytes.writeInt32BE(number, at);
  for (const [index, element] of elements.entries()) {
    at = bytes.writeInt32BE(lengths[index] ?? 0, at);
    if (typeof element === 'string') bytes.write(element, at);
    else bytes.set(element, at);
    at += lengths[index] ?? 0;
  }
  return bytes;
}
