import { type EventStore, memoryStore } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { type Signer, signCheckpoint } from '../../src/index.ts';
import { board, cases, expectSealed, folder, LOG, refusal, seal, sealsIn, signer, wholeLog, write } from './sealing.ts';

const at = folder();

/** Does something once, right before a seal would be appended. */
function beforeAppend(store: EventStore, does: () => Promise<unknown>): EventStore {
  let did = false;
  return {
    ...store,
    append: async (...given) => {
      if (!did) {
        did = true;
        await does();
      }
      return store.append(...given);
    },
  };
}

describe('two sealers at once', () => {
  it('write one seal: the other goes on from it, and publishes nothing twice', async () => {
    const store = memoryStore({ log: LOG });
    const published = board();
    const [mine, theirs] = [at('mine'), at('theirs')];
    await write(store, ...cases(1, 5));
    const raced = beforeAppend(store, () => seal({ store, published, folder: theirs, first: true }));
    expect(await seal({ store: raced, published, folder: mine, first: true })).toMatchObject({ outcome: 'nothing-new', size: 6n });
    expect(sealsIn(await wholeLog(store))).toEqual([5]);
    expect(published.notes).toHaveLength(1);
    await expectSealed(store, published);
  });

  it('write one seal each, where there was something new for the second', async () => {
    const store = memoryStore({ log: LOG });
    const published = board();
    const folders = [at('first'), at('second')] as const;
    await write(store, ...cases(1, 5));
    const raced = beforeAppend(store, async () => {
      await write(store, 'c-1');
      await seal({ store, published, folder: folders[1], first: true });
      await write(store, 'c-2');
    });
    expect(await seal({ store: raced, published, folder: folders[0], first: true })).toMatchObject({ outcome: 'sealed', size: 9n });
    expect(sealsIn(await wholeLog(store))).toEqual([6, 8]);
    await expectSealed(store, published);
  });

  it('do not take a note for a sign of damage that was published over more than they have read', async () => {
    const store = memoryStore({ log: LOG });
    const published = board();
    await write(store, ...cases(1, 5));
    await seal({ store, published, folder: at('slow'), first: true });
    await write(store, 'c-1');
    // While one signs, the other seals what has come meanwhile.
    let waited = false;
    const slow: Signer = {
      ...signer,
      sign: async (text) => {
        waited = true;
        return signer.sign(text);
      },
    };
    const read = async () => {
      if (sealsIn(await wholeLog(store)).length === 2) {
        await write(store, 'c-2');
        await seal({ store, published, folder: at('quick') });
      }
      return published.read();
    };
    expect(await seal({ store, published: { ...published, read }, folder: at('slow'), signer: slow })).toMatchObject({
      outcome: 'sealed',
      size: 10n,
    });
    expect(waited).toBe(false);
    expect(published.notes).toHaveLength(2);
    await expectSealed(store, published);
  });

  it('sign nothing against a note that appears while they read, and is over another log', async () => {
    const store = memoryStore({ log: LOG });
    const published = board();
    await write(store, ...cases(1, 5));
    await seal({ store, published, folder: at('appears'), first: true });
    await write(store, 'c-1');
    const conflict = await signCheckpoint({ origin: signer.name, size: 5n, root: new Uint8Array(32) }, signer);
    const read = async () => (sealsIn(await wholeLog(store)).length === 2 ? conflict : published.read());
    expect(await refusal(seal({ store, published: { ...published, read }, folder: at('appears') }))).toMatchObject({ code: 'log-differs' });
    expect(published.notes).toHaveLength(1);
    expect(await seal({ store, published, folder: at('appears') })).toMatchObject({ outcome: 'signed', size: 8n });
  });

  it('of one office each publish for themselves, over the same seals', async () => {
    const store = memoryStore({ log: LOG });
    const boards = [board(), board()] as const;
    await write(store, ...cases(1, 5));
    expect(await seal({ store, published: boards[0], folder: at('north'), first: true })).toMatchObject({ outcome: 'sealed' });
    expect(await seal({ store, published: boards[1], folder: at('south'), first: true })).toMatchObject({ outcome: 'signed' });
    expect(boards[0].notes).toEqual(boards[1].notes);
  });
});

describe('a log that is written to meanwhile', () => {
  it('has a seal that says which facts it covers, and the rest is sealed the next time', async () => {
    const store = memoryStore({ log: LOG });
    const given = { published: board(), folder: at('busy') };
    await write(store, ...cases(1, 5));
    const busy = beforeAppend(store, () => write(store, 'c-1', 'c-6'));
    expect(await seal({ ...given, store: busy, first: true })).toMatchObject({ size: 8n, seal: { index: 7n, covers: 5n, streams: 5n } });
    expect(await seal({ ...given, store })).toMatchObject({ outcome: 'sealed', size: 9n, seal: { index: 8n, covers: 8n, streams: 7n } });
    expect(await seal({ ...given, store })).toMatchObject({ outcome: 'nothing-new', size: 9n });
    await expectSealed(store, given.published);
  });

  it('keeps what was read where it is told to stop, and goes on from there', async () => {
    const store = memoryStore({ log: LOG });
    const given = { store, published: board(), folder: at('stopped'), first: true };
    await write(store, ...cases(1, 2500));
    const stop = new AbortController();
    const told: number[] = [];
    const progress = (records: number): void => {
      told.push(records);
      stop.abort(new Error('stopped'));
    };
    await expect(seal({ ...given, progress, signal: stop.signal })).rejects.toThrow('stopped');
    expect(told).toEqual([1000]);
    expect(sealsIn(await wholeLog(store))).toEqual([]);
    let reads = 0;
    const reading: EventStore = {
      ...store,
      async *readLog(after, limit) {
        for await (const recorded of store.readLog(after, limit)) {
          if (after !== '') reads += 1;
          yield recorded;
        }
      },
    };
    expect(await seal({ ...given, store: reading, compare: 1 })).toMatchObject({ outcome: 'sealed', size: 2501n, remade: false });
    // The last record and one of the first thousand were compared, the others were new.
    expect(reads).toBe(1501);
    await expectSealed(store, given.published);
  });

  it('is read on from its end, whatever the store tells besides its records', async () => {
    const store = memoryStore({ log: LOG });
    const given = { published: board(), folder: at('telling') };
    await write(store, ...cases(1, 5));
    const telling: EventStore = {
      ...beforeAppend(store, () => write(store, 'c-1')),
      async *subscribe(after, signal) {
        yield { kind: 'caught-up', position: after };
        yield { kind: 'batch', records: [], position: after };
        for await (const message of store.subscribe(after, signal)) {
          const { kind, position } = message;
          if (kind === 'batch') for (const recorded of message.records) yield { kind, records: [recorded], position: recorded.position };
          yield { kind: 'caught-up', position };
        }
      },
    };
    expect(await seal({ ...given, store: telling, first: true })).toMatchObject({ size: 7n, seal: { index: 6n, covers: 5n, streams: 5n } });
    await expectSealed(store, given.published);
  });

  it('may be slow to show the seal: whoever waits for it can be told to stop, and the seal is signed the next time', async () => {
    const store = memoryStore({ log: LOG });
    const given = { published: board(), folder: at('waiting'), first: true };
    await write(store, ...cases(1, 5));
    const stop = new AbortController();
    const silent: EventStore = {
      ...store,
      async *subscribe(after, signal) {
        yield { kind: 'caught-up', position: after };
        stop.abort(new Error('stopped'));
        expect(signal?.aborted).toBe(true);
      },
    };
    await expect(seal({ ...given, store: silent, signal: stop.signal })).rejects.toThrow('stopped');
    expect([sealsIn(await wholeLog(store)), given.published.notes]).toEqual([[5], []]);
    expect(await seal({ ...given, store })).toMatchObject({ outcome: 'signed', size: 6n, remade: false });
    await expectSealed(store, given.published);
  });

  it('is not waited on any longer once the seal was read', async () => {
    const store = memoryStore({ log: LOG });
    const signals: (AbortSignal | undefined)[] = [];
    const watched: EventStore = {
      ...store,
      subscribe: (after, signal) => {
        signals.push(signal);
        return store.subscribe(after, signal);
      },
    };
    const given = { store: watched, published: board(), folder: at('watched') };
    await write(store, 'c-1');
    const signal = new AbortController().signal;
    await seal({ ...given, first: true, signal });
    await write(store, 'c-1');
    await seal(given);
    expect(signals.map((each) => each?.aborted)).toEqual([true, true]);
    expect(signal.aborted).toBe(false);
  });
});
