/** Of a law: its editions, and the days it counts. */
import assert from 'node:assert/strict';
import { addDays, type CaseState, type Law, type LegalDay, weekdayOf } from '@redress/core';
import type { Played } from './histories.ts';
import { type Asked, commandsAsked, lawCase, objects, plainCase, steps } from './law-contract-case.ts';

/** Everything a law answers about a step, as data that can be compared. */
function answers<State extends CaseState>(law: Law, { fact, state, on }: Asked<State>, { setting }: Played<State>): unknown {
  const { id, edition } = law.calendar(on);
  return {
    edition: law.edition,
    timeZone: law.timeZone,
    calendar: `${id}@${edition}`,
    clocks: law.clockEffects(fact, state, on),
    unit: law.competentUnit(state, on, setting.organisation),
    next: law.nextLevel(state, on, setting.organisation),
    dispute: law.disputesCustody({ returns: 1, pingPongs: 0 }, state, on),
  };
}

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** Days around those of a history, near and far. */
function daysAround<State extends CaseState>({ entries, chance }: Played<State>): readonly LegalDay[] {
  const drawn = chance();
  return entries.map(({ fact }) => addDays(fact.on, drawn.below(1200) - 400));
}

/** Counted by walking, which needs nothing but the answer about each day. */
function walk(works: (day: LegalDay) => boolean, from: LegalDay, count: number, step: 1 | -1): LegalDay {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, step);
    if (works(day)) left -= 1;
  }
  return day;
}

export const editionCases = [
  plainCase('an edition names its pack, its version and its digest, by which it is found again', ({ law }) => {
    for (const name of ['pack', 'version', 'digest'] as const) assert.notEqual(law.edition[name], '', `the edition has no ${name}`);
    assert.deepEqual(law.at(law.edition.digest)?.edition, law.edition);
  }),
  lawCase('every step is governed by an edition that is known by its digest', async ({ setting: { law, type }, entries }) => {
    for (const { fact, after } of entries) {
      for (const step of Object.keys(type.commands)) {
        const edition = law.editionFor(step, after, fact.on);
        assert.deepEqual(law.at(edition.digest)?.edition, edition);
      }
    }
  }),
  lawCase('a law that is looked up by its digest answers as the law itself', async (played) => {
    const { law } = played.setting;
    const found = law.at(law.edition.digest) ?? assert.fail('the law does not know its own digest');
    for (const step of steps(played)) assert.deepEqual(answers(found, step, played), answers(law, step, played));
    for (const asked of commandsAsked(played)) {
      assert.deepEqual(objects(played, { ...asked, law: found }), objects(played, { ...asked, law }));
    }
  }),
  plainCase('a digest that nobody pinned is not known', ({ law }) => {
    for (const digest of ['', `${law.edition.digest}x`, 'constructor']) assert.equal(law.at(digest), undefined);
  }),
  plainCase('legal days begin in a time zone that there is, and those of its calendar in the same one', ({ law, from = '2024-01-02' }) => {
    assert.ok(isTimeZone(law.timeZone), `there is no time zone ${law.timeZone}`);
    assert.equal(law.calendar(from).timeZone, law.timeZone);
  }),
  lawCase('working days are counted as walking from day to day counts them, forward and back', async (played) => {
    const drawn = played.chance();
    for (const day of daysAround(played)) {
      const calendar = played.setting.law.calendar(day);
      const count = 1 + drawn.below(40);
      const forward = walk(calendar.isWorkingDay, day, count, 1);
      assert.equal(calendar.nthWorkingDayAfter(day, count), forward);
      assert.equal(calendar.nthWorkingDayBefore(day, count), walk(calendar.isWorkingDay, day, count, -1));
      assert.equal(calendar.workingDaysBetween(day, forward), count);
      assert.equal(calendar.nextWorkingDay(day), walk(calendar.isWorkingDay, addDays(day, -1), 1, 1));
      assert.equal(calendar.dayOff(day) === null, calendar.isWorkingDay(day), `${weekdayOf(day)} ${day} is off without a reason`);
    }
  }),
];
