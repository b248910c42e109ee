/**
 * What a fact does to the clocks of a petition. The circular gives no number of days for handling one. What does run: the answer to whoever
 * came in person, the alarm for one that nobody handled, the terms for acceptance until a case takes them over, the written notice to
 * whoever was not received, the year of a filed one.
 */
import { type Calendar, type Citation, type Clock, type ClockEntry, citation, type Fact, type LegalDay, recounts } from '@redress/core';
import { article } from '../citations.ts';
import { consequences } from '../consequences.ts';
import { AMENDED_FROM, GROUP_FROM } from '../matter.ts';
import { acceptanceByDecree, acceptanceByStatute, type Ruled, ruledOn } from '../terms.ts';
import { type Petition, stillOwed } from './evolve.ts';
import { receivedInPerson, withArrival } from './outcomes.ts';

type PetitionClock = 'answer' | 'processing' | 'acceptance-statute' | 'acceptance-decree' | 'retention' | 'refusal-notice';

interface Asked {
  readonly fact: Fact;
  readonly state: Petition;
  readonly on: LegalDay;
  readonly calendar: Calendar;
}

const start = (clock: PetitionClock, on: LegalDay, ruled: Ruled | null): readonly ClockEntry[] =>
  ruled ? [{ do: 'start', clock, on, term: ruled.term, law: ruled.law, consequence: consequences[clock].en }] : [];

const runs = (clock: Clock | undefined): boolean => clock !== undefined && clock.status !== 'stopped';

const stop = ({ state, on }: Asked, law: Citation, clocks: readonly PetitionClock[]): readonly ClockEntry[] =>
  clocks.filter((clock) => runs(state.clocks[clock])).map((clock) => ({ do: 'stop', clock, on, law }));

const acceptance = ['acceptance-statute', 'acceptance-decree'] as const;

function arrived({ fact, on }: Asked): readonly ClockEntry[] {
  return [
    ...start('processing', on, ruledOn('XD-02', on)),
    ...(receivedInPerson(fact.data.channel) ? start('answer', on, ruledOn('TD-01', on)) : []),
  ];
}

/**
 * The head accepts or refuses within days that count from the receipt of the petition, so both terms run here until a case is opened that
 * takes them over. For a group the decree's waits for all signatures and its representatives, and counts from the day they came
 * (NĐ124 Đ.16.1).
 */
function awaitsAcceptance({ state, on }: Asked): readonly ClockEntry[] {
  const { openedOn: receivedOn, clocks } = state;
  if (receivedOn === null || state.opened.length > 0 || runs(clocks['acceptance-decree'])) return [];
  const waited = runs(clocks['acceptance-statute']);
  const waits = receivedOn >= AMENDED_FROM && waitsForRepresentatives(state);
  const from = waited ? (state.suppliedOn ?? on) : receivedOn;
  return [
    ...(waited ? [] : start('acceptance-statute', receivedOn, acceptanceByStatute(levelOf(state), state.discipline, receivedOn))),
    ...(waits ? [] : start('acceptance-decree', from, acceptanceByDecree(from))),
  ];
}

/** A group whose signatures and written appointment were all found is waited for no longer. */
function waitsForRepresentatives(state: Petition): boolean {
  const found = withArrival(state);
  return found ? found.many === true && found.representativesMissing === true : state.senders.length >= GROUP_FROM;
}

const levelOf = ({ screening }: Petition): 1 | 2 => (screening?.secondComplaint === true ? 2 : 1);

/** The row that a fact was done by; where none is named, the circular's article on what is done with petitions. */
function lawOf({ fact, on }: Asked): Citation {
  const named = citation.safeParse(fact.data.because);
  return named.success ? named.data : article('TT05 Đ.6', on);
}

/** Nobody who came is left without an answer, be it one that asks for more time. */
function allAnswered({ state, fact }: Asked): boolean {
  const { to, standsFor } = fact.data;
  const reached = new Set<unknown>([to, ...(Array.isArray(standsFor) ? standsFor : [])]);
  return stillOwed(state).every((duty) => duty.what !== 'answer-sender' || duty.interimOn !== null || reached.has(duty.to));
}

/** Where all who sent it withdrew, only what is owed to others is left; where some did, those who stay may all have been answered. */
function withdrawn(asked: Asked): readonly ClockEntry[] {
  const { state, fact, on } = asked;
  const { senders } = fact.data;
  const leaving = new Set<unknown>(Array.isArray(senders) ? senders : state.senders);
  const staying = state.senders.filter((each) => !leaving.has(each));
  const waiting = stillOwed(state).some(({ what, to, interimOn }) => what === 'answer-sender' && interimOn === null && !leaving.has(to));
  const law = article('LKN Đ.10', on);
  if (staying.length === 0) return stop(asked, law, ['answer', 'processing', ...acceptance]);
  return waiting ? [] : stop(asked, law, ['answer']);
}

const dayOf = (value: unknown, otherwise: LegalDay): LegalDay => (typeof value === 'string' ? value : otherwise);

/** The notice has days from that on which its ground was established; of several the earliest runs first. */
function notReceived(asked: Asked): readonly ClockEntry[] {
  const { fact, state, on } = asked;
  const { how, establishedOn, nothingInWriting } = fact.data;
  const since = dayOf(establishedOn, on);
  const owed = how === 'written' && !runs(state.clocks['refusal-notice']);
  return [
    ...(owed ? start('refusal-notice', since, ruledOn('TD-09', since)) : []),
    ...(nothingInWriting === true ? stop(asked, lawOf(asked), ['answer', 'processing']) : []),
  ];
}

function noticeGiven(asked: Asked): readonly ClockEntry[] {
  const { fact, state, on } = asked;
  const [next] = stillOwed(state)
    .filter(({ what, to }) => what === 'refusal-notice' && to !== fact.data.to)
    .map(({ since }) => since)
    .sort();
  return [
    ...stop(asked, article('NĐ154 Đ.4.3', on), ['refusal-notice']),
    ...(next === undefined ? [] : start('refusal-notice', next, ruledOn('TD-09', next))),
  ];
}

function filed(asked: Asked): readonly ClockEntry[] {
  const { fact, on } = asked;
  return [
    ...stop(asked, lawOf(asked), ['processing', ...acceptance, ...(fact.data.noAnswer === undefined ? [] : (['answer'] as const))]),
    ...start('retention', on, ruledOn('XD-03', on)),
  ];
}

/** The entries that a fact leads to; `state` is the petition before the fact. */
export function petitionClocks(asked: Asked): readonly ClockEntry[] {
  const { fact, on } = asked;
  switch (fact.type) {
    case 'Received':
    case 'OralRecorded':
      return arrived(asked);
    case 'Classified':
      return stop(asked, lawOf(asked), ['retention']);
    case 'ProposedForAcceptance':
    case 'SupplementGuided':
      return [...stop(asked, lawOf(asked), ['processing']), ...awaitsAcceptance(asked)];
    case 'AnsweredIneligible':
    case 'GuidedOnce':
    case 'Returned':
    case 'SentElsewhere':
    case 'SplitGuided':
    case 'JoinedCase':
    case 'LinkedDuplicate':
      return stop(asked, lawOf(asked), ['processing', ...acceptance]);
    case 'ResolutionDemanded':
    case 'ReportedToHead':
      return stop(asked, lawOf(asked), ['processing']);
    case 'Filed':
      return filed(asked);
    case 'OpenedCase':
      return stop(asked, article('LKN Đ.27', on), ['processing', ...acceptance]);
    case 'SenderAnswered':
      return allAnswered(asked) ? stop(asked, article('LTCD Đ.28.1', on), ['answer']) : [];
    case 'Withdrawn':
    case 'SendersWithdrew':
      return withdrawn(asked);
    case 'ReceptionRefused':
      return notReceived(asked);
    case 'RefusalNoticeGiven':
      return noticeGiven(asked);
    case 'DestructionDecided':
      return stop(asked, article('TT05 Đ.28', on), ['retention']);
    case 'Closed':
      return stop(asked, article('TT05 Đ.6', on), ['answer', 'processing', ...acceptance]);
    case 'ClocksRecounted':
      return recounts(asked.state.clocks, asked.calendar, on);
    default:
      return [];
  }
}
