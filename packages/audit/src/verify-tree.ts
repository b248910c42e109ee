/** The tree of a whole log, leaf by leaf, and nothing kept but its right edge. Hashes are texts of 32 Latin-1 characters: the fastest. */
import { hash } from 'node:crypto';
import { byteAt } from './verify-text.ts';

/** A mark before the two hashes. */
const node = Buffer.alloc(65);
node[0] = 1;

/** As `nodeHash`, for hashes as texts. */
function pair(left: string, right: string): string {
  node.write(left + right, 1, 'latin1');
  return hash('sha256', node, 'binary');
}

/** The leaf hash of the bytes from `from`; the byte before is written over with the mark of a leaf. */
export function leafIn(bytes: Buffer, from: number, to: number): string {
  bytes[from - 1] = 0;
  return hash('sha256', bytes.subarray(from - 1, to), 'binary');
}

export const asText = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

export class EdgeTree {
  /** The whole subtree of each height that ends the log, '' where there is none. */
  readonly #edge: string[] = [];
  size = 0;

  add(leaf: string): void {
    let risen = leaf;
    let height = 0;
    for (let left = this.#edge[height]; left; left = this.#edge[height]) {
      risen = pair(left, risen);
      this.#edge[height] = '';
      height += 1;
    }
    this.#edge[height] = risen;
    this.size += 1;
  }

  root(): string {
    let root = '';
    for (const left of this.#edge) if (left !== '') root = root === '' ? left : pair(left, root);
    return root === '' ? hash('sha256', '', 'binary') : root;
  }
}

const BASE64URL = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

/** Whether 43 characters from `from` are the base64url of the hash that begins at `at`. */
export function namesHash(bytes: Uint8Array, from: number, hashes: Uint8Array, at: number): boolean {
  let character = from;
  for (let byte = at; byte < at + 30; byte += 3) {
    const bits = (byteAt(hashes, byte) << 16) | (byteAt(hashes, byte + 1) << 8) | byteAt(hashes, byte + 2);
    if (bytes[character] !== BASE64URL[bits >> 18] || bytes[character + 1] !== BASE64URL[(bits >> 12) & 63]) return false;
    if (bytes[character + 2] !== BASE64URL[(bits >> 6) & 63] || bytes[character + 3] !== BASE64URL[bits & 63]) return false;
    character += 4;
  }
  const bits = (byteAt(hashes, at + 30) << 10) | (byteAt(hashes, at + 31) << 2);
  if (bytes[character] !== BASE64URL[bits >> 12] || bytes[character + 1] !== BASE64URL[(bits >> 6) & 63]) return false;
  return bytes[character + 2] === BASE64URL[bits & 63];
}
