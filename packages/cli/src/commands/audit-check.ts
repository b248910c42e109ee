/** `redress audit check`: the whole log in its store looked through, quick enough for every night. */
import { checkLog } from '@redress/audit';
import type { CommandOfLine } from '../command.ts';
import { typesOfRecords } from '../config.ts';
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
    return asking(given, terminal, async ({ engine: { store }, config, language }) => {
      const checking = checkLog({ store, caseTypes: typesOfRecords(config, map), signal: terminal.stop, language });
      const answer = await reported(checking, language, terminal.stop);
      return { ...answer, text: `${answer.text}\n${PROVES[language]}` };
    });
  },
};

const PROVES = {
  en:
    'What chart, law and custody ask is for `redress case replay --all`; that the last fact of a case was not changed, that nothing is missing at the ' +
    'end, or was written anew from some fact on, only a checkpoint shows: `redress audit seal` compares the log with it.',
  vi:
    'Yêu cầu của sơ đồ, pháp luật và trách nhiệm phụ trách do `redress case replay --all` đối chiếu; rằng sự kiện cuối của vụ việc không bị sửa, ' +
    'không thiếu gì ở cuối, và không có gì bị viết lại từ một sự kiện trở đi, chỉ mốc kiểm chứng mới cho thấy: `redress audit seal` đối chiếu nhật ký với mốc.',
} as const;
