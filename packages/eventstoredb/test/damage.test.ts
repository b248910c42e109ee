/** What somebody with the rights of an operator may do to the streams, with the client's own calls: it is found, and told. */
import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import { type EventStore, LOG_STREAM, logMoved, NO_STREAM } from '@redress/core';
import { describe, expect, test } from 'vitest';
import { all, bench, fact, faultOf, many, names, wholeLog } from './logs.ts';

const { open, raw } = bench();

const reading = (store: EventStore) => faultOf(all(store.read('case')));

describe('a stream that was', () => {
  test('truncated is history-damaged at every read', async () => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 5));
    expect(await all(store.read('case'))).toHaveLength(5);
    await raw().setStreamMetadata('redress-case', { truncateBefore: 2 });
    expect(await reading(store)).toMatchObject({ code: 'history-damaged', written: 'nothing-written' });
  });

  test('deleted and is written again is history-damaged, and says that something may have been written', async () => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 3));
    await raw().deleteStream('redress-case');
    const fault = await faultOf(store.append('case', NO_STREAM, [fact('b')]));
    expect(fault).toMatchObject({ code: 'history-damaged', retryable: false, written: 'unknown' });
    expect(fault.says).toMatch(/went on at version 4 where 1 was meant/);
    expect(await reading(store)).toMatchObject({ code: 'history-damaged' });
    expect(await faultOf(wholeLog(store))).toMatchObject({ code: 'history-damaged' });
  });

  test('deleted for good is history-damaged for readers and writers', async () => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 3));
    await raw().tombstoneStream('redress-case');
    expect(await reading(store)).toMatchObject({ code: 'history-damaged' });
    expect(await faultOf(store.append('case', NO_STREAM, [fact('b')]))).toMatchObject({ code: 'history-damaged' });
  });

  test.each([
    ['text', binaryEvent({ type: 'Noted', data: Buffer.from('{"v":1}') })],
    ['JSON', jsonEvent({ type: 'Noted', data: { v: 1 } })],
    ['bytes', binaryEvent({ type: 'Noted', data: Uint8Array.of(0xff, 0xfe) })],
  ])('written to by another program with %s is history-damaged, by stream and by log', async (_, event) => {
    const store = await open();
    await store.append('case', NO_STREAM, [fact('a')]);
    await raw().appendToStream('redress-case', event);
    expect(await reading(store)).toMatchObject({ code: 'history-damaged' });
    expect(await faultOf(wholeLog(store))).toMatchObject({ code: 'history-damaged' });
  });

  test('written to with the record of another place, or under another id, is history-damaged', async () => {
    const store = await open();
    await store.append('case', NO_STREAM, [fact('a'), fact('b')]);
    await store.append('other', NO_STREAM, [fact('c')]);
    const [first, second] = await all(store.read('case'));
    const copied = (stream: string, record = first) =>
      raw().appendToStream(stream, binaryEvent({ type: 'Noted', data: Buffer.from(record?.text ?? '') }));
    await copied('redress-other', second);
    expect(await faultOf(all(store.read('other')))).toMatchObject({ code: 'history-damaged' });
    // A record at its own place, of an event whose id is another.
    const log = await open({ name: 'second', log: store.log });
    await raw().appendToStream('second-case', binaryEvent({ type: 'Noted', data: Buffer.from(first?.text ?? '') }));
    expect(await reading(log)).toMatchObject({ code: 'history-damaged' });
  });
});

describe('an id that lies earlier in the stream', () => {
  test('is found by a store object that has not read the stream', async () => {
    const writer = await open();
    const outcome = await writer.append('case', NO_STREAM, many('a', 300));
    const head = outcome.outcome === 'appended' ? outcome.head : expect.fail();
    const fresh = await open();
    expect(await faultOf(fresh.append('case', head, [fact('a 7')]))).toMatchObject({ code: 'id-elsewhere', written: 'nothing-written' });
    expect(await all(fresh.read('case'))).toHaveLength(300);
  });

  test('is taken once more by the server: the control', async () => {
    const client = raw();
    const event = binaryEvent({ id: crypto.randomUUID(), type: 'Noted', data: Buffer.from('{}') });
    await client.appendToStream('case', event, { expectedRevision: 'no_stream' });
    await client.appendToStream('case', event, { expectedRevision: 0n });
    expect(await all(client.readStream('case'))).toHaveLength(2);
  });
});

describe('a log that has moved', () => {
  test('shows no reader what was written too late by a process that did not know', async () => {
    const [here, there] = [await open(), await open()];
    const outcome = await here.append('case', NO_STREAM, [fact('a')]);
    const head = outcome.outcome === 'appended' ? outcome.head : expect.fail();
    await there.append(LOG_STREAM, NO_STREAM, [logMoved(here.log, 'elsewhere')]);
    const before = await wholeLog(there);
    expect(await faultOf(here.append('case', head, [fact('late')]))).toMatchObject({ code: 'log-moved', written: 'nothing-written' });
    for (const store of [here, there, await open()]) {
      expect(await wholeLog(store)).toEqual(before);
      expect(names(await all(store.read('case')))).toEqual(['a']);
      expect(await all(store.readLog(before.at(-1)?.position ?? '', 10))).toEqual([]);
      expect(await faultOf(store.append('case', head, [fact('late')]))).toMatchObject({ code: 'log-moved' });
      expect(await store.append('case', NO_STREAM, [fact('x')])).toMatchObject({ outcome: 'conflict', head: { version: 1 } });
    }
    // Control: the server has taken it.
    expect(await all(raw().readStream('redress-case'))).toHaveLength(2);
  });
});
