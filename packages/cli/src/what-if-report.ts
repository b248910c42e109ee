/** What a dry run found, as a document and as text in English and Vietnamese. */
import {
  nameShown,
  type WhatIfDifference,
  type WhatIfEnding,
  type WhatIfPlace,
  type WhatIfStanding,
  type WhatIfSummary,
} from '@redress/audit';
import { sayRefusal } from '@redress/core';
import { table } from './answer.ts';
import { refusalDocument } from './case-document.ts';
import type { Language } from './command.ts';

type Of<Kind extends WhatIfDifference['kind']> = Extract<WhatIfDifference, { readonly kind: Kind }>;

/** How many rows of each list a person is shown; `--json` holds them all. */
const SHOWN = 50;

const texts = {
  en: {
    cases: 'Cases that would go otherwise, with the first fact that diverges',
    case: 'case',
    fact: 'fact',
    on: 'on',
    recorded: 'recorded',
    instead: 'instead',
    ends: 'ends',
    wouldEnd: 'would end',
    refusals: 'Commands that would be refused',
    command: 'command',
    why: 'why',
    dueDays: 'Due days that move',
    clock: 'clock',
    from: 'from',
    to: 'to',
    objections: 'What was recorded all the same would meet other objections',
    unanswered: 'Where no answer could be had; what was recorded was taken',
    refused: 'refused',
    same: 'the same',
    none: 'none',
    follows: 'follows from the divergence',
    more: (count: number) => `and ${count} more; --json holds them all`,
    untold: (cases: readonly string[]) =>
      `Not told, because they cannot be read: ${cases.join(', ')}. \`redress case replay\`, or \`redress audit replay\` of a bundle, says why.`,
    unknown: (count: number) => `${count} commands were not judged again: the edition they pinned is not at hand.`,
    unreproduced: (count: number) =>
      `${count} commands would be answered otherwise today under their own law too, and are taken as recorded: the organisation may have changed.`,
    sum: (s: WhatIfSummary) =>
      `${s.cases} cases, ${s.facts} facts, ${s.commands} commands: ${s.diverging} cases diverge, ${s.elsewhere} end elsewhere; ` +
      `${s.refused} commands refused and ${s.following} after them; ${s.dueDays} due days move; ${s.objections} with other objections`,
    nothing: 'Nothing was written.',
  },
  vi: {
    cases: 'Vụ việc sẽ diễn biến khác, kèm sự kiện đầu tiên khác đi',
    case: 'vụ việc',
    fact: 'sự kiện',
    on: 'ngày',
    recorded: 'đã ghi',
    instead: 'thay vào đó',
    ends: 'kết thúc',
    wouldEnd: 'sẽ kết thúc',
    refusals: 'Yêu cầu sẽ bị từ chối',
    command: 'yêu cầu',
    why: 'lý do',
    dueDays: 'Ngày hết hạn thay đổi',
    clock: 'thời hạn',
    from: 'từ',
    to: 'thành',
    objections: 'Việc vẫn được ghi nhận sẽ gặp phản đối khác',
    unanswered: 'Nơi không có câu trả lời; giữ nguyên điều đã ghi',
    refused: 'bị từ chối',
    same: 'như cũ',
    none: 'không có',
    follows: 'hệ quả của khác biệt trước đó',
    more: (count: number) => `và ${count} dòng nữa; --json có đầy đủ`,
    untold: (cases: readonly string[]) =>
      `Không xét được vì không đọc được: ${cases.join(', ')}. \`redress case replay\`, hoặc \`redress audit replay\` với một gói, cho biết lý do.`,
    unknown: (count: number) => `${count} yêu cầu không được xét lại: không có sẵn phiên bản luật mà chúng viện dẫn.`,
    unreproduced: (count: number) =>
      `${count} yêu cầu ngày nay cũng được trả lời khác theo chính luật của chúng, nên giữ như đã ghi: có thể tổ chức đã thay đổi.`,
    sum: (s: WhatIfSummary) =>
      `${s.cases} vụ việc, ${s.facts} sự kiện, ${s.commands} yêu cầu: ${s.diverging} vụ việc khác đi, ${s.elsewhere} kết thúc khác; ` +
      `${s.refused} yêu cầu bị từ chối và ${s.following} yêu cầu tiếp theo; ${s.dueDays} ngày hết hạn thay đổi; ${s.objections} có phản đối khác`,
    nothing: 'Không ghi gì vào sổ.',
  },
} as const;

const kindOf = <Kind extends WhatIfDifference['kind']>(differences: readonly WhatIfDifference[], kind: Kind): readonly Of<Kind>[] =>
  differences.filter((each): each is Of<Kind> => each.kind === kind);

export function whatIfDocument(
  differences: readonly WhatIfDifference[],
  endings: readonly WhatIfEnding[],
  summary: WhatIfSummary,
  language: Language,
): unknown {
  const without = <Kind extends WhatIfDifference['kind']>(kind: Kind) => kindOf(differences, kind).map(({ kind: _, ...rest }) => rest);
  const divergences = new Map(kindOf(differences, 'diverges').map((each) => [each.case, each]));
  return {
    ...summary,
    cases: endings.map((ending) => {
      const { instead = [], differs = '' } = divergences.get(ending.case) ?? {};
      return { ...ending, first: { ...ending.first, instead, differs } };
    }),
    counted: summary.cases,
    refusals: without('refused').map(({ refusal, ...rest }) => ({ ...rest, ...refusalDocument(refusal, language).error })),
    dueDays: without('due-day'),
    objections: without('objections'),
    unanswered: without('unanswered'),
  };
}

export function whatIfText(
  differences: readonly WhatIfDifference[],
  endings: readonly WhatIfEnding[],
  summary: WhatIfSummary,
  language: Language,
): string {
  const t = texts[language];
  const place = ({ case: id, version, on, facts }: WhatIfPlace): readonly string[] => [id, `${version} ${facts.join(' + ')}`, on];
  const list = (title: string, headings: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
    if (rows.length === 0) return [];
    const more = rows.length > SHOWN ? [t.more(rows.length - SHOWN)] : [];
    return [title, table([t.case, t.fact, t.on, ...headings], rows.slice(0, SHOWN)), ...more, ''];
  };
  const insteads = new Map(kindOf(differences, 'diverges').map((each) => [each.case, each]));
  const insteadOf = (id: string): string => {
    const found = insteads.get(id);
    return found === undefined || found.instead.length === 0 ? t.refused : `${found.instead.join(' + ')} (${found.differs})`;
  };
  return [
    ...list(
      t.cases,
      [t.instead, t.ends, t.wouldEnd],
      endings.map(({ case: id, first, recorded, instead, elsewhere }) => [
        ...[...place(first), insteadOf(id)],
        ...[endText(recorded), elsewhere ? endText(instead) : t.same],
      ]),
    ),
    ...list(
      t.refusals,
      [t.command, t.why],
      kindOf(differences, 'refused').map((each) => [
        ...[...place(each), each.command],
        `${each.refusal.code}: ${sayRefusal(each.refusal, language)}${each.follows ? ` (${t.follows})` : ''}`,
      ]),
    ),
    ...list(
      t.dueDays,
      [t.clock, t.from, t.to],
      kindOf(differences, 'due-day').map((each) => [...place(each), each.clock, each.from ?? t.none, each.to ?? t.none]),
    ),
    ...list(
      t.objections,
      [t.recorded, t.instead],
      kindOf(differences, 'objections').map((each) => [
        ...[...place(each), each.recorded.join(', ') || t.none],
        each.instead.map(({ code, because }) => `${code} [${because}]`).join(', ') || t.none,
      ]),
    ),
    ...list(
      t.unanswered,
      [t.why],
      kindOf(differences, 'unanswered').map((each) => [...place(each), each.says]),
    ),
    ...(summary.untold.length > 0 ? [t.untold(summary.untold.map(nameShown))] : []),
    ...(summary.unknownEdition > 0 ? [t.unknown(summary.unknownEdition)] : []),
    ...(summary.unreproduced > 0 ? [t.unreproduced(summary.unreproduced)] : []),
    `${t.sum(summary)}. ${t.nothing}`,
  ].join('\n');
}

const endText = ({ stage, level, unit }: WhatIfStanding): string => `${stage}, ${level}, ${unit ?? '-'}`;
