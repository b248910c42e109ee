/** A case, its facts and its options as `--json` prints them and as a person reads them. */
import {
  type CaseState,
  type Clock,
  type Custody,
  explain,
  type HistoryEntry,
  type Json,
  type Option,
  type Recorded,
  type Refusal,
  sayRefusal,
  stateOn,
} from '@redress/core';
import { table } from './answer.ts';

export interface CaseLine {
  readonly case: string;
  readonly caseType: string;
  readonly stage: string;
  readonly level: number;
  readonly openedOn: string | null;
  readonly holder: Custody['holder'];
  /** The nearest day on which a running clock ends. */
  readonly dueOn: string | null;
  readonly facts: number;
}

const running = (state: CaseState): readonly Clock[] => Object.values(state.clocks).filter((clock) => clock.status === 'running');

export function caseLine(state: CaseState): CaseLine {
  const { caseId, caseType, stage, level, openedOn, custody, version } = state;
  const dueOn =
    running(state)
      .map((clock) => clock.dueOn)
      .sort()[0] ?? null;
  return { case: caseId, caseType, stage, level, openedOn, holder: custody.holder, dueOn, facts: version };
}

/** Everything the case is, in plain JSON: the chart's place as its key, clocks with their ledgers explained. */
export function caseDocument(state: CaseState, today: string): Readonly<Record<string, unknown>> {
  const { at, clocks, ...rest } = state;
  const explained = Object.values(clocks).map((clock) => ({
    id: clock.id,
    status: stateOn(clock, today),
    dueOn: clock.dueOn,
    rawDueOn: clock.rawDueOn,
    provisional: clock.provisional,
    ranOutOn: clock.ranOutOn,
    explained: explain(clock),
  }));
  return { ...rest, at: at.key, clocks: explained };
}

export function caseText(state: CaseState, today: string): string {
  const { holder, chain, offer, before } = state.custody;
  const lines: readonly (readonly [string, string])[] = [
    ['case', `${state.caseId} (${state.caseType})`],
    ...('summary' in state && typeof state.summary === 'string' ? [['about', state.summary] as const] : []),
    ['stage', `${state.stage}, level ${state.level}`],
    ['opened on', state.openedOn ?? '-'],
    ['held by', holder ? `${holder.person} of ${holder.unit}${holder.exOfficio ? ', by office' : ''}` : '-'],
    ...(offer ? [['offered to', offer.toUnit] as const] : []),
    ...(before ? [['lies before', `${before.unit}: ${before.reason}`] as const] : []),
    ['went through', chain.map((entry) => entry.unit).join(' → ') || '-'],
    ['facts', String(state.version)],
  ];
  const clocks = Object.values(state.clocks).map((clock) => clockText(clock, today));
  return [lines.map(([name, value]) => `${name.padEnd(13)}${value}`).join('\n'), ...clocks].join('\n\n');
}

/** A clock, and line by line what moved it and by which article. */
export function clockText(clock: Clock, today: string): string {
  const provisional = clock.provisional ? ', provisional: the calendar of that year is not published' : '';
  const rows = explain(clock).map(({ on, does, law, dueBefore, dueAfter }) => [
    `  ${on}`,
    does,
    dueBefore === dueAfter ? (dueAfter ?? '-') : `${dueBefore ?? '-'} → ${dueAfter ?? '-'}`,
    law.text,
  ]);
  return `clock ${clock.id}: ${stateOn(clock, today)}, due ${clock.dueOn}${provisional}\n${table(['  day', 'entry', 'due', 'by'], rows)}`;
}

export function factDocument({ recorded, fact, before, after }: HistoryEntry): Readonly<Record<string, unknown>> {
  const { id, version, recordedAt, meta, data } = recorded.record;
  const { actor, unit, role, onBehalfOf } = meta;
  return {
    version,
    id,
    type: fact.type,
    on: fact.on,
    recordedAt,
    door: meta.door,
    command: { id: meta.command, type: meta.commandType },
    by: { id: actor, unit, role, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) },
    law: meta.law,
    stage: { before: before.stage, after: after.stage },
    from: meta.from,
    to: meta.to,
    data,
  };
}

export function historyText(entries: readonly HistoryEntry[]): string {
  const rows = entries.map(({ recorded, fact, before, after }) => [
    String(recorded.record.version),
    fact.on,
    fact.type,
    before.stage === after.stage ? after.stage : `${before.stage} → ${after.stage}`,
    `${fact.by.id} of ${fact.by.unit}`,
    notesOf(recorded),
  ]);
  return table(['', 'day', 'fact', 'stage', 'by', ''], rows);
}

/** What an auditor's eye should stop at. */
function notesOf({ record }: Recorded): string {
  const { objections, late } = record.data as { readonly objections?: readonly Json[]; readonly late?: Json };
  const notes = [
    ...(record.meta.door === 'observe' ? ['observed'] : []),
    ...(objections ? [`${objections.length} objections`] : []),
    ...(late ? ['late'] : []),
  ];
  return notes.join(', ');
}

export function optionsText(options: readonly Option[], language: string): string {
  const rows = options.map(({ command, describes, may, refusal }) => [
    may ? 'may' : 'no',
    command,
    refusal ? sayRefusal(refusal, language) : describes,
  ]);
  return table(['', 'command', ''], [...rows.filter(([may]) => may === 'may'), ...rows.filter(([may]) => may === 'no')]);
}

export const refusalDocument = (refusal: Refusal, language: string): { readonly error: Readonly<Record<string, unknown>> } => {
  const { code, params, asked, case: id, stage, because } = refusal;
  return { error: { code, says: sayRefusal(refusal, language), params, asked, case: id, stage, because } };
};
