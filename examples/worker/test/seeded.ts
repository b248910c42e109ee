/** A log with cases whose terms ran out long ago, and what the worker must have made of it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { complaint, createEngine, type EventStore, isRefusal, type Recorded } from '@redress/core';
import { petition, sampleAuthority, sampleOrganisation, vietnam } from '@redress/vietnam';

const head = { id: 'cb-114', unit: 'nghe-an', role: 'head' };

/** Complaints that arrived in July 2026: every second one was accepted and assigned, and never decided; the others were not answered. */
export async function seed(store: EventStore, cases: number): Promise<void> {
  const engine = createEngine({
    store,
    caseTypes: [complaint],
    law: vietnam,
    authority: sampleAuthority(),
    organisation: sampleOrganisation(),
  });
  const ask = async (id: string, type: string, on: string, data: Readonly<Record<string, unknown>>): Promise<void> => {
    const outcome = await engine.execute({ id: `${id}/${type}`, type, case: id, on, actor: head, data });
    if (isRefusal(outcome)) throw new Error(`${type} was refused: ${outcome.code}`);
  };
  for (let count = 0; count < cases; count += 1) {
    const id = `case-${count}`;
    const complainants = [{ member: `person-${count}` }];
    await ask(id, 'Receive', '2026-07-06', { channel: 'post', unit: 'nghe-an', summary: 'Chậm trả lương hưu.', complainants });
    if (count % 2 === 1) continue;
    await ask(id, 'Accept', '2026-07-08', {});
    await ask(id, 'Assign', '2026-07-09', { person: 'cb-7' });
  }
}

/** A petition that arrived on Monday 6 July 2026, and that nobody handled. */
export async function receivePetition(store: EventStore, id: string, channel: 'in-person' | 'post'): Promise<void> {
  const organisation = sampleOrganisation();
  const engine = createEngine({ store, caseTypes: [petition], law: vietnam, authority: sampleAuthority(), organisation });
  const data = { channel, unit: 'nghe-an', summary: 'Chậm trả lương hưu.', senders: [{ sender: `sender-of-${id}` }] };
  const outcome = await engine.execute({ id: `${id}/Receive`, type: 'Receive', case: id, on: '2026-07-06', actor: head, data });
  if (isRefusal(outcome)) throw new Error(`Receive was refused: ${outcome.code}`);
}

export async function wholeLog(store: EventStore): Promise<Recorded[]> {
  const records: Recorded[] = [];
  for await (const recorded of store.readLog('', Number.POSITIVE_INFINITY)) records.push(recorded);
  return records;
}

/** Facts that must have a letter. Each case has one: a term of the law has a clock for the statute and one for the decree beside it. */
export const owedIn = (log: readonly Recorded[]): readonly string[] =>
  log.flatMap(({ record }) =>
    record.type === 'ClockRanOut' && ['acceptance', 'resolution'].includes(String(record.data.clock)) ? [record.id] : [],
  );

/** Letter → where and when its file was written: another number is another file. */
export const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder).map((name) => {
      const { ino, mtimeMs } = statSync(join(folder, name));
      return [name, `${ino}/${mtimeMs}`];
    }),
  );

/** What is wrong with the letters in a folder: one missing, one for no fact, one that is not whole. */
export function wrongIn(folder: string, owed: readonly string[]): readonly string[] {
  const there = readdirSync(folder);
  const expected = owed.map((id) => `${id}.txt`);
  const cut = (name: string): boolean => !readFileSync(join(folder, name), 'utf8').endsWith(`Căn cứ: ${name.replace('.txt', '')}\n`);
  return [
    ...expected.filter((name) => !there.includes(name)).map((name) => `missing: ${name}`),
    ...there.filter((name) => !expected.includes(name)).map((name) => `for no fact: ${name}`),
    ...there.filter((name) => expected.includes(name) && cut(name)).map((name) => `not whole: ${name}`),
  ];
}
