/** Port: what the engine asks of a body of law. Answers carry their article; what is not settled is refused, never guessed. */
import type { Actor } from './authority.ts';
import type { Calendar, LegalDay } from './calendar.ts';
import type { CaseState, Command, Fact } from './case-type.ts';
import type { Citation } from './citation.ts';
import type { ClockEntry } from './clock.ts';
import type { HandOvers } from './custody.ts';
import type { Organisation } from './organisation.ts';

export interface Edition {
  readonly pack: string;
  readonly version: string;
  /** SHA-256 over data, configuration and rules version, base64url. */
  readonly digest: string;
}

export interface UnitAnswer {
  readonly unit: string;
  readonly because: Citation;
}

/** Why a law says no. `code` is UNSETTLED_LAW where the law is not known, and LAW_OBJECTS otherwise. */
export interface Objection {
  /** The pack's own name of the rule, for example `dialogue-mandatory`. */
  readonly rule: string;
  /** What the law says, by language. */
  readonly says: Readonly<Record<string, string>>;
  readonly because: Citation;
  readonly unsettled?: boolean;
}

export interface Law {
  readonly edition: Edition;
  /** Where its legal days begin and end, by its IANA name. */
  readonly timeZone: string;
  /** Every edition ever pinned stays runnable; an unknown digest is undefined. */
  at(digest: string): Law | undefined;
  /** Which edition governs this step of this case. */
  editionFor(step: string, state: CaseState, on: LegalDay): Edition;
  calendar(on: LegalDay): Calendar;
  /** What a fact does to the clocks. `state` is that before the fact. */
  clockEffects(fact: Fact, state: CaseState, on: LegalDay): readonly ClockEntry[];
  competentUnit(state: CaseState, on: LegalDay, organisation: Organisation): UnitAnswer | null;
  /** Who decides when the level now reached is contested; null where levels end. */
  nextLevel(state: CaseState, on: LegalDay, organisation: Organisation): UnitAnswer | null;
  /** Whether handing the case to and fro has put custody in dispute. */
  disputesCustody(counts: HandOvers, state: CaseState, on: LegalDay): Citation | null;
  /** Why this may not be done, or null. */
  objection(command: Command, state: CaseState, actor: Actor, organisation: Organisation): Objection | null;
}
