/** What the classification table lets become of a petition, given what its screener recorded and what is known from its arrival. */
import type { Command, LegalDay } from '@redress/core';
import { type Applied, type Classification, classify, type Outcome, type Screening } from '../classification.ts';
import { GROUP_FROM } from '../matter.ts';
import type { PetitionCommand } from './commands.ts';
import { everyoneWithdrew, type Petition } from './evolve.ts';
import { type ReceptionAnswer, receptionAnswers } from './reception.ts';

/** What the table calls that which a command does. */
const byCommand: Readonly<Partial<Record<PetitionCommand, readonly Outcome[]>>> = {
  ProposeAcceptance: ['propose-acceptance'],
  AnswerIneligible: ['not-accept', 'refuse-reception'],
  GuideSupplement: ['guide-supplement'],
  GuideOnce: ['guide'],
  Return: ['return'],
  SendElsewhere: ['forward'],
  GuideSplit: ['guide-split'],
  File: ['file'],
  // The officer reports what the head then demands.
  ReportToHead: ['report-to-head', 'demand'],
  DemandResolution: ['demand'],
};

export const outcomesOf = (command: string): readonly Outcome[] =>
  Object.hasOwn(byCommand, command) ? (byCommand[command as PetitionCommand] ?? []) : [];

/** Whoever came to the reception, or was received over a connection (NĐ154 Đ.20), was received in person. */
export const receivedInPerson = (channel: unknown): boolean => channel === 'in-person' || channel === 'online-session';

/** Something is there to be looked at: a paper, or what was said and written down. Only whoever came or called can leave nothing. */
export const inWriting = ({ channel, oral, originals, pages }: Petition): boolean =>
  oral || originals.length > 0 || (pages ?? 0) > 0 || !(receivedInPerson(channel) || channel === 'phone');

/** What the arrival itself shows need not be found a second time. What the screener says of it goes before. */
function completed(found: Screening, { channel, forwardedBy, originals, senders, ...spoken }: Petition): Screening {
  const wanting = onlySpoken(spoken) ? { missing: [...new Set([...(found.missing ?? []), 'papers' as const])] } : {};
  return {
    ...(receivedInPerson(channel) ? { inPerson: true } : {}),
    ...(forwardedBy ? { forwardedBy: forwardedBy.kind } : {}),
    ...(originals.length > 0 ? { originals: true } : {}),
    ...(senders.length >= GROUP_FROM ? { many: true } : {}),
    ...found,
    ...wanting,
  };
}

/** About discipline one complains in writing only (LKN Đ.49): until a paper comes it is missing, whatever the screener says. */
const onlySpoken = ({ oral, discipline, suppliedOn }: Pick<Petition, 'oral' | 'discipline' | 'suppliedOn'>): boolean =>
  oral && discipline && suppliedOn === null;

/** The recorded screening together with what the arrival shows; null before anything was recorded. */
export const withArrival = (state: Petition): Screening | null => state.screening && completed(state.screening, state);

export const judgedBy = (found: Screening, state: Petition, on: LegalDay): Classification => classify(completed(found, state), on);

/** What the table says of the petition on a day; null before anything was recorded. */
export const judged = (state: Petition, on: LegalDay): Classification | null => state.screening && judgedBy(state.screening, state, on);

/** The row by which a command is lawful; null where none allows it. */
export function lawfulOutcome({ type, on }: Pick<Command, 'type' | 'on'>, state: Petition): Applied | null {
  const wanted = outcomesOf(type);
  const found = judged(state, on);
  return found ? ([...found.lawful, ...found.also].find(({ outcome }) => wanted.includes(outcome)) ?? null) : null;
}

/** Whether anything became of it since it was screened last. A report to the head is all only where the table leads to nothing else. */
export function becameOf(state: Petition, on: LegalDay): boolean {
  if (state.opened.length > 0 || everyoneWithdrew(state)) return true;
  if (state.receptionRefused.some(({ nothingInWriting }) => nothingInWriting)) return true;
  const reported = judged(state, on)?.lawful.every(({ outcome }) => outcome === 'report-to-head') ?? false;
  return state.outcomes.some(({ fact, screening }) => screening === state.screenings && (fact !== 'ReportedToHead' || reported));
}

/** Which of the four answers says truly what became of it. Guidance is none of the four: it says that it is not accepted here. */
const toldBy: ReadonlyMap<string, readonly ReceptionAnswer[]> = new Map<string, readonly ReceptionAnswer[]>([
  ...['ProposedForAcceptance', 'JoinedCase'].map((fact) => [fact, ['accepted']] as const),
  ...['AnsweredIneligible', 'GuidedOnce', 'SplitGuided', 'Returned', 'Filed'].map((fact) => [fact, ['refused']] as const),
  ...['SentElsewhere', 'ResolutionDemanded'].map((fact) => [fact, ['forwarded']] as const),
  // What the petition that came first, or the head, leads to is not known here.
  ...['LinkedDuplicate', 'ReportedToHead'].map((fact) => [fact, receptionAnswers] as const),
]);

export function answersNow({ opened, outcomes, screenings }: Petition): readonly ReceptionAnswer[] {
  const now = outcomes.filter(({ screening }) => screening === screenings).flatMap(({ fact }) => toldBy.get(fact) ?? []);
  return opened.length > 0 ? ['accepted', ...now] : now;
}
