/** The cases a replay holds in memory, a bounded number: those met lately. Closed ones go first. */

/**
 * Keeps between half of `most` and `most` cases, in two generations: a case met again moves to the young one; when that is half of
 * `most`, the old one is dropped and the young one grows old. Cheaper than an exact order of use, and as good here.
 */
export class OpenCases<Case> {
  #young = new Map<string, Case>();
  #old = new Map<string, Case>();
  readonly #half: number;
  readonly #onDrop: (id: string, held: Case) => void;
  readonly #keeps: (held: Case) => 'no' | 'yes' | 'must';

  /** `keeps` says of a case whether it is worth keeping ('no' for a closed one) or has to be kept. */
  constructor(most: number, keeps: (held: Case) => 'no' | 'yes' | 'must', onDrop: (id: string, held: Case) => void = () => {}) {
    this.#half = Math.max(1, Math.floor(most / 2));
    this.#keeps = keeps;
    this.#onDrop = onDrop;
  }

  get(id: string): Case | undefined {
    const young = this.#young.get(id);
    if (young !== undefined) return young;
    const old = this.#old.get(id);
    if (old === undefined) return undefined;
    this.#old.delete(id);
    this.set(id, old);
    return old;
  }

  /** Whatever is dropped for it, the case itself stays: it is in use, also where it is closed. */
  set(id: string, held: Case): void {
    if (this.#young.size >= this.#half) this.#turn();
    this.#young.set(id, held);
  }

  delete(id: string): void {
    this.#young.delete(id);
    this.#old.delete(id);
  }

  *values(): Generator<Case> {
    yield* this.#old.values();
    yield* this.#young.values();
  }

  #turn(): void {
    const dropped = this.#old;
    this.#old = new Map();
    const young = this.#young;
    this.#young = new Map();
    for (const [id, held] of dropped) this.#sort(id, held, this.#keeps(held) === 'must');
    for (const [id, held] of young) this.#sort(id, held, this.#keeps(held) !== 'no');
  }

  #sort(id: string, held: Case, keep: boolean): void {
    if (keep) this.#old.set(id, held);
    else this.#onDrop(id, held);
  }
}
