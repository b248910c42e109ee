/**
 * The life of a petition, over facts. Beside its handling it may lie before the head, who has to act on what was reported; the desk's own
 * work stays where it is meanwhile. That a person was not received moves nothing: it is no answer to what he brought.
 */
import { chartOf, type Waiting } from '@redress/core';
import { setup } from 'xstate';

/** The facts that move a petition. */
type Moves =
  | ('Received' | 'OralRecorded' | 'Registered' | 'Classified' | 'Supplemented' | 'Closed')
  | ('ProposedForAcceptance' | 'AnsweredIneligible' | 'SupplementGuided' | 'GuidedOnce' | 'SentElsewhere' | 'Returned')
  | ('Withdrawn' | 'SplitGuided' | 'Filed' | 'JoinedCase' | 'LinkedDuplicate')
  | ('ReportedToHead' | 'HeadDirected');

/** Whoever sent it withdraws it, or nothing was left in writing by somebody who was not received. */
const ends = { Withdrawn: 'closed', Closed: 'closed' } as const;
/** Something became of it: it can be screened again, or ends. */
const settled = { Classified: 'classified', ...ends } as const;

const petitionMachine = setup({ types: { events: {} as { readonly type: Moves } } }).createMachine({
  id: 'petition',
  type: 'parallel',
  states: {
    handling: {
      initial: 'none',
      states: {
        none: { on: { Received: 'received', OralRecorded: 'received' } },
        received: { on: { Registered: 'registered', ...ends } },
        registered: { on: { Classified: 'classified', ...ends } },
        classified: {
          on: {
            ...settled,
            ProposedForAcceptance: 'proposed',
            AnsweredIneligible: 'ineligible',
            SupplementGuided: 'supplement-guided',
            GuidedOnce: 'guided',
            SentElsewhere: 'forwarded',
            Returned: 'returned',
            SplitGuided: 'split-guided',
            Filed: 'filed',
            JoinedCase: 'joined',
            LinkedDuplicate: 'linked',
          },
        },
        proposed: {
          on: { ...settled, SupplementGuided: 'supplement-guided', AnsweredIneligible: 'ineligible', JoinedCase: 'joined' },
        },
        ineligible: { on: { ...settled, Filed: 'filed' } },
        // While something is missing it is not closed: it comes, or the petition is screened again or found ineligible.
        'supplement-guided': {
          on: { Supplemented: 'registered', Classified: 'classified', AnsweredIneligible: 'ineligible', Withdrawn: 'closed' },
        },
        guided: { on: settled },
        forwarded: { on: settled },
        returned: { on: settled },
        'split-guided': { on: settled },
        filed: { on: settled },
        joined: { on: settled },
        linked: { on: settled },
        closed: { type: 'final' },
      },
    },
    reporting: {
      initial: 'with-desk',
      states: {
        'with-desk': { on: { ReportedToHead: 'before-head' } },
        'before-head': { on: { HeadDirected: 'with-desk' } },
      },
    },
  },
});

/** The public stage: while the desk waits for the head before anything became of it, `reported`; else the name of the handling state. */
const stageOf = ({ handling = 'none', reporting }: Readonly<Record<string, string>>): string =>
  handling === 'classified' && reporting === 'before-head' ? 'reported' : handling;

export const petitionChart = chartOf({ machine: petitionMachine, stageOf });

const circular = { text: 'TT05', act: 'TT05', grade: 'B' };
const screening: Waiting = {
  owner: 'holder',
  clock: {
    noClock:
      'The circular orders a petition to be handled and gives no number of days; where one holds for a kind of arrival, its clock runs.',
    because: circular,
  },
};
const closing: Waiting = {
  owner: 'holder',
  clock: { noClock: 'No act gives a term for closing the file; whoever is still owed an answer stands in it.', because: circular },
};

/** Who must act while the petition waits, and by which clock. */
export const petitionWaiting: Readonly<Record<string, Waiting>> = {
  received: screening,
  registered: screening,
  classified: screening,
  proposed: { owner: 'head-of-unit', clock: 'acceptance-statute' },
  'supplement-guided': { owner: 'sender', clock: 'acceptance-statute' },
  ineligible: closing,
  guided: closing,
  forwarded: closing,
  returned: closing,
  'split-guided': closing,
  filed: closing,
  joined: closing,
  linked: closing,
  'reporting.before-head': {
    owner: 'head-of-unit',
    clock: {
      noClock: 'What is reported is acted on at once; no act gives a number.',
      because: { text: 'TT07/2014 Đ.27', act: 'TT07/2014', grade: 'A' },
    },
  },
};
