/** A whole log folded, streaming, and nothing else: what a replay costs before anything is compared. */
import { apply, type CaseState, type CaseType, type EventStore, factOf, type Recorded } from '@redress/core';
import { checkRecord, unreadable } from './case-file.ts';
import { OpenCases } from './open-cases.ts';

export interface FoldLog {
  readonly store: Pick<EventStore, 'readLog' | 'read'>;
  readonly caseTypes: readonly CaseType[];
  /** Called after every fact. The state goes on changing: copy what is to be kept. */
  readonly onFact?: (state: CaseState, recorded: Recorded) => void;
  /** How many cases are held in memory at most; a case met again later is read anew from its stream. Default 4,096. */
  readonly openCases?: number;
}

export interface Folded {
  readonly cases: number;
  readonly facts: number;
  /** Facts of case types that were not handed in. */
  readonly skipped: number;
  /** Position of the last record; '' for an empty log. */
  readonly position: string;
}

interface Held {
  readonly type: CaseType;
  readonly state: CaseState;
}

/**
 * Folds every case of a log in log order. Throws `StoreFault` where the store fails, and `CaseFileError` `case-unreadable` at a fact that
 * cannot be folded: `onFact` has been called for those before it.
 */
export async function foldLog({ store, caseTypes, onFact, openCases = 4096 }: FoldLog): Promise<Folded> {
  const types = new Map(caseTypes.map((type) => [type.name, type]));
  const cases = new OpenCases<Held>(openCases);
  const folded = { cases: 0, facts: 0, skipped: 0, position: '' };
  for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) {
    const { record } = recorded;
    folded.position = recorded.position;
    let held = cases.get(record.stream);
    if (!held) {
      const type = typeOf(recorded, types);
      if (!type) {
        folded.skipped += 1;
        continue;
      }
      if (record.version === 1) folded.cases += 1;
      held = { type, state: type.initial(record.stream) };
      cases.set(record.stream, held);
      if (record.version > 1) await catchUp(store, held, record.version - 1);
    }
    const { state } = held;
    take(held, recorded);
    folded.facts += 1;
    onFact?.(state, recorded);
    if (state.at.final) cases.end(record.stream, held);
  }
  return folded;
}

function typeOf(recorded: Recorded, types: ReadonlyMap<string, CaseType>): CaseType | undefined {
  const { meta } = recorded.record;
  // The whole of it would take as long as a fold, of a log of many short cases.
  if (typeof meta !== 'object' || meta === null) checkRecord(recorded);
  return types.get(meta.caseType ?? '');
}

async function catchUp(store: FoldLog['store'], held: Held, through: number): Promise<void> {
  for await (const recorded of store.read(held.state.caseId, { to: through })) take(held, recorded);
}

function take({ type, state }: Held, recorded: Recorded): void {
  try {
    apply(type, state, factOf(type, recorded));
  } catch (cause) {
    throw unreadable(state.caseId, cause);
  }
}
