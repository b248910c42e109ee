/** A reader that is slower than the writers: what it has not asked for stays where it is stored. */
import assert from 'node:assert/strict';
import type { EventStore, LogMessage } from '@redress/core';
import { NO_STREAM } from '@redress/core';
import type { Stores } from './contract-case.ts';
import { type Facts, fact, wholeLog } from './sample.ts';

const FACTS = 2000;
const PER_APPEND = 100;
const TEXT = 'x'.repeat(4000);
/** Bytes: half of what is written. A few batches stay below it, and a store that holds all, read into objects, is far above. */
const MOST = (FACTS * TEXT.length) / 2;

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

/** Bytes in use once the garbage is gone: what buffers held goes a turn after the buffers. */
async function held(): Promise<number> {
  globalThis.gc?.();
  await soon();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The same, once whoever ends has ended, and whoever runs ahead of the reader had the time for it. */
async function settled(): Promise<number> {
  for (let turn = 0; turn < 50; turn += 1) await soon();
  return held();
}

async function fill(store: EventStore, name: string): Promise<void> {
  for (let written = 0; written < FACTS; written += PER_APPEND) {
    const at = (index: number) => fact(`${name} ${written + index}`, { text: TEXT });
    const facts: Facts = [at(0), ...Array.from({ length: PER_APPEND - 1 }, (_, index) => at(index + 1))];
    await store.append(`${name} ${written}`, NO_STREAM, facts);
  }
}

/** Bytes by which filling grows what is held: in a store that lives in this process, all that is written. */
async function growth(store: EventStore, name: string): Promise<number> {
  const before = await settled();
  await fill(store, name);
  return (await settled()) - before;
}

async function nextOf(messages: AsyncIterator<LogMessage>): Promise<LogMessage> {
  const { done, value } = await messages.next();
  return done ? assert.fail('the subscription ended') : value;
}

/** Looking costs more than reading: after every fourth message, the first included. */
const LOOK_EVERY = 4;

/** The most bytes that were held between two messages, above those at the beginning. */
async function peakWhileReading(messages: AsyncIterator<LogMessage>, facts: number): Promise<number> {
  const before = await settled();
  let [read, peak] = [0, 0];
  for (let taken = 0; read < facts; taken += 1) {
    const message = await nextOf(messages);
    if (message.kind === 'batch') read += message.records.length;
    if (taken % LOOK_EVERY === 0) peak = Math.max(peak, (await held()) - before);
  }
  assert.equal(read, facts);
  return peak;
}

const flat = (bytes: number, when: string): void =>
  assert.ok(bytes < MOST, `${when} a slow reader made the store hold ${bytes} bytes more`);

export async function followSlowly({ open }: Pick<Stores, 'open'>): Promise<void> {
  const store = await open();
  const alone = await growth(store, 'alone');
  const end = (await wholeLog(store)).at(-1)?.position ?? assert.fail();
  const stop = new AbortController();
  const waits = store.subscribe(end, stop.signal)[Symbol.asyncIterator]();
  assert.equal((await nextOf(waits)).kind, 'caught-up');
  flat((await growth(store, 'waited for')) - alone, 'while it waited,');
  flat(await peakWhileReading(waits, FACTS), 'while it read what came meanwhile,');
  stop.abort();
  await waits.return?.();
  const reads = store.subscribe('', new AbortController().signal)[Symbol.asyncIterator]();
  flat(await peakWhileReading(reads, 2 * FACTS), 'while it read the history,');
  await reads.return?.();
}
