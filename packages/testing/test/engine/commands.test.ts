import { type Actor, complaintCommands, handlingOf } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { type Desk, group, head, letter, openDesk } from './desk.ts';

type Step = readonly [type: string, on: string, data?: Record<string, unknown>, actor?: Actor];

const top = head('top');
const right = head('right');
const decision = { outcome: 'wrong', decision: 'D-1', summary: 'No.' };

const received: Step[] = [['Receive', '2026-01-05', group]];
const accepted: Step[] = [...received, ['Accept', '2026-01-06']];
const assigned: Step[] = [...accepted, ['Assign', '2026-01-07', { person: 'p-7' }]];
const resolved: Step[] = [...assigned, ['Resolve', '2026-01-20', decision]];
const silent: Step[] = [...assigned, ['Recomplain', '2026-01-29', { against: 'silence', summary: 'Nobody answered.' }]];
const offered: Step[] = [...assigned, ['OfferTransfer', '2026-01-08', { toUnit: 'right' }]];
const escalated: Step[] = [...assigned, ['Escalate', '2026-01-08', { ground: 'other', reason: 'We cannot agree.' }]];
const suspended: Step[] = [...assigned, ['Suspend', '2026-01-08', { ground: 'g', evidence: 'Ill.' }]];
const consulted: Step[] = [...assigned, ['Consult', '2026-01-08', { consultation: 'q-1', body: 'ministry', question: 'May we?' }]];
const disagreed: Step[] = [...assigned, ['Disagree', '2026-01-08', { disagreement: 'd-1', unit: 'far', about: 'The sum.' }]];

/** What each command needs before it, what it is asked with, and the facts that follow. */
const asked: Readonly<
  Record<string, { readonly after: readonly Step[]; readonly ask: Step; readonly facts: readonly string[]; readonly stage: string }>
> = {
  Receive: { after: [], ask: ['Receive', '2026-01-05', letter], facts: ['Received'], stage: 'received' },
  RecordArrival: {
    after: received,
    ask: ['RecordArrival', '2026-01-06', { arrived: 'press article', body: { title: 'Pension cut' } }],
    facts: ['ArrivalRecorded'],
    stage: 'received',
  },
  Acknowledge: { after: received, ask: ['Acknowledge', '2026-01-06', { document: 'A-1' }], facts: ['Acknowledged'], stage: 'received' },
  AskForCompletion: {
    after: received,
    ask: ['AskForCompletion', '2026-01-06', { missing: ['The decision.'] }],
    facts: ['CompletionAsked'],
    stage: 'received',
  },
  Complete: { after: received, ask: ['Complete', '2026-01-07', { documents: ['The decision.'] }], facts: ['Completed'], stage: 'received' },
  Accept: { after: received, ask: ['Accept', '2026-01-06'], facts: ['Accepted'], stage: 'received' },
  NotAccept: {
    after: received,
    ask: ['NotAccept', '2026-01-06', { ground: 'no-relation', reason: 'Not his affair.' }],
    facts: ['NotAccepted'],
    stage: 'closed',
  },
  Guide: { after: received, ask: ['Guide', '2026-01-06', { to: 'tax office', reason: 'A tax.' }], facts: ['Guided'], stage: 'closed' },
  Return: { after: received, ask: ['Return', '2026-01-06', { to: 'deputy', reason: 'Not ours.' }], facts: ['Returned'], stage: 'closed' },
  File: { after: received, ask: ['File', '2026-01-06', { reason: 'No name.' }], facts: ['Filed'], stage: 'closed' },
  Join: { after: received, ask: ['Join', '2026-01-06', { into: 'case-0', reason: 'The same.' }], facts: ['Joined'], stage: 'closed' },
  SendElsewhere: {
    after: received,
    ask: ['SendElsewhere', '2026-01-06', { to: 'police', reason: 'A theft.' }],
    facts: ['SentElsewhere'],
    stage: 'closed',
  },
  Assign: { after: accepted, ask: ['Assign', '2026-01-07', { person: 'p-7' }], facts: ['Assigned'], stage: 'assigned' },
  Reassign: {
    after: assigned,
    ask: ['Reassign', '2026-01-08', { person: 'p-8', reason: 'On leave.' }],
    facts: ['Assigned'],
    stage: 'assigned',
  },
  OfferTransfer: {
    after: assigned,
    ask: ['OfferTransfer', '2026-01-08', { toUnit: 'right' }],
    facts: ['TransferOffered'],
    stage: 'transferred',
  },
  AcceptTransfer: {
    after: offered,
    ask: ['AcceptTransfer', '2026-01-09', { person: 'p-r' }, right],
    facts: ['TransferAccepted'],
    stage: 'assigned',
  },
  RefuseTransfer: {
    after: offered,
    ask: ['RefuseTransfer', '2026-01-09', { reason: 'Not ours.' }, right],
    facts: ['TransferRefused'],
    stage: 'assigned',
  },
  DisputeCustody: {
    after: offered,
    ask: ['DisputeCustody', '2026-01-09', { reason: 'Nobody wants it.' }],
    facts: ['CustodyDisputed'],
    stage: 'escalated',
  },
  MoveCustody: {
    after: assigned,
    ask: ['MoveCustody', '2026-01-08', { toUnit: 'far', reason: 'The unit was merged.' }],
    facts: ['CustodyMoved'],
    stage: 'assigned',
  },
  Escalate: {
    after: assigned,
    ask: ['Escalate', '2026-01-08', { ground: 'official-concerned', reason: 'It is about the head.' }],
    facts: ['Escalated'],
    stage: 'escalated',
  },
  HandDown: {
    after: escalated,
    ask: ['HandDown', '2026-01-09', { instruction: 'Decide within a week.' }, top],
    facts: ['HandedDown'],
    stage: 'assigned',
  },
  Rule: {
    after: escalated,
    ask: ['Rule', '2026-01-09', { toUnit: 'far', reason: 'By competence.' }, top],
    facts: ['SuperiorRuled'],
    stage: 'assigned',
  },
  NameCoordinators: {
    after: assigned,
    ask: ['NameCoordinators', '2026-01-08', { units: ['far'] }],
    facts: ['CoordinatorsNamed'],
    stage: 'assigned',
  },
  GiveOpinion: {
    after: assigned,
    ask: ['GiveOpinion', '2026-01-08', { unit: 'far', opinion: 'He is right.' }],
    facts: ['OpinionGiven'],
    stage: 'assigned',
  },
  Disagree: {
    after: assigned,
    ask: ['Disagree', '2026-01-08', { disagreement: 'd-1', unit: 'far', about: 'The sum.' }],
    facts: ['Disagreed'],
    stage: 'assigned',
  },
  SettleDisagreement: {
    after: disagreed,
    ask: ['SettleDisagreement', '2026-01-09', { disagreement: 'd-1', settlement: 'Far gave way.' }],
    facts: ['DisagreementSettled'],
    stage: 'assigned',
  },
  Consult: {
    after: assigned,
    ask: ['Consult', '2026-01-08', { consultation: 'q-1', body: 'ministry', question: 'May we?' }],
    facts: ['Consulted'],
    stage: 'assigned',
  },
  AnswerConsultation: {
    after: consulted,
    ask: ['AnswerConsultation', '2026-01-12', { consultation: 'q-1', answer: 'Yes.' }],
    facts: ['ConsultationAnswered'],
    stage: 'assigned',
  },
  CallDialogue: {
    after: assigned,
    ask: ['CallDialogue', '2026-01-08', { heldOn: '2026-01-15', place: 'Room 2' }],
    facts: ['DialogueCalled'],
    stage: 'assigned',
  },
  HoldDialogue: {
    after: assigned,
    ask: ['HoldDialogue', '2026-01-15', { minutes: 'M-1', attended: ['m-1'], absent: ['m-2'], chairedBy: 'p-left' }],
    facts: ['DialogueHeld'],
    stage: 'assigned',
  },
  FindComplex: {
    after: assigned,
    ask: ['FindComplex', '2026-01-08', { criteria: ['a'], document: 'F-1' }],
    facts: ['ComplexityFound'],
    stage: 'assigned',
  },
  Extend: {
    after: assigned,
    ask: ['Extend', '2026-01-08', { clock: 'resolution', by: 5, reason: 'Much to read.' }],
    facts: ['TermExtended'],
    stage: 'assigned',
  },
  Suspend: { after: assigned, ask: ['Suspend', '2026-01-08', { ground: 'g', evidence: 'Ill.' }], facts: ['Suspended'], stage: 'assigned' },
  SuspendContested: {
    after: assigned,
    ask: ['SuspendContested', '2026-01-08', { reason: 'Harm.', decision: 'D-9' }],
    facts: ['ContestedSuspended'],
    stage: 'assigned',
  },
  LiftContested: {
    after: [...assigned, ['SuspendContested', '2026-01-08', { reason: 'Harm.', decision: 'D-9' }]],
    ask: ['LiftContested', '2026-01-09', { reason: 'No harm any more.' }],
    facts: ['ContestedLifted'],
    stage: 'assigned',
  },
  Resume: { after: suspended, ask: ['Resume', '2026-01-12', { reason: 'Well again.' }], facts: ['Resumed'], stage: 'assigned' },
  Resolve: { after: assigned, ask: ['Resolve', '2026-01-20', decision], facts: ['Resolved'], stage: 'resolved' },
  Serve: { after: resolved, ask: ['Serve', '2026-01-21', { to: ['m-1'], decision: 'D-1' }], facts: ['Served'], stage: 'resolved' },
  Publish: {
    after: resolved,
    ask: ['Publish', '2026-01-22', { how: 'posting', decision: 'D-1' }],
    facts: ['Published'],
    stage: 'resolved',
  },
  Withdraw: { after: assigned, ask: ['Withdraw', '2026-01-08', { form: 'petition' }], facts: ['Withdrawn'], stage: 'closed' },
  Terminate: {
    after: assigned,
    ask: ['Terminate', '2026-01-08', { ground: 'dead', reason: 'No heir goes on.' }],
    facts: ['Terminated'],
    stage: 'closed',
  },
  Recomplain: {
    after: resolved,
    ask: ['Recomplain', '2026-01-22', { against: 'decision', summary: 'Still wrong.' }],
    facts: ['Recomplained'],
    stage: 'recomplained',
  },
  SendBack: {
    after: silent,
    ask: ['SendBack', '2026-01-30', { reason: 'Decide first.' }, top],
    facts: ['SentBack'],
    stage: 'assigned',
  },
  RecordCourtRuling: {
    after: resolved,
    ask: ['RecordCourtRuling', '2026-02-20', { court: 'district', ruling: 'R-1', effect: 'annuls' }],
    facts: ['CourtRulingRecorded'],
    stage: 'resolved',
  },
  Enforce: {
    after: resolved,
    ask: ['Enforce', '2026-02-25', { measure: 'The sum was paid.', document: 'E-1' }],
    facts: ['Enforced'],
    stage: 'resolved',
  },
  Close: { after: resolved, ask: ['Close', '2026-02-25', { reason: 'It stands.' }], facts: ['Closed'], stage: 'closed' },
  AddMembers: {
    after: received,
    ask: ['AddMembers', '2026-01-06', { members: [{ member: 'm-4' }] }],
    facts: ['MembersAdded'],
    stage: 'received',
  },
  AppointRepresentatives: {
    after: received,
    ask: ['AppointRepresentatives', '2026-01-06', { members: ['m-1'], document: 'P-1' }],
    facts: ['RepresentativesAppointed'],
    stage: 'received',
  },
  SplitOff: {
    after: received,
    ask: ['SplitOff', '2026-01-06', { members: ['m-2'], into: 'case-2', reason: 'Another decision.' }],
    facts: ['MembersSplitOff'],
    stage: 'received',
  },
  FulfilObligation: {
    after: resolved,
    ask: ['FulfilObligation', '2026-01-22', { obligation: 'service-1', document: 'S-1' }],
    facts: ['ObligationFulfilled'],
    stage: 'resolved',
  },
  RecordVisit: {
    after: received,
    ask: ['RecordVisit', '2026-01-06', { unit: 'left', purpose: 'Asked.' }],
    facts: ['Visited'],
    stage: 'received',
  },
  RequestPapers: {
    after: received,
    ask: ['RequestPapers', '2026-01-06', { papers: ['Payslips.'], reason: 'For the sum.' }],
    facts: ['PapersRequested'],
    stage: 'received',
  },
  AskForPapers: {
    after: received,
    ask: ['AskForPapers', '2026-01-06', { by: 'complainant', papers: ['The calculation.'] }],
    facts: ['PapersAsked'],
    stage: 'received',
  },
  Notify: {
    after: received,
    ask: ['Notify', '2026-01-06', { about: 'acceptance', to: ['m-1'], document: 'L-1' }],
    facts: ['Notified'],
    stage: 'received',
  },
  Apologise: {
    after: assigned,
    ask: ['Apologise', '2026-02-10', { appointedOn: '2026-02-20', reason: 'We are late.' }],
    facts: ['Apologised'],
    stage: 'assigned',
  },
  Note: { after: received, ask: ['Note', '2026-01-06', { text: 'Called him.' }], facts: ['Noted'], stage: 'received' },
  RecordLink: {
    after: received,
    ask: ['RecordLink', '2026-01-06', { from: 'case-2', as: 'joined', fact: 'f-1' }],
    facts: ['LinkRecorded'],
    stage: 'received',
  },
  RecordRunOut: {
    after: received,
    ask: ['RecordRunOut', '2026-01-13', { clock: 'acceptance' }],
    facts: ['ClockRanOut'],
    stage: 'received',
  },
};

async function after(steps: readonly Step[]): Promise<Desk> {
  const desk = openDesk();
  for (const [type, on, data, actor] of steps) await desk.done(type, on, data, actor ? { actor } : {});
  return desk;
}

describe('every command of the complaint', () => {
  it('stands in this list, or in recount.test.ts, where the law changes its calendar', () => {
    expect([...Object.keys(asked), 'RecountClocks'].sort()).toEqual(Object.keys(complaintCommands).sort());
  });

  for (const [name, { after: steps, ask, facts, stage }] of Object.entries(asked)) {
    it(`${name} leads to ${facts.join(', ')} and the case is ${stage}`, async () => {
      const desk = await after(steps);
      const [type, on, data, actor] = ask;
      const done = await desk.done(type, on, data, actor ? { actor } : {});
      expect(done.facts.map(({ record }) => record.type)).toEqual(facts);
      expect(done.state.stage).toBe(stage);
    });

    it(`${name} is refused before there is a case, unless it opens one`, async () => {
      const desk = openDesk();
      const [type, on, data, actor] = ask;
      const outcome = await desk.ask(type, on, data, { case: 'no-case', ...(actor ? { actor } : {}) });
      expect('refused' in outcome ? outcome.code : 'done').toBe(name === 'Receive' ? 'done' : 'UNKNOWN_CASE');
    });
  }

  it('has its guard: each of these is refused, and nothing is written', async () => {
    const no: readonly (readonly [readonly Step[], Step, string])[] = [
      [received, ['Join', '2026-01-06', { into: 'case-1', reason: 'Itself.' }], 'SAME_CASE'],
      [received, ['SplitOff', '2026-01-06', { members: ['m-2'], into: 'case-1', reason: 'Itself.' }], 'SAME_CASE'],
      [received, ['Accept', '2026-01-06', {}, right], 'NOT_THE_HOLDER'],
      [received, ['SplitOff', '2026-01-06', { members: ['m-1', 'm-2', 'm-3'], into: 'x', reason: 'All.' }], 'NOBODY_LEFT'],
      [received, ['AppointRepresentatives', '2026-01-06', { members: ['m-9'], document: 'P' }], 'NOT_A_MEMBER'],
      [received, ['Notify', '2026-01-06', { about: 'nothing', to: ['m-1'], document: 'L' }], 'NO_SUCH_CLOCK'],
      [received, ['Serve', '2026-01-06', { to: ['m-1'], decision: 'D' }], 'NO_DECISION'],
      [received, ['RecordRunOut', '2026-01-12', { clock: 'acceptance' }], 'CLOCK_STILL_RUNS'],
      [received, ['RecordRunOut', '2026-01-12', { clock: 'nothing' }], 'NO_SUCH_CLOCK'],
      [assigned, ['OfferTransfer', '2026-01-08', { toUnit: 'left' }], 'SAME_UNIT'],
      [assigned, ['OfferTransfer', '2026-01-08', { toUnit: 'nowhere' }], 'UNKNOWN_UNIT'],
      [assigned, ['Extend', '2026-01-08', { clock: 'nothing', by: 1, reason: 'x' }], 'NO_SUCH_CLOCK'],
      [assigned, ['Apologise', '2026-01-08', { appointedOn: '2026-01-08', reason: 'Late.' }], 'DAY_NOT_AHEAD'],
      [assigned, ['FulfilObligation', '2026-01-08', { obligation: 'none', document: 'x' }], 'NO_SUCH_OBLIGATION'],
      [offered, ['AcceptTransfer', '2026-01-09', {}, head('far')], 'NOT_THE_ADDRESSEE'],
      [offered, ['Resolve', '2026-01-20', decision], 'OFFER_OPEN'],
      [escalated, ['Resolve', '2026-01-20', decision], 'BEFORE_SUPERIOR'],
      [escalated, ['Rule', '2026-01-09', { toUnit: 'left', reason: 'Ours.' }], 'NOT_THE_SUPERIOR'],
      [suspended, ['Resolve', '2026-01-20', decision], 'CASE_SUSPENDED'],
      [disagreed, ['Resolve', '2026-01-20', decision], 'DISAGREEMENT_OPEN'],
      [disagreed, ['Disagree', '2026-01-09', { disagreement: 'd-1', unit: 'far', about: 'x' }], 'ID_TAKEN'],
      [disagreed, ['SettleDisagreement', '2026-01-09', { disagreement: 'd-9', settlement: 'x' }], 'NO_SUCH_DISAGREEMENT'],
    ];
    for (const [steps, [type, on, data, actor], code] of no) {
      const desk = await after(steps);
      expect(await desk.refused(type, on, data, actor ? { actor } : {}), type).toMatchObject({ code });
      expect(await desk.engine.history('case-1')).toHaveLength(steps.length);
    }
  });

  it('a disagreement may be decided over by the superior before whom the case lies', async () => {
    const desk = await after([...disagreed, ['Escalate', '2026-01-09', { ground: 'disagreement', reason: 'The sum.' }]]);
    const done = await desk.done('Resolve', '2026-01-20', decision, { actor: top });
    expect(handlingOf(done.state.at)).toBe('resolved');
  });

  it('a part or some of a group may withdraw, and the rest goes on; when all have withdrawn, the case is closed', async () => {
    const desk = await after(assigned);
    const part = await desk.done('Withdraw', '2026-01-08', { form: 'petition', part: 'The second request.' });
    expect(part.facts[0]?.record.type).toBe('PartWithdrawn');
    const some = await desk.done('Withdraw', '2026-01-09', { form: 'petition', members: ['m-1', 'm-2'] });
    expect(some.state.members.map(({ standing }) => standing)).toEqual(['withdrawn', 'withdrawn', 'continuing']);
    expect(some.state.stage).toBe('assigned');
    expect((await desk.done('Withdraw', '2026-01-10', { form: 'petition', members: ['m-3'] })).state.stage).toBe('closed');
  });
});
