import { describe, expect, test } from 'vitest';
import { LatelyRead } from '../../src/run/lately-read.ts';
import type { EventStore, Range } from '../../src/store/index.ts';
import { memoryStore, NO_STREAM } from '../../src/store/index.ts';

/** Records whose texts come to so many characters a stream that two fit, and a third makes room. */
const LONG = 300;
const TEXT = 'x'.repeat(10_000);

/** Streams of a length that only the cache minds, and how many records of each were read. */
function long(lengths: Readonly<Record<string, number>> = {}): { readonly store: EventStore; readonly read: Map<string, number> } {
  const read = new Map<string, number>();
  async function* reading(stream: string, { from = 1 }: Range = {}) {
    for (let version = from; version <= (lengths[stream] ?? LONG); version += 1) {
      read.set(stream, (read.get(stream) ?? 0) + 1);
      yield { position: '', text: `${stream}-${version} ${TEXT}`, record: { version } as never };
    }
  }
  return { store: { ...memoryStore(), read: reading }, read };
}

describe('what was read lately', () => {
  // Control: with no bound, or with the last stream making room first, the numbers differ.
  test('makes room for others, the one that was not asked for longest first', async () => {
    const { store, read } = long();
    const lately = new LatelyRead(store);
    for (const stream of ['a', 'b', 'a', 'c', 'a', 'b']) expect((await lately.records(stream)).records).toHaveLength(LONG);
    expect(Object.fromEntries(read)).toEqual({ a: LONG + 2, b: 2 * LONG, c: LONG });
  });

  // Control: kept as any other, the long stream leaves no room for the short ones.
  test('does not keep a stream that would leave no room for others', async () => {
    const { store, read } = long({ endless: 500 });
    const lately = new LatelyRead(store);
    for (const stream of ['a', 'endless', 'a', 'endless', 'a']) await lately.records(stream);
    expect(Object.fromEntries(read)).toEqual({ a: LONG + 2, endless: 1_000 });
  });

  test('never keeps a stream that nobody has written to', async () => {
    const store = memoryStore();
    const lately = new LatelyRead(store);
    expect(await lately.records('none')).toEqual({ records: [], head: NO_STREAM });
    const fact = { id: '33aff1fa-74e5-55ad-b474-79ca398a0c8e', type: 'Noted', schema: 1, meta: {}, data: {}, sealed: [] };
    await store.append('none', { version: 0, leaf: null, at: '' }, [fact]);
    expect((await lately.records('none')).records).toHaveLength(1);
  });
});
