/** `redress case show ID`: where a case stands, who holds it, what its clocks say. */
import { type Engine, isLegalDay } from '@redress/core';
import type { Answer } from '../answer.ts';
import { caseDocument, caseText } from '../case-document.ts';
import { type CommandOfLine, count, type Language } from '../command.ts';
import { UsageError } from '../faults.ts';
import { asking, unknownCase } from '../opened.ts';

export const caseShow: CommandOfLine = {
  name: 'case show',
  describes: 'Where a case stands, who holds it, and its clocks explained.',
  words: ['ID'],
  options: {
    'as-of': { type: 'string', value: 'DAY', describes: 'What had happened by the end of this legal day.' },
    version: { type: 'string', value: 'N', describes: 'After its first N facts.' },
  },
  run: (given, terminal) =>
    asking(given, terminal, async ({ engine, language }) => {
      const [id = ''] = given.words;
      const day = given.text('as-of');
      if (day !== undefined && !isLegalDay(day))
        throw new UsageError('usage', `--as-of takes a day as YYYY-MM-DD, not ${JSON.stringify(day)}.`);
      if (day !== undefined && given.text('version') !== undefined) throw new UsageError('usage', 'Give --as-of or --version, not both.');
      const asOf =
        day !== undefined ? { on: day } : given.text('version') === undefined ? undefined : { version: count(given, 'version', 1) };
      const loaded = await engine.load(id, asOf);
      if (!loaded) return day === undefined ? unknownCase(id, 'case show', language) : notYet(engine, id, day, language);
      if (asOf && 'version' in asOf && loaded.state.version < asOf.version)
        throw new UsageError('usage', `The case ${id} has ${loaded.state.version} facts; --version takes no more. Nothing was shown.`);
      const today = day ?? engine.today();
      return { ending: 'done', document: { case: caseDocument(loaded.state, today) }, text: caseText(loaded.state, today) };
    }),
};

async function notYet(engine: Engine, id: string, day: string, language: Language): Promise<Answer> {
  const now = await engine.load(id);
  if (!now) return unknownCase(id, 'case show', language);
  throw new UsageError('usage', `On ${day} there was no case ${id} yet: it was opened on ${now.state.openedOn}. Nothing was shown.`);
}
