/** `redress audit as-of`: a case as recorded at an instant against what was effective on a day, and what was known when it was decided. */
import {
  type AsOfMoment,
  type CaseFile,
  caseAsOf,
  type Decided,
  type Difference,
  type FactNamed,
  instantOf,
  knownWhenDecided,
  Saying,
  type Standing,
} from '@redress/audit';
import { type Answer, table } from '../answer.ts';
import { reviewing, reviewOptions } from '../case-filed.ts';
import { namesIn } from '../case-names.ts';
import type { CommandOfLine } from '../command.ts';
import { UsageError } from '../faults.ts';
import { dayOf } from '../law-answer.ts';

export const auditAsOf: CommandOfLine = {
  name: 'audit as-of',
  describes: 'A case as recorded at an instant against what was effective on a day; without either, what was known at each decision.',
  words: [],
  options: {
    case: { type: 'string', value: 'ID', describes: 'The case.', required: true },
    recorded: {
      type: 'string',
      value: 'INSTANT',
      describes: 'What had been recorded by then, as 2026-05-04T09:30:00Z. Against: its day, or --on.',
    },
    on: { type: 'string', value: 'DAY', describes: 'What was effective by its end. Against: recorded by its end, or --recorded.' },
    ...reviewOptions,
  },
  async run(given, terminal) {
    const recorded = instantIn(given.text('recorded'));
    const on = dayOf(given, 'on');
    return reviewing(given, terminal, 'audit as-of', async ({ file, timeZone, language }) => {
      const saying = new Saying(language, await namesIn(language));
      if (recorded === undefined && on === undefined) return decisions(file, saying);
      return moment(file, caseAsOf(file, { recorded, on, timeZone }), saying);
    });
  },
};

function instantIn(text: string | undefined): string | undefined {
  if (text === undefined || instantOf(text) !== null) return text;
  throw new UsageError(
    'usage',
    `--recorded takes an instant with its zone, as 2026-05-04T09:30:00Z, not ${JSON.stringify(text)}. Nothing was told.`,
  );
}

function moment(file: CaseFile, found: AsOfMoment, saying: Saying): Answer {
  const { known, effective, recorded, on, notYetRecorded, effectiveLater, differs } = found;
  const heads = [
    recorded === null ? saying.phrase('recordedByDay', { day: on }) : saying.phrase('recordedBy', { instant: recorded }),
    saying.phrase('effectiveOn', { day: on }),
  ];
  const rows = rowsOf(known, effective, differs, saying);
  const none = saying.phrase('noCaseYet');
  const standing = [saying.phrase('facts'), known ? String(known.facts) : none, effective ? String(effective.facts) : none, ''];
  return {
    ending: 'done',
    document: { asOf: found },
    text: [
      `${found.case} (${saying.caseType(found.caseType).text})`,
      '',
      table(['', ...heads, ''], [standing, ...rows]),
      ...listed(file, saying.phrase('notYetRecorded'), notYetRecorded, saying),
      ...listed(file, saying.phrase('effectiveLater'), effectiveLater, saying),
      ...(notYetRecorded.length + effectiveLater.length === 0 ? ['', saying.phrase('noDifference')] : []),
    ].join('\n'),
  };
}

/** What is the same by both measures stands there too: a difference is seen best beside what does not differ. */
function rowsOf(known: Standing | null, effective: Standing | null, differs: readonly Difference[], saying: Saying): readonly string[][] {
  const same = (['stage', 'level', 'holder'] as const).flatMap((what): readonly Difference[] => {
    const text = known && effective ? textOf(known, what) : null;
    return text === null || differs.some((each) => each.what === what) ? [] : [{ what, name: '', known: text, effective: text }];
  });
  return [...same, ...differs].map((each) => [...cells(each, saying), each.known === each.effective ? '' : '≠']);
}

function textOf({ stage, level, holder }: Standing, what: 'stage' | 'level' | 'holder'): string | null {
  if (what === 'stage') return stage;
  return what === 'level' ? String(level) : holder && `${holder.person}, ${holder.unit}`;
}

function cells({ what, name, known, effective }: Difference, saying: Saying): readonly string[] {
  const clock = what === 'due-day' || what === 'clock-status';
  const said = (text: string | null): string => {
    if (text === null) return '–';
    if (what === 'stage') return saying.stage(text).text;
    return what === 'clock-status' ? saying.status(text) : text;
  };
  return [saying.phrase(what, { name: clock ? saying.clock(name).text : name }), said(known), said(effective)];
}

function listed(file: CaseFile, head: string, facts: readonly FactNamed[], saying: Saying): readonly string[] {
  if (facts.length === 0) return [];
  const rows = facts.map(({ version, on, recordedAt, type }) => [`  ${version}`, on, recordedAt, saying.fact(file.type, type).text]);
  return ['', `${head}:`, table(['  ', saying.phrase('day'), saying.phrase('recordedAt'), saying.phrase('fact')], rows)];
}

function decisions(file: CaseFile, saying: Saying): Answer {
  const decided = knownWhenDecided(file);
  const without = decided.filter(({ notKnown, ahead }) => notKnown.length + ahead.length > 0);
  const text = [
    `${file.id}: ${saying.phrase('knownWhenDecided')}`,
    ...(without.length === 0 ? ['', saying.phrase('allKnown')] : without.map((each) => decisionText(file, each, saying))),
  ];
  return { ending: 'done', document: { case: file.id, decisions: decided }, text: text.join('\n') };
}

function decisionText(file: CaseFile, { fact, notKnown, ahead, differs }: Decided, saying: Saying): string {
  const heads = ['', saying.phrase('byTheFile'), saying.phrase('byTheDay')];
  return [
    '',
    `${fact.version}  ${fact.on}  ${saying.fact(file.type, fact.type).text}`,
    ...listed(file, saying.phrase('madeWithout'), notKnown, saying),
    ...listed(file, saying.phrase('whatLayAhead'), ahead, saying),
    ...(differs.length === 0
      ? []
      : [
          '',
          `${saying.phrase('differsIn')}:`,
          table(
            heads,
            differs.map((each) => cells(each, saying)),
          ),
        ]),
  ].join('\n');
}
