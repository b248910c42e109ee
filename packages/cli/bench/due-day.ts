/** The due day of a term in working days, over the years that are published: two look-ups against counting day by day. */
import { addDays, type Calendar, dueDay, type LegalDay } from '@redress/core';
import { dueOf, vietnamCalendar } from '@redress/vietnam';
import { addBusinessDays, formatISO, isWeekend, parseISO, subDays } from 'date-fns';
import { type Benchmark, type Result, same, time } from './result.ts';
import { type Contender, inRounds, type Measured } from './rounds.ts';

const TERM = { length: 30, unit: 'working-days', roll: 'next-working-day' } as const;
/** Nanoseconds. */
const WANTED = 1_000;
const WANTED_OF_RIVALS = 100;

const days: readonly LegalDay[] = Array.from({ length: 500 }, (_, index) => addDays('2022-01-01', index * 3));

const written = (date: Date): LegalDay => formatISO(date, { representation: 'date' });

/** The days off and the working Saturdays, as somebody would hold them beside date-fns. */
function exceptions(calendar: Calendar): { readonly off: readonly LegalDay[]; readonly makeUp: readonly LegalDay[] } {
  const all = Array.from({ length: 7 * 366 }, (_, index) => addDays('2020-01-01', index));
  const weekend = (day: LegalDay): boolean => isWeekend(parseISO(day));
  return {
    off: all.filter((day) => !weekend(day) && !calendar.isWorkingDay(day)),
    makeUp: all.filter((day) => weekend(day) && calendar.isWorkingDay(day)),
  };
}

type Counting = (from: LegalDay) => LegalDay;

/** date-fns knows weekends and no holidays, so its business days are gone through one by one, and the exceptions put right. */
function dayByDay(calendar: Calendar): Counting {
  const { off, makeUp } = exceptions(calendar);
  const holidays = new Set(off);
  return (from) => {
    let date = parseISO(from);
    for (let left = TERM.length; left > 0; ) {
      const next = addBusinessDays(date, 1);
      const between = makeUp.find((day) => day > written(date) && day < written(next));
      date = between === undefined ? next : parseISO(between);
      if (between !== undefined || !holidays.has(written(date))) left -= 1;
    }
    return written(date);
  };
}

/** The same in as few calls as it can be done: all business days at once, then as many more as days off were met, until none was. */
function inJumps(calendar: Calendar): Counting {
  const { off, makeUp } = exceptions(calendar);
  const holidays = off.map((day) => parseISO(day).getTime());
  const saturdays = makeUp.map((day) => parseISO(day).getTime());
  const within = (instants: readonly number[], after: number, through: number): number => {
    let count = 0;
    for (const at of instants) if (after < at && at <= through) count += 1;
    return count;
  };
  const works = (at: Date): boolean => (isWeekend(at) ? saturdays.includes(at.getTime()) : !holidays.includes(at.getTime()));
  return (from) => {
    const start = parseISO(from);
    let end = start;
    let left = TERM.length;
    while (left > 0) {
      const next = addBusinessDays(end, left);
      left = within(holidays, end.getTime(), next.getTime()) - within(saturdays, end.getTime(), next.getTime());
      end = next;
    }
    // Working Saturdays that were jumped over are days too many: back by as many working days.
    for (; left < 0 || !works(end); end = subDays(end, 1)) if (works(end)) left += 1;
    return written(end);
  };
}

const contender = (name: string, count: Counting): Contender => ({
  name,
  run(times) {
    for (let left = times; left > 0; left -= 1) count(days[left % days.length] ?? '');
  },
});

/** The whole answer of the pack: which value is in force, its article, and each of its ten days by name. */
const answered: Counting = (day) => {
  const found = dueOf({ term: 'KN-12', from: day });
  return 'due' in found ? found.due.dueOn : '';
};

async function run(): Promise<readonly Result[]> {
  const calendar = vietnamCalendar();
  const ours: Counting = (day) => dueDay(calendar, day, TERM).dueOn;
  const [plain, tight] = [dayByDay(calendar), inJumps(calendar)];
  for (const rival of [plain, tight]) same('the due day', days.map(ours), days.map(rival));
  const tenDays: Counting = (day) => dueDay(calendar, day, { ...TERM, length: 10 }).dueOn;
  same('the due day with its article', days.map(answered), days.map(tenDays));
  const contenders = [ours, plain, tight, answered].map((count, index) => contender(`${index}`, count));
  const [self, byDay, byJumps, whole] = inRounds(contenders);
  const own = self?.nanoseconds ?? Number.NaN;
  const all = whole?.nanoseconds ?? Number.NaN;
  const measured = 'due day in working days';
  const against = (rival: string, theirs: Measured | undefined, wanted: number | null): Result => ({
    measured,
    rival,
    ours: time(own),
    theirs: time(theirs?.nanoseconds ?? Number.NaN),
    ratio: theirs?.ratio ?? Number.NaN,
    wanted,
    notes: [],
  });
  const said = `${TERM.length} working days in the public sector's calendar of Viet Nam, from ${days.length} days of 2022 to 2026`;
  return [
    { measured, rival: '1 µs', ours: time(own), theirs: time(WANTED), ratio: WANTED / own, wanted: 1, notes: [said] },
    against('date-fns, holidays in a loop', byDay, WANTED_OF_RIVALS),
    against('date-fns, in as few calls as can be', byJumps, null),
    {
      measured: 'due day with its article',
      rival: '1 µs',
      ours: time(all),
      theirs: time(WANTED),
      ratio: WANTED / all,
      wanted: null,
      notes: ['KN-12, ten working days: the value in force, its source, and every day counted'],
    },
  ];
}

export const workingDays: Benchmark = { name: 'due-day', describes: 'the due day of a term in working days', run };
