/** `redress case replay`: every record compared with what it must say, one case or the whole log. */
import { replay, replayAll } from '@redress/audit';
import type { CommandOfLine } from '../command.ts';
import { lawBook, typesOfRecords } from '../config.ts';
import { UsageError } from '../faults.ts';
import { loadMap } from '../import/load-map.ts';
import { asking, unknownCase } from '../opened.ts';
import { reported } from '../replay-report.ts';

export const caseReplay: CommandOfLine = {
  name: 'case replay',
  describes: 'Compare every record with chart, law, chain and custody: of one case, or of all.',
  words: ['[ID]'],
  options: {
    all: { type: 'boolean', describes: 'Replay every case.' },
    map: { type: 'string', value: 'MAP', describes: 'A map whose own law the records were imported under.' },
  },
  async run(given, terminal) {
    const [id] = given.words;
    if ((id === undefined) !== given.flag('all'))
      throw new UsageError('usage', '`case replay` takes a case id or --all. Nothing was replayed.');
    const path = given.text('map');
    const map = path === undefined ? undefined : await loadMap(path, terminal.folder);
    return asking(given, terminal, async ({ engine, config, language }) => {
      const { store } = engine;
      const laws = lawBook(config, map ? [map.law] : []);
      const ground = { caseTypes: typesOfRecords(config, map), laws, signal: terminal.stop, language };
      if (id === undefined) return reported(replayAll({ ...ground, store }), language, terminal.stop);
      const answer = await reported(replay({ ...ground, log: store.log, records: store.read(id) }), language, terminal.stop);
      // A case whose first fact cannot be read is damaged, not unknown.
      return answer.facts === 0 && answer.ending === 'done' ? unknownCase(id, 'case replay', language) : answer;
    });
  },
};
