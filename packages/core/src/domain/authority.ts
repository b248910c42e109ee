/** Port: may this actor ask this. Default deny; a rule that forbids wins over every rule that allows. */
import type { CaseState, Command } from './case-type.ts';
import type { Organisation } from './organisation.ts';

export interface Actor {
  /** A pseudonymous staff id; names live in a directory. */
  readonly id: string;
  readonly unit: string;
  readonly role: string;
  /** Whose duty the actor performs by delegation. */
  readonly onBehalfOf?: string;
}

export type Permission = { readonly rule: string } | { readonly refused: string };

export interface Authority {
  may(actor: Actor, command: Command, state: CaseState, organisation: Organisation): Permission;
}

export interface AuthorityRule {
  /** The rule's name, which the fact keeps. */
  readonly id: string;
  readonly roles: readonly string[] | '*';
  readonly commands: readonly string[] | '*';
  readonly stages?: readonly string[];
  /** Narrows the rule: it applies only where this holds. */
  readonly when?: (actor: Actor, command: Command, state: CaseState, organisation: Organisation) => boolean;
  readonly effect: 'allow' | 'forbid';
}

/** Rules in memory: role × command × stage. */
export function authorityOf(rules: readonly AuthorityRule[]): Authority {
  const among = (list: readonly string[] | '*' | undefined, value: string): boolean =>
    list === undefined || list === '*' || list.includes(value);
  return {
    may: (actor, command, state, organisation) => {
      const applying = rules.filter(
        (rule) =>
          among(rule.roles, actor.role) &&
          among(rule.commands, command.type) &&
          among(rule.stages, state.stage) &&
          (rule.when?.(actor, command, state, organisation) ?? true),
      );
      const forbidden = applying.find((rule) => rule.effect === 'forbid');
      if (forbidden) return { refused: forbidden.id };
      const allowed = applying[0];
      return allowed ? { rule: allowed.id } : { refused: 'no-rule-allows-it' };
    },
  };
}
