/** `redress import FILE --map MAP`: records of somebody else become cases. */
import { resolve } from 'node:path';
import type { Answer } from '../answer.ts';
import type { CommandOfLine } from '../command.ts';
import { UsageError } from '../faults.ts';
import { type Imported, importFile } from '../import/import-file.ts';
import { loadMap } from '../import/load-map.ts';
import { sourceAt } from '../import/source.ts';
import { progressOn } from '../progress.ts';
import { openOrMake, type Place, placeOf, sizeOf, sizeText } from '../store-place.ts';

export const importRecords: CommandOfLine = {
  name: 'import',
  describes: 'Take in the records of a CSV or XES file, gzip or not. The same file again goes on where it stopped and doubles nothing.',
  words: ['FILE'],
  options: { map: { type: 'string', value: 'MAP', describes: 'The module that says how a row becomes a case.', required: true } },
  async run(given, terminal) {
    const [file = ''] = given.words;
    if (given.text('config') !== undefined)
      throw new UsageError('usage', 'An import takes case types, law and organisation from its map, not from --config. Nothing was done.');
    const place = placeOf({ db: given.text('db'), store: given.text('store') }, terminal.folder);
    const path = resolve(terminal.folder, file);
    const map = await loadMap(given.text('map') ?? '', terminal.folder);
    // A file that is not there must not leave a database behind.
    sourceAt(path);
    const progress = progressOn(terminal);
    const store = await openOrMake(place);
    try {
      const imported = await importFile({
        store,
        map,
        file: path,
        stop: terminal.stop,
        language: given.language,
        onRow: progress.row,
        ...(given.flag('json') ? {} : { onRejected: ({ row, reason }) => progress.line(`rejected ${row}: ${reason}`) }),
      });
      await store.close();
      return report(imported, place, { map: map.name, file: path, db: place.shown });
    } finally {
      progress.end();
      await store.close();
    }
  },
};

function report(imported: Imported, place: Place, named: { readonly map: string; readonly file: string; readonly db: string }): Answer {
  const { cases, facts, rows, repeated, rejected, seconds, interrupted } = imported;
  const bytes = sizeOf(place);
  const lines = [
    `${rows} rows read, ${cases} cases, ${facts} facts written, ${repeated} steps written before, ${rejected.length} rejected`,
    `${seconds} s, ${sizeText(place)}`,
    ...(interrupted ? ['Stopped before the end of the file. Run the same command again to go on.'] : []),
  ];
  return {
    ending: interrupted ? 'interrupted' : rejected.length > 0 ? 'refused' : 'done',
    document: { ...named, cases, facts, rows, repeated, rejected, seconds, bytes, interrupted },
    text: lines.join('\n'),
  };
}
