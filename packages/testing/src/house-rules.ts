/**
 * A second body of law, small enough to read at one sitting: the rules of an imaginary house. It shows what a pack has to answer, and
 * proves that core knows no country.
 */
import {
  type Authority,
  authorityOf,
  type Calendar,
  type Citation,
  type ClockEntry,
  type Edition,
  everyDayWorks,
  type Fact,
  isComplaint,
  type Law,
  type LegalDay,
  type Organisation,
  organisationOf,
  recounts,
  type Term,
} from '@redress/core';

const rule = (number: number): Citation => ({ text: `House rule ${number}`, act: 'House rules', article: String(number), grade: 'A' });
const days = (length: number): Term => ({ length, unit: 'calendar-days', roll: 'next-working-day' });

/** Terms in calendar days: acceptance 7, resolution 20 (complex 40), next level 15. */
export const houseTerms = { acceptance: days(7), resolution: days(20), complex: days(40), nextLevel: days(15), ruling: days(5) } as const;
/** The most that a resolution may be extended to. */
export const HOUSE_CAP = 60;

function effects(fact: Fact, clocks: Readonly<Record<string, unknown>>, on: LegalDay): readonly ClockEntry[] {
  const start = (clock: string, term: Term, number: number, consequence: string): ClockEntry => ({
    do: 'start',
    clock,
    on,
    term,
    law: rule(number),
    consequence,
  });
  const stop = (clock: string, number: number): readonly ClockEntry[] =>
    clocks[clock] ? [{ do: 'stop', clock, on, law: rule(number) }] : [];
  switch (fact.type) {
    case 'Received':
      return [start('acceptance', houseTerms.acceptance, 1, 'the house must say why it has not answered')];
    case 'Recomplained':
      return [
        // The resolution clock of a silent level runs on: the level above may send the case back to it.
        ...stop('second-complaint', 3),
        start('acceptance', houseTerms.acceptance, 1, 'the house must say why it has not answered'),
      ];
    case 'Accepted':
      return [...stop('acceptance', 1), start('resolution', houseTerms.resolution, 2, 'the next level opens')];
    case 'SentBack':
      return stop('acceptance', 1);
    case 'ComplexityFound':
      return [{ do: 'switch', clock: 'resolution', on, term: houseTerms.complex, law: rule(4) }];
    case 'TermExtended':
      return [{ do: 'extend', clock: String(fact.data.clock), on, by: Number(fact.data.by), cap: HOUSE_CAP, law: rule(5) }];
    case 'Suspended':
      return clocks.resolution ? [{ do: 'pause', clock: 'resolution', on, law: rule(6) }] : [];
    case 'Resumed':
      return clocks.resolution ? [{ do: 'resume', clock: 'resolution', on, law: rule(6) }] : [];
    case 'Resolved':
      return [...stop('resolution', 2), start('second-complaint', houseTerms.nextLevel, 3, 'the decision stands')];
    case 'CustodyDisputed':
    case 'Escalated':
      return [start('superior-ruling', houseTerms.ruling, 7, 'the superior answers for the delay')];
    case 'SuperiorRuled':
    case 'HandedDown':
      return stop('superior-ruling', 7);
    case 'NotAccepted':
      return stop('acceptance', 1);
    case 'Guided':
    case 'Returned':
    case 'Filed':
    case 'Joined':
    case 'SentElsewhere':
    case 'Withdrawn':
    case 'Terminated':
    case 'Closed':
      return Object.keys(clocks).flatMap((clock) => stop(clock, 8));
    default:
      return [];
  }
}

export interface HouseOptions {
  readonly calendar?: Calendar;
  /** The level after which nobody is left to complain to. Default 3. */
  readonly levels?: number;
  /** Names the edition; two editions differ in their digest. */
  readonly version?: string;
}

/** The house rules as a law. */
export function houseRules(options: HouseOptions = {}): Law {
  const calendar = options.calendar ?? everyDayWorks();
  const edition: Edition = { pack: 'house', version: options.version ?? '1', digest: `house-rules-${options.version ?? '1'}` };
  const law: Law = {
    edition,
    timeZone: 'UTC',
    at: (digest) => (digest === edition.digest ? law : undefined),
    editionFor: () => edition,
    calendar: () => calendar,
    clockEffects: (fact, state, on) =>
      fact.type === 'ClocksRecounted' ? recounts(state.clocks, calendar, on) : effects(fact, state.clocks, on),
    competentUnit: (state) => (state.custody.holder ? { unit: state.custody.holder.unit, because: rule(2) } : null),
    nextLevel: (state, on, organisation) => {
      const holder = state.custody.holder;
      const above = holder && state.level < (options.levels ?? 3) ? organisation.superior(holder.unit, on) : null;
      return above ? { unit: above.id, because: rule(3) } : null;
    },
    disputesCustody: ({ returns, pingPongs }) => (returns >= 2 || pingPongs >= 1 ? rule(7) : null),
    objection: (command, state, actor) => {
      // Whoever is complained of may not settle the complaint.
      if (command.type !== 'Resolve' || !isComplaint(state) || state.contests?.decision !== `by:${actor.id}`) return null;
      return {
        rule: 'own-decision',
        says: { en: 'Nobody settles a complaint against himself.', vi: 'Không ai giải quyết khiếu nại về chính mình.' },
        because: rule(9),
      };
    },
  };
  return law;
}

/** `top` above `left` and `right`; `board` above `top`; `court-of-house` above `board`. Every post has a head but that of `right`. */
export const houseOrganisation = (): Organisation =>
  organisationOf({
    units: [
      { id: 'board', name: 'Board', superior: 'court-of-house', headPost: 'head:board' },
      { id: 'court-of-house', name: 'Court of the house', superior: null, headPost: 'head:court' },
      { id: 'top', name: 'Top', superior: 'board', headPost: 'head:top' },
      { id: 'left', name: 'Left', superior: 'top', headPost: 'head:left' },
      { id: 'right', name: 'Right', superior: 'top', headPost: 'head:right' },
      { id: 'far', name: 'Far', superior: 'top', headPost: 'head:far' },
    ],
    posts: ['board', 'court', 'top', 'left', 'far'].map((unit) => ({ post: `head:${unit}`, person: `p-${unit}` })),
  });

/** Clerks take in, officers work, heads do everything; nobody else may ask anything. */
export const houseAuthority = (): Authority =>
  authorityOf([
    { id: 'heads-may-everything', roles: ['head', 'system'], commands: '*', effect: 'allow' },
    { id: 'officers-work', roles: ['officer'], commands: '*', effect: 'allow' },
    { id: 'officers-do-not-rule', roles: ['officer'], commands: ['Rule', 'HandDown', 'Terminate'], effect: 'forbid' },
    {
      id: 'clerks-take-in',
      roles: ['clerk'],
      commands: ['Receive', 'Acknowledge', 'RecordArrival', 'Complete', 'RecordVisit', 'Note', 'Recomplain', 'Withdraw'],
      effect: 'allow',
    },
  ]);
