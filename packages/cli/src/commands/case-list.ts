/** `redress case list`: the cases of a log in the order in which they were opened, a page at a time. */
import { type CaseState, type Engine, isLegalDay, recordsOfCases, stateOn } from '@redress/core';
import { table } from '../answer.ts';
import { type CaseLine, caseLine } from '../case-document.ts';
import { type CommandOfLine, count, type Given } from '../command.ts';
import { UsageError } from '../faults.ts';
import { asking } from '../opened.ts';

const PAGE = 50;

export const caseList: CommandOfLine = {
  name: 'case list',
  describes: 'The cases in the order in which they were opened; the total counts all that match, whatever the page.',
  words: [],
  options: {
    stage: { type: 'string', value: 'STAGE', describes: 'Only cases in this stage.' },
    'overdue-on': { type: 'string', value: 'DAY', describes: 'Only cases with a clock that is overdue on this day.' },
    limit: { type: 'string', value: 'N', describes: `How many cases a page holds. Default: ${PAGE}.` },
    after: { type: 'string', value: 'ID', describes: 'Begin after this case: the last one of the page before.' },
  },
  run: (given, terminal) =>
    asking(given, terminal, async ({ engine }) => {
      const limit = count(given, 'limit', PAGE);
      const matching = await matchingCases(engine, given);
      const cases: CaseLine[] = [];
      for (const id of pageOf(matching, given.text('after'), limit)) {
        const loaded = await engine.load(id);
        if (loaded) cases.push(caseLine(loaded.state));
      }
      return { ending: 'done', document: { total: matching.length, cases }, text: textOf(matching.length, cases) };
    }),
};

async function matchingCases(engine: Engine, given: Given): Promise<readonly string[]> {
  const stage = given.text('stage');
  const day = given.text('overdue-on');
  if (day !== undefined && !isLegalDay(day))
    throw new UsageError('usage', `--overdue-on takes a day as YYYY-MM-DD, not ${JSON.stringify(day)}.`);
  const ids = await openedIn(engine, stage);
  if (day === undefined) return ids;
  const overdue: string[] = [];
  for (const id of ids) {
    const loaded = await engine.load(id);
    if (loaded && isOverdue(loaded.state, day)) overdue.push(id);
  }
  return overdue;
}

const isOverdue = (state: CaseState, day: string): boolean =>
  Object.values(state.clocks).some((clock) => stateOn(clock, day) === 'overdue');

/** Case ids in the order of their first fact. Where a stage is asked for, the last record of each case tells it: nothing is folded. */
async function openedIn(engine: Engine, stage: string | undefined): Promise<readonly string[]> {
  const last = new Map<string, string>();
  const stages = new Map(engine.caseTypes.flatMap(({ name, chart }) => chart.configurations.map((at) => [`${name} ${at.key}`, at.stage])));
  if (stage !== undefined && ![...stages.values()].includes(stage)) {
    throw new UsageError('usage', `There is no stage ${JSON.stringify(stage)}. Known are: ${[...new Set(stages.values())].join(', ')}.`);
  }
  for await (const { record } of recordsOfCases(engine.store)) last.set(record.stream, `${record.meta.caseType} ${record.meta.to}`);
  return [...last].flatMap(([id, at]) => (stage === undefined || stages.get(at) === stage ? [id] : []));
}

function pageOf(ids: readonly string[], after: string | undefined, limit: number): readonly string[] {
  if (after === undefined) return ids.slice(0, limit);
  const at = ids.indexOf(after);
  if (at < 0)
    throw new UsageError('usage', `--after names ${JSON.stringify(after)}, which is not among the cases that match. Nothing was listed.`);
  return ids.slice(at + 1, at + 1 + limit);
}

function textOf(total: number, cases: readonly CaseLine[]): string {
  const rows = cases.map((line) => [
    line.case,
    line.stage,
    String(line.level),
    line.openedOn ?? '-',
    line.holder?.unit ?? '-',
    line.holder?.person ?? '-',
    line.dueOn ?? '-',
  ]);
  const listed = table(['case', 'stage', 'level', 'opened on', 'unit', 'person', 'due on'], rows);
  return `${listed}\n${cases.length} of ${total} cases`;
}
