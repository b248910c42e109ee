/** `redress law answer FILE.json`: questions about dates and outcomes by the batch. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { CommandOfLine } from '../command.ts';
import { UsageError } from '../faults.ts';
import { jsonFrom } from '../json-file.ts';

const question = z.looseObject({ id: z.string(), input: z.unknown() });
const batch = z.looseObject({ dates: z.array(question).optional(), outcomes: z.array(question).optional() });

export const lawAnswer: CommandOfLine = {
  name: 'law answer',
  describes: 'Answers questions about dates and outcomes by the batch; each is answered or refused for itself.',
  words: ['FILE.json'],
  options: {},
  async run(given, terminal) {
    const { answerBatch } = await import('@redress/vietnam');
    const file = resolve(terminal.folder, given.words[0] ?? '');
    const read = batch.safeParse(jsonFrom(file));
    if (!read.success || (read.data.dates === undefined && read.data.outcomes === undefined)) {
      const why = read.success ? 'it has neither `dates` nor `outcomes`' : z.prettifyError(read.error);
      throw new UsageError('bad-facts', `${file} holds no questions: ${why}. Nothing was answered.`);
    }
    const answers = answerBatch(read.data);
    const all = [...answers.dates, ...answers.outcomes];
    const lines = all.map((each) =>
      'answer' in each
        ? `${each.id}: ${JSON.stringify(each.answer)}`
        : `${each.id}: refused, ${each.refusal.code}: ${each.refusal.says[given.language]}`,
    );
    return { ending: 'done', document: answers, text: lines.join('\n') };
  },
};
