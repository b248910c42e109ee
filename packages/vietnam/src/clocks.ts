/**
 * What a fact does to the clocks of a complaint. The rule in force is chosen by the day of the step, not once for the whole case
 * (NĐ155 Đ.22.1): acceptance by the day of receipt, settlement by the day of acceptance, suspension by the day of suspension.
 */
import {
  addDays,
  type Calendar,
  type Clock,
  type ClockEntry,
  type Complaint,
  clockNamed,
  currentLevel,
  daysBetween,
  dueDay,
  entriesOf,
  type Fact,
  type LegalDay,
  type LevelRecord,
  recounts,
} from '@redress/core';
import { type ArticleName, article } from './citations.ts';
import type { Configuration } from './configuration.ts';
import { consequences } from './consequences.ts';
import { effectivenessOf, inEffectFrom } from './effect.ts';
import { AMENDED_FROM, continuing, GROUP_FROM, isDiscipline } from './matter.ts';
import { forwarderNotice } from './notices.ts';
import { receivedOn, windowFrom } from './receipt.ts';
import {
  acceptanceByDecree,
  acceptanceByStatute,
  publication,
  type Ruled,
  resolution,
  ruledOn,
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
  'effect',
  'enforcement',
  'contested-suspension',
  'suspension-notice',
  'continuation-notice',
  'termination-notice',
  'termination-notice-commune',
  'forwarder-notice',
  'reception-answer',
  'papers-due',
  'papers-due-respondent',
  'papers-held',
] as const;
export type ClockName = (typeof clockNames)[number];

interface Asked {
  readonly fact: Fact;
  readonly state: Complaint;
  readonly on: LegalDay;
  readonly calendar: Calendar;
  readonly configuration: Configuration;
}

const start = (clock: ClockName, on: LegalDay, ruled: Ruled | null): readonly ClockEntry[] =>
  ruled ? [{ do: 'start', clock, on, term: ruled.term, law: ruled.law, consequence: consequences[clock].en }] : [];

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
 * For a group the decree's term waits for all signatures and the appointment of representatives (NĐ124 Đ.16.1); the Law's does not.
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

/** Somebody who complains has not signed, nor does so now. */
const unsigned = ({ members }: Complaint, now: readonly unknown[] = []): boolean =>
  members.some(({ member, standing, signed }) => standing === 'continuing' && signed === false && !now.includes(member));

const appointed = (asked: Asked): readonly ClockEntry[] => (unsigned(asked.state) ? [] : groupComplete(asked));

/** The appointment may have come before the last signature. */
function signed(asked: Asked): readonly ClockEntry[] {
  const { fact, state } = asked;
  const now: readonly unknown[] = Array.isArray(fact.data.signed) ? fact.data.signed : [];
  return now.length > 0 && represented(state) && !unsigned(state, now) ? groupComplete(asked) : [];
}

/** With the last of all signatures and the appointment the decree's term begins; it governs from now on where it ends before the Law's. */
function groupComplete(asked: Asked): readonly ClockEntry[] {
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
  const notice = start('suspension-notice', on, ruledOn('KN-71', on));
  if (on < AMENDED_FROM || state.clocks.resolution?.status !== 'running') return notice;
  return [{ do: 'pause', clock: 'resolution', on, law: article('LKN Đ.11a.1', on) }, ...notice];
}

/** The contested decision stays suspended for what is left of the time for settling, at most (LKN Đ.35); that time itself runs on. */
function contestedSuspended({ fact, state, on }: Asked): readonly ClockEntry[] {
  const { resolution } = state.clocks;
  const { through } = fact.data;
  if (resolution?.status !== 'running') return [];
  return contestedThrough(on, resolution, typeof through === 'string' ? through : null);
}

/**
 * Its last day is the one that was named, or else that of the settlement's term, which rolls as that term does. There is none without an
 * end: between the plain end of the term and the day it rolled to that day is, and where nothing is left the day itself.
 */
function contestedThrough(on: LegalDay, term: Pick<Clock, 'rawDueOn' | 'dueOn'>, through: LegalDay | null): readonly ClockEntry[] {
  const named = through !== null && through < term.dueOn ? through : null;
  const rolls = named === null && term.rawDueOn > on;
  const last = rolls ? term.rawDueOn : (named ?? term.dueOn);
  const lasts = { length: Math.max(0, daysBetween(on, last)), unit: 'calendar-days', roll: rolls ? 'next-working-day' : 'none' } as const;
  return start('contested-suspension', on, { term: lasts, law: article('LKN Đ.35', on) });
}

/** The time left runs on from the day after the decision to continue; the days of the suspension are given back. */
function resumed(asked: Asked): readonly ClockEntry[] {
  const { state, on } = asked;
  const notice = start('continuation-notice', on, ruledOn('KN-73', on));
  if (state.clocks.resolution?.status !== 'paused') return notice;
  return [{ do: 'resume', clock: 'resolution', on, law: article('NĐ124 Đ.28b.2', on) }, ...notice, ...contestedStillSuspended(asked)];
}

/** A contested decision that was suspended while nothing was counted stays so, at most, for the time that is now left. */
function contestedStillSuspended({ state, on, calendar }: Asked): readonly ClockEntry[] {
  const { resolution, 'contested-suspension': known } = state.clocks;
  const { contestedSuspension } = state;
  const pausedOn = resolution?.lines.findLast(({ entry }) => entry.do === 'pause')?.entry.on;
  if (!contestedSuspension || !resolution || pausedOn === undefined || runs(known)) return [];
  const end = addDays(on, daysBetween(pausedOn, resolution.rawDueOn));
  return contestedThrough(on, { rawDueOn: end, dueOn: calendar.nextWorkingDay(end) }, contestedSuspension.through);
}

const paperClocks = ['papers-due', 'papers-due-respondent'] as const;

function resolved(asked: Asked): readonly ClockEntry[] {
  const { state, on } = asked;
  const level = levelOf(state);
  const discipline = isDiscipline(state);
  return [
    ...stop(asked, level === 1 ? 'LKN Đ.31' : 'LKN Đ.40', ['resolution', ...paperClocks]),
    ...start('sending', on, sending(level, discipline, on)),
    ...(level === 2 ? start('publication', on, publication(discipline, on)) : []),
    ...start('effect', on, effectivenessOf(state, on)),
    ...start('forwarder-notice', on, forwarderNotice(state.forwardedBy?.kind ?? null, on)),
  ];
}

/**
 * The window to the second level opens when the complainant receives the first decision, not when it is signed, nor when another has it
 * (LKN Đ.33). In a case that has ended nothing is left that could go up: no clock starts there that nothing would stop.
 */
function served(asked: Asked): readonly ClockEntry[] {
  const { fact, state, on } = asked;
  const { of, isLast } = decisionNamed(asked);
  const { to } = fact.data;
  const now = (Array.isArray(to) ? to : []).map((who) => ({ who: String(who), on }));
  const before = of ? receivedOn(state, of.receipts) : null;
  const since = of && state.ended === null && state.level === 1 ? receivedOn(state, [...of.receipts, ...firstReceipts(of, now)]) : null;
  return [
    ...(isLast ? stop(asked, of?.level === 1 ? 'LKN Đ.32' : 'LKN Đ.41.1', ['sending']) : []),
    ...(since !== null && since !== before ? start('second-complaint', since, secondComplaintAfterDecision(state, since)) : []),
  ];
}

const firstReceipts = ({ receipts }: LevelRecord, now: LevelRecord['receipts']): LevelRecord['receipts'] =>
  now.filter(({ who }) => !receipts.some((each) => each.who === who));

/** The level whose decision a fact names, and whether it is the last one: the clocks that run are those of the last decision. */
function decisionNamed({ fact, state }: Asked): { readonly of: LevelRecord | undefined; readonly isLast: boolean } {
  const last = state.levels.findLast(({ decision }) => decision !== null);
  const of = state.levels.findLast(({ decision }) => decision?.document === fact.data.decision) ?? last;
  return { of, isLast: of === last };
}

const published = (asked: Asked): readonly ClockEntry[] => (decisionNamed(asked).isLast ? stop(asked, 'LKN Đ.41.2', ['publication']) : []);

/** Silence opens the second level from the day the term ended, whenever that was noticed. */
function ranOut(asked: Asked): readonly ClockEntry[] {
  const { fact, state } = asked;
  const { clock, dueOn } = fact.data;
  if (clock === 'effect' || clock === 'second-complaint') return takesEffect(asked);
  if (clock !== 'resolution' || typeof dueOn !== 'string' || state.level !== 1) return [];
  return start('second-complaint', dueOn, secondComplaintAfterSilence(state, dueOn));
}

/**
 * The direction to enforce is due within days of the effect, which the file shows once the days from the promulgation are over and no
 * window to the next level can be open. Whoever has directed it before is asked for nothing.
 */
function takesEffect(asked: Asked): readonly ClockEntry[] {
  const { state, on } = asked;
  const from = inEffectFrom(state, on);
  if (from === null) return [];
  return [...stop(asked, 'LKN Đ.44.4', ['effect']), ...(state.enforcements > 0 ? [] : start('enforcement', from, ruledOn('KN-59', from)))];
}

/**
 * The level above did not take it: the first decision goes on towards its effect and the window goes on to its end, each from the day it
 * began. One that the complaint did not stop stays as it was.
 */
function sentDown({ state }: Asked): readonly ClockEntry[] {
  const below = state.levels[state.levels.length - 2];
  if (!below?.decision) return [];
  const stoppedBy = (name: ClockName): boolean => {
    const last = clockNamed(state.clocks, name)?.lines.at(-1)?.entry;
    return last?.do === 'stop' && last.on === currentLevel(state)?.since;
  };
  const { decision } = below;
  const from = windowFrom(state, below);
  return [
    ...(stoppedBy('effect') ? start('effect', decision.on, effectivenessOf({ ...state, level: below.level }, decision.on)) : []),
    ...(from !== null && stoppedBy('second-complaint') ? start('second-complaint', from, secondComplaintAfterDecision(state, from)) : []),
  ];
}

/** Whoever is asked for papers while the case is settled has days to answer; before acceptance the law names none (TT05 Đ.7.2). */
function papersRequested({ fact, state, on }: Asked): readonly ClockEntry[] {
  if (!settling(state)) return [];
  return fact.data.of === 'respondent'
    ? start('papers-due-respondent', on, ruledOn('KN-37', on))
    : start('papers-due', on, ruledOn('KN-38', on));
}

const papersAsked = ({ fact, state, on }: Asked): readonly ClockEntry[] =>
  state.ended ? [] : start('papers-held', on, ruledOn(fact.data.by === 'respondent' ? 'KN-36' : 'KN-35', on));

/** Accepted, and not yet decided. */
function settling({ at, ended }: Complaint): boolean {
  const handling = at.regions.handling ?? '';
  return ended === null && (handling === 'assigned' || handling.endsWith('.accepted'));
}

/**
 * Whoever came in person is owed an answer within days (LTCD Đ.28.1). A later visit is counted and moves nothing: it brings no new matter.
 * Where the complaint came out of a letter, the letter's own file keeps that clock.
 */
function cameInPerson({ fact, on }: Asked): readonly ClockEntry[] {
  const { channel, petition } = fact.data;
  return channel === 'in-person' && petition === undefined ? start('reception-answer', on, ruledOn('TD-01', on)) : [];
}

/** These grounds end it for somebody who is no more; the commune of the last address is told too (NĐ124 Đ.28b.1). */
const leftNobody: readonly unknown[] = ['death-without-successor', 'organisation-ended'];

/**
 * The decision to end a settlement early is sent within days. That one is made at once when everything is withdrawn, and sent as any other,
 * is inferred; before the acceptance there is no settlement to end.
 */
function endedEarly(asked: Asked): readonly ClockEntry[] {
  const { fact, state, on } = asked;
  const all = stopAll(asked, fact.type === 'Withdrawn' || on < AMENDED_FROM ? 'LKN Đ.10' : 'LKN Đ.11a.2');
  if (!settling(state)) return all;
  return [
    ...all,
    ...start('termination-notice', on, ruledOn('KN-71', on)),
    ...(leftNobody.includes(fact.data.ground) ? start('termination-notice-commune', on, ruledOn('KN-75', on)) : []),
  ];
}

const stopAll = (asked: Asked, law: ArticleName): readonly ClockEntry[] => stop(asked, law, Object.keys(asked.state.clocks));

/**
 * What was decided is sent, made public, takes effect and is enforced whether or not the file is closed; it takes effect once the window to
 * the next level is over, so that one runs to its end too.
 */
const ofTheDecision: ReadonlySet<string> = new Set<ClockName>([
  'sending',
  'publication',
  'second-complaint',
  'effect',
  'enforcement',
  'forwarder-notice',
]);

const closed = (asked: Asked): readonly ClockEntry[] =>
  stop(
    asked,
    'LKN Đ.34',
    Object.keys(asked.state.clocks).filter((clock) => !ofTheDecision.has(clock)),
  );

/** The clocks that wait until somebody has been told, or given something. */
const notices: ReadonlySet<unknown> = new Set<ClockName>([
  'sending',
  'suspension-notice',
  'continuation-notice',
  'termination-notice',
  'termination-notice-commune',
  'forwarder-notice',
  'reception-answer',
  'papers-held',
]);

/** It was sent: the clock stops by the article that started it. */
function notified({ fact, state, on }: Asked): readonly ClockEntry[] {
  const { about } = fact.data;
  const clock = notices.has(about) ? clockNamed(state.clocks, String(about)) : undefined;
  const [started] = entriesOf(clock);
  return clock && started && runs(clock) ? [{ do: 'stop', clock: clock.id, on, law: started.law }] : [];
}

/** Persons, not lines: a paper may name the same one twice. */
function members({ data }: Fact): number {
  const named: readonly unknown[] = Array.isArray(data.complainants) ? data.complainants : [];
  return new Set(named.map((each) => (typeof each === 'object' && each !== null && 'member' in each ? each.member : each))).size;
}

// A first decision that is contested does not take effect (LKN Đ.44.1).
const recomplained = (asked: Asked): readonly ClockEntry[] => [
  ...stop(asked, 'LKN Đ.33', ['second-complaint', 'effect']),
  ...arrived(asked, 2, continuing(asked.state)),
];

const accepted = (asked: Asked): readonly ClockEntry[] => [
  ...stop(asked, asked.state.level === 1 ? 'LKN Đ.27' : 'LKN Đ.36', acceptanceClocks),
  ...stop(asked, 'LTCD Đ.28.1', ['reception-answer']),
  ...start('resolution', asked.on, resolution(matter(asked.state, false), asked.on)),
];

const notAccepted = (asked: Asked): readonly ClockEntry[] =>
  asked.state.level === 1 ? stopAll(asked, 'LKN Đ.11') : [...stop(asked, 'LKN Đ.11', acceptanceClocks), ...sentDown(asked)];

const papersCame = (asked: Asked): readonly ClockEntry[] =>
  asked.fact.data.from === 'respondent'
    ? stop(asked, 'LKN Đ.13.2.c', ['papers-due-respondent'])
    : [...stop(asked, asked.state.level === 1 ? 'LKN Đ.14.1.a' : 'LKN Đ.15.1.a', ['papers-due']), ...signed(asked)];

type Effect = (asked: Asked) => readonly ClockEntry[];

/** The whole case ends here, and whatever still runs stops. */
const ends =
  (law: ArticleName): Effect =>
  (asked) =>
    stopAll(asked, law);

const byFact: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ['Received', (asked) => [...arrived(asked, 1, members(asked.fact)), ...cameInPerson(asked)]],
  ['Recomplained', recomplained],
  ['RepresentativesAppointed', appointed],
  ['Accepted', accepted],
  ['NotAccepted', notAccepted],
  ['SentBack', (asked) => stop(asked, 'LKN Đ.33', acceptanceClocks)],
  ['ComplexityFound', foundComplex],
  ['Suspended', suspended],
  ['Resumed', resumed],
  ['ContestedSuspended', contestedSuspended],
  ['ContestedLifted', (asked) => stop(asked, 'LKN Đ.35', ['contested-suspension'])],
  ['PapersRequested', papersRequested],
  ['PapersAsked', papersAsked],
  ['Completed', papersCame],
  ['Resolved', resolved],
  ['Served', served],
  ['Published', published],
  ['Enforced', (asked) => stop(asked, 'NĐ124 Đ.31', ['enforcement'])],
  ['Notified', notified],
  ['ClockRanOut', ranOut],
  ['ClocksRecounted', ({ state, calendar, on }) => recounts(state.clocks, calendar, on)],
  ['Withdrawn', endedEarly],
  ['Terminated', endedEarly],
  ['Guided', ends('TT05 Đ.8.1')],
  ['Returned', ends('TT05 Đ.8.2')],
  ['Filed', ends('TT05 Đ.28')],
  ['Joined', ends('TT05 Đ.7.1')],
  ['SentElsewhere', ends('TT05 Đ.8.2')],
  ['Closed', closed],
]);

/** The entries that a fact leads to; `state` is the complaint before the fact. */
export const clocksOf: Effect = (asked) => byFact.get(asked.fact.type)?.(asked) ?? [];
