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
  /** What is open about it. */
  readonly doubt?: string;
}

/** Values by the first day each is in force. */
export type Dated<Value extends Sourced> = Readonly<Record<LegalDay, Value>>;

/** So many days from the trigger, the trigger not counted. */
export interface TermLength extends Sourced {
  readonly length: number;
  readonly unit: 'calendar-days' | 'working-days';
}
/** Without delay: the act gives no number. */
export interface AtOnce extends Sourced {
  readonly at: 'once';
}
/** What is left of another term. */
export interface Remainder extends Sourced {
  readonly remainder: 'from-the-day-after';
}
/** What an article says, in this project's words. */
export interface Saying extends Sourced {
  readonly says: string;
}

export interface TermRule<Value extends Sourced = TermLength | AtOnce | Remainder> {
  readonly id: string;
  readonly about: string;
  readonly values: Dated<Value>;
}

export interface Act {
  readonly short: string;
  readonly title: string;
  readonly inForceFrom: LegalDay;
  /** Which text the values were taken from. */
  readonly basis: string;
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

/** The decree's term for acceptance began in a circular, which the decree took over. */
export const acceptanceByDecree = {
  id: complaintsDecree.terms.acceptance.id,
  about: complaintsDecree.terms.acceptance.about,
  values: { ...settlementCircular.terms.acceptance.values, ...complaintsDecree.terms.acceptance.values },
} as const satisfies TermRule<TermLength>;
