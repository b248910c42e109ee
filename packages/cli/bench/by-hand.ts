/**
 * The rival of the chart's table: the reducer that somebody would write by hand for exactly this chart. Stage by `switch`, three fields
 * for the three regions, and the same `evolve` and `wind` as ours. It knows no case type, no configuration and no XState.
 */
import { type ClockLine, type Complaint, evolve, type Fact, newComplaint, wind } from '@redress/core';

type Handling =
  | 'none'
  | 'received.screening'
  | 'received.accepted'
  | 'assigned'
  | 'resolved'
  | 'recomplained.screening'
  | 'recomplained.accepted'
  | 'closed';

export interface ByHand {
  readonly state: Complaint;
  handling: Handling;
  custody: 'held' | 'transferred' | 'escalated';
  clocking: 'running' | 'suspended';
}

export const newByHand = (caseId: string): ByHand => ({
  state: newComplaint(caseId),
  handling: 'none',
  custody: 'held',
  clocking: 'running',
});

/** Folds one fact, in place. */
export function applyByHand(at: ByHand, fact: Fact): void {
  const { state } = at;
  state.version += 1;
  if (moves(at, fact.type)) {
    state.stage = stageByHand(at);
    state.openedOn ??= fact.on;
    state.movedOn = fact.on;
  }
  const lines = fact.data.clocks as readonly ClockLine[] | undefined;
  if (lines) for (let line = 0; line < lines.length; line += 1) wind(state.clocks, lines[line] as ClockLine);
  evolve(state, fact);
}

function stageByHand({ handling, custody }: ByHand): string {
  if (handling === 'closed' || handling === 'none') return handling;
  if (custody !== 'held') return custody;
  switch (handling) {
    case 'received.screening':
    case 'received.accepted':
      return 'received';
    case 'recomplained.screening':
    case 'recomplained.accepted':
      return 'recomplained';
    case 'assigned':
    case 'resolved':
      return handling;
  }
}

function to(at: ByHand, handling: Handling): true {
  at.handling = handling;
  return true;
}

/** Whether the fact moved the chart. */
function moves(at: ByHand, fact: string): boolean {
  switch (fact) {
    case 'TransferOffered':
    case 'TransferAccepted':
    case 'TransferRefused':
    case 'CustodyDisputed':
    case 'Escalated':
    case 'HandedDown':
    case 'SuperiorRuled':
      return movesCustody(at, fact);
    case 'Suspended':
      if (at.clocking !== 'running') return false;
      at.clocking = 'suspended';
      return true;
    case 'Resumed':
      if (at.clocking !== 'suspended') return false;
      at.clocking = 'running';
      return true;
    default:
      return movesHandling(at, fact);
  }
}

function movesCustody(at: ByHand, fact: string): boolean {
  const before = at.custody;
  switch (fact) {
    case 'TransferOffered':
      if (before !== 'held') return false;
      at.custody = 'transferred';
      return true;
    case 'TransferAccepted':
    case 'TransferRefused':
      if (before !== 'transferred') return false;
      at.custody = 'held';
      return true;
    case 'CustodyDisputed':
      if (before === 'escalated') return false;
      at.custody = 'escalated';
      return true;
    case 'Escalated':
      if (before !== 'held') return false;
      at.custody = 'escalated';
      return true;
    default:
      if (before !== 'escalated') return false;
      at.custody = 'held';
      return true;
  }
}

function movesHandling(at: ByHand, fact: string): boolean {
  switch (at.handling) {
    case 'none':
      return fact === 'Received' && to(at, 'received.screening');
    case 'received.screening':
      return fact === 'Accepted' ? to(at, 'received.accepted') : endsScreening(fact) && to(at, 'closed');
    case 'received.accepted':
    case 'recomplained.accepted':
      return fact === 'Assigned' ? to(at, 'assigned') : endsWork(fact) && to(at, 'closed');
    case 'assigned':
      if (fact === 'Assigned') return true;
      if (fact === 'Resolved') return to(at, 'resolved');
      if (fact === 'Recomplained') return to(at, 'recomplained.screening');
      return endsWork(fact) && to(at, 'closed');
    case 'resolved':
      if (fact === 'Recomplained') return to(at, 'recomplained.screening');
      return fact === 'Closed' && to(at, 'closed');
    case 'recomplained.screening':
      if (fact === 'Accepted') return to(at, 'recomplained.accepted');
      if (fact === 'NotAccepted') return to(at, 'resolved');
      if (fact === 'SentBack') return to(at, 'assigned');
      return fact === 'Withdrawn' && to(at, 'closed');
    case 'closed':
      return false;
  }
}

const endsWork = (fact: string): boolean => fact === 'Withdrawn' || fact === 'Terminated';

function endsScreening(fact: string): boolean {
  switch (fact) {
    case 'NotAccepted':
    case 'Guided':
    case 'Returned':
    case 'Filed':
    case 'Joined':
    case 'SentElsewhere':
    case 'Withdrawn':
      return true;
    default:
      return false;
  }
}
