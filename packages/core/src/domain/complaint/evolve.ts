/** What the facts add up to. It folds and never judges: whatever was recorded, happened. */
import type { LegalDay } from '../calendar.ts';
import type { CaseState, Fact } from '../case-type.ts';
import { type Holder, heldByNobody, hold } from '../custody.ts';
import { added, lastOf, NONE } from '../list.ts';
import type { channels, DataOf } from './commands.ts';
import { complaintChart } from './lifecycle.ts';
import type { Authorisation, Earlier, Obstacle } from './particulars.ts';

export type Standing = 'continuing' | 'withdrawn' | 'split-off';

export interface Member {
  readonly member: string;
  standing: Standing;
  representative: boolean;
  /** Null where nobody wrote down whether the paper is signed. */
  signed: boolean | null;
}

export interface LevelRecord {
  readonly level: number;
  /** Who held the case when the level began. */
  readonly unit: string;
  readonly since: LegalDay;
  decision: { readonly on: LegalDay; readonly outcome: string; readonly document: string; readonly by: Holder | null } | null;
  complex: boolean;
  dialogueHeldOn: LegalDay | null;
  /** Who stayed away from the last dialogue for a good reason. */
  dialogueExcused: readonly string[];
  servedOn: LegalDay | null;
  /** Who received the decision, each with the first such day. */
  receipts: readonly { readonly who: string; readonly on: LegalDay }[];
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
  /** The body that sent it on, and the kind of body where it is known. */
  forwardedBy: { readonly body: string; readonly kind: string | null } | null;
  /** What became of the same matter when it was complained of before. */
  earlier: Earlier | null;
  /** Who acts for the complainant. */
  authorised: Authorisation | null;
  obstacles: readonly Obstacle[];
  members: readonly Member[];
  /** Everything that arrived after the first, by kind. */
  arrivals: number;
  levels: readonly LevelRecord[];
  /** The holders that the levels below were left with. */
  below: readonly Holder[];
  recomplaints: number;
  coordinators: readonly string[];
  opinions: readonly { readonly unit: string; readonly opinion: string }[];
  disagreements: readonly { readonly id: string; readonly unit: string; open: boolean }[];
  consultations: readonly { readonly id: string; readonly body: string; readonly since: LegalDay; answeredOn: LegalDay | null }[];
  dialogueCalledFor: LegalDay | null;
  /** The day of that call. */
  dialogueCalledOn: LegalDay | null;
  suspension: { readonly ground: string; readonly since: LegalDay } | null;
  /** While the contested decision is suspended, which is another thing than the settlement. */
  contestedSuspension: { readonly since: LegalDay; readonly through: LegalDay | null } | null;
  obligations: readonly Obligation[];
  visits: number;
  paperRequests: number;
  apologies: readonly { readonly on: LegalDay; readonly appointedOn: LegalDay }[];
  courtRulings: readonly { readonly court: string; readonly effect: string; readonly on: LegalDay }[];
  enforcements: number;
  linked: readonly string[];
  notes: number;
  /** How and when it ended; null while it is open. */
  ended: { readonly by: string; readonly on: LegalDay } | null;
}

/** One literal, though every case type begins with the same ten: spread from a common piece, it made a fold twenty times slower. */
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
  forwardedBy: null,
  earlier: null,
  authorised: null,
  obstacles: NONE,
  members: NONE,
  arrivals: 0,
  levels: NONE,
  below: NONE,
  recomplaints: 0,
  coordinators: NONE,
  opinions: NONE,
  disagreements: NONE,
  consultations: NONE,
  dialogueCalledFor: null,
  dialogueCalledOn: null,
  suspension: null,
  contestedSuspension: null,
  obligations: NONE,
  visits: 0,
  paperRequests: 0,
  apologies: NONE,
  courtRulings: NONE,
  enforcements: 0,
  linked: NONE,
  notes: 0,
  ended: null,
});

/** The level the case now lies at. */
export const currentLevel = (state: Complaint): LevelRecord | undefined => lastOf(state.levels);

const levelOf = (level: number, unit: string, since: LegalDay): LevelRecord => ({
  level,
  unit,
  since,
  decision: null,
  complex: false,
  dialogueHeldOn: null,
  dialogueExcused: NONE,
  servedOn: null,
  receipts: NONE,
  publishedOn: null,
});

/** The clock of a law that limits how long a contested decision stays suspended. */
const CONTESTED_SUSPENSION = 'contested-suspension';

/** A fact's data, as the schemas at the doors have made certain. */
type Data = {
  readonly holder?: Holder;
  readonly from?: Holder;
  readonly before?: string;
  readonly level?: number;
} & Readonly<Record<string, unknown>>;

type Fold = (state: Complaint, data: Data, on: LegalDay) => void;

const isHeld: Fold = (state, { holder }, on) => {
  if (holder) hold(state.custody, holder, on);
};

const goesUp: Fold = ({ custody }, data, on) => {
  custody.offer = null;
  custody.before = { unit: data.before ?? '', reason: String(data.reason), since: on };
};

const arrives: Fold = (state) => {
  state.arrivals += 1;
};

const ends =
  (by: string): Fold =>
  (state, _, on) => {
    state.ended = { by, on };
  };

/** Whoever accepts may have found out more of what is contested than the paper that arrived said. */
function classified(state: Complaint, { traits = [] }: DataOf<'Accept'>): void {
  const { contests } = state;
  if (!contests || traits.length === 0) return;
  state.contests = { ...contests, traits: [...new Set([...(contests.traits ?? []), ...traits])] };
}

/** What each fact changes; one that is not named here changes nothing but clocks and the chart. */
export const folds: Readonly<Record<string, Fold>> = {
  Received: (state, data, on) => received(state, data as unknown as DataOf<'Receive'> & { holder: Holder }, on),
  ArrivalRecorded: arrives,
  Completed: (state, data) => completed(state, data as unknown as DataOf<'Complete'>),
  PapersAsked: arrives,
  Accepted: (state, data) => classified(state, data as unknown as DataOf<'Accept'>),
  Assigned: isHeld,
  CustodyMoved: isHeld,
  TransferOffered(state, data, on) {
    const { from, toUnit, toPerson } = data as unknown as DataOf<'OfferTransfer'> & { from: Holder };
    state.custody.offer = { from, toUnit, offeredOn: on, ...(toPerson ? { toPerson } : {}) };
  },
  TransferAccepted(state, data, on) {
    state.custody.offer = null;
    isHeld(state, data, on);
  },
  TransferRefused(state) {
    state.custody.offer = null;
  },
  CustodyDisputed: goesUp,
  Escalated: goesUp,
  HandedDown(state) {
    state.custody.before = null;
  },
  SuperiorRuled(state, data, on) {
    isHeld(state, data, on);
    state.custody.before = null;
  },
  Recomplained: (state, data, on) => recomplained(state, data as unknown as Recomplaint, on),
  NotAccepted(state, { holder }, on) {
    if (holder) back(state, holder, on);
    else state.ended = { by: 'NotAccepted', on };
  },
  SentBack(state, { holder }, on) {
    if (holder) back(state, holder, on);
    // The level owes its decision again by its own clock.
    discharge(state, on);
  },
  Suspended(state, { ground }, on) {
    state.suspension = { ground: String(ground), since: on };
  },
  Resumed(state) {
    state.suspension = null;
  },
  ContestedSuspended(state, { through }, on) {
    state.contestedSuspension = { since: on, through: typeof through === 'string' ? through : null };
  },
  ContestedLifted(state) {
    state.contestedSuspension = null;
  },
  Resolved: (state, data, on) => resolved(state, data as unknown as DataOf<'Resolve'>, on),
  Served: (state, data, on) => served(state, data as unknown as DataOf<'Serve'>, on),
  Published(state, { decision }, on) {
    const level = decidedBy(state, String(decision));
    if (level) level.publishedOn ??= on;
  },
  ComplexityFound(state) {
    const level = currentLevel(state);
    if (level) level.complex = true;
  },
  DialogueCalled(state, { heldOn }, on) {
    state.dialogueCalledFor = heldOn as LegalDay;
    state.dialogueCalledOn = on;
  },
  DialogueHeld(state, { excused }, on) {
    const level = currentLevel(state);
    if (level) {
      level.dialogueHeldOn = on;
      level.dialogueExcused = [...((excused as string[] | undefined) ?? [])];
    }
    state.dialogueCalledFor = null;
    state.dialogueCalledOn = null;
  },
  ClockRanOut(state, { clock }) {
    // It ended by itself, so that whoever settles the next level may suspend the decision anew.
    if (clock === CONTESTED_SUSPENSION) state.contestedSuspension = null;
  },
  Guided: ends('Guided'),
  Returned: ends('Returned'),
  Filed: ends('Filed'),
  LinkRecorded: (state, { from }) => link(state, String(from)),
  Joined(state, data, on) {
    link(state, String(data.into));
    state.ended = { by: 'Joined', on };
  },
  SentElsewhere: ends('SentElsewhere'),
  Withdrawn: ends('Withdrawn'),
  Terminated: ends('Terminated'),
  Closed: ends('Closed'),
  CoordinatorsNamed(state, { units }) {
    state.coordinators = [...new Set([...state.coordinators, ...(units as string[])])];
  },
  OpinionGiven(state, { unit, opinion }) {
    state.opinions = added(state.opinions, { unit: String(unit), opinion: String(opinion) });
  },
  Disagreed(state, { disagreement, unit }) {
    state.disagreements = added(state.disagreements, { id: String(disagreement), unit: String(unit), open: true });
  },
  DisagreementSettled(state, { disagreement }) {
    for (const each of state.disagreements) if (each.id === disagreement) each.open = false;
  },
  Consulted(state, { consultation, body }, on) {
    state.consultations = added(state.consultations, { id: String(consultation), body: String(body), since: on, answeredOn: null });
  },
  ConsultationAnswered(state, { consultation }, on) {
    for (const each of state.consultations) if (each.id === consultation) each.answeredOn ??= on;
  },
  MembersAdded(state, { members }) {
    for (const each of members as DataOf<'AddMembers'>['members']) join(state, each);
  },
  MembersWithdrew: (state, { members }) => stand(state, members as string[], 'withdrawn'),
  MembersSplitOff(state, { into, members }) {
    link(state, String(into));
    stand(state, members as string[], 'split-off');
  },
  RepresentativesAppointed(state, { members }) {
    for (const each of state.members) each.representative = (members as string[]).includes(each.member);
  },
  ObligationFulfilled(state, { obligation }, on) {
    for (const each of state.obligations) if (each.id === obligation) each.fulfilledOn ??= on;
  },
  Visited(state) {
    state.visits += 1;
  },
  PapersRequested(state) {
    state.paperRequests += 1;
  },
  Apologised(state, { appointedOn }, on) {
    state.apologies = added(state.apologies, { on, appointedOn: appointedOn as LegalDay });
  },
  CourtRulingRecorded(state, { court, effect }, on) {
    state.courtRulings = added(state.courtRulings, { court: String(court), effect: String(effect), on });
  },
  Enforced(state) {
    state.enforcements += 1;
  },
  Noted(state) {
    state.notes += 1;
  },
};

/** A Map finds a name that comes fresh out of JSON in one step; a switch compares it with every case above it. */
const byFact = new Map(Object.entries(folds));

export function evolve(state: Complaint, { type, data, on }: Fact): void {
  byFact.get(type)?.(state, data as Data, on);
}

function received(state: Complaint, data: DataOf<'Receive'> & { holder: Holder }, on: LegalDay): void {
  state.channel = data.channel;
  state.summary = data.summary;
  state.topic = data.topic ?? null;
  state.contests = data.contests ?? null;
  state.remoteArea = data.remoteArea ?? false;
  state.receivedBy = data.unit;
  if (data.petition !== undefined) link(state, data.petition);
  if (data.forwardedBy !== undefined) state.forwardedBy = { body: data.forwardedBy, kind: data.forwarder ?? null };
  state.earlier = data.earlier ?? null;
  state.authorised = data.authorised ?? null;
  if (data.obstacles) state.obstacles = [...data.obstacles];
  const { complainants } = data;
  for (let at = 0; at < complainants.length; at += 1) join(state, complainants[at] as (typeof complainants)[number]);
  state.levels = added(state.levels, levelOf(1, data.holder.unit, on));
  hold(state.custody, data.holder, on);
}

function completed(state: Complaint, data: DataOf<'Complete'>): void {
  state.arrivals += 1;
  for (const each of state.members) if (data.signed?.includes(each.member)) each.signed = true;
  if (data.authorised) state.authorised = data.authorised;
  for (const each of data.obstacles ?? NONE) state.obstacles = added(state.obstacles, each);
}

type Recomplaint = DataOf<'Recomplain'> & { holder: Holder; level: number };

function recomplained(state: Complaint, data: Recomplaint, on: LegalDay): void {
  const { holder } = state.custody;
  const owed = state.obligations.some(
    ({ what, level, fulfilledOn }) => what === 'decision' && level === state.level && fulfilledOn === null,
  );
  // Whatever the paper calls it, a level that has not decided still owes its decision.
  if (!currentLevel(state)?.decision && !owed) {
    const id = `decision-${state.level}`;
    state.obligations = added(state.obligations, {
      id,
      what: 'decision',
      level: state.level,
      debtor: holder,
      since: on,
      fulfilledOn: null,
    });
  }
  if (holder) state.below = added(state.below, holder);
  for (const each of data.obstacles ?? NONE) state.obstacles = added(state.obstacles, each);
  state.recomplaints += 1;
  state.level = data.level;
  state.levels = added(state.levels, levelOf(data.level, data.holder.unit, on));
  hold(state.custody, data.holder, on);
}

/** The level above did not take it: the matter is again where it was. */
function back(state: Complaint, holder: Holder, on: LegalDay): void {
  state.levels = state.levels.slice(0, -1);
  state.below = state.below.slice(0, -1);
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
  state.obligations = added(state.obligations, {
    id: `service-${state.level}`,
    what: 'service',
    level: state.level,
    debtor: by,
    since: on,
    fulfilledOn: null,
  });
}

/** The level that issued a decision; the last one that decided, where the paper bears another number. */
function decidedBy(state: Complaint, document: string): LevelRecord | undefined {
  return (
    state.levels.findLast((level) => level.decision?.document === document) ?? state.levels.findLast((level) => level.decision !== null)
  );
}

function served(state: Complaint, { to, decision }: DataOf<'Serve'>, on: LegalDay): void {
  const level = decidedBy(state, decision);
  if (!level) return;
  level.servedOn ??= on;
  for (const who of to) if (!level.receipts.some((each) => each.who === who)) level.receipts = added(level.receipts, { who, on });
  for (const each of state.obligations) if (each.what === 'service' && each.level === level.level) each.fulfilledOn ??= on;
}

function join(
  state: Complaint,
  { member, signed = null }: { readonly member: string; readonly signed?: boolean | null | undefined },
): void {
  if (state.members.length > 0 && state.members.some((each) => each.member === member)) return;
  state.members = added(state.members, { member, standing: 'continuing', representative: false, signed });
}

function link(state: Complaint, other: string): void {
  if (!state.linked.includes(other)) state.linked = added(state.linked, other);
}

function stand(state: Complaint, members: readonly string[], standing: Standing): void {
  for (const each of state.members) if (members.includes(each.member)) each.standing = standing;
}
