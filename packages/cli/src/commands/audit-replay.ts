/** `redress audit replay FOLDER`: every record of a bundle compared with what it must say, without a store. */
import { resolve } from 'node:path';
import { EvidenceError, type Replay, replayBundle } from '@redress/audit';
import type { CommandOfLine } from '../command.ts';
import { configFrom, lawBook, typesOfRecords } from '../config.ts';
import { UsageError } from '../faults.ts';
import { loadMap } from '../import/load-map.ts';
import { withProgress } from '../progress.ts';
import { reported } from '../replay-report.ts';

type Options = Parameters<typeof replayBundle>[0];

export const auditReplay: CommandOfLine = {
  name: 'audit replay',
  describes:
    'Compare every record of a bundle with chart, law, chain and custody. Opens no store. That nothing is missing is for `audit verify`.',
  words: ['FOLDER'],
  options: {
    map: { type: 'string', value: 'MAP', describes: 'A map whose own law the records were imported under.' },
  },
  async run(given, terminal) {
    const other = ['db', 'store'].find((option) => given.text(option) !== undefined);
    if (other) throw new UsageError('usage', `\`audit replay\` reads a bundle alone and takes no --${other}. Nothing was replayed.`);
    const path = given.text('map');
    const map = path === undefined ? undefined : await loadMap(path, terminal.folder);
    const config = await configFrom(given.text('config'), terminal.folder);
    const folder = resolve(terminal.folder, given.words[0] ?? '');
    return withProgress(terminal, async (progress) => {
      const replaying = replaysOf({
        folder,
        caseTypes: typesOfRecords(config, map),
        laws: lawBook(config, map ? [map.law] : []),
        signal: terminal.stop,
        language: given.language,
        onRead: (lines, bytes, of) => progress.row(lines, bytes, of),
      });
      const answer = await reported(replaying, given.language, terminal.stop);
      return { ...answer, text: `${answer.text}\n${PROVES[given.language]}` };
    });
  },
};

const PROVES = {
  en: 'Of what is here alone: that nothing was left out or changed as a whole, only `redress audit verify` can show.',
  vi: 'Chỉ xét những gì có ở đây: rằng không có gì bị bỏ sót hoặc bị thay toàn bộ, chỉ `redress audit verify` mới cho thấy.',
} as const;

/** @throws UsageError where the folder is no bundle. */
function replaysOf(options: Options): Replay {
  try {
    return replayBundle(options);
  } catch (cause) {
    if (!(cause instanceof EvidenceError)) throw cause;
    throw new UsageError('no-such-file', `${cause.says}.`, { cause });
  }
}
