export * from './arbitraries.ts';
export * from './house-rules.ts';
export * from './store-contract.ts';
