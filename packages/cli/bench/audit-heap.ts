/** Checks or replays a log, a process of its own, and says the most heap in use meanwhile, in bytes, each time after a collection. */
import { checkLog, replayAll } from '@redress/audit';
import type { EventStore } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { houseRules } from '@redress/testing';
import { caseTypes } from './lives.ts';

const EVERY = 10_000;

/** The store, whose log is looked at while it is read. */
const watched = (store: EventStore, look: () => void): EventStore => ({
  ...store,
  async *readLog(after, limit) {
    let count = 0;
    for await (const recorded of store.readLog(after, limit)) {
      yield recorded;
      count += 1;
      if (count % EVERY === 0) look();
    }
  },
});

const [, , path = '', reading] = process.argv;
const store = await openSqlite(path);
let most = 0;
const look = (): void => {
  globalThis.gc?.();
  most = Math.max(most, process.memoryUsage().heapUsed);
};
const of = { store: watched(store, look), caseTypes };
for await (const { code, says } of reading === 'check' ? checkLog(of) : replayAll({ ...of, laws: houseRules() })) {
  throw new Error(`the log has a finding: ${code}: ${says}`);
}
await store.close();
process.send?.(most);
