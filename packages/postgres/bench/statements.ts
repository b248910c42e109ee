/** PostgreSQL with nothing of ours around it: the driver, and a cursor. */
import pg from 'pg';

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

export async function runAll(url: string, statements: readonly string[]): Promise<void> {
  const client = await connected(url);
  for (const statement of statements) await client.query(statement);
  await client.end();
}

export interface Inserts {
  /** One autocommit INSERT under a new unique id, prepared once per connection: durable when it resolves. */
  insert(id: string, record: Buffer): Promise<unknown>;
  end(): Promise<void>;
}

/** The driver with so many connections at most, over the table that pgbench fills. */
export function bareInserts(url: string, most: number): Inserts {
  const pool = new pg.Pool({ connectionString: url, max: most });
  const insert = { name: 'insert', text: 'INSERT INTO plain (id, record) VALUES ($1, $2)' };
  return {
    insert: (id, record) => pool.query({ ...insert, values: [id, record] }),
    end: () => pool.end(),
  };
}

export interface Cursor<Row> {
  /** Every row of the log in the schema: position, record, stream, version. How many there were. */
  read(each: (row: Row) => void): Promise<number>;
  end(): Promise<void>;
}

/** Rows fetched at a time: as many as the store's reader asks for. */
const ROWS = 256;

export async function bareCursor<Row>(url: string, schema: string): Promise<Cursor<Row>> {
  const client = await connected(url);
  const rows = `SELECT p.position, convert_from(f.record, 'UTF8'), f.stream, f.version FROM ${schema}.place p
    JOIN ${schema}.fact f USING (arrival) ORDER BY p.position`;
  return {
    async read(each) {
      await client.query('BEGIN READ ONLY');
      await client.query(`DECLARE every NO SCROLL CURSOR FOR ${rows}`);
      let count = 0;
      for (let fetched = ROWS; fetched === ROWS; count += fetched) {
        const found = await client.query({ text: `FETCH ${ROWS} FROM every`, name: 'fetch', rowMode: 'array' });
        fetched = found.rows.length;
        for (const row of found.rows) each(row as Row);
      }
      await client.query('COMMIT');
      return count;
    },
    end: () => client.end(),
  };
}
