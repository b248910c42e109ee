/** The data of the Vietnamese law pack in words, for its pages. */
import { type Act, type Grade, lawData, type Provision, type Sourced, type TermValue } from '../../packages/vietnam/src/law-data.ts';
import { termIds, termRule } from '../../packages/vietnam/src/terms.ts';

export interface Bilingual {
  readonly en: string;
  readonly vi: string;
}

export const acts: readonly Act[] = Object.values(lawData);

/** What a grade is worth. */
export const grades: Readonly<Record<Grade, { readonly means: string; readonly use: string }>> = {
  A: { means: "the article's own text: Official Gazette or official codification", use: 'a value' },
  'A-': { means: 'an unofficial transcription of the official text', use: 'a value' },
  B: { means: "a named secondary page; the article's own text was not compared", use: 'a value' },
  S: { means: 'an internal paper of the organisation', use: 'a value, presumed' },
  M: { means: 'general knowledge, not checked', use: 'a value, presumed' },
  I: { means: 'inferred from other provisions', use: 'a value, presumed' },
  X: { means: 'not known', use: 'never a value: who asks is told `UNSETTLED_LAW` and what is missing' },
};

const units = {
  'calendar-days': { en: 'calendar days', vi: 'ngày' },
  'working-days': { en: 'working days', vi: 'ngày làm việc' },
  years: { en: 'years', vi: 'năm' },
  hours: { en: 'hours', vi: 'giờ' },
} as const;

const variantWords: Readonly<Record<string, Bilingual>> = {
  remoteArea: { en: 'in a remote area hard to reach', vi: 'ở vùng sâu, vùng xa đi lại khó khăn' },
  complex: { en: 'of a complex case', vi: 'đối với vụ việc phức tạp' },
  dismissal: { en: 'against a dismissal', vi: 'đối với kỷ luật buộc thôi việc' },
};
const periods = { week: { en: 'week', vi: 'tuần' }, month: { en: 'month', vi: 'tháng' } } as const;
const remainders = {
  'from-the-day-after': { en: 'what is left, from the day after', vi: 'phần còn lại, tính từ ngày tiếp theo' },
  'until-its-end': { en: 'until the other term ends', vi: 'đến hết thời hạn đó' },
} as const;
const besidesWords: Readonly<Record<string, Bilingual>> = {
  broadcasts: { en: 'broadcasts', vi: 'lần phát sóng' },
  issues: { en: 'issues', vi: 'số báo phát hành' },
};

function numbered(value: Extract<TermValue, { readonly unit: unknown }>): Bilingual {
  const unit = units[value.unit];
  const variants = Object.entries(value.variants ?? {}).map(
    ([name, total]): Bilingual => ({
      en: `${total} ${variantWords[name]?.en ?? name}`,
      vi: `${total} ${unit.vi} ${variantWords[name]?.vi ?? name}`,
    }),
  );
  const besides = Object.entries(value.besides ?? {}).map(
    ([name, count]): Bilingual => ({
      en: `${count} ${besidesWords[name]?.en ?? name}`,
      vi: `${count} ${besidesWords[name]?.vi ?? name}`,
    }),
  );
  const said: readonly Bilingual[] = [{ en: `${value.length} ${unit.en}`, vi: `${value.length} ${unit.vi}` }, ...variants, ...besides];
  return { en: said.map(({ en }) => en).join('; '), vi: said.map(({ vi }) => vi).join('; ') };
}

/** A value of a time limit. */
export function valueWords(value: TermValue): Bilingual {
  if ('ended' in value) return { en: `no longer: ${value.ended.en}`, vi: `không còn: ${value.ended.vi}` };
  if (value.law.grade === 'X') return { en: 'not known', vi: 'chưa rõ' };
  if ('at' in value) return { en: 'at once', vi: 'ngay' };
  if ('remainder' in value) return remainders[value.remainder];
  if ('atLeast' in value)
    return {
      en: `at least ${value.atLeast} ${value.atLeast === 1 ? 'day' : 'days'} a ${periods[value.per].en}`,
      vi: `ít nhất ${value.atLeast} ngày mỗi ${periods[value.per].vi}`,
    };
  if ('dayOfMonth' in value) return { en: `day ${value.dayOfMonth} of the month`, vi: `ngày ${value.dayOfMonth} của tháng` };
  return value.length === null ? { en: 'no number', vi: 'không quy định số ngày' } : numbered(value);
}

/** Where it is written: the citation, and its parts in words so that nobody has to guess which number is which. */
export function provisionWords({ text, article, clause, point, link }: Provision): string {
  const parts = [
    ...(article === null ? ['article not known'] : [`article ${article}`]),
    ...(clause === undefined ? [] : [`clause ${clause}`]),
    ...(point === undefined ? [] : [`point ${point}`]),
  ];
  return `${link === undefined ? text : `[${text}](${link})`} (${parts.join(', ')})`;
}

export const alsoWords = ({ also }: Sourced): string => (also === undefined || also.length === 0 ? '' : `; also ${also.join(', ')}`);

export const both = ({ en, vi }: Bilingual): string => `${en} · ${vi}`;

/** One value of the pack that says something is open about it. */
export interface Doubted {
  /** What it is a value of, for example `KN-04`. */
  readonly of: string;
  /** The first day it is in force; null where it has none of its own. */
  readonly from: string | null;
  readonly doubt: string;
}

const datedDoubts = (of: string, values: Readonly<Record<string, Sourced>>): readonly Doubted[] =>
  Object.entries(values)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([from, { doubt }]) => (doubt === undefined ? [] : [{ of, from, doubt }]));

const namedDoubts = (values: Readonly<Record<string, Sourced>> | undefined): readonly Doubted[] =>
  Object.entries(values ?? {}).flatMap(([of, { doubt }]) => (doubt === undefined ? [] : [{ of, from: null, doubt }]));

/** Every value with something open about it: time limits, articles, grounds, criteria. */
export const doubted = (): readonly Doubted[] => [
  ...termIds.flatMap((id) => datedDoubts(id, termRule(id)?.values ?? {})),
  ...acts.flatMap(({ articles, nonAcceptance, refusalToReceive, complexity }) => [
    ...Object.entries(articles).flatMap(([name, values]) => datedDoubts(name, values)),
    ...namedDoubts(nonAcceptance),
    ...namedDoubts(refusalToReceive),
    ...namedDoubts(complexity),
  ]),
];
