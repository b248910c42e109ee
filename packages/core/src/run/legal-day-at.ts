/** The legal day at an instant, where the law is in force. */
import type { LegalDay } from '../domain/calendar.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
let last = { minute: '', zone: '', day: '' };

/** `instant` is ISO 8601 in UTC; the answer is the day it falls on in the time zone. */
export function legalDayAt(instant: string, timeZone: string): LegalDay {
  const minute = instant.slice(0, 16);
  if (last.minute === minute && last.zone === timeZone) return last.day;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  const day = format.format(new Date(instant));
  last = { minute, zone: timeZone, day };
  return day;
}
