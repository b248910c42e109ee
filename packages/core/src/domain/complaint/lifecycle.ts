/**
 * The life of a complaint, over facts: states and `on: { Fact: 'state' }`, nothing else. Three regions, so that whoever comes back from a
 * transfer or a suspension is where he was. Law is asked before a fact is written, never here.
 */
import { setup } from 'xstate';
import type { Waiting } from '../case-type.ts';
import { chartOf } from '../chart.ts';

/** The facts that move a complaint. */
type Moves =
  | ('Received' | 'Accepted' | 'Assigned' | 'Resolved' | 'Recomplained' | 'SentBack' | 'Closed')
  | ('NotAccepted' | 'Guided' | 'Returned' | 'Filed' | 'Joined' | 'SentElsewhere' | 'Withdrawn' | 'Terminated')
  | ('TransferOffered' | 'TransferAccepted' | 'TransferRefused' | 'CustodyDisputed' | 'Escalated' | 'HandedDown' | 'SuperiorRuled')
  | ('Suspended' | 'Resumed');

/** These facts end the case. */
const ended = <Fact extends Moves>(...facts: readonly Fact[]) =>
  Object.fromEntries(facts.map((fact) => [fact, '#closed'])) as Record<Fact, '#closed'>;

export const complaintMachine = setup({ types: { events: {} as { readonly type: Moves } } }).createMachine({
  id: 'complaint',
  type: 'parallel',
  states: {
    handling: {
      initial: 'none',
      states: {
        none: { on: { Received: 'received' } },
        received: {
          initial: 'screening',
          states: {
            screening: {
              on: { Accepted: 'accepted', ...ended('NotAccepted', 'Guided', 'Returned', 'Filed', 'Joined', 'SentElsewhere', 'Withdrawn') },
            },
            accepted: { on: { Assigned: '#assigned', ...ended('Withdrawn', 'Terminated') } },
          },
        },
        assigned: {
          id: 'assigned',
          on: { Assigned: '#assigned', Resolved: '#resolved', Recomplained: '#recomplained', ...ended('Withdrawn', 'Terminated') },
        },
        resolved: { id: 'resolved', on: { Recomplained: '#recomplained', Closed: '#closed' } },
        recomplained: {
          id: 'recomplained',
          initial: 'screening',
          states: {
            screening: { on: { Accepted: 'accepted', NotAccepted: '#resolved', SentBack: '#assigned', ...ended('Withdrawn') } },
            accepted: { on: { Assigned: '#assigned', ...ended('Withdrawn', 'Terminated') } },
          },
        },
        closed: { id: 'closed', type: 'final' },
      },
    },
    custody: {
      initial: 'held',
      states: {
        held: { on: { TransferOffered: 'transferred', Escalated: 'escalated', CustodyDisputed: 'escalated' } },
        transferred: { on: { TransferAccepted: 'held', TransferRefused: 'held', CustodyDisputed: 'escalated' } },
        escalated: { on: { HandedDown: 'held', SuperiorRuled: 'held' } },
      },
    },
    clocking: {
      initial: 'running',
      states: {
        running: { on: { Suspended: 'suspended' } },
        suspended: { on: { Resumed: 'running' } },
      },
    },
  },
});

/** The public stage: closed, else escalated, else transferred, else the name of the handling state; `none` before the first fact. */
export function stageOf(regions: Readonly<Record<string, string>>): string {
  const handling = (regions.handling ?? 'none').split('.')[0] ?? 'none';
  if (handling === 'closed' || handling === 'none') return handling;
  return regions.custody === 'held' || regions.custody === undefined ? handling : regions.custody;
}

export const complaintChart = chartOf({ machine: complaintMachine, stageOf });

/** Who must act while the case waits, and by which clock. */
export const complaintWaiting: Readonly<Record<string, Waiting>> = {
  'received.screening': { owner: 'head-of-unit', clock: 'acceptance' },
  'received.accepted': { owner: 'head-of-unit', clock: 'resolution' },
  assigned: { owner: 'holder', clock: 'resolution' },
  resolved: { owner: 'complainant', clock: 'second-complaint' },
  'recomplained.screening': { owner: 'head-of-unit', clock: 'acceptance' },
  'recomplained.accepted': { owner: 'head-of-unit', clock: 'resolution' },
  // A law that sets no term for answering an offer starts no such clock: the level's own runs on, and the sender stays accountable.
  'custody.transferred': { owner: 'head-of-offered-unit', clock: 'transfer-answer' },
  'custody.escalated': { owner: 'superior', clock: 'superior-ruling' },
  'clocking.suspended': { owner: 'holder', clock: 'resolution' },
};
