/** Days of the civil calendar, counted one by one. The auditor's own, so that a mistake in the engine's counting is not made twice. */

const SHAPE = /^\d{4}-\d\d-\d\d$/;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const parts = (day: string): readonly [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

/** Whether the month of the year has this day. Whole numbers, none below 0. */
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => SHAPE.test(text) && isDate(...parts(text));

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export function dayAfter(day: string): string {
  const [year, month, date] = parts(day);
  if (date < daysInMonth(year, month)) return written(year, month, date + 1);
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
}

/** The same date so many months later, or the last day of that month where it is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  return written(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}
