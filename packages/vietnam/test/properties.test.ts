/** What is true of every due day and every clock of the pack, on random days. LONG=1 tries more, FC_SEED replays a failure. */
import { addDays, type Calendar, type Complaint, calendarOf, type DayOff, type LegalDay, weekdayOf } from '@redress/core';
import { legalDays, plans, play, type Setting } from '@redress/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tried } from '../../../.config/tried.ts';
import { type Due, type DueAsked, dueOf, termIds, vietnam, vietnamCalendar } from '../src/index.ts';
import { publicSectorYears } from '../src/law/calendar-2020-2026.ts';
import type { TermRule } from '../src/law-data.ts';
import { termRule } from '../src/terms.ts';
import { complaintsObservedFrom } from './complaints-played.ts';

const runs = (usual: number): { readonly numRuns: number; readonly seed: number } => {
  const { runs: numRuns, seed } = tried(usual);
  return { numRuns, seed };
};

/** Broken once, to show that the property would find it. */
const isFound = <Drawn>(property: fc.IProperty<Drawn>): boolean => fc.check(property, { numRuns: 2000, seed: 7 }).failed;

const FIRST: LegalDay = '2020-07-01';
const LAST: LegalDay = '2027-12-31';

/** One value of a time limit, and the days of these years on which it is in force. */
interface Span {
  readonly term: string;
  readonly from: LegalDay;
  readonly through: LegalDay;
  readonly counts: TermRule['counts'];
  readonly variants: readonly string[];
}

function spansOf(term: string): readonly Span[] {
  const { values, counts } = termRule(term) ?? expect.fail(`${term} is not in the register`);
  const days = Object.keys(values).toSorted();
  return days.flatMap((day, at) => {
    const value = values[day];
    const next = days[at + 1];
    const from = day > FIRST ? day : FIRST;
    const through = next === undefined ? LAST : addDays(next, -1);
    if (!value || !('unit' in value) || value.unit === 'hours' || value.law.grade === 'X' || from > through) return [];
    return [{ term, from, through, counts, variants: Object.keys(value.variants ?? {}) }];
  });
}

const spans = termIds.flatMap(spansOf);

/** A time limit asked about on two days of one of its values, the earlier first. */
const twoDays = fc.constantFrom(...spans).chain((span) =>
  fc.record({
    span: fc.constant(span),
    days: fc
      .tuple(legalDays(span), legalDays(span))
      .map(([one, other]): readonly [LegalDay, LegalDay] => (one <= other ? [one, other] : [other, one])),
    variants: fc.subarray([...span.variants]).map((names) => Object.fromEntries(names.map((name) => [name, true]))),
  }),
);

function due(asked: DueAsked): Due {
  const answer = dueOf(asked);
  return 'due' in answer ? answer.due : expect.fail(`${asked.term}: ${answer.refusal.says.en}`);
}

describe('a due day', () => {
  it('is asked about for more than fifty time limits, of every kind that counts', () => {
    expect(new Set(spans.map(({ term }) => term)).size).toBeGreaterThan(50);
    expect(new Set(spans.map(({ counts }) => counts))).toEqual(new Set(['limit', 'lead', 'effect', 'minimum']));
  });

  const neverEarlier = (count: typeof due) =>
    fc.property(twoDays, ({ span: { term }, days: [earlier, later], variants }) => {
      expect(count({ term, from: later, variants }).dueOn >= count({ term, from: earlier, variants }).dueOn).toBe(true);
    });

  it('is never earlier for a later trigger, as long as the value is the same', () => fc.assert(neverEarlier(due), runs(2000)));

  it('would be, and is found, if a Monday gave five days more', () => {
    const kindOnMondays = (asked: DueAsked): Due =>
      due(weekdayOf(asked.from) === 'Mon' ? { ...asked, lawDay: asked.from, from: addDays(asked.from, 5) } : asked);
    expect(isFound(neverEarlier(kindOnMondays))).toBe(true);
  });

  // Ten working days after Tuesday 30 June are 14 July; seven after Wednesday 1 July are 10 July.
  it('may be earlier for a later trigger across a commencement day', () => {
    expect(due({ term: 'KN-12', from: '2026-06-30' }).dueOn).toBe('2026-07-14');
    expect(due({ term: 'KN-13', from: '2026-07-01' }).dueOn).toBe('2026-07-10');
  });
});

const off: readonly DayOff[] = Object.values(publicSectorYears).flatMap((year): readonly DayOff[] => year.off);
const makeUp = Object.values(publicSectorYears).flatMap((year): readonly { day: LegalDay; for: LegalDay }[] => year.makeUp);

/** The published calendar, with one day off more. */
function calendarWith(more: readonly LegalDay[]): Calendar {
  const holidays = more.map((day): DayOff => ({ day, name: 'One more', kind: 'holiday' }));
  return calendarOf({
    id: 'one-more',
    edition: '1',
    timeZone: 'Asia/Ho_Chi_Minh',
    weekend: ['Sat', 'Sun'],
    publishedFrom: 2020,
    publishedTo: 2026,
    off: [...off, ...holidays],
    makeUp: makeUp.filter(({ day }) => !more.includes(day)),
  });
}

describe('one more day off', () => {
  const published = calendarWith([]);
  /** A time limit, its trigger, and a day near it that is off from now on. */
  const asked = twoDays.chain(({ span, days: [from], variants }) =>
    fc.record({
      span: fc.constant(span),
      from: fc.constant(from),
      variants: fc.constant(variants),
      extra: fc.integer({ min: -20, max: 150 }),
    }),
  );
  const moves = (another: (day: LegalDay) => Calendar) =>
    fc.property(asked, ({ span: { term, counts }, from, variants, extra }) => {
      const before = due({ term, from, variants, calendar: published }).dueOn;
      const after = due({ term, from, variants, calendar: another(addDays(from, extra)) }).dueOn;
      // What has to be done so long before an event has to be done no later than before.
      expect(counts === 'lead' ? after <= before : after >= before).toBe(true);
    });

  it('makes no due day earlier, and no lead shorter', () =>
    fc.assert(
      moves((day) => calendarWith([day])),
      runs(300),
    ));

  it('would, and is found, if it took the day before for a working one', () => {
    const swapped = (day: LegalDay): Calendar => {
      const real = calendarWith([day]);
      return { ...real, nextWorkingDay: (from) => addDays(real.nextWorkingDay(from), -1) };
    };
    expect(isFound(moves(swapped))).toBe(true);
  });
});

const number = (day: LegalDay): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const among = (days: readonly { readonly day: LegalDay }[]): readonly number[] => days.map(({ day }) => number(day));
const holidays = among(off);
const saturdays = among(makeUp);
const within = (days: readonly number[], after: number, through: number): number =>
  days.filter((day) => after < day && day <= through).length;

/** Five a week and the rest by their weekday, less the days off, and the days worked in their place: from the published lists alone. */
function byWeeks(after: LegalDay, through: LegalDay, worked: readonly number[] = saturdays): number {
  const [from, to] = [number(after), number(through)];
  if (to <= from) return 0;
  const weeks = Math.floor((to - from) / 7);
  let rest = 0;
  for (let day = from + weeks * 7 + 1; day <= to; day += 1) if (![0, 6].includes(new Date(day * 86_400_000).getUTCDay())) rest += 1;
  return weeks * 5 + rest - within(holidays, from, to) + within(worked, from, to);
}

describe('working days', () => {
  const calendar = vietnamCalendar();
  const days = legalDays({ from: '2020-01-01', through: '2026-12-31' });
  const agree = (counted: (after: LegalDay, through: LegalDay) => number) =>
    fc.property(days, days, (after, through) => calendar.workingDaysBetween(after, through) === counted(after, through));

  it('are as many by the table of the calendar as by weeks and lists', () => fc.assert(agree(byWeeks), runs(100_000)));

  it('are not, and it is found, if the working Saturdays are left out', () => {
    expect(isFound(agree((after, through) => byWeeks(after, through, [])))).toBe(true);
  });
});

describe('every clock that the pack starts', () => {
  const setting = complaintsObservedFrom('2026-05-04');
  /** What a history says of the clocks it started: nothing where each has an article and a consequence. */
  const missing = async (given: Setting<Complaint>, plan: Parameters<typeof play>[1]): Promise<readonly string[]> => {
    const { entries } = await play(given, plan);
    const lines = entries.flatMap(({ after }) => Object.values(after.clocks).flatMap((clock) => clock.lines));
    return lines.flatMap(({ entry }) => {
      if (entry.do !== 'start') return [];
      const { article, act, grade } = entry.law;
      const sourced = article !== undefined && act !== undefined && grade !== undefined && grade !== 'X';
      return sourced && entry.consequence.trim() !== '' ? [] : [entry.clock];
    });
  };
  const sourced = (given: Setting<Complaint>) =>
    fc.asyncProperty(plans(30), async (plan) => {
      expect(await missing(given, plan)).toEqual([]);
    });

  it('has an article of an act, with its grade, and a consequence in words', () => fc.assert(sourced(setting), runs(40)));

  it('would not, and it is found, if the law forgot the article', async () => {
    const forgetful: Setting<Complaint>['law'] = {
      ...vietnam,
      at: () => forgetful,
      clockEffects: (...given) => vietnam.clockEffects(...given).map((entry) => ({ ...entry, law: { text: entry.law.text } })),
    };
    const found = await fc.check(sourced({ ...setting, law: forgetful }), { numRuns: 20, seed: 7, endOnFailure: true });
    expect(found.failed).toBe(true);
  });
});
