/**
 * The defects and traps of the client that no other test here shows: each with this package around it, and with the client alone. The
 * table in the README says where the others are.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import clientDebug from '@eventstore/db-client/dist/utils/debug.js';
import { NO_STREAM } from '@redress/core';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openEventStoreDb } from '../src/index.ts';
import { Double } from './double/double.ts';
import { all, bench, fact, faultOf, many, names, wholeLog } from './logs.ts';

const { double, open, raw } = bench();

const event = () => binaryEvent({ id: crypto.randomUUID(), type: 'Noted', data: Buffer.from('{}') });
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Rejections that nobody handles from now on, instead of the end of the process. */
function unhandled(): readonly unknown[] {
  const found: unknown[] = [];
  const before = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', (reason) => found.push(reason));
  onTestFinished(() => {
    process.removeAllListeners('unhandledRejection');
    for (const listener of before) process.on('unhandledRejection', listener);
  });
  return found;
}

test('one file of this package knows the client', () => {
  const folder = new URL('../src/', import.meta.url);
  const knowing = readdirSync(folder).filter((file) => readFileSync(new URL(file, folder), 'utf8').includes("'@eventstore/"));
  expect(knowing).toEqual(['client.ts']);
});

describe('a number that JSON has not', () => {
  test('in a fact is a fault before anything is sent', async () => {
    const store = await open();
    const large = fact('a', { large: 1n as unknown as number });
    expect(await faultOf(store.append('case', NO_STREAM, [large]))).toMatchObject({ code: 'not-storable', written: 'nothing-written' });
    expect(await all(store.read('case'))).toEqual([]);
  });

  test('given to the client alone leaves an append that never ends: the control', async () => {
    const nobody = unhandled();
    const appending = raw().appendToStream('case', jsonEvent({ type: 'Noted', data: { large: 1n as unknown as number } }));
    expect(await Promise.race([appending.catch(() => 'an error'), pause(300).then(() => 'still waiting')])).toBe('still waiting');
    expect(nobody).toHaveLength(1);
  });
});

describe('a server whose clock is ahead', () => {
  test('takes an append, which carries how long it may take and no instant', async () => {
    double().clockAhead = 60_000;
    const store = await open();
    expect((await store.append('case', NO_STREAM, [fact('a')])).outcome).toBe('appended');
  });

  test('takes none of the client alone, whose appends carry an instant: the control', async () => {
    double().clockAhead = 11_000;
    await expect(raw().appendToStream('case', event())).rejects.toThrow();
    double().clockAhead = 0;
    await raw().appendToStream('case', event());
  });
});

describe('two servers in one process', () => {
  test('know nothing of each other: an error at one is none at the other', async () => {
    const other = await Double.start();
    const [here, there] = [await open(), await openEventStoreDb(other.url)];
    const before = other.calls.length;
    other.fault({ at: 'append', does: 'answers late', after: 200 });
    const waiting = there.append('case', NO_STREAM, [fact('a')]);
    double().fault({ at: 'append', does: 'is unavailable' });
    expect((await here.append('case', NO_STREAM, [fact('b')])).outcome).toBe('appended');
    expect((await waiting).outcome).toBe('appended');
    expect(other.calls.slice(before).filter((call) => call === 'append')).toHaveLength(1);
    await there.close();
    await other.stop();
  });

  test('of the client alone share their appends: an error at one rejects those at the other, the control', async () => {
    const other = await Double.start();
    const there = EventStoreDBClient.connectionString(other.url);
    other.fault({ at: 'batch', does: 'answers late', after: 300 });
    const waiting = there.appendToStream('case', event()).then(
      () => 'done',
      () => 'rejected',
    );
    await pause(100);
    const nobody = unhandled();
    double().fault({ at: 'batch', does: 'is unavailable' });
    await expect(raw().appendToStream('case', event())).rejects.toThrow();
    expect(await waiting).toBe('rejected');
    // And it was done; the answer that comes then finds nobody, and ends a process that does not handle what it cannot know.
    await pause(400);
    expect(other.database.lastRevision('case')).toBe(0);
    expect(nobody).toHaveLength(1);
    await there.dispose();
    await other.stop();
  });
});

test('an answer that comes twice is a rejection nobody can handle for the client alone, and this package has no such answers', async () => {
  const nobody = unhandled();
  double().fault({ at: 'batch', does: 'answers twice' });
  const store = await open();
  await store.append('case', NO_STREAM, [fact('a')]);
  expect(double().waiting).toBe(1);
  await raw().appendToStream('other', event());
  await vi.waitFor(() => expect(nobody).toHaveLength(1));
});

describe('a client that was told not to throw', () => {
  const quiet = (): EventStoreDBClient => EventStoreDBClient.connectionString(`${double().url}&throwOnAppendFailure=false`);

  test('still loses a race by a conflict that says what is there', async () => {
    const store = await openEventStoreDb(quiet);
    await store.append('case', NO_STREAM, many('a', 5));
    const lost = await store.append('case', NO_STREAM, [fact('b')]);
    expect(lost).toMatchObject({ outcome: 'conflict', head: { version: 5 } });
    await store.close();
  });

  test('says itself that a stream of five has version 1: the control', async () => {
    const client = quiet();
    await client.appendToStream('case', [event(), event(), event(), event(), event()]);
    const lost = await client.appendToStream('case', event(), { expectedRevision: 'no_stream' });
    expect(lost).toMatchObject({ success: false, nextExpectedRevision: 1n });
    await client.dispose();
  });
});

describe('a server that nobody runs', () => {
  test('is told in a sentence of ours, which says of a read that nothing was changed', async () => {
    const store = await open({ deadlineMs: 1_000 });
    double().kill();
    const [read, append] = [await faultOf(all(store.read('case'))), await faultOf(store.append('case', NO_STREAM, [fact('a')]))];
    expect(read).toMatchObject({ code: 'unavailable', written: 'nothing-written', says: expect.stringContaining('Nothing was changed') });
    expect(append).toMatchObject({ code: 'unavailable', written: 'unknown', says: expect.stringContaining('Send the same command id') });
    await double().restart();
  });

  test('is told by the client alone without a type: the control', async () => {
    const client = raw();
    double().kill();
    const error = await client.appendToStream('case', event()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 14 });
    expect(error).not.toHaveProperty('type', 'unavailable');
    await double().restart();
  });
});

describe('an append that was done and whose repeat', () => {
  test('is dropped without an answer is asked for a third time, and is done once', async () => {
    const store = await open({ deadlineMs: 400 });
    double().fault({ at: 'append', does: 'commits, then never answers' }, { at: 'append', does: 'never answers' });
    expect((await store.append('case', NO_STREAM, [fact('a')])).outcome).toBe('appended');
    expect(names(await wholeLog(store))).toEqual(['a']);
  });

  test('is refused is a fault that does not say nothing was written; the same append later is Repeated', async () => {
    const store = await open();
    double().fault({ at: 'append', does: 'commits, then drops the connection' }, { at: 'append', does: 'denies access' });
    const fault = await faultOf(store.append('case', NO_STREAM, [fact('a')]));
    expect(fault).toMatchObject({ code: 'read-only', written: 'unknown', says: expect.not.stringContaining('Nothing was written') });
    expect((await store.append('case', NO_STREAM, [fact('a')])).outcome).toBe('repeated');
  });
});

describe('a place in the log', () => {
  test('is where a read begins and after which a subscription goes on: the client alone, and the store, which goes on after it', async () => {
    const store = await open();
    for (const name of ['a', 'b', 'c']) await store.append(name, NO_STREAM, [fact(name)]);
    const client = raw();
    const [, , second] = await all(client.readAll());
    const fromPosition = second?.event?.position ?? expect.fail();
    const read = await all(client.readAll({ fromPosition }));
    const subscription = client.subscribeToAll({ fromPosition });
    const heard: (string | undefined)[] = [];
    subscription.on('data', ({ event: one }) => heard.push(one?.streamId));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await subscription.unsubscribe();
    expect([read.map(({ event: one }) => one?.streamId), heard]).toEqual([['redress-b', 'redress-c'], ['redress-c']]);
    const log = await wholeLog(store);
    expect(names(await all(store.readLog(log[1]?.position ?? '', 10)))).toEqual(['c']);
  });
});

describe('a password', () => {
  const { connection } = clientDebug.debug as { connection: { enabled: boolean } };
  const withPassword = (): string => double().url.replace('//', '//admin:secret@');

  /** All that is written to stderr, with the client's own log turned on as the variable DEBUG does. */
  function logged(): () => string {
    const { enabled } = connection;
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    connection.enabled = true;
    onTestFinished(() => {
      connection.enabled = enabled;
      written.mockRestore();
    });
    return () => written.mock.calls.map(([text]) => String(text)).join('');
  }

  test("is not in the client's own log, which goes on after a store was opened", async () => {
    const said = logged();
    const store = await openEventStoreDb(withPassword());
    await store.append('case', NO_STREAM, [fact('a')]);
    await store.close();
    expect(said()).not.toContain('secret');
    expect(said()).toContain('Connecting to');
  });

  test('is in it with the client alone: the control', async () => {
    const said = logged();
    await EventStoreDBClient.connectionString(withPassword()).dispose();
    expect(said()).toContain('secret');
  });

  test('is not sent where there is no TLS', async () => {
    const store = await openEventStoreDb(withPassword());
    await store.append('case', NO_STREAM, [fact('a')]);
    await store.close();
    expect(double().calls.length).toBeGreaterThan(0);
    expect(double().credentials).toEqual([]);
  });
});
