/**
 * What a case was by two measures of time: what had been recorded by an instant, and what had happened by the end of a legal day. Where
 * they differ, a file did not yet hold what had happened, or held what was still to come: so what did they know when they decided?
 */
import { type CaseState, type Clock, type ClockStatus, type Holder, type LegalDay, legalDayAt } from '@redress/core';
import { type CaseFile, type FiledFact, stateAfter, textOf } from './case-file.ts';
import { isDay } from './day.ts';

/** By what a case is looked at. What is left out follows from the other: the instant's day, or all that was recorded by the day's end. */
export interface Moment {
  /** An instant with its zone, ISO 8601: what had been recorded by then. */
  readonly recorded?: string | undefined;
  /** A legal day: what had happened by its end, whenever it was recorded. */
  readonly on?: LegalDay | undefined;
  /** IANA name of the zone in which the legal days of the law begin and end. */
  readonly timeZone: string;
}

/** Where a case stands, as far as two standings are compared. */
export interface Standing {
  /** Facts that lead to it. */
  readonly facts: number;
  readonly stage: string;
  readonly level: number;
  readonly holder: Holder | null;
  /** The unit that it is offered to and has not answered. */
  readonly offeredTo: string | null;
  /** The unit that must rule. */
  readonly before: string | null;
  readonly clocks: readonly {
    readonly clock: string;
    readonly status: ClockStatus;
    readonly dueOn: LegalDay;
    readonly ranOutOn: LegalDay | null;
  }[];
  /** Those who complain, where the case type keeps them. */
  readonly members: readonly { readonly member: string; readonly standing: string }[];
}

/** A fact by its name and its two times. */
export interface FactNamed {
  readonly version: number;
  readonly type: string;
  readonly on: LegalDay;
  readonly recordedAt: string;
}

/** One thing that is not the same by both measures; null where there is no such thing by one of them. */
export interface Difference {
  readonly what: 'stage' | 'level' | 'holder' | 'offered-to' | 'before' | 'due-day' | 'clock-status' | 'member';
  /** Which clock, or which member; '' for what there is only one of. */
  readonly name: string;
  readonly known: string | null;
  readonly effective: string | null;
}

export interface AsOfMoment {
  readonly case: string;
  readonly caseType: string;
  /** The instant that was asked for; null where all that was recorded by the end of the day counts. */
  readonly recorded: string | null;
  readonly on: LegalDay;
  /** As it was recorded by then; null where nothing had been recorded, or nothing that opens a case. */
  readonly known: Standing | null;
  /** As it was on the day, by all that is recorded today; null where there was no case yet. */
  readonly effective: Standing | null;
  /** Effective on the day, and not yet recorded at the instant: nobody could know it from the file. */
  readonly notYetRecorded: readonly FactNamed[];
  /** Recorded at the instant, of a day after the one looked at. */
  readonly effectiveLater: readonly FactNamed[];
  readonly differs: readonly Difference[];
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 of an instant written with its zone; null for any other text, and for a day that does not exist. */
export function instantOf(text: string): number | null {
  const instant = INSTANT.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}

/** A case by both measures, and what differs. Throws a `RangeError` where neither an instant nor a day is given, or one of them is none. */
export function caseAsOf(file: CaseFile, moment: Moment): AsOfMoment {
  const { on, isRecorded } = measuresOf(moment);
  const known = file.facts.filter(isRecorded);
  const effective = file.facts.filter(({ fact }) => fact.on <= on);
  const standings = { known: standingAfter(file, known), effective: standingAfter(file, effective) };
  return {
    case: file.id,
    caseType: file.type.name,
    recorded: moment.recorded ?? null,
    on,
    ...standings,
    notYetRecorded: effective.filter((each) => !isRecorded(each)).map(named),
    effectiveLater: known.filter(({ fact }) => fact.on > on).map(named),
    differs: differences(standings.known, standings.effective),
  };
}

function measuresOf({ recorded, on, timeZone }: Moment): { on: LegalDay; isRecorded: (each: FiledFact) => boolean } {
  if (on !== undefined && !isDay(on)) throw new RangeError(`${JSON.stringify(on)} is no day. Nothing was told.`);
  if (recorded !== undefined) {
    const instant = instantOf(recorded);
    if (instant === null) throw new RangeError(`${JSON.stringify(recorded)} is no instant. Nothing was told.`);
    const day = on ?? legalDayAt(new Date(instant).toISOString(), timeZone);
    return { on: day, isRecorded: ({ record }) => Date.parse(record.recordedAt) <= instant };
  }
  if (on === undefined) throw new RangeError('Neither an instant nor a day was given. Nothing was told.');
  return { on, isRecorded: ({ record }) => legalDayAt(record.recordedAt, timeZone) <= on };
}

/** A fact that moved the case or one of its clocks, and what could be known of the case when it was recorded. */
export interface Decided {
  readonly fact: FactNamed;
  /** Of days before the decision's, and recorded after it: it was made without them. */
  readonly notKnown: readonly FactNamed[];
  /** Of the decision's own day, and recorded after it. Which of the two came first, no day can tell. */
  readonly sameDay: readonly FactNamed[];
  /** Recorded before it, of a day after the one that it bears. */
  readonly ahead: readonly FactNamed[];
  /** How the case stood by what had been recorded, against how it stood with what was not known and without what lay ahead. */
  readonly differs: readonly Difference[];
}

/** For each fact by which something was decided: what was recorded then, against what had happened by then and was recorded later. */
export function knownWhenDecided(file: CaseFile): readonly Decided[] {
  const { facts, type } = file;
  return facts.flatMap((decided, index): readonly Decided[] => {
    const { fact, record } = decided;
    const moves = type.facts[record.type]?.chart === 'moves' || Array.isArray(fact.data.clocks);
    if (!moves) return [];
    // The facts of one command are decided together: none of them could be known to the others.
    const together = (each: FiledFact): boolean => each.record.meta.command === record.meta.command;
    const before = facts.slice(0, index).filter((each) => !together(each));
    const later = facts.slice(index + 1).filter((each) => !together(each));
    const notKnown = later.filter((each) => each.fact.on < fact.on);
    const ahead = before.filter((each) => each.fact.on > fact.on);
    const effective = [...before.filter((each) => !ahead.includes(each)), ...notKnown];
    const same = notKnown.length + ahead.length === 0;
    const differs = same ? [] : differences(standingAfter(file, before), standingAfter(file, effective));
    const sameDay = later.filter((each) => each.fact.on === fact.on);
    return [{ fact: named(decided), notKnown: notKnown.map(named), sameDay: sameDay.map(named), ahead: ahead.map(named), differs }];
  });
}

const named = ({ record, fact }: FiledFact): FactNamed => ({
  version: record.version,
  type: record.type,
  on: fact.on,
  recordedAt: record.recordedAt,
});

/** Null before the fact that opens the case: a late paper may be dated before the arrival. */
function standingAfter(file: CaseFile, facts: readonly FiledFact[]): Standing | null {
  const state = stateAfter(file, facts);
  if (state.openedOn === null) return null;
  const { holder, offer, before } = state.custody;
  return {
    facts: state.version,
    stage: state.stage,
    level: state.level,
    holder,
    offeredTo: offer?.toUnit ?? null,
    before: before?.unit ?? null,
    clocks: Object.values(state.clocks).map((each) => clockOf(each)),
    members: membersOf(state),
  };
}

/** What ran out on something that is no text ran out on no day. */
const clockOf = ({ id, status, dueOn, ranOutOn }: Clock): Standing['clocks'][number] => ({
  ...{ clock: id, status, dueOn },
  ranOutOn: typeof ranOutOn === 'string' ? ranOutOn : null,
});

/** Of a complaint; another case type may keep nobody, or keep them otherwise. */
function membersOf(state: CaseState & { readonly members?: unknown }): Standing['members'] {
  const { members } = state;
  if (!Array.isArray(members)) return [];
  return members.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'member' in each && 'standing' in each
      ? [{ member: textOf(each.member), standing: textOf(each.standing) }]
      : [],
  );
}

/** What there is of each kind in a standing, by name, as one text. */
function measured(standing: Standing | null): ReadonlyMap<string, readonly [what: Difference['what'], name: string, text: string]> {
  if (!standing) return new Map();
  const { stage, level, holder, offeredTo, before, clocks, members } = standing;
  const all: readonly (readonly [Difference['what'], string, string])[] = [
    ['stage', '', stage],
    ['level', '', String(level)],
    ...(holder ? [['holder', '', `${holder.person}, ${holder.unit}`] as const] : []),
    ...(offeredTo === null ? [] : [['offered-to', '', offeredTo] as const]),
    ...(before === null ? [] : [['before', '', before] as const]),
    ...clocks.map(({ clock, dueOn }) => ['due-day', clock, dueOn] as const),
    ...clocks.map(({ clock, status }) => ['clock-status', clock, status] as const),
    ...members.map(({ member, standing: stands }) => ['member', member, stands] as const),
  ];
  return new Map(all.map((each) => [`${each[0]} ${each[1]}`, each]));
}

function differences(known: Standing | null, effective: Standing | null): readonly Difference[] {
  const left = measured(known);
  const right = measured(effective);
  return [...new Map([...left, ...right])].flatMap(([key, [what, name]]) => {
    const [one, other] = [left.get(key)?.[2] ?? null, right.get(key)?.[2] ?? null];
    return one === other ? [] : [{ what, name, known: one, effective: other }];
  });
}
