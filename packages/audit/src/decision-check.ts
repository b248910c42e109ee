/**
 * Whether the facts follow from the command, as far as the case itself tells: what spoke against it must be recorded as an objection, and
 * what it led to must be what is recorded. Facts pin no organisation, so whatever asks for one is not compared; and the authority is not
 * asked again, its recorded answer is taken.
 */
import {
  type CaseState,
  type CaseType,
  type Command,
  commandNamed,
  type Decision,
  type Draft,
  type Fact,
  type FactRecord,
  isRefusal,
  type Law,
  mayFollow,
  type Organisation,
  OrganisationUntold,
  type World,
} from '@redress/core';
import { differenceAt } from './alike.ts';
import type { Report } from './finding.ts';

/** What a check knows of the record at hand. */
export interface Recording {
  readonly type: CaseType;
  /** Before the fact. */
  readonly state: CaseState;
  readonly fact: Fact;
  readonly record: FactRecord;
  readonly law: Law;
}

const REFUSED = 'refused:';
/** What is added to a fact's data after the decision. */
const AFTERWARDS: ReadonlySet<string> = new Set(['clocks', 'objections', 'late']);

/** Made once: a stack is of no use to anybody here, and costs more than the check. */
const UNTOLD = new OrganisationUntold();
/** Whether somebody has asked for the organisation since this was last set. */
let wasAsked = false;
const untold = new Proxy({} as Organisation, {
  get: () => {
    wasAsked = true;
    throw UNTOLD;
  },
});

export class DecisionCheck {
  #command: string | null = null;
  /** What the command at hand still leads to; null where that cannot be told. */
  #drafts: readonly Draft[] | null = null;

  /** Looks at a fact before it is folded. */
  check(recording: Recording, report: Report): void {
    const { fact, record } = recording;
    const { command = '' } = record.meta;
    if (command !== this.#command) this.#begin(recording, report);
    const [draft, ...others] = this.#drafts ?? [];
    this.#command = command;
    if (!this.#drafts) return;
    this.#drafts = others;
    const place = draft?.type === fact.type ? differenceAt(fact.data, draft.data, AFTERWARDS) : 'type';
    if (place === null) return;
    this.#drafts = null;
    if (place !== 'type') report('decided-otherwise', ['fact-member', fact.type, place]);
    else report('decided-otherwise', draft ? ['by-command', fact.type, draft.type] : ['nothing-by-command', fact.type]);
  }

  /** Something else has been found in the record: what follows from its command cannot be told. */
  pass(record: FactRecord): void {
    this.#command = record.meta.command ?? '';
    this.#drafts = null;
  }

  #begin({ type, state, fact, record, law }: Recording, report: Report): void {
    this.#drafts = null;
    const { command = '', commandType = '', authority = '', door } = record.meta;
    const definition = commandNamed(type, commandType);
    if (!definition) return report('decided-otherwise', ['no-command', commandType]);
    const asked = type.asked([{ type: fact.type, on: fact.on, by: fact.by, data: fact.data, command, commandType, caseId: record.stream }]);
    const recorded = objectionsIn(fact);
    const refused = authority.startsWith(REFUSED);
    const world: World = {
      door: door === 'observe' ? 'observe' : 'execute',
      today: asked.on,
      law,
      calendar: law.calendar(asked.on),
      authority: { may: () => (refused ? { refused: authority.slice(REFUSED.length) } : { rule: authority }) },
      organisation: untold,
      objected: recorded.length > 0,
      permitted: !refused,
    };
    const arrival = definition.arrival === true && state.version > 0;
    const misplaced = arrival ? null : mayFollow(type, asked, state);
    if (misplaced) return report('objection-missing', misplaced.code);
    if (refused) heard('NOT_PERMITTED', recorded, report);
    heard(lawsNo(asked, state, world), recorded, report);
    heard(guardsNo(type, asked, state, world), recorded, report);
    if (record.schema !== type.facts[record.type]?.version) return;
    const decision = decisionOf(type, asked, state, world);
    // What a decision refuses leads to no fact, by either door.
    if (decision && isRefusal(decision)) report('decided-otherwise', ['refused', decision.code]);
    else this.#drafts = decision;
  }
}

/** What somebody has against the command must be recorded. */
function heard(code: string | null, recorded: readonly string[], report: Report): void {
  if (code !== null && !recorded.includes(code)) report('objection-missing', code);
}

// Three questions, each with no answer where none can be had: for want of an organisation, or because the data make no sense to whoever is
// asked. Each of the first two says the first no it has. Where a question to the organisation came before it and some no is recorded, that
// one may have been the first, and hidden this one.

/** Code of what the law has against the command. */
function lawsNo(asked: Command, state: CaseState, { law, objected }: World): string | null {
  wasAsked = false;
  try {
    const objection = law.objection(asked, state, asked.actor, untold);
    if (!objection || (wasAsked && objected)) return null;
    return objection.unsettled ? 'UNSETTLED_LAW' : 'LAW_OBJECTS';
  } catch {
    return null;
  }
}

/** Code of what the case type has against the command. */
function guardsNo(type: CaseType, asked: Command, state: CaseState, world: World): string | null {
  wasAsked = false;
  try {
    const refusal = type.guard(asked, state, world);
    return wasAsked && world.objected ? null : (refusal?.code ?? null);
  } catch {
    return null;
  }
}

function decisionOf(type: CaseType, asked: Command, state: CaseState, world: World): Decision | null {
  try {
    return type.decide(asked, state, world);
  } catch {
    return null;
  }
}

const NONE: readonly string[] = [];

function objectionsIn({ data }: Fact): readonly string[] {
  const list = data.objections;
  return Array.isArray(list) ? list.map((each) => String(each?.code)) : NONE;
}
