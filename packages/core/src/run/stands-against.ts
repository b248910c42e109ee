/** What stands against a command before its data is known: chart, authority, law, in the order in which `judge` asks. */
import type { Authority } from '../domain/authority.ts';
import type { CaseState, CaseType, Command } from '../domain/case-type.ts';
import { followers, handlingOf } from '../domain/case-type.ts';
import type { Law } from '../domain/law.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

interface Asking {
  readonly authority: Authority;
  readonly organisation: Organisation;
  readonly law: Law;
}

/** The refusal, or the rule that allows it. */
export function standsAgainst(
  type: CaseType,
  command: Command,
  state: CaseState,
  { authority, organisation, law }: Asking,
): { readonly refusal: Refusal } | { readonly refusal?: undefined; readonly rule: string } {
  const follow = followers(type, state);
  if (!follow.includes(command.type)) {
    const params = { command: command.type, stage: state.stage, handling: handlingOf(state.at) };
    return { refusal: refuse('NOT_IN_THIS_STAGE', params, command, state, { rule: 'chart' }, follow) };
  }
  const permission = authority.may(command.actor, command, state, organisation);
  if ('refused' in permission) {
    const params = { role: command.actor.role, rule: permission.refused };
    return { refusal: refuse('NOT_PERMITTED', params, command, state, { rule: permission.refused }) };
  }
  const objection = law.objection(command, state, command.actor, organisation);
  if (!objection) return { rule: permission.rule };
  const code = objection.unsettled ? 'UNSETTLED_LAW' : 'LAW_OBJECTS';
  const refusal = refuse(code, { rule: objection.rule }, command, state, { citation: objection.because });
  return { refusal: { ...refusal, says: objection.says } };
}
