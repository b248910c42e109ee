import { type Calendar, calendarOf, dueCasesInMemory, type Law, recountClocks } from '@redress/core';
import { houseRules } from '@redress/testing';
import { describe, expect, it } from 'vitest';
import { letter, makeUnreadable, openDesk } from './desk.ts';

const system = { id: 'watch', unit: 'left', role: 'system' };
const days = { id: 'house-days', timeZone: 'UTC', weekend: [], publishedFrom: 2025, publishedTo: 2027, makeUp: [] } as const;
const holiday = (day: string) => ({ day, name: 'Day of the house', kind: 'holiday' }) as const;
const first = calendarOf({ ...days, edition: '1', off: [holiday('2026-01-19')] });

/** The law of the house; from 15 January on it counts by another edition of its calendar. */
function announcing(second: Calendar): Law {
  const before = houseRules({ calendar: first, version: 'first' });
  const after = houseRules({ calendar: second, version: 'second' });
  const laws = new Map([before, after].map((law) => [law.edition.digest, law]));
  return {
    ...after,
    at: (digest) => laws.get(digest),
    editionFor: (_, __, on) => (on < '2026-01-15' ? before : after).edition,
    calendar: (on) => (on < '2026-01-15' ? first : second),
  };
}

/** Acceptance of the house: seven days from 5 January, and from the day after again after a hand-over. */
async function received(second: Calendar) {
  const desk = openDesk(undefined, undefined, announcing(second));
  await desk.done('Receive', '2026-01-05', letter);
  await desk.done('Accept', '2026-01-10');
  const due = async () => (await desk.engine.load('case-1'))?.state.clocks.resolution?.dueOn;
  return { ...desk, due, source: dueCasesInMemory(desk.store) };
}

describe('a calendar that is announced while a case is open', () => {
  // Settlement: 20 days from 10 January, Fri 30 January; the end rolls to the next working day.
  const later = calendarOf({ ...days, edition: '2', off: [holiday('2026-01-19'), holiday('2026-01-30')] });

  it('moves the due day by a fact of its own, and what was recorded stays as it is', async () => {
    const { engine, due, source } = await received(later);
    expect(await due()).toBe('2026-01-30');
    const before = await engine.history('case-1');
    expect(await recountClocks(engine, source, system, later, '2026-01-16')).toEqual({ recorded: ['case-1'], refused: [], failed: [] });
    expect(await due()).toBe('2026-01-31');
    const after = await engine.history('case-1');
    expect(after.slice(0, before.length).map(({ recorded }) => recorded.text)).toEqual(before.map(({ recorded }) => recorded.text));
    expect(after.at(-1)?.fact).toMatchObject({
      type: 'ClocksRecounted',
      data: {
        calendar: 'house-days@2',
        clocks: [{ entry: { do: 'switch', clock: 'resolution' }, dueOn: '2026-01-31', calendar: 'house-days@2' }],
      },
    });
  });

  // Seen to fail: the case behind it kept the due day of the old calendar.
  it('is counted for every other case where one cannot be read, which is named', async () => {
    const { engine, source, store, done } = await received(later);
    await done('Receive', '2026-01-05', letter, { case: 'case-2' });
    await done('Accept', '2026-01-10', {}, { case: 'case-2' });
    await makeUnreadable({ engine, store }, 'case-1');
    const counted = await recountClocks(engine, source, system, later, '2026-01-16');
    expect(counted).toMatchObject({ recorded: ['case-2'], refused: [], failed: [{ case: 'case-1', fault: expect.any(RangeError) }] });
    expect((await engine.history('case-2')).at(-1)?.fact.type).toBe('ClocksRecounted');
  });

  it('is counted once, however often it is announced', async () => {
    const { engine, source, store } = await received(later);
    await Promise.all([1, 2].map(() => recountClocks(engine, dueCasesInMemory(store), system, later, '2026-01-16')));
    expect(await recountClocks(engine, source, system, later, '2026-01-17')).toEqual({ recorded: [], refused: [], failed: [] });
    expect((await engine.history('case-1')).filter(({ fact }) => fact.type === 'ClocksRecounted')).toHaveLength(1);
  });

  it('is counted a second time where somebody who did not know it yet has since started a clock', async () => {
    const { engine, source, store, done, due } = await received(later);
    await recountClocks(engine, source, system, later, '2026-01-16');
    // A late paper of a day on which the first calendar held: its clock is counted by that one.
    await done('Suspend', '2026-01-12', { ground: 'g', evidence: 'Ill.' }, { late: { ground: 'Came late.', document: 'P-1' } });
    await done('Resume', '2026-01-12', { reason: 'Well again.' }, { late: { ground: 'Came late.', document: 'P-2' } });
    expect(await due()).toBe('2026-01-30');
    await Promise.all([1, 2].map(() => recountClocks(engine, dueCasesInMemory(store), system, later, '2026-01-17')));
    expect(await due()).toBe('2026-01-31');
    expect(await recountClocks(engine, source, system, later, '2026-01-18')).toEqual({ recorded: [], refused: [], failed: [] });
    expect((await engine.history('case-1')).filter(({ fact }) => fact.type === 'ClocksRecounted')).toHaveLength(2);
  });

  it('never moves a day that was told earlier', async () => {
    // The first edition has a holiday on the 30th, which the second gives up again.
    const given = calendarOf({ ...days, edition: '1', off: [holiday('2026-01-30')] });
    const up = calendarOf({ ...days, edition: '2', off: [] });
    const before = houseRules({ calendar: given, version: 'first' });
    const after = houseRules({ calendar: up, version: 'second' });
    const desk = openDesk(undefined, undefined, {
      ...after,
      at: (digest) => [before, after].find(({ edition }) => edition.digest === digest),
      editionFor: (_, __, on) => (on < '2026-01-15' ? before : after).edition,
    });
    await desk.done('Receive', '2026-01-05', letter);
    await desk.done('Accept', '2026-01-10');
    const { recorded, refused } = await recountClocks(desk.engine, dueCasesInMemory(desk.store), system, up, '2026-01-16');
    expect(recorded).toEqual([]);
    expect(refused).toMatchObject([{ case: 'case-1', refusal: { code: 'NOTHING_TO_RECOUNT' } }]);
    expect((await desk.engine.load('case-1'))?.state.clocks.resolution?.dueOn).toBe('2026-01-31');
  });

  it('is refused where the command names another calendar than the law has that day', async () => {
    const { refused } = await received(later);
    expect(await refused('RecountClocks', '2026-01-16', { calendar: 'house-days@3' }, { actor: system })).toMatchObject({
      code: 'NOTHING_TO_RECOUNT',
    });
  });
});
