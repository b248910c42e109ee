export { type EventStoreDbOptions, openEventStoreDb } from './eventstoredb-store.ts';
export { type DeclaredLimit, eventStoreDbLimits } from './limits.ts';
export type { MakeClient } from './client.ts';
