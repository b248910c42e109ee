import { addDays, type DueDay, dueDay, type LegalDay } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { isUnsettled, valueOn } from '../src/in-force.ts';
import { type TermId, termIds, termRule } from '../src/terms.ts';
import { vietnamCalendar } from '../src/working-days.ts';

function numbered(id: TermId, on: LegalDay) {
  const value = valueOn(termRule(id)?.values ?? {}, on);
  if (isUnsettled(value)) throw new TypeError(value.missing);
  if (!('length' in value) || value.length === null || value.unit === 'hours') throw new TypeError(`${id} on ${on} is no number of days`);
  return { length: value.length, unit: value.unit };
}

/** The due day of a rule, with the value in force on the day that starts it; an end on a day off rolls (BLDS Đ.148.5). */
function due(id: TermId, from: LegalDay, counted: LegalDay = from): DueDay {
  const { length, unit } = numbered(id, from);
  return dueDay(vietnamCalendar(), counted, { length, unit, roll: unit === 'working-days' ? 'none' : 'next-working-day' });
}

/** The last day on which a lead is kept; it is not rolled. */
function latest(id: TermId, event: LegalDay): LegalDay {
  const { length, unit } = numbered(id, event);
  return unit === 'working-days' ? vietnamCalendar().nthWorkingDayBefore(event, length) : addDays(event, -length);
}

interface Row {
  readonly title: string;
  readonly id: TermId;
  readonly from: LegalDay;
  readonly raw: LegalDay;
  readonly due: LegalDay;
}

const row = (title: string, id: TermId, from: LegalDay, raw: LegalDay, end: LegalDay = raw): Row => ({
  title,
  id,
  from,
  raw,
  due: end,
});

/** Counted by hand; the count stands in the title. */
const rows: readonly Row[] = [
  row('by the Law 10 days from Fri 2026-07-03: Jul 4–13, a Monday', 'KN-10', '2026-07-03', '2026-07-13'),
  row('by the decree 7 working days from Fri 2026-07-03: 6–10, 13, 14 July', 'KN-13', '2026-07-03', '2026-07-14'),
  row('by the decree 10 working days from Tue 2026-06-30: 1–3, 6–10, 13, 14 July', 'KN-12', '2026-06-30', '2026-07-14'),
  row('by the decree 7 working days from Wed 2026-07-01: 2, 3, 6–10 July', 'KN-13', '2026-07-01', '2026-07-10'),
  row('by the circular 10 working days from Wed 2020-12-09: 10, 11, 14–18, 21–23 December', 'KN-12', '2020-12-09', '2020-12-23'),
  row(
    'first level 30 days from Fri 2026-01-16: 15 in January, 15 in February, a Sunday; Tết is past on Mon 02-23',
    'KN-20',
    '2026-01-16',
    '2026-02-15',
    '2026-02-23',
  ),
  row('first level 45 days: 15 in January, 28 in February, 2 in March', 'KN-21', '2026-01-16', '2026-03-02'),
  row('first level, remote area, the same 45 days', 'KN-22', '2026-01-16', '2026-03-02'),
  row('second level 70 days: 28 in June, 31 in July, 11 in August', 'KN-27', '2025-06-02', '2025-08-11'),
  row('window after silence 30 days: 21 in April, 9 in May', 'KN-03', '2025-04-09', '2025-05-09'),
  row(
    'window about discipline 10 days end on Thu 2026-04-30, a holiday; 1 May too, Mon 4 May follows',
    'KN-81',
    '2026-04-20',
    '2026-04-30',
    '2026-05-04',
  ),
  row('sending 3 working days across National Day 2025: 08-29, 09-03, 09-04', 'KN-50', '2025-08-28', '2025-09-04'),
  row('sending 7 days end on Thu 2025-05-01; 2 May is swapped off, Mon 5 May follows', 'KN-51', '2025-04-24', '2025-05-01', '2025-05-05'),
  row('sending a suspension 3 working days: 21, 22, 23 July', 'KN-71', '2026-07-20', '2026-07-23'),
  row(
    'first level 30 days from Thu 2026-12-03: 28 in December, 2 in January, a Saturday; Mon 2027-01-04',
    'KN-20',
    '2026-12-03',
    '2027-01-02',
    '2027-01-04',
  ),
];

/** On either side of a commencement day: what held the day before, and what holds from the day on. */
interface Change {
  readonly id: TermId;
  readonly from: LegalDay;
  readonly before: object;
  readonly after: object;
}
const change = (id: TermId, from: LegalDay, before: object, after: object): Change => ({ id, from, before, after });

const nothing = { unsettled: 'UNSETTLED_LAW' };
const unknownSince = (from: LegalDay) => ({ unsettled: 'UNSETTLED_LAW', missing: expect.stringContaining(`since ${from}`) });
const graded = (grade: string, length: number | null = null) => ({ length, law: { grade } });
const days = (length: number, unit = 'calendar-days') => ({ length, unit });

const changes: readonly Change[] = [
  change('KN-04', '2026-07-01', days(30), unknownSince('2026-07-01')),
  change('KN-05', '2026-07-01', graded('A'), graded('B')),
  change('KN-10', '2026-07-01', graded('A', 10), graded('I', 10)),
  change('KN-11', '2026-07-01', graded('A', 10), graded('I', 10)),
  change('KN-12', '2020-12-10', graded('A', 10), graded('B', 10)),
  change('KN-12', '2026-07-01', days(10, 'working-days'), { ended: { en: expect.stringContaining('KN-13') } }),
  change('KN-13', '2026-07-01', nothing, days(7, 'working-days')),
  change('KN-14', '2020-12-10', { law: { act: 'LKN' } }, { law: { act: 'NĐ124' } }),
  change('KN-29', '2020-12-10', graded('A'), unknownSince('2020-12-10')),
  change('KN-30', '2026-07-01', nothing, graded('A')),
  change('KN-39', '2020-12-10', days(7, 'working-days'), unknownSince('2020-12-10')),
  change('KN-40', '2026-07-01', nothing, days(5)),
  change('KN-41', '2026-07-01', graded('A'), { ended: { en: expect.stringContaining('KN-40') } }),
  change('KN-42', '2020-12-10', graded('A'), unknownSince('2020-12-10')),
  change('KN-43', '2026-07-01', nothing, graded('A')),
  change('KN-52', '2020-12-10', graded('A', 15), graded('B', 15)),
  change('KN-53', '2020-12-10', days(3, 'working-days'), days(3)),
  change('KN-54', '2020-12-10', { ...days(15), law: { act: 'NĐ75' } }, { ...days(15), law: { act: 'NĐ124' } }),
  change('KN-55', '2020-12-10', { ...days(15), law: { act: 'NĐ75' } }, { besides: { broadcasts: 2, issues: 2 }, law: { act: 'NĐ124' } }),
  change('KN-59', '2020-12-10', nothing, days(5, 'working-days')),
  change('KN-63', '2020-12-10', days(30), unknownSince('2020-12-10')),
  change('KN-70', '2026-07-01', nothing, { at: 'once' }),
  change('KN-71', '2026-07-01', nothing, days(3, 'working-days')),
  change('KN-72', '2026-07-01', nothing, { at: 'once' }),
  change('KN-73', '2026-07-01', nothing, days(3, 'working-days')),
  change('KN-74', '2026-07-01', nothing, { remainder: 'from-the-day-after' }),
  change('KN-75', '2026-07-01', nothing, days(3, 'working-days')),
  change('KN-82', '2026-07-01', graded('A', 10), graded('I', 10)),
  change('TD-04', '2026-07-01', { atLeast: 1, law: { act: 'NĐ64' } }, { atLeast: 1, law: { act: 'NĐ154' } }),
  change('TD-06', '2025-07-01', { atLeast: 2, per: 'month' }, { ended: { en: expect.stringContaining('district') } }),
  change('TD-07', '2026-07-01', { atLeast: 1, per: 'week' }, { atLeast: 2, per: 'month', law: { grade: 'B' } }),
  change('TD-09', '2026-07-01', nothing, days(3, 'working-days')),
  change('TD-10', '2026-07-01', nothing, days(5, 'working-days')),
  change('TD-11', '2026-07-01', nothing, days(1, 'working-days')),
  change('TD-12', '2026-07-01', nothing, days(1, 'hours')),
  change('TD-14', '2026-07-01', nothing, graded('A-')),
  change('XD-02', '2026-07-01', nothing, days(45)),
  change('XD-03', '2021-11-15', { ...days(1, 'years'), law: { act: 'TT07/2014' } }, { ...days(1, 'years'), law: { act: 'TT05' } }),
  change('XD-04', '2021-11-15', { at: 'once', law: { grade: 'A' } }, { at: 'once', law: { grade: 'M' } }),
];

const holding = (id: TermId, day: LegalDay) => valueOn(termRule(id)?.values ?? {}, day);

describe('a change of the law', () => {
  it.each(changes)('of $id on $from holds from that day on and not the day before', ({ id, from, before, after }) => {
    expect(holding(id, addDays(from, -1))).toMatchObject(before);
    expect(holding(id, from)).toMatchObject(after);
    // Control: what holds now did not hold before.
    expect(holding(id, addDays(from, -1))).not.toMatchObject(after);
  });

  it('stands in the table above for every term it touched, and for every term that is new since 2020', () => {
    const stated = new Set(changes.map(({ id, from }) => `${id} ${from}`));
    const due = termIds.flatMap((id) => {
      const [first = '', ...later] = Object.keys(termRule(id)?.values ?? {}).sort();
      return [...(isBegun(first) ? [first] : []), ...later].map((day) => `${id} ${day}`);
    });
    expect(due.filter((each) => !stated.has(each))).toEqual([]);
    expect(changes.filter(({ id, from }) => !due.includes(`${id} ${from}`))).toEqual([]);
  });

  /** The days on which decrees 124/2020, 154/2026 and 155/2026 began: what is new then has a day before. */
  const isBegun = (day: LegalDay): boolean => day === '2020-12-10' || day === '2026-07-01';

  it('moves the due day of what is counted across it, counted by hand', () => {
    const ends = (id: TermId, from: LegalDay) => due(id, from).dueOn;
    // Tue 2026-06-30 + 10 days is Fri 10 July; Wed 1 July + 10 is Sat 11, so Mon 13.
    expect([ends('KN-10', '2026-06-30'), ends('KN-10', '2026-07-01')]).toEqual(['2026-07-10', '2026-07-13']);
    // 7 working days from Wed 2020-12-09: 10, 11, 14–18. 30 days: 22 in December, 8 in January.
    expect([ends('KN-39', '2020-12-09'), ends('KN-63', '2020-12-09')]).toEqual(['2020-12-18', '2021-01-08']);
    expect(() => ends('KN-39', '2020-12-10')).toThrow('TT07/2013 Đ.11.2 since 2020-12-10');
    // 45 days from 2026-07-01: 30 in July, 15 in August, a Saturday; Mon 17.
    expect(ends('XD-02', '2026-07-01')).toBe('2026-08-17');
    expect(() => ends('XD-02', '2026-06-30')).toThrow('the first known value is of 2026-07-01');
    // A meeting on Wed 2020-12-09 is announced 3 working days before: 8, 7, 4. One on Thu 10 December 3 days before: 9, 8, 7.
    expect([latest('KN-53', '2020-12-09'), latest('KN-53', '2020-12-10')]).toEqual(['2020-12-04', '2020-12-07']);
    // A dialogue on Wed 2026-07-01 is announced 5 days before: 30, 29, 28, 27, 26 June.
    expect(latest('KN-40', '2026-07-01')).toBe('2026-06-26');
  });
});

describe('due days by the data alone', () => {
  it.each(rows)('$title', ({ id, from, raw, due: end }) => {
    expect(due(id, from)).toMatchObject({ rawDueOn: raw, dueOn: end, provisional: end > '2026-12-31' });
  });

  it('end elsewhere in every row above when the trigger itself is counted (control)', () => {
    for (const { title, id, from, raw } of rows) expect(due(id, from, addDays(from, -1)).rawDueOn, title).not.toBe(raw);
  });
});
