/** `pnpm desk`: opens a log on disk and serves the desk on this machine alone. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isLegalDay, StoreFault } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { createDesk } from './desk.ts';

export interface Opened {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the log of a SQLite file; a file that is not there becomes a new log. Port 0 is a free one. */
export async function openDesk(file: string, { port = 0, today }: { port?: number; today?: string | undefined } = {}): Promise<Opened> {
  const store = await openSqlite(file);
  try {
    const app = await createDesk({ store, ...(today === undefined ? {} : { today }) });
    // Nobody proves here who he is: it is not to be reached from another machine.
    const address = await app.listen({ host: '127.0.0.1', port });
    return {
      address,
      close: async () => {
        await app.close();
        await store.close();
      },
    };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

/** Ends once the process is told to stop; being told again changes nothing. */
export const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });

async function run(): Promise<number> {
  const options = { db: { type: 'string' }, port: { type: 'string' }, today: { type: 'string' } } as const;
  const { db = 'redress.db', port = '0', today } = parseArgs({ options }).values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new TypeError(`--port takes a number up to 65535, not ${port}`);
  if (today !== undefined && !isLegalDay(today)) throw new TypeError(`--today takes a day as 2026-11-20, not ${today}`);
  const desk = await openDesk(db, { port: Number(port), today });
  console.log(`The desk is open at ${desk.address}. Ctrl+C closes it.`);
  await stopped();
  await desk.close();
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await run();
  } catch (error) {
    const listening = error instanceof Error && 'syscall' in error && error.syscall === 'listen';
    if (!(error instanceof StoreFault || error instanceof TypeError || listening)) throw error;
    console.error(`desk: ${error instanceof StoreFault ? error.says : `${error.message}. Nothing is open.`}`);
    process.exitCode = 2;
  }
}
