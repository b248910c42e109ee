/**
 * What may be asked of a petition (đơn): whatever arrives is recorded, screened, and comes to an end of its own or leads to a case. Nobody
 * who sends one is refused: not accepting, guiding, returning and filing are facts that follow.
 */
import { type CommandDefinition, clockCommands, legalDay, personal } from '@redress/core';
import { z } from 'zod';
import { forwarders, screening } from '../classification.ts';
import { receptionAnswers } from './reception.ts';

const text = (description: string) => z.string().min(1).max(20_000).describe(description);
const id = (description: string) => z.string().min(1).max(200).describe(description);
const reason = text('Why, in words that will be read years later.');
const document = id('Number of the paper it stands in.');

export const petitionChannels = [
  'post',
  'in-person',
  'petition-box',
  'phone',
  'email',
  'portal',
  'online-session',
  'forwarded',
  'internal',
  'other',
] as const;

const sender = z
  .strictObject({
    sender: id('Opaque id of the person or organisation; never made from personal data.'),
    name: personal('Name as signed.').optional(),
    address: personal('Address given.').optional(),
    contact: personal('Telephone or e-mail.').optional(),
    identity: personal('Number of the paper by which the visitor showed who it is.').optional(),
    signed: z.enum(['signature', 'fingerprint', 'unsigned']).optional().describe('How it was signed.'),
  })
  .describe('Somebody who sent it.');

const arrived = {
  unit: id('The unit that received it.'),
  summary: text('What it says, without identities.'),
  // Nobody at all, where it names no sender: it is recorded like every other.
  senders: z.array(sender).max(500).describe('Who sent it; empty where it names nobody.'),
  pages: z.int().min(0).max(100_000).optional().describe('How many pages it has, enclosures included.'),
  originals: z.array(text('An original paper.')).max(200).optional().describe('Original papers that came with it and must go back.'),
  contested: id('Number of the decision complained of, or words for the act.').optional(),
  discipline: z.boolean().optional().describe('Whether it is about a disciplinary decision.'),
};

const Receive = z.strictObject({
  channel: z.enum(petitionChannels).describe('How it arrived.'),
  ...arrived,
  writtenOn: legalDay.optional().describe('The day it bears.'),
  addressees: z.array(id('A body.')).max(100).optional().describe('Every body the same petition was sent to.'),
  reference: id('Number given to it elsewhere.').optional(),
  forwardedBy: z
    .strictObject({
      body: id('Which body or person.'),
      kind: z.enum(forwarders).describe('What kind it is.'),
      document: document.optional(),
    })
    .optional()
    .describe('Who sent it on.'),
});

const RecordOral = z.strictObject({
  channel: z.enum(['in-person', 'phone', 'online-session']).describe('How it was spoken.'),
  ...arrived,
  minutes: document.describe('Number of the record that was made of it.'),
});

/** Where something became of the petition, and it waits to be answered and closed. */
const decided = [
  'proposed',
  'ineligible',
  'supplement-guided',
  'guided',
  'forwarded',
  'returned',
  'split-guided',
  'filed',
  'joined',
  'linked',
] as const;
const screened = ['classified'] as const;
const open = ['received', 'registered', 'classified', ...decided] as const;

/** Every command: its schema, the fact it leads to first, and where it may be asked. */
export const petitionCommands = {
  Receive: {
    describes: 'Take in a petition that arrived.',
    schema: Receive,
    fact: 'Received',
    stages: ['none'],
    arrival: true,
    opens: true,
  },
  RecordOral: {
    describes: 'Write down what somebody came or called to say.',
    schema: RecordOral,
    fact: 'OralRecorded',
    stages: ['none'],
    arrival: true,
    opens: true,
  },
  RecordArrival: {
    describes: 'Record anything else that arrived for the petition.',
    schema: z.strictObject({
      arrived: id('What kind of thing arrived.'),
      body: z.record(z.string(), z.json()).describe('What it said, without identities.'),
    }),
    fact: 'ArrivalRecorded',
    stages: '*',
    arrival: true,
  },
  Supplement: {
    describes: 'Take in what was missing.',
    schema: z.strictObject({ papers: z.array(text('A paper handed in.')).min(1).max(200).describe('The papers handed in.') }),
    fact: 'Supplemented',
    stages: '*',
    arrival: true,
  },
  Withdraw: {
    describes: 'Take in a withdrawal: of the whole, of a part, or by some of those who sent it.',
    schema: z.strictObject({
      form: z.enum(['petition', 'minutes']).describe('Signed paper, or minutes signed.'),
      part: text('What is withdrawn, where it is not the whole.').optional(),
      senders: z.array(id('A sender.')).min(1).max(500).optional().describe('Who withdraws, where not all of them do.'),
    }),
    fact: 'Withdrawn',
    stages: '*',
    arrival: true,
  },
  CheckIdentity: {
    describes: 'Record that whoever came showed who it is.',
    schema: z.strictObject({
      visitor: id('Opaque id of who came; the one of the sender where it is the sender.'),
      name: personal('Name given.').optional(),
      address: personal('Address given.').optional(),
      identity: personal('Number of the identity card or passport shown.').optional(),
      actsFor: z
        .strictObject({
          senders: z.array(id('A sender.')).min(1).max(500).describe('For whom.'),
          as: z.enum(['representative', 'authorised']).describe('By law, or by their own choice.'),
          papers: document.optional(),
        })
        .optional()
        .describe('For whom the visitor acts, where it is not for himself.'),
    }),
    fact: 'IdentityChecked',
    stages: '*',
  },
  RefuseReception: {
    describes: 'Refuse to receive a person who came. What was brought is registered and answered all the same.',
    schema: z.strictObject({
      visitor: id('Opaque id of who came.'),
      ground: id('Code of the ground in law.'),
      reason: text('What was explained to the visitor.'),
      establishedOn: legalDay.optional().describe('The day the ground was established; the day of the refusal where nothing is said.'),
      shownBy: id('Number of the paper on which the ground rests.').optional(),
      nothingInWriting: z
        .boolean()
        .optional()
        .describe('True where nothing was brought and nothing was written down: then nothing is left to be handled.'),
    }),
    fact: 'ReceptionRefused',
    stages: '*',
  },
  GiveRefusalNotice: {
    describes: 'Give the written notice of a refusal to receive.',
    schema: z.strictObject({ to: id('Who was not received.'), document }),
    fact: 'RefusalNoticeGiven',
    stages: '*',
  },
  Acknowledge: {
    describes: 'Give the sender a receipt.',
    schema: z.strictObject({ document: document.optional() }),
    fact: 'Acknowledged',
    stages: open,
  },
  Register: {
    describes: 'Enter it in the book or the database.',
    schema: z.strictObject({ number: id('The number it bears there.') }),
    fact: 'Registered',
    stages: ['received'],
  },
  Assign: {
    describes: 'Assign it to a person of the unit that holds it.',
    schema: z.strictObject({ person: id('Who takes it.') }),
    fact: 'Assigned',
    stages: open,
  },
  MoveCustody: {
    describes: 'Follow a change of head or unit with the custody of the petition.',
    schema: z.strictObject({
      toUnit: id('The unit that now holds it.'),
      person: id('Who takes it; the head while nobody is named.').optional(),
      reason,
    }),
    fact: 'CustodyMoved',
    stages: open,
  },
  Classify: {
    describes: 'Record what was found in it, by its content and not by its title.',
    schema: z.strictObject({ screening: screening.describe('What the screener found.') }),
    fact: 'Classified',
    stages: ['registered', 'classified', ...decided],
  },

  ProposeAcceptance: {
    describes: 'Propose that the head accept it.',
    schema: z.strictObject({ document: document.optional() }),
    fact: 'ProposedForAcceptance',
    stages: screened,
  },
  AnswerIneligible: {
    describes: 'Find that it is not accepted, with the ground.',
    schema: z.strictObject({ ground: id('Code of the ground in law.'), reason }),
    fact: 'AnsweredIneligible',
    stages: ['classified', 'proposed', 'supplement-guided'],
  },
  GuideSupplement: {
    describes: 'Guide the sender to hand in what is missing.',
    schema: z.strictObject({ missing: z.array(text('What is missing.')).min(1).max(50).describe('Everything that is missing.') }),
    fact: 'SupplementGuided',
    stages: ['classified', 'proposed'],
  },
  GuideOnce: {
    describes: 'Guide the sender to the competent body, once.',
    schema: z.strictObject({
      to: id('The competent body.'),
      named: id('The one sender of many who is guided for all.').optional(),
      reason,
    }),
    fact: 'GuidedOnce',
    stages: screened,
  },
  Return: {
    describes: 'Return it to whoever sent it on, with the papers.',
    schema: z.strictObject({ to: id('Whoever sent it on.'), reason }),
    fact: 'Returned',
    stages: screened,
  },
  SendElsewhere: {
    describes: 'Send it on to the competent body.',
    schema: z.strictObject({ to: id('The competent body.'), reason }),
    fact: 'SentElsewhere',
    stages: screened,
  },
  GuideSplit: {
    describes: 'Guide the sender to write a petition for each matter.',
    schema: z.strictObject({ contents: z.array(text('A matter.')).min(2).max(50).describe('The matters to be told apart.') }),
    fact: 'SplitGuided',
    stages: screened,
  },
  File: {
    describes: 'File it without action.',
    schema: z.strictObject({ reason }),
    fact: 'Filed',
    stages: ['classified', 'ineligible'],
  },
  Join: {
    describes: 'Join it to a case that is about the same.',
    schema: z.strictObject({ into: id('The case it joins.'), reason }),
    fact: 'JoinedCase',
    stages: ['classified', 'proposed'],
  },
  LinkDuplicate: {
    describes: 'Link it to the petition that said the same before.',
    schema: z.strictObject({ of: id('The petition that came first.'), reason }),
    fact: 'LinkedDuplicate',
    stages: screened,
  },
  ReportToHead: {
    describes: 'Report it to the head, who has to act.',
    schema: z.strictObject({ about: text('What the head has to know.') }),
    fact: 'ReportedToHead',
    stages: ['classified', ...decided],
  },
  Direct: {
    describes: 'Direct, as head, what is to be done about what was reported.',
    schema: z.strictObject({ instruction: text('What is to be done.') }),
    fact: 'HeadDirected',
    stages: ['classified', ...decided],
  },
  DemandResolution: {
    describes: 'Demand that the body below, which is late, resolve it; it stays where it is.',
    schema: z.strictObject({ of: id('The unit that owes the decision.'), document, reason }),
    fact: 'ResolutionDemanded',
    stages: screened,
  },

  AnswerSender: {
    describes: 'Answer a sender, or whoever sent it on.',
    schema: z.strictObject({
      to: id('The sender, or the body that sent it on.'),
      document,
      says: text('What is answered, without identities.'),
      answer: z
        .enum(receptionAnswers)
        .optional()
        .describe('Which of the four answers it is; whoever came in person gets one of them. `more-time` leaves the duty to answer open.'),
      standsFor: z.array(id('A sender.')).min(1).max(500).optional().describe('The others of many for whom this answer stands.'),
    }),
    fact: 'SenderAnswered',
    stages: '*',
  },
  ReturnOriginals: {
    describes: 'Give the original papers back.',
    schema: z.strictObject({ to: id('Who got them.'), document: document.optional() }),
    fact: 'OriginalsReturned',
    stages: '*',
  },
  DecideDestruction: {
    describes: 'Decide that the filed petition be destroyed.',
    schema: z.strictObject({ document }),
    fact: 'DestructionDecided',
    stages: ['filed', 'closed'],
  },
  Close: {
    describes: 'Close the file.',
    schema: z.strictObject({ reason }),
    fact: 'Closed',
    // Before it was screened only where nothing is left to be handled.
    stages: ['received', 'registered', 'classified', ...decided.filter((state) => state !== 'supplement-guided')],
  },
  Note: { describes: 'Write a note that moves nothing.', schema: z.strictObject({ text: text('The note.') }), fact: 'Noted', stages: '*' },
  RecordLink: {
    describes: 'Record that another case named this one.',
    schema: z.strictObject({
      from: id('The case that named this one.'),
      as: id('What it is to this one: a case opened from it is `opened-from`.'),
      fact: id('Id of the fact by which it did.'),
    }),
    fact: 'LinkRecorded',
    stages: '*',
  },
  ...clockCommands,
} as const satisfies Record<string, CommandDefinition>;

export type PetitionCommand = keyof typeof petitionCommands;
export type PetitionDataOf<Name extends PetitionCommand> = z.infer<(typeof petitionCommands)[Name]['schema']>;
