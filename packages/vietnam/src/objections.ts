/**
 * Why the law says no. An objection that turns on what a command says is silent while nothing is said, so that a list of what
 * may be done can be made before anybody has filled in a form.
 */
import {
  type Calendar,
  type Citation,
  type Command,
  type Complaint,
  type ComplaintCommand,
  currentLevel,
  dueDay,
  type Objection,
  type Organisation,
  stateOn,
} from '@redress/core';
import { type ArticleName, article, bothOf, inferred } from './citations.ts';
import { nextAddressee, officeNamed } from './competence.ts';
import type { Configuration } from './configuration.ts';
import { lawData } from './law-data.ts';
import { AMENDED_FROM, continuing, GROUP_FROM, isDiscipline, LAW_FROM } from './matter.ts';
import { type ObjectionRule, objectionTexts } from './objection-texts.ts';
import { secondComplaintAfterDecision, secondComplaintAfterSilence } from './terms.ts';

interface Asked {
  readonly command: Command;
  readonly state: Complaint;
  readonly organisation: Organisation;
  readonly calendar: Calendar;
  readonly configuration: Configuration;
}

const no = (rule: ObjectionRule, because: Citation): Objection => ({ rule, says: objectionTexts[rule], because });
const unsettled = (rule: ObjectionRule, because: Citation): Objection => ({ ...no(rule, because), unsettled: true });

const said = ({ command }: Asked, field: string): string | null => {
  const value = command.data[field];
  return typeof value === 'string' ? value : null;
};
const listed = ({ command }: Asked, field: string): readonly string[] | null => {
  const value = command.data[field];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : null;
};
/** An article in its version of the day the command is about. */
const cite = ({ command }: Asked, name: ArticleName): Citation => article(name, command.on);
const amended = ({ command }: Asked): boolean => command.on >= AMENDED_FROM;

/** The nine grounds of LKN Đ.11 for not accepting, in the order of its clauses. */
export const nonAcceptanceGrounds = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'] as const;

/** The two grounds of LKN Đ.11a.1. */
export const suspensionGrounds = ['a', 'b'] as const;

/** Grounds for ending a settlement early; all but the first exist from 2026-07-01 (LKN Đ.10, 11a.2). */
export const terminationGrounds = ['withdrawal', 'death-without-successor', 'organisation-ended'] as const;

/** The seven criteria of NĐ124 Đ.3a.1, by letter and by name. */
export const complexityCriteria = {
  a: 'ONE_CONTENT_TWO_PLUS_PLACES',
  b: 'TWO_PLUS_CONTENTS',
  c: 'MANY_COMPLAINANTS_OR_MANY_AFFECTED',
  d: 'FOREIGN_ELEMENT',
  đ: 'SEVERAL_MANAGING_BODIES',
  e: 'BODIES_DISAGREE',
  g: 'CONFLICTING_EVIDENCE',
} as const;
const criteria = new Set<string>([...Object.keys(complexityCriteria), ...Object.values(complexityCriteria)]);

const among = (allowed: readonly string[], value: string): boolean => allowed.includes(value);

function accept(asked: Asked): Objection | null {
  const { command, state } = asked;
  if (isDiscipline(state) && state.channel === 'phone') return no('discipline-in-writing', cite(asked, 'LKN Đ.49'));
  if (state.courtRulings.some(({ effect }) => effect !== 'dismisses')) return no('court-has-it', cite(asked, 'LKN Đ.11.9'));
  const group = state.members.filter((each) => each.standing === 'continuing');
  if (command.on >= AMENDED_FROM && group.length >= GROUP_FROM && !group.some((each) => each.representative)) {
    return no('group-needs-representatives', cite(asked, 'NĐ124 Đ.16.1'));
  }
  return null;
}

/** Doubt: since 2026-07-01 withdrawn content is barred another way, and nothing says what became of the eighth ground. */
function notAccept(asked: Asked): Objection | null {
  const ground = said(asked, 'ground');
  if (ground === null) return null;
  if (!among(nonAcceptanceGrounds, ground)) return no('non-acceptance-ground', cite(asked, 'LKN Đ.11'));
  const termination = cite(asked, 'LKN Đ.11.8');
  return ground === 'N8' && termination.grade === 'X' ? unsettled('termination-notice-ground', termination) : null;
}

function term(asked: Asked): Citation {
  if (isDiscipline(asked.state)) return cite(asked, 'LKN Đ.50');
  return cite(asked, asked.state.level === 1 ? 'LKN Đ.28' : 'LKN Đ.37');
}

function findComplex(asked: Asked): Objection | null {
  const { command, state } = asked;
  const { resolution } = state.clocks;
  if (resolution && stateOn(resolution, command.on) === 'overdue') {
    return no('complex-too-late', inferred(amended(asked) ? cite(asked, 'NĐ124 Đ.3a') : term(asked)));
  }
  const found = listed(asked, 'criteria');
  if (found === null) return null;
  if (!amended(asked)) return found.some((reason) => reason.trim() !== '') ? null : no('complexity-reason', term(asked));
  const known = found.length > 0 && found.every((each) => criteria.has(each));
  return known ? null : no('complexity-criteria', cite(asked, 'NĐ124 Đ.3a'));
}

function suspend(asked: Asked): Objection | null {
  if (!amended(asked)) return no('no-suspension-yet', cite(asked, 'LKN Đ.11a'));
  const ground = said(asked, 'ground');
  if (ground === null || among(suspensionGrounds, ground)) return null;
  return no('suspension-ground', bothOf(cite(asked, 'LKN Đ.11a'), cite(asked, 'NĐ124 Đ.28a')));
}

/**
 * At the first level a dialogue is due only where request and verification differ (LKN Đ.30.1), which the file does not say in
 * a form that could be judged. Whoever stayed away was still called: a dialogue recorded with absences counts (LKN Đ.30.6).
 */
function resolve(asked: Asked): Objection | null {
  const { state } = asked;
  if (currentLevel(state)?.dialogueHeldOn) return null;
  if (isDiscipline(state)) return no('dialogue-mandatory', cite(asked, state.level === 1 ? 'LKN Đ.53' : 'LKN Đ.55.3'));
  return state.level === 1 ? null : no('dialogue-mandatory', cite(asked, 'LKN Đ.39'));
}

function withdraw(asked: Asked): Objection | null {
  if (amended(asked)) return null;
  if (said(asked, 'form') === 'minutes') return no('withdrawal-by-signed-petition', cite(asked, 'LKN Đ.10'));
  return said(asked, 'part') === null ? null : no('withdrawal-of-the-whole', cite(asked, 'LKN Đ.10'));
}

function terminate(asked: Asked): Objection | null {
  const ground = said(asked, 'ground');
  const allowed = amended(asked) ? terminationGrounds : terminationGrounds.slice(0, 1);
  if (ground === null || among(allowed, ground)) return null;
  return no('termination-ground', cite(asked, amended(asked) ? 'LKN Đ.11a.2' : 'LKN Đ.10'));
}

/** Under five complainants the law gives no number. */
function representatives(asked: Asked): Objection | null {
  const named = listed(asked, 'members');
  const group = continuing(asked.state);
  if (named === null || group < GROUP_FROM || asked.command.on < lawData.receptionLaw.inForceFrom) return null;
  const most = group <= 10 ? 2 : 5;
  const count = new Set(named).size;
  return count >= 1 && count <= most ? null : no('number-of-representatives', cite(asked, 'LTCD Đ.29'));
}

/** The paper is recorded whatever is said here. */
function recomplain(asked: Asked): Objection | null {
  const { state } = asked;
  const elsewhere = noLevelAbove(asked);
  if (elsewhere) return elsewhere;
  const decision = currentLevel(state)?.decision;
  switch (said(asked, 'against')) {
    case 'decision':
      return decision ? afterDecision(asked) : null;
    case 'silence':
      return decision ? null : afterSilence(asked);
    default:
      return null;
  }
}

const above = ({ command, state, organisation, configuration }: Asked) =>
  nextAddressee({ state, on: command.on, organisation, configuration });

/** Why no unit of the organisation is the next level: levels have ended, it lies outside, or the law does not settle whose it is. */
function noLevelAbove(asked: Asked): Objection | null {
  const next = above(asked);
  if ('refusal' in next) {
    const { says, because } = next.refusal;
    return { ...unsettled('next-level-unsettled', because ?? inferred(cite(asked, 'LKN Đ.7'))), says };
  }
  const { answer } = next;
  if ('unit' in answer) return null;
  if ('ended' in answer) return no('levels-end', answer.because);
  const { en, vi } = officeNamed(answer.outside);
  const outside = no('next-level-outside', answer.because);
  const { says } = outside;
  return { ...outside, says: { en: `${says.en} It is ${en}.`, vi: `${says.vi} Đó là ${vi}.` } };
}

function afterDecision(asked: Asked): Objection | null {
  const { command, state, calendar } = asked;
  const servedOn = currentLevel(state)?.servedOn;
  // What was not received starts no window.
  if (!servedOn) return null;
  const ruled = secondComplaintAfterDecision(state, servedOn);
  return ruled && command.on > dueDay(calendar, servedOn, ruled.term).dueOn ? windowOver(asked, ruled.law) : null;
}

function afterSilence(asked: Asked): Objection | null {
  const { command, state, calendar } = asked;
  const { resolution } = state.clocks;
  if (!resolution || stateOn(resolution, command.on) !== 'overdue') return no('level-still-has-time', cite(asked, 'LKN Đ.33'));
  const ruled = secondComplaintAfterSilence(state, resolution.dueOn);
  return ruled && command.on > dueDay(calendar, resolution.dueOn, ruled.term).dueOn ? windowOver(asked, ruled.law) : null;
}

/** A file that is closed takes no second complaint any more: while one may still come, it stays open. No article says so in words. */
function close(asked: Asked): Objection | null {
  const { command, state, calendar } = asked;
  const level = currentLevel(state);
  const next = above(asked);
  if (!level?.decision || ('answer' in next && 'ended' in next.answer)) return null;
  if (!level.servedOn) return no('not-yet-received', inferred(cite(asked, 'LKN Đ.33')));
  const ruled = secondComplaintAfterDecision(state, level.servedOn);
  const open = ruled && command.on <= dueDay(calendar, level.servedOn, ruled.term).dueOn;
  return open ? no('window-open', inferred(ruled.law)) : null;
}

const windowOver = (asked: Asked, law: Citation): Objection => no('window-over', bothOf(law, cite(asked, 'LKN Đ.11.6')));

type Judge = (asked: Asked) => Objection | null;
const byCommand: readonly (readonly [ComplaintCommand, Judge])[] = [
  ['Accept', accept],
  ['NotAccept', notAccept],
  ['FindComplex', findComplex],
  ['Extend', (asked) => no('no-extension', term(asked))],
  ['Suspend', suspend],
  ['Resolve', resolve],
  ['Withdraw', withdraw],
  ['Terminate', terminate],
  ['AppointRepresentatives', representatives],
  ['Recomplain', recomplain],
  ['Close', close],
];
const judges: ReadonlyMap<string, Judge> = new Map(byCommand);

/** What the law objects to a command on a complaint, or null. */
export function objectionTo(asked: Asked): Objection | null {
  if (asked.command.on < LAW_FROM)
    return unsettled('before-the-law', { text: lawData.complaintsLaw.short, act: lawData.complaintsLaw.short, grade: 'X' });
  return judges.get(asked.command.type)?.(asked) ?? null;
}
