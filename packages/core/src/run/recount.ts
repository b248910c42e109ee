/**
 * A calendar was announced, or announced anew, while cases are open: one command for each case that it touches, with a derived id, whose
 * fact carries the new due days. What was recorded before stays as it is.
 */
import type { Actor } from '../domain/authority.ts';
import type { Calendar, LegalDay } from '../domain/calendar.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { ownCommandId } from '../store/record.ts';
import type { CommandInput, Engine, Outcome } from './engine.ts';
import { type Failed, inTurn } from './in-turn.ts';
import type { CountedClocks } from './watch.ts';

/** The command by which every case type counts its clocks again: `{ calendar }`. */
const RECOUNT_CLOCKS = 'RecountClocks';

export interface Recounted {
  /** Cases with a due day that now lies later. */
  readonly recorded: readonly string[];
  /** Cases whose due days stay, and those that could not be asked, each with the reason. */
  readonly refused: readonly { readonly case: string; readonly refusal: Refusal }[];
  /** Cases that could not be read; all others were asked. */
  readonly failed: readonly Failed[];
}

/** Counts again what was counted by another calendar than the one that the law now has. Sent twice, it is recorded once. */
export async function recountClocks(
  engine: Engine,
  source: CountedClocks,
  actor: Actor,
  { id, edition }: Pick<Calendar, 'id' | 'edition'>,
  on: LegalDay = engine.today(),
): Promise<Recounted> {
  const calendar = `${id}@${edition}`;
  const recorded: string[] = [];
  const refused: { case: string; refusal: Refusal }[] = [];
  const touched = (await source.countedOtherwise(calendar)).map((id) => ({ case: id }));
  const failed = await inTurn(touched, async (each) => {
    const outcome = await countedAgain(engine, { type: RECOUNT_CLOCKS, case: each.case, on, actor, data: { calendar } });
    if (isRefusal(outcome)) refused.push({ case: each.case, refusal: outcome });
    else recorded.push(each.case);
  });
  return { recorded, refused, failed };
}

/** A clock that somebody who did not know the calendar yet started after the first time is counted again too, by an id of its own. */
async function countedAgain(engine: Engine, command: Omit<CommandInput, 'id'>): Promise<Outcome> {
  const name = `recount/${command.case}/${command.data?.calendar}`;
  const first = await engine.execute({ ...command, id: ownCommandId(engine.store.log, name) });
  if (isRefusal(first) || !first.repeated) return first;
  const again = await engine.execute({ ...command, id: ownCommandId(engine.store.log, `${name}/${first.state.version}`) });
  return isRefusal(again) && again.code === 'NOTHING_TO_RECOUNT' ? first : again;
}
