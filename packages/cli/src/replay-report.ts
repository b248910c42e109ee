/** What a replay or a check found, as a document and as text. */
import type { CheckSummary, Finding, LogCheck, Replay, Summary } from '@redress/audit';
import { type Answer, table } from './answer.ts';
import type { Language } from './command.ts';

/** How many findings a person is shown; `--json` holds them all, up to what memory holds. */
const SHOWN = 50;
/** What a stranger sent may have several in every record: the rest are counted, by code. */
const HELD = 100_000;

const words = {
  en: {
    finding: 'finding',
    note: 'note',
    code: 'code',
    place: 'file, line',
    fact: 'case, fact',
    more: (count: number) => `and ${count} more; --json holds them all`,
    cases: (cases: number, facts: number) => `${cases} cases, ${facts} facts`,
    observed: (count: number) => ` (${count} observed)`,
    findings: (count: number) => `: ${count} findings`,
    notes: (count: number) => `, ${count} notes`,
    stopped: 'It was stopped: what follows was not looked at.',
    held: `The first ${HELD} are listed, with --json too. All are counted, by code in --json.`,
  },
  vi: {
    finding: 'sai lệch',
    note: 'lưu ý',
    code: 'mã',
    place: 'tệp, dòng',
    fact: 'vụ việc, sự kiện',
    more: (count: number) => `và ${count} dòng nữa; --json có đầy đủ`,
    cases: (cases: number, facts: number) => `${cases} vụ việc, ${facts} sự kiện`,
    observed: (count: number) => ` (${count} ghi nhận mà không xét)`,
    findings: (count: number) => `: ${count} sai lệch`,
    notes: (count: number) => `, ${count} lưu ý`,
    stopped: 'Đã dừng giữa chừng: phần sau chưa được xem xét.',
    held: `Chỉ liệt kê ${HELD} mục đầu, kể cả với --json. Tất cả đều được đếm, theo mã trong --json.`,
  },
} as const;

/** To be given what reads under the same signal, and ends when that says so; and in the same language, which the words around it have. */
export async function reported(
  reading: Replay | LogCheck,
  language: Language,
  stop: AbortSignal,
): Promise<Answer & { readonly facts: number }> {
  const found: Finding[] = [];
  for await (const finding of reading) if (found.length < HELD) found.push(finding);
  const { summary } = reading;
  const findings = found.filter(({ severity }) => severity === 'finding');
  const notes = found.filter(({ severity }) => severity === 'note');
  return {
    ending: stop.aborted ? 'interrupted' : summary.findings > 0 ? 'refused' : 'done',
    document: { ...summary, findings, notes },
    text: [
      ...listOf(findings, language),
      ...listOf(notes, language),
      ...(stop.aborted ? [words[language].stopped] : []),
      ...(found.length === HELD ? [words[language].held] : []),
      summaryText(summary, language),
    ].join('\n'),
    facts: summary.facts,
  };
}

function listOf(findings: readonly Finding[], language: Language): readonly string[] {
  if (findings.length === 0) return [];
  const say = words[language];
  const shown = findings.slice(0, SHOWN);
  const placed = shown.some(({ file }) => file !== undefined);
  const rows = shown.map(({ severity, code, case: id, version, file, line, says }) => [
    ...[say[severity], code],
    ...(placed ? [[file, line].filter((each) => each !== undefined).join(':')] : []),
    ...[`${id} ${version}`, says],
  ]);
  const more = findings.length > SHOWN ? [say.more(findings.length - SHOWN)] : [];
  return [table(['', say.code, ...(placed ? [say.place] : []), say.fact, ''], rows), ...more, ''];
}

function summaryText(summary: Summary | CheckSummary, language: Language): string {
  const say = words[language];
  const counted = say.cases(summary.cases, summary.facts);
  const found = say.findings(summary.findings);
  if (!('observed' in summary)) return `${counted}${found}`;
  return `${counted}${say.observed(summary.observed)}${found}${say.notes(summary.notes)}`;
}
