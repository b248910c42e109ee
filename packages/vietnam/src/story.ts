/** A due day told as a story: the trigger, the first day counted, the days passed over by name, the last day, the roll, the article. */
import { addDays, type Calendar, type LegalDay, weekdayOf } from '@redress/core';
import { doubtWording } from './doubt-texts.ts';
import type { Due } from './due.ts';
import { triggers } from './law/triggers.ts';
import type { Trigger, Wording } from './law-data.ts';
import { termRule } from './terms.ts';

export interface PassedOver {
  readonly day: LegalDay;
  readonly why: Wording;
}

export interface Story {
  /** Days that the count or the roll passed over, with the reason of each. */
  readonly skipped: readonly PassedOver[];
  /** Saturdays that were counted because they make up for another day. */
  readonly madeUp: readonly LegalDay[];
  /** The story, line by line. */
  readonly lines: readonly Wording[];
}

const weekend: Wording = { en: 'weekend', vi: 'nghỉ cuối tuần' };
const kinds = {
  holiday: { en: 'holiday', vi: 'nghỉ lễ' },
  compensatory: { en: 'day off in lieu', vi: 'nghỉ bù' },
  'swapped-off': { en: 'swapped off', vi: 'nghỉ hoán đổi' },
} as const;

function whyOff(calendar: Calendar, day: LegalDay): Wording | null {
  const off = calendar.dayOff(day);
  if (off === null) return null;
  if (off === 'weekend') return weekend;
  return { en: `${kinds[off.kind].en}: ${off.name}`, vi: `${kinds[off.kind].vi}: ${off.name}` };
}

/** From the one day to the other, both included, in the direction of the count. */
function daysThrough(from: LegalDay, to: LegalDay): readonly LegalDay[] {
  const step = from <= to ? 1 : -1;
  const days: LegalDay[] = [];
  for (let day = from; step === 1 ? day <= to : day >= to; day = addDays(day, step)) days.push(day);
  return days;
}

const passedOver = (calendar: Calendar, days: readonly LegalDay[]): readonly PassedOver[] =>
  days.flatMap((day) => {
    const why = whyOff(calendar, day);
    return why ? [{ day, why }] : [];
  });

/** Tells it. `calendar` is the one the due day was counted with. */
export function storyOf(due: Due, calendar: Calendar): Story {
  const working = due.countedDays !== null;
  const step = due.count.direction === 'forward' ? 1 : -1;
  const counting = working ? passedOver(calendar, daysThrough(addDays(due.from, step), due.rawDueOn)) : [];
  const rolling = due.dueOn > due.rawDueOn ? passedOver(calendar, daysThrough(due.rawDueOn, addDays(due.dueOn, -1))) : [];
  const madeUp = (due.countedDays ?? []).filter((day) => ['Sat', 'Sun'].includes(weekdayOf(day)));
  return {
    skipped: [...counting, ...rolling],
    madeUp,
    lines: [
      trigger(due),
      ...first(due),
      length(due),
      ...skippedLine(counting),
      ...madeUpLine(madeUp),
      end(due),
      ...roll(due, rolling),
      source(due),
      ...open(due),
    ],
  };
}

const on = (day: LegalDay): string => `${weekdayOf(day)} ${day}`;

function trigger({ term, from }: Due): Wording {
  const event: Trigger | null = termRule(term)?.trigger ?? null;
  const words: Wording = event === null ? { en: 'Day 0.', vi: 'Ngày mốc.' } : triggers[event];
  return { en: `${on(from)}: ${words.en} This day is not counted.`, vi: `${from}: ${words.vi} Ngày này không tính.` };
}

/** Where no day is left, as in the last hours of a term, none is the first. */
const first = ({ firstDayCounted, count }: Due): readonly Wording[] =>
  count.length === 0
    ? []
    : [{ en: `The first day counted is ${on(firstDayCounted)}.`, vi: `Ngày đầu tiên được tính là ${firstDayCounted}.` }];

const units = {
  'calendar-days': { en: 'calendar days', vi: 'ngày' },
  'working-days': { en: 'working days', vi: 'ngày làm việc' },
  years: { en: 'years', vi: 'năm' },
} as const;

function length({ count, effectiveLength }: Due): Wording {
  const back = count.direction === 'backward';
  const more = count.unit === 'calendar-days' ? effectiveLength - count.length : 0;
  return {
    en: `${count.length} ${units[count.unit].en} are counted ${back ? 'back' : 'on'}${more > 0 ? `, and ${more} days that do not count are passed over` : ''}.`,
    vi: `Tính ${back ? 'lùi ' : ''}${count.length} ${units[count.unit].vi}${more > 0 ? `, không tính ${more} ngày có trở ngại` : ''}.`,
  };
}

const list = (days: readonly PassedOver[], language: keyof Wording): string =>
  days.map(({ day, why }) => `${day} (${why[language]})`).join(', ');

const skippedLine = (days: readonly PassedOver[]): readonly Wording[] =>
  days.length === 0 ? [] : [{ en: `Not counted: ${list(days, 'en')}.`, vi: `Không tính: ${list(days, 'vi')}.` }];

const madeUpLine = (days: readonly LegalDay[]): readonly Wording[] =>
  days.length === 0
    ? []
    : [{ en: `Counted, as a make-up working day: ${days.join(', ')}.`, vi: `Được tính vì là ngày làm bù: ${days.join(', ')}.` }];

function end({ counts, rawDueOn, count }: Due): Wording {
  if (count.direction === 'backward')
    return { en: `The latest day is ${on(rawDueOn)}; it does not move.`, vi: `Ngày chậm nhất là ${rawDueOn}; không dời.` };
  if (counts === 'effect') return { en: `The period ends on ${on(rawDueOn)}.`, vi: `Khoảng thời gian kết thúc vào ${rawDueOn}.` };
  return { en: `The last day is ${on(rawDueOn)}.`, vi: `Ngày cuối cùng là ${rawDueOn}.` };
}

function roll(due: Due, over: readonly PassedOver[]): readonly Wording[] {
  const { rawDueOn, dueOn, rolledEnd, counts } = due;
  if (counts === 'effect' && rolledEnd !== rawDueOn)
    return [
      {
        en: `Whether it moves to the next working day, ${on(rolledEnd)}, is an open point (D-02).`,
        vi: `Có dời sang ngày làm việc tiếp theo ${rolledEnd} hay không là điểm còn để ngỏ (D-02).`,
      },
    ];
  if (dueOn === rawDueOn) return [];
  return [
    {
      en: `It is off, so the end moves to the next working day (BLDS Đ.148.5), past ${list(over, 'en')}: ${on(dueOn)}.`,
      vi: `Là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo (BLDS Đ.148.5), bỏ qua ${list(over, 'vi')}: ${dueOn}.`,
    },
  ];
}

const source = ({ law, edition, calendar, lawDay }: Due): Wording => ({
  en: `By ${law.text} (${law.grade ?? 'X'}) in the version ${edition ?? '–'}, as in force on ${lawDay}; calendar ${calendar}.`,
  vi: `Theo ${law.text} (${law.grade ?? 'X'}), phiên bản ${edition ?? '–'}, có hiệu lực vào ngày ${lawDay}; lịch ${calendar}.`,
});

const open = ({ doubt, provisional }: Due): readonly Wording[] => [
  ...(doubt === null ? [] : [{ en: `Doubt: ${doubt}`, vi: `Điểm còn nghi vấn: ${doubtWording(doubt).vi}` }]),
  ...(provisional
    ? [
        {
          en: 'Provisional: the calendar of a year it needs is not yet published.',
          vi: 'Tạm tính: lịch nghỉ của năm liên quan chưa được công bố.',
        },
      ]
    : []),
];
