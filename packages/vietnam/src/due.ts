/**
 * When a time limit of the law ends: the value in force on the day of the law, counted over the working-day calendar. What the law does
 * not say in a number, what is not in force and what nobody could find out is refused, with what is missing.
 */
import { addDays, addYears, type Calendar, type Citation, daysBetween, type LegalDay } from '@redress/core';
import { cited } from './citations.ts';
import type { Sourced, TermLength, TermRule, Variant, Wording } from './law-data.ts';
import { LAW_FROM } from './matter.ts';
import { type QuestionRefusal, refused } from './questions/refusal.ts';
import { type RuleVersion, ruleVersionOn } from './rule-versions.ts';
import { termRule } from './terms.ts';
import { CALENDAR_FROM, vietnamCalendar } from './working-days.ts';

/** Days that are not counted, both ends included. */
export interface Span {
  readonly from: LegalDay;
  readonly to: LegalDay;
}

export interface Count {
  readonly length: number;
  readonly unit: 'calendar-days' | 'working-days' | 'years';
  readonly direction: 'forward' | 'backward';
  readonly roll: 'next-working-day' | 'none';
}

export interface Counted {
  readonly firstDayCounted: LegalDay;
  /** The plain end of the count. */
  readonly rawDueOn: LegalDay;
  /** The end after the roll. */
  readonly dueOn: LegalDay;
  /** The next working day from the plain end, whether or not the term rolls. */
  readonly rolledEnd: LegalDay;
  /** The last working day not after the plain end. */
  readonly workingDayBefore: LegalDay;
  /** Every working day counted, in the order of counting; null where calendar days are counted. */
  readonly countedDays: readonly LegalDay[] | null;
  /** Days from the trigger to the plain end, those left out included. */
  readonly effectiveLength: number;
  /** True where the calendar of a year it needs is not yet published. */
  readonly provisional: boolean;
}

/** What of the matter makes the term another; what is left out does not hold. */
export type Variants = Readonly<Partial<Record<Variant, boolean | undefined>>>;

export interface DueAsked {
  readonly term: string;
  /** Day 0: the trigger, which is not counted. Of a lead: the day that it precedes. */
  readonly from: LegalDay;
  /** The day that selects the rule; the trigger by default. */
  readonly lawDay?: LegalDay | undefined;
  readonly variants?: Variants | undefined;
  /** Days of an obstacle, for the terms of a citizen. */
  readonly excluded?: readonly Span[] | undefined;
  readonly calendar?: Calendar | undefined;
}

export interface Due extends Counted {
  readonly term: string;
  readonly about: Wording;
  readonly counts: TermRule['counts'];
  readonly from: LegalDay;
  readonly lawDay: LegalDay;
  readonly count: Count;
  /** The version of the rules, for example `KN-2026`. */
  readonly edition: RuleVersion | null;
  readonly law: Citation;
  readonly doubt: string | null;
  /** Calendar and edition counted with. */
  readonly calendar: string;
}

export type DueAnswer = { readonly due: Due } | { readonly refusal: QuestionRefusal };

/** The terms of a citizen or a litigant, in which the time of an obstacle is not counted (LKN Đ.9, 11.6, 48; LTTHC Đ.116.4). */
const obstacleTerms: ReadonlySet<string> = new Set(['KN-01', 'KN-02', 'KN-03', 'KN-06', 'KN-07', 'KN-08', 'KN-80', 'KN-81']);

const isLength = (value: Sourced): value is TermLength => 'length' in value && typeof value.length === 'number';

/** The value of a rule on a day, and why there is none. */
export function termValue(
  term: string,
  on: LegalDay,
): { readonly rule: TermRule; readonly value: TermLength } | { readonly refusal: QuestionRefusal } {
  const rule = termRule(term);
  if (!rule) return refused('UNKNOWN_TERM', `There is no time limit ${term}.`, `Không có thời hạn ${term}.`);
  if (on < LAW_FROM)
    return refused(
      'BEFORE_THE_LAW',
      `What the law was on ${on} is not known here; the Law on Complaints is in force from ${LAW_FROM}.`,
      `Chưa có dữ liệu về pháp luật vào ngày ${on}; Luật Khiếu nại có hiệu lực từ ngày ${LAW_FROM}.`,
    );
  const days = Object.keys(rule.values).sort();
  const day = days.findLast((from) => from <= on);
  const value: Sourced | undefined = day === undefined ? undefined : rule.values[day];
  if (!value || 'ended' in value) {
    const instead = value && 'ended' in value ? (value.ended as Wording) : null;
    return refused(
      'NOT_IN_FORCE',
      `${term} is not in force on ${on}${instead ? `: ${instead.en}` : `; it is from ${days[0] ?? 'no day'}.`}`,
      `${term} không có hiệu lực vào ngày ${on}${instead ? `: ${instead.vi}` : `; có hiệu lực từ ngày ${days[0] ?? ''}.`}`,
      value && cited(value.law),
    );
  }
  if (value.law.grade === 'X')
    return refused(
      'UNSETTLED_LAW',
      `${term} on ${on} is not settled: ${value.doubt ?? `the text of ${value.law.text} is missing`}`,
      `${term} vào ngày ${on} chưa xác định được: thiếu văn bản của ${value.law.text}.`,
      cited(value.law),
    );
  if (!isLength(value))
    return refused(
      'NO_NUMBER',
      `${term} has no number of days that could be counted (${value.law.text}). ${rule.about.en}`,
      `${term} không có số ngày để tính (${value.law.text}). ${rule.about.vi}`,
      cited(value.law),
    );
  return { rule, value };
}

/** How a rule counts, with the total of the variants that are true. */
function countOf(term: string, rule: TermRule, value: TermLength, variants: Variants): Count | { readonly refusal: QuestionRefusal } {
  let length = value.length;
  for (const [variant, holds] of Object.entries(variants)) {
    if (holds === false && itsOwn.get(term)?.includes(variant)) return deniesItsId(term, variant, value);
    if (holds !== true) continue;
    const listed = value.variants && Object.hasOwn(value.variants, variant) ? value.variants[variant as Variant] : undefined;
    const total = listed ?? impliedBy(term, variant);
    if (total === undefined)
      return refused(
        'FACTS_CONTRADICT',
        `${term} knows no variant ${variant}; another time limit holds for such a matter, or none does.`,
        `${term} không có trường hợp ${variant}; vụ việc đó áp dụng thời hạn khác hoặc không có.`,
        cited(value.law),
      );
    length = total === 'itself' ? length : total;
  }
  if (value.unit === 'hours')
    return refused(
      'NO_NUMBER',
      `${term} is counted in hours, so no day can be given.`,
      `${term} tính theo giờ nên không xác định được ngày.`,
      cited(value.law),
    );
  const direction = rule.counts === 'lead' ? 'backward' : 'forward';
  const rolls = rule.counts === 'limit' && value.unit !== 'working-days';
  return { length, unit: value.unit, direction, roll: rolls ? 'next-working-day' : 'none' };
}

/** Of the resolution terms each id is one variant: what the id says itself is no further variant of it. */
const itsOwn: ReadonlyMap<string, readonly string[]> = new Map([
  ['KN-21', ['complex']],
  ['KN-22', ['remoteArea']],
  ['KN-23', ['complex', 'remoteArea']],
  ['KN-25', ['complex']],
  ['KN-26', ['remoteArea']],
  ['KN-27', ['complex', 'remoteArea']],
]);
const impliedBy = (term: string, variant: string): 'itself' | undefined => (itsOwn.get(term)?.includes(variant) ? 'itself' : undefined);

const deniesItsId = (term: string, variant: string, { law }: TermLength) =>
  refused(
    'FACTS_CONTRADICT',
    `${term} is the term of a matter that is ${variant}; it is said not to be.`,
    `${term} là thời hạn của vụ việc ${variant}; thông tin đưa ra lại nói ngược lại.`,
    cited(law),
  );

/** Counts; throws nothing. Days before the calendar's first published year are for the caller to refuse. */
export function counted(calendar: Calendar, from: LegalDay, count: Count, excluded: readonly Span[] = []): Counted {
  const { length, unit, direction, roll } = count;
  const step = direction === 'forward' ? 1 : -1;
  const working = unit === 'working-days';
  const countedDays: LegalDay[] = [];
  let raw = from;
  if (working) {
    for (let n = 1; n <= length; n += 1)
      countedDays.push(step === 1 ? calendar.nthWorkingDayAfter(from, n) : calendar.nthWorkingDayBefore(from, n));
    raw = countedDays.at(-1) ?? from;
  } else {
    const days = unit === 'years' ? daysBetween(from, addYears(from, length)) : length;
    raw = excluded.length === 0 ? addDays(from, step * days) : endWithout(from, days, excluded);
  }
  const rolledEnd = calendar.nextWorkingDay(raw);
  const dueOn = roll === 'next-working-day' ? rolledEnd : raw;
  return {
    firstDayCounted: working ? (countedDays[0] ?? from) : addDays(from, step),
    rawDueOn: raw,
    dueOn,
    rolledEnd,
    workingDayBefore: calendar.previousWorkingDay(raw),
    countedDays: working ? countedDays : null,
    effectiveLength: Math.abs(daysBetween(from, raw)),
    provisional: [from, raw, rolledEnd].some((day) => calendar.provisional(day)),
  };
}

/** Day by day: a day inside one of the spans is passed over. */
function endWithout(from: LegalDay, days: number, excluded: readonly Span[]): LegalDay {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (!excluded.some((span) => span.from <= day && day <= span.to)) left -= 1;
  }
  return day;
}

/** When the term ends, or why that is not said. */
export function dueOf(asked: DueAsked): DueAnswer {
  const { term, from, lawDay = from, variants = {}, excluded = [], calendar = vietnamCalendar() } = asked;
  const found = termValue(term, lawDay);
  if ('refusal' in found) return found;
  const { rule, value } = found;
  const count = countOf(term, rule, value, variants);
  if ('refusal' in count) return count;
  if (excluded.length > 0 && !obstacleTerms.has(term))
    return refused(
      'FACTS_CONTRADICT',
      `No day is left out of ${term}: the law leaves out the time of an obstacle in the terms of the complainant only.`,
      `Không có ngày nào được trừ khỏi ${term}: chỉ thời hạn của người khiếu nại mới được trừ thời gian có trở ngại.`,
      cited(value.law),
    );
  const end = counted(calendar, from, count, excluded);
  const unpublished = beforeTheCalendar(end);
  if (unpublished) return { refusal: unpublished };
  return {
    due: {
      ...end,
      term,
      about: rule.about,
      counts: rule.counts,
      from,
      lawDay,
      count,
      edition: ruleVersionOn(lawDay),
      law: cited(value.law),
      doubt: value.doubt ?? null,
      calendar: `${calendar.id}@${calendar.edition}`,
    },
  };
}

/** No days off are known before the first published year; a count that needs them is not made. After the last one it is provisional. */
export function beforeTheCalendar({ firstDayCounted, rawDueOn, countedDays }: Counted): QuestionRefusal | null {
  const needed = countedDays !== null && firstDayCounted < rawDueOn ? firstDayCounted : rawDueOn;
  if (needed >= CALENDAR_FROM) return null;
  return {
    code: 'UNSETTLED_LAW',
    says: {
      en: `The days off around ${needed} are not known; the calendar begins on ${CALENDAR_FROM}.`,
      vi: `Chưa có dữ liệu ngày nghỉ quanh ngày ${needed}; lịch bắt đầu từ ngày ${CALENDAR_FROM}.`,
    },
  };
}
