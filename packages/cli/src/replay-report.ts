/** What a replay or a check found, as a document and as text. */
import type { CheckSummary, Finding, LogCheck, Replay, Summary } from '@redress/audit';
import { type Answer, table } from './answer.ts';

/** How many findings a person is shown; `--json` holds them all. */
const SHOWN = 50;

const STOPPED = 'It was stopped: what follows was not looked at.';

/** To be given what reads under the same signal: it ends when that says so. */
export async function reported(reading: Replay | LogCheck, stop: AbortSignal): Promise<Answer & { readonly facts: number }> {
  const found: Finding[] = [];
  for await (const finding of reading) found.push(finding);
  const { summary } = reading;
  const findings = found.filter(({ severity }) => severity === 'finding');
  const notes = found.filter(({ severity }) => severity === 'note');
  return {
    ending: stop.aborted ? 'interrupted' : summary.findings > 0 ? 'refused' : 'done',
    document: { ...summary, findings, notes },
    text: [...listOf(findings), ...listOf(notes), ...(stop.aborted ? [STOPPED] : []), summaryText(summary)].join('\n'),
    facts: summary.facts,
  };
}

function listOf(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, SHOWN);
  const placed = shown.some(({ file }) => file !== undefined);
  const rows = shown.map(({ severity, code, case: id, version, file, line, says }) => [
    ...[severity, code],
    ...(placed ? [[file, line].filter((each) => each !== undefined).join(':')] : []),
    ...[`${id} ${version}`, says],
  ]);
  const more = findings.length > SHOWN ? [`and ${findings.length - SHOWN} more; --json holds them all`] : [];
  return [table(['', 'code', ...(placed ? ['file, line'] : []), 'case, fact', ''], rows), ...more, ''];
}

function summaryText(summary: Summary | CheckSummary): string {
  const { cases, facts, findings } = summary;
  if (!('observed' in summary)) return `${cases} cases, ${facts} facts: ${findings} findings`;
  return `${cases} cases, ${facts} facts (${summary.observed} observed): ${findings} findings, ${summary.notes} notes`;
}
