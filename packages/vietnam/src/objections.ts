/**
 * Why the law says no. An objection that turns on what a command says is silent while nothing is said, so that a list of what
 * may be done can be made before anybody has filled in a form.
 */
import { type Citation, type ComplaintCommand, currentLevel, type Objection, stateOn } from '@redress/core';
import { bothOf, inferred } from './citations.ts';
import { nextAddressee, officeNamed } from './competence.ts';
import { lawData } from './law-data.ts';
import { continuing, isDiscipline, LAW_FROM } from './matter.ts';
import { type Asked, amended, cite, firstOf, listed, no, said, unsettled } from './objection.ts';
import { accept, notAccept, sendBack, windowEnd } from './objections-of-acceptance.ts';
import { callDialogue, dialogueFirst, holdDialogue } from './objections-of-dialogue.ts';
import { notInHisOwnMatter, onlyTheCompetent, onlyTheHead, representatives } from './objections-of-persons.ts';
import { windowFrom } from './receipt.ts';
import { secondComplaintAfterDecision, secondComplaintAfterSilence } from './terms.ts';

export { nonAcceptanceGrounds } from './objections-of-acceptance.ts';

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
  const because = bothOf(cite(asked, 'LKN Đ.11a'), cite(asked, 'NĐ124 Đ.28a'));
  if (ground !== null && !among(suspensionGrounds, ground)) return no('suspension-ground', because);
  return said(asked, 'evidence')?.trim() === '' ? no('suspension-evidence', because) : null;
}

/** It lasts for what is left of the time for settling; once that is over there is nothing left for it to last (inferred, D-17). */
function suspendContested(asked: Asked): Objection | null {
  const { command, state } = asked;
  const { resolution } = state.clocks;
  if (resolution && stateOn(resolution, command.on) === 'overdue') return no('contested-no-time-left', inferred(cite(asked, 'LKN Đ.35')));
  const through = said(asked, 'through');
  return through !== null && resolution && through > resolution.dueOn ? no('contested-beyond-term', cite(asked, 'LKN Đ.35')) : null;
}

function withdraw(asked: Asked): Objection | null {
  if (amended(asked)) return null;
  if (said(asked, 'form') === 'minutes') return no('withdrawal-by-signed-petition', cite(asked, 'LKN Đ.10'));
  return said(asked, 'part') === null ? null : no('withdrawal-of-the-whole', cite(asked, 'LKN Đ.10'));
}

function terminate(asked: Asked): Objection | null {
  const ground = said(asked, 'ground');
  const allowed = amended(asked) ? terminationGrounds : terminationGrounds.slice(0, 1);
  if (ground === null) return null;
  if (!among(allowed, ground)) return no('termination-ground', cite(asked, amended(asked) ? 'LKN Đ.11a.2' : 'LKN Đ.10'));
  // Those of a group whom the ground does not touch go on, as they do when one withdraws.
  const left = continuing(asked.state);
  const someWithdrew = asked.state.members.some(({ standing }) => standing === 'withdrawn');
  const othersStay = (ground === 'death-without-successor' && left > 1) || (ground === 'withdrawal' && someWithdrew && left > 0);
  return othersStay ? no('others-still-complain', inferred(cite(asked, 'NĐ124 Đ.7a'))) : null;
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
  const { command, state } = asked;
  const level = currentLevel(state);
  const from = level ? windowFrom(state, level) : null;
  // What was not received starts no window.
  if (from === null) return null;
  const ruled = secondComplaintAfterDecision(state, from);
  return ruled && command.on > windowEnd(asked, from, ruled) ? windowOver(asked, ruled.law) : null;
}

function afterSilence(asked: Asked): Objection | null {
  const { command, state } = asked;
  const { resolution } = state.clocks;
  if (!resolution || stateOn(resolution, command.on) !== 'overdue') return no('level-still-has-time', cite(asked, 'LKN Đ.33'));
  const ruled = secondComplaintAfterSilence(state, resolution.dueOn);
  return ruled && command.on > windowEnd(asked, resolution.dueOn, ruled) ? windowOver(asked, ruled.law) : null;
}

/** A file that is closed takes no second complaint any more: while one may still come, it stays open. No article says so in words. */
function close(asked: Asked): Objection | null {
  const { command, state } = asked;
  const level = currentLevel(state);
  const next = above(asked);
  if (!level?.decision || ('answer' in next && 'ended' in next.answer)) return null;
  const from = windowFrom(state, level);
  if (from === null) return no('not-yet-received', inferred(cite(asked, 'LKN Đ.33')));
  const ruled = secondComplaintAfterDecision(state, from);
  const open = ruled && command.on <= windowEnd(asked, from, ruled);
  return open ? no('window-open', inferred(ruled.law)) : null;
}

const windowOver = (asked: Asked, law: Citation): Objection => no('window-over', bothOf(law, cite(asked, 'LKN Đ.11.6')));

type Judge = (asked: Asked) => Objection | null;
const byCommand: readonly (readonly [ComplaintCommand, Judge])[] = [
  ['Accept', firstOf(onlyTheHead, onlyTheCompetent, accept)],
  ['NotAccept', firstOf(onlyTheHead, notAccept)],
  ['Assign', notInHisOwnMatter],
  ['Reassign', notInHisOwnMatter],
  ['OfferTransfer', notInHisOwnMatter],
  ['AcceptTransfer', notInHisOwnMatter],
  ['MoveCustody', notInHisOwnMatter],
  ['Rule', notInHisOwnMatter],
  ['CallDialogue', callDialogue],
  ['HoldDialogue', holdDialogue],
  ['FindComplex', firstOf(onlyTheHead, findComplex)],
  ['Extend', (asked) => no('no-extension', term(asked))],
  ['SuspendContested', firstOf(onlyTheHead, suspendContested)],
  ['LiftContested', onlyTheHead],
  ['Suspend', firstOf(onlyTheHead, suspend)],
  ['Resume', onlyTheHead],
  ['Resolve', firstOf(onlyTheHead, onlyTheCompetent, dialogueFirst)],
  ['Withdraw', withdraw],
  ['Terminate', firstOf(onlyTheHead, terminate)],
  ['AppointRepresentatives', representatives],
  ['Recomplain', recomplain],
  ['SendBack', sendBack],
  ['Close', close],
];
const judges: ReadonlyMap<string, Judge> = new Map(byCommand);

/** What the law objects to a command on a complaint, or null. */
export function objectionTo(asked: Asked): Objection | null {
  if (asked.command.on < LAW_FROM)
    return unsettled('before-the-law', { text: lawData.complaintsLaw.short, act: lawData.complaintsLaw.short, grade: 'X' });
  return judges.get(asked.command.type)?.(asked) ?? null;
}
