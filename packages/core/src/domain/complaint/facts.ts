/** What can have happened to a complaint. A fact holds what was asked, and beside it what law and organisation answered. */
import { z } from 'zod';
import { legalDay } from '../calendar.ts';
import type { FactDefinition } from '../case-type.ts';
import { citation } from '../citation.ts';
import { clockLine } from '../clock.ts';
import { holder } from '../custody.ts';
import { complaintCommands } from './commands.ts';

/** Members that may stand in any fact. */
const answered = {
  clocks: z.array(clockLine).optional().describe('What the fact did to the clocks.'),
  objections: z
    .array(
      z.object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        because: z.union([z.object({ citation }), z.object({ rule: z.string() })]),
      }),
    )
    .optional()
    .describe('What this would have been refused for.'),
  late: z.object({ ground: z.string(), document: z.string() }).optional().describe('Why it could be dated before the last step.'),
};

const held = { holder: holder.describe('Who is accountable from now on.') };
const before = { before: z.string().describe('The unit that must rule.') };

const of = <Shape extends z.ZodRawShape>(command: z.ZodObject<Shape>) => command.extend(answered);
const moves = (describes: string, schema: z.ZodType): FactDefinition => ({ describes, schema, version: 1, chart: 'moves' });
const leaves = (describes: string, schema: z.ZodType): FactDefinition => ({ describes, schema, version: 1, chart: 'leaves' });
const linking = (definition: FactDefinition, field: string, as: string): FactDefinition => ({ ...definition, link: { field, as } });
const c = complaintCommands;

export const complaintFacts: Readonly<Record<string, FactDefinition>> = {
  Received: linking(moves('A complaint arrived and was taken in.', of(c.Receive.schema).extend(held)), 'petition', 'opened-from'),
  ArrivalRecorded: leaves('Something arrived that moves nothing.', of(c.RecordArrival.schema)),
  Acknowledged: leaves('The sender was told that it arrived.', of(c.Acknowledge.schema)),
  CompletionAsked: leaves('The sender was asked for what is missing.', of(c.AskForCompletion.schema)),
  Completed: leaves('Papers arrived that complete it.', of(c.Complete.schema)),
  Accepted: moves('It was accepted for settlement.', of(c.Accept.schema)),
  NotAccepted: moves(
    'It was not accepted.',
    of(c.NotAccept.schema).extend({ holder: holder.optional().describe('Who holds the matter again, above the first level.') }),
  ),
  Guided: moves('The sender was guided to the competent body.', of(c.Guide.schema)),
  Returned: moves('It went back to the body that had sent it on.', of(c.Return.schema)),
  Filed: moves('It was filed without action.', of(c.File.schema)),
  Joined: linking(moves('It was joined to another case.', of(c.Join.schema)), 'into', 'joined'),
  SentElsewhere: moves('It was sent to another organisation.', of(c.SendElsewhere.schema)),
  Assigned: moves(
    'A person was put in charge.',
    of(c.Assign.schema).extend({ ...held, reason: z.string().optional().describe('Why, where somebody else had it before.') }),
  ),
  TransferOffered: moves(
    'It was offered to another unit.',
    of(c.OfferTransfer.schema).extend({ from: holder.describe('Who offers it and stays accountable.') }),
  ),
  TransferAccepted: moves('The other unit took it over.', of(c.AcceptTransfer.schema).extend(held)),
  TransferRefused: moves('The other unit refused it.', of(c.RefuseTransfer.schema)),
  CustodyDisputed: moves(
    'Who holds it is in dispute.',
    of(c.DisputeCustody.schema).extend({ ...before, because: citation.optional().describe('The rule that puts custody in dispute.') }),
  ),
  CustodyMoved: leaves('Custody followed a change of head or unit.', of(c.MoveCustody.schema).extend(held)),
  Escalated: moves('It was put before the direct superior.', of(c.Escalate.schema).extend(before)),
  HandedDown: moves('The superior handed it down.', of(c.HandDown.schema)),
  SuperiorRuled: moves('The superior ruled who holds it.', of(c.Rule.schema).extend(held)),
  CoordinatorsNamed: leaves('Coordinating units were named.', of(c.NameCoordinators.schema)),
  OpinionGiven: leaves('A coordinating unit gave its opinion.', of(c.GiveOpinion.schema)),
  Disagreed: leaves('A unit disagrees.', of(c.Disagree.schema)),
  DisagreementSettled: leaves('A disagreement was settled.', of(c.SettleDisagreement.schema)),
  Consulted: leaves('A body outside was asked.', of(c.Consult.schema)),
  ConsultationAnswered: leaves('The body that was asked answered.', of(c.AnswerConsultation.schema)),
  DialogueCalled: leaves('The parties were called to a dialogue.', of(c.CallDialogue.schema)),
  DialogueHeld: leaves('The dialogue was held.', of(c.HoldDialogue.schema)),
  ComplexityFound: leaves('The case was found complex.', of(c.FindComplex.schema)),
  TermExtended: leaves('A term was extended.', of(c.Extend.schema)),
  ContestedSuspended: leaves('The contested decision was suspended.', of(c.SuspendContested.schema)),
  ContestedLifted: leaves('The contested decision may be carried out again.', of(c.LiftContested.schema)),
  Suspended: moves('The settlement was suspended.', of(c.Suspend.schema)),
  Resumed: moves('The settlement went on.', of(c.Resume.schema)),
  Resolved: moves('The decision of this level was issued.', of(c.Resolve.schema)),
  Served: leaves('The decision reached its addressees.', of(c.Serve.schema)),
  Published: leaves('The decision was published.', of(c.Publish.schema)),
  Withdrawn: moves('The whole complaint was withdrawn.', of(c.Withdraw.schema)),
  PartWithdrawn: leaves('A part of it was withdrawn.', of(c.Withdraw.schema)),
  MembersWithdrew: leaves('Some of the group withdrew.', of(c.Withdraw.schema)),
  Terminated: moves('The settlement was ended.', of(c.Terminate.schema)),
  Recomplained: moves(
    'It was complained of again, to the next level.',
    of(c.Recomplain.schema).extend({
      ...held,
      level: z.int().min(2).describe('The level it now lies at.'),
      because: citation.describe('The article that opens the level.'),
    }),
  ),
  SentBack: moves('It went back to the level that still owes its decision.', of(c.SendBack.schema).extend(held)),
  CourtRulingRecorded: leaves('A court ruled.', of(c.RecordCourtRuling.schema)),
  Enforced: leaves('A measure of enforcement was taken.', of(c.Enforce.schema)),
  Closed: moves('The file was closed.', of(c.Close.schema)),
  MembersAdded: leaves('Further persons joined.', of(c.AddMembers.schema)),
  RepresentativesAppointed: leaves('Representatives were appointed.', of(c.AppointRepresentatives.schema)),
  MembersSplitOff: linking(leaves('Members parted ways.', of(c.SplitOff.schema)), 'into', 'split-off'),
  ObligationFulfilled: leaves('A duty left behind was done.', of(c.FulfilObligation.schema)),
  Visited: leaves('Somebody came about the matter.', of(c.RecordVisit.schema)),
  PapersRequested: leaves('Further papers were asked for.', of(c.RequestPapers.schema)),
  PapersAsked: leaves('A party asked for papers that the body holds.', of(c.AskForPapers.schema)),
  Notified: leaves('A paper was sent to those who must have it.', of(c.Notify.schema)),
  Apologised: leaves('An apology with a new day was given.', of(c.Apologise.schema)),
  LinkRecorded: leaves('Another case named this one.', of(c.RecordLink.schema)),
  Noted: leaves('A note was written.', of(c.Note.schema)),
  ClockRanOut: leaves(
    'A clock ran out.',
    of(c.RecordRunOut.schema).extend({ dueOn: legalDay.describe('The last day of the term.'), ...held }),
  ),
  ClocksRecounted: leaves('Running clocks were counted again by a new calendar.', of(c.RecountClocks.schema)),
};
