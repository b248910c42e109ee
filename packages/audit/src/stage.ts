/**
 * Where a case stands, by XState itself: the machine is asked, not the table that a fold walks. A chart over facts has no memory
 * beside its configuration, so XState's answer to one fact in one configuration is asked for once and kept.
 */
import type { Chart } from '@redress/core';

/** A configuration that XState has answered with. */
export interface Place {
  /** As records name it: one state per region, in the machine's order, for example `assigned/held/running`. */
  readonly key: string;
  readonly final: boolean;
  /** Where the fact leads, or null where the machine does not expect it. */
  after(fact: string): Place | null;
}

type Value = string | { readonly [state: string]: Value | undefined };

/** `{ handling: { received: 'screening' }, custody: 'held' }` → `received.screening/held`; without regions `received.screening`. */
function keyOf({ machine }: Chart, value: Value): string {
  return typeof value === 'object' && machine.root.type === 'parallel' ? Object.values(value).map(inRegion).join('/') : inRegion(value);
}

function inRegion(value: Value | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  const [[state, inside] = ['', undefined]] = Object.entries(value);
  return inside === undefined ? state : `${state}.${inRegion(inside)}`;
}

/** XState wants to know where to run actors; a chart over facts has none, so one scope that does nothing serves every question. */
const inert = scope({
  self: {},
  logger: () => undefined,
  id: 'audit',
  sessionId: '',
  defer: () => undefined,
  system: { _sendInspectionEvent: () => undefined },
  stopChild: () => undefined,
  emit: () => undefined,
  actionExecutor: () => undefined,
});

type Scope = Parameters<Chart['machine']['transition']>[2];

function scope(parts: Readonly<Record<string, unknown>>): Scope {
  return parts as unknown as Scope;
}

type Snapshot = ReturnType<Chart['machine']['resolveState']>;

export class Stages {
  readonly initial: Place;
  readonly #chart: Chart;
  readonly #places = new Map<string, Place>();

  constructor(chart: Chart) {
    this.#chart = chart;
    this.initial = this.#placeOf(chart.machine.getInitialSnapshot(inert));
  }

  /** The place that a record names, or undefined where the chart has no such configuration. */
  named(key: string): Place | undefined {
    const known = this.#places.get(key);
    if (known) return known;
    const value = this.#chart.at(key)?.value;
    return value === undefined ? undefined : this.#placeOf(this.#chart.machine.resolveState({ value, context: {} }));
  }

  #placeOf(snapshot: Snapshot): Place {
    const key = keyOf(this.#chart, snapshot.value);
    const known = this.#places.get(key);
    if (known) return known;
    const answers = new Map<string, Place | null>();
    const place: Place = {
      key,
      final: this.#chart.at(key)?.final ?? false,
      after: (fact) => {
        const known = answers.get(fact);
        if (known !== undefined) return known;
        const answer = this.#ask(snapshot, fact);
        answers.set(fact, answer);
        return answer;
      },
    };
    this.#places.set(key, place);
    return place;
  }

  #ask(snapshot: Snapshot, fact: string): Place | null {
    // A machine that is done takes none, though `can` looks at its transitions alone.
    if (snapshot.status !== 'active' || !snapshot.can({ type: fact })) return null;
    return this.#placeOf(this.#chart.machine.transition(snapshot, { type: fact }, inert));
  }
}
