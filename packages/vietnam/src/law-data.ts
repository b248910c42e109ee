/**
 * The shape of the acts under `law/`, and the acts held to it: those files import nothing, so that a lawyer reads them alone. A value
 * without a source does not compile.
 */
import type { LegalDay } from '@redress/core';
import { amendingDecree } from './law/amending-decree.ts';
import { benefitComplaintsDecree } from './law/benefit-complaints-decree.ts';
import { civilCode } from './law/civil-code.ts';
import { complaintsDecree } from './law/complaints-decree.ts';
import { complaintsDecree2012 } from './law/complaints-decree-2012.ts';
import { complaintsLaw } from './law/complaints-law.ts';
import { courtProcedureLaw } from './law/court-procedure-law.ts';
import { doubts } from './law/doubts.ts';
import { editions } from './law/editions.ts';
import { petitionCircular } from './law/petition-circular.ts';
import { petitionCircular2014 } from './law/petition-circular-2014.ts';
import { receptionCircular2014 } from './law/reception-circular-2014.ts';
import { receptionDecree } from './law/reception-decree.ts';
import { receptionDecree2014 } from './law/reception-decree-2014.ts';
import { receptionLaw } from './law/reception-law.ts';
import { reportCircular } from './law/report-circular.ts';
import { settlementCircular } from './law/settlement-circular.ts';
import { socialInsuranceLaw } from './law/social-insurance-law.ts';
import { socialInsuranceLaw2014 } from './law/social-insurance-law-2014.ts';
import { triggers } from './law/triggers.ts';

/**
 * How certain a value is: A the article's own text; A- an unofficial transcription; B a named secondary page; S a paper of the
 * organisation; M general knowledge, not checked; I inferred; X not known, which is never used as a value.
 */
export type Grade = 'A' | 'A-' | 'B' | 'S' | 'M' | 'I' | 'X';

/** Where a value is written. */
export interface Provision {
  readonly act: string;
  /** Null where only the act is known. */
  readonly article: string | null;
  readonly clause?: string;
  readonly point?: string;
  /** How it is cited, for example `LKN Đ.33.1`; an amending provision stands in brackets. */
  readonly text: string;
  readonly grade: Grade;
  /** When it was last compared with its source. */
  readonly checkedOn: LegalDay;
  readonly link?: string;
}

export interface Sourced {
  readonly law: Provision;
  /** Further provisions that say it, by their citation. */
  readonly also?: readonly string[];
  /** What is open about it. */
  readonly doubt?: string;
}

/** Words for people, in both languages of the pack. */
export interface Wording {
  readonly en: string;
  readonly vi: string;
}

/** Values by the first day each is in force. */
export type Dated<Value extends Sourced> = Readonly<Record<LegalDay, Value>>;

/** What of a matter makes a term longer. */
export type Variant = 'remoteArea' | 'complex' | 'dismissal';

/** The event that starts a term. */
export type Trigger = keyof typeof triggers;

/** So many units from the trigger, or before it for a lead; the trigger is not counted. */
export interface TermLength extends Sourced {
  readonly length: number;
  readonly unit: 'calendar-days' | 'working-days' | 'years' | 'hours';
  /** The totals that hold in its place where the matter is such; never added. */
  readonly variants?: Readonly<Partial<Record<Variant, number>>>;
  /** How often besides, where the act counts that too. */
  readonly besides?: Readonly<Record<'broadcasts' | 'issues', number>>;
}
/** Without delay: the act gives no number. */
export interface AtOnce extends Sourced {
  readonly at: 'once';
}
/** What is left of another term: counted from the day after the trigger, or simply until that term ends. */
export interface Remainder extends Sourced {
  readonly remainder: 'from-the-day-after' | 'until-its-end';
}
/** Ordered without a number, or with one that is not known (grade X). */
export interface Unnumbered extends Sourced {
  readonly length: null;
}
/** So often in each period. */
export interface Rate extends Sourced {
  readonly atLeast: number;
  readonly per: 'week' | 'month';
}
/** From this day it no longer holds; `ended` says what holds in its place. */
export interface NoLonger extends Sourced {
  readonly ended: Wording;
}
/** On this day of a month. */
export interface DayOfMonth extends Sourced {
  readonly dayOfMonth: number;
}
export type TermValue = TermLength | AtOnce | Remainder | Unnumbered | Rate | DayOfMonth | NoLonger;

/** What an article says, in this project's words. */
export interface Saying extends Sourced {
  readonly says: string;
}

/** A time limit. One whose values come from several acts stands in each, with that act's values. */
export interface TermRule<Value extends Sourced = TermValue> {
  readonly about: Wording;
  /** By when; how long before; when something takes effect; how long at least; how often; or a duty without arithmetic. */
  readonly counts: 'limit' | 'lead' | 'effect' | 'minimum' | 'rate' | 'duty';
  /** Null where no event starts it. */
  readonly trigger: Trigger | null;
  /** The events that the trigger sums up, where either may be the one. */
  readonly triggers?: readonly Trigger[];
  readonly values: Dated<Value>;
}

/** Why a complaint is not accepted. */
export interface NonAcceptanceGround extends Sourced {
  readonly about: Wording;
  /** Whether the complainant can do away with it. */
  readonly curable: 'yes' | 'no' | 'partly' | 'if-obstacle-proved';
  /** The last day on which it is known to hold. */
  readonly through?: LegalDay;
}

/** Why a person is not received, and how that is said. */
export interface RefusalGround extends Sourced {
  readonly about: Wording;
  readonly how: 'oral' | 'written';
}

/** What makes a case complex. */
export interface ComplexityCriterion extends Sourced {
  readonly name: string;
  readonly about: Wording;
}

export interface Act {
  readonly short: string;
  readonly title: string;
  readonly inForceFrom: LegalDay;
  /** The last day; absent where it is still in force. */
  readonly inForceThrough?: LegalDay;
  /** Which text the values were taken from. */
  readonly basis: string;
  /** By their ids. */
  readonly terms: Readonly<Record<string, TermRule>>;
  /** By the text of the citation. */
  readonly articles: Readonly<Record<string, Dated<Saying>>>;
  readonly nonAcceptance?: Readonly<Record<string, NonAcceptanceGround>>;
  readonly refusalToReceive?: Readonly<Record<string, RefusalGround>>;
  readonly complexity?: Readonly<Record<string, ComplexityCriterion>>;
}

/** A version of the rules. */
export interface RuleVersion {
  readonly from: LegalDay;
  /** Null where it still holds. */
  readonly through: LegalDay | null;
  readonly about: Wording;
}

/** What the law leaves open, and what this pack does meanwhile. */
export interface Doubt {
  readonly about: Wording;
  readonly handling: Wording;
}

/** Every act the pack answers by. */
export const lawData = {
  complaintsLaw,
  complaintsDecree,
  amendingDecree,
  complaintsDecree2012,
  settlementCircular,
  receptionLaw,
  receptionDecree,
  receptionDecree2014,
  receptionCircular2014,
  petitionCircular,
  petitionCircular2014,
  reportCircular,
  socialInsuranceLaw,
  socialInsuranceLaw2014,
  benefitComplaintsDecree,
  courtProcedureLaw,
  civilCode,
} as const satisfies Readonly<Record<string, Act>>;

/** Everything under `law/` but the calendar: what the digest of an edition covers. */
export const lawBook = {
  acts: lawData,
  triggers: triggers satisfies Readonly<Record<string, Wording>>,
  editions: editions satisfies Readonly<Record<string, RuleVersion>>,
  doubts: doubts satisfies Readonly<Record<string, Doubt>>,
} as const;

/** The articles by citation, over all acts. */
export const articles = {
  ...complaintsLaw.articles,
  ...complaintsDecree.articles,
  ...amendingDecree.articles,
  ...complaintsDecree2012.articles,
  ...settlementCircular.articles,
  ...receptionLaw.articles,
  ...receptionDecree.articles,
  ...receptionDecree2014.articles,
  ...receptionCircular2014.articles,
  ...petitionCircular.articles,
  ...petitionCircular2014.articles,
  ...reportCircular.articles,
  ...socialInsuranceLaw.articles,
  ...socialInsuranceLaw2014.articles,
  ...benefitComplaintsDecree.articles,
  ...courtProcedureLaw.articles,
  ...civilCode.articles,
} as const satisfies Readonly<Record<string, Dated<Saying>>>;
