export * from './arbitraries.ts';
export * from './histories.ts';
export * from './histories-of-complaints.ts';
export * from './house-rules.ts';
export * from './invariants.ts';
export { countedByPattern, type Recounted, recount } from './invariants-recount.ts';
export * from './law-contract.ts';
export * from './store-contract.ts';
