/** What may go wrong between this package and a server, each ordered from the double, each with what the client alone makes of it. */
import { ANY, BACKWARDS, binaryEvent, END } from '@eventstore/db-client';
import { NO_STREAM } from '@redress/core';
import { describe, expect, test } from 'vitest';
import { openEventStoreDb } from '../src/index.ts';
import type { Fault } from './double/double.ts';
import { Double } from './double/double.ts';
import { all, bench, eventually, fact, faultOf, many, names, wholeLog } from './logs.ts';

const { double, open, raw } = bench();

/** Milliseconds that a call may take where a test waits for it. */
const SHORT = { deadlineMs: 400, logDeadlineMs: 400 };

/** At every try. */
const often = (fault: Fault): Fault[] => Array.from({ length: 8 }, () => fault);

const event = (id: string = crypto.randomUUID()) => binaryEvent({ id, type: 'Noted', data: Buffer.from('{}') });
const appends = (): number => double().calls.filter((call) => call === 'append').length;

describe('an answer that is lost', () => {
  test.each<Fault>([
    { at: 'append', does: 'commits, then drops the connection' },
    { at: 'append', does: 'commits, then never answers' },
    { at: 'append', does: 'is unavailable' },
    { at: 'append', does: 'never answers' },
    { at: 'append', does: 'answers late', after: 900 },
  ])('is asked for again with the same ids: the append is done once where the server $does', async (fault) => {
    const store = await open(SHORT);
    const before = appends();
    double().fault(fault);
    const outcome = await store.append('case', NO_STREAM, [fact('a'), fact('b')]);
    expect(outcome.outcome).toBe('appended');
    expect(outcome).toMatchObject({ records: await all(store.read('case')) });
    expect(names(await wholeLog(store))).toEqual(['a', 'b']);
    expect(appends() - before).toBe(2);
  });

  test('is written twice by a caller that takes new ids: the control', async () => {
    const client = raw();
    // The client has no option that makes it append one call each.
    Object.assign(client, { supports: () => Promise.resolve(false) });
    double().fault({ at: 'append', does: 'commits, then drops the connection' });
    await expect(client.appendToStream('case', event(), { expectedRevision: ANY })).rejects.toThrow();
    await client.appendToStream('case', event(), { expectedRevision: ANY });
    expect(await all(client.readStream('case'))).toHaveLength(2);
  });

  test('and lost at every try is a fault that does not say nothing was written; the same append later is Repeated', async () => {
    const store = await open({ deadlineMs: 100 });
    double().fault(...often({ at: 'append', does: 'commits, then never answers' }));
    const fault = await faultOf(store.append('case', NO_STREAM, [fact('a')]));
    expect(fault).toMatchObject({ code: 'timeout', retryable: true, written: 'unknown' });
    double().calm();
    const again = await open();
    expect((await again.append('case', NO_STREAM, [fact('a')])).outcome).toBe('repeated');
    expect(names(await wholeLog(again))).toEqual(['a']);
  });

  test('at the read that tells whose facts are there leaves the outcome unknown', async () => {
    const store = await open(SHORT);
    double().fault(...often({ at: 'read', does: 'never answers' }));
    expect(await faultOf(store.append('case', NO_STREAM, [fact('a')]))).toMatchObject({ code: 'timeout', written: 'unknown' });
  });
});

describe('a connection that is cut', () => {
  test.each([0, 1, 100, 255])('in the middle of a stream, after %i events, is not seen by who reads it', async (afterEvents) => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 600));
    double().fault({ at: 'read', does: 'drops the connection', afterEvents });
    expect(names(await all(store.read('case')))).toEqual(many('a', 600).map(({ meta }) => meta.command));
    expect(double().waiting).toBe(0);
  });

  test('is an error for who reads with the client alone: the control', async () => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 600));
    double().fault({ at: 'read', does: 'drops the connection', afterEvents: 100 });
    await expect(all(raw().readStream('redress-case'))).rejects.toThrow();
  });

  test.each([0, 7, 255])('in the middle of the log, after %i events, is not seen by who reads it', async (afterEvents) => {
    const store = await open();
    for (const name of ['a', 'b', 'c']) await store.append(name, NO_STREAM, many(name, 200));
    const before = await wholeLog(store);
    double().fault({ at: 'log', does: 'drops the connection', afterEvents });
    expect(await wholeLog(store)).toEqual(before);
    expect(double().waiting).toBe(0);
  });
});

describe('a server that says nothing', () => {
  test('to an append, a read or a reader of the log is the fault timeout, within three times what a call may take', async () => {
    const store = await open(SHORT);
    for (const at of ['append', 'read', 'log'] as const) double().fault(...often({ at, does: 'never answers' }));
    const begun = performance.now();
    const faults = await Promise.all([
      faultOf(store.append('case', NO_STREAM, [fact('a')])),
      faultOf(all(store.read('case'))),
      faultOf(wholeLog(store)),
    ]);
    expect(faults.map(({ code }) => code)).toEqual(['timeout', 'timeout', 'timeout']);
    expect(performance.now() - begun).toBeLessThan(3 * 400 + 2_000);
  });

  test('is waited for without end by the client alone: the control', async () => {
    double().fault({ at: 'read', does: 'never answers' });
    const waits = all(raw().readStream('case', { deadline: 50 })).catch(() => 'an error');
    expect(await Promise.race([waits, new Promise((resolve) => setTimeout(() => resolve('still waiting'), 1_500))])).toBe('still waiting');
  });

  test('on a connection that it took is the fault timeout when the log is opened, and the store opens once it speaks', async () => {
    double().mute(true);
    expect(await faultOf(openEventStoreDb(double().url, SHORT))).toMatchObject({ code: 'timeout', retryable: true });
    double().mute(false);
    await open();
  });

  test('and comes back on another connection is asked on that one', async () => {
    const store = await open({ deadlineMs: 1_000 });
    await store.append('case', NO_STREAM, [fact('a')]);
    double().mute(true);
    const reading = all(store.read('case'));
    setTimeout(() => double().mute(false), 200);
    expect(names(await reading)).toEqual(['a']);
  });
});

describe('a server that is not there', () => {
  test('is the fault unavailable', async () => {
    const { url } = double();
    await double().stop();
    expect(await faultOf(openEventStoreDb(url, SHORT))).toMatchObject({ code: 'unavailable', retryable: true });
    await double().restart();
  });

  test('for a moment is waited for: killed and started again with its data, it is read and written on', async () => {
    const store = await open();
    const { head } = { head: NO_STREAM, ...(await store.append('case', NO_STREAM, [fact('a')])) };
    double().kill();
    setTimeout(() => void double().restart(), 100);
    expect((await store.append('case', head, [fact('b')])).outcome).toBe('appended');
    expect(names(await wholeLog(store))).toEqual(['a', 'b']);
  });
});

describe('a node that is not the leader', () => {
  test.each(['append', 'read', 'log'] as const)('is left for the leader at %s, and nothing is done twice', async (at) => {
    const leader = await Double.start(double().database);
    const store = await open();
    double().fault({ at, does: 'is not the leader', leader: leader.port });
    expect((await store.append('case', NO_STREAM, [fact('a')])).outcome).toBe('appended');
    expect(names(await all(store.read('case')))).toEqual(['a']);
    expect(names(await wholeLog(store))).toEqual(['a']);
    expect(leader.calls).toContain(at);
    await store.close();
    await leader.stop();
  });

  test('and names a leader that is gone is asked again itself', async () => {
    const gone = await Double.start();
    const { port } = gone;
    await gone.stop();
    const store = await open();
    double().fault({ at: 'append', does: 'is not the leader', leader: port });
    expect((await store.append('case', NO_STREAM, [fact('a')])).outcome).toBe('appended');
  });

  test('at every try is the fault unavailable, with the outcome unknown', async () => {
    const store = await open(SHORT);
    double().fault(...often({ at: 'append', does: 'is not the leader', leader: double().port }));
    expect(await faultOf(store.append('case', NO_STREAM, [fact('a')]))).toMatchObject({ code: 'unavailable', written: 'unknown' });
  });
});

describe('a refusal of the server', () => {
  test('to let the user in is the fault read-only, asked once', async () => {
    const store = await open();
    const before = appends();
    double().fault({ at: 'append', does: 'denies access' });
    const fault = await faultOf(store.append('case', NO_STREAM, [fact('a')]));
    expect(fault).toMatchObject({ code: 'read-only', retryable: false, written: 'nothing-written' });
    expect(appends() - before).toBe(1);
  });

  test('to take so much at once is met before anything is sent', async () => {
    const store = await open();
    const before = appends();
    const large = [1, 2, 3, 4].map((number) => fact(`large ${number}`, { text: 'x'.repeat(255_000) }));
    const [first, ...rest] = large;
    if (first === undefined) return expect.fail();
    expect(await faultOf(store.append('case', NO_STREAM, [first, ...rest]))).toMatchObject({ code: 'too-large' });
    expect(appends() - before).toBe(0);
    // Control: the server refuses what is over its own limit.
    const over = binaryEvent({ type: 'Noted', data: Buffer.alloc(1024 * 1024 + 1) });
    await expect(raw().appendToStream('case', over)).rejects.toThrow();
  });
});

describe('no call is left open', () => {
  const settled = (): Promise<void> => eventually(() => double().open === 0);

  test('by who leaves a read, the log or a subscription early', async () => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 700));
    for await (const { record } of store.read('case')) if (record.version === 300) break;
    for await (const { record } of store.readLog('', 700)) if (record.version === 300) break;
    const stop = new AbortController();
    for await (const { kind } of store.subscribe('', stop.signal)) if (kind === 'caught-up') setTimeout(() => stop.abort(), 50);
    await settled();
  });

  test('but by who leaves a read of the client: the control', async () => {
    const store = await open();
    await store.append('case', NO_STREAM, many('a', 300));
    const client = raw();
    const subscription = client.subscribeToAll();
    for await (const _ of subscription) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(double().open).toBe(1);
  });

  test('by an error: the last event of a stream that is not there', async () => {
    const client = raw();
    await expect(all(client.readStream('nowhere', { direction: BACKWARDS, fromRevision: END, maxCount: 1 }))).rejects.toThrow();
    const store = await open();
    expect(
      (await store.append('nowhere', { version: 3, leaf: new Uint8Array(32), at: '2026-03-02T08:00:00.000Z' }, [fact('a')])).outcome,
    ).toBe('conflict');
    await settled();
  });
});

describe('appends', () => {
  test('go one call each, and not on the call that all clients of a process share', async () => {
    const store = await open();
    await store.append('case', NO_STREAM, [fact('a')]);
    expect(double().calls).not.toContain('batch');
    // Control: the client alone uses it.
    await raw().appendToStream('other', event());
    expect(double().calls).toContain('batch');
  });
});
