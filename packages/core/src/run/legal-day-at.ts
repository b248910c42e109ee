/** The legal day at an instant, where the law is in force. */
import type { LegalDay } from '../domain/calendar.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
/** Days of minutes asked for lately: a format takes as long as reading a fact, and the same few minutes come again and again. */
const lately = new Map<string, LegalDay>();
const KEPT = 256;

/** `instant` is ISO 8601 in UTC; the answer is the day it falls on in the time zone. */
export function legalDayAt(instant: string, timeZone: string): LegalDay {
  const minute = `${instant.slice(0, 16)} ${timeZone}`;
  const known = lately.get(minute);
  if (known !== undefined) return known;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  const day = format.format(new Date(instant));
  if (lately.size >= KEPT) lately.clear();
  lately.set(minute, day);
  return day;
}
