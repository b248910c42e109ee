/** A pool that meets trouble where a test wants it. */
import pg from 'pg';
import type { PgClient, PgPool, PgQuery } from '../src/index.ts';

export type Trouble = (send: () => Promise<{ rows: unknown[] }>) => Promise<{ rows: unknown[] }>;

const lost = (): Error => new Error('Connection terminated unexpectedly');

/** A pool in which the next statements that `meets` picks meet trouble: each trouble once, in turn. */
export function troubled(url: string, troubles: Trouble[], meets: (text: string) => boolean) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => {});
  const destroyed: boolean[] = [];
  const wrapped = (client: pg.PoolClient): PgClient => ({
    query(query: PgQuery) {
      const send = () => client.query(query);
      const trouble = meets(query.text) ? troubles.shift() : undefined;
      return trouble ? trouble(send) : send();
    },
    on: (event, heard) => client.on(event, heard),
    removeListener: (event, heard) => client.removeListener(event, heard),
    release(destroy) {
      destroyed.push(destroy === true);
      client.release(destroy);
    },
  });
  const seam: PgPool = { connect: async () => wrapped(await pool.connect()) };
  return { pool: seam, destroyed, end: () => pool.end() };
}

/** Statements that call this function of the schema. */
export const calling =
  (name: string) =>
  (text: string): boolean =>
    text.startsWith('SELECT') && text.includes(`.${name}(`);

export const refuses =
  (error: Error): Trouble =>
  () =>
    Promise.reject(error);

export const losesTheAnswer: Trouble = async (send) => {
  await send();
  throw lost();
};

export const neverAnswers: Trouble = () => new Promise(() => {});

export const times = (count: number, trouble: Trouble): Trouble[] => Array.from({ length: count }, () => trouble);
