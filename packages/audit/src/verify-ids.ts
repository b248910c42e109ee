/** Sets kept in packed memory: a million ids in some tens of megabytes, without an object for each. */
import { randomBytes } from 'node:crypto';
import { byteAt, numberAt } from './verify-text.ts';

/** Numbers that nobody can foresee, or a bundle could be made in which every name falls on one place. */
const chosen = new Uint32Array(new Uint8Array(randomBytes(12)).buffer);
const SEED = numberAt(chosen, 0);
const ODD = numberAt(chosen, 1) | 1;
const OTHER = numberAt(chosen, 2) | 1;

function mixed(hash: number, word: number): number {
  const one = Math.imul(hash ^ word, ODD);
  return Math.imul(one ^ (one >>> 15), OTHER);
}

const ended = (hash: number): number => (hash ^ (hash >>> 16)) >>> 0;

/** Of bytes, for a table: not a digest. */
export function tableHash(bytes: Uint8Array, from: number, to: number): number {
  let hash = SEED ^ (to - from);
  let at = from;
  for (; at + 4 <= to; at += 4)
    hash = mixed(hash, byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16) | (byteAt(bytes, at + 3) << 24));
  for (; at < to; at += 1) hash = mixed(hash, byteAt(bytes, at));
  return ended(hash);
}

const WORDS = 4;
const FIRST_SLOTS = 1024;

/** Ids of four words, of which the second is never zero: that of a fact's id holds its version. */
export class IdSet {
  #slots = new Uint32Array(FIRST_SLOTS * WORDS);
  #mask = FIRST_SLOTS - 1;
  #count = 0;

  /** False where it is there already. */
  add(id: Uint32Array): boolean {
    const at = this.#find(id);
    if (this.#slots[at + 1] !== 0) return false;
    this.#slots.set(id, at);
    this.#count += 1;
    if (this.#count * 4 > (this.#mask + 1) * 3) this.#grow();
    return true;
  }

  /** Where the id is, or would be. */
  #find(id: Uint32Array): number {
    const slots = this.#slots;
    const mask = this.#mask;
    const first = numberAt(id, 0);
    const second = numberAt(id, 1);
    const third = numberAt(id, 2);
    const fourth = numberAt(id, 3);
    let place = ended(mixed(mixed(mixed(mixed(SEED, first), second), third), fourth)) & mask;
    for (;;) {
      const at = place * WORDS;
      const there = slots[at + 1];
      if (there === 0) return at;
      if (there === second && slots[at] === first && slots[at + 2] === third && slots[at + 3] === fourth) return at;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Uint32Array((this.#mask + 1) * WORDS);
    for (let at = 0; at < old.length; at += WORDS) {
      const id = old.subarray(at, at + WORDS);
      if (id[1] !== 0) this.#slots.set(id, this.#find(id));
    }
  }
}

/** A buffer that grows with what is put into it. */
export function grown(buffer: Buffer, needed: number): Buffer {
  if (needed <= buffer.length) return buffer;
  const larger = Buffer.alloc(Math.max(needed, buffer.length * 2));
  buffer.copy(larger);
  return larger;
}
