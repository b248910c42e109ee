/** A log that has moved takes nothing more. */
import assert from 'node:assert/strict';
import { LOG_STREAM, logMoved, NO_STREAM } from '@redress/core';
import { contractCase } from './contract-case.ts';
import { begin, facts, faults, wholeLog } from './sample.ts';

export const movedCases = [
  contractCase('a log that has moved takes nothing more, in no stream, and says so', async ({ open }) => {
    const store = await open();
    const head = await begin(store, 'case', 'a');
    assert.equal((await store.append(LOG_STREAM, NO_STREAM, [logMoved(store.log, 'elsewhere')])).outcome, 'appended');
    const before = (await wholeLog(store)).map(({ text }) => text);
    await faults('log-moved', () => store.append('case', head, facts('b')));
    await faults('log-moved', () => store.append('another', NO_STREAM, facts('c')));
    assert.deepEqual(
      (await wholeLog(store)).map(({ text }) => text),
      before,
    );
  }),
  contractCase('what was written before a log moved is still answered for, and it moves once', async ({ open }) => {
    const store = await open();
    await begin(store, 'case', 'a');
    await store.append(LOG_STREAM, NO_STREAM, [logMoved(store.log, 'elsewhere')]);
    assert.equal((await store.append('case', NO_STREAM, facts('a'))).outcome, 'repeated');
    assert.equal((await store.append('case', NO_STREAM, facts('z'))).outcome, 'conflict');
    assert.equal((await store.append(LOG_STREAM, NO_STREAM, [logMoved(store.log, 'elsewhere')])).outcome, 'repeated');
  }),
  contractCase('of what is sent at once with the last fact, nothing comes after it', async ({ open }) => {
    const store = await open();
    const sent = [
      ...Array.from({ length: 8 }, (_, index) => store.append(`before-${index}`, NO_STREAM, facts(`b${index}`))),
      store.append(LOG_STREAM, NO_STREAM, [logMoved(store.log, 'elsewhere')]),
      ...Array.from({ length: 8 }, (_, index) => store.append(`after-${index}`, NO_STREAM, facts(`a${index}`))),
    ];
    const answers = await Promise.allSettled(sent);
    const log = await wholeLog(store);
    assert.equal(log.at(-1)?.record.stream, LOG_STREAM);
    assert.equal(log.length, answers.filter(({ status }) => status === 'fulfilled').length);
    for (const answer of answers) if (answer.status === 'rejected') assert.equal(answer.reason.code, 'log-moved');
  }),
  contractCase(
    'a log that another store object moved takes nothing more here either, whatever was under way',
    async ({ open, again }) => {
      const here = await open();
      const there = await again();
      const head = await begin(here, 'case', 'a');
      const racing = Array.from({ length: 20 }, (_, index) =>
        here.append(`case-${index}`, NO_STREAM, facts(`r${index}`)).catch((fault: unknown) => fault),
      );
      await there.append(LOG_STREAM, NO_STREAM, [logMoved(here.log, 'elsewhere')]);
      await Promise.all(racing);
      await faults('log-moved', () => here.append('case', head, facts('b')));
      const log = await wholeLog(here);
      // Nothing of a race comes after the last fact, in whatever order the log was written.
      assert.equal(log.at(-1)?.record.stream, LOG_STREAM);
    },
    'again',
  ),
];
