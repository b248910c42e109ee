/** How a log is opened: how the server is set, whose schema it is, which steps it lacks, what lies in it. */
import { logId, StoreFault } from '@redress/core';
import type { Connections, Session } from './driver.ts';
import { BODIES, GROWING, STEPS } from './migrations.ts';
import { one, opened, type Versioned, wrongSchema } from './versions.ts';

interface Setting {
  readonly name: string;
  readonly fits: (value: string) => boolean;
  readonly otherwise: string;
  /** What can be done: some are the server's, some may be the role's or the database's, one is chosen when a database is made. */
  readonly todo: string;
}

const BY_SERVER = 'Set it in the configuration of the server, or use another server.';
const BY_ROLE = 'Set it for the role, the database or the server.';

const SETTINGS: readonly Setting[] = [
  { name: 'fsync', fits: (value) => value === 'on', otherwise: 'a power cut may destroy the whole database', todo: BY_SERVER },
  { name: 'full_page_writes', fits: (value) => value === 'on', otherwise: 'a power cut may leave half a page', todo: BY_SERVER },
  { name: 'synchronous_commit', fits: (value) => value !== 'off', otherwise: 'an acknowledged fact may be lost', todo: BY_ROLE },
  { name: 'transaction_isolation', fits: (value) => value === 'read committed', otherwise: 'a fact may be placed twice', todo: BY_ROLE },
  {
    name: 'server_encoding',
    fits: (value) => value === 'UTF8',
    otherwise: 'not every name of a stream can be written',
    todo: 'Use a database that was made with ENCODING UTF8.',
  },
];

async function checkSettings(session: Session): Promise<void> {
  const names = SETTINGS.map(({ name }) => `current_setting('${name}')`);
  const [found = []] = await session.run({ text: `SELECT ${names.join(', ')}` });
  for (const [index, { name, fits, otherwise, todo }] of SETTINGS.entries()) {
    const value = found[index] ?? '';
    if (fits(value)) continue;
    throw new StoreFault('unsafe-settings', `The server has ${name} = ${value}: ${otherwise}. Nothing was read or written. ${todo}`);
  }
}

/** Whether what keeps the promises is as it was made: name, and what the catalogue says of it. */
const OBJECTS = (schema: string): string => `
SELECT 'function ' || p.proname, p.prosrc || CASE WHEN p.prosecdef OR p.prorettype = 'trigger'::regtype THEN '' ELSE ' (of the caller)' END
  FROM pg_proc p WHERE p.pronamespace = '${schema}'::regnamespace
UNION ALL SELECT 'trigger ' || t.tgname, t.tgenabled::text
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = '${schema}'::regnamespace AND NOT t.tgisinternal
UNION ALL SELECT 'table ' || c.relname, c.relpersistence::text
  FROM pg_class c WHERE c.relnamespace = '${schema}'::regnamespace AND c.relkind = 'r'
UNION ALL SELECT 'constraint ' || o.conname, pg_get_constraintdef(o.oid)
  FROM pg_constraint o WHERE o.connamespace = '${schema}'::regnamespace AND o.contype = 'u'
UNION ALL SELECT 'sequence ' || c.relname, s.seqcache::text
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid WHERE c.relnamespace = '${schema}'::regnamespace`;

const MADE: ReadonlyMap<string, string> = new Map([
  ...Object.entries(BODIES).map(([name, body]): [string, string] => [`function ${name}`, body]),
  ...GROWING.map((table): [string, string] => [`trigger ${table}_grows`, 'A']),
  ...['migration', 'log', 'fact', 'unplaced', 'place'].map((table): [string, string] => [`table ${table}`, 'p']),
  ['constraint fact_id', 'UNIQUE (id)'],
  ['constraint fact_version', 'UNIQUE (stream, version)'],
  ['sequence fact_arrival_seq', '1'],
]);

async function checkObjects(session: Session, schema: string): Promise<void> {
  const rows = await session.run({ text: OBJECTS(schema) });
  const found = new Map(rows.map(([name, says]) => [name, says]));
  for (const [name, says] of MADE) {
    if (found.get(name) === says) continue;
    wrongSchema(
      `The ${name} of the schema ${schema} is not as it was made. Nothing was read or written. Find out who changed it; restore a backup.`,
    );
  }
}

export interface Opening {
  readonly schema: string;
  /** The log's id, where the caller named one. */
  readonly log: string | undefined;
  /** Whether a schema that is not there is made, and an older one brought forward. */
  readonly create: boolean;
}

async function openIn(session: Session, { schema, log: wanted, create }: Opening): Promise<string> {
  await checkSettings(session);
  const versioned: Versioned = {
    schema,
    table: 'migration',
    steps: STEPS,
    begin: () => session.run({ text: `INSERT INTO ${schema}.log (id) VALUES ($1)`, values: [logId(wanted)] }),
  };
  await opened(session, versioned, 'log', create);
  await checkObjects(session, schema);
  const log = await one(session, `SELECT id FROM ${schema}.log`);
  if (log === null) return wrongSchema(`The schema ${schema} holds no log id. Nothing was read or written. Restore a backup.`);
  if (wanted !== undefined && wanted !== log) {
    wrongSchema(
      `The schema ${schema} holds the log ${log}, not ${wanted}. Nothing was read or written. Name the right schema, or leave the id out.`,
    );
  }
  return log;
}

/** Opens the log in a schema, making it where there is none. Gives the log's id. Throws faults. */
export const openLog = (connections: Connections, opening: Opening): Promise<string> =>
  connections.session((session) => openIn(session, opening));
