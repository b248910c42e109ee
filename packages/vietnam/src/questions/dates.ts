/** When does it end? The questions about dates, as they come in batches, and their answers. */
import { addDays, daysBetween, type LegalDay, legalDay, type Weekday, weekdayOf } from '@redress/core';
import { z } from 'zod';
import { beforeTheCalendar, type Count, type Counted, counted, dueOf, termValue } from '../due.ts';
import { AMENDED_FROM } from '../matter.ts';
import { ruleVersionFault, ruleVersionId } from '../rule-versions.ts';
import { termRule } from '../terms.ts';
import { vietnamCalendar } from '../working-days.ts';
import { inWrongOrder } from './contested.ts';
import { type Answered, checkedInput, type QuestionRefusal, refused } from './refusal.ts';
import { caseKindFault, levelFault, triggerFault } from './term-facts.ts';

const span = z.strictObject({ from: legalDay, to: legalDay, days: z.int().min(1), reason: z.string().optional() });
const suspension = z.strictObject({ suspendedOn: legalDay, resumedOn: legalDay });
/** Longer than any limit counted in days; beyond it a count would only cost time. */
const LONGEST = 1000;
const arithmetic = z.strictObject({
  length: z.int().min(1).max(LONGEST),
  unit: z.enum(['CD', 'WD']),
  direction: z.enum(['forward', 'backward']),
  lastDayRoll: z.enum(['none', 'nextWorkingDay', 'openPoint']),
});
const variants = z.strictObject({
  complex: z.boolean().optional(),
  remoteArea: z.boolean().optional(),
  dismissal: z.boolean().optional(),
});

/** A question about a date. Days are legal days; `startDate` is day 0 and is not counted. */
export const dateQuestion = z.strictObject({
  termId: z.string().describe('Id of the time limit, for example KN-20.'),
  alsoFor: z.strictObject({ termId: z.string(), variants: variants.optional() }).optional().describe('Explains an example; not asked.'),
  caseKind: z.enum(['administrative', 'discipline', 'reception', 'petition']),
  level: z.union([z.literal(1), z.literal(2)]).optional(),
  startEvent: z.string().describe('What starts the term, or what a lead precedes.'),
  startDate: legalDay,
  lawEdition: ruleVersionId.optional(),
  lawDay: legalDay.nullable().describe('The day that selects the rule; null with calendarOnly only.'),
  variants: variants.optional(),
  excludedPeriods: z.array(span).optional().describe('Days that are not counted, both ends included.'),
  acceptedOn: legalDay.optional(),
  level1TermId: z.string().optional(),
  baseTermId: z.string().optional().describe('KN-74: the limit that was suspended.'),
  suspensions: z.array(suspension).optional(),
  countingOption: z.enum(['dayAfterResume', 'resumeDay']).optional(),
  decision1PromulgatedOn: legalDay.optional(),
  effectivenessReading: z.enum(['noRoll', 'rolled']).optional(),
  citizenAskedBefore: z.boolean().optional(),
  calendarOnly: z.boolean().optional().describe('Only the arithmetic is asked, with `count`.'),
  count: arithmetic.optional(),
});
export type DateQuestion = z.infer<typeof dateQuestion>;

/** Which keys are there follows from the class of the term. */
export interface DateAnswer {
  readonly rawEnd?: LegalDay;
  readonly due?: LegalDay;
  readonly dueWeekday?: Weekday;
  readonly rolled?: boolean;
  readonly countedDays?: readonly LegalDay[];
  readonly effectiveLength?: number;
  readonly usedDays?: number;
  readonly remainingDays?: number;
  readonly dueIfResumeDayCounted?: LegalDay;
  readonly rolledEnd?: LegalDay;
  readonly effectiveOnNoRoll?: LegalDay;
  readonly effectiveOnRolled?: LegalDay;
  readonly latestDay?: LegalDay;
  readonly latestWeekday?: Weekday;
  readonly safeWorkingDay?: LegalDay;
  /** There, and true, where the calendar of a year it needs is not yet published. */
  readonly provisional?: true;
}

type Arithmetic = z.infer<typeof arithmetic>;
type Roll = Arithmetic['lastDayRoll'];

/** Answers one question about a date, or says what is missing, contradicts itself or is not settled. */
export function answerDate(input: unknown): Answered<DateAnswer> {
  const read = checkedInput(dateQuestion, input);
  if ('refusal' in read) return read;
  const asked = read.input;
  if (!termRule(asked.termId))
    return refused('UNKNOWN_TERM', `There is no time limit ${asked.termId}.`, `Không có thời hạn ${asked.termId}.`);
  if (asked.calendarOnly === true) return calendarAlone(asked);
  const fault = contradiction(asked);
  if (fault) return { refusal: fault };
  return asked.termId === 'KN-74' ? remainder(asked) : ofTheTerm(asked);
}

/** The term itself need not be in force: only the count that the question brings is made. */
function calendarAlone(asked: DateQuestion): Answered<DateAnswer> {
  const { count, startDate } = asked;
  if (!count)
    return refused(
      'FACTS_MISSING',
      '`calendarOnly` needs `count`: what is to be counted.',
      '`calendarOnly` cần có `count`: số ngày phải tính.',
    );
  const wrong = spansFault(asked) ?? arithmeticFault(count, asked.excludedPeriods);
  if (wrong) return { refusal: wrong };
  return answered(
    counted(vietnamCalendar(), startDate, countFrom(count), asked.excludedPeriods),
    count.lastDayRoll,
    asked,
    count.direction,
  );
}

/** Only an end in calendar days moves, and only there are days left out; a lead never moves forward. */
function arithmeticFault(
  { unit, direction, lastDayRoll }: Arithmetic,
  excluded: DateQuestion['excludedPeriods'] = [],
): QuestionRefusal | null {
  const plain = unit === 'CD' && direction === 'forward';
  if (plain ? excluded.length === 0 || lastDayRoll !== 'openPoint' : excluded.length === 0 && lastDayRoll === 'none') return null;
  return refused(
    'FACTS_CONTRADICT',
    `Counted in ${unit}, ${direction}, ${lastDayRoll}: working days and leads do not move, and only a limit in calendar days leaves days out.`,
    `Tính theo ${unit}, ${direction}, ${lastDayRoll}: ngày làm việc và thời gian báo trước không dời, chỉ thời hạn theo ngày mới được trừ ngày.`,
  ).refusal;
}

const countFrom = ({ length, unit, direction, lastDayRoll }: Arithmetic): Count => ({
  length,
  unit: unit === 'CD' ? 'calendar-days' : 'working-days',
  direction,
  roll: lastDayRoll === 'nextWorkingDay' ? 'next-working-day' : 'none',
});

function ofTheTerm(asked: DateQuestion): Answered<DateAnswer> {
  const { termId, startDate, lawDay, excludedPeriods } = asked;
  const found = dueOf({
    term: termId,
    from: startDate,
    lawDay: lawDay ?? startDate,
    variants: asked.variants,
    excluded: excludedPeriods,
  });
  if ('refusal' in found) return found;
  const { due } = found;
  if (due.count.unit === 'years') return refused('NO_NUMBER', `${termId} is counted in years.`, `${termId} tính theo năm.`, due.law);
  const roll: Roll = due.counts === 'effect' ? 'openPoint' : due.count.roll === 'none' ? 'none' : 'nextWorkingDay';
  const wrong = countFault(asked, due.count, roll);
  return wrong ? { refusal: wrong } : answered(due, roll, asked, due.count.direction);
}

/** The keys of the answer, by the class of the count. */
function answered(end: Counted, roll: Roll, asked: DateQuestion, direction: Arithmetic['direction']): Answered<DateAnswer> {
  const early = beforeTheCalendar(end);
  if (early) return { refusal: early };
  return { answer: { ...keysOf(end, roll, asked, direction), ...(end.provisional ? { provisional: true } : {}) } };
}

function keysOf(end: Counted, roll: Roll, asked: DateQuestion, direction: Arithmetic['direction']): DateAnswer {
  const { rawDueOn, dueOn, rolledEnd, countedDays } = end;
  const working = countedDays !== null;
  if (direction === 'backward') {
    const latest = { latestDay: rawDueOn, latestWeekday: weekdayOf(rawDueOn) };
    return working ? { ...latest, countedDays } : { ...latest, safeWorkingDay: end.workingDayBefore };
  }
  if (roll === 'openPoint')
    return { rawEnd: rawDueOn, rolledEnd, effectiveOnNoRoll: addDays(rawDueOn, 1), effectiveOnRolled: addDays(rolledEnd, 1) };
  const due = { due: dueOn, dueWeekday: weekdayOf(dueOn) };
  if (working) return { ...due, countedDays };
  const excluded = asked.excludedPeriods === undefined ? {} : { effectiveLength: end.effectiveLength };
  return { rawEnd: rawDueOn, ...due, rolled: dueOn !== rawDueOn, ...excluded };
}

/** What the facts of a question say against each other, or leave out. */
function contradiction(asked: DateQuestion): QuestionRefusal | null {
  const { lawDay, lawEdition, termId } = asked;
  if (lawDay === null)
    return refused(
      'FACTS_MISSING',
      '`lawDay` is missing: the day that selects the rule.',
      'Thiếu `lawDay`: ngày để xác định quy định áp dụng.',
    ).refusal;
  return (
    (lawEdition === undefined ? null : ruleVersionFault(lawEdition, lawDay)) ??
    triggerFault(termId, asked.startEvent) ??
    caseKindFault(termId, asked.caseKind) ??
    levelFault(termId, asked.level) ??
    spansFault(asked) ??
    conditionFault(asked)
  );
}

function spansFault({ excludedPeriods = [] }: DateQuestion): QuestionRefusal | null {
  const wrong = excludedPeriods.find(({ from, to, days }) => to < from || daysBetween(from, to) + 1 !== days);
  if (!wrong) return null;
  return refused(
    'FACTS_CONTRADICT',
    `From ${wrong.from} to ${wrong.to}, both included, are not ${wrong.days} days.`,
    `Từ ${wrong.from} đến ${wrong.to} (tính cả hai ngày) không phải là ${wrong.days} ngày.`,
  ).refusal;
}

/** Conditions of single terms. */
function conditionFault(asked: DateQuestion): QuestionRefusal | null {
  const { termId, citizenAskedBefore, suspensions = [], decision1PromulgatedOn, startDate, startEvent } = asked;
  if (termId === 'KN-62' && citizenAskedBefore === false)
    return refused(
      'FACTS_CONTRADICT',
      'KN-62 is owed to a citizen who asked before; this one did not.',
      'KN-62 chỉ áp dụng khi công dân đã có yêu cầu trước đó.',
    ).refusal;
  if (termId !== 'KN-74' && suspensions.length > 0)
    return refused(
      'FACTS_CONTRADICT',
      `${termId} is not counted past a suspension; what is left after one is KN-74.`,
      `${termId} không tính qua thời gian tạm đình chỉ; thời hạn còn lại sau đó là KN-74.`,
    ).refusal;
  if (startEvent === 'decision1Received' && decision1PromulgatedOn !== undefined && startDate < decision1PromulgatedOn)
    return inWrongOrder('startDate', startDate, 'decision1PromulgatedOn', decision1PromulgatedOn);
  return acceptanceFault(asked) ?? expiryFault(asked);
}

/** The day of acceptance, where the start of the term says it too. */
function acceptanceFault({ acceptedOn, startDate, startEvent }: DateQuestion): QuestionRefusal | null {
  if (startEvent !== 'caseAccepted' || acceptedOn === undefined || acceptedOn === startDate) return null;
  return refused(
    'FACTS_CONTRADICT',
    `The case cannot have been accepted both on ${startDate} and on ${acceptedOn}.`,
    `Vụ việc không thể được thụ lý vừa vào ngày ${startDate} vừa vào ngày ${acceptedOn}.`,
  ).refusal;
}

/** KN-03: the day on which the limit of the first level ended, where what it follows from is said. */
function expiryFault({ termId, acceptedOn, level1TermId, startDate }: DateQuestion): QuestionRefusal | null {
  if (termId !== 'KN-03' || level1TermId === undefined) return null;
  if (!/^KN-2[0-3]$/.test(level1TermId))
    return refused(
      'FACTS_CONTRADICT',
      `The limit of the first level is one of KN-20 to KN-23, not ${level1TermId}.`,
      `Thời hạn giải quyết lần đầu là một trong KN-20 đến KN-23, không phải ${level1TermId}.`,
    ).refusal;
  if (acceptedOn === undefined) return null;
  const first = dueOf({ term: level1TermId, from: acceptedOn });
  if ('refusal' in first) return first.refusal;
  if (startDate === first.due.dueOn || startDate === first.due.rawDueOn) return null;
  return refused(
    'FACTS_CONTRADICT',
    `Accepted on ${acceptedOn}, ${level1TermId} ran out on ${first.due.dueOn}, not on ${startDate}.`,
    `Thụ lý ngày ${acceptedOn} thì ${level1TermId} hết vào ngày ${first.due.dueOn}, không phải ${startDate}.`,
  ).refusal;
}

/** The count that a question brings along must be the one that the term leads to. */
function countFault({ count, termId }: DateQuestion, derived: Count, roll: Roll): QuestionRefusal | null {
  if (!count) return null;
  const unit = derived.unit === 'calendar-days' ? 'CD' : 'WD';
  const same =
    count.length === derived.length && count.unit === unit && count.direction === derived.direction && count.lastDayRoll === roll;
  if (same) return null;
  const says = `${derived.length} ${unit} ${derived.direction}, ${roll}`;
  return refused(
    'FACTS_CONTRADICT',
    `On that day ${termId} is ${says}; the question's count says otherwise.`,
    `Vào ngày đó ${termId} là ${says}; phần \`count\` của câu hỏi nói khác.`,
  ).refusal;
}

/** KN-74: what was left of the suspended limit runs on from the decision to continue (LKN Đ.11a, NĐ124 Đ.28b.2). */
function remainder(asked: DateQuestion): Answered<DateAnswer> {
  const { acceptedOn, baseTermId, suspensions = [], startDate, lawDay, variants: given } = asked;
  if (acceptedOn === undefined || baseTermId === undefined || suspensions.length === 0)
    return refused(
      'FACTS_MISSING',
      'KN-74 needs acceptedOn, baseTermId and suspensions: what was left depends on them.',
      'KN-74 cần acceptedOn, baseTermId và suspensions: số ngày còn lại phụ thuộc vào đó.',
    );
  const law = termValue('KN-74', lawDay ?? startDate);
  if ('refusal' in law && law.refusal.code !== 'NO_NUMBER') return law;
  const wrong =
    suspensionsFault(asked, suspensions, acceptedOn) ?? caseKindFault(baseTermId, asked.caseKind) ?? levelFault(baseTermId, asked.level);
  if (wrong) return { refusal: wrong };
  const base = dueOf({ term: baseTermId, from: acceptedOn, variants: given, excluded: asked.excludedPeriods });
  if ('refusal' in base) return base;
  const { length } = base.due.count;
  const after = runOn(acceptedOn, suspensions, length, 'dayAfterResume');
  const on = runOn(acceptedOn, suspensions, length, 'resumeDay');
  const chosen = asked.countingOption === 'resumeDay' ? on : after;
  if (chosen.remaining <= 0)
    return refused(
      'FACTS_CONTRADICT',
      `The limit had run out when it was suspended: ${chosen.used} of ${length} days were used.`,
      `Thời hạn đã hết khi tạm đình chỉ: đã dùng ${chosen.used} trên ${length} ngày.`,
    );
  const onward = (days: number): Count => ({ length: days, unit: 'calendar-days', direction: 'forward', roll: 'next-working-day' });
  // Where the day of resuming is the first of them, the days left after it are one less; a question may say either.
  const counts = chosen === after ? [chosen.remaining] : [chosen.remaining, chosen.remaining - 1];
  const faults = counts.map((days) => countFault(asked, onward(days), 'nextWorkingDay'));
  if (faults[0] && !faults.includes(null)) return { refusal: faults[0] };
  const end = counted(vietnamCalendar(), startDate, onward(daysBetween(startDate, chosen.end)));
  const answer = keysOf(end, 'nextWorkingDay', asked, 'forward');
  return {
    answer: {
      ...answer,
      usedDays: chosen.used,
      remainingDays: chosen.remaining,
      ...(chosen === after ? { dueIfResumeDayCounted: vietnamCalendar().nextWorkingDay(on.end) } : {}),
      ...(end.provisional ? { provisional: true as const } : {}),
    },
  };
}

type Suspension = z.infer<typeof suspension>;

/**
 * Days used up to the last suspension, those left, and the plain end. D-16 leaves open whether the day of the last resuming counts; by that
 * reading the end lies one day earlier.
 */
function runOn(acceptedOn: LegalDay, suspensions: readonly Suspension[], length: number, option: 'dayAfterResume' | 'resumeDay') {
  const early = option === 'resumeDay' ? 1 : 0;
  let used = 0;
  let from = acceptedOn;
  for (const { suspendedOn, resumedOn } of suspensions) {
    used += daysBetween(from, suspendedOn);
    from = resumedOn;
  }
  const remaining = length - used;
  return { used, remaining, end: addDays(from, remaining - early) };
}

function suspensionsFault(
  { startDate, baseTermId }: DateQuestion,
  suspensions: readonly Suspension[],
  acceptedOn: LegalDay,
): QuestionRefusal | null {
  const days = [acceptedOn, ...suspensions.flatMap(({ suspendedOn, resumedOn }) => [suspendedOn, resumedOn])];
  if (days.some((day, index) => index > 0 && day < (days[index - 1] ?? day)) || days.at(-1) !== startDate)
    return refused(
      'FACTS_CONTRADICT',
      'Acceptance, suspensions and resumptions do not follow one another, or the last resumption is not the start.',
      'Ngày thụ lý, tạm đình chỉ và tiếp tục không theo thứ tự, hoặc ngày tiếp tục cuối không phải ngày bắt đầu.',
    ).refusal;
  if (suspensions.some(({ suspendedOn }) => suspendedOn < AMENDED_FROM))
    return refused(
      'NOT_IN_FORCE',
      `Before ${AMENDED_FROM} nothing suspended the term.`,
      `Trước ngày ${AMENDED_FROM} chưa có quy định tạm đình chỉ thời hạn giải quyết.`,
    ).refusal;
  if (baseTermId !== undefined && /^KN-(2[0-7]|83)$/.test(baseTermId)) return null;
  return refused(
    'FACTS_CONTRADICT',
    'Only the limits for resolution, KN-20 to KN-27 and KN-83, can be suspended.',
    'Chỉ thời hạn giải quyết KN-20 đến KN-27 và KN-83 mới bị tạm đình chỉ.',
  ).refusal;
}
