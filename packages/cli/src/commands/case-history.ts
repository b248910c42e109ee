/** `redress case history ID`: every fact of a case, with the stage before and after it. */
import { factDocument, historyText } from '../case-document.ts';
import type { CommandOfLine } from '../command.ts';
import { asking, unknownCase } from '../opened.ts';

export const caseHistory: CommandOfLine = {
  name: 'case history',
  describes: 'Every fact of a case, with the stage before and after it.',
  words: ['ID'],
  options: {},
  run: (given, terminal) =>
    asking(given, terminal, async ({ engine, language }) => {
      const [id = ''] = given.words;
      const entries = await engine.history(id);
      if (entries.length === 0) return unknownCase(id, 'case history', language);
      return { ending: 'done', document: { case: id, facts: entries.map(factDocument) }, text: historyText(entries) };
    }),
};
