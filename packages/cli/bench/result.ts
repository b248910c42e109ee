/** What a benchmark says: one line of the table for each rival. */

export interface Result {
  readonly measured: string;
  readonly rival: string;
  /** Both in the same unit, ready to be read. */
  readonly ours: string;
  readonly theirs: string;
  /** How much faster we are, or our speed as a share of the rival's; null where nothing was measured, and a note says why. */
  readonly ratio: number | null;
  /** The least that is wanted of the ratio. */
  readonly wanted: number | null;
  readonly notes: readonly string[];
}

export interface Settings {
  /** Facts in the log that is replayed. */
  readonly facts: number;
  /** Says what is going on, on stderr. */
  say(what: string): void;
}

export interface Benchmark {
  readonly name: string;
  readonly describes: string;
  run(settings: Settings): Promise<readonly Result[]>;
}

export const met = ({ ratio, wanted }: Result): boolean | null => (wanted === null || ratio === null ? null : ratio >= wanted);

/** A line for what could not be measured here: no figure stands in for it. */
export const notMeasured = (measured: string, rival: string, wanted: number | null, why: string): Result => ({
  measured,
  rival,
  ours: '',
  theirs: '',
  ratio: null,
  wanted,
  notes: [`not measured: ${why}`],
});

/** Nanoseconds in the unit that reads best. */
export function time(nanoseconds: number): string {
  if (nanoseconds < 1_000) return `${nanoseconds.toFixed(0)} ns`;
  if (nanoseconds < 1_000_000) return `${(nanoseconds / 1_000).toFixed(2)} µs`;
  return `${(nanoseconds / 1_000_000).toFixed(2)} ms`;
}

/** Throws where two sides that are to be compared do not do the same. */
export function same(what: string, ours: unknown, theirs: unknown): void {
  const [one, other] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (one !== other)
    throw new Error(`${what}: the two sides do not give the same, so nothing was measured.\n  ours:   ${one}\n  theirs: ${other}`);
}
