/** Subscriptions: over breaks, restarts and silence, each record once and in order. */

import { jsonEvent } from '@eventstore/db-client';
import { type EventStore, type LogMessage, NO_STREAM } from '@redress/core';
import { describe, expect, test } from 'vitest';
import { all, bench, eventually, fact, faultOf, many, names, recordsOf, wholeLog } from './logs.ts';

const { double, open, raw } = bench();

interface Following {
  /** The commands of the facts that were seen, in order. */
  readonly seen: (string | undefined)[];
  readonly kinds: LogMessage['kind'][];
  readonly ended: Promise<void>;
  readonly stop: AbortController;
}

/** Follows until it is stopped, and notes what comes. */
function follow(store: EventStore, after = ''): Following {
  const stop = new AbortController();
  const seen: (string | undefined)[] = [];
  const kinds: LogMessage['kind'][] = [];
  const run = async (): Promise<void> => {
    for await (const message of store.subscribe(after, stop.signal)) {
      kinds.push(message.kind);
      seen.push(...names(recordsOf(message)));
    }
  };
  return { seen, kinds, ended: run(), stop };
}

const numbers = Array.from({ length: 40 }, (_, index) => `n ${index}`);

describe('who follows the log', () => {
  test('sees each fact once and in order, while connections are cut and the server is killed and comes back', async () => {
    const store = await open();
    const { seen, ended, stop } = follow(store);
    const client = raw();
    const broken = new Promise((resolve) => client.subscribeToAll().on('error', resolve));
    for (const [index, name] of numbers.entries()) {
      await store.append(name, NO_STREAM, [fact(name)]);
      if (index % 7 === 3) double().cut();
      if (index % 13 === 9) await double().restart();
    }
    await eventually(() => seen.length >= numbers.length);
    expect(seen).toEqual(numbers);
    expect(names(await wholeLog(store))).toEqual(numbers);
    stop.abort();
    await ended;
    // Control: the client's own subscription has ended at the first cut.
    await broken;
  });

  test('is not woken by a subscription that the server never confirms, and sees what comes all the same', async () => {
    const store = await open({ deadlineMs: 500 });
    double().fault({ at: 'subscribe', does: 'never answers' });
    const { seen, kinds, ended, stop } = follow(store);
    await eventually(() => kinds.length === 1 && double().calls.includes('subscribe'));
    await store.append('case', NO_STREAM, [fact('a')]);
    await eventually(() => seen.length === 1);
    await store.append('other', NO_STREAM, [fact('b')]);
    await eventually(() => seen.length === 2);
    expect(seen).toEqual(['a', 'b']);
    stop.abort();
    await ended;
  });

  test('waits for a server that is gone, and goes on where it was', async () => {
    const store = await open({ deadlineMs: 500 });
    await (await open()).append('case', NO_STREAM, many('a', 300));
    const { seen, ended, stop } = follow(store);
    await eventually(() => seen.length === 300);
    double().kill();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await double().restart();
    await (await open()).append('other', NO_STREAM, [fact('b')]);
    await eventually(() => seen.length > 300);
    expect(seen).toEqual([...many('a', 300).map(({ meta }) => meta.command), 'b']);
    stop.abort();
    await ended;
  });

  test('hears a fact soon after it was written, and not by looking', async () => {
    const store = await open();
    const { seen, kinds, ended, stop } = follow(store);
    await eventually(() => kinds.length === 1 && double().calls.includes('subscribe'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const reads = double().calls.filter((call) => call === 'log').length;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(double().calls.filter((call) => call === 'log')).toHaveLength(reads);
    await store.append('case', NO_STREAM, [fact('a')]);
    const begun = performance.now();
    await eventually(() => seen.length === 1);
    // A reader that nobody wakes looks after a minute.
    expect(performance.now() - begun).toBeLessThan(10_000);
    stop.abort();
    await ended;
  });

  test('is told the fault where the user may not read the log', async () => {
    const store = await open();
    double().fault({ at: 'log', does: 'denies access' });
    expect(await faultOf(follow(store).ended)).toMatchObject({ code: 'read-only' });
  });
});

describe("other programs' events in the same database", () => {
  test('do not appear, and the log reads on behind them', async () => {
    const store = await open();
    const client = raw();
    const foreign = (stream: string) =>
      client.appendToStream(
        stream,
        [1, 2, 3].map((number) => jsonEvent({ type: 'Other', data: { number } })),
      );
    for (const stream of ['other', 'redressed-1', 'xredress-1']) await foreign(stream);
    await store.append('a', NO_STREAM, [fact('a')]);
    for (let round = 0; round < 150; round += 1) await foreign('noise');
    await store.append('b', NO_STREAM, [fact('b')]);
    const log = await wholeLog(store);
    expect(names(log)).toEqual(['a', 'b']);
    expect(names(await all(store.readLog(log[0]?.position ?? '', 10)))).toEqual(['b']);
    const { seen, ended, stop } = follow(store);
    await eventually(() => seen.length === 2);
    await foreign('noise');
    stop.abort();
    await ended;
    expect(seen).toEqual(['a', 'b']);
    // Control: they are there.
    expect((await all(client.readAll())).length).toBeGreaterThan(450);
  });

  test('another log under another name is another log', async () => {
    const [one, two] = [await open({ name: 'one' }), await open({ name: 'two' })];
    expect(one.log).not.toBe(two.log);
    await one.append('case', NO_STREAM, [fact('a')]);
    await two.append('case', NO_STREAM, [fact('b')]);
    expect([names(await wholeLog(one)), names(await wholeLog(two))]).toEqual([['a'], ['b']]);
  });
});
