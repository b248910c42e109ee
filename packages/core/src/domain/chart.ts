/**
 * The chart of a case type: an XState machine over facts, read as a table. XState stays the single source; the table is what a
 * fold walks, and a test proves the two equal.
 */
import type { CaseState, CaseTypeParts } from './case-type.ts';

/** One configuration of the machine: a state of every region. Configurations are made once and never change. */
export class Configuration {
  /** For example `received.screening/held/running`: one state per region, in the chart's order. */
  readonly key: string;
  /** Region → state, nested states joined by a dot. */
  readonly regions: Readonly<Record<string, string>>;
  readonly stage: string;
  /** Nothing moves the case any more. */
  readonly final: boolean;
  readonly #next = new Map<string, Configuration>();

  constructor(key: string, regions: Readonly<Record<string, string>>, stage: string, final: boolean) {
    this.key = key;
    this.regions = regions;
    this.stage = stage;
    this.final = final;
  }

  /** Where a fact leads, or undefined where the chart does not expect it. */
  after(fact: string): Configuration | undefined {
    return this.#next.get(fact);
  }
}

export interface Chart {
  readonly id: string;
  readonly initial: Configuration;
  readonly configurations: readonly Configuration[];
  /** The facts that move the chart. */
  readonly facts: readonly string[];
  at(key: string): Configuration | undefined;
}

export function lintChart<State extends CaseState>(_parts: CaseTypeParts<State>): readonly string[] {
  return [];
}
