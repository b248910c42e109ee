/**
 * What a command on a complaint leads to. `guard` says what speaks against it here, law apart; `decide` says which facts follow,
 * and refuses only what no fact could express. Nothing here knows a country or an article.
 */

import type { CaseState, Command, Decision, Draft, World } from '../case-type.ts';
import { ARRIVAL } from '../case-type.ts';
import { type Clock, clockNamed, stateOn } from '../clock.ts';
import { nothingToRecount, ranOut } from '../clock-commands.ts';
import { type Holder, handOvers, handOversIf } from '../custody.ts';
import { lastOf } from '../list.ts';
import { headOfUnit } from '../organisation.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import type { ComplaintCommand, DataOf } from './commands.ts';
import { complaintCommands } from './commands.ts';
import { type Complaint, currentLevel } from './evolve.ts';

interface Asked<Name extends ComplaintCommand = ComplaintCommand> {
  readonly command: Command<DataOf<Name>>;
  readonly state: Complaint;
  readonly world: World;
  readonly no: (code: RefusalCode, params?: Refusal['params']) => Refusal;
}

type Guards = { readonly [Name in ComplaintCommand]?: (asked: Asked<Name>) => Refusal | null };
type Decisions = { readonly [Name in ComplaintCommand]?: (asked: Asked<Name>) => Decision };

const facing = (command: Command, state: Complaint, world: World): Asked => ({
  command: command as Asked['command'],
  state,
  world,
  no: (code, params = {}) => refuse(code, params, command, state),
});

/** Only the unit that holds the case, or the superior it lies before, may do this. */
const heldBy = ({ command, state, no }: Asked): Refusal | null => {
  const holding = state.custody.holder?.unit;
  if (holding === undefined || command.actor.unit === holding || command.actor.unit === state.custody.before?.unit) return null;
  return no('NOT_THE_HOLDER', { unit: command.actor.unit, holder: holding });
};

/** The work of a level stops while it is suspended, offered to another unit, or before a superior. */
const workable = (asked: Asked): Refusal | null => {
  const { command, state, no } = asked;
  if (state.suspension) return no('CASE_SUSPENDED', { since: state.suspension.since });
  const { before, offer } = state.custody;
  if (before && before.unit !== command.actor.unit) return no('BEFORE_SUPERIOR', { unit: before.unit });
  if (offer) return no('OFFER_OPEN', { unit: offer.toUnit });
  return heldBy(asked);
};

const knownUnit = ({ world, command, no }: Asked, unit: string): Refusal | null =>
  world.organisation.unit(unit, command.on) ? null : no('UNKNOWN_UNIT', { unit, on: command.on });

const another = ({ state, no }: Asked, other: string): Refusal | null => (other === state.caseId ? no('SAME_CASE', { case: other }) : null);

const membersOf = ({ state, no }: Asked, members: readonly string[]): Refusal | null => {
  const unknown = members.find((member) => !state.members.some((each) => each.member === member && each.standing === 'continuing'));
  return unknown === undefined ? null : no('NOT_A_MEMBER', { member: unknown });
};

const guards: Guards = {
  Receive: (asked) => knownUnit(asked, asked.command.data.unit),
  Accept: heldBy,
  NotAccept: (asked) => heldBy(asked) ?? owedBelow(asked),
  SendBack: (asked) => heldBy(asked) ?? nothingOwedBelow(asked),
  Guide: heldBy,
  Return: heldBy,
  File: heldBy,
  Join: (asked) => another(asked, asked.command.data.into),
  SendElsewhere: heldBy,
  Assign: workable,
  Reassign: workable,
  OfferTransfer: (asked) => offering(asked),
  AcceptTransfer: (asked) => answering(asked) ?? stillHeld(asked),
  RefuseTransfer: (asked) => answering(asked),
  MoveCustody: (asked) => knownUnit(asked, asked.command.data.toUnit),
  HandDown: (asked) => superior(asked),
  Rule: (asked) => superior(asked) ?? knownUnit(asked, asked.command.data.toUnit),
  FindComplex: workable,
  Extend: ({ command, state, no }) =>
    clockNamed(state.clocks, command.data.clock) ? null : no('NO_SUCH_CLOCK', { clock: command.data.clock }),
  Suspend: heldBy,
  Resume: heldBy,
  SuspendContested: (asked) =>
    asked.state.contestedSuspension
      ? asked.no('CONTESTED_SUSPENDED', { since: asked.state.contestedSuspension.since })
      : (heldBy(asked) ?? untilLater(asked)),
  LiftContested: (asked) => (asked.state.contestedSuspension ? heldBy(asked) : asked.no('CONTESTED_NOT_SUSPENDED')),
  Resolve: (asked) => workable(asked) ?? undivided(asked),
  Terminate: workable,
  SettleDisagreement: ({ command, state, no }) =>
    state.disagreements.some((each) => each.id === command.data.disagreement && each.open)
      ? null
      : no('NO_SUCH_DISAGREEMENT', { disagreement: command.data.disagreement }),
  Disagree: ({ command, state, no }) =>
    state.disagreements.some((each) => each.id === command.data.disagreement) ? no('ID_TAKEN', { id: command.data.disagreement }) : null,
  Consult: ({ command, state, no }) =>
    state.consultations.some((each) => each.id === command.data.consultation) ? no('ID_TAKEN', { id: command.data.consultation }) : null,
  Serve: (asked) => decided(asked),
  Publish: (asked) => decided(asked),
  Enforce: (asked) => decided(asked),
  Withdraw: (asked) => membersOf(asked, asked.command.data.members ?? []),
  AppointRepresentatives: (asked) => membersOf(asked, asked.command.data.members),
  SplitOff: (asked) => another(asked, asked.command.data.into) ?? membersOf(asked, asked.command.data.members) ?? someoneStays(asked),
  FulfilObligation: ({ command, state, no }) =>
    state.obligations.some((each) => each.id === command.data.obligation && each.fulfilledOn === null)
      ? null
      : no('NO_SUCH_OBLIGATION', { obligation: command.data.obligation }),
  Apologise: ({ command, no }) => (command.data.appointedOn > command.on ? null : no('DAY_NOT_AHEAD', { day: command.data.appointedOn })),
  Notify: ({ command, state, no }) =>
    clockNamed(state.clocks, command.data.about) ? null : no('NO_SUCH_CLOCK', { clock: command.data.about }),
  RecountClocks: ({ command, state, world }) => nothingToRecount(command, state, world),
  CallDialogue: ({ command, no }) => (command.data.heldOn > command.on ? null : no('DAY_NOT_AHEAD', { day: command.data.heldOn })),
};

/** A suspension that is named to end has to last a day at least. */
const untilLater = ({ command, no }: Asked<'SuspendContested'>): Refusal | null => {
  const { through } = command.data;
  return through === undefined || through > command.on ? null : no('DAY_NOT_AHEAD', { day: through });
};

function offering(asked: Asked<'OfferTransfer'>): Refusal | null {
  const { command, state, no } = asked;
  const strange = heldBy(asked);
  if (strange) return strange;
  const { toUnit, reason } = command.data;
  if (state.custody.holder?.unit === toUnit) return no('SAME_UNIT', { unit: toUnit });
  const units = state.custody.chain.map((entry) => entry.unit);
  if (units[units.length - 2] === toUnit && reason === undefined) return no('RETURN_NEEDS_REASON', { unit: toUnit });
  // Last, since a replay has no organisation to ask, and goes no further.
  return knownUnit(asked, toUnit);
}

function answering({ command, state, no }: Asked): Refusal | null {
  const { offer } = state.custody;
  if (!offer) return no('NO_OFFER');
  return offer.toUnit === command.actor.unit ? null : no('NOT_THE_ADDRESSEE', { unit: command.actor.unit, addressee: offer.toUnit });
}

/** What was offered can be taken over only from the unit that offered it: meanwhile the case may have gone a level up. */
function stillHeld({ state, no }: Asked): Refusal | null {
  const { offer, holder } = state.custody;
  return offer && holder && offer.from.unit !== holder.unit ? no('NOT_THE_HOLDER', { unit: offer.from.unit, holder: holder.unit }) : null;
}

function superior({ command, state, no }: Asked): Refusal | null {
  const { before } = state.custody;
  if (!before) return no('NOT_BEFORE_SUPERIOR');
  return before.unit === command.actor.unit ? null : no('NOT_THE_SUPERIOR', { unit: command.actor.unit, superior: before.unit });
}

function undivided({ command, state, no }: Asked): Refusal | null {
  const open = state.disagreements.find((each) => each.open);
  return open && state.custody.before?.unit !== command.actor.unit
    ? no('DISAGREEMENT_OPEN', { disagreement: open.id, unit: open.unit })
    : null;
}

function decided({ state, no }: Asked): Refusal | null {
  return state.levels.some((level) => level.decision) ? null : no('NO_DECISION');
}

/** A level that was silent still owes its decision: the level above accepts the complaint or sends it back. */
function owedBelow({ state, no }: Asked): Refusal | null {
  const below = state.levels[state.levels.length - 2];
  return below && !below.decision ? no('DECISION_OWED_BELOW', { level: below.level }) : null;
}

/** What the level below has decided is not sent back to it: the level above accepts, or it does not. */
function nothingOwedBelow({ state, no }: Asked): Refusal | null {
  const below = state.levels[state.levels.length - 2];
  return below?.decision ? no('NO_SUCH_OBLIGATION', { obligation: `decision-${below.level}` }) : null;
}

function someoneStays({ command, state, no }: Asked<'SplitOff'>): Refusal | null {
  const staying = state.members.filter((each) => each.standing === 'continuing' && !command.data.members.includes(each.member));
  return staying.length > 0 ? null : no('NOBODY_LEFT');
}

/** What speaks against the command, law apart. */
export function guard(command: Command, state: Complaint, world: World): Refusal | null {
  const judge = guards[command.type as ComplaintCommand] as ((asked: Asked) => Refusal | null) | undefined;
  return judge?.(facing(command, state, world)) ?? null;
}

const holderAt = ({ world, command }: Asked, unit: string, person?: string): Holder =>
  person === undefined
    ? { unit, person: headOfUnit(world.organisation, unit, command.on), exOfficio: true }
    : { unit, person, exOfficio: false };

const current = ({ state, world, command }: Asked): Holder =>
  state.custody.holder ?? {
    unit: command.actor.unit,
    person: headOfUnit(world.organisation, command.actor.unit, command.on),
    exOfficio: true,
  };

/** The one fact that says what the command says, with what is added to it. */
const said = ({ command }: Asked, added: Readonly<Record<string, unknown>> = {}): Decision => [
  { type: complaintCommands[command.type as ComplaintCommand].fact, data: { ...command.data, ...added } },
];

/** An arrival that moves nothing here: it is recorded with all it said. */
const arrived = ({ command }: Asked): Decision => [{ type: ARRIVAL, data: { arrived: command.type, body: command.data } }];

const decisions: Decisions = {
  Receive: (asked) => (asked.state.version > 0 ? arrived(asked) : said(asked, { holder: holderAt(asked, asked.command.data.unit) })),
  Assign: (asked) => said(asked, { holder: holderAt(asked, current(asked).unit, asked.command.data.person) }),
  Reassign: (asked) => said(asked, { holder: holderAt(asked, current(asked).unit, asked.command.data.person) }),
  OfferTransfer: (asked) => offered(asked),
  AcceptTransfer: (asked) => {
    const { offer } = asked.state.custody;
    return said(asked, {
      holder: holderAt(asked, offer?.toUnit ?? asked.command.actor.unit, asked.command.data.person ?? offer?.toPerson),
    });
  },
  DisputeCustody: (asked) => before(asked, commonSuperior(asked)),
  Escalate: (asked) => before(asked, directSuperior(asked)),
  MoveCustody: (asked) => said(asked, { holder: holderAt(asked, asked.command.data.toUnit, asked.command.data.person) }),
  Rule: (asked) => said(asked, { holder: holderAt(asked, asked.command.data.toUnit, asked.command.data.person) }),
  NotAccept: (asked) => notAccepted(asked),
  SendBack: (asked) => {
    const below = lastOf(asked.state.below);
    return below ? said(asked, { holder: below }) : asked.no('LEVELS_END', { level: asked.state.level });
  },
  Withdraw: (asked) => withdrawn(asked),
  Recomplain: (asked) => recomplained(asked),
  AnswerConsultation: (asked) =>
    asked.state.consultations.some((each) => each.id === asked.command.data.consultation) ? said(asked) : arrived(asked),
  RecordRunOut: (asked) => ranOut(asked.command, asked.state, (clock) => answerable(asked, clock)),
};

function before(asked: Asked, unit: string | null): Decision {
  return unit === null ? asked.no('NO_SUPERIOR', { unit: current(asked).unit }) : said(asked, { before: unit });
}

const directSuperior = (asked: Asked): string | null =>
  asked.world.organisation.superior(current(asked).unit, asked.command.on)?.id ?? null;

/** Who stands above both sides of a hand-over; above the holder, where there is one side only. */
function commonSuperior(asked: Asked, other?: string): string | null {
  const { chain, offer } = asked.state.custody;
  const holding = current(asked).unit;
  const against = other ?? offer?.toUnit ?? chain[chain.length - 2]?.unit;
  if (against === undefined || against === holding) return directSuperior(asked);
  return asked.world.organisation.commonSuperior(holding, against, asked.command.on)?.id ?? directSuperior(asked);
}

/** An offer that would hand the matter to and fro once too often puts custody in dispute, if the law says so. */
function offered(asked: Asked<'OfferTransfer'>): Decision {
  const { command, state, world } = asked;
  const offer: Draft = { type: 'TransferOffered', data: { ...command.data, from: current(asked) } };
  const because = world.law.disputesCustody(handOversIf(state.custody, command.data.toUnit), state, command.on);
  const superior = because && commonSuperior(asked, command.data.toUnit);
  if (!because || superior === null) return [offer];
  const { returns } = handOvers([...state.custody.chain.map((entry) => entry.unit), command.data.toUnit]);
  return [offer, { type: 'CustodyDisputed', data: { reason: `handed to and fro ${returns} times`, before: superior, because } }];
}

function notAccepted(asked: Asked<'NotAccept'>): Decision {
  const below = lastOf(asked.state.below);
  return below ? said(asked, { holder: below }) : said(asked);
}

function withdrawn(asked: Asked<'Withdraw'>): Decision {
  const { command, state, world } = asked;
  const { members, part } = command.data;
  if (world.objected || !state.at.after('Withdrawn')) return arrived(asked);
  if (part !== undefined) return [{ type: 'PartWithdrawn', data: command.data }];
  if (members === undefined) return said(asked);
  const staying = state.members.filter((each) => each.standing === 'continuing' && !members.includes(each.member));
  return staying.length > 0 ? [{ type: 'MembersWithdrew', data: command.data }] : said(asked);
}

/** The next level opens on a decision, or once the term ran out in silence; before that the paper is only recorded. */
function recomplained(asked: Asked<'Recomplain'>): Decision {
  const { command, state, world } = asked;
  const { resolution } = state.clocks;
  const silent = resolution !== undefined && stateOn(resolution, command.on) === 'overdue';
  const open = state.at.after('Recomplained') !== undefined && (state.at.regions.handling === 'resolved' || silent);
  // Whoever may not ask this cannot move a case by it: the paper is kept, and whoever may will look at it.
  const allowed = world.permitted !== false || world.door === 'observe';
  const next = open && allowed ? world.law.nextLevel(state, command.on, world.organisation) : null;
  if (!next) return arrived(asked);
  return said(asked, { holder: holderAt(asked, next.unit), level: state.level + 1, because: next.because });
}

/** Who answers for a clock: the holder, or whoever held the case below where the clock is of the level left behind. */
function answerable(asked: Asked, clock: Clock): Holder {
  const { state } = asked;
  const startedOn = clock.lines.findLast(({ entry }) => entry.do === 'start')?.entry.on;
  const level = currentLevel(state);
  const below = lastOf(state.below);
  return below && level && startedOn !== undefined && startedOn < level.since ? below : current(asked);
}

/** The facts that follow. */
export function decide(command: Command, state: Complaint, world: World): Decision {
  const judge = decisions[command.type as ComplaintCommand] as ((asked: Asked) => Decision) | undefined;
  const asked = facing(command, state, world);
  return judge ? judge(asked) : said(asked);
}

/** Narrows the state that a port is handed. */
export const isComplaint = (state: CaseState): state is Complaint => state.caseType === 'complaint';
