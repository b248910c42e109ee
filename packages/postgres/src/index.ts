export { openPostgresCursors, type PostgresCursorsOptions } from './cursors.ts';
export type { PgClient, PgPool, PgQuery } from './driver.ts';
export { openPostgres, type PostgresOptions, type PostgresStore, type Waiting } from './postgres-store.ts';
