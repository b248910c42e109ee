/** `redress law classify`: what may become of a petition, by the facts its screener recorded. */
import { resolve } from 'node:path';
import { legalDay } from '@redress/core';
import type { Applied, NotApplied } from '@redress/vietnam';
import { table } from '../answer.ts';
import type { CommandOfLine, Given } from '../command.ts';
import { UsageError } from '../faults.ts';
import { jsonFrom } from '../json-file.ts';
import { citedText } from '../law-answer.ts';

const rowOf = ({ row, outcome, terms, because, about }: Applied, { language }: Given): readonly string[] => [
  row ?? '–',
  outcome,
  terms.join(' '),
  citedText(because),
  about[language],
];
const passed = ({ row, why, about }: NotApplied, { language }: Given): readonly string[] => [row, why[language], about[language]];

export const lawClassify: CommandOfLine = {
  name: 'law classify',
  describes: 'What may become of a petition, by when and by which article, and why nothing else.',
  words: [],
  options: {
    facts: { type: 'string', value: 'FILE', describes: 'JSON: `on`, a day, and what the screener recorded.' },
    schema: { type: 'boolean', describes: 'Print the JSON schema of the facts instead.' },
  },
  async run(given, terminal) {
    const { classify, screening } = await import('@redress/vietnam');
    const { z } = await import('zod');
    const asked = screening.extend({ on: legalDay.describe('The day of the step.') });
    if (given.flag('schema')) {
      const schema = z.toJSONSchema(asked, { unrepresentable: 'any' });
      return { ending: 'done', document: schema, text: JSON.stringify(schema, null, 2) };
    }
    const named = given.text('facts');
    if (named === undefined) throw new UsageError('usage', '`law classify` needs --facts or --schema. Nothing was classified.');
    const file = resolve(terminal.folder, named);
    const read = asked.safeParse(jsonFrom(file));
    if (!read.success)
      throw new UsageError('bad-facts', `${file} holds no facts of a petition: ${z.prettifyError(read.error)}. Nothing was classified.`);
    const { on, ...facts } = read.data;
    const found = classify(facts, on);
    const parts = [
      found.missing
        ? found.missing[given.language]
        : table(
            ['row', 'outcome', 'terms', 'law', 'about'],
            found.lawful.map((each) => rowOf(each, given)),
          ),
      ...(found.also.length === 0
        ? []
        : [
            'Besides',
            table(
              ['row', 'outcome', 'terms', 'law', 'about'],
              found.also.map((each) => rowOf(each, given)),
            ),
          ]),
      'Not',
      table(
        ['row', 'why', 'about'],
        found.not.map((each) => passed(each, given)),
      ),
    ];
    return { ending: found.missing ? 'refused' : 'done', document: { on, facts, ...found }, text: parts.join('\n\n') };
  },
};
