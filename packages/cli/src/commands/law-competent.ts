/** `redress law competent`: who settles a complaint about what a unit did, at either level. */
import type { Addressee } from '@redress/vietnam';
import { table } from '../answer.ts';
import type { CommandOfLine } from '../command.ts';
import { configFrom } from '../config.ts';
import { UsageError } from '../faults.ts';
import { citedText, dayOf } from '../law-answer.ts';

export const lawCompetent: CommandOfLine = {
  name: 'law competent',
  describes: 'Who settles a complaint about what a unit did, at the first and at the second level.',
  words: [],
  options: {
    unit: { type: 'string', value: 'U', describes: 'The unit that issued or did it, by its id in the organisation.', required: true },
    act: {
      type: 'string',
      value: 'ACT',
      describes: 'decision, administrative, not-administrative, sanction, inspection, before-1995-without-file or discipline.',
      required: true,
    },
    on: { type: 'string', value: 'DAY', describes: 'The day of the contested decision or act.', required: true },
    'complained-on': { type: 'string', value: 'DAY', describes: 'The day of the complaint. Default: the same day.' },
  },
  async run(given, terminal) {
    const { competentActs, competentFor, isCompetentAct } = await import('@redress/vietnam');
    const { organisation } = await configFrom(given.text('config'), terminal.folder);
    const issuedOn = dayOf(given, 'on') ?? '';
    const on = dayOf(given, 'complained-on') ?? issuedOn;
    const unit = given.text('unit') ?? '';
    const act = given.text('act') ?? '';
    if (!isCompetentAct(act))
      throw new UsageError('usage', `--act is one of ${competentActs.join(', ')}, not ${JSON.stringify(act)}. Nothing was answered.`);
    if (on < issuedOn) throw new UsageError('usage', `--complained-on lies before --on. Nothing was answered.`);
    const levels = competentFor({ unit, act, issuedOn, on, organisation });
    const named = (found: Addressee): string => {
      if ('unit' in found) return `${organisation.unit(found.unit, on)?.name ?? found.unit} (${found.unit})`;
      return 'outside' in found ? `${found.outside}${found.flag ? ` [${found.flag}]` : ''}` : '–';
    };
    const rows = levels.map(({ level, found }) =>
      'answer' in found
        ? [String(level), named(found.answer), citedText(found.answer.because)]
        : [String(level), `${found.refusal.code}: ${found.refusal.says[given.language]}`, found.refusal.because?.text ?? ''],
    );
    return {
      ending: levels.every(({ found }) => 'answer' in found) ? 'done' : 'refused',
      document: { unit, act, on: issuedOn, complainedOn: on, levels: levels.map(({ level, found }) => ({ level, ...found })) },
      text: table(['level', 'who', 'law'], rows),
    };
  },
};
