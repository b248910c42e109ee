/**
 * The watch, and a consumer that writes letters, in a process of their own beside the server and over the same store. Killed at any moment
 * and started again it goes on: a clock that ran out is recorded once, and each such fact has one letter.
 *
 * From the environment: STORE (a SQLite file, or the address of a PostgreSQL database), LETTERS (a folder), WATCH_EVERY_MS.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Complaint, complaint, consume, createEngine, dueCasesInMemory, type Recorded, StoreFault, watch } from '@redress/core';
import { openPostgres, openPostgresCursors } from '@redress/postgres';
import { openSqlite, openSqliteCursors } from '@redress/sqlite';
import { petition, sampleAuthority, sampleOrganisation, vietnam } from '@redress/vietnam';
import { lettersIn } from './folder.ts';
import { isOwed, letterOf } from './letter.ts';

const { STORE = 'redress.db', LETTERS = 'letters', WATCH_EVERY_MS = '60000' } = process.env;
const onServer = /^postgres(ql)?:/.test(STORE);
const store = await (onServer ? openPostgres(STORE) : openSqlite(STORE));
const cursors = await (onServer ? openPostgresCursors(STORE) : openSqliteCursors(`${STORE}.cursors`));
const organisation = sampleOrganisation();
// Every case type that the log may hold: of another the watch is refused each clock that ran out.
const engine = createEngine({ store, caseTypes: [complaint, petition], law: vietnam, authority: sampleAuthority(), organisation });
const letters = await lettersIn(LETTERS);

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
const say = (what: string, more: object): void => console.log(JSON.stringify({ at: new Date().toISOString(), what, ...more }));

/** Asks in the name of the system. What may be asked by it is the authority's to say. */
const system = { id: 'watch', unit: 'vss', role: 'system' };

async function watching(): Promise<void> {
  const due = dueCasesInMemory(store);
  while (!stop.signal.aborted) {
    try {
      const { recorded, refused, failed } = await watch(engine, due, system);
      const because = refused.map(({ due, refusal }) => `${due.case}/${due.clock}: ${refusal.code}`);
      say('watched', { recorded: recorded.length, refused: because, failed: failed.map(({ case: id, fault }) => `${id}: ${fault}`) });
    } catch (error) {
      // A store that does not answer for a while is asked again with the next round; the commands have the same ids then.
      if (!(error instanceof StoreFault && error.retryable)) throw error;
      say('watch failed', { because: error.message });
    }
    await pause(Number(WATCH_EVERY_MS), undefined, { signal: stop.signal }).catch(() => {});
  }
}

async function apologise({ record }: Recorded): Promise<void> {
  if (!isOwed(record) || (await letters.has(record.id))) return;
  // As the fact left the case: what was recorded since changes no word, so a letter that is written again is the same.
  const loaded = await engine.load<Complaint>(record.stream, { version: record.version });
  if (!loaded) throw new Error(`the case ${record.stream} is not there. No letter was written.`);
  const unit = loaded.state.custody.holder?.unit ?? '';
  await letters.write(record.id, letterOf(record, loaded.state, organisation.unit(unit, record.meta.occurredOn ?? '')?.name ?? unit));
  say('letter', { fact: record.id });
}

async function writing(): Promise<void> {
  const apply = async (records: readonly Recorded[]): Promise<void> => {
    for (const recorded of records) await apologise(recorded);
  };
  const { ended } = await consume(store, { apply }, cursors.of('apologies'), stop.signal);
  if (ended === 'taken-over') throw new Error('Another worker writes the letters of this log. This one ended.');
}

const ends = await Promise.allSettled([watching, writing].map((doing) => doing().finally(() => stop.abort())));
await Promise.all([store.close(), cursors.close()]);
for (const end of ends) if (end.status === 'rejected') throw end.reason;
