/**
 * The store contract: a list of named cases, each a promise that every store keeps. A store's whole test is one loop:
 *
 *     for (const kept of storeContract) test.skipIf(!isHeldTo(kept, mine))(kept.name, () => kept.run(mine));
 */
import { appendCases } from './store-contract/append.ts';
import { bytesCases } from './store-contract/bytes.ts';
import type { ContractCase } from './store-contract/contract-case.ts';
import { lifeCases } from './store-contract/life.ts';
import { logCases } from './store-contract/log.ts';
import { movedCases } from './store-contract/moved.ts';
import { readCases } from './store-contract/read.ts';
import { subscribeCases } from './store-contract/subscribe.ts';

export { type ContractCase, isHeldTo, type Limit, type Need, type OpenSettings, type OpenStore } from './store-contract/contract-case.ts';

export const storeContract: readonly ContractCase[] = [
  ...appendCases,
  ...bytesCases,
  ...readCases,
  ...logCases,
  ...subscribeCases,
  ...lifeCases,
  ...movedCases,
];
