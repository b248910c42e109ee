/** What a place for cursors must keep, as named cases: a consumer takes up where it stood, and of two of one name one moves on. */
import assert from 'node:assert/strict';
import type { Cursors } from '@redress/core';

/** Opens the cursors of one place, again and again: what was moved is there when they are opened anew. */
export interface OpenCursors {
  open(): Promise<Cursors>;
}

export interface CursorsCase {
  readonly name: string;
  /** On a place that nobody has used. */
  run(place: OpenCursors): Promise<void>;
}

const within = async (place: OpenCursors, ask: (cursors: Cursors) => Promise<void>): Promise<void> => {
  const cursors = await place.open();
  try {
    await ask(cursors);
  } finally {
    await cursors.close();
  }
};

export const cursorsContract: readonly CursorsCase[] = [
  {
    name: 'a consumer that never moved stands at the beginning',
    run: (place) => within(place, async (cursors) => assert.equal(await cursors.of('new').read(), '')),
  },
  {
    name: 'a consumer takes up where it stood, after opening anew too',
    run: async (place) => {
      await within(place, async (cursors) => assert.equal(await cursors.of('views').move('', '7'), true));
      await within(place, async (cursors) => {
        assert.equal(await cursors.of('views').read(), '7');
        assert.equal(await cursors.of('views').move('7', '9'), true);
      });
      await within(place, async (cursors) => assert.equal(await cursors.of('views').read(), '9'));
    },
  },
  {
    name: 'nobody moves from where he does not stand, and then nothing moves',
    run: (place) =>
      within(place, async (cursors) => {
        const cursor = cursors.of('views');
        assert.equal(await cursor.move('', '7'), true);
        assert.equal(await cursor.move('', '8'), false);
        assert.equal(await cursor.move('6', '8'), false);
        assert.equal(await cursor.read(), '7');
      }),
  },
  {
    name: 'of many that move from one position at once, one does',
    run: async (place) => {
      const opened = await Promise.all(Array.from({ length: 4 }, () => place.open()));
      try {
        const moves = opened.flatMap((cursors, index) => [0, 1].map((more) => cursors.of('views').move('', String(10 + 2 * index + more))));
        assert.equal((await Promise.all(moves)).filter(Boolean).length, 1);
      } finally {
        await Promise.all(opened.map((cursors) => cursors.close()));
      }
    },
  },
  {
    name: 'consumers of different names do not see each other, however their names are written',
    run: (place) =>
      within(place, async (cursors) => {
        const names = ['views', 'Views', 'thư xin lỗi', "o'clock; --", '__proto__'];
        for (const [index, name] of names.entries()) assert.equal(await cursors.of(name).move('', String(index)), true);
        for (const [index, name] of names.entries()) assert.equal(await cursors.of(name).read(), String(index));
      }),
  },
  {
    name: 'after closing every call is the fault `closed`',
    run: async (place) => {
      const cursors = await place.open();
      const cursor = cursors.of('views');
      await cursors.close();
      await cursors.close();
      await assert.rejects(async () => cursor.read(), /closed/);
      await assert.rejects(async () => cursor.move('', '1'), /closed/);
    },
  },
];
