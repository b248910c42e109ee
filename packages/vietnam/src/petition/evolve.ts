/** What the facts add up to. It folds and never judges: whatever was recorded, happened. */
import { type CaseState, type Citation, type Fact, type Holder, heldByNobody, hold, type LegalDay } from '@redress/core';
import type { Forwarder, Screening } from '../classification.ts';
import type { PetitionDataOf, petitionChannels } from './commands.ts';
import { petitionChart } from './lifecycle.ts';

/** A duty of the office: to answer a sender or whoever sent it on, give originals back, act on what was reported, refuse in writing. */
export interface PetitionDuty {
  readonly id: string;
  readonly what: 'answer-sender' | 'answer-forwarder' | 'originals' | 'direction' | 'refusal-notice';
  /** To whom it is owed. */
  readonly to: string;
  readonly since: LegalDay;
  /** The last day on which an answer said that more time is needed. */
  interimOn: LegalDay | null;
  fulfilledOn: LegalDay | null;
  /** The rule by which it was never done; null where it was, or is still owed. */
  waivedBy: Citation | null;
}

/** What became of the petition, in the order of the facts. */
export interface PetitionOutcome {
  readonly fact: string;
  readonly on: LegalDay;
  /** The row of the table by which it was done; null where none is named. */
  readonly row: string | null;
  /** Which screening it followed, from 1; 0 before the first. */
  readonly screening: number;
}

/** Somebody who came was not received. */
interface RefusedReception {
  readonly visitor: string;
  readonly ground: string;
  readonly on: LegalDay;
  /** Nothing was brought and nothing written down. */
  readonly nothingInWriting: boolean;
}

export interface Petition extends CaseState {
  readonly caseType: 'petition';
  channel: (typeof petitionChannels)[number] | null;
  oral: boolean;
  summary: string;
  receivedBy: string | null;
  /** Who sent it and did not withdraw. */
  senders: string[];
  withdrew: string[];
  /** Who is known to have signed it, or not to have. */
  signatures: { readonly sender: string; readonly signed: boolean }[];
  forwardedBy: { readonly body: string; readonly kind: Forwarder } | null;
  contested: string | null;
  discipline: boolean;
  pages: number | null;
  originals: string[];
  arrivals: number;
  /** The last day on which something that had been missing was handed in. */
  suppliedOn: LegalDay | null;
  number: string | null;
  /** What the screener found last, as recorded; null before. */
  screening: Screening | null;
  screenings: number;
  outcomes: PetitionOutcome[];
  /** The bodies that the sender was guided to. */
  guidedTo: string[];
  demandedOf: string[];
  obligations: PetitionDuty[];
  /** Cases opened from it. */
  opened: string[];
  /** Every other case or petition it is linked with. */
  linked: string[];
  filedOn: LegalDay | null;
  destructionOn: LegalDay | null;
  /** Visitors who showed who they are. */
  identified: string[];
  receptionRefused: RefusedReception[];
  notes: number;
  ended: { readonly by: string; readonly on: LegalDay } | null;
}

export const newPetition = (caseId: string): Petition => ({
  caseId,
  caseType: 'petition',
  at: petitionChart.initial,
  stage: petitionChart.initial.stage,
  version: 0,
  openedOn: null,
  movedOn: null,
  level: 1,
  custody: heldByNobody(),
  clocks: {},
  channel: null,
  oral: false,
  summary: '',
  receivedBy: null,
  senders: [],
  withdrew: [],
  signatures: [],
  forwardedBy: null,
  contested: null,
  discipline: false,
  pages: null,
  originals: [],
  arrivals: 0,
  suppliedOn: null,
  number: null,
  screening: null,
  screenings: 0,
  outcomes: [],
  guidedTo: [],
  demandedOf: [],
  obligations: [],
  opened: [],
  linked: [],
  filedOn: null,
  destructionOn: null,
  identified: [],
  receptionRefused: [],
  notes: 0,
  ended: null,
});

/** Narrows the state that a port is handed. */
export const isPetition = (state: CaseState): state is Petition => state.caseType === 'petition';

/** Duties that nobody has done yet. */
export const stillOwed = ({ obligations }: Petition): readonly PetitionDuty[] =>
  obligations.filter(({ fulfilledOn }) => fulfilledOn === null);

/** Originals came with it and have not gone back. */
export const holdsOriginals = ({ originals, obligations }: Petition): boolean =>
  originals.length > 0 && !obligations.some(({ what, fulfilledOn }) => what === 'originals' && fulfilledOn !== null);

/** Nobody who sent it stands by it. */
export const everyoneWithdrew = ({ senders, withdrew }: Petition): boolean => senders.length === 0 && withdrew.length > 0;

/** A fact's data, as the schemas at the doors have made certain. */
type Data = Readonly<Record<string, unknown>> & {
  readonly holder?: Holder;
  readonly row?: string;
  readonly because?: Citation;
  readonly noAnswer?: Citation;
};
type Fold = (state: Petition, data: Data, on: LegalDay) => void;

type Arrived = (PetitionDataOf<'Receive'> | PetitionDataOf<'RecordOral'>) & { readonly holder: Holder };

const isHeld: Fold = (state, { holder }, on) => {
  if (holder) hold(state.custody, holder, on);
};

const link = ({ linked }: Petition, other: string): void => {
  if (!linked.includes(other)) linked.push(other);
};

/** The same duty to the same person is one. */
function owe(state: Petition, what: PetitionDuty['what'], to: string, since: LegalDay): void {
  if (stillOwed(state).some((each) => each.to === to && each.what === what)) return;
  state.obligations.push({ id: `${what}-${to}`, what, to, since, interimOn: null, fulfilledOn: null, waivedBy: null });
}

const answers = (duty: PetitionDuty): boolean => duty.what === 'answer-sender' || duty.what === 'answer-forwarder';

function discharge(state: Petition, of: (duty: PetitionDuty) => boolean, on: LegalDay, waivedBy: Citation | null = null): void {
  for (const duty of stillOwed(state).filter(of)) {
    duty.fulfilledOn = on;
    duty.waivedBy = waivedBy;
  }
}

/** These end without a case: what came in the original goes back. */
const endsHere: ReadonlySet<string> = new Set(['AnsweredIneligible', 'GuidedOnce', 'SplitGuided', 'Filed']);

const becomes =
  (fact: string, further: Fold = () => undefined): Fold =>
  (state, data, on) => {
    state.outcomes.push({ fact, on, row: data.row ?? null, screening: state.screenings });
    if (endsHere.has(fact) && holdsOriginals(state)) owe(state, 'originals', state.senders[0] ?? 'sender', on);
    further(state, data, on);
  };

/** What each fact changes; one that is not named here changes nothing but clocks and the chart. */
const folds: Readonly<Record<string, Fold>> = {
  Received: (state, data, on) => received(state, data as unknown as Arrived, on),
  OralRecorded(state, data, on) {
    state.oral = true;
    received(state, data as unknown as Arrived, on);
  },
  ArrivalRecorded(state, { arrived }, on) {
    state.arrivals += 1;
    if (arrived === 'Supplement') supplied(state, on);
  },
  Supplemented(state, _, on) {
    state.arrivals += 1;
    supplied(state, on);
  },
  Withdrawn(state, data, on) {
    withdrawn(state, data, on);
    state.ended = { by: 'Withdrawn', on };
  },
  SendersWithdrew: (state, data, on) => withdrawn(state, data, on),
  IdentityChecked({ identified }, { visitor }) {
    if (!identified.includes(String(visitor))) identified.push(String(visitor));
  },
  ReceptionRefused: (state, data, on) => notReceived(state, data, on),
  RefusalNoticeGiven: (state, data, on) => discharge(state, ({ what, to }) => what === 'refusal-notice' && to === data.to, on),
  Registered(state, { number }) {
    state.number = String(number);
  },
  Assigned: isHeld,
  CustodyMoved: isHeld,
  Classified(state, data) {
    state.screening = (data as unknown as PetitionDataOf<'Classify'>).screening;
    state.screenings += 1;
  },
  ProposedForAcceptance: becomes('ProposedForAcceptance'),
  AnsweredIneligible: becomes('AnsweredIneligible'),
  SupplementGuided: becomes('SupplementGuided'),
  GuidedOnce: becomes('GuidedOnce', ({ guidedTo }, { to }) => void guidedTo.push(String(to))),
  Returned: becomes('Returned'),
  SentElsewhere: becomes('SentElsewhere'),
  SplitGuided: becomes('SplitGuided'),
  Filed: becomes('Filed', (state, { noAnswer }, on) => {
    state.filedOn = on;
    if (noAnswer) discharge(state, ({ what }) => what === 'answer-sender', on, noAnswer);
  }),
  JoinedCase: becomes('JoinedCase', (state, { into }) => link(state, String(into))),
  LinkedDuplicate: becomes('LinkedDuplicate', (state, { of }) => link(state, String(of))),
  ReportedToHead: becomes('ReportedToHead', (state, _, on) => owe(state, 'direction', 'desk', on)),
  HeadDirected: (state, _, on) => discharge(state, ({ what }) => what === 'direction', on),
  ResolutionDemanded: becomes('ResolutionDemanded', ({ demandedOf }, { of }) => void demandedOf.push(String(of))),
  SenderAnswered: (state, data, on) => answered(state, data as unknown as PetitionDataOf<'AnswerSender'>, on),
  OriginalsReturned(state, { to }, on) {
    // They may go back before anything ends here.
    if (!stillOwed(state).some(({ what }) => what === 'originals')) owe(state, 'originals', String(to), on);
    discharge(state, ({ what }) => what === 'originals', on);
  },
  DestructionDecided(state, _, on) {
    state.destructionOn = on;
  },
  OpenedCase(state, { from }) {
    if (!state.opened.includes(String(from))) state.opened.push(String(from));
    link(state, String(from));
  },
  LinkRecorded: (state, { from }) => link(state, String(from)),
  Closed(state, _, on) {
    state.ended = { by: 'Closed', on };
  },
  Noted(state) {
    state.notes += 1;
  },
};

const byFact = new Map(Object.entries(folds));

export function evolve(state: Petition, { type, data, on }: Fact): void {
  byFact.get(type)?.(state, data as Data, on);
}

/** Everybody who sent it is owed an answer of his own, and so is whoever sent it on. */
function received(state: Petition, data: Arrived, on: LegalDay): void {
  state.channel = data.channel;
  state.summary = data.summary;
  state.receivedBy = data.unit;
  state.senders = [...new Set(data.senders.map(({ sender }) => sender))];
  state.signatures = data.senders.flatMap(({ sender, signed }) => (signed ? [{ sender, signed: signed !== 'unsigned' }] : []));
  state.contested = data.contested ?? null;
  state.discipline = data.discipline ?? false;
  state.pages = data.pages ?? null;
  state.originals = [...(data.originals ?? [])];
  for (const sender of state.senders) owe(state, 'answer-sender', sender, on);
  if ('forwardedBy' in data && data.forwardedBy) {
    const { body, kind } = data.forwardedBy;
    state.forwardedBy = { body, kind };
    owe(state, 'answer-forwarder', body, on);
  }
  hold(state.custody, data.holder, on);
}

/** A signature that was missing may be among what came; nobody says so here, so that it is no longer known to be missing. */
function supplied(state: Petition, on: LegalDay): void {
  state.suppliedOn = on;
  state.signatures = state.signatures.filter(({ signed }) => signed);
}

function withdrawn(state: Petition, data: Data, on: LegalDay): void {
  const { senders = state.senders } = data as unknown as PetitionDataOf<'Withdraw'>;
  const leaving = new Set(senders);
  state.withdrew.push(...state.senders.filter((each) => leaving.has(each)));
  state.senders = state.senders.filter((each) => !leaving.has(each));
  discharge(state, ({ what, to }) => what === 'answer-sender' && leaving.has(to), on, data.noAnswer);
  if (everyoneWithdrew(state) && holdsOriginals(state)) owe(state, 'originals', [...leaving][0] ?? 'sender', on);
}

/** The refusal is what the visitor gets for an answer only where he left nothing. */
function notReceived(state: Petition, data: Data, on: LegalDay): void {
  const { visitor, ground, establishedOn, nothingInWriting = false } = data as unknown as PetitionDataOf<'RefuseReception'>;
  state.receptionRefused.push({ visitor, ground, on, nothingInWriting });
  if (data.how === 'written') owe(state, 'refusal-notice', visitor, establishedOn ?? on);
  if (nothingInWriting) discharge(state, ({ what }) => what === 'answer-sender', on, data.because);
}

function answered(state: Petition, { to, answer, standsFor }: PetitionDataOf<'AnswerSender'>, on: LegalDay): void {
  const reached = new Set([to, ...(standsFor ?? [])]);
  const mine = (duty: PetitionDuty): boolean => answers(duty) && reached.has(duty.to);
  if (answer !== 'more-time') return discharge(state, mine, on);
  for (const duty of stillOwed(state).filter(mine)) duty.interimOn = on;
}
