/** The due day of a clock that runs in a case, told as a story: how it was counted when it started, and what moved it since. */
import { type Calendar, type Clock, type ClockEntry, entriesOf, type LegalDay, weekdayOf } from '@redress/core';
import { consequenceSaid } from './consequences.ts';
import { counted } from './due.ts';
import type { Wording } from './law-data.ts';
import { ruleVersionOn } from './rule-versions.ts';
import { storyOf } from './story.ts';

type Start = Extract<ClockEntry, { readonly do: 'start' }>;

const moved = {
  pause: { en: 'suspended', vi: 'tạm đình chỉ' },
  resume: { en: 'goes on', vi: 'tiếp tục' },
  extend: { en: 'extended', vi: 'gia hạn' },
  switch: { en: 'another length or another calendar holds from the same start', vi: 'áp dụng độ dài hoặc lịch khác, vẫn tính từ ngày đầu' },
  stop: { en: 'stopped', vi: 'kết thúc' },
} as const;

const day = (on: LegalDay | null): string => (on === null ? '–' : `${weekdayOf(on)} ${on}`);

/** Line by line. `calendar` is the one of the day on which the clock was last started. */
export function storyOfClock(clock: Clock, calendar: Calendar): readonly Wording[] {
  const [start] = entriesOf(clock);
  if (start?.do !== 'start') return [];
  return [
    ...started(start, calendar),
    ...clock.lines.slice(clock.lines.findLastIndex(({ entry }) => entry.do === 'start') + 1).flatMap(after),
  ];
}

function started({ clock, on, term, law, consequence }: Start, calendar: Calendar): readonly Wording[] {
  // This law counts days and years only.
  if (term.unit === 'months') return [];
  const count = { length: term.length, unit: term.unit, direction: 'forward', roll: term.roll } as const;
  const { lines } = storyOf(
    {
      ...counted(calendar, on, count),
      ...{ term: clock, about: { en: clock, vi: clock }, counts: 'limit', from: on, lawDay: on, count, law, doubt: null },
      ...{ edition: ruleVersionOn(on), calendar: `${calendar.id}@${calendar.edition}` },
    },
    calendar,
  );
  const { en, vi } = consequenceSaid(consequence);
  return [...lines, { en: `When it runs out: ${en}`, vi: `Khi hết thời hạn: ${vi}` }];
}

function after({ entry, dueOn }: Clock['lines'][number]): readonly Wording[] {
  if (entry.do === 'start') return [];
  const { en, vi } = moved[entry.do];
  return [
    {
      en: `${day(entry.on)}: ${en} (${entry.law.text}); the last day is now ${day(dueOn)}.`,
      vi: `${entry.on}: ${vi} (${entry.law.text}); ngày cuối cùng hiện là ${dueOn ?? '–'}.`,
    },
  ];
}
