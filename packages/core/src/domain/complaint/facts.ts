/** What can have happened to a complaint. A fact holds what was asked, and beside it what the organisation answered. */
import { z } from 'zod';
import type { FactDefinition } from '../case-type.ts';
import { citation } from '../citation.ts';
import { clockFacts } from '../clock-commands.ts';
import { holder } from '../custody.ts';
import { complaintCommands } from './commands.ts';

const held = { holder: holder.describe('Who is accountable from now on.') };
const before = { before: z.string().describe('The unit that must rule.') };

const moves = (describes: string, schema: z.ZodType): FactDefinition => ({ describes, schema, version: 1, chart: 'moves' });
const leaves = (describes: string, schema: z.ZodType): FactDefinition => ({ describes, schema, version: 1, chart: 'leaves' });
const linking = (definition: FactDefinition, field: string, as: string): FactDefinition => ({ ...definition, link: { field, as } });
const c = complaintCommands;

export const complaintFacts: Readonly<Record<string, FactDefinition>> = {
  Received: linking(moves('A complaint arrived and was taken in.', c.Receive.schema.extend(held)), 'petition', 'opened-from'),
  ArrivalRecorded: leaves('Something arrived that moves nothing.', c.RecordArrival.schema),
  Acknowledged: leaves('The sender was told that it arrived.', c.Acknowledge.schema),
  CompletionAsked: leaves('The sender was asked for what is missing.', c.AskForCompletion.schema),
  Completed: leaves('Papers arrived that complete it.', c.Complete.schema),
  Accepted: moves('It was accepted for settlement.', c.Accept.schema),
  NotAccepted: moves(
    'It was not accepted.',
    c.NotAccept.schema.extend({ holder: holder.optional().describe('Who holds the matter again, above the first level.') }),
  ),
  Guided: moves('The sender was guided to the competent body.', c.Guide.schema),
  Returned: moves('It went back to the body that had sent it on.', c.Return.schema),
  Filed: moves('It was filed without action.', c.File.schema),
  Joined: linking(moves('It was joined to another case.', c.Join.schema), 'into', 'joined'),
  SentElsewhere: moves('It was sent to another organisation.', c.SendElsewhere.schema),
  Assigned: moves(
    'A person was put in charge.',
    c.Assign.schema.extend({ ...held, reason: z.string().optional().describe('Why, where somebody else had it before.') }),
  ),
  TransferOffered: moves(
    'It was offered to another unit.',
    c.OfferTransfer.schema.extend({ from: holder.describe('Who offers it and stays accountable.') }),
  ),
  TransferAccepted: moves('The other unit took it over.', c.AcceptTransfer.schema.extend(held)),
  TransferRefused: moves('The other unit refused it.', c.RefuseTransfer.schema),
  CustodyDisputed: moves(
    'Who holds it is in dispute.',
    c.DisputeCustody.schema.extend({ ...before, because: citation.optional().describe('The rule that puts custody in dispute.') }),
  ),
  CustodyMoved: leaves('Custody followed a change of head or unit.', c.MoveCustody.schema.extend(held)),
  Escalated: moves('It was put before the direct superior.', c.Escalate.schema.extend(before)),
  HandedDown: moves('The superior handed it down.', c.HandDown.schema),
  SuperiorRuled: moves('The superior ruled who holds it.', c.Rule.schema.extend(held)),
  CoordinatorsNamed: leaves('Coordinating units were named.', c.NameCoordinators.schema),
  OpinionGiven: leaves('A coordinating unit gave its opinion.', c.GiveOpinion.schema),
  Disagreed: leaves('A unit disagrees.', c.Disagree.schema),
  DisagreementSettled: leaves('A disagreement was settled.', c.SettleDisagreement.schema),
  Consulted: leaves('A body outside was asked.', c.Consult.schema),
  ConsultationAnswered: leaves('The body that was asked answered.', c.AnswerConsultation.schema),
  DialogueCalled: leaves('The parties were called to a dialogue.', c.CallDialogue.schema),
  DialogueHeld: leaves('The dialogue was held.', c.HoldDialogue.schema),
  ComplexityFound: leaves('The case was found complex.', c.FindComplex.schema),
  TermExtended: leaves('A term was extended.', c.Extend.schema),
  ContestedSuspended: leaves('The contested decision was suspended.', c.SuspendContested.schema),
  ContestedLifted: leaves('The contested decision may be carried out again.', c.LiftContested.schema),
  Suspended: moves('The settlement was suspended.', c.Suspend.schema),
  Resumed: moves('The settlement went on.', c.Resume.schema),
  Resolved: moves('The decision of this level was issued.', c.Resolve.schema),
  Served: leaves('The decision reached its addressees.', c.Serve.schema),
  Published: leaves('The decision was published.', c.Publish.schema),
  Withdrawn: moves('The whole complaint was withdrawn.', c.Withdraw.schema),
  PartWithdrawn: leaves('A part of it was withdrawn.', c.Withdraw.schema),
  MembersWithdrew: leaves('Some of the group withdrew.', c.Withdraw.schema),
  Terminated: moves('The settlement was ended.', c.Terminate.schema),
  Recomplained: moves(
    'It was complained of again, to the next level.',
    c.Recomplain.schema.extend({
      ...held,
      level: z.int().min(2).describe('The level it now lies at.'),
      because: citation.describe('The article that opens the level.'),
    }),
  ),
  SentBack: moves('It went back to the level that still owes its decision.', c.SendBack.schema.extend(held)),
  CourtRulingRecorded: leaves('A court ruled.', c.RecordCourtRuling.schema),
  Enforced: leaves('A measure of enforcement was taken.', c.Enforce.schema),
  Closed: moves('The file was closed.', c.Close.schema),
  MembersAdded: leaves('Further persons joined.', c.AddMembers.schema),
  RepresentativesAppointed: leaves('Representatives were appointed.', c.AppointRepresentatives.schema),
  MembersSplitOff: linking(leaves('Members parted ways.', c.SplitOff.schema), 'into', 'split-off'),
  ObligationFulfilled: leaves('A duty left behind was done.', c.FulfilObligation.schema),
  Visited: leaves('Somebody came about the matter.', c.RecordVisit.schema),
  PapersRequested: leaves('Further papers were asked for.', c.RequestPapers.schema),
  PapersAsked: leaves('A party asked for papers that the body holds.', c.AskForPapers.schema),
  Notified: leaves('A paper was sent to those who must have it.', c.Notify.schema),
  Apologised: leaves('An apology with a new day was given.', c.Apologise.schema),
  LinkRecorded: leaves('Another case named this one.', c.RecordLink.schema),
  Noted: leaves('A note was written.', c.Note.schema),
  ...clockFacts,
};
