/** `redress chart`: the chart of a case type, as a drawing or as data. */
import { drawJson, drawMermaid } from '@redress/core';
import { table } from '../answer.ts';
import type { CommandOfLine } from '../command.ts';
import { configFrom } from '../config.ts';
import { UsageError } from '../faults.ts';

export const drawChart: CommandOfLine = {
  name: 'chart',
  describes: 'Which fact may follow which stage: a table, or a Mermaid drawing, or JSON.',
  words: ['[TYPE]'],
  options: { mermaid: { type: 'boolean', describes: 'Draw it in Mermaid.' } },
  async run(given, terminal) {
    const { caseTypes } = await configFrom(given.text('config'), terminal.folder);
    const [asked = caseTypes[0]?.name] = given.words;
    const type = caseTypes.find(({ name }) => name === asked);
    if (!type) {
      throw new UsageError(
        'usage',
        `There is no case type ${JSON.stringify(asked)}. Known are: ${caseTypes.map(({ name }) => name).join(', ')}.`,
      );
    }
    if (given.flag('mermaid')) {
      const mermaid = drawMermaid(type.chart);
      return { ending: 'done', document: { caseType: type.name, mermaid }, text: mermaid.trimEnd() };
    }
    const regions = drawJson(type.chart);
    const rows = Object.entries(regions).flatMap(([region, states]) =>
      states.flatMap(({ state, on }) => Object.entries(on).map(([fact, to]) => [region, state, fact, to])),
    );
    return {
      ending: 'done',
      document: { caseType: type.name, version: type.version, regions },
      text: table(['region', 'state', 'fact', 'leads to'], rows),
    };
  },
};
