/** What can have happened to a petition. A fact holds what was asked, and beside it which row of the table allowed it. */
import { citation, clockFacts, type FactDefinition, holder } from '@redress/core';
import { z } from 'zod';
import { petitionCommands } from './commands.ts';

const held = { holder: holder.describe('Who is accountable from now on.') };
/** What made an outcome lawful; absent where it was not. */
const ruled = {
  row: z.string().optional().describe('The row of the classification table by which it was done.'),
  because: citation.optional().describe('Where that row is written.'),
};
const unanswered = { noAnswer: citation.optional().describe('The rule by which those whom it concerns are not answered.') };

const moves = (describes: string, schema: z.ZodType): FactDefinition => ({ describes, schema, version: 1, chart: 'moves' });
const leaves = (describes: string, schema: z.ZodType): FactDefinition => ({ describes, schema, version: 1, chart: 'leaves' });
const linking = (definition: FactDefinition, field: string, as: string): FactDefinition => ({ ...definition, link: { field, as } });
const c = petitionCommands;

export const petitionFacts: Readonly<Record<string, FactDefinition>> = {
  Received: moves('A petition arrived and was taken in.', c.Receive.schema.extend(held)),
  OralRecorded: moves('What somebody said was written down.', c.RecordOral.schema.extend(held)),
  ArrivalRecorded: leaves('Something arrived that moves nothing.', c.RecordArrival.schema),
  Supplemented: moves('What was missing arrived; it is screened again.', c.Supplement.schema),
  Withdrawn: moves('All of it was withdrawn, and nothing is left to be done.', c.Withdraw.schema.extend(unanswered)),
  SendersWithdrew: leaves('Some who sent it withdrew, or all, and something is still owed.', c.Withdraw.schema.extend(unanswered)),
  PartWithdrawn: leaves('A part of it was withdrawn.', c.Withdraw.schema),
  IdentityChecked: leaves('Whoever came showed who it is.', c.CheckIdentity.schema),
  // It leaves the chart alone: the person was not received, and the petition goes its way.
  ReceptionRefused: leaves(
    'A person who came was not received. What was brought is handled like every other petition.',
    c.RefuseReception.schema.extend({
      how: z.enum(['oral', 'written']).optional().describe('How the law has it said; absent where no ground in force was named.'),
      because: citation.optional().describe('Where the ground is written.'),
    }),
  ),
  RefusalNoticeGiven: leaves('Whoever was not received got the written notice.', c.GiveRefusalNotice.schema),
  Acknowledged: leaves('The sender got a receipt.', c.Acknowledge.schema),
  Registered: moves('It was entered in the book.', c.Register.schema),
  Assigned: leaves('A person was put in charge.', c.Assign.schema.extend(held)),
  CustodyMoved: leaves('Custody followed a change of head or unit.', c.MoveCustody.schema.extend(held)),
  Classified: moves(
    'What was found in it was recorded, and which row decides.',
    c.Classify.schema.extend({
      decides: z
        .array(z.object({ row: z.string().nullable(), outcome: z.string(), because: citation }))
        .describe('What may follow, by which row.'),
      also: z.array(z.object({ row: z.string().nullable(), outcome: z.string(), because: citation })).describe('What is owed beside it.'),
    }),
  ),
  ProposedForAcceptance: moves('Its acceptance was proposed to the head.', c.ProposeAcceptance.schema.extend(ruled)),
  AnsweredIneligible: moves('It was found not to be accepted.', c.AnswerIneligible.schema.extend(ruled)),
  SupplementGuided: moves('The sender was guided to hand in what is missing.', c.GuideSupplement.schema.extend(ruled)),
  GuidedOnce: moves('The sender was guided to the competent body.', c.GuideOnce.schema.extend(ruled)),
  Returned: moves('It went back to whoever had sent it on.', c.Return.schema.extend(ruled)),
  SentElsewhere: moves('It was sent on to the competent body.', c.SendElsewhere.schema.extend(ruled)),
  SplitGuided: moves('The sender was guided to write a petition for each matter.', c.GuideSplit.schema.extend(ruled)),
  Filed: moves('It was filed without action.', c.File.schema.extend({ ...ruled, ...unanswered })),
  JoinedCase: linking(moves('It was joined to a case.', c.Join.schema), 'into', 'joined'),
  LinkedDuplicate: linking(moves('It was linked to the petition that said the same before.', c.LinkDuplicate.schema), 'of', 'duplicate'),
  ReportedToHead: moves('It was reported to the head.', c.ReportToHead.schema.extend(ruled)),
  HeadDirected: moves('The head directed what is to be done.', c.Direct.schema),
  ResolutionDemanded: leaves('The body below was told to resolve it.', c.DemandResolution.schema.extend(ruled)),
  SenderAnswered: leaves('A sender, or whoever sent it on, was answered.', c.AnswerSender.schema),
  OriginalsReturned: leaves('The original papers went back.', c.ReturnOriginals.schema),
  DestructionDecided: leaves('That it be destroyed was decided.', c.DecideDestruction.schema),
  Closed: moves('The file was closed.', c.Close.schema),
  Noted: leaves('A note was written.', c.Note.schema),
  OpenedCase: leaves('A case was opened from it.', c.RecordLink.schema),
  LinkRecorded: leaves('Another case named this one.', c.RecordLink.schema),
  ...clockFacts,
};
