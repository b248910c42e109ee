/**
 * The two commands about clocks that every case type has, since `watch` and `recountClocks` ask them of any case: that a clock ran out,
 * and that the running ones are counted again. A case type that declares neither is given both when it is defined.
 */
import { z } from 'zod';
import { legalDay } from './calendar.ts';
import type { CaseState, Command, CommandDefinition, Decision, FactDefinition, World } from './case-type.ts';
import { type Clock, clockNamed, recounts, stateOn } from './clock.ts';
import { type Holder, holder } from './custody.ts';
import { type Refusal, type RefusalCode, refuse } from './refusal.ts';

export const clockCommands = {
  RecordRunOut: {
    describes: 'Record that a clock ran out.',
    schema: z.strictObject({ clock: z.string().min(1).max(200).describe('Which clock.') }),
    fact: 'ClockRanOut',
    stages: '*',
  },
  RecountClocks: {
    describes: 'Count the running clocks again by a new edition of the calendar; none comes to end earlier.',
    schema: z.strictObject({ calendar: z.string().min(1).describe('Calendar and edition, as `id@edition`.') }),
    fact: 'ClocksRecounted',
    stages: '*',
  },
} as const satisfies Record<string, CommandDefinition>;

export const clockFacts = {
  ClockRanOut: {
    describes: 'A clock ran out.',
    schema: clockCommands.RecordRunOut.schema.extend({
      dueOn: legalDay.describe('The last day of the term.'),
      holder: holder.optional().describe('Who was accountable for it; absent where nobody was.'),
    }),
    version: 1,
    chart: 'leaves',
  },
  ClocksRecounted: {
    describes: 'Running clocks were counted again by a new calendar.',
    schema: clockCommands.RecountClocks.schema,
    version: 1,
    chart: 'leaves',
  },
} as const satisfies Record<string, FactDefinition>;

/** The guard of `RecountClocks`: the command names the calendar that the law has that day, and some due day comes to lie later by it. */
export function nothingToRecount(command: Command, state: CaseState, { calendar }: World): Refusal | null {
  const named = String(command.data.calendar);
  const touched = named === `${calendar.id}@${calendar.edition}` && recounts(state.clocks, calendar, command.on).length > 0;
  return touched ? null : refuse('NOTHING_TO_RECOUNT', { calendar: named }, command, state);
}

/** What `RecordRunOut` leads to. `answerable` says who was accountable for the clock: the holder of the case, if nothing is said. */
export function ranOut<State extends CaseState>(
  command: Command,
  state: State,
  answerable: (clock: Clock) => Holder | null = () => state.custody.holder,
): Decision {
  const no = (code: RefusalCode, params: Refusal['params']): Refusal => refuse(code, params, command, state);
  const named = String(command.data.clock);
  const clock = clockNamed(state.clocks, named);
  if (!clock) return no('NO_SUCH_CLOCK', { clock: named });
  if (clock.ranOutOn === clock.dueOn) return no('ALREADY_RAN_OUT', { clock: clock.id, on: clock.dueOn });
  if (stateOn(clock, command.on) !== 'overdue') return no('CLOCK_STILL_RUNS', { clock: clock.id, due: clock.dueOn });
  const accountable = answerable(clock);
  const data = { ...command.data, dueOn: clock.dueOn, ...(accountable ? { holder: accountable } : {}) };
  return [{ type: 'ClockRanOut', data }];
}

/** What `RecountClocks` leads to. A law that has no answer to the fact would have it recorded again and again, for nothing. */
export function recounted(command: Command, state: CaseState, { law, calendar }: World): Decision {
  const fact = { type: clockCommands.RecountClocks.fact, on: command.on, by: command.actor, data: command.data };
  if (law.clockEffects(fact, state, command.on).length > 0) return [{ type: fact.type, data: fact.data }];
  return refuse('NOTHING_TO_RECOUNT', { calendar: `${calendar.id}@${calendar.edition}` }, command, state);
}
