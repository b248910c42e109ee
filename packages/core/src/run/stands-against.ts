/** What stands against a command before its data is known: chart, authority, law, in the order in which `judge` asks. */
import type { CaseState, CaseType, Command, World } from '../domain/case-type.ts';
import { followers, guardBeforeData, handlingOf } from '../domain/case-type.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

/** The refusal, or the rule that allows it. */
export function standsAgainst(
  type: CaseType,
  command: Command,
  state: CaseState,
  world: World,
): { readonly refusal: Refusal } | { readonly refusal?: undefined; readonly rule: string } {
  const { authority, organisation, law } = world;
  const follow = followers(type, state);
  if (!follow.includes(command.type)) {
    const params = { command: command.type, stage: state.stage, handling: handlingOf(state.at) };
    return { refusal: refuse('NOT_IN_THIS_STAGE', params, command, state, { rule: 'chart' }, follow) };
  }
  if (command.on > world.today) return { refusal: refuse('FUTURE_DAY', { on: command.on, today: world.today }, command, state) };
  const permission = authority.may(command.actor, command, state, organisation);
  // Whatever arrives is recorded, whoever takes it in and whatever the law says of it.
  if (type.commands[command.type]?.arrival) return { rule: 'rule' in permission ? permission.rule : 'arrivals-are-recorded' };
  if ('refused' in permission) {
    const params = { role: command.actor.role, rule: permission.refused };
    return { refusal: refuse('NOT_PERMITTED', params, command, state, { rule: permission.refused }) };
  }
  const objection = law.objection(command, state, command.actor, organisation);
  if (!objection) {
    const guarded = guardBeforeData(type, command, state, world);
    return guarded ? { refusal: guarded } : { rule: permission.rule };
  }
  const code = objection.unsettled ? 'UNSETTLED_LAW' : 'LAW_OBJECTS';
  const refusal = refuse(code, { rule: objection.rule }, command, state, { citation: objection.because });
  return { refusal: { ...refusal, says: objection.says } };
}
