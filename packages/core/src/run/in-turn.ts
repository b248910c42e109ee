/** Cases asked one after the other. */
import { StoreFault } from '../store/event-store.ts';

/** Cases that a message names. */
const MOST_NAMED = 20;

/** Whether the fault is of one case alone: another store fault would meet the next one too. */
const isOfCase = (fault: unknown): boolean => !(fault instanceof StoreFault) || fault.code === 'history-damaged';

/**
 * Asks for each in turn. What breaks at one case, as a record that this release cannot read, keeps no other from its own: it is thrown
 * once all were asked, as an `AggregateError` that names the cases.
 */
export async function inTurn<Each extends { readonly case: string }>(
  all: readonly Each[],
  ask: (each: Each) => Promise<void>,
): Promise<void> {
  const broken: { readonly case: string; readonly fault: unknown }[] = [];
  for (const each of all) {
    try {
      await ask(each);
    } catch (fault) {
      if (!isOfCase(fault)) throw fault;
      broken.push({ case: each.case, fault });
    }
  }
  if (broken.length === 0) return;
  const cases = [...new Set(broken.map((each) => each.case))];
  const named =
    cases.length > MOST_NAMED ? `${cases.slice(0, MOST_NAMED).join(', ')} and ${cases.length - MOST_NAMED} more` : cases.join(', ');
  throw new AggregateError(
    broken.map(({ fault }) => fault),
    `Nothing was recorded for ${named}: ${String(broken[0]?.fault)}. All other cases were asked.`,
  );
}
