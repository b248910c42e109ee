/** How the cases of any XES log passed from hand to hand, and how long they lay in a hand and between two. */
import { passes } from '@redress/core';
import type { XesEvent, XesTrace } from './xes.ts';
import { isDateTime, xesText } from './xes-value.ts';

/** Seconds between neighbouring events that have the attribute and a time. */
export interface HandoverTimes {
  /** Between the last event of one holder and the first of the next. */
  readonly waiting: { readonly handovers: number; readonly seconds: number; readonly longest: number };
  /** Between two events of one holder with nobody else between them. */
  readonly working: { readonly steps: number; readonly seconds: number; readonly longest: number };
  /** Neighbours of which the later in the file has the earlier time. They are in neither sum. */
  readonly backwards: number;
  /** Neighbours of which one has no time. They are in neither sum. */
  readonly untimed: number;
}

/** Equal neighbours are one holder; events without the attribute are passed over; the order is that of the file. */
export interface Handovers {
  /** Traces, with events or without. */
  readonly cases: number;
  readonly handovers: number;
  readonly casesWithHandover: number;
  /** A→B→A: how often, overlapping ones each, and in how many cases. */
  readonly aba: { readonly count: number; readonly cases: number };
  /** A→B→A→B. */
  readonly abab: { readonly cases: number };
  /** Somebody got the case who had had it before, however many were between. */
  readonly revisits: { readonly cases: number };
  /** Holders in the longest chain of one case, each as often as it came up: A→B→A is 3. */
  readonly longestChain: number;
  /** Absent where no event that counts has a time. */
  readonly times?: HandoverTimes;
}

/** Counts over traces as `readXes` hands them out; memory holds one. `by` is the key of the event attribute that names the holder. */
export async function handoversIn(traces: AsyncIterable<XesTrace> | Iterable<XesTrace>, by: string): Promise<Handovers> {
  const counted = { cases: 0, handovers: 0, casesWithHandover: 0, aba: { count: 0, cases: 0 }, abab: { cases: 0 }, revisits: { cases: 0 } };
  const times = new Times();
  let longestChain = 0;
  for await (const { events } of traces) {
    const held = events.flatMap((event) => holdingOf(event, by));
    const { handOvers, returns, pingPongs, revisits } = passes(held.map(({ holder }) => holder));
    counted.cases += 1;
    counted.handovers += handOvers;
    counted.aba.count += returns;
    if (handOvers > 0) counted.casesWithHandover += 1;
    if (returns > 0) counted.aba.cases += 1;
    if (pingPongs > 0) counted.abab.cases += 1;
    if (revisits > 0) counted.revisits.cases += 1;
    if (held.length > 0) longestChain = Math.max(longestChain, handOvers + 1);
    times.add(held);
  }
  const found = times.found();
  return { ...counted, longestChain, ...(found ? { times: found } : {}) };
}

interface Holding {
  readonly holder: string;
  /** Milliseconds; NaN where the event has no time. */
  readonly at: number;
}

function holdingOf({ attributes }: XesEvent, by: string): readonly Holding[] {
  const value = attributes.get(by)?.value;
  // A list names no holder.
  if (value === undefined || typeof value === 'object') return [];
  return [{ holder: String(value), at: instantOf(xesText(attributes, 'time:timestamp')) }];
}

/** A time without a zone is read as UTC, so that the answer is the same on every machine. A text that is no time is not guessed at. */
function instantOf(text: string | undefined): number {
  if (text === undefined || !isDateTime(text)) return Number.NaN;
  return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
}

class Times {
  readonly #waiting = new Sum();
  readonly #working = new Sum();
  #timed = 0;
  #backwards = 0;
  #untimed = 0;

  add(held: readonly Holding[]): void {
    held.forEach(({ holder, at }, index) => {
      if (!Number.isNaN(at)) this.#timed += 1;
      const before = held[index - 1];
      if (!before) return;
      const passed = at - before.at;
      if (Number.isNaN(passed)) this.#untimed += 1;
      else if (passed < 0) this.#backwards += 1;
      else (holder === before.holder ? this.#working : this.#waiting).add(passed);
    });
  }

  found(): HandoverTimes | null {
    if (this.#timed === 0) return null;
    const { count: handovers, ...waiting } = this.#waiting.found();
    const { count: steps, ...working } = this.#working.found();
    return { waiting: { handovers, ...waiting }, working: { steps, ...working }, backwards: this.#backwards, untimed: this.#untimed };
  }
}

class Sum {
  #count = 0;
  #milliseconds = 0;
  #longest = 0;

  add(milliseconds: number): void {
    this.#count += 1;
    this.#milliseconds += milliseconds;
    this.#longest = Math.max(this.#longest, milliseconds);
  }

  found(): { readonly count: number; readonly seconds: number; readonly longest: number } {
    return { count: this.#count, seconds: this.#milliseconds / 1000, longest: this.#longest / 1000 };
  }
}
