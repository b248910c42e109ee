/** Where consumers stand, in a schema of their own: the log's is left to the log. */
import { randomUUID } from 'node:crypto';
import type { Cursor, Cursors } from '@redress/core';
import { Connections, type PgPool, reached, type Session } from './driver.ts';
import { closedFault, patiently } from './faults.ts';
import { LONGEST_SCHEMA } from './migrations.ts';
import { checkedSchema, opened, type Versioned } from './versions.ts';

export interface PostgresCursorsOptions {
  /** The schema in which the cursors lie; by default the log's name with `_cursors` behind it: `redress_cursors`. */
  readonly schema?: string;
  /** Whether a schema that is not there is made, and an older one brought forward; true by default. Takes the owner's rights. */
  readonly create?: boolean;
  /** Milliseconds after which a connection or an answer is not waited for any longer, 10,000 by default. */
  readonly timeoutMs?: number;
}

const PATIENCE = 10_000;

const SUFFIX = '_cursors';

/** A step that was released is never changed. `move` is the last move's own name; room is left so that a move rewrites its page only. */
const first = (schema: string): readonly string[] => [
  `CREATE TABLE ${schema}.cursor_migration (version int PRIMARY KEY CHECK (version >= 1), applied_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE TABLE ${schema}.cursor (consumer text COLLATE "C" PRIMARY KEY, position text COLLATE "C" NOT NULL, move uuid NOT NULL)
  WITH (fillfactor = 50)`,
];

async function openIn(session: Session, schema: string, create: boolean): Promise<void> {
  const versioned: Versioned = { schema, table: 'cursor_migration', steps: [first], begin: async () => {} };
  await opened(session, versioned, 'cursors', create);
}

/**
 * A move that this very caller has made already counts as made: the answer to it may have been lost, and then it is sent again under the
 * same name. Who never moved has no row.
 */
function moving(schema: string, from: string): string {
  const set = 'SET position = $3, move = $4 WHERE';
  const stands = '(c.position = $2 OR c.move = $4) RETURNING 1';
  if (from !== '') return `UPDATE ${schema}.cursor c ${set} c.consumer = $1 AND ${stands}`;
  return `INSERT INTO ${schema}.cursor AS c (consumer, position, move) SELECT $1, $3, $4::uuid WHERE $2::text = ''
    ON CONFLICT (consumer) DO UPDATE ${set} ${stands}`;
}

function checkedConsumer(consumer: string): string {
  if (!consumer.includes('\u0000')) return consumer;
  throw new RangeError('the name of a consumer holds U+0000, which PostgreSQL does not take. Nothing was read or moved.');
}

/**
 * Opens the cursors in a schema of a database, which is made where it is missing; any number of processes may share it. The address may
 * be the log's own. A pool that is handed in stays the caller's. Throws StoreFault: `unavailable` (not reached, password, database),
 * `read-only`, `wrong-schema` (of a log, of another program, of a newer release, of an older one that may not be brought forward), `busy`,
 * `timeout`, `full`.
 */
export async function openPostgresCursors(at: string | PgPool, options: PostgresCursorsOptions = {}): Promise<Cursors> {
  const { timeoutMs: patience = PATIENCE, create = true } = options;
  const { pool, own, schema: log = 'redress' } = await reached(at, patience);
  const schema = checkedSchema(options.schema ?? log + SUFFIX, LONGEST_SCHEMA + SUFFIX.length);
  const connections = new Connections(pool, patience);
  try {
    await patiently(patience, () => connections.session((session) => openIn(session, schema, create)));
  } catch (error) {
    await own?.end();
    throw error;
  }
  let closing: Promise<void> | undefined;

  const ask = (name: string, text: string, values: readonly string[]) =>
    patiently(patience, async () => {
      if (closing) throw closedFault();
      return connections.run({ name: `${schema} ${name}`, text, values });
    });

  const cursorOf = (consumer: string): Cursor => ({
    async read() {
      const [row] = await ask('read', `SELECT position FROM ${schema}.cursor WHERE consumer = $1`, [consumer]);
      return row?.[0] ?? '';
    },
    async move(from, to) {
      const name = from === '' ? 'begin' : 'move';
      return (await ask(name, moving(schema, from), [consumer, from, to, randomUUID()])).length > 0;
    },
  });

  return {
    of: (consumer) => cursorOf(checkedConsumer(consumer)),
    close() {
      closing ??= own?.end() ?? Promise.resolve();
      return closing;
    },
  };
}
