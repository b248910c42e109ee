export { betterSqlite3, type Driver, type Library, type LoadLibrary, nodeSqlite, type Row, type Statement, type Value } from './driver.ts';
export { openSqlite, type SqliteOptions } from './sqlite-store.ts';
export { openSqliteCursors, type SqliteCursorsOptions } from './cursors.ts';
