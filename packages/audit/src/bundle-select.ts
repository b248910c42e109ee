/** Which cases a bundle is of: by id, by who held them, by the day they came in. Told from the facts that the last seal covers. */
import { type CaseType, type EventStore, isLegalDay, isOwnStream, type Recorded } from '@redress/core';
import { BundleError } from './bundle-error.ts';
import { CaseFileError } from './case-file.ts';
import { foldLog } from './fold-log.ts';

export type Selection =
  | { readonly kind: 'log' }
  | { readonly kind: 'case'; readonly case: string }
  /** Cases for which the unit was accountable after some fact: an offer that was not accepted is not enough. */
  | { readonly kind: 'unit'; readonly unit: string }
  /** Cases whose first fact is about a day from `from` to `to`, both included, as YYYY-MM-DD. */
  | { readonly kind: 'period'; readonly from: string; readonly to: string };

/** Throws `BundleError` `bad-request` for what selects nothing whatever the log holds. */
export function checkSelection(select: Selection): void {
  if (select.kind !== 'period') return;
  const { from, to } = select;
  if (isLegalDay(from) && isLegalDay(to) && from <= to) return;
  throw new BundleError('bad-request', `A period is two days YYYY-MM-DD, the later one last, not ${from} to ${to}. Nothing was written.`);
}

/** The cases that these facts select, by id. */
export async function selected(
  select: Exclude<Selection, { kind: 'log' }>,
  records: AsyncIterable<Recorded>,
  reads: Pick<EventStore, 'read'>,
  caseTypes: readonly CaseType[],
): Promise<ReadonlySet<string>> {
  if (select.kind === 'case') return new Set([select.case]);
  if (select.kind === 'unit') return heldBy(select.unit, records, reads, caseTypes);
  const cases = new Set<string>();
  for await (const { record } of records) {
    const on = record.version === 1 && !isOwnStream(record.stream) ? (record.meta.occurredOn ?? '') : '';
    if (on >= select.from && on <= select.to) cases.add(record.stream);
  }
  return cases;
}

async function heldBy(
  unit: string,
  records: AsyncIterable<Recorded>,
  reads: Pick<EventStore, 'read'>,
  caseTypes: readonly CaseType[],
): Promise<ReadonlySet<string>> {
  const cases = new Set<string>();
  const names = new Set(caseTypes.map(({ name }) => name));
  let at = '';
  const known = async function* (): AsyncGenerator<Recorded> {
    for await (const recorded of records) {
      const { stream, meta } = recorded.record;
      at = stream;
      if (!isOwnStream(stream) && !names.has(meta.caseType ?? '')) throw untold(at, `its case type ${meta.caseType} is not at hand`);
      yield recorded;
    }
  };
  try {
    await foldLog({
      store: { readLog: known, read: (stream, range) => reads.read(stream, range) },
      caseTypes,
      onFact: ({ caseId, custody }) => {
        if (!cases.has(caseId) && custody.chain.some((held) => held.unit === unit)) cases.add(caseId);
      },
    });
  } catch (cause) {
    if (cause instanceof CaseFileError) throw untold(at, cause.cause instanceof Error ? cause.cause.message : cause.says, { cause });
    throw cause;
  }
  return cases;
}

const untold = (id: string, why: string, options?: ErrorOptions): BundleError =>
  new BundleError(
    'holder-unknown',
    `Who held the case ${id} cannot be told: ${why}. Nothing was written. \`redress case replay ${id}\` says more; --case and --from need no holder.`,
    options,
  );
