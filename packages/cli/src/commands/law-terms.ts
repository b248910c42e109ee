/** `redress law terms`: every time limit of the pack, with what holds on a day. */

import { legalDayAt } from '@redress/core';
import { table } from '../answer.ts';
import type { CommandOfLine } from '../command.ts';
import { citedText, dayOf } from '../law-answer.ts';

export const lawTerms: CommandOfLine = {
  name: 'law terms',
  describes: 'Every time limit of the law: its length, its unit, its article and how certain it is.',
  words: [],
  options: { on: { type: 'string', value: 'DAY', describes: 'As in force on this day. Default: today.' } },
  async run(given) {
    const { termIds, termOn, vietnam } = await import('@redress/vietnam');
    const on = dayOf(given, 'on') ?? legalDayAt(new Date().toISOString(), vietnam.timeZone);
    const terms = termIds.map((id) => termOn(id, on));
    const rows = terms.map(({ id, about, length, unit, variants, law, standing }) => [
      id,
      length === null
        ? standing
        : `${length} ${length === 1 ? (unit ?? '').slice(0, -1) : unit}${variants.map((each) => `, ${each.variant} ${each.length}`).join('')}`,
      law ? citedText(law) : '',
      about[given.language],
    ]);
    return { ending: 'done', document: { on, terms }, text: table(['term', `on ${on}`, 'law', 'about'], rows) };
  },
};
