/** `redress case replay`: every record compared with what it must say, one case or the whole log. */
import { type Finding, type Replay, replay, replayAll, type Summary } from '@redress/audit';
import { type Answer, table } from '../answer.ts';
import type { CommandOfLine } from '../command.ts';
import { lawBook } from '../config.ts';
import { UsageError } from '../faults.ts';
import { loadMap } from '../import/load-map.ts';
import { asking, unknownCase } from '../opened.ts';

/** How many findings a person is shown; `--json` holds them all. */
const SHOWN = 50;

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
      const ground = { caseTypes: map?.caseTypes ?? config.caseTypes, laws: lawBook(config, map ? [map.law] : []) };
      if (id === undefined) return reported(replayAll({ ...ground, store }), terminal.stop);
      const answer = await reported(replay({ ...ground, log: store.log, records: store.read(id) }), terminal.stop);
      // A case whose first fact cannot be read is damaged, not unknown.
      return answer.facts === 0 && answer.ending === 'done' ? unknownCase(id, 'case replay', language) : answer;
    });
  },
};

async function reported(replaying: Replay, stop: AbortSignal): Promise<Answer & { readonly facts: number }> {
  const found: Finding[] = [];
  for await (const finding of replaying) {
    found.push(finding);
    if (stop.aborted) break;
  }
  const { summary } = replaying;
  const findings = found.filter(({ severity }) => severity === 'finding');
  const notes = found.filter(({ severity }) => severity === 'note');
  return {
    ending: stop.aborted ? 'interrupted' : summary.findings > 0 ? 'refused' : 'done',
    document: { ...summary, findings, notes },
    text: [...listOf(findings), ...listOf(notes), summaryText(summary)].join('\n'),
    facts: summary.facts,
  };
}

function listOf(findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.slice(0, SHOWN).map(({ severity, code, case: id, version, says }) => [severity, code, `${id} ${version}`, says]);
  const more = findings.length > SHOWN ? [`and ${findings.length - SHOWN} more; --json holds them all`] : [];
  return [table(['', 'code', 'case, fact', ''], rows), ...more, ''];
}

function summaryText({ cases, facts, findings, notes, observed }: Summary): string {
  return `${cases} cases, ${facts} facts (${observed} observed): ${findings} findings, ${notes} notes`;
}
