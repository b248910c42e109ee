/** `redress audit check`: the whole log in its store looked through, quick enough for every night. */
import { checkLog } from '@redress/audit';
import type { CommandOfLine } from '../command.ts';
import { loadMap } from '../import/load-map.ts';
import { asking } from '../opened.ts';
import { reported } from '../replay-report.ts';

export const auditCheck: CommandOfLine = {
  name: 'audit check',
  describes: 'Look through the whole log: does each record follow the one before it by its hash, do its data fit, does every case fold.',
  words: [],
  options: {
    map: { type: 'string', value: 'MAP', describes: 'A map whose own case types the records were imported under.' },
  },
  async run(given, terminal) {
    const path = given.text('map');
    const map = path === undefined ? undefined : await loadMap(path, terminal.folder);
    return asking(given, terminal, async ({ engine: { store }, config }) => {
      const answer = await reported(
        checkLog({ store, caseTypes: map?.caseTypes ?? [...config.charts, ...config.caseTypes] }),
        terminal.stop,
      );
      return { ...answer, text: `${answer.text}\n${PROVES}` };
    });
  },
};

const PROVES =
  'What chart, law and custody ask is for `redress case replay --all`; that nothing was cut off at the end, or written anew from some fact on, ' +
  'only a checkpoint shows: `redress audit seal` compares the log with it.';
