/** Checks or replays a log, a process of its own, and says the most heap in use meanwhile, in bytes, each time after a collection. */
import { checkLog, replayAll } from '@redress/audit';
import { openSqlite } from '@redress/sqlite';
import { houseRules } from '@redress/testing';
import { caseTypes } from './lives.ts';
import { takingTurns } from './turns.ts';

const EVERY = 10_000;

const [, , path = '', reading] = process.argv;
const store = await openSqlite(path);
let most = 0;
const look = async (): Promise<void> => {
  globalThis.gc?.();
  most = Math.max(most, process.memoryUsage().heapUsed);
};
const of = { store: takingTurns(store, EVERY, look), caseTypes };
for await (const { code, says } of reading === 'check' ? checkLog(of) : replayAll({ ...of, laws: houseRules() })) {
  throw new Error(`the log has a finding: ${code}: ${says}`);
}
await store.close();
process.send?.(most);
