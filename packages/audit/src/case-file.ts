/** One case opened for review: its records in their order, and where it stood after any of them. It reads and never judges. */
import {
  apply,
  type CaseState,
  type CaseType,
  clockLine,
  type Fact,
  type FactRecord,
  factOf,
  type Holder,
  isLegalDay,
  problemIn,
  type Recorded,
} from '@redress/core';
import { faultOf } from './record.ts';

export type CaseFileErrorCode = 'no-facts' | 'case-type-unknown' | 'case-unreadable';

/** A case that cannot be reviewed. Nothing was told of it. */
export class CaseFileError extends Error {
  readonly code: CaseFileErrorCode;
  readonly says: string;

  constructor(code: CaseFileErrorCode, says: string, options?: ErrorOptions) {
    super(`${code}: ${says}`, options);
    this.name = 'CaseFileError';
    this.code = code;
    this.says = says;
  }
}

/** A record together with its fact in the newest schema. */
export interface FiledFact {
  readonly record: FactRecord;
  readonly fact: Fact;
}

export interface CaseFile {
  readonly id: string;
  readonly type: CaseType;
  /** In the order in which they were recorded; one at least. */
  readonly facts: readonly FiledFact[];
  /** The records as they lie in the log. */
  readonly records: readonly Recorded[];
}

/**
 * Opens a case from its records, all of one stream in their order. Throws `CaseFileError`: `no-facts` where there is none,
 * `case-type-unknown` where none of the case types is the case's, `case-unreadable` where a record is none, a fact is not one of its case
 * type, or what it says of clocks are no lines of a ledger. What else its data say is told as it stands.
 */
export async function openCaseFile(
  records: AsyncIterable<Recorded> | Iterable<Recorded>,
  caseTypes: readonly CaseType[],
): Promise<CaseFile> {
  const read: Recorded[] = [];
  for await (const recorded of records) read.push(recorded);
  const [first] = read;
  if (!first) throw new CaseFileError('no-facts', 'There is no fact of this case. Nothing was told. Check the id of the case.');
  for (const each of read) checkRecord(each);
  const { stream, meta } = first.record;
  const type = caseTypes.find(({ name }) => name === meta.caseType);
  if (!type) throw typeUnknown(first.record);
  const facts = read.map((recorded) => ({ record: recorded.record, fact: reading(stream, () => wholeFactOf(type, recorded)) }));
  return { id: stream, type, facts, records: read };
}

/** A store gives its records as they lie there: whether each is one, nobody has looked yet. Throws `CaseFileError` `case-unreadable`. */
export function checkRecord({ record }: Recorded): void {
  const fault = faultOf(record);
  if (fault === null) return;
  const { version, stream }: Partial<FactRecord> = record ?? {};
  const says = `Fact ${textOf(version)} of the case ${textOf(stream)} is no record: ${fault}`;
  throw new CaseFileError('case-unreadable', `${says}. Neither it nor what follows was told. \`replay\` says what else is wrong.`);
}

/** The fact, whose day and whose clock lines a review counts with. */
function wholeFactOf(type: CaseType, recorded: Recorded): Fact {
  const fact = factOf(type, recorded);
  const { version } = recorded.record;
  if (!isLegalDay(fact.on)) throw new RangeError(`fact ${version} is of ${fact.on}, with which no calendar counts`);
  const { clocks } = fact.data;
  if (clocks === undefined) return fact;
  if (!Array.isArray(clocks)) throw new TypeError(`fact ${version} has clocks that are no list`);
  for (const [index, line] of clocks.entries()) {
    const problem = problemIn(clockLine, line);
    if (problem !== null) throw new TypeError(`fact ${version}, line ${index + 1} of its clocks: ${problem}`);
  }
  return fact;
}

/** The state before the first fact. */
export const openingState = ({ id, type }: CaseFile): CaseState => type.initial(id);

/** The state that these facts of the case lead to, in the order in which they were recorded. Throws `CaseFileError` `case-unreadable`. */
export function stateAfter(file: CaseFile, facts: readonly FiledFact[]): CaseState {
  const state = openingState(file);
  for (const { fact } of facts) foldInto(state, file.type, fact);
  return state;
}

/** Folds one fact into a state, in place. Throws `CaseFileError` `case-unreadable`, also where it leads to a state that is none. */
export function foldInto(state: CaseState, type: CaseType, fact: Fact): void {
  try {
    apply(type, state, fact);
    const fault = faultIn(state);
    if (fault !== null) throw new TypeError(`fact ${state.version} leads to a state whose ${fault}`);
  } catch (cause) {
    throw unreadable(state.caseId, cause);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whoever a fact or a state names as accountable, where it names a unit and a person. */
export const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && isText((value as Holder).unit) && isText((value as Holder).person);

/** A case type folds what a fact says, which may be anything where the record was damaged: what a review reads of the state is seen to. */
function faultIn({ level, custody }: CaseState): string | null {
  const { holder, offer, before } = custody;
  if (typeof level !== 'number') return 'level is no number';
  if (holder !== null && !isHolder(holder)) return 'holder is nobody';
  if (offer !== null && !isText(offer.toUnit)) return 'offer is made to nobody';
  return before === null || isText(before.unit) ? null : 'superior is nobody';
}

/** A value that a fact holds, as text: what is none, in JSON. */
export const textOf = (value: unknown): string => (isText(value) ? value : (JSON.stringify(value) ?? '–'));

function reading<Value>(id: string, read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    throw unreadable(id, cause);
  }
}

const typeUnknown = ({ stream, meta }: FactRecord): CaseFileError =>
  new CaseFileError(
    'case-type-unknown',
    `The case ${stream} is of the type ${meta.caseType}, which is not at hand. Nothing was told. Hand in that case type.`,
  );

export function unreadable(id: string, cause: unknown): CaseFileError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CaseFileError('case-unreadable', `The case ${id} cannot be folded: ${why}. Nothing was told. \`replay\` finds where.`, {
    cause,
  });
}
