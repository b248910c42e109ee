/** Where each stream of a log stands while the verifier reads it, packed: a million streams are no million objects. */
import { hash } from 'node:crypto';
import { sha256 } from './merkle.ts';
import { grown, tableHash } from './verify-ids.ts';
import type { Fact } from './verify-scan.ts';
import { numberAt } from './verify-text.ts';
import { EdgeTree, namesHash } from './verify-tree.ts';

const HASH = 32;
/** Bytes of a digest that are compared as one number. */
const PREFIX = 6;

export class Streams {
  count = 0;
  #versions = new Float64Array(256);
  #leaves: Buffer = Buffer.alloc(256 * HASH);
  /** Names as JSON writes them, one after the other, and where each ends. */
  #names: Buffer = Buffer.alloc(16_384);
  #ends = new Float64Array(256);
  /** Number of the stream, from 1, at the place its name leads to or the next that was free. */
  #places = new Uint32Array(1024);
  readonly #heads = new SortedHeads();

  /** Number of the stream with this name, from 0; it is new where it is the number of those before. */
  numberOf(bytes: Uint8Array, from: number, to: number): number {
    const mask = this.#places.length - 1;
    let place = tableHash(bytes, from, to) & mask;
    for (let number = numberAt(this.#places, place); number > 0; number = numberAt(this.#places, place)) {
      if (this.#isNamed(number - 1, bytes, from, to)) return number - 1;
      place = (place + 1) & mask;
    }
    return this.#add(place, bytes, from, to);
  }

  /** Version of its last fact; 0 for a new one. */
  version(number: number): number {
    return numberAt(this.#versions, number);
  }

  leaf(number: number): string {
    return this.#leaves.toString('latin1', number * HASH, (number + 1) * HASH);
  }

  /** Whether the fact names the one before it; one of version 1, and no other, names none. */
  follows(number: number, { version, prevFrom, bytes }: Fact): boolean {
    if (version === 1) return prevFrom === 0;
    return this.version(number) > 0 && prevFrom > 0 && namesHash(bytes, prevFrom, this.#leaves, number * HASH);
  }

  set(number: number, version: number, leaf: string): void {
    this.#versions[number] = version;
    this.#leaves.write(leaf, number * HASH, 'latin1');
    this.#heads.changed(number);
  }

  /** Root over the heads as they stand. */
  headsRoot(): string {
    return this.#heads.root(this);
  }

  digest(number: number): Uint8Array {
    return sha256(JSON.parse(`"${this.#names.toString('utf8', this.#start(number), numberAt(this.#ends, number))}"`));
  }

  #start(number: number): number {
    return numberAt(this.#ends, number - 1);
  }

  #isNamed(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const names = this.#names;
    const start = this.#start(number);
    if (numberAt(this.#ends, number) - start !== to - from) return false;
    for (let index = to - from - 1; index >= 0; index -= 1) if (names[start + index] !== bytes[from + index]) return false;
    return true;
  }

  #add(place: number, bytes: Uint8Array, from: number, to: number): number {
    const number = this.count;
    const start = this.#start(number);
    const end = start + to - from;
    this.#names = grown(this.#names, end);
    this.#names.set(bytes.subarray(from, to), start);
    if (number === this.#ends.length) this.#grow();
    this.#ends[number] = end;
    this.#places[place] = number + 1;
    this.count += 1;
    if (this.count * 2 > this.#places.length) this.#placeAgain();
    return number;
  }

  #grow(): void {
    const longer = (old: Float64Array): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(old.length * 2);
      larger.set(old);
      return larger;
    };
    this.#versions = longer(this.#versions);
    this.#ends = longer(this.#ends);
    this.#leaves = grown(this.#leaves, this.#ends.length * HASH);
  }

  #placeAgain(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    const mask = this.#places.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let place = tableHash(this.#names, this.#start(number), numberAt(this.#ends, number)) & mask;
      while (this.#places[place] !== 0) place = (place + 1) & mask;
      this.#places[place] = number + 1;
    }
  }
}

/** The leaves of the heads tree in its order. Only those that changed are hashed again; the nodes above move with every new stream. */
class SortedHeads {
  /** Numbers of streams by their digest. */
  #order = new Uint32Array(0);
  #digests: Buffer = Buffer.alloc(0);
  #leaves: Buffer = Buffer.alloc(0);
  #stale = new Uint8Array(256);

  changed(number: number): void {
    if (number >= this.#stale.length) {
      const larger = new Uint8Array(this.#stale.length * 2);
      larger.set(this.#stale);
      this.#stale = larger;
    }
    this.#stale[number] = 1;
  }

  root(streams: Streams): string {
    this.#takeIn(streams);
    const tree = new EdgeTree();
    for (const number of this.#order) {
      if (this.#stale[number] === 1) this.#hash(number, streams);
      tree.add(this.#leaves.toString('latin1', number * HASH, (number + 1) * HASH));
    }
    return tree.root();
  }

  /** Streams that are new since the last time find their place among the others. */
  #takeIn(streams: Streams): void {
    const before = this.#order;
    const { count } = streams;
    this.#digests = grown(this.#digests, count * HASH);
    this.#leaves = grown(this.#leaves, count * HASH);
    for (let number = before.length; number < count; number += 1) this.#digests.set(streams.digest(number), number * HASH);
    const fresh = new Uint32Array(count - before.length).map((_, index) => before.length + index).sort((a, b) => this.#compare(a, b));
    const order = new Uint32Array(count);
    let [old, young] = [0, 0];
    for (const at of order.keys()) {
      const [one, other] = [numberAt(before, old), numberAt(fresh, young)];
      const takesOld = young === fresh.length || (old < before.length && this.#compare(one, other) < 0);
      order[at] = takesOld ? one : other;
      if (takesOld) old += 1;
      else young += 1;
    }
    this.#order = order;
  }

  #compare(one: number, other: number): number {
    const digests = this.#digests;
    const [a, b] = [one * HASH, other * HASH];
    const difference = digests.readUIntBE(a, PREFIX) - digests.readUIntBE(b, PREFIX);
    return difference === 0 ? digests.compare(digests, b, b + HASH, a, a + HASH) : difference;
  }

  #hash(number: number, streams: Streams): void {
    const h = Buffer.from(streams.leaf(number), 'latin1').toString('base64url');
    const s = this.#digests.toString('hex', number * HASH, (number + 1) * HASH);
    const text = `\u0000{"h":"${h}","n":${streams.version(number)},"s":"${s}"}`;
    this.#leaves.write(hash('sha256', text, 'binary'), number * HASH, 'latin1');
    this.#stale[number] = 0;
  }
}
