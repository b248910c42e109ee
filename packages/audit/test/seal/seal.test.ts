import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyLog, type EventStore, memoryStore, SEALS_STREAM, StoreFault } from '@redress/core';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../sqlite/src/index.ts';
import { HeadsTree, headOf, inclusionProof, leafHash, openCheckpoint, verifyComplete } from '../../src/index.ts';
import { houseLog } from '../house-log.ts';
import { board, cases, expectSealed, folder, LOG, seal, sealsIn, verifiers, wholeLog, write } from './sealing.ts';

const at = folder();

describe.each([
  ['memory', async () => memoryStore({ log: LOG })],
  ['SQLite', (name: string) => openSqlite(at(`${name}.db`), { log: LOG })],
])('a log in %s', (kind, open) => {
  it('is sealed, published, and sealed again when something was added', async () => {
    const store = await open('again');
    const given = { store, published: board(), folder: at(`${kind}-again`) };
    await write(store, ...cases(1, 5), 'c-1', 'c-3');
    const first = await seal({ ...given, first: true });
    expect(first).toMatchObject({ outcome: 'sealed', size: 8n, seal: { index: 7n, covers: 7n, streams: 5n }, remade: false });
    expect(openCheckpoint(given.published.notes[0] ?? '', verifiers)).toMatchObject({ size: 8n, root: first.root });
    await write(store, 'c-2', 'c-6');
    expect(await seal(given)).toMatchObject({ outcome: 'sealed', size: 11n, seal: { index: 10n, covers: 10n, streams: 7n } });
    await expectSealed(store, given.published);
    expect((await wholeLog(store)).filter(({ record }) => record.stream === SEALS_STREAM)).toHaveLength(2);
    await store.close();
  });

  it('in which nothing is new takes no second seal and no second note', async () => {
    const store = await open('nothing');
    const given = { store, published: board(), folder: at(`${kind}-nothing`) };
    await write(store, ...cases(1, 3));
    const first = await seal({ ...given, first: true });
    for (let run = 0; run < 3; run += 1) expect(await seal(given)).toEqual({ ...first, outcome: 'nothing-new' });
    expect(await seal({ ...given, folder: at(`${kind}-nothing-2`) })).toEqual({ ...first, outcome: 'nothing-new' });
    expect(sealsIn(await wholeLog(store))).toEqual([3]);
    expect(given.published.notes).toHaveLength(1);
    await store.close();
  });

  it('that is empty can be sealed, so that it is known to begin there', async () => {
    const store = await open('empty');
    const given = { store, published: board(), folder: at(`${kind}-empty`) };
    expect(await seal({ ...given, first: true })).toMatchObject({ outcome: 'sealed', size: 1n, seal: { covers: 0n, streams: 0n } });
    await write(store, 'c-1');
    expect(await seal(given)).toMatchObject({ outcome: 'sealed', size: 3n, seal: { covers: 2n, streams: 2n } });
    await expectSealed(store, given.published);
    await store.close();
  });

  it('that has moved takes no seal, and the fault says where to go', async () => {
    const store = await open('moved');
    const given = { store, published: board(), folder: at(`${kind}-moved`) };
    await write(store, ...cases(1, 3));
    await seal({ ...given, first: true });
    const to = memoryStore({ log: LOG });
    await copyLog(store, to, { to: 'there' });
    const fault = await seal(given).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StoreFault);
    expect(fault).toMatchObject({ code: 'log-moved', says: expect.stringContaining('Nothing was written') });
    // At its new place it goes on, with the same folder and the same note.
    await write(to, 'c-1');
    expect(await seal({ ...given, store: to })).toMatchObject({ outcome: 'sealed', size: 6n });
    await expectSealed(to, given.published);
    await store.close();
  });
});

describe('a folder that was damaged', () => {
  it('is made again from the log, once, and the log is sealed', async () => {
    const store = memoryStore({ log: LOG });
    const given = { store, published: board(), folder: at('damaged') };
    await write(store, ...cases(1, 300));
    expect(await seal({ ...given, first: true })).toMatchObject({ remade: false });
    await write(store, 'c-1');
    rmSync(join(given.folder, 'positions', '000'));
    expect(await seal(given)).toMatchObject({ outcome: 'sealed', size: 303n, remade: true });
    await write(store, 'c-1');
    expect(await seal(given)).toMatchObject({ outcome: 'sealed', size: 305n, remade: false });
    await expectSealed(store, given.published);
  });
});

describe('the fact of a seal', () => {
  it('hides nothing, and was asked by nobody', async () => {
    const store = memoryStore({ log: LOG });
    await write(store, ...cases(1, 3));
    await seal({ store, published: board(), folder: at('the fact'), first: true });
    expect((await wholeLog(store)).at(-1)?.record).toMatchObject({
      stream: SEALS_STREAM,
      type: 'LogSealed',
      schema: 1,
      meta: {},
      sealed: [],
    });
  });
});

describe('a log that lies in another store now, byte for byte', () => {
  /** Positions as in a store that numbers bytes. */
  const gapped = (store: EventStore): EventStore => ({
    ...store,
    async *readLog(after, limit) {
      const wide = (position: string): string => `${position.slice(1)}7`;
      const narrow = after === '' ? '' : `0${after.slice(0, -1)}`;
      for await (const recorded of store.readLog(narrow, limit)) yield { ...recorded, position: wide(recorded.position) };
    },
    async *subscribe(after, signal) {
      for await (const message of store.subscribe(after === '' ? '' : `0${after.slice(0, -1)}`, signal)) yield message;
    },
  });

  it('is sealed on with the same folder, whatever its positions are there', async () => {
    const store = memoryStore({ log: LOG });
    const given = { published: board(), folder: at('positions') };
    await write(store, ...cases(1, 300));
    expect(await seal({ ...given, store: gapped(store), first: true })).toMatchObject({ outcome: 'sealed', size: 301n });
    await write(store, 'c-1');
    expect(await seal({ ...given, store: gapped(store) })).toMatchObject({ outcome: 'sealed', size: 303n, remade: false });
    await write(store, 'c-2');
    expect(await seal({ ...given, store })).toMatchObject({ outcome: 'sealed', size: 305n, remade: true });
    await write(store, 'c-3');
    expect(await seal({ ...given, store: gapped(store) })).toMatchObject({ outcome: 'sealed', size: 307n, remade: true });
    await expectSealed(store, given.published);
  });
});

describe('a log of cases that the engine wrote', () => {
  it('is sealed, and each case is shown to be complete from what was published', async () => {
    const store = await houseLog();
    const published = board();
    const { seal: place } = await seal({ store, published, folder: at('house'), first: true });
    const checkpoint = openCheckpoint(published.notes[0] ?? '', verifiers);
    const records = await wholeLog(store);
    const texts = records.map(({ text }) => new TextEncoder().encode(text));
    const leaves = texts.map(leafHash);
    const proved = (index: number) => ({ record: texts[index] ?? new Uint8Array(), index, proof: inclusionProof(leaves, index) });
    const ends = new Map(
      records.slice(0, Number(place.covers)).map(({ record }, index) => [record.stream, { version: record.version, index }]),
    );
    const heads = new HeadsTree(
      [...ends].map(([stream, { version, index }]) => headOf(stream, version, leaves[index] ?? new Uint8Array())),
    );
    for (const stream of ends.keys()) {
      const head = heads.prove(stream) ?? expect.fail(`no head of ${stream}`);
      const facts = records.flatMap(({ record }, index) => (record.stream === stream ? [proved(index)] : []));
      const claim = { checkpoint, seal: proved(Number(place.index)), stream, head, records: facts };
      expect(verifyComplete(claim)).toBe(true);
      // The control: a case whose last fact was cut off.
      expect(verifyComplete({ ...claim, records: facts.slice(0, -1) })).toBe(false);
    }
    expect(ends.size).toBe(3);
  });
});
