/**
 * What a log shows to those who analyse it: derived views, never evidence. They take from a record what it says of itself, and from the
 * fold who holds the case. A sealed value is in the log as its commitment, so that no view can hold another.
 */
import {
  apply,
  type CaseState,
  type CaseType,
  type EventStore,
  type FactRecord,
  factOf,
  type Recorded,
  recordsOfCases,
} from '@redress/core';
import { checkRecord, isHolder } from './case-file.ts';

/** Told in every view. */
export const VIEW = 'a derived view for analysis, not evidence';

/** Which time an event has: when its fact was recorded, or the day it is about, as 00:00 UTC of that day. */
export type ViewTime = 'recorded' | 'occurred';

export const timeOf = ({ recordedAt, meta }: FactRecord, time: ViewTime): string =>
  time === 'recorded' ? recordedAt : `${meta.occurredOn}T00:00:00.000Z`;

export interface ViewedFact {
  readonly record: FactRecord;
  /** Who is accountable after it; null where nobody is, or where the case cannot be folded. */
  readonly holder: { readonly unit: string; readonly person: string } | null;
}

export interface ViewedCase {
  readonly id: string;
  readonly facts: readonly ViewedFact[];
  /** False where a fact is of a case type or shape that is not at hand: from there on no holder is told. */
  readonly folded: boolean;
}

export interface ViewedLog {
  readonly log: string;
  readonly cases: number;
  readonly facts: number;
  /**
   * The cases in the order in which they were opened, whole, each as it stood when the log was looked through; may be asked again. Throws
   * `CaseFileError` `case-unreadable` at what the store gives and is no record.
   */
  read(): AsyncIterable<ViewedCase>;
}

/** Looks a log through once. Memory holds the id and length of every case, and one case at a time. Throws `StoreFault`. */
export async function viewLog(store: EventStore, caseTypes: readonly CaseType[]): Promise<ViewedLog> {
  const lengths = new Map<string, number>();
  let facts = 0;
  for await (const { record } of recordsOfCases(store)) {
    lengths.set(record.stream, record.version);
    facts += 1;
  }
  const types = new Map(caseTypes.map((type) => [type.name, type]));
  const read = async function* (): AsyncGenerator<ViewedCase> {
    for (const [id, to] of lengths) yield await viewedCase(id, store.read(id, { to }), types);
  };
  return { log: store.log, cases: lengths.size, facts, read };
}

async function viewedCase(id: string, records: AsyncIterable<Recorded>, types: ReadonlyMap<string, CaseType>): Promise<ViewedCase> {
  const facts: ViewedFact[] = [];
  let standing: { readonly type: CaseType; readonly state: CaseState } | null | undefined;
  for await (const recorded of records) {
    checkRecord(recorded);
    const { record } = recorded;
    if (standing === undefined) {
      const type = types.get(record.meta.caseType ?? '');
      standing = type ? { type, state: type.initial(id) } : null;
    }
    if (standing && !folds(standing, recorded)) standing = null;
    const holder: unknown = standing?.state.custody?.holder;
    facts.push({ record, holder: isHolder(holder) ? { unit: holder.unit, person: holder.person } : null });
  }
  return { id, facts, folded: standing != null };
}

/** A damaged fact is the replay's to report: a view goes on without a holder. */
function folds({ type, state }: { readonly type: CaseType; readonly state: CaseState }, recorded: Recorded): boolean {
  try {
    apply(type, state, factOf(type, recorded));
    return true;
  } catch {
    return false;
  }
}
