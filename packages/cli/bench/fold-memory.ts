/** Folds a log in a process of its own, and says what memory it has early on and in the midst of its last fact, after a collection. */
import { foldLog } from '@redress/audit';
import { openSqlite } from '@redress/sqlite';
import { caseTypes } from './lives.ts';

/** In bytes. */
export interface Memory {
  readonly heap: number;
  readonly resident: number;
}

function memoryNow(): Memory {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, resident: rss };
}

const [, , path = '', early = '', last = ''] = process.argv;
const looked: Memory[] = [];
const store = await openSqlite(path);
let count = 0;
await foldLog({
  store,
  caseTypes,
  onFact: () => {
    count += 1;
    // At the last fact too it is still in the midst of it: what the pass holds is there.
    if (count === Number(early) || count === Number(last)) looked.push(memoryNow());
  },
});
await store.close();
process.send?.(looked);
