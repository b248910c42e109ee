/** What can have happened to a petition. A fact holds what was asked, and beside it which row of the table allowed it. */
import { citation, clockLine, type FactDefinition, holder, legalDay } from '@redress/core';
import { z } from 'zod';
import { petitionCommands } from './commands.ts';

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
/** What made an outcome lawful; absent where it was not. */
const ruled = {
  row: z.string().optional().describe('The row of the classification table by which it was done.'),
  because: citation.optional().describe('Where that row is written.'),
};
const unanswered = { noAnswer: citation.optional().describe('The rule by which those whom it concerns are not answered.') };

const of = <Shape extends z.ZodRawShape>(command: z.ZodObject<Shape>) => command.extend(answered);
const moves = (describes: string, schema: z.ZodType): FactDefinition => ({ describes, schema, version: 1, chart: 'moves' });
const leaves = (describes: string, schema: z.ZodType): FactDefinition => ({ describes, schema, version: 1, chart: 'leaves' });
const linking = (definition: FactDefinition, field: string, as: string): FactDefinition => ({ ...definition, link: { field, as } });
const c = petitionCommands;

export const petitionFacts: Readonly<Record<string, FactDefinition>> = {
  Received: moves('A petition arrived and was taken in.', of(c.Receive.schema).extend(held)),
  OralRecorded: moves('What somebody said was written down.', of(c.RecordOral.schema).extend(held)),
  ArrivalRecorded: leaves('Something arrived that moves nothing.', of(c.RecordArrival.schema)),
  Supplemented: moves('What was missing arrived; it is screened again.', of(c.Supplement.schema)),
  Withdrawn: moves('All of it was withdrawn, and nothing is left to be done.', of(c.Withdraw.schema).extend(unanswered)),
  SendersWithdrew: leaves('Some who sent it withdrew, or all, and something is still owed.', of(c.Withdraw.schema).extend(unanswered)),
  PartWithdrawn: leaves('A part of it was withdrawn.', of(c.Withdraw.schema)),
  IdentityChecked: leaves('Whoever came showed who it is.', of(c.CheckIdentity.schema)),
  // It leaves the chart alone: the person was not received, and the petition goes its way.
  ReceptionRefused: leaves(
    'A person who came was not received. What was brought is handled like every other petition.',
    of(c.RefuseReception.schema).extend({
      how: z.enum(['oral', 'written']).optional().describe('How the law has it said; absent where no ground in force was named.'),
      because: citation.optional().describe('Where the ground is written.'),
    }),
  ),
  RefusalNoticeGiven: leaves('Whoever was not received got the written notice.', of(c.GiveRefusalNotice.schema)),
  Acknowledged: leaves('The sender got a receipt.', of(c.Acknowledge.schema)),
  Registered: moves('It was entered in the book.', of(c.Register.schema)),
  Assigned: leaves('A person was put in charge.', of(c.Assign.schema).extend(held)),
  CustodyMoved: leaves('Custody followed a change of head or unit.', of(c.MoveCustody.schema).extend(held)),
  Classified: moves(
    'What was found in it was recorded, and which row decides.',
    of(c.Classify.schema).extend({
      decides: z
        .array(z.object({ row: z.string().nullable(), outcome: z.string(), because: citation }))
        .describe('What may follow, by which row.'),
      also: z.array(z.object({ row: z.string().nullable(), outcome: z.string(), because: citation })).describe('What is owed beside it.'),
    }),
  ),
  ProposedForAcceptance: moves('Its acceptance was proposed to the head.', of(c.ProposeAcceptance.schema).extend(ruled)),
  AnsweredIneligible: moves('It was found not to be accepted.', of(c.AnswerIneligible.schema).extend(ruled)),
  SupplementGuided: moves('The sender was guided to hand in what is missing.', of(c.GuideSupplement.schema).extend(ruled)),
  GuidedOnce: moves('The sender was guided to the competent body.', of(c.GuideOnce.schema).extend(ruled)),
  Returned: moves('It went back to whoever had sent it on.', of(c.Return.schema).extend(ruled)),
  SentElsewhere: moves('It was sent on to the competent body.', of(c.SendElsewhere.schema).extend(ruled)),
  SplitGuided: moves('The sender was guided to write a petition for each matter.', of(c.GuideSplit.schema).extend(ruled)),
  Filed: moves('It was filed without action.', of(c.File.schema).extend({ ...ruled, ...unanswered })),
  JoinedCase: linking(moves('It was joined to a case.', of(c.Join.schema)), 'into', 'joined'),
  LinkedDuplicate: linking(
    moves('It was linked to the petition that said the same before.', of(c.LinkDuplicate.schema)),
    'of',
    'duplicate',
  ),
  ReportedToHead: moves('It was reported to the head.', of(c.ReportToHead.schema).extend(ruled)),
  HeadDirected: moves('The head directed what is to be done.', of(c.Direct.schema)),
  ResolutionDemanded: leaves('The body below was told to resolve it.', of(c.DemandResolution.schema).extend(ruled)),
  SenderAnswered: leaves('A sender, or whoever sent it on, was answered.', of(c.AnswerSender.schema)),
  OriginalsReturned: leaves('The original papers went back.', of(c.ReturnOriginals.schema)),
  DestructionDecided: leaves('That it be destroyed was decided.', of(c.DecideDestruction.schema)),
  Closed: moves('The file was closed.', of(c.Close.schema)),
  Noted: leaves('A note was written.', of(c.Note.schema)),
  OpenedCase: leaves('A case was opened from it.', of(c.RecordLink.schema)),
  LinkRecorded: leaves('Another case named this one.', of(c.RecordLink.schema)),
  ClockRanOut: leaves(
    'A clock ran out.',
    of(c.RecordRunOut.schema).extend({ dueOn: legalDay.describe('The last day of the term.'), ...held }),
  ),
  ClocksRecounted: leaves('Running clocks were counted again by a new calendar.', of(c.RecountClocks.schema)),
};
