/** The due day of a term in working days, over the years that are published: two look-ups against counting day by day. */
import { addDays, type Calendar, dueDay, type LegalDay } from '@redress/core';
import { vietnamCalendar } from '@redress/vietnam';
import { addBusinessDays, formatISO, isWeekend, parseISO } from 'date-fns';
import { type Benchmark, type Result, same, time } from './result.ts';
import { inRounds } from './rounds.ts';

const TERM = { length: 30, unit: 'working-days', roll: 'next-working-day' } as const;
/** Nanoseconds. */
const WANTED = 1_000;

const days: readonly LegalDay[] = Array.from({ length: 500 }, (_, index) => addDays('2022-01-01', index * 3));

/** The days off and the working Saturdays, as somebody would hold them beside date-fns. */
function exceptions(calendar: Calendar): { readonly off: ReadonlySet<LegalDay>; readonly makeUp: ReadonlySet<LegalDay> } {
  const all = Array.from({ length: 7 * 366 }, (_, index) => addDays('2020-01-01', index));
  const weekend = (day: LegalDay): boolean => isWeekend(parseISO(day));
  return {
    off: new Set(all.filter((day) => !weekend(day) && !calendar.isWorkingDay(day))),
    makeUp: new Set(all.filter((day) => weekend(day) && calendar.isWorkingDay(day))),
  };
}

/** date-fns knows weekends and no holidays, so its business days are gone through one by one, and the exceptions put right. */
function byDateFns(calendar: Calendar): (from: LegalDay) => LegalDay {
  const { off, makeUp } = exceptions(calendar);
  const saturdays = [...makeUp].toSorted();
  const written = (date: Date): LegalDay => formatISO(date, { representation: 'date' });
  return (from) => {
    let date = parseISO(from);
    for (let left = TERM.length; left > 0; ) {
      const next = addBusinessDays(date, 1);
      const between = saturdays.find((day) => day > written(date) && day < written(next));
      date = between === undefined ? next : parseISO(between);
      if (between !== undefined || !off.has(written(date))) left -= 1;
    }
    return written(date);
  };
}

async function run(): Promise<readonly Result[]> {
  const calendar = vietnamCalendar();
  const counted = byDateFns(calendar);
  const ours = (day: LegalDay): LegalDay => dueDay(calendar, day, TERM).dueOn;
  same('the due day', days.map(ours), days.map(counted));
  const contender = (name: string, count: (day: LegalDay) => LegalDay) => ({
    name,
    run(times: number) {
      for (let left = times; left > 0; left -= 1) count(days[left % days.length] ?? '');
    },
  });
  const [self, rival] = inRounds([contender('redress', ours), contender('date-fns', counted)]);
  const nanoseconds = self?.nanoseconds ?? Number.NaN;
  const said = `${TERM.length} working days in the public sector's calendar of Viet Nam, from ${days.length} days of 2022 to 2026`;
  const measured = 'due day in working days';
  return [
    { measured, rival: '1 µs', ours: time(nanoseconds), theirs: time(WANTED), ratio: WANTED / nanoseconds, wanted: 1, notes: [said] },
    {
      measured,
      rival: 'date-fns, holidays in a loop',
      ours: time(nanoseconds),
      theirs: time(rival?.nanoseconds ?? Number.NaN),
      ratio: rival?.ratio ?? Number.NaN,
      wanted: null,
      notes: [],
    },
  ];
}

export const workingDays: Benchmark = { name: 'due-day', describes: 'the due day of a term in working days', run };
