/** Every case type counts its clocks again by the command `RecountClocks`, and refuses it where nothing would come of it. */
import type { CaseState, Command, World } from './case-type.ts';
import { recounts } from './clock.ts';
import { type Refusal, refuse } from './refusal.ts';

/** The guard of `RecountClocks`: the command names the calendar that the law has that day, and some due day comes to lie later by it. */
export function nothingToRecount(command: Command, state: CaseState, { calendar }: World): Refusal | null {
  const named = String(command.data.calendar);
  const touched = named === `${calendar.id}@${calendar.edition}` && recounts(state.clocks, calendar, command.on).length > 0;
  return touched ? null : refuse('NOTHING_TO_RECOUNT', { calendar: named }, command, state);
}
