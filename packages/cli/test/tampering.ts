/** What whoever owns a log's file may do to it. */
import { betterSqlite3, type Driver, nodeSqlite } from '@redress/sqlite';

const library = await betterSqlite3().catch(nodeSqlite);

/** Takes away what guards the file, does this to it, and puts the guards back, so that no trace is left. */
export function tamper<Result>(path: string, doing: (database: Driver) => Result): Result {
  const database = library.open(path);
  try {
    const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
    for (const [name] of guards) database.exec(`DROP TRIGGER ${name}`);
    const result = doing(database);
    for (const [, sql] of guards) database.exec(String(sql));
    return result;
  } finally {
    database.close();
  }
}

/** Does one statement to it, and tells how many rows that changed. */
export const tamperedRows = (path: string, sql: string): unknown =>
  tamper(path, (database) => {
    database.prepare(sql).run();
    return database.prepare('SELECT changes()').all()[0]?.[0];
  });
