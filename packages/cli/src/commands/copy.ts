/** `redress copy`: a log moves house, from one store to an empty one of any kind. */
import { copyLog } from '@redress/core';
import type { CommandOfLine } from '../command.ts';
import { UsageError } from '../faults.ts';
import { openExisting, openOrMake, placeOf } from '../store-place.ts';

export const copy: CommandOfLine = {
  name: 'copy',
  describes: 'Move a log into an empty store, byte for byte, compare it, and let the old one grow no more.',
  words: [],
  options: {
    from: { type: 'string', value: 'URL', describes: 'The store it lies in, as for --store.', required: true },
    to: { type: 'string', value: 'URL', describes: 'An empty store, or one into which this log was copied before.', required: true },
  },
  async run(given, terminal) {
    if (given.text('db') !== undefined || given.text('store') !== undefined)
      throw new UsageError('usage', '`copy` takes --from and --to, not --db or --store. Nothing was done.');
    const there = placeOf({ store: given.text('from') }, terminal.folder);
    const here = placeOf({ store: given.text('to') }, terminal.folder);
    if (there.at === here.at) throw new UsageError('usage', '--from and --to name the same place. Nothing was done.');
    const from = await openExisting(there);
    try {
      const to = await openOrMake(here, from.log);
      try {
        const progress = (step: string, records: number): void => {
          if (terminal.watched) terminal.err(`\r${step} ${records}`);
        };
        const { records, before } = await copyLog(from, to, { to: here.shown, progress });
        if (terminal.watched) terminal.err('\n');
        const says = before ? 'had been copied before; compared again' : 'were copied and compared';
        return {
          ending: 'done',
          document: { log: from.log, from: there.shown, to: here.shown, records, copiedBefore: before },
          text: `${records} records of the log ${from.log} ${says}.\n${there.shown} takes nothing more; go on with ${here.option}`,
        };
      } finally {
        await to.close();
      }
    } finally {
      await from.close();
    }
  },
};
