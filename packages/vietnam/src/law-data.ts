/**
 * The shape of the acts under `law/`, and the acts held to it: those files import nothing, so that a lawyer reads them alone. A value
 * without a source does not compile.
 */
import type { LegalDay } from '@redress/core';
import { civilCode } from './law/civil-code.ts';
import { complaintsDecree } from './law/complaints-decree.ts';
import { complaintsLaw } from './law/complaints-law.ts';
import { petitionCircular } from './law/petition-circular.ts';
import { receptionLaw } from './law/reception-law.ts';
import { settlementCircular } from './law/settlement-circular.ts';
import { socialInsuranceLaw } from './law/social-insurance-law.ts';
import type { triggers } from './law/triggers.ts';

/**
 * How certain a value is: A the article's own text; A- an unofficial transcription; B a named secondary page; S a paper of the
 * organisation; M general knowledge, not checked; I inferred; X not known, which is never used as a value.
 */
export type Grade = 'A' | 'A-' | 'B' | 'S' | 'M' | 'I' | 'X';

/** Where a value is written. */
export interface Provision {
  readonly act: string;
  readonly article: string;
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
export type TermValue = TermLength | AtOnce | Remainder | Unnumbered | Rate | NoLonger;

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

export interface Act {
  readonly short: string;
  readonly title: string;
  readonly inForceFrom: LegalDay;
  /** Which text the values were taken from. */
  readonly basis: string;
  /** By their ids. */
  readonly terms: Readonly<Record<string, TermRule>>;
  /** By the text of the citation. */
  readonly articles: Readonly<Record<string, Dated<Saying>>>;
}

/** Every act the pack answers by. Part of the edition's digest. */
export const lawData = {
  complaintsLaw,
  complaintsDecree,
  settlementCircular,
  receptionLaw,
  petitionCircular,
  socialInsuranceLaw,
  civilCode,
} as const satisfies Readonly<Record<string, Act>>;

/** The articles by citation, over all acts. */
export const articles = {
  ...complaintsLaw.articles,
  ...complaintsDecree.articles,
  ...settlementCircular.articles,
  ...receptionLaw.articles,
  ...petitionCircular.articles,
  ...socialInsuranceLaw.articles,
  ...civilCode.articles,
} as const satisfies Readonly<Record<string, Dated<Saying>>>;
