/** A schema of a database, brought forward step by step: never back, and refused where it is of a newer release or another program. */
import { StoreFault } from '@redress/core';
import type { Row, Session } from './driver.ts';
import { isSchema, LOCKS } from './migrations.ts';

export const wrongSchema = (what: string): never => {
  throw new StoreFault('wrong-schema', what);
};

/** Throws RangeError for what would have to be quoted, or is longer than it may be. */
export function checkedSchema(schema: string, longest: number): string {
  if (isSchema(schema, longest)) return schema;
  throw new RangeError(`the name of a schema is 1 to ${longest} of a-z, 0-9 and _, not ${JSON.stringify(schema)}. Nothing was opened.`);
}

export interface Versioned {
  readonly schema: string;
  /** The table that holds the versions, one row for each step that was made. Its name tells whose schema it is. */
  readonly table: string;
  /** Step n brings a schema of version n to n + 1; 0 is an empty one. */
  readonly steps: readonly ((schema: string) => readonly string[])[];
  /** What a new schema begins with, in the transaction that makes it. */
  begin(session: Session): Promise<unknown>;
}

export const one = async (session: Session, text: string): Promise<string | null> => (await session.run({ text }))[0]?.[0] ?? null;

/** The version of the schema; 0 where there is nothing in it. Throws the fault `wrong-schema`. */
export async function versionOf(session: Session, { schema, table, steps }: Versioned): Promise<number> {
  // In one look, or a schema that somebody makes between two of them would be taken for another program's.
  const [[known, count] = []] = await session.run({
    text: `SELECT count(*) FILTER (WHERE relname = '${table}'), count(*) FROM pg_class WHERE relnamespace = to_regnamespace('${schema}')`,
  });
  if (known === '0') {
    if (count === '0') return 0;
    return wrongSchema(`The schema ${schema} holds tables of another program. Nothing was read or changed. Name another schema.`);
  }
  const version = Number(await one(session, `SELECT max(version) FROM ${schema}.${table}`));
  if (version <= steps.length) return version;
  return wrongSchema(
    `The schema ${schema} has version ${version}, this release knows ${steps.length}. Nothing was read or changed. Use a newer release.`,
  );
}

/** Under a lock, so that of several openers one brings the schema forward, and all or nothing. */
async function bringForward(session: Session, versioned: Versioned): Promise<void> {
  const { schema, table, steps } = versioned;
  const run = (text: string): Promise<readonly Row[]> => session.run({ text });
  await run('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    await run(`SELECT pg_advisory_xact_lock((${LOCKS}::bigint << 32) | hashtext('${schema}')::bit(32)::bigint)`);
    await run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    const version = await versionOf(session, versioned);
    for (const [index, step] of steps.entries()) {
      if (index < version) continue;
      for (const statement of step(schema)) await run(statement);
      await run(`INSERT INTO ${schema}.${table} (version) VALUES (${index + 1})`);
    }
    if (version === 0) await versioned.begin(session);
    await run('COMMIT');
  } catch (error) {
    // Where the session is gone the server itself undoes it.
    await run('ROLLBACK').catch(() => {});
    throw error;
  }
}

/**
 * Makes the schema where there is none, and brings an older one forward; where neither is allowed, says what to do instead. `what` lies
 * in it: a log, cursors. Throws the faults `unavailable` and `wrong-schema`.
 */
export async function opened(session: Session, versioned: Versioned, what: string, create: boolean): Promise<void> {
  const { schema, steps } = versioned;
  const version = await versionOf(session, versioned);
  if (version === steps.length) return;
  const older = (): never =>
    wrongSchema(
      `The schema ${schema} has version ${version}, this release needs ${steps.length}. Nothing was read or changed. Let its owner open it ` +
        'once, without `create: false`: it is brought forward, and keeps all that lies in it.',
    );
  if (create) {
    await bringForward(session, versioned).catch((fault: unknown) => {
      if (version > 0 && fault instanceof StoreFault && fault.code === 'read-only') older();
      throw fault;
    });
  } else if (version > 0) {
    older();
  } else {
    throw new StoreFault('unavailable', `The database has no ${what} in the schema ${schema}. Nothing was read or made. Name another.`);
  }
}
