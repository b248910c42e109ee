/** One case opened for review: its records in their order, and where it stood after any of them. It reads and never judges. */
import { apply, type CaseState, type CaseType, type Fact, type FactRecord, factOf, type Recorded } from '@redress/core';

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
 * `case-type-unknown` where none of the case types is the case's, `case-unreadable` where a fact is not one of its case type.
 */
export async function openCaseFile(
  records: AsyncIterable<Recorded> | Iterable<Recorded>,
  caseTypes: readonly CaseType[],
): Promise<CaseFile> {
  const read: Recorded[] = [];
  for await (const recorded of records) read.push(recorded);
  const [first] = read;
  if (!first) throw new CaseFileError('no-facts', 'There is no fact of this case. Nothing was told. Check the id of the case.');
  const { stream, meta } = first.record;
  const type = caseTypes.find(({ name }) => name === meta.caseType);
  if (!type) throw typeUnknown(first.record);
  const facts = read.map((recorded) => ({ record: recorded.record, fact: reading(stream, () => factOf(type, recorded)) }));
  return { id: stream, type, facts, records: read };
}

/** The state before the first fact. */
export const openingState = ({ id, type }: CaseFile): CaseState => type.initial(id);

/** The state that these facts of the case lead to, in the order in which they were recorded. Throws `CaseFileError` `case-unreadable`. */
export function stateAfter(file: CaseFile, facts: readonly FiledFact[]): CaseState {
  const state = openingState(file);
  reading(file.id, () => {
    for (const { fact } of facts) apply(file.type, state, fact);
  });
  return state;
}

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
