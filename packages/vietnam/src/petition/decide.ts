/**
 * What a command on a petition leads to. `guard` says what speaks against it here, law apart; `decide` says which facts follow, and writes
 * beside an outcome the row of the table by which it was lawful.
 */
import {
  ARRIVAL,
  type Citation,
  type Command,
  type Decision,
  type Holder,
  headOfUnit,
  nothingToRecount,
  type Refusal,
  type RefusalCode,
  ranOut,
  refuse,
  type World,
} from '@redress/core';
import { article, inferred } from '../citations.ts';
import type { Applied } from '../classification.ts';
import { type PetitionCommand, type PetitionDataOf, petitionCommands } from './commands.ts';
import { everyoneWithdrew, holdsOriginals, type Petition, stillOwed } from './evolve.ts';
import { judgedBy, lawfulOutcome, withArrival } from './outcomes.ts';
import { receptionGroundOn } from './reception.ts';

interface Asked<Name extends PetitionCommand = PetitionCommand> {
  readonly command: Command<PetitionDataOf<Name>>;
  readonly state: Petition;
  readonly world: World;
  readonly no: (code: RefusalCode, params?: Refusal['params']) => Refusal;
}

type Guards = { readonly [Name in PetitionCommand]?: (asked: Asked<Name>) => Refusal | null };
type Decisions = { readonly [Name in PetitionCommand]?: (asked: Asked<Name>) => Decision };

const facing = (command: Command, state: Petition, world: World): Asked => ({
  command: command as Asked['command'],
  state,
  world,
  no: (code, params = {}) => refuse(code, params, command, state),
});

/** Only the unit that holds the petition may do this. */
const heldBy = ({ command, state, no }: Asked): Refusal | null => {
  const holding = state.custody.holder?.unit;
  return holding === undefined || command.actor.unit === holding
    ? null
    : no('NOT_THE_HOLDER', { unit: command.actor.unit, holder: holding });
};

const knownUnit = ({ world, command, no }: Asked, unit: string): Refusal | null =>
  world.organisation.unit(unit, command.on) ? null : no('UNKNOWN_UNIT', { unit, on: command.on });

const another = ({ state, no }: Asked, other: string): Refusal | null =>
  other === state.caseId ? no('SAME_CASE', { case: state.caseId }) : null;

const owedTo = ({ state, no }: Asked, to: string): Refusal | null => {
  const owed = stillOwed(state).some((duty) => duty.to === to && (duty.what === 'answer-sender' || duty.what === 'answer-forwarder'));
  return owed ? null : no('NO_SUCH_OBLIGATION', { obligation: `answer-${to}` });
};

function everyoneOwed(asked: Asked<'AnswerSender'>): Refusal | null {
  const { to, standsFor = [] } = asked.command.data;
  for (const each of [to, ...standsFor]) {
    const refusal = owedTo(asked, each);
    if (refusal) return refusal;
  }
  return null;
}

/** They go back where it ends here; where a case came of it, after the decision of that one, of which nothing is known here. */
const originalsHere = ({ state, no }: Asked): Refusal | null =>
  holdsOriginals(state) ? null : no('NO_SUCH_OBLIGATION', { obligation: 'originals' });

const amongSenders = ({ state, no }: Asked, named: readonly string[]): Refusal | null => {
  const stranger = named.find((each) => !state.senders.includes(each));
  return stranger === undefined ? null : no('NOT_A_MEMBER', { member: stranger });
};

function establishedBefore({ command, no }: Asked<'RefuseReception'>): Refusal | null {
  const { establishedOn } = command.data;
  return establishedOn !== undefined && establishedOn > command.on ? no('FUTURE_DAY', { on: establishedOn, today: command.on }) : null;
}

function noticeOwed({ command, state, no }: Asked<'GiveRefusalNotice'>): Refusal | null {
  const { to } = command.data;
  const owed = stillOwed(state).some((duty) => duty.what === 'refusal-notice' && duty.to === to);
  return owed ? null : no('NO_SUCH_OBLIGATION', { obligation: `refusal-notice-${to}` });
}

/** A file is not closed over a duty, nor over a proposal that no case came of. */
function nothingOwed({ state, no }: Asked): Refusal | null {
  const [first] = stillOwed(state);
  if (first) return no('STILL_OWED', { obligation: first.id });
  const waits = state.at.regions.handling === 'proposed' && state.opened.length === 0 && !everyoneWithdrew(state);
  return waits ? no('STILL_OWED', { obligation: 'case-to-open' }) : null;
}

const guards: Guards = {
  Receive: (asked) => knownUnit(asked, asked.command.data.unit),
  RecordOral: (asked) => knownUnit(asked, asked.command.data.unit),
  Withdraw: (asked) => amongSenders(asked, asked.command.data.senders ?? []),
  CheckIdentity: (asked) => heldBy(asked) ?? amongSenders(asked, asked.command.data.actsFor?.senders ?? []),
  RefuseReception: (asked) => heldBy(asked) ?? establishedBefore(asked),
  GiveRefusalNotice: (asked) => heldBy(asked) ?? noticeOwed(asked),
  Register: heldBy,
  Assign: heldBy,
  MoveCustody: (asked) => knownUnit(asked, asked.command.data.toUnit),
  Classify: heldBy,
  ProposeAcceptance: heldBy,
  AnswerIneligible: heldBy,
  GuideSupplement: heldBy,
  GuideOnce: heldBy,
  Return: heldBy,
  SendElsewhere: heldBy,
  GuideSplit: heldBy,
  File: heldBy,
  Join: (asked) => heldBy(asked) ?? another(asked, asked.command.data.into),
  LinkDuplicate: (asked) => heldBy(asked) ?? another(asked, asked.command.data.of),
  ReportToHead: heldBy,
  Direct: heldBy,
  DemandResolution: heldBy,
  AnswerSender: (asked) => heldBy(asked) ?? everyoneOwed(asked),
  ReturnOriginals: (asked) => heldBy(asked) ?? originalsHere(asked),
  DecideDestruction: heldBy,
  RecountClocks: ({ command, state, world }) => nothingToRecount(command, state, world),
  Close: (asked) => heldBy(asked) ?? nothingOwed(asked),
};

/** What speaks against the command, law apart. */
export function guard(command: Command, state: Petition, world: World): Refusal | null {
  const judge = guards[command.type as PetitionCommand] as ((asked: Asked) => Refusal | null) | undefined;
  return judge?.(facing(command, state, world)) ?? null;
}

const holderAt = ({ world, command }: Asked, unit: string, person?: string): Holder =>
  person === undefined
    ? { unit, person: headOfUnit(world.organisation, unit, command.on), exOfficio: true }
    : { unit, person, exOfficio: false };

const current = (asked: Asked): Holder => asked.state.custody.holder ?? holderAt(asked, asked.command.actor.unit);

/** The one fact that says what the command says, with what is added to it. */
const said = ({ command }: Asked, added: Readonly<Record<string, unknown>> = {}, fact?: string): Decision => [
  { type: fact ?? petitionCommands[command.type as PetitionCommand].fact, data: { ...command.data, ...added } },
];

/** An arrival that moves nothing here: it is recorded with all it said. */
const arrived = ({ command }: Asked): Decision => [{ type: ARRIVAL, data: { arrived: command.type, body: command.data } }];

const takenIn = (asked: Asked<'Receive'> | Asked<'RecordOral'>): Decision =>
  asked.state.version > 0 ? arrived(asked) : said(asked, { holder: holderAt(asked, asked.command.data.unit) });

const inShort = ({ row, outcome, because }: Applied): { row: string | null; outcome: string; because: Citation } => ({
  row,
  outcome,
  because,
});

/** The row stands in the fact, so that nobody has to ask the table again what it meant. */
function outcome(asked: Asked, added: Readonly<Record<string, unknown>> = {}): Decision {
  const by = lawfulOutcome(asked.command, asked.state);
  return said(asked, { ...(by ? { ...(by.row === null ? {} : { row: by.row }), because: by.because } : {}), ...added });
}

/** Whoever cannot be found is not answered, nor is a copy of what the competent body has too. */
function filed(asked: Asked): Decision {
  const by = lawfulOutcome(asked.command, asked.state);
  const nobody = by?.row === 'C3' && withArrival(asked.state)?.senderUnknown === true;
  return outcome(asked, by && (nobody || by.row === 'C6') ? { noAnswer: by.because } : {});
}

function classified(asked: Asked<'Classify'>): Decision {
  const { lawful, also } = judgedBy(asked.command.data.screening, asked.state, asked.command.on);
  return said(asked, { decides: lawful.map(inShort), also: also.map(inShort) });
}

/** A petition ends with a withdrawal where nothing is left to be done; whoever withdraws is not answered. */
function withdrawn(asked: Asked<'Withdraw'>): Decision {
  const { command, state, world } = asked;
  const { part, senders = state.senders } = command.data;
  if (world.objected || state.senders.length === 0 || !state.at.after('Withdrawn')) return arrived(asked);
  if (part !== undefined) return said(asked, {}, 'PartWithdrawn');
  const noAnswer = inferred(article('LKN Đ.10', command.on));
  return said(asked, { noAnswer }, nothingLeft(state, senders) ? 'Withdrawn' : 'SendersWithdrew');
}

/** Nobody stands by it, nobody else is owed anything, and no original has to go back. */
function nothingLeft(state: Petition, leaving: readonly string[]): boolean {
  const owed = stillOwed(state).filter(({ what, to }) => what !== 'answer-sender' || !leaving.includes(to));
  return state.senders.every((each) => leaving.includes(each)) && owed.length === 0 && !holdsOriginals(state);
}

/** How the law has it said stands in the fact, and where the ground is written. */
function notReceived(asked: Asked<'RefuseReception'>): Decision {
  const { data, on } = asked.command;
  const ground = receptionGroundOn(data.ground, data.establishedOn ?? on);
  return said(asked, ground ? { how: ground.how, because: ground.because } : {});
}

const decisions: Decisions = {
  Receive: takenIn,
  RecordOral: takenIn,
  Supplement: (asked) => (asked.state.at.after('Supplemented') && asked.world.permitted !== false ? said(asked) : arrived(asked)),
  Withdraw: withdrawn,
  RefuseReception: notReceived,
  Assign: (asked) => said(asked, { holder: holderAt(asked, current(asked).unit, asked.command.data.person) }),
  MoveCustody: (asked) => said(asked, { holder: holderAt(asked, asked.command.data.toUnit, asked.command.data.person) }),
  Classify: classified,
  ProposeAcceptance: (asked) => outcome(asked),
  AnswerIneligible: (asked) => outcome(asked),
  GuideSupplement: (asked) => outcome(asked),
  GuideOnce: (asked) => outcome(asked),
  Return: (asked) => outcome(asked),
  SendElsewhere: (asked) => outcome(asked),
  GuideSplit: (asked) => outcome(asked),
  File: filed,
  ReportToHead: (asked) => outcome(asked),
  DemandResolution: (asked) => outcome(asked),
  RecordLink: (asked) => said(asked, {}, asked.command.data.as === 'opened-from' ? 'OpenedCase' : 'LinkRecorded'),
  RecordRunOut: ({ command, state }) => ranOut(command, state),
};

/** The facts that follow. */
export function decide(command: Command, state: Petition, world: World): Decision {
  const judge = decisions[command.type as PetitionCommand] as ((asked: Asked) => Decision) | undefined;
  const asked = facing(command, state, world);
  return judge ? judge(asked) : said(asked);
}
