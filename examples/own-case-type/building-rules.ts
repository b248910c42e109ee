/** The law of the permit: its term, what stops it, and that nobody decides on what he inspected himself. */
import { createHash } from 'node:crypto';
import { type Citation, type ClockEntry, calendarOf, type Law, recounts, type Term } from '@redress/core';
import { isPermit } from './permit.ts';

/** Whatever decides an answer is data here: its digest names the edition, so that a changed rule is another one. */
const data = {
  term: { length: 10, unit: 'working-days', roll: 'none' } satisfies Term,
  calendar: {
    ...{ id: 'town', edition: '2026', timeZone: 'Europe/Vienna', publishedFrom: 2026, publishedTo: 2026, makeUp: [] },
    weekend: ['Sat', 'Sun'] as const,
    off: [{ day: '2026-12-25', name: 'Christmas Day', kind: 'holiday' as const }],
  },
};
const digest = createHash('sha256').update(JSON.stringify(data)).digest('base64url');
const edition = { pack: 'building-rules', version: '1', digest };
const calendar = calendarOf(data.calendar);
const section = (number: number): Citation => ({ text: `Building rules, § ${number}` });

/** What each fact does to the one clock there is. */
const effects: Readonly<Record<string, 'start' | 'pause' | 'resume' | 'stop'>> = {
  Applied: 'start',
  SupplementAsked: 'pause',
  Supplemented: 'resume',
  Granted: 'stop',
  Refused: 'stop',
};

function entriesFor(type: string, on: string): readonly ClockEntry[] {
  const does = effects[type];
  if (!does) return [];
  const entry = { clock: 'decision', on, law: section(3) };
  if (does === 'start') return [{ ...entry, do: 'start', term: data.term, consequence: 'The office has to say why it is late.' }];
  return [{ ...entry, do: does }];
}

export const buildingRules: Law = {
  edition,
  timeZone: data.calendar.timeZone,
  at: (named) => (named === digest ? buildingRules : undefined),
  editionFor: () => edition,
  calendar: () => calendar,
  clockEffects: ({ type }, { clocks }, on) => (type === 'ClocksRecounted' ? recounts(clocks, calendar, on) : entriesFor(type, on)),
  objection({ type }, state, { id }) {
    if (!['Grant', 'Refuse'].includes(type) || !isPermit(state) || state.inspectedBy !== id) return null;
    const says = { en: 'Whoever inspected may not decide.', vi: 'Người đã kiểm tra không được quyết định.' };
    return { rule: 'four-eyes', says, because: section(7) };
  },
  // One office decides, at one level: nothing here is passed on or contested.
  competentUnit: () => null,
  nextLevel: () => null,
  disputesCustody: () => null,
};
