/**
 * kill -9 during an import.
 * Negative control: acknowledging a command before `observe` has answered (take-in.ts) makes the first check fail.
 */

import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Complaint } from '@redress/core';
import { complaint, createEngine, type EventStore } from '@redress/core';
import { openSqlite } from '@redress/sqlite';
import { expect, it } from 'vitest';
import { length } from '../../../.config/lengths.ts';
import { asRecorded, importFile } from '../src/index.ts';
import { folder, started } from './command-line.ts';
import { csvFile, ticketRows, tickets } from './tickets.ts';

const rounds = length('an import: kill -9 rounds', 5, 50);
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** How many cases an import writes side by side: so many commands may be written and not yet acknowledged. */
const SIDE_BY_SIDE = 64;

/** Numbers from a seed (a linear congruential generator), so that a failure can be repeated. */
function* numbers(from: number): Generator<number, never> {
  for (let state = from >>> 0; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

interface Killed {
  /** Every command that was acknowledged before the end. */
  readonly seen: readonly string[];
  /** False where it had come to its end by itself. */
  readonly killed: boolean;
}

/** Starts an import and kills it after so many acknowledgements. */
async function killedAfter(acknowledgements: number, file: string, db: string): Promise<Killed> {
  const child = started(import.meta.resolve('./importing.ts'), [file, db]);
  const seen: string[] = [];
  const end = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
  if (child.stdout) {
    for await (const command of createInterface({ input: child.stdout })) {
      seen.push(command);
      if (seen.length === acknowledgements) child.kill('SIGKILL');
    }
  }
  return { seen, killed: (await end) === 'SIGKILL' };
}

async function commandsIn(store: EventStore): Promise<ReadonlySet<string>> {
  const commands = new Set<string>();
  for await (const { record } of store.readLog('', Number.POSITIVE_INFINITY)) commands.add(record.meta.command ?? '');
  return commands;
}

/** Every case with its facts and its state; ids of facts and instants of recording belong to the log and differ. */
async function contentsOf(store: EventStore): Promise<unknown> {
  const { law, organisation } = tickets;
  const engine = createEngine({ store, law, organisation, authority: asRecorded, caseTypes: [complaint] });
  const streams = new Set<string>();
  for await (const { record } of store.readLog('', Number.POSITIVE_INFINITY)) streams.add(record.stream);
  const cases: unknown[] = [];
  for (const id of [...streams].sort()) {
    const loaded = await engine.load<Complaint>(id);
    cases.push({
      ...loaded?.state,
      at: loaded?.state.at.key,
      facts: loaded?.records.map(({ record }) => [record.meta.command, record.type, record.data]),
    });
  }
  return cases;
}

it(`after kill -9 everything acknowledged is there, the rest is absent, and the import resumes to the same end (${rounds} rounds, seed ${seed})`, {
  timeout: 30_000 + rounds * 20_000,
}, async () => {
  const at = folder();
  const file = csvFile(at, ticketRows(600));
  const whole = await openSqlite(join(at, 'whole.db'));
  const uninterrupted = await importFile({ store: whole, map: tickets, file });
  const db = join(at, 'killed.db');
  const chance = numbers(seed);
  const acknowledged = new Set<string>();
  let kills = 0;
  for (let round = 0; round < rounds; round += 1) {
    const { seen, killed } = await killedAfter(
      acknowledged.size + Math.ceil((chance.next().value * uninterrupted.facts) / rounds),
      file,
      db,
    );
    const store = await openSqlite(db);
    const written = await commandsIn(store);
    await store.close();
    for (const command of seen) acknowledged.add(command);
    if (killed) kills += 1;
    expect([...acknowledged].filter((command) => !written.has(command))).toEqual([]);
    expect(written.size - acknowledged.size).toBeLessThanOrEqual(SIDE_BY_SIDE);
  }
  const store = await openSqlite(db);
  const resumed = await importFile({ store, map: tickets, file });
  expect(resumed.rejected).toEqual([]);
  expect(await contentsOf(store)).toEqual(await contentsOf(whole));
  // Had no import been killed, nothing would have been proved.
  expect(kills).toBeGreaterThan(0);
  expect(resumed.repeated).toBeGreaterThanOrEqual(acknowledged.size);
  await Promise.all([store.close(), whole.close()]);
});
