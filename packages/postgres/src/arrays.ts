/** PostgreSQL's binary form of an array of bytea: as text every byte would go over the wire as two. */

const BYTEA = 17;

/** One dimension, no NULL among its elements, counted from 1. */
export function byteaArray(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const bytes = Buffer.allocUnsafe(20 + lengths.reduce((sum, length) => sum + 4 + length, 0));
  let at = 0;
  for (const number of [1, 0, BYTEA, texts.length, 1]) at = bytes.writeInt32BE(number, at);
  for (const [index, text] of texts.entries()) {
    at = bytes.writeInt32BE(lengths[index] ?? 0, at);
    at += bytes.write(text, at);
  }
  return bytes;
}
