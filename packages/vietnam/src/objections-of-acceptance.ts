/** Why a complaint may not be accepted, and why it may not be refused: the nine grounds of LKN Đ.11, as far as the file shows them. */
import { type Complaint, complaintCommands, currentLevel, dueDay, type LegalDay, type Objection } from '@redress/core';
import { type ArticleName, bothOf, inferred } from './citations.ts';
import { counted, dueOf, type Span } from './due.ts';
import { effectivenessOf } from './effect.ts';
import { AMENDED_FROM, GROUP_FROM, isDiscipline } from './matter.ts';
import { type Asked, amended, cite, firstOf, no, said, unsettled } from './objection.ts';
import { windowFrom } from './receipt.ts';
import { type Ruled, ruledOn, secondComplaintAfterDecision, secondComplaintAfterSilence } from './terms.ts';

/** The nine grounds of LKN Đ.11 for not accepting, in the order of its clauses. */
export const nonAcceptanceGrounds = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9'] as const;
/** From 2026-07-01 what was withdrawn is barred (LKN Đ.10), by the name of its row in the classification table. */
const WITHDRAWN_CONTENT = 'C28';

/** Decrees on authorisation: notarised or certified from the one day, the demand to notarise lapsed from the other. */
const CERTIFIED_FROM = '2020-12-10';
const NOTARISATION_LAPSED_FROM = '2027-01-01';

function discipline(asked: Asked): Objection | null {
  const { state } = asked;
  return isDiscipline(state) && state.channel === 'phone' ? no('discipline-in-writing', cite(asked, 'LKN Đ.49')) : null;
}

/** A court that dropped the matter bars nothing. */
const courtHasIt = ({ courtRulings }: Complaint): boolean => courtRulings.some(({ effect }) => effect !== 'dismisses');
const court = (asked: Asked): Objection | null => (courtHasIt(asked.state) ? no('court-has-it', cite(asked, 'LKN Đ.11.9')) : null);

const group = ({ members }: Complaint) => members.filter((each) => each.standing === 'continuing');

/** A group's petition carries all signatures and the appointment since 2026-07-01 (NĐ124 Đ.16.1); any other one signature (LKN Đ.11.5). */
function signatures(asked: Asked): Objection | null {
  const people = group(asked.state);
  const bare = people.filter(({ signed }) => signed === false);
  if (amended(asked) && people.length >= GROUP_FROM) {
    if (bare.length > 0) return no('group-needs-signatures', cite(asked, 'NĐ124 Đ.16.1'));
    return people.some((each) => each.representative) ? null : no('group-needs-representatives', cite(asked, 'NĐ124 Đ.16.1'));
  }
  return bare.length > 0 && bare.length === people.length ? no('unsigned', cite(asked, 'LKN Đ.11.5')) : null;
}

/** Before the decree of 2020 the law asked for an authorisation and named no form but writing. */
function authorisation(asked: Asked): Objection | null {
  const { authorised } = asked.state;
  const { on } = asked.command;
  if (!authorised) return null;
  const { as, form, because, ofOrganisation } = authorised;
  const law = cite(asked, on < CERTIFIED_FROM ? 'LKN Đ.12.1' : 'NĐ124 Đ.5.3');
  const isFree = as === 'lawyer' || as === 'legal-aid' || ofOrganisation === true;
  if (!isFree && because === undefined)
    return no('authorisation-needs-reason', bothOf(cite(asked, 'LKN Đ.12.1'), cite(asked, 'LKN Đ.11.4')));
  if (form === 'spoken') return no('authorisation-in-writing', bothOf(law, cite(asked, 'LKN Đ.11.4')));
  if (on < CERTIFIED_FROM || ofOrganisation === true || form === 'certified') return null;
  // Whether one must still be certified once the demand to notarise has lapsed is not known.
  if (on >= NOTARISATION_LAPSED_FROM) return unsettled('authorisation-form-unsettled', { ...law, grade: 'X' });
  return form === 'notarised' ? null : no('authorisation-certified', bothOf(law, cite(asked, 'LKN Đ.11.4')));
}

const spans = (state: Complaint): readonly Span[] => state.obstacles.map(({ from, through }) => ({ from, to: through }));

/** The first complaint, from the day the decision was learned of, days of an obstacle left out (LKN Đ.9, 48). */
function limitation({ state, calendar }: Asked): { readonly dueOn: LegalDay; readonly law: Ruled['law'] } | null {
  const learnedOn = state.contests?.learnedOn;
  if (learnedOn === undefined) return null;
  const answer = dueOf({ term: isDiscipline(state) ? 'KN-80' : 'KN-01', from: learnedOn, excluded: spans(state), calendar });
  return 'due' in answer ? answer.due : null;
}

/** The last day of the window to the second level, days of an obstacle left out (LKN Đ.11.6). */
export function windowEnd(asked: Asked, from: LegalDay, { term }: Ruled): LegalDay {
  const { calendar, command, state } = asked;
  const recomplaint = complaintCommands.Recomplain.schema.safeParse(command.data);
  const now = recomplaint.success ? (recomplaint.data.obstacles ?? []) : [];
  const excluded = [...spans(state), ...now.map(({ from: first, through }) => ({ from: first, to: through }))];
  if (excluded.length === 0) return dueDay(calendar, from, term).dueOn;
  const count = { length: term.length, unit: 'calendar-days', direction: 'forward', roll: term.roll } as const;
  return counted(calendar, from, count, excluded).dueOn;
}

/** The window in which the complaint that opened this level had to come; null where the file, or the law, does not say. */
function windowToThisLevel(asked: Asked): { readonly dueOn: LegalDay; readonly law: Ruled['law'] } | null {
  const { state } = asked;
  const below = state.levels[state.levels.length - 2];
  if (!below) return null;
  const from = below.decision ? windowFrom(state, below) : state.clocks.resolution?.dueOn;
  if (from === null || from === undefined) return null;
  const ruled = below.decision ? secondComplaintAfterDecision(state, from) : secondComplaintAfterSilence(state, from);
  return ruled && { dueOn: windowEnd(asked, from, ruled), law: ruled.law };
}

/** The complaint that opened the level came after its window, and no obstacle explains it. */
function lateToThisLevel(asked: Asked): Objection | null {
  const level = currentLevel(asked.state);
  const window = windowToThisLevel(asked);
  return level && window && level.since > window.dueOn ? no('window-over', bothOf(window.law, cite(asked, 'LKN Đ.11.6'))) : null;
}

function outOfTime(asked: Asked): Objection | null {
  const { state } = asked;
  if (state.level > 1) return lateToThisLevel(asked);
  const limit = limitation(asked);
  return limit && state.openedOn !== null && state.openedOn > limit.dueOn
    ? no('limitation-over', bothOf(limit.law, cite(asked, 'LKN Đ.11.6')))
    : null;
}

/** What became of the same matter before bars it: decided twice, in effect, withdrawn, or ended by a notice long ago. */
function decidedBefore(asked: Asked): Objection | null {
  const { earlier, openedOn } = asked.state;
  if (!earlier || openedOn === null || asked.state.level > 1) return null;
  switch (earlier.ended) {
    case 'decided': {
      if ((earlier.level ?? 1) >= 2) return no('second-decision-exists', cite(asked, 'LKN Đ.11.7'));
      const effect = effectivenessOf({ ...asked.state, level: 1 }, earlier.on);
      const inEffect = effect && openedOn > dueDay(asked.calendar, earlier.on, effect.term).dueOn;
      return inEffect ? no('first-decision-in-effect', bothOf(cite(asked, 'LKN Đ.11.6'), effect.law)) : null;
    }
    case 'withdrawn':
      if (earlier.on < AMENDED_FROM) return afterNotice(asked, earlier.on, openedOn);
      return earlier.coercionShown === true ? null : no('withdrawn-content', cite(asked, 'LKN Đ.10'));
    case 'terminated':
      return afterNotice(asked, earlier.on, openedOn);
  }
}

/** After a notice that the settlement was ended there were days to go on; what holds since 2026-07-01 is not known. */
function afterNotice(asked: Asked, noticedOn: LegalDay, openedOn: LegalDay): Objection | null {
  if (openedOn >= AMENDED_FROM) return unsettled('termination-notice-ground', cite(asked, 'LKN Đ.11.8'));
  const ruled = ruledOn('KN-04', noticedOn);
  const over = ruled && openedOn > dueDay(asked.calendar, noticedOn, ruled.term).dueOn;
  return over ? no('termination-notice-over', ruled.law) : null;
}

/** Whatever of Đ.11 the file shows. */
export const accept = firstOf(discipline, court, decidedBefore, outOfTime, authorisation, signatures);

/** Where the level below was silent, the level above must accept (LKN Đ.33, 36): it sends back only what it could not accept. */
export const sendBack = (asked: Asked): Objection | null =>
  accept(asked) === null ? no('silence-is-accepted', bothOf(cite(asked, 'LKN Đ.33'), cite(asked, 'LKN Đ.36'))) : null;

/**
 * A refusal names one of the nine grounds, and the file must not show the contrary. That a court's ruling or a second decision has to be
 * on file before one refuses by it is inferred from the duty to give the reason.
 */
export function notAccept(asked: Asked): Objection | null {
  const ground = said(asked, 'ground');
  if (ground === null) return null;
  if (ground === WITHDRAWN_CONTENT && amended(asked)) return withdrawnContent(asked);
  if (!nonAcceptanceGrounds.some((known) => known === ground)) return no('non-acceptance-ground', cite(asked, 'LKN Đ.11'));
  return byGround.get(ground)?.(asked) ?? null;
}

/** What became of the matter before, as it was told on arrival or is told with the refusal. */
function past(asked: Asked): Complaint['earlier'] {
  const refusal = complaintCommands.NotAccept.schema.safeParse(asked.command.data);
  return (refusal.success ? refusal.data.earlier : null) ?? asked.state.earlier;
}

function withdrawnContent(asked: Asked): Objection | null {
  const earlier = past(asked);
  const shown = earlier?.ended === 'withdrawn' && earlier.on >= AMENDED_FROM && earlier.coercionShown !== true;
  return shown ? null : no('ground-not-on-file', inferred(cite(asked, 'LKN Đ.10')));
}

function stillInTime(asked: Asked): Objection | null {
  const { state } = asked;
  const arrivedOn = state.level === 1 ? state.openedOn : currentLevel(state)?.since;
  const limit = state.level === 1 ? limitation(asked) : windowToThisLevel(asked);
  const inTime = limit !== null && typeof arrivedOn === 'string' && arrivedOn <= limit.dueOn;
  return inTime ? no('still-in-time', bothOf(limit.law, cite(asked, 'LKN Đ.11.6'))) : null;
}

/** What everybody signed is not refused for want of a signature. */
function signedByAll(asked: Asked): Objection | null {
  const people = group(asked.state);
  return people.length > 0 && people.every(({ signed }) => signed === true) ? no('signed-by-all', cite(asked, 'LKN Đ.11.5')) : null;
}

const notOnFile = (asked: Asked, law: ArticleName): Objection => no('ground-not-on-file', inferred(cite(asked, law)));

const byGround: ReadonlyMap<string, (asked: Asked) => Objection | null> = new Map([
  ['N5', signedByAll],
  ['N6', stillInTime],
  ['N7', (asked) => ((past(asked)?.level ?? 1) >= 2 ? null : notOnFile(asked, 'LKN Đ.11.7'))],
  [
    'N8',
    (asked) => {
      const law = cite(asked, 'LKN Đ.11.8');
      return law.grade === 'X' ? unsettled('termination-notice-ground', law) : null;
    },
  ],
  ['N9', (asked) => (courtHasIt(asked.state) ? null : notOnFile(asked, 'LKN Đ.11.9'))],
]);
