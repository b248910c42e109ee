/** Of a law: the clocks it starts, what it objects to, and whose a case is. */
import assert from 'node:assert/strict';
import { type CaseState, type Citation, entriesOf, post, type UnitAnswer } from '@redress/core';
import type { Played } from './histories.ts';
import { type Asked, commandsAsked, lawCase, objects, steps } from './law-contract-case.ts';

/** The grade of a source that nobody could find out: it is never used as one. */
const UNKNOWN = 'X';

const cites = ({ text }: Citation): void => assert.notEqual(text.trim(), '', 'no source is cited');

const entries = <State extends CaseState>(played: Played<State>) =>
  steps(played).flatMap((step) => step.law.clockEffects(step.fact, step.state, step.on).map((entry) => ({ ...step, entry })));

const objections = <State extends CaseState>(played: Played<State>) =>
  commandsAsked(played).flatMap((asked) => objects(played, asked) ?? []);

/** Whose the case is, and whose it would be next, after every fact. */
const units = <State extends CaseState>(played: Played<State>) =>
  steps(played)
    .filter(({ state }) => state.version > 0)
    .flatMap(({ law, state, on }) =>
      [law.competentUnit(state, on, played.setting.organisation), law.nextLevel(state, on, played.setting.organisation)].flatMap(
        (answer: UnitAnswer | null) => (answer ? [{ answer, on }] : []),
      ),
    );

/** All that was asked and could have been changed, as text. */
const asText = <State extends CaseState>({ fact, state }: Asked<State>): string => JSON.stringify({ fact, state });

const clockCases = [
  lawCase('every clock that is moved has an article, and every one that starts a consequence', async (played) => {
    for (const { entry } of entries(played)) {
      cites(entry.law);
      if (entry.do === 'start') assert.notEqual(entry.consequence.trim(), '', `${entry.clock} starts without a consequence`);
    }
  }),
  lawCase(
    'a due day can be counted again, from the entries of its clock and the calendar of the day',
    async ({ setting, entries: all }) => {
      for (const { recorded, fact, after } of all) {
        const digest = (recorded.record.meta.law ?? '').split('#')[1] ?? '';
        const calendar = (setting.law.at(digest) ?? setting.law).calendar(fact.on);
        for (const clock of Object.values(after.clocks)) {
          const line = clock.lines.at(-1);
          const posted = entriesOf(clock);
          // Only a line that this very fact wrote was counted with the calendar of its day.
          if (line === undefined || !wrote(fact.data, line)) continue;
          assert.deepEqual(post(posted.slice(0, -1), line.entry, calendar), line);
        }
      }
    },
  ),
  lawCase('only a clock that the case has is paused, resumed, extended, switched or stopped', async (played) => {
    for (const step of steps(played)) {
      const known = new Set(Object.keys(step.state.clocks));
      for (const entry of step.law.clockEffects(step.fact, step.state, step.on)) {
        if (entry.do === 'start') known.add(entry.clock);
        assert.ok(known.has(entry.clock), `${step.fact.type} would ${entry.do} ${entry.clock}, which the case does not have`);
      }
    }
  }),
  lawCase('a remark moves no clock, whenever it is made', async (played) => {
    const remarks = played.setting.remarks ?? ['Noted'];
    for (const { law, fact, state, on } of steps(played)) {
      for (const type of remarks) assert.deepEqual(law.clockEffects({ ...fact, type }, state, on), []);
    }
  }),
  lawCase('no clock runs by a source that nobody could find out', async (played) => {
    for (const { entry } of entries(played)) assert.notEqual(entry.law.grade, UNKNOWN, `${entry.do} ${entry.clock} by ${entry.law.text}`);
  }),
];

/** Whether the line is one of the fact's own. */
const wrote = (data: Readonly<Record<string, unknown>>, line: object): boolean =>
  Array.isArray(data.clocks) && data.clocks.some((each) => JSON.stringify(each) === JSON.stringify(line));

const objectionCases = [
  lawCase('a command is judged before it says anything, and without a fault', async (played) => {
    for (const asked of commandsAsked(played)) assert.doesNotThrow(() => objects(played, asked));
  }),
  lawCase('an objection names its rule, says it in words and cites its source', async (played) => {
    for (const { rule, says, because } of objections(played)) {
      assert.notEqual(rule.trim(), '', 'an objection without the name of its rule');
      assert.ok(Object.keys(says).length > 0 && Object.values(says).every((words) => words.trim() !== ''), `${rule} says nothing`);
      cites(because);
    }
  }),
  lawCase('every objection is said in the same languages', async (played) => {
    const [first, ...others] = objections(played).map(({ rule, says }) => ({ rule, languages: Object.keys(says).toSorted() }));
    for (const { rule, languages } of others) assert.deepEqual(languages, first?.languages, `${rule}, and ${first?.rule}`);
  }),
  lawCase('an objection whose source nobody could find out says that the law is not settled', async (played) => {
    for (const { rule, because, unsettled } of objections(played)) {
      if (because.grade === UNKNOWN) assert.equal(unsettled, true, `${rule} rests on ${because.text}`);
    }
  }),
];

const unitCases = [
  lawCase('whose a case is, and whose it would be next, is cited by a source that is known', async (played) => {
    for (const { answer } of units(played)) {
      cites(answer.because);
      assert.notEqual(answer.because.grade, UNKNOWN, `${answer.unit} by ${answer.because.text}`);
    }
  }),
  lawCase('whose a case is, and whose it would be next, is a unit that stands on that day', async (played) => {
    for (const { answer, on } of units(played)) {
      assert.notEqual(played.setting.organisation.unit(answer.unit, on), null, `${answer.unit} does not stand on ${on}`);
    }
  }),
  lawCase('custody is not in dispute before anything was handed back, and then by an article', async (played) => {
    for (const { law, state, on } of steps(played)) {
      assert.equal(law.disputesCustody({ returns: 0, pingPongs: 0 }, state, on), null);
      const dispute = law.disputesCustody({ returns: 9, pingPongs: 9 }, state, on);
      if (dispute) cites(dispute);
    }
  }),
];

const answerCases = [
  lawCase('the same question has the same answer, and asking changes nothing', async (played) => {
    const { organisation } = played.setting;
    for (const step of steps(played)) {
      const { law, fact, state, on } = step;
      const before = asText(step);
      const ask = () => [
        law.clockEffects(fact, state, on),
        law.competentUnit(state, on, organisation),
        law.nextLevel(state, on, organisation),
        law.editionFor(fact.type, state, on),
      ];
      assert.deepEqual(ask(), ask());
      assert.equal(asText(step), before, 'asking changed the fact or the state');
    }
    for (const asked of commandsAsked(played)) {
      const before = JSON.stringify(asked);
      assert.deepEqual(objects(played, asked), objects(played, asked));
      assert.equal(JSON.stringify(asked), before, 'asking changed the command or the state');
    }
  }),
];

export const lawAnswerCases = [...clockCases, ...objectionCases, ...unitCases, ...answerCases];
