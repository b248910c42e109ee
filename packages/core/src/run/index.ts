export * from './engine.ts';
export * from './case-actor.ts';
export * from './memory-vault.ts';
export * from './project.ts';
export * from './watch.ts';
export * from './links.ts';
export * from './recount.ts';
export * from './legal-day-at.ts';
