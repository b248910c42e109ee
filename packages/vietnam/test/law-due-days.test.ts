import { addDays, type DueDay, dueDay, type LegalDay } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { isUnsettled, valueOn } from '../src/in-force.ts';
import { type TermId, termRule } from '../src/terms.ts';
import { vietnamCalendar } from '../src/working-days.ts';

/** The due day of a rule, with the value in force on the day that starts it; an end on a day off rolls (BLDS Đ.148.5). */
function due(id: TermId, from: LegalDay, counted: LegalDay = from): DueDay {
  const value = valueOn(termRule(id)?.values ?? {}, from);
  if (isUnsettled(value)) throw new TypeError(value.missing);
  if (!('length' in value) || value.length === null || value.unit === 'hours') throw new TypeError(`${id} on ${from} is no number of days`);
  const roll = value.unit === 'working-days' ? 'none' : 'next-working-day';
  return dueDay(vietnamCalendar(), counted, { length: value.length, unit: value.unit, roll });
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

describe('due days by the data alone', () => {
  it.each(rows)('$title', ({ id, from, raw, due: end }) => {
    expect(due(id, from)).toMatchObject({ rawDueOn: raw, dueOn: end, provisional: end > '2026-12-31' });
  });

  it('end elsewhere in every row above when the trigger itself is counted (control)', () => {
    for (const { title, id, from, raw } of rows) expect(due(id, from, addDays(from, -1)).rawDueOn, title).not.toBe(raw);
  });
});
