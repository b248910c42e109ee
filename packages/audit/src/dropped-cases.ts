/** Where cases that were dropped from memory stand in their source: 32 to 64 bytes each, outside the heap, whatever their ids are. */
import { hash, randomBytes } from 'node:crypto';

/** Ids are known by 64 bits of a hash that nobody can foresee: that two of a million fall together has a chance of one in 10^7. */
const SMALLEST = 1024;

export class DroppedCases {
  readonly #salt = randomBytes(16).toString('hex');
  /** Two halves of the hash a place. */
  #keys = new Uint32Array(SMALLEST * 2);
  /** What is kept of the case, a number that is never 0; 0 where it is held again. */
  #marks = new Float64Array(SMALLEST);
  #known = 0;

  get(id: string): number | undefined {
    const mark = this.#marks[this.#placeOf(this.#keyOf(id))];
    return mark === 0 ? undefined : mark;
  }

  set(id: string, mark: number): void {
    if (this.#known * 2 > this.#marks.length) this.#grow();
    this.#put(this.#keyOf(id), mark);
  }

  delete(id: string): void {
    const place = this.#placeOf(this.#keyOf(id));
    if (this.#marks[place] !== 0) this.#marks[place] = 0;
  }

  /** The place of a key, or the free one where it would stand. No key is two zeros. */
  #placeOf([one, other]: Key): number {
    const places = this.#marks.length;
    let at = one % places;
    while (!this.#isFree(at) && (this.#keys[at * 2] !== one || this.#keys[at * 2 + 1] !== other)) at = (at + 1) % places;
    return at;
  }

  #keyOf(id: string): Key {
    // One character a byte: a buffer, or digits to be read, take twice as long as the hash.
    const digest = hash('sha256', this.#salt + id, 'binary');
    return [wordOf(digest, 0), wordOf(digest, 4) || 1];
  }

  #isFree(place: number): boolean {
    return this.#keys[place * 2] === 0 && this.#keys[place * 2 + 1] === 0;
  }

  #put(key: Key, mark: number): void {
    const place = this.#placeOf(key);
    if (this.#isFree(place)) this.#known += 1;
    this.#keys.set(key, place * 2);
    this.#marks[place] = mark;
  }

  #grow(): void {
    const [keys, marks] = [this.#keys, this.#marks];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#marks = new Float64Array(marks.length * 2);
    this.#known = 0;
    for (const [place, mark] of marks.entries()) {
      const key: Key = [keys[place * 2] ?? 0, keys[place * 2 + 1] ?? 0];
      if (key[0] !== 0 || key[1] !== 0) this.#put(key, mark);
    }
  }
}

type Key = readonly [number, number];

/** Four bytes as a number from 0 to 2^32 - 1. */
function wordOf(bytes: string, at: number): number {
  let word = 0;
  for (let next = at; next < at + 4; next += 1) word = (word << 8) | bytes.charCodeAt(next);
  return word >>> 0;
}
