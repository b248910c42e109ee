/** `redress case options ID`: what somebody may do with a case on a day, and why not the rest. */
import { isLegalDay } from '@redress/core';
import { optionsText, refusalDocument } from '../case-document.ts';
import type { CommandOfLine } from '../command.ts';
import { UsageError } from '../faults.ts';
import { asking, unknownCase } from '../opened.ts';

export const caseOptions: CommandOfLine = {
  name: 'case options',
  describes: 'What an actor may do with a case on a day, and why not the rest.',
  words: ['ID'],
  options: {
    actor: { type: 'string', value: 'ID', describes: 'Who asks.', required: true },
    unit: { type: 'string', value: 'UNIT', describes: 'The unit of the actor.', required: true },
    role: { type: 'string', value: 'ROLE', describes: 'The role in which the actor asks.', required: true },
    on: { type: 'string', value: 'DAY', describes: 'The legal day. Default: today, where the law is in force.' },
  },
  run: (given, terminal) =>
    asking(given, terminal, async ({ engine, language }) => {
      const [id = ''] = given.words;
      const on = given.text('on') ?? engine.today();
      if (!isLegalDay(on)) throw new UsageError('usage', `--on takes a day as YYYY-MM-DD, not ${JSON.stringify(on)}. Nothing was done.`);
      const actor = { id: given.text('actor') ?? '', unit: given.text('unit') ?? '', role: given.text('role') ?? '' };
      const options = await engine.options(id, actor, on);
      if (options.length === 0) return unknownCase(id, 'case options', language);
      const said = options.map(({ refusal, ...option }) => ({
        ...option,
        ...(refusal ? { refusal: refusalDocument(refusal, language).error } : {}),
      }));
      return { ending: 'done', document: { case: id, on, actor, options: said }, text: optionsText(options, language) };
    }),
};
