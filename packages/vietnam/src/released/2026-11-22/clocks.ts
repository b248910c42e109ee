/**
 * What a fact does to the clocks of a complaint. The rule in force is chosen by the day of the step, not once for the whole case
 * (NĐ155 Đ.22.1): acceptance by the day of receipt, settlement by the day of acceptance, suspension by the day of suspension.
 */
import { type Calendar, type Clock, type ClockEntry, type Complaint, currentLevel, dueDay, type Fact, type LegalDay } from '@redress/core';
import { type ArticleName, article } from './citations.ts';
import type { Configuration } from './configuration.ts';
import { AMENDED_FROM, continuing, GROUP_FROM, isDiscipline } from './matter.ts';
import {
  acceptanceByDecree,
  acceptanceByStatute,
  publication,
  type Ruled,
  resolution,
  secondComplaintAfterDecision,
  secondComplaintAfterSilence,
  sending,
} from './terms.ts';

/**
 * The clocks of a complaint. The statute and the decree each give a term for acceptance, in different units; both run and are shown,
 * and `acceptance` is the one that governs.
 */
export const clockNames = [
  'acceptance-statute',
  'acceptance-decree',
  'acceptance',
  'resolution',
  'second-complaint',
  'sending',
  'publication',
] as const;
export type ClockName = (typeof clockNames)[number];

/** What follows when a clock runs out, in words for the file. */
const consequences: Readonly<Record<ClockName, string>> = {
  'acceptance-statute': 'The term of the Law for accepting, or for refusing with reasons, is missed.',
  'acceptance-decree': 'The term of the decree for accepting, or for refusing with reasons, is missed.',
  acceptance: 'The head answers for neither having accepted the complaint nor having refused it with reasons.',
  resolution: 'The level is overdue: the complainant may go to the next level or to court; the head still owes the decision.',
  'second-complaint': 'A complaint to the next level is out of time unless an obstacle is shown; the way to court stays open.',
  sending: 'The decision was not sent in time to those who must have it.',
  publication: 'The second decision was not made public in time.',
};

interface Asked {
  readonly fact: Fact;
  readonly state: Complaint;
  readonly on: LegalDay;
  readonly calendar: Calendar;
  readonly configuration: Configuration;
}

const start = (clock: ClockName, on: LegalDay, ruled: Ruled | null): readonly ClockEntry[] =>
  ruled ? [{ do: 'start', clock, on, term: ruled.term, law: ruled.law, consequence: consequences[clock] }] : [];

const runs = (clock: Clock | undefined): boolean => clock !== undefined && clock.status !== 'stopped';

const stop = ({ state, on }: Asked, law: ArticleName, clocks: readonly string[]): readonly ClockEntry[] =>
  clocks.filter((clock) => runs(state.clocks[clock])).map((clock) => ({ do: 'stop', clock, on, law: article(law, on) }));

const acceptanceClocks = ['acceptance-statute', 'acceptance-decree', 'acceptance'] as const;

/** Which of two terms from the same day governs: by default the one that ends earlier, and of two equal ones the statute's. */
function governing({ calendar, configuration, on }: Asked, statute: Ruled | null, decree: Ruled | null): Ruled | null {
  if (!statute || !decree) return statute ?? decree;
  switch (configuration.acceptanceBasis) {
    case 'statute':
      return statute;
    case 'decree':
      return decree;
    case 'earlier':
      return dueDay(calendar, on, decree.term).dueOn < dueDay(calendar, on, statute.term).dueOn ? decree : statute;
  }
}

/**
 * A decree cannot lengthen what the Law gives, and it may bind its own officials more tightly: so both are counted from the receipt.
 * For a group the decree's term waits for the appointment of representatives (NĐ124 Đ.16.1); the Law's does not.
 */
function arrived(asked: Asked, level: 1 | 2, members: number): readonly ClockEntry[] {
  const { state, on, fact } = asked;
  const discipline = fact.type === 'Received' ? contestsDiscipline(fact) : isDiscipline(state);
  const statute = acceptanceByStatute(level, discipline, on);
  const decree = on >= AMENDED_FROM && members >= GROUP_FROM && !represented(state) ? null : acceptanceByDecree(on);
  return [
    ...start('acceptance-statute', on, statute),
    ...start('acceptance-decree', on, decree),
    ...start('acceptance', on, governing(asked, statute, decree)),
  ];
}

const represented = ({ members }: Complaint): boolean => members.some((each) => each.representative && each.standing === 'continuing');

const contestsDiscipline = ({ data }: Fact): boolean => {
  const contests: unknown = data.contests;
  return typeof contests === 'object' && contests !== null && 'kind' in contests && contests.kind === 'discipline';
};

/** With the appointment the decree's term for a group begins; it governs from now on where it ends before the Law's. */
function appointed(asked: Asked): readonly ClockEntry[] {
  const { state, on, calendar, configuration } = asked;
  const { acceptance } = state.clocks;
  if (on < AMENDED_FROM || !runs(acceptance) || !acceptance || runs(state.clocks['acceptance-decree'])) return [];
  const decree = acceptanceByDecree(on);
  if (!decree) return [];
  const sooner = dueDay(calendar, on, decree.term).dueOn < acceptance.dueOn;
  const governs = configuration.acceptanceBasis === 'decree' || (configuration.acceptanceBasis === 'earlier' && sooner);
  return [...start('acceptance-decree', on, decree), ...(governs ? start('acceptance', on, decree) : [])];
}

const levelOf = (state: Complaint): 1 | 2 => (state.level >= 2 ? 2 : 1);

const matter = (state: Complaint, complex: boolean) => ({
  level: levelOf(state),
  complex,
  remote: state.remoteArea,
  discipline: isDiscipline(state),
});

/** The longer total holds from the same start: 45 days are counted from acceptance, not added to the 30. */
function foundComplex({ state, on }: Asked): readonly ClockEntry[] {
  const clock = state.clocks.resolution;
  const acceptedOn = clock?.lines.findLast((line) => line.entry.do === 'start')?.entry.on;
  if (!runs(clock) || acceptedOn === undefined) return [];
  const ruled = resolution(matter(state, true), acceptedOn);
  return ruled ? [{ do: 'switch', clock: 'resolution', on, term: ruled.term, law: ruled.law }] : [];
}

/** Before 2026-07-01 nothing stopped the clock, so a suspension that was recorded all the same leaves it running. */
function suspended({ state, on }: Asked): readonly ClockEntry[] {
  if (on < AMENDED_FROM || state.clocks.resolution?.status !== 'running') return [];
  return [{ do: 'pause', clock: 'resolution', on, law: article('LKN Đ.11a.1', on) }];
}

/** The time left runs on from the day after the decision to continue; the days of the suspension are given back. */
function resumed({ state, on }: Asked): readonly ClockEntry[] {
  if (state.clocks.resolution?.status !== 'paused') return [];
  return [{ do: 'resume', clock: 'resolution', on, law: article('NĐ124 Đ.28b.2', on) }];
}

function resolved(asked: Asked): readonly ClockEntry[] {
  const { state, on } = asked;
  const level = levelOf(state);
  const discipline = isDiscipline(state);
  return [
    ...stop(asked, level === 1 ? 'LKN Đ.31' : 'LKN Đ.40', ['resolution']),
    ...start('sending', on, sending(level, discipline, on)),
    ...(level === 2 ? start('publication', on, publication(discipline, on)) : []),
  ];
}

/** The window to the second level opens when the first decision is received, not when it is signed (LKN Đ.33). */
function served(asked: Asked): readonly ClockEntry[] {
  const { state, on } = asked;
  const level = currentLevel(state);
  // In a case that has ended nothing is left that could go up: no clock starts there that nothing would stop.
  const first = state.ended === null && level?.level === 1 && level.decision !== null && level.servedOn === null;
  return [
    ...stop(asked, levelOf(state) === 1 ? 'LKN Đ.32' : 'LKN Đ.41.1', ['sending']),
    ...(first ? start('second-complaint', on, secondComplaintAfterDecision(state, on)) : []),
  ];
}

/** Silence opens the second level from the day the term ended, whenever that was noticed. */
function ranOut({ fact, state }: Asked): readonly ClockEntry[] {
  const { clock, dueOn } = fact.data;
  if (clock !== 'resolution' || typeof dueOn !== 'string' || state.level !== 1) return [];
  return start('second-complaint', dueOn, secondComplaintAfterSilence(state, dueOn));
}

/** The facts that end the whole case stop whatever still runs. */
const endings: ReadonlyMap<string, ArticleName> = new Map([
  ['Guided', 'TT05 Đ.8.1'],
  ['Returned', 'TT05 Đ.8.2'],
  ['Filed', 'TT05 Đ.28'],
  ['Joined', 'TT05 Đ.7.1'],
  ['SentElsewhere', 'TT05 Đ.8.2'],
  ['Withdrawn', 'LKN Đ.10'],
  ['Terminated', 'LKN Đ.11a.2'],
  ['Closed', 'LKN Đ.34'],
]);

/** Persons, not lines: a paper may name the same one twice. */
function members({ data }: Fact): number {
  const named: readonly unknown[] = Array.isArray(data.complainants) ? data.complainants : [];
  return new Set(named.map((each) => (typeof each === 'object' && each !== null && 'member' in each ? each.member : each))).size;
}

/** The entries that a fact leads to; `state` is the complaint before the fact. */
export function clocksOf(asked: Asked): readonly ClockEntry[] {
  const { fact, state } = asked;
  switch (fact.type) {
    case 'Received':
      return arrived(asked, 1, members(fact));
    case 'Recomplained':
      return [...stop(asked, 'LKN Đ.33', ['second-complaint']), ...arrived(asked, 2, continuing(state))];
    case 'RepresentativesAppointed':
      return appointed(asked);
    case 'Accepted':
      return [
        ...stop(asked, state.level === 1 ? 'LKN Đ.27' : 'LKN Đ.36', acceptanceClocks),
        ...start('resolution', asked.on, resolution(matter(state, false), asked.on)),
      ];
    case 'ComplexityFound':
      return foundComplex(asked);
    case 'Suspended':
      return suspended(asked);
    case 'Resumed':
      return resumed(asked);
    case 'Resolved':
      return resolved(asked);
    case 'Served':
      return served(asked);
    case 'Published':
      return stop(asked, 'LKN Đ.41.2', ['publication']);
    case 'ClockRanOut':
      return ranOut(asked);
    case 'SentBack':
      return stop(asked, 'LKN Đ.33', acceptanceClocks);
    case 'NotAccepted':
      return stop(asked, 'LKN Đ.11', state.level === 1 ? Object.keys(state.clocks) : acceptanceClocks);
    default: {
      const ending = endings.get(fact.type);
      return ending === undefined ? [] : stop(asked, ending, Object.keys(state.clocks));
    }
  }
}
