/** What a list says of a case: which time limit presses, who has it, and why somebody finds it on his list. Read off the folded state. */
import {
  type Actor,
  type CaseState,
  type Citation,
  type Clock,
  type ClockState,
  entriesOf,
  type Holder,
  isComplaint,
  type LegalDay,
  type Organisation,
  remainingDays,
  stateOn,
} from '@redress/core';
import { type ClockName, isPetition } from '@redress/vietnam';

/**
 * Clocks that end by themselves or by what somebody outside does, so that nobody in the office is late by them; and the two terms for
 * acceptance of which the third, `acceptance`, is the one that governs.
 */
const notPressing: ReadonlySet<string> = new Set([
  ...([
    'second-complaint',
    'effect',
    'contested-suspension',
    'papers-due',
    'papers-due-respondent',
    'acceptance-statute',
    'acceptance-decree',
  ] satisfies ClockName[]),
  'retention',
]);

/** Whether whoever holds the case has to be done by the clock's last day. */
export const isOwed = (clock: string): boolean => !notPressing.has(clock);

export interface Pressing {
  readonly clock: string;
  readonly dueOn: LegalDay;
  /** Calendar days; negative once it is over. */
  readonly left: number;
  readonly state: ClockState;
  readonly law: Citation | null;
  readonly provisional: boolean;
}

/** The articles a clock was last set by. */
export const lawOf = (clock: Clock): Citation | null =>
  entriesOf(clock).findLast(({ do: what }) => what === 'start' || what === 'switch' || what === 'extend')?.law ?? null;

/** Every clock that runs and is owed, the most urgent first. A paused one comes last: its day is held. */
export function pressing({ clocks }: CaseState, today: LegalDay): readonly Pressing[] {
  const found = Object.values(clocks).flatMap((clock): readonly Pressing[] => {
    const state = stateOn(clock, today);
    if (state === 'stopped' || !isOwed(clock.id)) return [];
    const { id, dueOn, provisional } = clock;
    return [{ clock: id, dueOn, left: remainingDays(clock, today), state, law: lawOf(clock), provisional }];
  });
  return found.sort((one, other) => sortingDay(one).localeCompare(sortingDay(other)));
}

const NEVER = '9999';
/** By which a case stands in a list ordered by days. */
export const sortingDay = (pressing: Pressing | undefined): string =>
  pressing === undefined || pressing.state === 'paused' ? NEVER : pressing.dueOn;

export const isOverdue = (state: CaseState, today: LegalDay): boolean => pressing(state, today)[0]?.state === 'overdue';

/** Why a case is on somebody's list, the strongest reason first. */
export type Why = 'assigned-to-you' | 'yours-by-office' | 'offered-to-your-unit' | 'before-your-unit' | 'you-still-owe' | 'unit-holds-it';

export interface Owing {
  readonly id: string;
  readonly debtor: Holder | null;
}

/** Duties of a complaint that somebody still owes. */
export const openDuties = (state: CaseState): readonly Owing[] =>
  isComplaint(state) ? state.obligations.filter(({ fulfilledOn }) => fulfilledOn === null) : [];

/** Why the case is the actor's own business; null where it is not. */
export function whyMine(state: CaseState, { id, unit, role }: Actor): Why | null {
  const { holder, offer, before } = state.custody;
  if (state.at.final) return owedBy(state, id) ? 'you-still-owe' : null;
  if (holder?.person === id) return holder.exOfficio ? 'yours-by-office' : 'assigned-to-you';
  if (offer && (offer.toPerson === id || (offer.toUnit === unit && role === 'head'))) return 'offered-to-your-unit';
  if (before?.unit === unit && role === 'head') return 'before-your-unit';
  return owedBy(state, id) ? 'you-still-owe' : null;
}

const owedBy = (state: CaseState, person: string): boolean => openDuties(state).some(({ debtor }) => debtor?.person === person);

/** Why the case is the unit's business; null where it is not. */
export function whyOurs(state: CaseState, actor: Actor): Why | null {
  const { holder, offer, before } = state.custody;
  if (state.at.final) return null;
  if (holder?.unit === actor.unit) return holder.person === actor.id ? whyMine(state, actor) : 'unit-holds-it';
  if (offer?.toUnit === actor.unit) return 'offered-to-your-unit';
  return before?.unit === actor.unit ? 'before-your-unit' : null;
}

/**
 * Whether a unit has anything to do with a case: it holds it, was offered it or offers it, has it before it, works with the holder,
 * decided it, owes something of it, or stands directly above the holder.
 */
export function isBusinessOf(state: CaseState, unit: string, organisation: Organisation, on: LegalDay): boolean {
  const { holder, offer, before } = state.custody;
  if ([holder?.unit, offer?.toUnit, offer?.from.unit, before?.unit].includes(unit)) return true;
  if (isComplaint(state) && state.coordinators.includes(unit)) return true;
  // Who decided a level still serves and publishes that decision once the case has gone on.
  if (isComplaint(state) && state.levels.some(({ decision }) => decision?.by?.unit === unit)) return true;
  if (openDuties(state).some(({ debtor }) => debtor?.unit === unit)) return true;
  return holder !== null && organisation.unit(holder.unit, on)?.superior === unit;
}

/** What a case is about, in the words of whoever took it in. */
export function aboutOf(state: CaseState): { readonly topic: string | null; readonly summary: string } {
  if (isComplaint(state)) return { topic: state.topic, summary: state.summary };
  return { topic: null, summary: isPetition(state) ? state.summary : '' };
}
