/** Choices that are the same whenever the seed is: a history that failed can be played again. */

export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** From 0 to below `count`. */
  below(count: number): number;
  /** Undefined where there is nothing to choose from. */
  of<Value>(values: readonly Value[]): Value | undefined;
  /** Whether something happens that happens so often. */
  happens(often: number): boolean;
  /** A seed for another source of chance. */
  seed(): number;
  weighted<Value>(values: readonly { readonly weight: number; readonly value: Value }[]): Value | undefined;
}

/** Mulberry32: 32 bits of state, good enough to try things with. */
export function chance(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    of: (values) => values[below(values.length)],
    happens: (often) => next() < often,
    seed: () => below(2 ** 31),
    weighted: (values) => {
      let left = next() * values.reduce((sum, { weight }) => sum + weight, 0);
      for (const { weight, value } of values) {
        left -= weight;
        if (left < 0) return value;
      }
      return undefined;
    },
  };
}
