/** Cases and facts as answers show them. */
import type { CaseState, Recorded } from '@redress/core';

/** A state as plain JSON: of the chart, where the case stands and no more. */
export function stateOf(state: CaseState): Readonly<Record<string, unknown>> {
  const { key, regions } = state.at;
  return { ...state, at: { key, regions } };
}

/** A record without what proves it: commitments and links are for bundles, which leave by another door. */
export function factOf({ record }: Recorded): Readonly<Record<string, unknown>> {
  const { id, stream, version, type, schema, recordedAt, meta, data } = record;
  return { id, case: stream, version, type, schema, recordedAt, meta, data };
}
