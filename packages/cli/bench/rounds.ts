/**
 * Measuring against a rival: rounds in which everybody does the same work, one right after the other, and the median of the ratios
 * within the rounds. A busy machine slows both sides of a round; the figures of two runs are never compared.
 */

/** Work that can be done any number of times, each time the same. */
export interface Contender {
  readonly name: string;
  run(times: number): unknown;
}

export interface Measured {
  readonly name: string;
  /** Median of the nanoseconds that one unit of work took. */
  readonly nanoseconds: number;
  /** Median over the rounds of this contender's time divided by the first one's: 2 means that the first is twice as fast. */
  readonly ratio: number;
}

/** Long enough that the clock's resolution does not show, short enough that a busy scheduler seldom cuts in. */
const SLICE_NS = 1_000_000;
/** Long enough for everybody's code to be compiled. */
const WARM_UP_NS = 300_000_000;

export const now = (): number => Number(process.hrtime.bigint());

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Whoever comes first in a round has it otherwise than whoever comes last: so the turn goes round. */
export const turned = <Value>(values: readonly Value[], round: number): readonly Value[] =>
  values.map((_, index) => values[(index + round) % values.length] as Value);

function nanosecondsOf({ run }: Contender, times: number): number {
  const start = now();
  run(times);
  return (now() - start) / times;
}

/** How many times fill a slice; found while the contender warms up. */
function timesOf(contender: Contender): number {
  const end = now() + WARM_UP_NS;
  let best = Number.POSITIVE_INFINITY;
  for (let times = 1; now() < end; times = Math.max(1, Math.min(times * 2, Math.floor(SLICE_NS / best)))) {
    best = Math.min(best, nanosecondsOf(contender, times));
  }
  return Math.max(1, Math.round(SLICE_NS / best));
}

/** The contenders beside each other; the first is ours. */
export function inRounds(contenders: readonly Contender[], rounds = 301): readonly Measured[] {
  const ready = contenders.map((contender) => ({ contender, times: timesOf(contender), taken: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { contender, times, taken } of turned(ready, round)) taken.push(nanosecondsOf(contender, times));
  }
  return measuredOf(ready.map(({ contender: { name }, taken }) => ({ name, taken })));
}

export interface Taken {
  readonly name: string;
  /** Nanoseconds a unit of work, one figure a round. */
  readonly taken: readonly number[];
}

export function measuredOf(all: readonly Taken[]): readonly Measured[] {
  const first = all[0]?.taken ?? [];
  return all.map(({ name, taken }) => ({
    name,
    nanoseconds: median(taken),
    ratio: median(taken.map((time, round) => time / (first[round] ?? Number.NaN))),
  }));
}

/** Work that takes its own time, and is done once a round. */
export interface Timed {
  readonly name: string;
  /** Gives the nanoseconds that a unit of the work took. */
  run(round: number): Promise<number>;
}

/** The same for work that is waited for: rounds to warm up first, and then those that count. */
export async function inTimedRounds(ways: readonly Timed[], { warmUp, rounds }: { readonly warmUp: number; readonly rounds: number }) {
  const all = ways.map((way) => ({ way, name: way.name, taken: [] as number[] }));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const { way, taken } of turned(all, round)) {
      const nanoseconds = await way.run(round);
      if (round >= warmUp) taken.push(nanoseconds);
    }
  }
  return measuredOf(all);
}

export interface Cost {
  /** Nanoseconds a unit of work, on the wall. */
  readonly passed: number;
  /** Nanoseconds a unit of this process's processor time, its collector's threads included. */
  readonly worked: number;
}

/** Begins to measure; what it gives ends it. */
export function measuring(): (units: number) => Cost {
  const before = process.cpuUsage();
  const start = now();
  return (units) => {
    const passed = (now() - start) / units;
    const { user, system } = process.cpuUsage(before);
    return { passed, worked: ((user + system) * 1_000) / units };
  };
}
