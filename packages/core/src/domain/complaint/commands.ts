/** What may be asked of a complaint. Arrivals are what a citizen or another body sends: they are recorded whatever the law says. */
import { z } from 'zod';
import { legalDay } from '../calendar.ts';
import type { CommandDefinition } from '../case-type.ts';
import { clockCommands } from '../clock-commands.ts';
import { personal } from '../vault.ts';
import { authorisation, earlier, obstacle } from './particulars.ts';

const text = (description: string) => z.string().min(1).max(20_000).describe(description);
const id = (description: string) => z.string().min(1).max(200).describe(description);
const ids = (description: string) => z.array(id('An id.')).min(1).max(500).describe(description);
const reason = text('Why, in words that will be read years later.');
const document = id('Number of the paper it stands in.');

export const channels = ['post', 'in-person', 'online', 'email', 'phone', 'forwarded', 'internal', 'other'] as const;

const member = z
  .strictObject({
    member: id('Opaque id of the person; never made from personal data.'),
    name: personal('Name as signed.').optional(),
    address: personal('Address given.').optional(),
    contact: personal('Telephone or e-mail.').optional(),
    signed: z.boolean().optional().describe('Whether the paper bears the signature or fingerprint.'),
  })
  .describe('Somebody who complains.');

const traits = z
  .array(id('A trait, by the code that the law pack knows it by.'))
  .max(20)
  .describe('What else of the contested decision decides who is competent.');

const obstacles = z.array(obstacle).min(1).max(50).describe('Days that the law may leave out of the time for complaining.');
const partyAsked = z.enum(['complainant', 'respondent', 'other']);

const Receive = z.strictObject({
  channel: z.enum(channels).describe('How it arrived.'),
  unit: id('The unit that received it.'),
  summary: text('What is complained of, without identities.'),
  complainants: z.array(member).min(1).max(500).describe('Who complains; a joint complaint names several.'),
  contests: z
    .strictObject({
      decision: id('Number of the contested decision, or words for the act.'),
      issuedBy: id('The unit that issued it.'),
      issuedOn: legalDay.optional().describe('Its day.'),
      learnedOn: legalDay.optional().describe('The day the complainant received it or learned of it.'),
      kind: z.enum(['decision', 'act', 'discipline']).optional().describe('What is contested.'),
      traits: traits.optional(),
      madeBy: z.array(id('An opaque staff id.')).min(1).max(20).optional().describe('Who made or signed the decision, or did the act.'),
    })
    .optional()
    .describe('The decision or act complained of.'),
  remoteArea: z.boolean().optional().describe('Whether the complainant lives in a remote area that is hard to reach.'),
  topic: id('Subject heading of the matter.').optional(),
  reference: id('Number given to it elsewhere.').optional(),
  forwardedBy: id('The body that sent it on.').optional(),
  forwarder: id('What kind of body that is, by the code that the law pack knows it by.').optional(),
  authorised: authorisation.optional(),
  obstacles: obstacles.optional(),
  earlier: earlier.optional(),
  petition: id('The case of the letter or the spoken words it was opened from.').optional(),
});

const stages = {
  screening: ['received.screening', 'recomplained.screening'],
  accepted: ['received.accepted', 'recomplained.accepted'],
  undecided: ['received.screening', 'received.accepted', 'assigned', 'recomplained.screening', 'recomplained.accepted'],
  worked: ['received.accepted', 'assigned', 'recomplained.accepted'],
  open: ['received.screening', 'received.accepted', 'assigned', 'resolved', 'recomplained.screening', 'recomplained.accepted'],
} as const;

const transferTo = {
  toUnit: id('The unit it is offered to.'),
  toPerson: id('The person it is offered to, where one is named.').optional(),
  reason: text('Why; needed where the matter would go back to the unit that just passed it on.').optional(),
  ground: text('The rule that makes the other unit competent.').optional(),
};

/** Every command: its schema, the fact it leads to first, and where it may be asked. */
export const complaintCommands = {
  Receive: {
    describes: 'Take in a complaint that arrived.',
    schema: Receive,
    fact: 'Received',
    stages: ['none'],
    arrival: true,
    opens: true,
  },
  RecordArrival: {
    describes: 'Record anything else that arrived for the case.',
    schema: z.strictObject({
      arrived: id('What kind of thing arrived.'),
      body: z.record(z.string(), z.json()).describe('What it said, without identities.'),
    }),
    fact: 'ArrivalRecorded',
    stages: '*',
    arrival: true,
  },
  Acknowledge: {
    describes: 'Tell the sender that it arrived.',
    schema: z.strictObject({ document: document.optional() }),
    fact: 'Acknowledged',
    stages: stages.open,
  },
  AskForCompletion: {
    describes: 'Ask the sender for what is missing.',
    schema: z.strictObject({ missing: z.array(text('What is missing.')).min(1).max(50).describe('Everything that is missing.') }),
    fact: 'CompletionAsked',
    stages: stages.screening,
  },
  Complete: {
    describes: 'Take in what completes the complaint.',
    schema: z.strictObject({
      documents: z.array(text('A paper handed in.')).min(1).max(200).describe('The papers handed in.'),
      from: partyAsked.optional().describe('Who handed them in; the complainant where nothing is said.'),
      signed: ids('Who has signed now.').optional(),
      authorised: authorisation.optional(),
      obstacles: obstacles.optional(),
    }),
    fact: 'Completed',
    stages: '*',
    arrival: true,
  },
  Accept: {
    describes: 'Accept it for settlement.',
    schema: z.strictObject({ document: document.optional(), traits: traits.optional() }),
    fact: 'Accepted',
    stages: stages.screening,
  },
  NotAccept: {
    describes: 'Decide not to accept it, with the ground.',
    schema: z.strictObject({ ground: id('Code of the ground in law.'), reason, earlier: earlier.optional() }),
    fact: 'NotAccepted',
    stages: stages.screening,
  },
  Guide: {
    describes: 'Guide the sender to the competent body.',
    schema: z.strictObject({ to: id('The competent body.'), reason }),
    fact: 'Guided',
    stages: ['received.screening'],
  },
  Return: {
    describes: 'Return it to the body that sent it on.',
    schema: z.strictObject({ to: id('The body it goes back to.'), reason }),
    fact: 'Returned',
    stages: ['received.screening'],
  },
  File: { describes: 'File it without action.', schema: z.strictObject({ reason }), fact: 'Filed', stages: ['received.screening'] },
  Join: {
    describes: 'Join it to a case that says the same.',
    schema: z.strictObject({ into: id('The case it joins.'), reason }),
    fact: 'Joined',
    stages: ['received.screening'],
  },
  SendElsewhere: {
    describes: 'Send it to another organisation.',
    schema: z.strictObject({ to: id('The organisation.'), reason }),
    fact: 'SentElsewhere',
    stages: ['received.screening'],
  },

  Assign: {
    describes: 'Assign the case to a person of the unit that holds it.',
    schema: z.strictObject({ person: id('Who takes it.') }),
    fact: 'Assigned',
    stages: stages.accepted,
  },
  Reassign: {
    describes: 'Assign the case to somebody else.',
    schema: z.strictObject({ person: id('Who takes it.'), reason }),
    fact: 'Assigned',
    stages: ['assigned'],
  },
  OfferTransfer: {
    describes: 'Offer the case to another unit.',
    schema: z.strictObject(transferTo),
    fact: 'TransferOffered',
    stages: stages.undecided,
  },
  AcceptTransfer: {
    describes: 'Take over an offered case.',
    schema: z.strictObject({ person: id('Who takes it; the head of the unit while nobody is named.').optional() }),
    fact: 'TransferAccepted',
    stages: stages.undecided,
  },
  RefuseTransfer: {
    describes: 'Refuse an offered case.',
    schema: z.strictObject({ reason }),
    fact: 'TransferRefused',
    stages: stages.undecided,
  },
  DisputeCustody: {
    describes: 'Bring a dispute about who holds the case before the common superior.',
    schema: z.strictObject({ reason }),
    fact: 'CustodyDisputed',
    stages: stages.undecided,
  },
  MoveCustody: {
    describes: 'Follow a change of head or unit with the custody of the case.',
    schema: z.strictObject({
      toUnit: id('The unit that now holds it.'),
      person: id('Who takes it; the head while nobody is named.').optional(),
      reason,
    }),
    fact: 'CustodyMoved',
    stages: stages.open,
  },
  Escalate: {
    describes: 'Put the case before the direct superior.',
    schema: z.strictObject({
      ground: z.enum(['disagreement', 'level-overdue', 'official-concerned', 'other']).describe('What the superior must rule on.'),
      reason,
    }),
    fact: 'Escalated',
    stages: stages.open,
  },
  HandDown: {
    describes: 'Hand the case back down with an instruction.',
    schema: z.strictObject({ instruction: text('What is to be done.') }),
    fact: 'HandedDown',
    stages: stages.open,
  },
  Rule: {
    describes: 'Rule, as superior, who holds the case.',
    schema: z.strictObject({
      toUnit: id('The unit that shall hold it.'),
      person: id('Who takes it; the head while nobody is named.').optional(),
      reason,
    }),
    fact: 'SuperiorRuled',
    stages: stages.open,
  },

  NameCoordinators: {
    describes: 'Name the units that work on it beside the lead unit.',
    schema: z.strictObject({ units: ids('The coordinating units.') }),
    fact: 'CoordinatorsNamed',
    stages: stages.worked,
  },
  GiveOpinion: {
    describes: "Give a coordinating unit's opinion.",
    schema: z.strictObject({ unit: id('Whose opinion.'), opinion: text('The opinion.') }),
    fact: 'OpinionGiven',
    stages: stages.worked,
  },
  Disagree: {
    describes: 'Record that a unit disagrees.',
    schema: z.strictObject({ disagreement: id('Id given to the disagreement.'), unit: id('Who disagrees.'), about: text('About what.') }),
    fact: 'Disagreed',
    stages: stages.worked,
  },
  SettleDisagreement: {
    describes: 'Record how a disagreement was settled.',
    schema: z.strictObject({ disagreement: id('Which one.'), settlement: text('How, and by whom.') }),
    fact: 'DisagreementSettled',
    stages: stages.worked,
  },
  Consult: {
    describes: 'Ask a body outside for its answer on a question.',
    schema: z.strictObject({
      consultation: id('Id given to the consultation.'),
      body: id('Who is asked.'),
      question: text('What is asked.'),
    }),
    fact: 'Consulted',
    stages: stages.worked,
  },
  AnswerConsultation: {
    describes: 'Take in the answer of a body that was consulted.',
    schema: z.strictObject({ consultation: id('Which one.'), answer: text('The answer.') }),
    fact: 'ConsultationAnswered',
    stages: '*',
    arrival: true,
  },
  CallDialogue: {
    describes: 'Call the parties to a dialogue.',
    schema: z.strictObject({
      heldOn: legalDay.describe('The day of the dialogue.'),
      place: text('Where.'),
      form: z.enum(['written', 'spoken']).optional().describe('How they were called; in writing where nothing is said.'),
    }),
    fact: 'DialogueCalled',
    stages: stages.worked,
  },
  HoldDialogue: {
    describes: 'Record the dialogue.',
    schema: z.strictObject({
      minutes: document,
      attended: z.array(id('Who came.')).max(500).describe('Those present.'),
      absent: z.array(id('Who did not come.')).max(500).optional().describe('Those absent.'),
      excused: ids('Those of them who had a good reason.').optional(),
      chairedBy: id('Who chaired it.'),
      delegation: id('Number of the paper by which whoever decides let somebody else chair it.').optional(),
    }),
    fact: 'DialogueHeld',
    stages: stages.worked,
  },

  FindComplex: {
    describes: 'Find that the case is complex, in writing.',
    schema: z.strictObject({ criteria: ids('The criteria met, by the codes of the law.'), document }),
    fact: 'ComplexityFound',
    stages: ['assigned', 'received.accepted', 'recomplained.accepted'],
  },
  Extend: {
    describes: 'Extend a term on its ground.',
    schema: z.strictObject({ clock: id('Which clock.'), by: z.int().min(1).max(3650).describe('By how many of its units.'), reason }),
    fact: 'TermExtended',
    stages: stages.open,
  },
  Suspend: {
    describes: 'Suspend the settlement on a lawful ground.',
    schema: z.strictObject({ ground: id('Code of the ground in law.'), evidence: text('What shows it.') }),
    fact: 'Suspended',
    stages: stages.worked,
  },
  SuspendContested: {
    describes: 'Suspend the decision that is contested, while the complaint against it is settled. It stops no clock of the settlement.',
    schema: z.strictObject({
      reason,
      through: legalDay.optional().describe('The last day of it, where one is named.'),
      decision: document.describe('The decision by which it is suspended.'),
    }),
    fact: 'ContestedSuspended',
    stages: stages.worked,
  },
  LiftContested: {
    describes: 'Let the contested decision be carried out again: the reason for suspending it is gone.',
    schema: z.strictObject({ reason }),
    fact: 'ContestedLifted',
    stages: '*',
  },
  Resume: { describes: 'Go on when the ground is gone.', schema: z.strictObject({ reason }), fact: 'Resumed', stages: stages.open },

  Resolve: {
    describes: 'Issue the decision that settles it at this level.',
    schema: z.strictObject({
      outcome: z.enum(['right', 'partly-right', 'wrong', 'act-ended', 'settled']).describe('What the decision finds.'),
      decision: document,
      summary: text('What was decided.'),
      requestDiffers: z.boolean().optional().describe('Whether what the complainant asks differs from what was found.'),
    }),
    fact: 'Resolved',
    stages: ['assigned'],
  },
  Serve: {
    describes: 'Record that the decision reached its addressees.',
    schema: z.strictObject({ to: ids('Who received it.'), decision: document }),
    fact: 'Served',
    stages: '*',
  },
  Publish: {
    describes: 'Record that the decision was published.',
    schema: z.strictObject({ how: z.enum(['meeting', 'posting', 'media']).describe('In which way.'), decision: document }),
    fact: 'Published',
    stages: '*',
  },
  Withdraw: {
    describes: 'Take in a withdrawal: of the whole, of a part, or by some of a group.',
    schema: z.strictObject({
      form: z.enum(['petition', 'minutes']).describe('Signed paper, or minutes signed.'),
      part: text('What is withdrawn, where it is not the whole.').optional(),
      members: ids('Who withdraws, where not all of a group do.').optional(),
    }),
    fact: 'Withdrawn',
    stages: '*',
    arrival: true,
  },
  Terminate: {
    describes: 'End the settlement on a lawful ground.',
    schema: z.strictObject({ ground: id('Code of the ground in law.'), reason }),
    fact: 'Terminated',
    stages: stages.worked,
  },
  Recomplain: {
    describes: 'Take in a complaint against the decision, or against silence, to the next level.',
    schema: z.strictObject({
      against: z.enum(['decision', 'silence']).describe('What is complained of now.'),
      summary: text('What it says, without identities.'),
      reference: id('Number given to it elsewhere.').optional(),
      obstacles: obstacles.optional(),
    }),
    fact: 'Recomplained',
    stages: '*',
    arrival: true,
  },
  SendBack: {
    describes: 'Send it back to the level that still owes its decision.',
    schema: z.strictObject({ reason }),
    fact: 'SentBack',
    stages: ['recomplained.screening'],
  },
  RecordCourtRuling: {
    describes: "Take in a court's ruling on the decision.",
    schema: z.strictObject({
      court: id('Which court.'),
      ruling: document,
      effect: z.enum(['upholds', 'annuls', 'amends', 'takes-over', 'dismisses']).describe('Its effect on the decision.'),
    }),
    fact: 'CourtRulingRecorded',
    stages: '*',
    arrival: true,
  },
  Enforce: {
    describes: 'Direct or record a measure of enforcement.',
    schema: z.strictObject({ measure: text('What was done.'), document }),
    fact: 'Enforced',
    stages: ['resolved', 'closed'],
  },
  Close: { describes: 'Close the file.', schema: z.strictObject({ reason }), fact: 'Closed', stages: ['resolved'] },

  AddMembers: {
    describes: 'Take in further persons who complain of the same.',
    schema: z.strictObject({ members: z.array(member).min(1).max(500).describe('Who joins.') }),
    fact: 'MembersAdded',
    stages: '*',
    arrival: true,
  },
  AppointRepresentatives: {
    describes: 'Record who represents the group.',
    schema: z.strictObject({ members: ids('The representatives.'), document }),
    fact: 'RepresentativesAppointed',
    stages: stages.open,
  },
  SplitOff: {
    describes: 'Split members off into a case of their own.',
    schema: z.strictObject({ members: ids('Who parts ways.'), into: id('The linked case.'), reason }),
    fact: 'MembersSplitOff',
    stages: stages.open,
  },
  FulfilObligation: {
    describes: 'Record that a duty left behind was done.',
    schema: z.strictObject({ obligation: id('Which one.'), document }),
    fact: 'ObligationFulfilled',
    stages: '*',
  },
  RecordVisit: {
    describes: 'Count a visit for the matter.',
    schema: z.strictObject({ unit: id('Where the visitor came.'), purpose: text('What for.') }),
    fact: 'Visited',
    stages: '*',
    arrival: true,
  },
  RequestPapers: {
    describes: 'Ask the complainant, the respondent or somebody else for further papers.',
    schema: z.strictObject({
      papers: z.array(text('A paper.')).min(1).max(50).describe('What is asked for.'),
      of: partyAsked.optional().describe('Who is asked; the complainant where nothing is said.'),
      reason,
    }),
    fact: 'PapersRequested',
    stages: stages.undecided,
  },
  AskForPapers: {
    describes: 'Take in the request of a party for papers that the body holds.',
    schema: z.strictObject({
      by: z.enum(['complainant', 'respondent']).describe('Who asks.'),
      papers: z.array(text('A paper.')).min(1).max(50).describe('What is asked for.'),
    }),
    fact: 'PapersAsked',
    stages: '*',
    arrival: true,
  },
  Notify: {
    describes: 'Record that a paper was sent to those who must have it.',
    schema: z.strictObject({
      about: id('What it tells of, by the name of the clock that waits for it.'),
      to: ids('Who was told.'),
      document,
    }),
    fact: 'Notified',
    stages: '*',
  },
  Apologise: {
    describes: 'Apologise for delay and name a new day.',
    schema: z.strictObject({ appointedOn: legalDay.describe('The new day promised.'), reason }),
    fact: 'Apologised',
    stages: stages.open,
  },
  Note: { describes: 'Write a note that moves nothing.', schema: z.strictObject({ text: text('The note.') }), fact: 'Noted', stages: '*' },
  RecordLink: {
    describes: 'Record that another case named this one.',
    schema: z.strictObject({
      from: id('The case that named this one.'),
      as: id('What it is to this one, for example `joined`.'),
      fact: id('Id of the fact by which it did.'),
    }),
    fact: 'LinkRecorded',
    stages: '*',
  },
  ...clockCommands,
} as const satisfies Record<string, CommandDefinition>;

export type ComplaintCommand = keyof typeof complaintCommands;
export type DataOf<Name extends ComplaintCommand> = z.infer<(typeof complaintCommands)[Name]['schema']>;
