import { AssertionError } from 'node:assert';
import { addDays, type Calendar, type Citation, type ClockEntry, calendarOf, type Fact, type Law, type Objection } from '@redress/core';
import { houseRules, houseSetting, lawContract } from '@redress/testing';
import { describe, expect, it } from 'vitest';
import { tried } from '../../../.config/tried.ts';

/** The house rules, but for what is changed; every digest leads back to them. */
function law(change: (house: Law) => Partial<Law>): Law {
  const house = houseRules();
  const broken: Law = { ...house, at: (digest) => (digest === house.edition.digest ? broken : undefined), ...change(house) };
  return broken;
}

const calendar = (change: (real: Calendar) => Partial<Calendar>): Law =>
  law((house) => ({ calendar: (on) => ({ ...house.calendar(on), ...change(house.calendar(on)) }) }));

const effects = (of: string, change: (house: readonly ClockEntry[], fact: Fact) => readonly ClockEntry[]): Law =>
  law((house) => ({
    clockEffects: (fact, state, on) => {
      const answer = house.clockEffects(fact, state, on);
      return fact.type === of ? change(answer, fact) : answer;
    },
  }));

const because: Citation = { text: 'House rule 0', grade: 'A' };
const unknown: Citation = { ...because, grade: 'X' };
const objecting = (objection: Partial<Objection> | ((asked: string) => Partial<Objection>)): Law =>
  law(() => ({
    objection: ({ type }) => ({
      rule: 'nothing-at-night',
      says: { en: 'Nothing is done at night.', vi: 'Ban đêm không làm gì.' },
      because,
      ...(typeof objection === 'function' ? objection(type) : objection),
    }),
  }));

let asked = 0;
const closing = calendarOf({
  id: 'closing-house',
  edition: '1',
  timeZone: 'UTC',
  weekend: ['Sat', 'Sun'],
  publishedFrom: 2024,
  publishedTo: 2026,
  off: [],
  makeUp: [],
});

/** A case of the contract, and a law that breaks what it promises. */
const broken: readonly (readonly [name: string, breaks: string, law: Law])[] = [
  [
    'an edition names its pack, its version and its digest, by which it is found again',
    'a version without a name',
    law(({ edition }) => ({ edition: { ...edition, version: '' } })),
  ],
  [
    'every step is governed by an edition that is known by its digest',
    'an edition that only a step knows',
    law(({ edition }) => ({ editionFor: (step) => (step === 'Resolve' ? { ...edition, digest: 'another' } : edition) })),
  ],
  [
    'an edition names its pack, its version and its digest, by which it is found again',
    'a law that forgets itself',
    law(() => ({ at: () => undefined })),
  ],
  [
    'a law that is looked up by its digest answers as the law itself',
    'a law that is looked up and starts no clock',
    law((house) => ({ at: (digest) => (digest === house.edition.digest ? { ...house, clockEffects: () => [] } : undefined) })),
  ],
  [
    'a law that is looked up by its digest answers as the law itself',
    'a law that is looked up and never objects',
    law((house) => ({
      at: () => ({ ...house }),
      objection: () => ({ rule: 'no', says: { en: 'No.' }, because }),
    })),
  ],
  ['a digest that nobody pinned is not known', 'a law that stands for every digest', law((house) => ({ at: () => house }))],
  [
    'legal days begin in a time zone that there is, and those of its calendar in the same one',
    'a zone of no place',
    law(() => ({ timeZone: 'Mars/Olympus' })),
  ],
  [
    'legal days begin in a time zone that there is, and those of its calendar in the same one',
    'a calendar of another zone',
    calendar(() => ({ timeZone: 'Asia/Ho_Chi_Minh' })),
  ],
  [
    'working days are counted as walking from day to day counts them, forward and back',
    'a day too many, counted back',
    calendar((real) => ({ nthWorkingDayBefore: (day, count) => real.nthWorkingDayBefore(day, count + 1) })),
  ],
  [
    'working days are counted as walking from day to day counts them, forward and back',
    'a day off without a reason',
    calendar(() => ({ dayOff: () => 'weekend' })),
  ],
  [
    'every clock that is moved has an article, and every one that starts a consequence',
    'a clock without a consequence',
    effects('Resolved', (house) => house.map((entry) => (entry.do === 'start' ? { ...entry, consequence: ' ' } : entry))),
  ],
  [
    'every clock that is moved has an article, and every one that starts a consequence',
    'a stop by no article',
    effects('Accepted', (house) => house.map((entry) => (entry.do === 'stop' ? { ...entry, law: { text: '' } } : entry))),
  ],
  [
    'a due day can be counted again, from the entries of its clock and the calendar of the day',
    'a calendar that is another each time it is asked for',
    law((house) => ({
      calendar: (on) => {
        asked += 1;
        return asked % 2 === 0 ? house.calendar(on) : closing;
      },
    })),
  ],
  [
    'only a clock that the case has is paused, resumed, extended, switched or stopped',
    'a clock that was never started is stopped',
    effects('Accepted', (house, { on }) => [...house, { do: 'stop', clock: 'publication', on, law: because }]),
  ],
  [
    'a remark moves no clock, whenever it is made',
    'a note that gives time',
    effects('Noted', (_, { on }) => [{ do: 'extend', clock: 'acceptance', on, by: 1, cap: 99, law: because }]),
  ],
  [
    'no clock runs by a source that nobody could find out',
    'a guess with a due day',
    effects('Received', (house) => house.map((entry) => ({ ...entry, law: unknown }))),
  ],
  [
    'a command is judged before it says anything, and without a fault',
    'a rule that takes for granted what has to be said',
    law(() => ({
      objection: ({ type, data }) => {
        if (type === 'Resolve' && typeof data.outcome !== 'string') throw new TypeError('outcome is not a text');
        return null;
      },
    })),
  ],
  ['an objection names its rule, says it in words and cites its source', 'a rule without a name', objecting({ rule: '' })],
  ['an objection names its rule, says it in words and cites its source', 'a no without words', objecting({ says: {} })],
  [
    'an objection names its rule, says it in words and cites its source',
    'a no in one language, with nothing in it',
    objecting({ says: { en: 'No.', vi: '' } }),
  ],
  ['an objection names its rule, says it in words and cites its source', 'a no by no article', objecting({ because: { text: '' } })],
  [
    'every objection is said in the same languages',
    'a no that is not translated',
    objecting((type) => (type === 'Note' ? { says: { en: 'Nothing is noted.' } } : {})),
  ],
  [
    'an objection whose source nobody could find out says that the law is not settled',
    'a guess that sounds certain',
    objecting({ because: unknown }),
  ],
  [
    'whose a case is, and whose it would be next, is cited by a source that is known',
    'a unit by a guess',
    law(() => ({ competentUnit: () => ({ unit: 'top', because: unknown }) })),
  ],
  [
    'whose a case is, and whose it would be next, is a unit that stands on that day',
    'a unit that there is not',
    law(() => ({ nextLevel: () => ({ unit: 'nowhere', because }) })),
  ],
  [
    'custody is not in dispute before anything was handed back, and then by an article',
    'a dispute from the start',
    law(() => ({ disputesCustody: () => because })),
  ],
  [
    'custody is not in dispute before anything was handed back, and then by an article',
    'a dispute by no article',
    law(() => ({ disputesCustody: ({ returns }) => (returns > 0 ? { text: '' } : null) })),
  ],
  [
    'the same question has the same answer, and asking changes nothing',
    'a law that answers by turns',
    law((house) => ({
      nextLevel: (...given) => {
        asked += 1;
        return asked % 2 === 0 ? house.nextLevel(...given) : null;
      },
    })),
  ],
  [
    'the same question has the same answer, and asking changes nothing',
    'a law that writes into the case',
    law((house) => ({
      competentUnit: (state, on, organisation) => {
        state.stage = addDays(on, 1);
        return house.competentUnit(state, on, organisation);
      },
    })),
  ],
];

describe('the house rules keep the law contract', () => {
  const setting = houseSetting();
  for (const kept of lawContract) it(kept.name, () => kept.run(setting, tried(10)));
});

describe('the rules of a house that closes at weekends keep it too', () => {
  const setting = houseSetting({ law: houseRules({ calendar: closing }) });
  for (const kept of lawContract) it(kept.name, () => kept.run(setting, tried(5)));
});

// The executable control of every case: each must find what was broken for it, and by its own assertion.
describe('the law contract notices', () => {
  it.each(broken)('where it should hold that %s: %s', async (name, _, given) => {
    const kept = lawContract.find((each) => each.name === name) ?? expect.fail(`no case is named: ${name}`);
    const run = kept.run(houseSetting({ law: given }), { runs: 60, seed: 2, shrink: false });
    const found = await run.then(() => null).catch((error: unknown) => error);
    expect(found, 'it found nothing').toBeInstanceOf(Error);
    // A case over histories fails with the seed, and with what it found as the cause.
    if (found instanceof AssertionError) return;
    expect(found).toHaveProperty('cause', expect.any(AssertionError));
    expect(String(found)).toContain('seed: 2');
  });

  it('something for each of its cases, each under a name of its own', () => {
    expect(new Set(broken.map(([name]) => name))).toEqual(new Set(lawContract.map(({ name }) => name)));
    expect(new Set(lawContract.map(({ name }) => name)).size).toBe(lawContract.length);
  });
});
