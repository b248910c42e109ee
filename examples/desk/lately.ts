/** What was made lately, by its key: a page says the same days, names and people again and again. */

/** Keys that are kept; after that all are forgotten. */
const KEPT = 1_000;

/** What is made may be null, and not undefined. */
export class Lately<Made extends string | null> {
  readonly #made = new Map<string, Made>();

  of(key: string, make: () => Made): Made {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    if (this.#made.size >= KEPT) this.#made.clear();
    const made = make();
    this.#made.set(key, made);
    return made;
  }
}
