/** One command sent by several senders at once, as an engine sends it: read, look whether it was done, append after what was read. */
import assert from 'node:assert/strict';
import type { EventStore, Recorded } from '@redress/core';
import { headOf } from '@redress/core';
import { all, type Facts, facts } from './store-contract/sample.ts';

const SENDERS = 8;
/** Commands under way at a time; two of them share a stream, so that there are races to lose. */
const AT_ONCE = 16;

const isOf = (sent: Facts) => (recorded: Recorded | undefined) => recorded?.record.id === sent[0].id;

/** True where this sender's append wrote, false where it learnt that the command had been done. */
async function send(store: EventStore, stream: string, sent: Facts): Promise<boolean> {
  const read = await all(store.read(stream));
  if (read.some(isOf(sent))) return false;
  let head = headOf(read.at(-1));
  for (;;) {
    const given = await store.append(stream, head, sent);
    if (given.outcome !== 'conflict') return given.outcome === 'appended';
    if (given.missed.some(isOf(sent))) return false;
    head = given.head;
  }
}

async function once(stores: readonly EventStore[], command: number): Promise<void> {
  const sent = facts(`command ${command}`, `command ${command} too`);
  const senders = Array.from({ length: SENDERS }, (_, sender) => {
    const store = stores[sender % stores.length] ?? assert.fail('no store was given');
    return send(store, `case ${Math.floor(command / 2)}`, sent);
  });
  const wrote = (await Promise.all(senders)).filter(Boolean).length;
  assert.equal(wrote, 1, `${wrote} of ${SENDERS} senders of command ${command} were told that theirs was written`);
}

/** Throws where a command that eight sent at once was not written exactly once. */
export async function sendDuplicates(stores: readonly EventStore[], commands: number): Promise<void> {
  const numbers = Array.from({ length: commands }, (_, number) => number);
  for (let done = 0; done < commands; done += AT_ONCE) {
    await Promise.all(numbers.slice(done, done + AT_ONCE).map((command) => once(stores, command)));
  }
  const written = new Set<string>();
  let count = 0;
  for await (const { record } of (stores[0] ?? assert.fail('no store was given')).readLog('', Number.POSITIVE_INFINITY)) {
    count += 1;
    written.add(record.meta.command ?? '');
  }
  assert.deepEqual([count, written.size], [commands * 2, commands * 2]);
}
