/**
 * The schema, step by step. What a step makes of tables is never changed: a database is brought forward by the steps it lacks. Each is
 * given the name of the schema, and is a list of statements. Functions are always made as they are now, so that a schema of any age
 * ends with the same ones: where one is changed, a new step replaces it.
 *
 * An append and a place in the log are two steps. `append` takes the next versions of a stream, in parallel with every other stream;
 * `place` gives every committed fact that has no place yet the next positions of the log, one caller at a time. A reader of the log
 * sees placed facts only, so nothing can come to light before what was read already, and no position is left out.
 */
import { RAISED } from './faults.ts';

/** The name on which `place` tells that the log has grown. */
export const channelOf = (schema: string): string => `redress ${schema}`;

/** The longest name of a schema: names of channels and of prepared statements are made from it. */
export const LONGEST_SCHEMA = 40;

/** Whether it may stand in a statement as it is. */
export const isSchema = (name: string, longest: number): boolean =>
  name.length <= longest && /^[a-z_][a-z0-9_]*$/.test(name) && !name.startsWith('pg_');

/** "RDRS", the upper half of the numbers under which this store takes advisory locks. */
export const LOCKS = 0x52445253;

/**
 * Both functions need a fresh snapshot for each statement and a COMMIT that waits for the disk. A SET clause would end before the
 * COMMIT, so the session's own settings are looked at.
 */
const CHECK_SESSION = `IF current_setting('transaction_isolation') <> 'read committed' OR current_setting('synchronous_commit') = 'off' THEN
    RAISE EXCEPTION 'the session is % with synchronous_commit %', current_setting('transaction_isolation'),
      current_setting('synchronous_commit') USING ERRCODE = '${RAISED.settings}';
  END IF;`;

/** Where an append's parts stand among the parameters of a function: SQL expressions. */
interface Places {
  readonly stream: string;
  readonly expected: string;
  readonly leaf: string;
  /** How many ids and records stand before its own. */
  readonly before: string;
  readonly count: string;
}

/**
 * One append; `first` is the arrival of its first fact. NULL: somebody wrote meanwhile, or the expected version is not there or has
 * another leaf; the caller reads on. Who writes the first of the versions has the others too: a rival waits at the first for this one's
 * commit.
 *
 * A case's first fact has a statement of its own, and so has the row that waits for its place: as one statement with a condition in it,
 * they were planned anew at each call, which took a third of it.
 *
 * The last fact of a log that moves house waits for every append under way, and whoever inserts after it sees it: so it is the last.
 */
const one = ({ stream, expected, leaf, before, count }: Places): string => `
  IF ${stream} = '$log' THEN LOCK TABLE fact IN SHARE ROW EXCLUSIVE MODE; END IF;
  IF ${expected} = 0 THEN
    INSERT INTO fact (stream, version, id, record) VALUES (${stream}, 1, p_ids[${before} + 1], p_records[${before} + 1])
    ON CONFLICT (stream, version) DO NOTHING RETURNING arrival INTO first;
  ELSE
    INSERT INTO fact (stream, version, id, record)
    SELECT ${stream}, ${expected} + 1, p_ids[${before} + 1], p_records[${before} + 1] FROM fact
      WHERE stream = ${stream} AND version = ${expected} AND sha256('\\x00'::bytea || record) = ${leaf}
    ON CONFLICT (stream, version) DO NOTHING RETURNING arrival INTO first;
  END IF;
  IF first IS NOT NULL THEN
    INSERT INTO unplaced VALUES (first);
    IF EXISTS (SELECT FROM fact WHERE stream = '$log' AND (stream, version) <> (${stream}, ${expected} + 1)) THEN
      RAISE EXCEPTION 'the log has moved' USING ERRCODE = '${RAISED.moved}';
    END IF;
    IF ${count} > 1 THEN
      WITH rest AS (
        INSERT INTO fact (stream, version, id, record)
        SELECT ${stream}, ${expected} + 1 + nth, id, record
          FROM unnest(p_ids[${before} + 2 : ${before} + ${count}], p_records[${before} + 2 : ${before} + ${count}])
            WITH ORDINALITY AS given (id, record, nth) ORDER BY nth
        RETURNING arrival)
      INSERT INTO unplaced SELECT arrival FROM rest;
    END IF;
  END IF;`;

const APPEND = `
DECLARE
  first bigint;
BEGIN
  ${CHECK_SESSION}
  ${one({ stream: 'p_stream', expected: 'p_expected', leaf: 'p_leaf', before: '0', count: 'cardinality(p_ids)' })}
  RETURN first IS NOT NULL;
END`;

/** Several appends in one transaction, each judged for itself: they share a trip and a COMMIT. One that raises undoes them all. */
const APPEND_ALL = `
DECLARE
  answers boolean[] := '{}';
  taken int := 0;
  first bigint;
BEGIN
  ${CHECK_SESSION}
  FOR i IN 1 .. cardinality(p_streams) LOOP
    ${one({ stream: 'p_streams[i]', expected: 'p_expected[i]', leaf: 'p_leaves[i]', before: 'taken', count: 'p_counts[i]' })}
    answers := answers || (first IS NOT NULL);
    taken := taken + p_counts[i];
  END LOOP;
  RETURN answers;
END`;

/**
 * How many facts are placed once every fact is that was committed when it was called; NULL: somebody else is at it. The lock is let
 * go after the COMMIT can be seen, and every statement here sees a snapshot of its own: so the next holder sees all earlier places.
 */
const PLACE = `
DECLARE
  base bigint;
  placed bigint;
BEGIN
  ${CHECK_SESSION}
  IF pg_is_in_recovery() OR NOT EXISTS (SELECT FROM unplaced) THEN
    RETURN (SELECT coalesce(max(position) + 1, 0) FROM place);
  END IF;
  IF p_wait THEN
    PERFORM pg_advisory_xact_lock((${LOCKS}::bigint << 32) | 'unplaced'::regclass::oid::bigint);
  ELSIF NOT pg_try_advisory_xact_lock((${LOCKS}::bigint << 32) | 'unplaced'::regclass::oid::bigint) THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(max(position) + 1, 0) INTO base FROM place;
  WITH waiting AS (DELETE FROM unplaced RETURNING arrival)
  INSERT INTO place (position, arrival) SELECT base + row_number() OVER (ORDER BY arrival) - 1, arrival FROM waiting;
  GET DIAGNOSTICS placed = ROW_COUNT;
  IF placed > 0 THEN PERFORM pg_notify('redress ' || current_schema, ''); END IF;
  RETURN base + placed;
END`;

const REFUSE = `
BEGIN
  RAISE EXCEPTION 'what is in the log is never changed' USING ERRCODE = '${RAISED.change}';
END`;

/** The bodies of the functions, as the newest step leaves them: what an opening compares with. */
export const BODIES: Readonly<Record<string, string>> = { append: APPEND, append_all: APPEND_ALL, place: PLACE, refuse_change: REFUSE };

const appendFunctions = (schema: string): readonly string[] => [
  `CREATE OR REPLACE FUNCTION ${schema}.append(p_stream text, p_expected bigint, p_leaf bytea, p_ids uuid[], p_records bytea[]) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $body$${APPEND}$body$`,
  `CREATE OR REPLACE FUNCTION ${schema}.append_all(
  p_streams text[], p_expected bigint[], p_leaves bytea[], p_counts int[], p_ids uuid[], p_records bytea[])
  RETURNS boolean[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $body$${APPEND_ALL}$body$`,
];

/** The tables that only grow. */
export const GROWING = ['log', 'fact', 'place'] as const;

/**
 * `arrival` is drawn at the INSERT, has holes, and never leaves this package; CACHE 1, so that who begins later draws a later number.
 * `unplaced` is small and busy; a foreign key of it would lock fact rows. Its rows are deleted once each, so a fact gets one place.
 * `record` is bytea, never jsonb: its bytes are the evidence.
 */
const first = (schema: string): readonly string[] => [
  `CREATE TABLE ${schema}.migration (version int PRIMARY KEY CHECK (version >= 1), applied_at timestamptz NOT NULL DEFAULT now())`,
  `CREATE TABLE ${schema}.log (one boolean PRIMARY KEY DEFAULT true CHECK (one), id uuid NOT NULL)`,
  `CREATE TABLE ${schema}.fact (
  arrival bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  stream text COLLATE "C" NOT NULL, version bigint NOT NULL CHECK (version >= 1),
  id uuid NOT NULL CONSTRAINT fact_id UNIQUE, record bytea NOT NULL,
  CONSTRAINT fact_version UNIQUE (stream, version))`,
  `CREATE TABLE ${schema}.unplaced (arrival bigint PRIMARY KEY)
  WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
  `CREATE TABLE ${schema}.place (position bigint PRIMARY KEY CHECK (position >= 0), arrival bigint NOT NULL)`,
  ...appendFunctions(schema),
  `CREATE FUNCTION ${schema}.place(p_wait boolean) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $body$${PLACE}$body$`,
  `CREATE FUNCTION ${schema}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$${REFUSE}$body$`,
  ...GROWING.flatMap((table) => [
    `CREATE TRIGGER ${table}_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.${table}
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_change()`,
    // Also where a session replays another server's changes.
    `ALTER TABLE ${schema}.${table} ENABLE ALWAYS TRIGGER ${table}_grows`,
  ]),
  // Who may call them is granted by name.
  `REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC`,
];

/** Step n brings a schema of version n to n + 1; 0 is an empty one. */
export const STEPS: readonly ((schema: string) => readonly string[])[] = [first, appendFunctions];
