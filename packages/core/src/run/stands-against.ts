/** What stands against a command before its data is known, each no by the very words in which `judge` says it. */
import type { CaseState, CaseType, Command, World } from '../domain/case-type.ts';
import { guardBeforeData, mayFollow, notPermitted, objectedTo } from '../domain/case-type.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';

/** The refusal, or the rule that allows it. */
export function standsAgainst(
  type: CaseType,
  command: Command,
  state: CaseState,
  world: World,
): { readonly refusal: Refusal } | { readonly refusal?: undefined; readonly rule: string } {
  const arrival = type.commands[command.type]?.arrival === true;
  const misplaced = arrival ? null : mayFollow(type, command, state);
  if (misplaced) return { refusal: misplaced };
  if (command.on > world.today) return { refusal: refuse('FUTURE_DAY', { on: command.on, today: world.today }, command, state) };
  const permission = world.authority.may(command.actor, command, state, world.organisation);
  // Whatever arrives is recorded, whoever takes it in and whatever the law says of it.
  if (arrival) return { rule: 'rule' in permission ? permission.rule : 'arrivals-are-recorded' };
  if ('refused' in permission) return { refusal: notPermitted(permission.refused, command, state) };
  const objection = world.law.objection(command, state, command.actor, world.organisation);
  if (objection) return { refusal: objectedTo(objection, command, state) };
  const guarded = guardBeforeData(type, command, state, world);
  return guarded ? { refusal: guarded } : { rule: permission.rule };
}
