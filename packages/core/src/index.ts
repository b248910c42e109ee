/** Redress core: the domain, the store port, and how one command runs, in reading order. */
export * from './domain/index.ts';
export * from './store/index.ts';
export * from './run/index.ts';
