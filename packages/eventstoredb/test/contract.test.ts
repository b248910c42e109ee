import { type ContractCase, isHeldTo, type OpenStore, storeContract } from '@redress/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdStore } from '../../../.config/hold-store.ts';
import { describeIf } from '../../../.config/loud-skip.ts';
import { eventStoreDbLimits, openEventStoreDb } from '../src/index.ts';
import { Double } from './double/double.ts';

const limits = eventStoreDbLimits.map(({ limit }) => limit);

/** Logs of their own on one server, told apart by names that no earlier run has used. */
function logsAt(url: () => string): OpenStore {
  const run = crypto.randomUUID().slice(0, 8);
  let logs = 0;
  const name = (): string => `redress_contract_${run}_${logs}`;
  return {
    open: (settings) => {
      logs += 1;
      return openEventStoreDb(url(), { ...settings, name: name() });
    },
    again: (settings) => openEventStoreDb(url(), { ...settings, name: name() }),
    durable: true,
    limits,
  };
}

/** Why the store is not held to a case: the declared limits that it needs gone. */
const because = (kept: Pick<ContractCase, 'needs'>, store: OpenStore): string =>
  eventStoreDbLimits
    .filter(({ limit }) => !isHeldTo(kept, { ...store, limits: [limit] }))
    .map(({ limit, says }) => `declared limit ${limit}: ${says}`)
    .join(' ');

/** A tenth of the generated runs: each append is four calls over a connection. */
const holds = (store: OpenStore): void => holdStore(store, { because: (kept) => because(kept, store), share: 0.1 });

describe('the EventStoreDB store keeps the store contract before the protocol double', () => {
  let double: Double;
  beforeAll(async () => {
    double = await Double.start();
  });
  afterAll(() => double.stop());
  holds(logsAt(() => double.url));
});

describeIf(
  process.env.ESDB_URL !== undefined,
  'no server; set ESDB_URL to a connection string to run the store contract on it',
  'the EventStoreDB store keeps the store contract on a real server',
  () => holds(logsAt(() => process.env.ESDB_URL ?? '')),
);

test('the limits are those of the contract, and leave out no more than they must', () => {
  const left = storeContract.filter((kept) => !isHeldTo(kept, { ...logsAt(() => ''), limits })).map(({ needs }) => needs);
  expect(limits).toEqual(['gaps', 'ids-per-stream']);
  for (const needs of left) expect(needs.some((need) => need === 'no-gaps' || need === 'ids-across-streams')).toBe(true);
  // Control: without the limits nothing is left out.
  expect(storeContract.filter((kept) => !isHeldTo(kept, { ...logsAt(() => ''), limits: [] }))).toEqual([]);
});
