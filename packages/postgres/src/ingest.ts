/** Taking in another log's records. */
import { intake, notEmpty, type Recorded, StoreFault } from '@redress/core';
import { byteaArray } from './arrays.ts';
import type { Session } from './driver.ts';
import { violated } from './faults.ts';

type Records = AsyncIterable<Recorded> | Iterable<Recorded>;

/** Records sent in one statement. */
const BATCH = 256;

/** Characters of records that are sent without waiting for more: records may be large. */
const FULL = 1 << 20;

function insert(session: Session, schema: string, batch: readonly Recorded[]): Promise<unknown> {
  const text = `INSERT INTO ${schema}.fact (stream, version, id, record)
    SELECT stream, version, id, record FROM unnest($1::text[], $2::bigint[], $3::uuid[], $4::bytea[])
      WITH ORDINALITY AS given (stream, version, id, record, i) ORDER BY i`;
  return session.run({
    text,
    values: [
      batch.map(({ record }) => record.stream),
      batch.map(({ record }) => String(record.version)),
      batch.map(({ record }) => record.id),
      byteaArray(batch.map((recorded) => recorded.text)),
    ],
  });
}

async function insertAll(session: Session, schema: string, log: string, records: Records): Promise<void> {
  const check = intake(log);
  let batch: Recorded[] = [];
  let characters = 0;
  const send = async (): Promise<void> => {
    if (batch.length > 0) await insert(session, schema, batch);
    batch = [];
    characters = 0;
  };
  for await (const given of records) {
    const recorded = check(given);
    batch.push(recorded);
    characters += recorded.text.length;
    if (batch.length >= BATCH || characters >= FULL) await send();
  }
  await send();
}

/** What the source threw stays as it was thrown. */
function meaning(error: unknown): unknown {
  if (!(error instanceof StoreFault) || violated(error) === undefined) return error;
  const says = 'One fact id is there twice. Nothing was taken in. Compare the source with its own bundle or backup.';
  return new StoreFault('history-damaged', says, { cause: error });
}

/** Takes the records in, all or none. Appends wait meanwhile: the log has to stay empty but for these. */
export async function takeIn(session: Session, schema: string, log: string, records: Records): Promise<void> {
  const run = (text: string) => session.run({ text });
  await run('BEGIN ISOLATION LEVEL READ COMMITTED');
  try {
    await run(`LOCK TABLE ${schema}.fact IN SHARE ROW EXCLUSIVE MODE`);
    if ((await run(`SELECT FROM ${schema}.fact LIMIT 1`)).length > 0) throw notEmpty();
    await insertAll(session, schema, log, records);
    await run(
      `INSERT INTO ${schema}.place (position, arrival) SELECT row_number() OVER (ORDER BY arrival) - 1, arrival FROM ${schema}.fact`,
    );
    await run('COMMIT');
  } catch (error) {
    // Where the session is gone the server itself undoes it.
    await run('ROLLBACK').catch(() => {});
    throw meaning(error);
  }
}
