/** Whatever a law, or a forger, calls a clock: it is a clock like any other. Seen to fail where `wind` assigned it by its name. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/domain/calendar.ts';
import { type CaseState, copyOf, defineCaseType, fold } from '../../src/domain/case-type.ts';
import { type Clock, type ClockEntry, clockNamed, post, recounts } from '../../src/domain/clock.ts';
import { smallCase } from './small-case.ts';

const everyDay = { id: 'all', timeZone: 'UTC', weekend: [], publishedFrom: 2026, publishedTo: 2026, makeUp: [] };
const calendar = calendarOf({ ...everyDay, edition: '1', off: [] });
/** In it the 6th is a day off, so that a term that ends there ends on the 7th. */
const later = calendarOf({ ...everyDay, edition: '2', off: [{ day: '2026-01-06', name: 'House day', kind: 'holiday' }] });

const posting = (clock: string, on: string) => ({ clock, on, law: { text: 'House rule 1' } });
const start = (clock: string): ClockEntry => ({
  ...{ do: 'start', ...posting(clock, '2026-01-05'), consequence: 'It is late.' },
  term: { length: 1, unit: 'calendar-days', roll: 'next-working-day' },
});
const type = defineCaseType(smallCase());
const by = { id: 'p-1', unit: 'left', role: 'clerk' };

const folded = (state: CaseState, ...entries: readonly ClockEntry[]): CaseState =>
  fold(
    type,
    state,
    entries.map((entry, at) => ({
      ...{ type: 'Asked', on: entry.on, by },
      data: { clocks: [post(entries.slice(0, at), entry, calendar)] },
    })),
  );

describe.each(['answer', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])('a clock named "%s"', (name) => {
  const started = folded(type.initial('case-1'), start(name));

  it('is found by its name, and among all', () => {
    expect(clockNamed(started.clocks, name)).toMatchObject({ id: name, status: 'running', dueOn: '2026-01-06' });
    expect(Object.values(started.clocks).map(({ id }) => id)).toEqual([name]);
    expect(Object.keys(JSON.parse(JSON.stringify(started.clocks)))).toEqual([name]);
  });

  it('leaves the clocks an object like any other, in which no other name means anything', () => {
    expect(Object.getPrototypeOf(started.clocks)).toBe(Object.prototype);
    expect(clockNamed(started.clocks, 'dueOn')).toBeUndefined();
    expect(clockNamed(started.clocks, 'lines')).toBeUndefined();
  });

  it('is stopped in a copy, and goes on running in what it was copied from', () => {
    const stopped = folded(started, { do: 'stop', ...posting(name, '2026-01-05') });
    const status = ({ clocks }: { readonly clocks: Record<string, Clock> }) => clockNamed(clocks, name)?.status;
    expect([status(started), status(stopped), status(copyOf(stopped))]).toEqual(['running', 'stopped', 'stopped']);
    expect(clockNamed(copyOf(started).clocks, name)).not.toBe(clockNamed(started.clocks, name));
  });

  it('is counted again by another calendar', () => {
    expect(recounts(started.clocks, later, '2026-01-05').map(({ clock, do: what }) => [clock, what])).toEqual([[name, 'switch']]);
  });
});
