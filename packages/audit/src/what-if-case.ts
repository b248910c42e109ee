/**
 * One case lived twice: as it was recorded, and as it would have gone under another law, calendar or chart. Each command is judged again as
 * the facts say it was asked; what the authority answered is taken from the record and not asked again.
 */
import {
  type AskedFact,
  apply,
  type Calendar,
  type CaseState,
  type CaseType,
  type Clock,
  type Command,
  type Draft,
  type Fact,
  type FactRecord,
  factOf,
  isRefusal,
  type Judged,
  judge,
  type Law,
  type LegalDay,
  type Organisation,
  type Refusal,
  refuse,
  type World,
} from '@redress/core';
import { differenceAt } from './alike.ts';

/** The fact at which something differs: the first one of its command. */
export interface WhatIfPlace {
  readonly case: string;
  readonly version: number;
  /** Its legal day. */
  readonly on: LegalDay;
  /** The command, and the facts that it led to. */
  readonly command: string;
  readonly facts: readonly string[];
}

/** Where a case stands. */
export interface WhatIfStanding {
  readonly stage: string;
  /** One state per region of the chart. */
  readonly at: string;
  readonly level: number;
  /** The unit accountable; null where nobody is. */
  readonly unit: string | null;
}

export type WhatIfDifference =
  /** The command would be refused. After the first divergence of its case that may be for want of what did not happen: `follows`. */
  | (WhatIfPlace & { readonly kind: 'refused'; readonly refusal: Refusal; readonly follows: boolean })
  /** The first fact of the case that would be another, and where it differs; `instead` is empty where the command would be refused. */
  | (WhatIfPlace & { readonly kind: 'diverges'; readonly instead: readonly string[]; readonly differs: string })
  /** What was recorded by the other door, or as an arrival, would meet other objections. */
  | (WhatIfPlace & { readonly kind: 'objections'; readonly recorded: readonly string[]; readonly instead: readonly Objected[] })
  /** A clock would end on another day; null where it would not run, or runs only so. */
  | (WhatIfPlace & { readonly kind: 'due-day'; readonly clock: string; readonly from: LegalDay | null; readonly to: LegalDay | null })
  /** The law or the chart could not answer; what was recorded is taken. */
  | (WhatIfPlace & { readonly kind: 'unanswered'; readonly says: string });

/** An objection as a fact keeps it: its code, and the article or rule. */
export interface Objected {
  readonly code: string;
  readonly because: string;
}

/** What every case of a dry run shares. */
export interface WhatIfGround {
  readonly organisation: Organisation;
  /** The case type of a name, as it was recorded and as it would be. */
  typesNamed(name: string): { readonly recorded: CaseType; readonly other: CaseType } | undefined;
  /** The law a record pinned, `pack@version#digest`; undefined where it is not at hand. */
  pinned(name: string): Law | undefined;
  /** The law that the command is judged by instead. */
  otherLaw(pinned: Law | undefined, command: Command, state: CaseState): Law | undefined;
}

export interface WhatIfCounts {
  commands: number;
  /** Not judged again: the edition they pinned is not at hand. */
  unknownEdition: number;
  /** Judged otherwise than recorded by their own law too, for example because the organisation has changed since. */
  unreproduced: number;
}

export type Tell = (difference: WhatIfDifference) => void;

interface Step {
  readonly facts: readonly [AskedFact, ...AskedFact[]];
  readonly record: FactRecord;
  readonly at: WhatIfPlace;
  readonly command: Command;
}

export class WhatIfCase {
  readonly id: string;
  readonly types: { readonly recorded: CaseType; readonly other: CaseType };
  /** Where its last record stands, in the words of the source. */
  mark = 0;
  version = 0;
  /** The first fact that diverges. */
  first: WhatIfPlace | null = null;
  readonly #ground: WhatIfGround;
  readonly #counts: WhatIfCounts;
  readonly #recorded: CaseState;
  readonly #other: CaseState;
  /** Clock → the pair of days last told. */
  readonly #told = new Map<string, string>();

  constructor(id: string, types: WhatIfCase['types'], ground: WhatIfGround, counts: WhatIfCounts) {
    this.id = id;
    this.types = types;
    this.#ground = ground;
    this.#counts = counts;
    this.#recorded = types.recorded.initial(id);
    this.#other = types.other.initial(id);
  }

  get closed(): boolean {
    return this.#recorded.at.final && this.#other.at.final;
  }

  get ends(): { readonly recorded: WhatIfStanding; readonly instead: WhatIfStanding } {
    return { recorded: standingOf(this.#recorded), instead: standingOf(this.#other) };
  }

  get endsElsewhere(): boolean {
    return differs(this.#recorded, this.#other);
  }

  /** Takes the records of one command. Throws what a damaged fact makes the case type throw. */
  take(records: readonly [FactRecord, ...FactRecord[]], tell: Tell): void {
    const [record] = records;
    const { recorded } = this.types;
    const facts = records.map((each) => askedFact(recorded, each)) as [AskedFact, ...AskedFact[]];
    const command = recorded.asked(facts);
    const at = { case: this.id, version: record.version, on: command.on, command: command.type, facts: facts.map(({ type }) => type) };
    this.version += records.length;
    this.#counts.commands += 1;
    this.#step({ facts, record, at, command }, tell);
    this.#dueDays(at, tell);
  }

  #step(step: Step, tell: Tell): void {
    const { facts, record, at } = step;
    const pinned = this.#ground.pinned(record.meta.law ?? '');
    const judged = this.#judgedAnew(pinned, step, tell);
    const instead = judged === null ? facts : this.#compared(step, judged, pinned, tell);
    for (const fact of facts) apply(this.types.recorded, this.#recorded, fact);
    for (const fact of instead) apply(this.types.other, this.#other, fact);
    if (this.first === null && differs(this.#recorded, this.#other)) this.#diverges(at, instead, 'stage', tell);
  }

  /** What the other law answers; null where it cannot. */
  #judgedAnew(pinned: Law | undefined, step: Step, tell: Tell): Judged | Refusal | null {
    const { recorded, other } = this.types;
    try {
      const law = this.#ground.otherLaw(pinned, step.command, this.#other);
      if (law) return (recorded === other ? null : misfit(other, step.command, this.#other)) ?? this.#judged(other, this.#other, law, step);
      this.#counts.unknownEdition += 1;
    } catch (error) {
      tell({ ...step.at, kind: 'unanswered', says: String(error) });
    }
    return null;
  }

  #judged(type: CaseType, state: CaseState, law: Law, { command, record }: Step): Judged | Refusal {
    const { authority = '', door } = record.meta;
    const refused = authority.startsWith(REFUSED);
    const world: World = {
      door: door === 'observe' ? 'observe' : 'execute',
      // It had begun when the command was taken.
      today: command.on,
      law,
      calendar: law.calendar(command.on),
      authority: { may: () => (refused ? { refused: authority.slice(REFUSED.length) } : { rule: authority }) },
      organisation: this.#ground.organisation,
    };
    return judge(type, command, state, world);
  }

  /** The facts of the other life: what was recorded, or what would have been. */
  #compared(step: Step, judged: Judged | Refusal, pinned: Law | undefined, tell: Tell): readonly Fact[] {
    const { facts, at, command } = step;
    const drafts = isRefusal(judged) ? [] : judged.facts;
    const place = isRefusal(judged) ? 'refused' : differenceOf(facts, drafts);
    if (place === null) {
      objections(facts[0], drafts[0], at, tell);
      return drafted(drafts, command);
    }
    if (this.first === null && this.#soToo(judged, step, pinned)) {
      // Not the reform's doing.
      this.#counts.unreproduced += 1;
      return isRefusal(judged) ? facts : facts.map((fact, index) => ({ ...fact, data: clockedAs(fact.data, drafts[index]?.data) }));
    }
    if (isRefusal(judged)) tell({ ...at, kind: 'refused', refusal: judged, follows: this.first !== null });
    const instead = drafted(drafts, command);
    if (this.first === null) this.#diverges(at, instead, place, tell);
    return instead;
  }

  /** Whether the law that the fact pinned, asked today, answers as the other one does. */
  #soToo(judged: Judged | Refusal, step: Step, pinned: Law | undefined): boolean {
    if (!pinned) return false;
    try {
      const again = this.#judged(this.types.recorded, this.#recorded, pinned, step);
      if (isRefusal(again) || isRefusal(judged))
        return isRefusal(again) && isRefusal(judged) && again.code === judged.code && differenceAt(again.params, judged.params) === null;
      return differenceOf(drafted(again.facts, step.command), judged.facts) === null;
    } catch {
      return false;
    }
  }

  #diverges(at: WhatIfPlace, instead: readonly Fact[], place: string, tell: Tell): void {
    this.first = at;
    tell({ ...at, kind: 'diverges', instead: instead.map(({ type }) => type), differs: place });
  }

  #dueDays(at: WhatIfPlace, tell: Tell): void {
    const { clocks } = this.#recorded;
    for (const clock of new Set([...Object.keys(clocks), ...Object.keys(this.#other.clocks)])) {
      const from = dueOn(clocks[clock]);
      const to = dueOn(this.#other.clocks[clock]);
      const pair = `${from} ${to}`;
      if (from === to || this.#told.get(clock) === pair) continue;
      this.#told.set(clock, pair);
      tell({ ...at, kind: 'due-day', clock, from, to });
    }
  }
}

const REFUSED = 'refused:';

function askedFact(type: CaseType, record: FactRecord): AskedFact {
  const { command = '', commandType = '' } = record.meta;
  return { ...factOf(type, { position: '', text: '', record }), command, commandType, caseId: record.stream };
}

const drafted = (drafts: readonly Draft[], { on, actor }: Command): readonly Fact[] =>
  drafts.map(({ type, data }) => ({ type, on, by: actor, data }));

/** Data that the commands of another case type do not take. Handles stand in the place of personal values, which no schema expects. */
function misfit(type: CaseType, command: Command, state: CaseState): Refusal | null {
  const definition = Object.hasOwn(type.commands, command.type) ? type.commands[command.type] : undefined;
  if (!definition || (type.personal[command.type] ?? []).length > 0) return null;
  const checked = definition.schema.safeParse(command.data);
  if (checked.success) return null;
  const problem = checked.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');
  return refuse('INVALID_COMMAND', { problem }, command, state);
}

/** Clocks and objections are told on their own. */
const TOLD: ReadonlySet<string> = new Set(['clocks', 'objections']);

const clockedAs = (data: Fact['data'], by: Fact['data'] | undefined): Fact['data'] => {
  const { clocks, ...rest } = data;
  return by?.clocks === undefined ? rest : { ...rest, clocks: by.clocks };
};

function differenceOf(facts: readonly Pick<Fact, 'type' | 'data'>[], drafts: readonly Draft[]): string | null {
  if (facts.length !== drafts.length) return 'facts';
  for (const [index, { type, data }] of facts.entries()) {
    const draft = drafts[index];
    if (draft?.type !== type) return 'facts';
    const place = differenceAt(data, draft.data, TOLD);
    if (place !== null) return `${type}.${place}`;
  }
  return null;
}

function objections(fact: Fact, draft: Draft | undefined, at: WhatIfPlace, tell: Tell): void {
  const recorded = objectedIn(fact.data);
  const instead = objectedIn(draft?.data ?? {});
  if (differenceAt(recorded, instead) !== null) tell({ ...at, kind: 'objections', recorded: recorded.map(({ code }) => code), instead });
}

function objectedIn({ objections: list }: Fact['data']): readonly Objected[] {
  return Array.isArray(list) ? list.map((each) => ({ code: String(each?.code), because: reasonIn(each?.because) })) : [];
}

const reasonIn = (because: { readonly rule?: string; readonly citation?: { readonly text?: string } } | undefined): string =>
  because?.citation?.text ?? because?.rule ?? '';

const dueOn = (clock: Clock | undefined): LegalDay | null => clock?.dueOn ?? null;

const standingOf = ({ stage, at, level, custody }: CaseState): WhatIfStanding => ({
  stage,
  at: at.key,
  level,
  unit: custody.holder?.unit ?? null,
});

/** Whether two states of a case stand elsewhere: by what both charts know, which may have regions of their own. */
function differs(one: CaseState, other: CaseState): boolean {
  if (one.stage !== other.stage || one.level !== other.level || one.custody.holder?.unit !== other.custody.holder?.unit) return true;
  const { regions } = other.at;
  return Object.entries(one.at.regions).some(([region, state]) => regions[region] !== undefined && regions[region] !== state);
}

/** A law with another calendar; its answers are its own. */
export function withCalendar(law: Law, change: (instead: Calendar) => Calendar): Law {
  return {
    edition: law.edition,
    timeZone: law.timeZone,
    at: (digest) => law.at(digest),
    editionFor: (step, state, on) => law.editionFor(step, state, on),
    calendar: (on) => change(law.calendar(on)),
    clockEffects: (fact, state, on) => law.clockEffects(fact, state, on),
    competentUnit: (state, on, organisation) => law.competentUnit(state, on, organisation),
    nextLevel: (state, on, organisation) => law.nextLevel(state, on, organisation),
    disputesCustody: (counts, state, on) => law.disputesCustody(counts, state, on),
    objection: (command, state, actor, organisation) => law.objection(command, state, actor, organisation),
  };
}
