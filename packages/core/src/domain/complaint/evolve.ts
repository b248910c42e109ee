/** What the facts add up to. It folds and never judges: whatever was recorded, happened. */
import type { LegalDay } from '../calendar.ts';
import type { CaseState, Fact } from '../case-type.ts';
import { clockNamed } from '../clock.ts';
import { type Holder, heldByNobody, hold, type Offer } from '../custody.ts';
import type { channels, DataOf } from './commands.ts';
import { complaintChart } from './lifecycle.ts';

export type Standing = 'continuing' | 'withdrawn' | 'split-off';

export interface Member {
  readonly member: string;
  standing: Standing;
  representative: boolean;
}

export interface LevelRecord {
  readonly level: number;
  /** Who held the case when the level began. */
  readonly unit: string;
  readonly since: LegalDay;
  decision: { readonly on: LegalDay; readonly outcome: string; readonly document: string; readonly by: Holder | null } | null;
  complex: boolean;
  dialogueHeldOn: LegalDay | null;
  servedOn: LegalDay | null;
  publishedOn: LegalDay | null;
}

export interface Obligation {
  readonly id: string;
  readonly what: 'decision' | 'service';
  readonly level: number;
  readonly debtor: Holder | null;
  readonly since: LegalDay;
  fulfilledOn: LegalDay | null;
}

export interface Complaint extends CaseState {
  readonly caseType: 'complaint';
  channel: (typeof channels)[number] | null;
  summary: string;
  topic: string | null;
  contests: DataOf<'Receive'>['contests'] | null;
  remoteArea: boolean;
  receivedBy: string | null;
  members: Member[];
  /** Everything that arrived after the first, by kind. */
  arrivals: number;
  levels: LevelRecord[];
  /** The holders that the levels below were left with. */
  below: Holder[];
  recomplaints: number;
  coordinators: string[];
  opinions: { readonly unit: string; readonly opinion: string }[];
  disagreements: { readonly id: string; readonly unit: string; open: boolean }[];
  consultations: { readonly id: string; readonly body: string; readonly since: LegalDay; answeredOn: LegalDay | null }[];
  dialogueCalledFor: LegalDay | null;
  suspension: { readonly ground: string; readonly since: LegalDay } | null;
  obligations: Obligation[];
  visits: number;
  paperRequests: number;
  apologies: { readonly on: LegalDay; readonly appointedOn: LegalDay }[];
  courtRulings: { readonly court: string; readonly effect: string; readonly on: LegalDay }[];
  enforcements: number;
  linked: string[];
  notes: number;
  /** How and when it ended; null while it is open. */
  ended: { readonly by: string; readonly on: LegalDay } | null;
}

export const newComplaint = (caseId: string): Complaint => ({
  caseId,
  caseType: 'complaint',
  at: complaintChart.initial,
  stage: complaintChart.initial.stage,
  version: 0,
  openedOn: null,
  movedOn: null,
  level: 1,
  custody: heldByNobody(),
  clocks: {},
  channel: null,
  summary: '',
  topic: null,
  contests: null,
  remoteArea: false,
  receivedBy: null,
  members: [],
  arrivals: 0,
  levels: [],
  below: [],
  recomplaints: 0,
  coordinators: [],
  opinions: [],
  disagreements: [],
  consultations: [],
  dialogueCalledFor: null,
  suspension: null,
  obligations: [],
  visits: 0,
  paperRequests: 0,
  apologies: [],
  courtRulings: [],
  enforcements: 0,
  linked: [],
  notes: 0,
  ended: null,
});

/** The level the case now lies at. */
export const currentLevel = (state: Complaint): LevelRecord | undefined => state.levels[state.levels.length - 1];

const levelOf = (level: number, unit: string, since: LegalDay): LevelRecord => ({
  level,
  unit,
  since,
  decision: null,
  complex: false,
  dialogueHeldOn: null,
  servedOn: null,
  publishedOn: null,
});

/** A fact's data, as the schemas at the doors have made certain. */
type Data = {
  readonly holder?: Holder;
  readonly from?: Holder;
  readonly before?: string;
  readonly level?: number;
} & Readonly<Record<string, unknown>>;

export function evolve(state: Complaint, fact: Fact): void {
  const data = fact.data as Data;
  const { on } = fact;
  switch (fact.type) {
    case 'Received':
      return received(state, fact.data as DataOf<'Receive'> & { holder: Holder }, on);
    case 'Assigned':
    case 'CustodyMoved':
      if (data.holder) hold(state.custody, data.holder, on);
      return;
    case 'TransferAccepted':
      state.custody.offer = null;
      if (data.holder) hold(state.custody, data.holder, on);
      return;
    case 'SuperiorRuled':
      if (data.holder) hold(state.custody, data.holder, on);
      state.custody.before = null;
      return;
    case 'TransferOffered': {
      const to = fact.data as unknown as DataOf<'OfferTransfer'> & { from: Holder };
      const offer: Offer = { from: to.from, toUnit: to.toUnit, offeredOn: on, ...(to.toPerson ? { toPerson: to.toPerson } : {}) };
      state.custody.offer = offer;
      return;
    }
    case 'TransferRefused':
      state.custody.offer = null;
      return;
    case 'CustodyDisputed':
    case 'Escalated':
      state.custody.offer = null;
      state.custody.before = { unit: data.before ?? '', reason: String(data.reason), since: on };
      return;
    case 'HandedDown':
      state.custody.before = null;
      return;
    case 'Recomplained':
      return recomplained(state, fact.data as unknown as Recomplaint, on);
    case 'NotAccepted':
      if (data.holder) back(state, data.holder, on);
      else end(state, 'NotAccepted', on);
      return;
    case 'SentBack':
      if (data.holder) back(state, data.holder, on);
      // The level owes its decision again by its own clock.
      discharge(state, on);
      return;
    case 'Suspended':
      state.suspension = { ground: String(data.ground), since: on };
      return;
    case 'Resumed':
      state.suspension = null;
      return;
    case 'Resolved':
      return resolved(state, fact.data as unknown as DataOf<'Resolve'>, on);
    case 'Served':
      return served(state, String(data.decision), on);
    case 'Published': {
      const level = decidedBy(state, String(data.decision));
      if (level) level.publishedOn ??= on;
      return;
    }
    case 'ComplexityFound': {
      const level = currentLevel(state);
      if (level) level.complex = true;
      return;
    }
    case 'DialogueCalled':
      state.dialogueCalledFor = data.heldOn as LegalDay;
      return;
    case 'DialogueHeld': {
      const level = currentLevel(state);
      if (level) level.dialogueHeldOn = on;
      state.dialogueCalledFor = null;
      return;
    }
    case 'ClockRanOut': {
      const clock = clockNamed(state.clocks, String(data.clock));
      if (clock) clock.ranOutOn = data.dueOn as LegalDay;
      return;
    }
    case 'Guided':
    case 'Returned':
    case 'Filed':
    case 'Joined':
    case 'SentElsewhere':
    case 'Withdrawn':
    case 'Terminated':
    case 'Closed':
      if (fact.type === 'Joined') state.linked.push(String(data.into));
      return end(state, fact.type, on);
    default:
      beside(state, fact, data, on);
  }
}

/** Facts that leave the chart alone and are only kept. */
function beside(state: Complaint, { type }: Fact, data: Data, on: LegalDay): void {
  switch (type) {
    case 'ArrivalRecorded':
    case 'Completed':
      state.arrivals += 1;
      return;
    case 'CoordinatorsNamed':
      state.coordinators = [...new Set([...state.coordinators, ...(data.units as string[])])];
      return;
    case 'OpinionGiven':
      state.opinions.push({ unit: String(data.unit), opinion: String(data.opinion) });
      return;
    case 'Disagreed':
      state.disagreements.push({ id: String(data.disagreement), unit: String(data.unit), open: true });
      return;
    case 'DisagreementSettled':
      for (const each of state.disagreements) if (each.id === data.disagreement) each.open = false;
      return;
    case 'Consulted':
      state.consultations.push({ id: String(data.consultation), body: String(data.body), since: on, answeredOn: null });
      return;
    case 'ConsultationAnswered':
      for (const each of state.consultations) if (each.id === data.consultation) each.answeredOn ??= on;
      return;
    case 'MembersAdded':
      for (const { member } of data.members as { member: string }[]) join(state, member);
      return;
    case 'MembersWithdrew':
      return stand(state, data.members as string[], 'withdrawn');
    case 'MembersSplitOff':
      state.linked.push(String(data.into));
      return stand(state, data.members as string[], 'split-off');
    case 'RepresentativesAppointed':
      for (const each of state.members) each.representative = (data.members as string[]).includes(each.member);
      return;
    case 'ObligationFulfilled':
      for (const each of state.obligations) if (each.id === data.obligation) each.fulfilledOn ??= on;
      return;
    case 'Visited':
      state.visits += 1;
      return;
    case 'PapersRequested':
      state.paperRequests += 1;
      return;
    case 'Apologised':
      state.apologies.push({ on, appointedOn: data.appointedOn as LegalDay });
      return;
    case 'CourtRulingRecorded':
      state.courtRulings.push({ court: String(data.court), effect: String(data.effect), on });
      return;
    case 'Enforced':
      state.enforcements += 1;
      return;
    case 'Noted':
      state.notes += 1;
      return;
  }
}

function received(state: Complaint, data: DataOf<'Receive'> & { holder: Holder }, on: LegalDay): void {
  state.openedOn = on;
  state.channel = data.channel;
  state.summary = data.summary;
  state.topic = data.topic ?? null;
  state.contests = data.contests ?? null;
  state.remoteArea = data.remoteArea ?? false;
  state.receivedBy = data.unit;
  for (const { member } of data.complainants) join(state, member);
  state.levels.push(levelOf(1, data.holder.unit, on));
  hold(state.custody, data.holder, on);
}

type Recomplaint = DataOf<'Recomplain'> & { holder: Holder; level: number };

function recomplained(state: Complaint, data: Recomplaint, on: LegalDay): void {
  const { holder } = state.custody;
  const owed = state.obligations.some(
    ({ what, level, fulfilledOn }) => what === 'decision' && level === state.level && fulfilledOn === null,
  );
  // Whatever the paper calls it, a level that has not decided still owes its decision.
  if (!currentLevel(state)?.decision && !owed) {
    state.obligations.push({
      id: `decision-${state.level}`,
      what: 'decision',
      level: state.level,
      debtor: holder,
      since: on,
      fulfilledOn: null,
    });
  }
  if (holder) state.below.push(holder);
  state.recomplaints += 1;
  state.level = data.level;
  state.levels.push(levelOf(data.level, data.holder.unit, on));
  hold(state.custody, data.holder, on);
}

/** The level above did not take it: the matter is again where it was. */
function back(state: Complaint, holder: Holder, on: LegalDay): void {
  state.levels.pop();
  state.below.pop();
  state.level = currentLevel(state)?.level ?? 1;
  hold(state.custody, holder, on);
}

function discharge(state: Complaint, on: LegalDay): void {
  for (const each of state.obligations) {
    if (each.what === 'decision' && each.level === state.level && each.fulfilledOn === null) each.fulfilledOn = on;
  }
}

function resolved(state: Complaint, data: DataOf<'Resolve'>, on: LegalDay): void {
  const level = currentLevel(state);
  const by = state.custody.holder;
  if (level) level.decision = { on, outcome: data.outcome, document: data.decision, by };
  state.obligations.push({ id: `service-${state.level}`, what: 'service', level: state.level, debtor: by, since: on, fulfilledOn: null });
}

/** The level that issued a decision; the last one that decided, where the paper bears another number. */
function decidedBy(state: Complaint, document: string): LevelRecord | undefined {
  return (
    state.levels.findLast((level) => level.decision?.document === document) ?? state.levels.findLast((level) => level.decision !== null)
  );
}

function served(state: Complaint, document: string, on: LegalDay): void {
  const level = decidedBy(state, document);
  if (!level) return;
  level.servedOn ??= on;
  for (const each of state.obligations) if (each.what === 'service' && each.level === level.level) each.fulfilledOn ??= on;
}

function join(state: Complaint, member: string): void {
  if (!state.members.some((each) => each.member === member)) state.members.push({ member, standing: 'continuing', representative: false });
}

function stand(state: Complaint, members: readonly string[], standing: Standing): void {
  for (const each of state.members) if (members.includes(each.member)) each.standing = standing;
}

function end(state: Complaint, by: string, on: LegalDay): void {
  state.ended = { by, on };
}
