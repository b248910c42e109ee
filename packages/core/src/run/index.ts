export * from './engine.ts';
export * from './project.ts';
export * from './watch.ts';
