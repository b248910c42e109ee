/** What every objection is asked with, and how one is worded. */
import {
  type Actor,
  type Calendar,
  type Citation,
  type Command,
  type Complaint,
  type Objection,
  type Organisation,
  OrganisationUntold,
} from '@redress/core';
import { type ArticleName, article } from './citations.ts';
import type { Configuration } from './configuration.ts';
import { AMENDED_FROM } from './matter.ts';
import { type ObjectionRule, objectionTexts } from './objection-texts.ts';

export interface Asked {
  readonly command: Command;
  readonly state: Complaint;
  readonly actor: Actor;
  readonly organisation: Organisation;
  readonly calendar: Calendar;
  readonly configuration: Configuration;
}

export const no = (rule: ObjectionRule, because: Citation): Objection => ({ rule, says: objectionTexts[rule], because });
/** The law is not known here, so nothing is decided by it. */
export const unsettled = (rule: ObjectionRule, because: Citation): Objection => ({ ...no(rule, because), unsettled: true });

/** A text that the command says; null while it says nothing. */
export const said = ({ command }: Asked, field: string): string | null => {
  const value = command.data[field];
  return typeof value === 'string' ? value : null;
};
export const listed = ({ command }: Asked, field: string): readonly string[] | null => {
  const value = command.data[field];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : null;
};

/** An article in its version of the day the command is about. */
export const cite = ({ command }: Asked, name: ArticleName): Citation => article(name, command.on);
export const amended = ({ command }: Asked): boolean => command.on >= AMENDED_FROM;

/** The first of several that speaks. Where the organisation is not told, those that do not ask for it are heard all the same. */
export const firstOf =
  (...judges: readonly ((asked: Asked) => Objection | null)[]) =>
  (asked: Asked): Objection | null => {
    let untold: OrganisationUntold | null = null;
    for (const judge of judges) {
      try {
        const objection = judge(asked);
        if (objection) return objection;
      } catch (thrown) {
        if (!(thrown instanceof OrganisationUntold)) throw thrown;
        untold = thrown;
      }
    }
    if (untold) throw untold;
    return null;
  };
