/** The cases a replay holds in memory, a bounded number: those met lately, and few of those that are over. */

/** A fact may still come in when a case is over: so the last ones stay, rather than be read again. */
const OVER = 32;

/** What lies in the maps: emptied when the case is let go. See `OpenCases`. */
interface Place<Case> {
  held: Case | null;
}

/**
 * Keeps between half of `most` and `most` open cases, in two generations: a case met again moves to the young one; when that is half of
 * `most`, the old one is dropped and the young one grows old. Cheaper than an exact order of use, and as good here.
 *
 * A map from which much is taken out is made anew by V8 again and again, and each table that was left leads to the next one. Once one
 * of them has grown old, the collector of the young takes all that lie behind it for alive, with every case that they ever held: so
 * what lies in a map is a place, which is emptied.
 */
export class OpenCases<Case> {
  #young = new Map<string, Place<Case>>();
  #old = new Map<string, Place<Case>>();
  /** Those that were to be dropped and had to stay: looked at only when they are met again. */
  readonly #staying = new Map<string, Place<Case>>();
  /** In the order in which they were met last. */
  readonly #over = new Map<string, Place<Case>>();
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
    if (young !== undefined) return young.held ?? undefined;
    const place = this.#taken(id);
    if (place) this.#put(id, place);
    return place?.held ?? undefined;
  }

  set(id: string, held: Case): void {
    this.#put(id, { held });
  }

  /** The case is over, and need not stay: it makes room before any that is open, until it is met again. */
  end(id: string, held: Case): void {
    if (this.#half === Number.POSITIVE_INFINITY) return;
    this.delete(id);
    this.#over.set(id, { held });
    if (this.#over.size <= Math.min(OVER, this.#half)) return;
    const [[oldest, first] = [id, { held }]] = this.#over;
    this.#over.delete(oldest);
    this.#drop(oldest, first);
  }

  delete(id: string): void {
    const place = this.#taken(id);
    if (place) place.held = null;
  }

  *values(): Generator<Case> {
    for (const places of [this.#staying, this.#old, this.#young, this.#over]) {
      for (const { held } of places.values()) if (held !== null) yield held;
    }
  }

  /** Whatever is dropped for it, the case itself stays: it is in use. */
  #put(id: string, place: Place<Case>): void {
    if (this.#young.size >= this.#half) this.#turn();
    this.#young.set(id, place);
  }

  #taken(id: string): Place<Case> | undefined {
    const open = this.#takenFrom(this.#young, id) ?? this.#takenFrom(this.#old, id);
    return open ?? this.#takenFrom(this.#over, id) ?? this.#takenFrom(this.#staying, id);
  }

  #takenFrom(places: Map<string, Place<Case>>, id: string): Place<Case> | undefined {
    const place = places.get(id);
    return place && places.delete(id) ? place : undefined;
  }

  #drop(id: string, place: Place<Case>): void {
    const { held } = place;
    place.held = null;
    if (held !== null) this.#onDrop(id, held);
  }

  #turn(): void {
    const dropped = this.#old;
    this.#old = this.#young;
    this.#young = new Map();
    for (const [id, place] of dropped) {
      if (place.held !== null && this.#mustStay(place.held)) this.#staying.set(id, place);
      else this.#drop(id, place);
    }
  }
}
