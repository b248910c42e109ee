import { type Cursor, type Cursors, memoryCursor } from '@redress/core';
import { cursorsContract, type OpenCursors } from '@redress/testing';
import { describe, expect, it } from 'vitest';

type Make = (kept: Map<string, Cursor>, consumer: string) => Cursor;

const byName: Make = (kept, consumer) => {
  const cursor = kept.get(consumer) ?? memoryCursor();
  kept.set(consumer, cursor);
  return cursor;
};

/** Cursors in memory: what is opened anew stands on the same ones. */
function place(make: Make = byName, fresh = false, guarded = true): OpenCursors {
  const shared = new Map<string, Cursor>();
  return {
    open: async () => {
      const kept = fresh ? new Map<string, Cursor>() : shared;
      let closed = false;
      const open = (): void => {
        if (closed && guarded) throw new Error('closed: nothing was done');
      };
      const cursors: Cursors = {
        of: (consumer) => ({
          read: async () => {
            open();
            return make(kept, consumer).read();
          },
          move: async (from, to) => {
            open();
            return make(kept, consumer).move(from, to);
          },
        }),
        close: async () => {
          closed = true;
        },
      };
      return cursors;
    },
  };
}

/** Each is wrong in one way, and the case of that name has to find it. */
const broken: readonly (readonly [string, () => OpenCursors])[] = [
  ['a consumer that never moved stands at the beginning', () => place(() => ({ read: () => '0', move: () => true }))],
  ['a consumer takes up where it stood, after opening anew too', () => place(byName, true)],
  [
    'nobody moves from where he does not stand, and then nothing moves',
    () => {
      let position = '';
      return place(() => ({
        read: () => position,
        move: (_, to) => {
          position = to;
          return true;
        },
      }));
    },
  ],
  ['of many that move from one position at once, one does', () => place(() => ({ read: () => '', move: () => true }))],
  [
    'consumers of different names do not see each other, however their names are written',
    () => place((kept, name) => byName(kept, name.toLowerCase())),
  ],
  ['after closing every call is the fault `closed`', () => place(byName, false, false)],
];

describe('the contract of cursors', () => {
  it.each(cursorsContract)('is kept in memory: $name', (kept) => kept.run(place()));

  it.each(broken)('finds the place that breaks: %s', async (name, make) => {
    const found = cursorsContract.find((kept) => kept.name === name) ?? expect.fail(`there is no case ${name}`);
    await expect(found.run(make())).rejects.toThrow();
  });

  it('has a broken place for each of its cases', () => {
    expect(broken.map(([name]) => name)).toEqual(cursorsContract.map(({ name }) => name));
  });
});
