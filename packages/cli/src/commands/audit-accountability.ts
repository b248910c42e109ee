/** `redress audit accountability`: who held a case while its time limits ran, and for how many working days. */
import { resolve } from 'node:path';
import {
  type AccountsOfLog,
  accountOf,
  accountsOf,
  type CaseAccount,
  type ClockRun,
  casesInBundle,
  type HeldFor,
  Saying,
} from '@redress/audit';
import type { Holder, LegalDay } from '@redress/core';
import { type Answer, type Terminal, table } from '../answer.ts';
import { bundled, checkBundleAlone, groundOf, type Reviewed, reviewing, reviewOptions } from '../case-filed.ts';
import { isOwed, namesIn } from '../case-names.ts';
import type { CommandOfLine, Given } from '../command.ts';
import { configFrom } from '../config.ts';
import { dayOf } from '../law-answer.ts';
import { asking } from '../opened.ts';
import { withProgress } from '../progress.ts';

/** How many missed deadlines a person is shown; `--json` holds them all. */
const SHOWN = 50;

export const auditAccountability: CommandOfLine = {
  name: 'audit accountability',
  describes: 'For each case and each missed deadline: who held it for how many working days.',
  words: [],
  options: {
    case: { type: 'string', value: 'ID', describes: 'One case, with everybody who held it and all its clocks.' },
    unit: { type: 'string', value: 'UNIT', describes: 'Only cases that this unit held at some time, and only its days.' },
    until: {
      type: 'string',
      value: 'DAY',
      describes: 'Up to which day what still runs is counted. Default: today, where the law is in force.',
    },
    ...reviewOptions,
  },
  async run(given, terminal) {
    const { language } = given;
    const saying = new Saying(language, await namesIn(language));
    const [until, unit] = [dayOf(given, 'until'), given.text('unit')];
    if (given.text('case') === undefined) {
      const asked = { until, unit };
      if (given.text('bundle') !== undefined) return ofBundle(given, terminal, asked, saying);
      return asking(given, terminal, async ({ engine, config }) => {
        const { caseTypes, laws, today } = await groundOf(given, terminal, config);
        return ofLog({ store: engine.store, caseTypes, laws, until: until ?? today, owed: isOwed, unit }, saying, terminal.stop);
      });
    }
    return reviewing(given, terminal, 'audit accountability', async (reviewed) => ofCase(reviewed, until ?? reviewed.today, unit, saying));
  },
};

/** Every case of a bundle of a log, or of a folder of such bundles, without a store. */
async function ofBundle(
  given: Given,
  terminal: Terminal,
  { until, unit }: { readonly until: LegalDay | undefined; readonly unit: string | undefined },
  saying: Saying,
): Promise<Answer> {
  checkBundleAlone(given);
  const config = await configFrom(given.text('config'), terminal.folder);
  const { caseTypes, laws, today } = await groundOf(given, terminal, config);
  const folder = resolve(terminal.folder, given.text('bundle') ?? '');
  return withProgress(terminal, async (progress) => {
    const store = await bundled(async () => casesInBundle(folder, progress.row));
    return ofLog({ store, caseTypes, laws, until: until ?? today, owed: isOwed, unit }, saying, terminal.stop);
  });
}

function ofCase({ file, laws }: Reviewed, until: LegalDay, unit: string | undefined, saying: Saying): Answer {
  const account = accountOf(file, { laws, until, owed: isOwed });
  return { ending: 'done', document: { until, account }, text: caseText(account, until, unit, saying) };
}

interface Told {
  readonly accounts: CaseAccount[];
  readonly unreadable: { readonly case: string; readonly code: string; readonly says: string }[];
}

async function ofLog(asked: AccountsOfLog, saying: Saying, stop: AbortSignal): Promise<Answer> {
  const { until, unit } = asked;
  const told: Told = { accounts: [], unreadable: [] };
  let cases = 0;
  let missed = 0;
  const sums = new Sums();
  const found = accountsOf(asked, (id, { code, says }) => told.unreadable.push({ case: id, code, says }));
  for await (const account of found) {
    cases += 1;
    const late = account.runs.filter((run) => run.missed);
    missed += late.length;
    for (const run of late) sums.add(run, unit);
    if (late.length > 0) told.accounts.push({ ...account, runs: late });
    if (stop.aborted) break;
  }
  return {
    ending: stop.aborted ? 'interrupted' : told.unreadable.length > 0 ? 'refused' : 'done',
    document: { until, unit: unit ?? null, cases, missed, units: sums.rows(), accounts: told.accounts, unreadable: told.unreadable },
    text: logText({ ...told, cases, missed, unit, until }, sums, saying),
  };
}

interface Sum {
  readonly unit: string;
  readonly clock: string;
  missed: number;
  inTerm: number;
  overdue: number;
}

/** Working days by unit and clock. Clocks are not added to each other: some run side by side for one duty. */
class Sums {
  readonly #sums = new Map<string, Sum>();

  add({ clock, inTerm, overdue }: ClockRun, unit: string | undefined): void {
    const units = new Set([...inTerm, ...overdue].map(({ holder }) => holder?.unit ?? ''));
    for (const each of units) {
      if (unit !== undefined && each !== unit) continue;
      const key = JSON.stringify([each, clock]);
      const sum = this.#sums.get(key) ?? { unit: each, clock, missed: 0, inTerm: 0, overdue: 0 };
      sum.missed += 1;
      sum.inTerm += workingDays(inTerm, each);
      sum.overdue += workingDays(overdue, each);
      this.#sums.set(key, sum);
    }
  }

  rows(): readonly Sum[] {
    return [...this.#sums.values()].toSorted((one, other) => other.overdue - one.overdue);
  }
}

const workingDays = (shares: readonly HeldFor[], unit: string): number =>
  shares.reduce((sum, each) => sum + ((each.holder?.unit ?? '') === unit ? (each.workingDays ?? 0) : 0), 0);

const holderText = (holder: Holder | null, saying: Saying): string =>
  holder ? `${holder.person}, ${holder.unit}${holder.exOfficio ? ` (${saying.phrase('byOffice')})` : ''}` : saying.phrase('nobody');

const of = (shares: readonly HeldFor[], unit: string | undefined): readonly HeldFor[] =>
  unit === undefined ? shares : shares.filter(({ holder }) => holder?.unit === unit);

const days = ({ workingDays: working, days: all }: Pick<HeldFor, 'workingDays' | 'days'>): string => `${working ?? '–'} / ${all}`;

/** Who held it within the term and after it, a line each. */
function shareRows(run: ClockRun, unit: string | undefined, saying: Saying): readonly (readonly string[])[] {
  const rows = [
    ...of(run.inTerm, unit).map((share) => ['inTerm', share] as const),
    ...of(run.overdue, unit).map((share) => ['overdueDays', share] as const),
  ];
  return rows.map(([when, share]) => [`    ${holderText(share.holder, saying)}`, saying.phrase(when), days(share)]);
}

function runText(run: ClockRun, unit: string | undefined, saying: Saying): string {
  const ended = run.ended === 'runs' || run.ended === 'paused' ? saying.phrase(run.ended) : `${saying.phrase(run.ended)} ${run.endedOn}`;
  const head = `  ${saying.clock(run.clock).text}: ${run.startedOn} → ${run.dueOn ?? '–'}, ${ended}${run.missed ? `, ${saying.phrase('missed')}` : ''}, ${run.law.text}`;
  return [
    head,
    table(['    ', '', `${saying.phrase('workingDays')} / ${saying.phrase('calendarDays')}`], shareRows(run, unit, saying)),
    ...(run.ranOutWith ? [`    ${saying.phrase('ranOutWith', { holder: holderText(run.ranOutWith, saying) })}`] : []),
  ].join('\n');
}

function caseText(account: CaseAccount, until: LegalDay, unit: string | undefined, saying: Saying): string {
  const held = account.holdings
    .filter(({ holder }) => unit === undefined || holder.unit === unit)
    .map((each) => [`  ${holderText(each.holder, saying)}`, each.from, each.to ?? saying.phrase('untilNow'), days(each)]);
  const heads = [saying.phrase('holder'), saying.phrase('from'), saying.phrase('to')];
  return [
    `${account.case} (${saying.caseType(account.caseType).text}, ${saying.stage(account.stage).text})`,
    '',
    table([`  ${heads[0]}`, ...heads.slice(1), `${saying.phrase('workingDays')} / ${saying.phrase('calendarDays')}`], held),
    ...account.runs.map((run) => `\n${runText(run, unit, saying)}`),
    '',
    ...(account.runs.some((run) => run.missed) ? [] : [saying.phrase('noMissed')]),
    ...notes(until, saying),
  ].join('\n');
}

const notes = (until: LegalDay, saying: Saying): readonly string[] => [
  saying.phrase('countedUntil', { day: until }),
  saying.phrase('heldNotFault'),
];

interface LogTold extends Told {
  readonly cases: number;
  readonly missed: number;
  readonly unit: string | undefined;
  readonly until: LegalDay;
}

function logText({ accounts, unreadable, cases, missed, unit, until }: LogTold, sums: Sums, saying: Saying): string {
  const heads = ['unit', 'clock', 'missed', 'inTerm', 'overdueDays'] as const;
  const rows = sums
    .rows()
    .map((sum) => [
      ...[sum.unit === '' ? saying.phrase('nobody') : sum.unit, saying.clock(sum.clock).text],
      ...[sum.missed, sum.inTerm, sum.overdue].map(String),
    ]);
  const shown = accounts.slice(0, SHOWN).map((each) => [each.case, ...each.runs.map((run) => runText(run, unit, saying))].join('\n'));
  return [
    `${cases} ${saying.phrase('cases')}, ${missed} × ${saying.phrase('missed')}`,
    ...(rows.length > 0
      ? [
          '',
          table(
            heads.map((head) => saying.phrase(head)),
            rows,
          ),
        ]
      : []),
    ...shown.map((text) => `\n${text}`),
    ...(accounts.length > SHOWN ? ['', saying.phrase('more', { count: accounts.length - SHOWN })] : []),
    '',
    ...unreadable.map(({ says, code }) => `${says} (${code})`),
    ...notes(until, saying),
  ].join('\n');
}
