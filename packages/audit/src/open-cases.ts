/** The cases a replay holds in memory, a bounded number: those met lately, and few of those that are over. */

/** A fact may still come in when a case is over: so the last ones stay, rather than be read again. */
const OVER = 32;

/**
 * Keeps between half of `most` and `most` open cases, in two generations: a case met again moves to the young one; when that is half of
 * `most`, the old one is dropped and the young one grows old. Cheaper than an exact order of use, and as good here.
 */
export class OpenCases<Case> {
  #young = new Map<string, Case>();
  #old = new Map<string, Case>();
  /** Those that were to be dropped and had to stay: looked at only when they are met again. */
  readonly #staying = new Map<string, Case>();
  /** In the order in which they were met last. */
  readonly #over = new Map<string, Case>();
  readonly #half: number;
  readonly #onDrop: (id: string, held: Case) => void;
  readonly #mustStay: (held: Case) => boolean;

  /** `mustStay` says of a case that it may not be dropped now. With an infinite `most` nothing ever is. */
  constructor(most: number, mustStay: (held: Case) => boolean = () => false, onDrop: (id: string, held: Case) => void = () => {}) {
    this.#half = Math.max(1, Math.floor(most / 2));
    this.#mustStay = mustStay;
    this.#onDrop = onDrop;
  }

  get(id: string): Case | undefined {
    const young = this.#young.get(id);
    if (young !== undefined) return young;
    const held = this.#old.get(id) ?? this.#over.get(id) ?? this.#staying.get(id);
    if (held === undefined) return undefined;
    this.delete(id);
    this.set(id, held);
    return held;
  }

  /** Whatever is dropped for it, the case itself stays: it is in use. */
  set(id: string, held: Case): void {
    if (this.#young.size >= this.#half) this.#turn();
    this.#young.set(id, held);
  }

  /** The case is over, and need not stay: it makes room before any that is open, until it is met again. */
  end(id: string, held: Case): void {
    if (this.#half === Number.POSITIVE_INFINITY) return;
    this.delete(id);
    this.#over.set(id, held);
    if (this.#over.size <= Math.min(OVER, this.#half)) return;
    const [[oldest, first] = [id, held]] = this.#over;
    this.#over.delete(oldest);
    this.#onDrop(oldest, first);
  }

  delete(id: string): void {
    this.#young.delete(id);
    this.#old.delete(id);
    this.#over.delete(id);
    this.#staying.delete(id);
  }

  *values(): Generator<Case> {
    yield* this.#staying.values();
    yield* this.#old.values();
    yield* this.#young.values();
    yield* this.#over.values();
  }

  #turn(): void {
    const dropped = this.#old;
    this.#old = this.#young;
    this.#young = new Map();
    for (const [id, held] of dropped) {
      if (this.#mustStay(held)) this.#staying.set(id, held);
      else this.#onDrop(id, held);
    }
  }
}
