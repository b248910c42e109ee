/** Cases asked one after the other. */
import { StoreFault } from '../store/event-store.ts';

/** A case at which something broke, as a record that this release cannot read. Nothing was recorded for it. */
export interface Failed {
  readonly case: string;
  readonly fault: unknown;
}

/** Whether the fault is of one case alone: another store fault would meet the next one too. */
const isOfCase = (fault: unknown): boolean => !(fault instanceof StoreFault) || fault.code === 'history-damaged';

/** Asks for each in turn, and answers where something broke: no other is kept from its own by that. Throws a store's other faults. */
export async function inTurn<Each extends { readonly case: string }>(
  all: readonly Each[],
  ask: (each: Each) => Promise<void>,
): Promise<readonly Failed[]> {
  const failed: Failed[] = [];
  for (const each of all) {
    try {
      await ask(each);
    } catch (fault) {
      if (!isOfCase(fault)) throw fault;
      failed.push({ case: each.case, fault });
    }
  }
  return failed;
}
